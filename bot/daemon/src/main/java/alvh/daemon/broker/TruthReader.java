package alvh.daemon.broker;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.OrderTruth;
import alvh.planner.market.AccountSnapshot;

/**
 * Reads what the broker says in the order of reliability 5.4, steps 5 to 9: all open orders, own open orders, completed
 * orders, executions after the orders, positions and cash. Owned by the loop.
 */
final class TruthReader {
    private static final Duration DEADLINE = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final int WEEK = 7;
    private static final int DAYS_SERVED_FROM = 200;
    private static final int READ_ONLY = 321;

    private final Asks asks;
    private final OrderWords orders;
    private final AccountReader accounts;
    private final String account;

    /** A truth, or the step that failed; {@code lostLink} when the session is to be made anew (back to step 1). */
    record Outcome(OrderTruth truth, String problem) {}

    /** What has been collected so far. */
    private static final class Draft {
        private final Map<String, Word.OpenOrder> open = new LinkedHashMap<>();
        private List<Event.CompletedSeen> completed = List.of();
        private List<Event.ExecutionSeen> executions = List.of();
        private boolean executionsEnded = true;
        private boolean readOnly;
        private Optional<String> problem = Optional.empty();
    }

    TruthReader(Asks asks, OrderWords orders, AccountReader accounts, String account) {
        this.asks = asks;
        this.orders = orders;
        this.accounts = accounts;
        this.account = account;
    }

    CompletableFuture<Outcome> read(int serverVersion) {
        var draft = new Draft();
        return openOrders("all open orders", new Request.AllOpenOrders(), draft)
                .thenCompose(ok -> next(draft, () -> openOrders("own open orders", new Request.OpenOrders(), draft)))
                .thenCompose(ok -> next(draft, () -> completed(draft)))
                .thenCompose(ok -> next(draft, () -> executions(serverVersion, draft)))
                .thenCompose(ok -> draft.problem.isPresent()
                        ? CompletableFuture.completedFuture(new Outcome(null, draft.problem.get()))
                        : accounts.read().thenApply(reading -> outcome(draft, reading)));
    }

    private static CompletableFuture<Void> next(Draft draft,
            java.util.function.Supplier<CompletableFuture<Void>> step) {
        return draft.problem.isPresent() ? CompletableFuture.completedFuture(null) : step.get();
    }

    private CompletableFuture<Void> openOrders(String what, Request request, Draft draft) {
        return asks.inLane(Lanes.ORDERS, what, word -> word instanceof Word.OpenOrder,
                word -> word instanceof Word.OpenOrderEnd, DEADLINE, request).thenAccept(reply -> {
                    switch (reply) {
                        case Reply.Got got -> got.all(Word.OpenOrder.class)
                                .forEach(o -> draft.open.put(o.permId() + " " + o.orderId() + " " + o.orderRef(), o));
                        case Reply.Failed failed -> failed(draft, what, failed);
                    }
                });
    }

    private CompletableFuture<Void> completed(Draft draft) {
        if (draft.readOnly) {
            return CompletableFuture.completedFuture(null);
        }
        return asks.inLane(Lanes.COMPLETED, "completed orders", word -> word instanceof Word.Completed,
                word -> word instanceof Word.CompletedEnd, DEADLINE, new Request.CompletedOrders())
                .thenAccept(reply -> {
                    switch (reply) {
                        case Reply.Got got -> draft.completed = got.all(Word.Completed.class).stream()
                                .map(orders::completed).toList();
                        case Reply.Failed failed -> failed(draft, "completed orders", failed);
                    }
                });
    }

    private CompletableFuture<Void> executions(int serverVersion, Draft draft) {
        int days = serverVersion >= DAYS_SERVED_FROM ? WEEK : 0;
        return asks.askLenient("executions", Word.ExecutionsEnd.class, SILENCE, DEADLINE,
                id -> new Request.Executions(id, account, days)).thenAccept(reply -> {
                    switch (reply) {
                        case Reply.Got got -> {
                            draft.executionsEnded = got.ended();
                            draft.executions = got.all(Word.Execution.class).stream().map(orders::execution)
                                    .flatMap(Optional::stream).toList();
                        }
                        case Reply.Failed failed -> failed(draft, "executions", failed);
                    }
                });
    }

    private static void failed(Draft draft, String what, Reply.Failed failed) {
        if (failed.code() == READ_ONLY) {
            draft.readOnly = true;
        } else {
            draft.problem = Optional.of(what + ": " + failed.because());
        }
    }

    private Outcome outcome(Draft draft, AccountReader.Reading reading) {
        if (reading.account() == null) {
            return new Outcome(null, reading.problem());
        }
        List<Event.OrderSeen> open = draft.open.values().stream().map(orders::order).toList();
        List<Event.CommissionSeen> commissions = draft.executions.stream().map(e -> orders.commissionOf(e.execId()))
                .flatMap(Optional::stream).toList();
        String digest = digest(open, draft.completed, draft.executions, reading.account());
        return new Outcome(new OrderTruth(open, draft.completed, draft.executions, commissions, reading.account(),
                draft.executionsEnded, draft.readOnly, digest), "");
    }

    /** SHA-256 over sorted lines of what must agree twice; cash and cost move by themselves and stay out. */
    static String digest(List<Event.OrderSeen> open, List<Event.CompletedSeen> completed,
            List<Event.ExecutionSeen> executions, AccountSnapshot account) {
        List<String> lines = new ArrayList<>();
        open.forEach(o -> lines.add("O|" + o));
        completed.forEach(c -> lines.add("C|" + c));
        executions.forEach(e -> lines.add("E|" + e.execId() + "|" + e.permId() + "|" + e.orderRef() + "|" + e.key()
                + "|" + e.side() + "|" + e.quantity() + "|" + e.price()));
        account.positions().forEach(p -> lines.add("P|" + p.key() + "|" + p.quantity()));
        lines.sort(null);
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

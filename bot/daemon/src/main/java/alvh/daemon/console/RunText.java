package alvh.daemon.console;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import alvh.daemon.audit.JournalJson;
import alvh.daemon.cycle.RunEvent;
import alvh.daemon.execution.Attempt;
import alvh.daemon.execution.ExecutionState;
import alvh.daemon.execution.IntentBook;
import alvh.daemon.ops.Access;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.Refusal;

/** What is said of a run, as lines: used by the demo's screen, the daemon's log and the verbs alike. */
public final class RunText {

    /** Beside the plan's hash on the screen of a person who is asked. */
    static final String ASKING = "nothing is sent before you approve this hash";

    private RunText() {}

    /** The screens of a plan, also an empty one. */
    public static List<String> plan(PlanOutcome outcome, int width) {
        PlanScreens screens = new PlanScreens(outcome.report(), width);
        List<String> out = new ArrayList<>();
        if (!screens.preset().isEmpty()) {
            screen(out, screens.preset());
        }
        screen(out, screens.book());
        screen(out, screens.budget());
        screen(out, screens.signals());
        screen(out, screens.layers());
        switch (outcome) {
            case PlanOutcome.Planned p -> screen(out, screens.plan(p.plan()));
            case PlanOutcome.NothingToDo n ->
                screen(out, none("5  NO ORDERS", "nothing is sent, because:", n.reasons(), screens,
                        width));
            case PlanOutcome.Impossible i ->
                screen(out,
                        none("5  NO PLAN", "nothing is sent, because no decision is possible:", i.reasons(), screens,
                                width));
        }
        return out;
    }

    /** The five-minute marks: one line when nothing is to be sold, else the lots with their reasons and the orders. */
    public static List<String> marks(RunEvent.PlanMade made, int width) {
        PlanScreens screens = new PlanScreens(made.outcome().report(), width);
        String at = "Five-minute marks, " + Text.moment(made.market().asOf());
        List<String> out = new ArrayList<>();
        switch (made.outcome()) {
            case PlanOutcome.Planned p -> {
                out.add(at + ": " + (p.plan().orders().size() == 1 ? "a sale is" : "sales are") + " due");
                out.addAll(screens.lots());
                screen(out, List.of());
                screen(out, screens.plan(p.plan()));
            }
            case PlanOutcome.NothingToDo n -> out.add(at + ": nothing to sell");
            case PlanOutcome.Impossible i -> out.addAll(Text.wrap(at + ": ", "no decision is possible, "
                    + i.reasons().stream().map(Refusal::because).distinct().limit(2)
                            .collect(Collectors.joining("; ")),
                    width));
        }
        return out;
    }

    private static void screen(List<String> out, List<String> lines) {
        out.addAll(lines);
        out.add("");
    }

    private static List<String> none(String title, String remark, List<Refusal> reasons, PlanScreens screens,
            int width) {
        List<String> out = new ArrayList<>();
        out.add(title + " ".repeat(Math.max(2, width - title.length() - remark.length())) + remark);
        out.addAll(screens.noOrders(reasons));
        return out;
    }

    static String result(PlanOutcome outcome) {
        return switch (outcome) {
            case PlanOutcome.Planned p -> "PLANNED";
            case PlanOutcome.NothingToDo n -> "NOTHING_TO_DO";
            case PlanOutcome.Impossible i -> "IMPOSSIBLE";
        };
    }

    /** The same facts for scripts. */
    public static String json(PlanOutcome outcome) {
        Map<String, Object> all = new TreeMap<>();
        all.put("result", result(outcome));
        all.put("report", outcome.report());
        PresetNote.leading(outcome.report()).ifPresent(note -> all.put("preset", note));
        switch (outcome) {
            case PlanOutcome.Planned p -> all.put("plan", p.plan());
            case PlanOutcome.NothingToDo n -> all.put("reasons", n.reasons());
            case PlanOutcome.Impossible i -> all.put("reasons", i.reasons());
        }
        return JournalJson.pretty(all);
    }

    /** The first lines: account, money, time, quality of the data. */
    public static List<String> header(RunEvent.PlanMade made, RunEvent.Connected session, String gateway,
            String version,
            String mode, long records, int width) {
        MarketSnapshot market = made.market();
        Duration oldest = market.quotes().values().stream().filter(q -> q.quality() != Quality.NONE)
                .map(q -> Duration.between(q.at(), market.takenAt())).max(Duration::compareTo).orElse(Duration.ZERO);
        List<Quality> seen = market.quotes().values().stream().map(Quote::quality).filter(q -> q != Quality.NONE)
                .toList();
        String quality = seen.isEmpty() ? "none" : seen.contains(Quality.DELAYED) ? "DELAYED" : "live";
        List<String> out = new ArrayList<>();
        String left = "ALVH hedge bot " + version;
        String right = gateway + ", server " + (session == null ? "?" : session.serverVersion());
        out.addAll(Text.unfold(left + " ".repeat(Math.max(2, width - left.length() - right.length())) + right, width));
        Usd worth = made.account().netLiquidation();
        out.addAll(Text.unfold(
                "Account " + made.account().account() + " · " + made.account().kind().word() + " · net liquidation "
                        + (worth == null ? "unknown (no exchange rate)" : worth.text()) + " · exchange time "
                        + Text.moment(market.takenAt()),
                width));
        out.addAll(Text.unfold(String.format(Locale.ROOT,
                "Data %s, oldest quote %.1f s · clock skew %d ms · audit verified, %d records · mode %s",
                quality, oldest.toMillis() / 1000.0,
                session == null ? 0 : session.clockSkewMillis(), records,
                mode), width));
        if (!market.missing().isEmpty()) {
            out.addAll(Text.unfold("Not obtained: " + market.missing().size() + " of "
                    + (market.quotes().size() + market.missing().size()) + " instruments, e.g. "
                    + market.missing().firstKey() + " (" + market.missing().firstEntry().getValue() + ")", width));
            boolean unsubscribed = market.missing().values().stream().anyMatch(m -> m.contains("not subscribed"));
            if (unsubscribed) {
                out.addAll(Text.unfold(
                        "The account has no live market data for some: subscribe to it, or, for a paper account,"
                                + " set data.allow_delayed: true",
                        width));
            }
        }
        out.add("");
        return out;
    }

    /** Orders that may be alive at the broker, one line each. */
    public static List<String> working(ExecutionState state) {
        return state.books().aliveAttempts().stream().map(a -> line(state, a)).toList();
    }

    private static String line(ExecutionState state, Attempt attempt) {
        IntentBook intent = state.books().intents().get(attempt.intentId());
        String what = intent == null
                ? "?"
                : intent.intent().legs().stream().map(l -> l.side() + " " + l.key().text())
                        .reduce((a, b) -> a + " / " + b).orElse("?");
        return attempt.orderRef() + "  " + what + " x " + attempt.quantity() + " at " + attempt.limit().text() + "  "
                + attempt.state();
    }

    public static List<Access.Case> cases(ExecutionState state) {
        return state.cases().stream().map(c -> new Access.Case(c.caseId(), c.kind().name(), c.subject(),
                c.question() + " (blocked meanwhile: " + c.kind().blocks() + ")", c.choices())).toList();
    }

    /** What each order has come to, from the ledger, in the order of the plan's steps. */
    public static List<String> settled(ExecutionState state, String planHash, int width) {
        return ofPlan(state, planHash)
                .map(book -> Text.fit(String.format(Locale.ROOT, "   %d  %-13s %-10s %s", book.intent().step(),
                        book.intent().layer().word(), book.open() ? "WORKING" : book.closedBecause(),
                        book.buys()
                                ? "cost with fees " + cost(state, book).text()
                                : "received after fees " + received(state, book).text()),
                        width))
                .toList();
    }

    /** What became of the orders of the plan last sent from; one sentence when none ever was. */
    public static List<String> lastPlan(ExecutionState state, int width) {
        return state.books().intents().values().stream().max(Comparator.comparing(b -> b.intent().at()))
                .map(last -> settled(state, last.intent().planHash(), width)).filter(lines -> !lines.isEmpty())
                .orElse(List.of("   No order was sent."));
    }

    /** What the buys of a plan have cost so far, fees inside. */
    public static Usd paid(ExecutionState state, String planHash) {
        return ofPlan(state, planHash).filter(IntentBook::buys).map(b -> cost(state, b)).reduce(Usd.ZERO, Usd::plus);
    }

    /** What a plan has cost and brought, and what the budget has left. */
    public static List<String> money(ExecutionState state, HedgePlan plan, Usd left) {
        List<String> out = new ArrayList<>();
        boolean buys = plan.orders().stream().anyMatch(o -> o.effect() != BookedEvent.Effect.CLOSE);
        boolean sells = plan.orders().stream().anyMatch(o -> o.effect() == BookedEvent.Effect.CLOSE);
        if (buys) {
            out.add("paid " + paid(state, plan.hash()).text() + " with fees, worst case was "
                    + plan.worstCase().text());
        }
        if (sells) {
            Usd received = ofPlan(state, plan.hash()).map(b -> received(state, b)).reduce(Usd.ZERO, Usd::plus);
            Usd cost = ofPlan(state, plan.hash()).flatMap(b -> closings(state, b)).map(Ledger.Closing::cost)
                    .reduce(Usd.ZERO, Usd::plus);
            out.add("received " + received.text() + " after fees for what had cost " + cost.text());
        }
        out.add("reserved " + state.ledger().reserved().text() + " · left " + left.text());
        return List.of(String.join(" · ", out));
    }

    private static Usd received(ExecutionState state, IntentBook book) {
        return closings(state, book).map(Ledger.Closing::cash).reduce(Usd.ZERO, Usd::plus);
    }

    private static Stream<Ledger.Closing> closings(ExecutionState state, IntentBook book) {
        return state.ledger().memory().closings().stream().filter(c -> c.by().equals(book.intent().intentId()));
    }

    private static Stream<IntentBook> ofPlan(ExecutionState state, String planHash) {
        return state.books().intents().values().stream().filter(b -> b.intent().planHash().equals(planHash))
                .sorted(Comparator.comparingInt(b -> b.intent().step()));
    }

    private static Usd cost(ExecutionState state, IntentBook book) {
        return state.ledger().lots().values().stream().filter(l -> book.intent().intentId().equals(l.intentId()))
                .map(Lot::cost).reduce(Usd.ZERO, Usd::plus);
    }

    /** Whether the broker's last reading and the ledger name the same positions; the difference in words, or null. */
    public static String difference(ExecutionState state) {
        if (state.account() == null) {
            return "the broker's positions have not been read";
        }
        Map<InstrumentKey, Long> theirs = new TreeMap<>();
        state.account().positions().forEach(p -> theirs.merge(p.key(), p.quantity(), Long::sum));
        Map<InstrumentKey, Long> ours = new TreeMap<>(state.ledger().positions());
        theirs.values().removeIf(q -> q == 0);
        ours.values().removeIf(q -> q == 0);
        if (ours.equals(theirs)) {
            return null;
        }
        Map<InstrumentKey, Long> all = new TreeMap<>(ours);
        theirs.forEach((k, q) -> all.merge(k, 0L, Long::sum));
        return all.keySet().stream().filter(k -> !ours.getOrDefault(k, 0L).equals(theirs.getOrDefault(k, 0L)))
                .map(k -> k + ": ledger " + ours.getOrDefault(k, 0L) + ", account " + theirs.getOrDefault(k, 0L))
                .reduce((a, b) -> a + "; " + b).orElse("");
    }

    /** How many hedge lots and contracts are open. */
    public static String hedge(Ledger ledger) {
        List<Lot> lots = ledger.openHedgeLots();
        long contracts = lots.stream()
                .mapToLong(l -> l.openQuantity() * l.legs().stream().mapToInt(Lot.LotLeg::ratio).sum()).sum();
        return lots.size() + " hedge lots, " + contracts + " contracts";
    }

}

package alvh.daemon.cycle;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import alvh.daemon.approval.ApprovalDesk;
import alvh.daemon.approval.ApprovalResult;
import alvh.daemon.approval.Facts;
import alvh.daemon.approval.Slack;
import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.Ports;
import alvh.daemon.execution.ExecutionHandler;
import alvh.daemon.execution.Readiness;
import alvh.daemon.ops.Access.Answer;
import alvh.planner.budget.BudgetState;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.plan.HedgePlan;

/**
 * Offers on their way: an answer by hash first proves fresh quotes, then is judged, then forced to the disk, and only
 * then releases the plan. The desk's thread.
 */
final class Offers {

    /** Tokens and tickets of this room; the order truth counts its own from 1. */
    private static final long ROOM = 1L << 40;
    private static final int REFUSED = 9;
    private static final String EXPIRY_TIMER = "offer-expiry";

    private final Map<Long, Asked> asked = new HashMap<>();
    private final Map<Long, Accepted> forcing = new HashMap<>();
    private final ExecutionHandler execution;
    private final Ports.Ticker ticker;
    private final Consumer<List<Command>> carryOut;
    private final Consumer<RunEvent> feed;
    private ApprovalDesk desk;
    private long next = ROOM;

    private record Asked(String hash, String who, String how, CompletableFuture<Answer> answer) {}

    private record Accepted(ApprovalResult.Accepted result, CompletableFuture<Answer> answer) {}

    Offers(ApprovalDesk desk, ExecutionHandler execution, Ports.Ticker ticker, Consumer<List<Command>> carryOut,
            Consumer<RunEvent> feed) {
        this.desk = desk;
        this.execution = execution;
        this.ticker = ticker;
        this.carryOut = carryOut;
        this.feed = feed;
    }

    /** The offer that waits, or null. */
    HedgePlan open() {
        return desk.open().values().stream().map(ApprovalDesk.Offer::plan).reduce((a, b) -> b).orElse(null);
    }

    void offer(HedgePlan plan, BudgetState budget, Instant now) {
        List<HedgePlan> before = desk.open().values().stream().map(ApprovalDesk.Offer::plan).toList();
        ApprovalDesk.Answer answer = desk.offer(plan, budget, ticker.nanos(), now);
        take(answer);
        before.stream().filter(p -> !desk.open().containsKey(p.hash()))
                .forEach(p -> feed.accept(new RunEvent.OfferEnded(p, "SUPERSEDED", "a newer plan took its place")));
        switch (answer.result()) {
            case ApprovalResult.Offered o -> {
                carryOut.accept(List.of(new Command.SetTimer(EXPIRY_TIMER, ApprovalDesk.OFFER_LIFE.plusSeconds(1))));
                feed.accept(new RunEvent.Offered(plan));
            }
            case ApprovalResult.Accepted a -> force(a, new CompletableFuture<>());
            case ApprovalResult.DryRun d -> feed.accept(new RunEvent.OfferEnded(plan, "DRY-RUN", "nothing is sent"));
            case ApprovalResult.Refused r -> feed.accept(new RunEvent.OfferEnded(plan, r.code().text(), r.because()));
            case ApprovalResult.Rejected r -> nothing();
            case ApprovalResult.Drifted d -> nothing();
            case ApprovalResult.Nothing n -> nothing();
        }
    }

    /** Answers once the approval is on stable storage and released, or refused. */
    CompletableFuture<Answer> approve(String hash, String who, String how) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        ApprovalDesk.Lookup found = desk.find(hash, ticker.nanos());
        String notReady = found.offer() == null ? null : notReady(found.offer().plan());
        if (found.offer() == null) {
            answer.complete(new Answer(REFUSED, found.code().text() + "  " + found.because() + " · nothing was sent"));
        } else if (notReady != null) {
            answer.complete(new Answer(REFUSED,
                    ApprovalResult.Code.NOT_READY.text() + "  " + notReady + " · nothing was sent"));
        } else {
            long token = next++;
            asked.put(token, new Asked(hash, who, how, answer));
            List<InstrumentKey> legs = found.offer().plan().orders().stream().flatMap(o -> o.legs().stream())
                    .map(l -> l.key()).distinct().toList();
            carryOut.accept(List.of(new Command.ProveQuotes(token, legs)));
        }
        return answer;
    }

    Answer reject(String hash, String who, String how, Instant now) {
        ApprovalDesk.Answer answer = desk.reject(hash, who, how, ticker.nanos(), now);
        take(answer);
        return switch (answer.result()) {
            case ApprovalResult.Rejected r -> {
                feed.accept(new RunEvent.OfferEnded(r.plan(), "REJECTED", "by " + who));
                yield new Answer(0, "rejected " + r.plan().shortHash() + "; nothing was sent");
            }
            case ApprovalResult.Refused r -> new Answer(REFUSED, r.code().text() + "  " + r.because());
            case ApprovalResult.Offered o -> broken(o);
            case ApprovalResult.Accepted a -> broken(a);
            case ApprovalResult.DryRun d -> broken(d);
            case ApprovalResult.Drifted d -> broken(d);
            case ApprovalResult.Nothing n -> broken(n);
        };
    }

    private static Answer broken(ApprovalResult result) {
        throw new IllegalStateException("a rejection cannot end in " + result);
    }

    void on(Event event, Instant now) {
        switch (event) {
            case Event.QuotesProven q when asked.containsKey(q.token()) -> judge(asked.remove(q.token()), q, now);
            case Event.ReadFailed f when asked.containsKey(f.token()) -> asked.remove(f.token()).answer()
                    .complete(new Answer(REFUSED, "E-APPR-NOT-READY  fresh quotes could not be had: " + f.because()
                            + " · nothing was sent; the offer stands"));
            case Event.Forced f when forcing.containsKey(f.ticket()) -> release(forcing.remove(f.ticket()), now);
            case Event.TimerFired t when t.timer().equals(EXPIRY_TIMER) -> expire(now);
            default -> nothing();
        }
    }

    private void judge(Asked who, Event.QuotesProven quotes, Instant now) {
        ApprovalDesk.Lookup found = desk.find(who.hash(), ticker.nanos());
        Facts facts = new Facts(found.offer() == null ? null : notReady(found.offer().plan()), quotes.quotes(),
                quotes.levels(), quotes.liquidUntil(),
                found.offer() == null ? null : Slack.of(found.offer().budget(), execution.state().ledger(), now),
                positions());
        ApprovalDesk.Answer answer = desk.approve(who.hash(), who.who(), who.how(), facts, ticker.nanos(), now);
        take(answer);
        switch (answer.result()) {
            case ApprovalResult.Accepted a -> force(a, who.answer());
            case ApprovalResult.Drifted d -> {
                who.answer().complete(new Answer(REFUSED,
                        "E-APPR-DRIFTED  " + d.because() + " · nothing was sent; a new plan is made"));
                feed.accept(new RunEvent.OfferEnded(d.plan(), "DRIFTED", d.because()));
            }
            case ApprovalResult.Refused r -> who.answer()
                    .complete(new Answer(REFUSED, r.code().text() + "  " + r.because() + " · nothing was sent"));
            case ApprovalResult.Offered o -> broken(o);
            case ApprovalResult.Rejected r -> broken(r);
            case ApprovalResult.DryRun d -> broken(d);
            case ApprovalResult.Nothing n -> broken(n);
        }
    }

    private void force(ApprovalResult.Accepted accepted, CompletableFuture<Answer> answer) {
        long ticket = next++;
        forcing.put(ticket, new Accepted(accepted, answer));
        carryOut.accept(List.of(new Command.Force(ticket)));
    }

    private void release(Accepted accepted, Instant now) {
        ApprovalResult.Accepted a = accepted.result();
        carryOut.accept(List.of(new Command.Post(new Event.Release(a.plan(), a.budget(), a.approver()))));
        feed.accept(new RunEvent.Released(a.plan(), a.approver(), now));
        accepted.answer().complete(new Answer(0, "approved " + a.plan().shortHash() + "; sending exactly this plan"));
    }

    private void expire(Instant now) {
        List<HedgePlan> before = desk.open().values().stream().map(ApprovalDesk.Offer::plan).toList();
        take(desk.expire(ticker.nanos(), now));
        before.stream().filter(p -> !desk.open().containsKey(p.hash()))
                .forEach(p -> feed.accept(new RunEvent.OfferEnded(p, "EXPIRED", "not answered in 300 s")));
    }

    private void take(ApprovalDesk.Answer answer) {
        desk = answer.next();
        if (!answer.records().isEmpty()) {
            carryOut.accept(List.of(new Command.Append(answer.records())));
        }
    }

    /** Why nothing of this plan may be sent now, or null; a person may sell what the hedge owns while only buys are halted. */
    private String notReady(HedgePlan plan) {
        boolean sells = plan.orders().stream().allMatch(o -> o.effect() == BookedEvent.Effect.CLOSE);
        String why = execution.state().notReady(sells).orElse(null);
        boolean soon = why != null && execution.state().readiness().level() == Readiness.Level.RECONCILING;
        return soon ? why + " (it takes about ten seconds after a start: try again; the offer stands)" : why;
    }

    private Map<InstrumentKey, Long> positions() {
        Map<InstrumentKey, Long> positions = new TreeMap<>();
        AccountSnapshot account = execution.state().account();
        if (account != null) {
            account.positions().forEach(p -> positions.merge(p.key(), p.quantity(), Long::sum));
        }
        return positions;
    }

    /** Nothing of this room's business. */
    private void nothing() {}
}

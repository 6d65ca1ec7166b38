package alvh.daemon.execution;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.OrderRequest;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quote;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.PlannedOrder;

/** Write-ahead (promise 1): quotes proven, intent and SEND_START appended and forced, and only then the first byte. */
final class Sends {

    private static final int PROOF_SECONDS = 15;

    private Sends() {}

    /** Asks for fresh quotes of the current step's legs; the next attempt begins with the answer. */
    static void prove(Turn turn, Run run) {
        Optional<Refused> blocked = Blocks.check(turn, run.step(), run.approver());
        if (blocked.isPresent()) {
            Releases.refuse(turn, run, blocked.get());
            return;
        }
        long token = turn.token();
        turn.runs.put(run.hash(), run.proving(token));
        turn.command(new Command.ProveQuotes(token, run.step().legs().stream().map(Lot.LotLeg::key).toList()));
        turn.timer("prove:" + run.hash(), PROOF_SECONDS);
    }

    static void unproven(Turn turn, Run run, String because) {
        turn.stopTimer("prove:" + run.hash());
        Releases.refuse(turn, run, new Refused(Refused.Code.LINK, because));
    }

    static void proven(Turn turn, Event.QuotesProven e) {
        Run run = turn.runs.values().stream().filter(r -> r.proving() == e.token()).findFirst().orElse(null);
        if (run == null) {
            return;
        }
        turn.stopTimer("prove:" + run.hash());
        PlannedOrder order = run.step();
        IntentBook intent = run.intentId() == null ? null : turn.books.intents().get(run.intentId());
        String intentId = intent != null ? run.intentId() : intentId(turn, run, order);
        if (intent == null && turn.books.intents().containsKey(intentId)) {
            Releases.refuse(turn, run, new Refused(Refused.Code.DUPLICATE,
                    "intent " + intentId + " was made before: the same decision is not sent twice"));
            return;
        }
        int orderId = Math.max(turn.books.orderIdHigh(), turn.orderIdFloor) + 1;
        int attempt = intent == null ? 1 : intent.attempts().size() + 1;
        long quantity = intent == null
                ? order.quantity()
                : intent.intent().quantity() - turn.books.filled(intent);
        String ref = new OrderRef(turn.settings.kind(), intentId, turn.books.epoch(), attempt).text();
        Price limit = order.ladder().rungs().get(run.rung());
        Side side = order.legs().size() == 1 ? order.legs().get(0).side() : Side.BUY;
        OrderRequest request = new OrderRequest(orderId, ref, turn.settings.account(), order.legs(), side, quantity,
                limit);
        Optional<Refused> refused = Preflight.check(turn, run, request, e);
        if (refused.isPresent()) {
            Releases.refuse(turn, run, refused.get());
            return;
        }
        if (intent == null) {
            reserve(turn, run, order, intentId);
        }
        start(turn, run, request, attempt, e);
    }

    private static String intentId(Turn turn, Run run, PlannedOrder order) {
        return IntentId.of(turn.settings.kind(), turn.settings.account(), run.hash(), order.step(),
                run.plan().tradeDate(), order.legs(), "");
    }

    private static void reserve(Turn turn, Run run, PlannedOrder order, String intentId) {
        Usd reserved = order.effect() == Effect.CLOSE ? Usd.ZERO : order.worstCase();
        turn.record(new JournalRecord.Intent(intentId, run.hash(), order.step(), order.layer(), order.effect(),
                order.legs(), order.quantity(), order.multiplier(), order.ladder().rungs(), reserved,
                order.closesLots(), turn.now));
        turn.record(new JournalRecord.Booked(new BookedEvent.IntentReserved(turn.now, intentId, order.layer(),
                order.effect(), order.legs(), order.quantity(), reserved, order.fees(), order.closesLots())));
    }

    private static void start(Turn turn, Run run, OrderRequest request, int attempt, Event.QuotesProven e) {
        String intentId = OrderRef.parse(request.orderRef()).orElseThrow().intentId();
        turn.record(new JournalRecord.SendStart(intentId, attempt, request.orderRef(), request.orderId(),
                request.quantity(), request.limit(), IntentId.orderHash(request),
                quotes(request.legs(), e.quotes(), turn.now), e.roundTripMillis(), turn.now));
        turn.runs.put(run.hash(), run.working(intentId));
        turn.forcing.put(turn.force(), request);
        turn.progress(turn.attempt(request.orderRef()),
                "0/" + request.quantity() + " sending at " + Attempt.words(request.limit())
                        + "   " + run.step().words());
    }

    private static String quotes(List<Lot.LotLeg> legs, Map<InstrumentKey, Quote> quotes, Instant now) {
        StringBuilder text = new StringBuilder();
        for (Lot.LotLeg leg : legs) {
            Quote quote = quotes.get(leg.key());
            double age = Duration.between(quote.at(), now).toMillis() / 1000.0;
            text.append(String.format(Locale.ROOT, "%s %.2f x %.2f, %.1f s; ", leg.key().text(), quote.bid(),
                    quote.ask(), age));
        }
        return text.toString();
    }

    /** Exactly this ticket is on stable storage (other rooms count their own): the order that waited for it may leave. */
    static void forced(Turn turn, long ticket) {
        OrderRequest request = turn.forcing.remove(ticket);
        if (request != null) {
            leave(turn, request);
        }
        Switches.forced(turn, ticket);
    }

    private static void leave(Turn turn, OrderRequest request) {
        Attempt attempt = turn.attempt(request.orderRef());
        Run run = Intents.runOf(turn, attempt.intentId());
        Optional<Refused> blocked = run == null
                ? Optional.of(new Refused(Refused.Code.LIFE_OVER, "its plan has ended"))
                : lastLook(turn, run, attempt);
        if (blocked.isPresent()) {
            deny(turn, request.orderRef(), blocked.get().code() + ": " + blocked.get().because());
            return;
        }
        turn.command(new Command.Send(request));
        Walker.started(turn, request.orderRef());
    }

    /** Blocks again, and C12: what was sent and is not confirmed dead never exceeds the intent. */
    private static Optional<Refused> lastLook(Turn turn, Run run, Attempt attempt) {
        if (run.closing() != null) {
            return Optional.of(new Refused(Refused.Code.LIFE_OVER, "its plan is closing: " + run.closing()));
        }
        IntentBook intent = turn.intentOf(attempt);
        long out = 0;
        for (Attempt each : turn.books.attemptsOf(intent)) {
            out += each.alive() ? each.quantity() : each.touched(intent.intent().legs());
        }
        if (out > intent.intent().quantity()) {
            return Optional.of(new Refused(Refused.Code.PARENT_QUANTITY,
                    out + " would be out, the intent is for " + intent.intent().quantity()));
        }
        return Blocks.check(turn, run.step(), run.approver());
    }

    static void written(Turn turn, Event.OrderWritten e) {
        Attempt attempt = turn.attempt(e.orderRef());
        if (attempt != null && attempt.written() == 0) {
            turn.record(new JournalRecord.SendDone(e.orderRef(), e.bytes()));
        }
    }

    /** Provably no byte left. */
    static void notWritten(Turn turn, Event.OrderNotWritten e) {
        Attempt attempt = turn.attempt(e.orderRef());
        boolean untouched = attempt != null && attempt.written() == 0 && attempt.permIds().isEmpty()
                && attempt.fills().isEmpty();
        if (untouched && (attempt.state() == AttemptState.SENDING || attempt.state() == AttemptState.CANCEL_REQ)) {
            deny(turn, e.orderRef(), e.because());
        }
    }

    private static void deny(Turn turn, String ref, String because) {
        Run run = Intents.runOf(turn, turn.attempt(ref).intentId());
        if (run != null) {
            turn.runs.put(run.hash(), run.closing("NOT_SENT"));
        }
        turn.progress(turn.attempt(ref), "not sent: " + because);
        Deaths.die(turn, ref, AttemptState.DENIED, because);
    }
}

package alvh.daemon.execution;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;

/** openOrder, orderStatus, completedOrder and errors: they move states, never quantities (reliability 5.1 a). */
final class BrokerWords {

    private BrokerWords() {}

    static void orderSeen(Turn turn, Event.OrderSeen e) {
        turn.orderIdFloor = e.clientId() == turn.settings.clientId()
                ? Math.max(turn.orderIdFloor, plausible(e.orderId()))
                : turn.orderIdFloor;
        Match match = Match.of(turn.books, turn.settings.clientId(), e.permId(), e.orderRef(), e.clientId(),
                e.orderId());
        if (match.fault() == Match.Fault.ORPHAN) {
            Faults.orphan(turn, e.orderRef(), e.orderId(), e.clientId());
            return;
        }
        if (match.orderRef() == null) {
            return;
        }
        Attempt attempt = turn.attempt(match.orderRef());
        if (match.fault() != null) {
            Faults.names(turn, match, e.orderRef());
        }
        if (!e.account().equals(turn.settings.account())) {
            Faults.foreign(turn, attempt, "it is in account " + e.account());
            return;
        }
        heard(turn, attempt);
        if (!bind(turn, attempt, e.permId(), e.orderId())) {
            return;
        }
        if (differs(turn, attempt, e)) {
            return;
        }
        status(turn, attempt.orderRef(), e.status(), e.filled(), e.remaining());
    }

    static void statusSeen(Turn turn, Event.StatusSeen e) {
        Optional<String> ref = Match.bare(turn.books, turn.settings.clientId(), e.permId(), e.clientId(), e.orderId());
        if (ref.isEmpty()) {
            return;
        }
        Attempt attempt = turn.attempt(ref.get());
        heard(turn, attempt);
        if (bind(turn, attempt, e.permId(), e.orderId())) {
            status(turn, ref.get(), e.status(), e.filled(), e.remaining());
        }
    }

    /** Completed orders carry neither order id nor client id. */
    static void completedSeen(Turn turn, Event.CompletedSeen e) {
        Match match = Match.of(turn.books, turn.settings.clientId(), e.permId(), e.orderRef(), -1, 0);
        if (match.orderRef() == null || match.fault() == Match.Fault.NAMES_DISAGREE) {
            return;
        }
        Attempt attempt = turn.attempt(match.orderRef());
        if (attempt.alive() && bind(turn, attempt, e.permId(), attempt.orderId())) {
            terminalWord(turn, attempt, e.status(), e.filled());
        }
    }

    static void orderError(Turn turn, Event.OrderError e) {
        Optional<String> ref = Match.byId(turn.books, turn.settings.clientId(), turn.settings.clientId(), e.orderId());
        if (ref.isEmpty()) {
            return;
        }
        Attempt attempt = turn.attempt(ref.get());
        String text = e.code() + " " + cut(e.text());
        turn.record(new JournalRecord.BrokerWord("ERROR", e.orderId(), 0, attempt.orderRef(), text));
        BrokerCode meaning = BrokerCode.of(e.code());
        if (!attempt.alive()) {
            return;
        }
        if (meaning != BrokerCode.CANCEL_FAILED) {
            heard(turn, attempt);
        }
        switch (meaning) {
            case MAYBE_ALIVE, UNLISTED -> {
                Faults.unknown(turn, attempt, "the broker said " + text);
                Faults.halt(turn, "E-BROKER-CODE", "order " + attempt.orderRef() + ": " + text
                        + "; the order may be alive, look at it in TWS");
                turn.readTruth();
            }
            case REJECTED -> rejected(turn, attempt, text);
            case CANCELLED -> Deaths.expect(turn, attempt, AttemptState.CANCELLED, -1);
            case CANCEL_FAILED -> turn.readTruth();
            case NOT_AS_APPROVED -> {
                turn.alert("E-ORDER-DIFFERS", attempt.orderRef() + " is not what was approved: " + text);
                Walker.cancel(turn, attempt, "not as approved: " + text);
            }
            case NOT_WRITTEN -> {
                // OrderNotWritten follows and proves it.
            }
        }
    }

    /** A reject counts at once only when the broker never showed the order to exist. */
    private static void rejected(Turn turn, Attempt attempt, String text) {
        turn.progress(attempt, "rejected: " + text);
        boolean seen = !attempt.permIds().isEmpty() || !attempt.fills().isEmpty();
        if (seen) {
            Deaths.expect(turn, attempt, AttemptState.REJECTED, -1);
            return;
        }
        Deaths.die(turn, attempt.orderRef(), AttemptState.REJECTED, "error " + text);
    }

    /** Binds the permanent id; a second one for the same order is a fault that ends it. */
    private static boolean bind(Turn turn, Attempt attempt, long permId, int orderId) {
        if (!Match.named(permId) || attempt.permIds().contains(permId)) {
            return true;
        }
        turn.record(new JournalRecord.BrokerWord(JournalFold.PERM_ID, orderId, permId, attempt.orderRef(),
                "permId of " + attempt.orderRef()));
        if (attempt.permIds().isEmpty()) {
            return true;
        }
        Faults.twoPermIds(turn, turn.attempt(attempt.orderRef()), orderId);
        return false;
    }

    /** Larger, elsewhere or the other way round is illegal; smaller or at another limit is not what was approved. */
    private static boolean differs(Turn turn, Attempt attempt, Event.OrderSeen e) {
        IntentBook intent = turn.intentOf(attempt);
        Set<InstrumentKey> ours = new HashSet<>();
        for (Lot.LotLeg leg : intent.intent().legs()) {
            ours.add(leg.key());
        }
        // A leg of a combo whose contract is not known yet is missing from the keys.
        boolean single = intent.intent().legs().size() == 1;
        boolean elsewhere = !ours.containsAll(e.keys()) || single && e.keys().isEmpty();
        boolean turned = single && e.side() != null
                && e.side() != intent.intent().legs().get(0).side();
        if (elsewhere || turned || e.quantity() < 1 || e.quantity() > attempt.quantity()) {
            Faults.foreign(turn, attempt, "the broker shows " + e.side() + " " + e.quantity() + " " + e.keys());
            return true;
        }
        boolean repriced = e.limit() != null && !e.limit().equals(attempt.limit());
        if (attempt.alive() && !attempt.cancelAsked() && (e.quantity() < attempt.quantity() || repriced)) {
            turn.alert("E-ORDER-DIFFERS", attempt.orderRef() + " was sent as " + attempt.quantity() + " at "
                    + attempt.limit() + ", the broker shows " + e.quantity() + " at " + e.limit());
            Walker.cancel(turn, attempt, "the broker shows another quantity or limit");
            return true;
        }
        return false;
    }

    static void status(Turn turn, String ref, String status, long filled, long remaining) {
        Attempt attempt = turn.attempt(ref);
        boolean possible = filled >= 0 && remaining >= 0 && filled <= attempt.quantity();
        if (!possible && attempt.alive()) {
            Faults.unknown(turn, attempt, "the broker gave a quantity that cannot be");
            Faults.halt(turn, "E-QUANTITY", ref + ": " + filled + " filled and " + remaining + " left of "
                    + attempt.quantity() + " (-1 is what cannot be read)");
            return;
        }
        switch (status) {
            case "ApiPending", "PendingSubmit", "PreSubmitted" -> brokerMove(turn, attempt, AttemptState.ACKED, status);
            case "Submitted" -> brokerMove(turn, attempt,
                    attempt.fills().isEmpty() ? AttemptState.WORKING : AttemptState.PARTIAL, status);
            case "PendingCancel" ->
                turn.record(new JournalRecord.BrokerWord("STATUS", attempt.orderId(), 0, ref, status));
            case "Inactive" -> inactive(turn, attempt);
            case "Cancelled", "ApiCancelled", "Filled" ->
                terminalWord(turn, attempt, status, filled + remaining == attempt.quantity() ? filled : -1);
            default -> {
                if (attempt.alive()) {
                    Faults.unknown(turn, attempt, "the broker calls it '" + cut(status) + "'");
                    Faults.halt(turn, "E-STATUS", ref + ": unknown status '" + cut(status) + "'");
                }
            }
        }
    }

    private static void brokerMove(Turn turn, Attempt attempt, AttemptState to, String status) {
        // A cancel that was asked for stays asked for: "Submitted" is what such an order looks like until it dies.
        if (attempt.state() == AttemptState.CANCEL_REQ || !attempt.alive()) {
            return;
        }
        AttemptState before = attempt.state();
        turn.move(attempt.orderRef(), to, AttemptMoves.By.BROKER, "orderStatus " + status);
        Attempt moved = turn.attempt(attempt.orderRef());
        if (before == AttemptState.UNKNOWN) {
            Walker.adopt(turn, moved);
        }
        if (moved.state() != before && to == AttemptState.WORKING) {
            turn.progress(moved, "working at " + Attempt.words(moved.limit()));
        }
    }

    private static void inactive(Turn turn, Attempt attempt) {
        boolean dying = turn.watches.containsKey(attempt.orderRef());
        if (attempt.alive() && !dying && attempt.state() != AttemptState.INACTIVE) {
            turn.move(attempt.orderRef(), AttemptState.INACTIVE, AttemptMoves.By.BROKER, "orderStatus Inactive");
            turn.timer("inactive:" + attempt.orderRef(), Walker.INACTIVE_SECONDS);
        }
    }

    private static void terminalWord(Turn turn, Attempt attempt, String status, long filled) {
        if (!attempt.alive()) {
            return;
        }
        if (status.equals("Filled")) {
            unverified(turn, attempt);
            return;
        }
        boolean expired = !attempt.cancelAsked() && DayEnd.over(turn.intentOf(attempt).tradeDate(), turn.now);
        Watch before = turn.watches.get(attempt.orderRef());
        AttemptState verdict = before != null && before.verdict() == AttemptState.REJECTED
                ? AttemptState.REJECTED
                : expired ? AttemptState.EXPIRED : AttemptState.CANCELLED;
        Deaths.expect(turn, attempt, verdict, filled);
    }

    /** Filled by status: charged at worst case until its executions are here. */
    private static void unverified(Turn turn, Attempt attempt) {
        if (attempt.state() == AttemptState.UNVERIFIED || attempt.state() == AttemptState.UNKNOWN) {
            return;
        }
        turn.move(attempt.orderRef(), AttemptState.UNVERIFIED, AttemptMoves.By.BROKER, "orderStatus Filled");
        turn.timer("unverified:" + attempt.orderRef(), Walker.WORD_SECONDS);
        turn.timer("doom:" + attempt.orderRef(), Walker.DOOM_SECONDS);
    }

    /** The broker spoke of this order: it is not lost on the way. A cancel still waits for its own answer. */
    private static void heard(Turn turn, Attempt attempt) {
        boolean first = attempt.state() == AttemptState.SENDING || attempt.state() == AttemptState.SENT;
        if (first) {
            turn.stopTimer("word:" + attempt.orderRef());
            turn.stopTimer("doom:" + attempt.orderRef());
        }
    }

    static int plausible(int orderId) {
        return orderId > 0 && orderId < Faults.MAX_ORDER_ID ? orderId : 0;
    }

    static String cut(String text) {
        if (text == null) {
            return "";
        }
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        return clean.length() <= 80 ? clean : clean.substring(0, 80) + "...";
    }
}

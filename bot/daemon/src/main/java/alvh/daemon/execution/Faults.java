package alvh.daemon.execution;

import java.util.List;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.JournalRecord;

/** What must never be: each is recorded, said aloud, and stops orders until a person looked. */
final class Faults {

    static final int MAX_ORDER_ID = 1 << 30;
    /** Halts that leave reducing sales, by a person, allowed (C35). All others stop everything. */
    private static final List<String> BUYS_ONLY = List.of("E-FILL-AFTER-DEATH", "E-REJECTS", "E-OVERFILL");

    private Faults() {}

    static void halt(Turn turn, String code, String because) {
        if (!turn.books.halts().containsKey(code)) {
            turn.record(new JournalRecord.Halt(code, because));
            turn.force();
        }
        turn.alert(code, because + "; no further order until a person resumes");
    }

    static boolean stopsSales(String haltCode) {
        return !BUYS_ONLY.contains(haltCode);
    }

    /** Quarantine: the reservation is held, nothing is sent again, and the broker is asked each minute. */
    static void unknown(Turn turn, Attempt attempt, String because) {
        if (!attempt.alive() || attempt.state() == AttemptState.UNKNOWN) {
            return;
        }
        String ref = attempt.orderRef();
        turn.move(ref, AttemptState.UNKNOWN, AttemptMoves.By.OURSELVES, because);
        turn.watches.remove(ref);
        Walker.stopTimers(turn, ref);
        turn.timer("unknown:" + ref, Walker.UNKNOWN_SECONDS);
        Cases.open(turn, OpenCase.Kind.UNKNOWN_ORDER, ref, "What became of order " + ref + "? " + because
                + ". Its reservation is held and it is not sent again.", List.of("dead", "wait"));
        turn.alert("E-UNKNOWN-ORDER", ref + ": " + because);
        turn.progress(turn.attempt(ref), "unknown: " + because);
        Run run = Intents.runOf(turn, attempt.intentId());
        if (run != null) {
            turn.runs.put(run.hash(), run.closing("UNKNOWN_ORDER"));
        }
    }

    /** Another account, another contract, more than was sent. */
    static void foreign(Turn turn, Attempt attempt, String because) {
        String key = attempt.orderRef() + "|foreign|" + because;
        if (turn.noted.put(key, true) != null) {
            return;
        }
        turn.record(new JournalRecord.BrokerWord("FOREIGN", attempt.orderId(), 0, attempt.orderRef(), because));
        unknown(turn, attempt, because);
        halt(turn, "E-FOREIGN", attempt.orderRef() + ": " + because);
    }

    static void names(Turn turn, Match match, String said) {
        Attempt attempt = turn.attempt(match.orderRef());
        if (turn.noted.put(match.orderRef() + '|' + match.fault(), true) != null) {
            return;
        }
        switch (match.fault()) {
            case ECHO_BROKEN -> {
                turn.record(new JournalRecord.BrokerWord("REF_ECHO", attempt.orderId(), 0, match.orderRef(),
                        "came back as '" + BrokerWords.cut(said) + "'"));
                Walker.cancel(turn, attempt, "its reference did not come back");
                Cases.open(turn, OpenCase.Kind.REF_ECHO, match.orderRef(),
                        "The broker returned '" + BrokerWords.cut(said) + "' for " + match.orderRef()
                                + ": after a restart such an order could not be found again.",
                        List.of("acknowledge"));
                halt(turn, "E-REF-ECHO", match.orderRef() + " came back as '" + BrokerWords.cut(said) + "'");
            }
            case NAMES_DISAGREE -> {
                unknown(turn, attempt, "its permanent id and its reference name different orders");
                halt(turn, "E-NAMES", match.orderRef() + ": permanent id and reference disagree");
            }
            case ORPHAN -> throw new IllegalStateException("an orphan has no attempt");
        }
    }

    /** In our namespace and not in our journal: the journal was lost, or another daemon acts on this account. */
    static void orphan(Turn turn, String said, int orderId, int clientId) {
        String subject = BrokerWords.cut(said);
        if (turn.noted.put("orphan|" + said + '|' + orderId, true) != null) {
            return;
        }
        turn.record(new JournalRecord.BrokerWord("ORPHAN", orderId, 0, subject, "not in this journal"));
        boolean newer = OrderRef.parse(said).map(r -> r.epoch() > turn.books.epoch()).orElse(false);
        boolean cancellable = clientId == turn.settings.clientId() && orderId > 0;
        if (cancellable) {
            turn.command(new Command.Cancel(orderId, said));
        }
        if (!turn.books.caseOpen(OpenCase.Kind.ORPHAN, subject)) {
            Cases.open(turn, OpenCase.Kind.ORPHAN, subject,
                    "An order or fill carries our name and is not in this journal"
                            + (cancellable ? "; its cancellation was sent." : "."),
                    List.of("acknowledge"));
        }
        halt(turn, newer ? "E-FOREIGN-EPOCH" : "E-ORPHAN",
                subject + (newer
                        ? " was sent by a newer start: does another daemon act on this account?"
                        : " is not in this journal: was the home folder changed or restored?"));
    }

    static void twoPermIds(Turn turn, Attempt attempt, int otherOrderId) {
        String ref = attempt.orderRef();
        if (attempt.alive()) {
            Walker.cancel(turn, attempt, "two permanent ids " + attempt.permIds());
        }
        if (otherOrderId > 0 && otherOrderId != attempt.orderId()) {
            turn.command(new Command.Cancel(otherOrderId, ref));
        }
        halt(turn, "E-TWO-PERMIDS", ref + " has two permanent ids " + attempt.permIds() + ": both are cancelled");
    }
}

package alvh.daemon.execution;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Usd;

/** What a person must settle, and what each answer does. */
final class Cases {

    private static final Pattern AMOUNT = Pattern.compile("value (\\d{1,7}(?:\\.\\d{1,4})?)");

    private Cases() {}

    static void open(Turn turn, OpenCase.Kind kind, String subject, String question, List<String> choices) {
        if (turn.books.caseOpen(kind, subject)) {
            return;
        }
        int id = turn.books.nextCaseId();
        turn.record(new JournalRecord.CaseOpened(id, kind.name(), subject, question, choices));
        turn.alert("CASE-" + id, kind + " " + subject + ": " + question + " Meanwhile blocked: " + kind.blocks()
                + ". Answer with: decide " + id + " " + String.join(" | ", choices));
    }

    /** Facts answered a case before a person did. */
    static void proven(Turn turn, String orderRef, String because) {
        settle(turn, OpenCase.Kind.UNKNOWN_ORDER, orderRef, because);
    }

    static void settle(Turn turn, OpenCase.Kind kind, String subject, String because) {
        for (OpenCase open : turn.books.openCases()) {
            if (open.kind() == kind && open.subject().equals(subject)) {
                turn.record(new JournalRecord.Decision(open.caseId(), "proven", because, "the broker", turn.now));
            }
        }
    }

    static void decide(Turn turn, Event.Decide e) {
        OpenCase open = turn.books.cases().get(e.caseId());
        if (open == null || !open.open()) {
            turn.alert("E-CASE", "case " + e.caseId() + (open == null ? " does not exist" : " is decided already"));
            return;
        }
        boolean valued = open.choices().contains(OpenCase.VALUE) && AMOUNT.matcher(e.choice()).matches();
        boolean known = open.choices().contains(e.choice()) && !e.choice().equals(OpenCase.VALUE);
        if (!known && !valued || e.reason() == null || e.reason().isBlank()) {
            turn.alert("E-CASE", "case " + e.caseId() + " takes " + String.join(" | ", open.choices())
                    + " and a reason, got '" + BrokerWords.cut(e.choice()) + "'");
            return;
        }
        if (e.choice().equals("wait")) {
            turn.record(new JournalRecord.JournalLine("case " + e.caseId(), e.reason(), "wait"));
            return;
        }
        turn.record(new JournalRecord.Decision(e.caseId(), e.choice(), e.reason(), e.who(), turn.now));
        turn.force();
        switch (open.kind()) {
            case UNKNOWN_ORDER -> declareDead(turn, open.subject(), e.who());
            case POSITION -> Positions.rebase(turn, open.subject());
            case SETTLEMENT -> settle(turn, open.subject(), e.choice());
            case ORPHAN, LEG_MISSING, UNVERIFIED_FILL, REF_ECHO, CLAIM, GAP -> {
                // The answer itself is the record; a halt beside it is lifted by resume.
            }
        }
    }

    private static void settle(Turn turn, String subject, String choice) {
        Matcher amount = AMOUNT.matcher(choice);
        Usd value = amount.matches() ? Usd.of(amount.group(1)) : Usd.ZERO;
        turn.record(new JournalRecord.Booked(
                new BookedEvent.Settled(turn.now, InstrumentKey.of(subject), value)));
    }

    /** A person looked in TWS: the order is not alive there. What it filled is booked when it is reported. */
    private static void declareDead(Turn turn, String ref, String who) {
        Attempt attempt = turn.attempt(ref);
        if (attempt != null && attempt.state() == AttemptState.UNKNOWN) {
            Deaths.die(turn, ref, AttemptState.CANCELLED, "declared dead by " + who);
        }
    }
}

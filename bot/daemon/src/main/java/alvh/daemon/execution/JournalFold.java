package alvh.daemon.execution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.LedgerFold;

/** Journal records become {@link Books}: one fold, the same live, at a restart and in a rebuild. */
final class JournalFold {

    /** Kinds of {@link JournalRecord.BrokerWord} that the fold reads; all others are evidence only. */
    static final String PERM_ID = "PERM_ID";
    /** Names the attempt of the execution booked next; {@code text} is {@link ExecutionId#of}. */
    static final String EXECUTION = "EXECUTION";
    /** An execution inside the holdings of the first reading: known, never booked. */
    static final String SEEDED = "SEEDED";
    /** Stands for an order reference where an execution is known and not counted: inside a seeded holding, or a combo's own. */
    static final String KNOWN_ONLY = "~";
    static final String FIRST_SIGHT = "FIRST_SIGHT";
    static final String ATTEMPT = "ATTEMPT";

    private JournalFold() {}

    static Books apply(Books books, JournalRecord record) {
        return record instanceof JournalRecord.Booked booked
                ? booked(books, booked.event()).with(LedgerFold.apply(books.ledger(), booked.event()))
                : word(books, record);
    }

    /** The fold of many records; the ledger is folded once, at the end. */
    static Books applyAll(Books start, List<JournalRecord> records) {
        Books books = start;
        List<BookedEvent> ledger = new ArrayList<>();
        for (JournalRecord record : records) {
            if (record instanceof JournalRecord.Booked booked) {
                ledger.add(booked.event());
                books = booked(books, booked.event());
            } else {
                books = word(books, record);
            }
        }
        return books.with(LedgerFold.applyAll(books.ledger(), ledger));
    }

    private static Books word(Books books, JournalRecord record) {
        return switch (record) {
            case JournalRecord.Epoch e -> books.at(e.epoch(), e.account());
            case JournalRecord.Plan p -> plan(books, p);
            case JournalRecord.PlanState s -> planState(books, s);
            case JournalRecord.Intent i -> books.with(new IntentBook(i, books.epoch(), null, List.of()));
            case JournalRecord.Release r -> released(books, r);
            case JournalRecord.SendStart s -> sendStart(books, s);
            case JournalRecord.SendDone d -> sendDone(books, d);
            case JournalRecord.State s -> state(books, s);
            case JournalRecord.BrokerWord w -> brokerWord(books, w);
            case JournalRecord.CaseOpened c -> caseOpened(books, c);
            case JournalRecord.Decision d -> decided(books, d);
            case JournalRecord.Killed k -> books.killed(k.who() + ": " + k.why());
            case JournalRecord.Unkilled u -> books.killed(null);
            case JournalRecord.Halt h -> books.halted(Sorted.with(books.halts(), h.code(), h.because()));
            case JournalRecord.Resumed r -> books.halted(Collections.emptySortedMap()).with(books.counters().worked());
            case JournalRecord.SnapshotDigest d -> books.digested(d.digest());
            case JournalRecord.Booked b -> booked(books, b.event());
            case JournalRecord.Config c -> books;
            case JournalRecord.Breadth b -> books;
            case JournalRecord.Skip s -> books;
            case JournalRecord.Outcome o -> books;
            case JournalRecord.Approval a -> books;
            case JournalRecord.Levels l -> books;
            case JournalRecord.Stop s -> books;
            case JournalRecord.Checkpoint c -> books;
            case JournalRecord.JournalLine l -> books;
            case JournalRecord.Memory m -> books;
        };
    }

    private static Books plan(Books books, JournalRecord.Plan plan) {
        PlanFate before = books.plans().get(plan.planHash());
        boolean known = before != null;
        return books.withPlan(plan.planHash(),
                new PlanFate(known ? before.state() : "PLANNED", known ? before.at() : plan.asOf(), plan.worstCase()));
    }

    private static Books planState(Books books, JournalRecord.PlanState state) {
        PlanFate before = books.plans().get(state.planHash());
        return books.withPlan(state.planHash(),
                new PlanFate(state.state(), state.at(), before == null ? null : before.worstCase()));
    }

    private static Books released(Books books, JournalRecord.Release release) {
        IntentBook intent = books.intents().get(release.intentId());
        return intent == null ? books : books.with(intent.closed(release.because()));
    }

    private static Books sendStart(Books books, JournalRecord.SendStart s) {
        Books next = books.with(Attempt.starting(s.orderRef(), s.intentId(), s.attempt(), books.epoch(), s.orderId(),
                s.quantity(), s.limit(), s.at()));
        IntentBook intent = next.intents().get(s.intentId());
        return intent == null ? next : next.with(intent.with(s.orderRef()));
    }

    private static Books sendDone(Books books, JournalRecord.SendDone done) {
        Attempt attempt = books.attempts().get(done.orderRef());
        return attempt == null ? books : books.with(attempt.written(done.bytes()));
    }

    private static Books state(Books books, JournalRecord.State s) {
        Attempt attempt = s.machine().equals(ATTEMPT) ? books.attempts().get(s.subject()) : null;
        if (attempt == null) {
            return books;
        }
        AttemptState next = AttemptState.valueOf(s.after());
        Counters counters = switch (next) {
            case CANCEL_REQ -> books.counters().cancelled(Books.day(s.at()));
            case REJECTED -> books.counters().rejected(Books.day(s.at()));
            case WORKING, PARTIAL, FILLED -> books.counters().worked();
            case SENDING, SENT, ACKED, INACTIVE, UNVERIFIED, UNKNOWN, CANCELLED, EXPIRED, DENIED -> books.counters();
        };
        return books.with(attempt.in(next)).with(counters);
    }

    private static Books brokerWord(Books books, JournalRecord.BrokerWord w) {
        return switch (w.kind()) {
            case PERM_ID -> {
                Attempt attempt = books.attempts().get(w.orderRef());
                Books named = books.withPermId(w.permId(), w.orderRef());
                yield attempt == null ? named : named.with(attempt.named(w.permId()));
            }
            case SEEDED -> books.withExecution(w.text(), KNOWN_ONLY);
            case EXECUTION -> books.withExecution(w.text(), w.orderRef() == null ? "" : w.orderRef());
            case FIRST_SIGHT -> books.seen();
            default -> books;
        };
    }

    private static Books caseOpened(Books books, JournalRecord.CaseOpened c) {
        return books.with(new OpenCase(c.caseId(), OpenCase.Kind.valueOf(c.kind()), c.subject(), c.question(),
                c.choices(), null));
    }

    private static Books decided(Books books, JournalRecord.Decision d) {
        OpenCase open = books.cases().get(d.caseId());
        return open == null ? books : books.with(open.decided(d.choice()));
    }

    private static Books booked(Books books, BookedEvent event) {
        return switch (event) {
            case BookedEvent.Executed e -> executed(books, e);
            case BookedEvent.Commission c ->
                books.withCommission(new ExecutionId(c.execBase(), c.revision()).of(c.key()), c.amount());
            case BookedEvent.HoldingSeeded h -> books;
            case BookedEvent.IntentReserved r -> books;
            case BookedEvent.IntentClosed c -> books;
            case BookedEvent.Settled s -> books;
            case BookedEvent.Marked m -> books;
        };
    }

    private static Books executed(Books books, BookedEvent.Executed e) {
        String orderRef = books.executions().get(new ExecutionId(e.execBase(), e.revision()).of(e.key()));
        Attempt attempt = orderRef == null ? null : books.attempts().get(orderRef);
        if (attempt == null) {
            return books;
        }
        return books.with(attempt.filled(new Fill(e.execBase(), e.revision(), e.permId(), e.key(), e.side(),
                e.quantity(), e.price())));
    }
}

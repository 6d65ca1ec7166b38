package alvh.daemon.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import alvh.planner.layer.LayerLevels;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.CashTotals;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.Past;

/**
 * What the journal holds (reliability 5.3). The journal is the truth: every other table, the ledger and the execution
 * state are folds of these records. Payloads stay below 4 KiB; inputs and plans are stored by hash beside them.
 */
public sealed interface JournalRecord {

    /** The first record of every start. */
    record Epoch(int epoch, long pid, String host, String version, String configHash, String account)
            implements
                JournalRecord {}

    /** The effective settings, secrets replaced. */
    record Config(String hash, Map<String, String> settings) implements JournalRecord {}

    /** A plan was made; the blobs of both hashes are written in the same transaction. */
    record Plan(String planHash, String inputHash, String build, String kind, LocalDate tradeDate, Instant asOf,
            String result, Usd worstCase, int orders) implements JournalRecord {}

    /** OFFERED, APPROVED, REJECTED, EXPIRED, SUPERSEDED, RELEASED, DONE, with what changed it. */
    record PlanState(String planHash, String state, Instant at, String because) implements JournalRecord {}

    /** A window or step did not happen, with the reason code and a sentence. */
    record Skip(String job, LocalDate tradeDate, String code, String because) implements JournalRecord {}

    /** The one outcome of a scheduled window: DONE, PARTIAL or SKIPPED. */
    record Outcome(String job, LocalDate tradeDate, String result, String planHash, String because)
            implements
                JournalRecord {}

    record Approval(String planHash, String who, String how, Instant at, String decision, String shownQuotes)
            implements
                JournalRecord {}

    record Decision(int caseId, String choice, String reason, String who, Instant at) implements JournalRecord {}

    /** An order step with its reservation, before its first attempt. */
    record Intent(String intentId, String planHash, int step, LayerId layer, BookedEvent.Effect effect,
            List<Lot.LotLeg> legs, long quantity, int multiplier, List<Price> rungs, Usd reserved,
            List<String> closesLots,
            Instant at) implements JournalRecord {}

    /** The intent is CLOSED and its reservation released; {@code because}: FILLED, NOT_SENT, UNFILLED, REJECTED ... */
    record Release(String intentId, String because, Instant at) implements JournalRecord {}

    /** The one forced record of an attempt, before the first byte. */
    record SendStart(String intentId, int attempt, String orderRef, int orderId, long quantity, Price limit,
            String orderHash, String quotes, long probeMillis, Instant at) implements JournalRecord {}

    record SendDone(String orderRef, long bytes) implements JournalRecord {}

    /** An attempt or intent changed state; {@code cause} names the event. */
    record State(String machine, String subject, String before, String after, String cause, Instant at)
            implements
                JournalRecord {}

    /**
     * Everything the ledger reads, and all it reads: the ledger is the fold of these records alone. An Intent and a Release
     * stand beside the Booked IntentReserved and IntentClosed of the same transaction.
     */
    record Booked(BookedEvent event) implements JournalRecord {}

    /** Any other word of the broker about our orders. */
    record BrokerWord(String kind, int orderId, long permId, String orderRef, String text) implements JournalRecord {}

    /** Advancing and declining issues of the NYSE as they stood near a close; the later record of a day counts. */
    record Breadth(LocalDate date, int advances, int declines, Instant at) implements JournalRecord {}

    record Levels(LayerLevels levels, double votes, String source) implements JournalRecord {}

    record CaseOpened(int caseId, String kind, String subject, String question, List<String> choices)
            implements
                JournalRecord {}

    record Killed(String who, String why, List<String> stillWorking) implements JournalRecord {}

    record Unkilled(String who, String why) implements JournalRecord {}

    record Halt(String code, String because) implements JournalRecord {}

    record Resumed(String who, String why) implements JournalRecord {}

    record Stop(String because, List<String> stillWorking) implements JournalRecord {}

    record SnapshotDigest(String digest, int openOrders, int executions, int positions) implements JournalRecord {}

    record Checkpoint(long lsn, String head) implements JournalRecord {}

    /** A shift, a harvest, a veto: a line of the decision journal (methodology 1.3). */
    record JournalLine(String subject, String text, String choice) implements JournalRecord {}

    /** What later plans and the decision journal remember: read by folds of their own, never by the order truth. */
    sealed interface Memory extends JournalRecord {

        /** The account at a close; {@code entry} null when {@code missing} says what could not be known. */
        record Day(LocalDate date, CashTotals totals, Past.DayEntry entry, String missing) implements Memory {}

        /** A part of the surfaces that a close was planned with. */
        record Surfaces(LocalDate date, List<Past.SurfaceEntry> entries) implements Memory {}

        /** A part of the figures of a week's first run; parts of one date belong together. */
        record Week(LocalDate date, SortedMap<String, Double> figures) implements Memory {}

        /** A structure was seen for the first time; {@code thesis} as the user told it by then, null when he did not. */
        record Thesis(String structure, LocalDate seen, String thesis, String invalidation) implements Memory {}

        /**
         * A decision point (methodology 1.3).
         *
         * @param subjects structures or lots, as they are named elsewhere
         * @param thesis null counts as journal debt
         * @param evidence by name, unknown ones absent
         * @param choice LOYALTY, MOTION or THIRD
         * @param difference contracts that the choice holds more than the other choice would; {@code worth} of them then, in
         *        dollars, null when a leg had no mark
         */
        record Decided(String id, Instant at, LocalDate date, String kind, List<String> subjects, String thesis,
                String invalidation, SortedMap<String, Double> evidence, String choice, String reason,
                String configHash, SortedMap<InstrumentKey, Long> difference, Usd worth) implements Memory {}

        /** What a choice has cost against the other one, sessions later; {@code cost} null when {@code missing} says why. */
        record Counterfactual(String id, int sessions, LocalDate date, Usd cost, String missing) implements Memory {}
    }
}

package alvh.planner.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import alvh.planner.ledger.BookedEvent.Commission;
import alvh.planner.ledger.BookedEvent.Executed;
import alvh.planner.ledger.BookedEvent.HoldingSeeded;
import alvh.planner.ledger.BookedEvent.IntentReserved;
import alvh.planner.ledger.BookedEvent.Marked;
import alvh.planner.ledger.BookedEvent.Settled;
import alvh.planner.ledger.Ledger.Applied;
import alvh.planner.ledger.Ledger.Closing;
import alvh.planner.ledger.Ledger.Intent;
import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Usd;

/**
 * The words of the broker while events are taken in: which are new, which replace an older version, which are repeats;
 * and what they touch. Lives for one call, on one thread.
 */
final class Words {

    private long sequence;
    private final SortedMap<String, Applied> executions;
    private final SortedMap<String, Commission> commissions;
    private final SortedMap<String, Intent> intents;
    private final List<HoldingSeeded> holdings;
    private final SortedMap<InstrumentKey, Settled> settlements;
    private final SortedMap<String, Marked> marks;
    private final SortedSet<InstrumentKey> touchedBook = new TreeSet<>();
    private boolean touchedHedge;

    Words(Ledger.Memory memory) {
        sequence = memory.sequence();
        executions = new TreeMap<>(memory.executions());
        commissions = new TreeMap<>(memory.commissions());
        intents = new TreeMap<>(memory.intents());
        holdings = new ArrayList<>(memory.holdings());
        settlements = new TreeMap<>(memory.settlements());
        marks = new TreeMap<>(memory.marks());
    }

    void take(BookedEvent event) {
        switch (event) {
            case HoldingSeeded holding -> takeHolding(holding);
            case IntentReserved intent -> takeIntent(intent);
            case BookedEvent.IntentClosed closed -> takeClosed(closed.intentId());
            case Executed execution -> takeExecution(execution);
            case Commission commission -> takeCommission(commission);
            case Settled settled -> takeSettled(settled);
            case Marked marked -> takeMarked(marked);
        }
    }

    private void takeHolding(HoldingSeeded holding) {
        if (!holdings.contains(holding)) {
            holdings.add(holding);
            touchedBook.add(holding.key());
            sequence++;
        }
    }

    private void takeIntent(IntentReserved intent) {
        if (!intents.containsKey(intent.intentId())) {
            intents.put(intent.intentId(), new Intent(sequence++, intent, false));
            touchedHedge = true;
        }
    }

    private void takeClosed(String intentId) {
        Intent intent = intents.get(intentId);
        if (intent != null && !intent.closed()) {
            intents.put(intentId, new Intent(intent.sequence(), intent.reserved(), true));
            touchedHedge = true;
        }
    }

    private void takeExecution(Executed execution) {
        String id = id(execution);
        Applied known = executions.get(id);
        if (known == null) {
            executions.put(id, new Applied(sequence++, execution));
        } else if (known.execution().revision() < execution.revision()) {
            executions.put(id, new Applied(known.sequence(), execution));
            touch(known.execution());
        } else {
            return;
        }
        touch(execution);
    }

    private void takeCommission(Commission commission) {
        String id = feeId(commission.execBase(), commission.key());
        Commission known = commissions.get(id);
        if (known == null || newer(commission, known)) {
            commissions.put(id, commission);
            touchedHedge = true;
            touchedBook.add(commission.key());
        }
    }

    /** A later revision, or a later word on the same; of two words of one moment the dearer. */
    private static boolean newer(Commission commission, Commission known) {
        if (commission.revision() != known.revision()) {
            return commission.revision() > known.revision();
        }
        int later = commission.at().compareTo(known.at());
        return later > 0 || later == 0 && commission.amount().compareTo(known.amount()) > 0;
    }

    private void takeSettled(Settled settled) {
        Settled known = settlements.get(settled.key());
        if (known == null || settled.at().isAfter(known.at())) {
            settlements.put(settled.key(), settled);
            touchedHedge = true;
            touchedBook.add(settled.key());
        }
    }

    private void takeMarked(Marked marked) {
        Marked known = marks.get(marked.lotId());
        boolean news = known == null || marked.peak().compareTo(known.peak()) > 0 || marked.rungs() > known.rungs();
        if (news) {
            marks.put(marked.lotId(), known == null
                    ? marked
                    : new Marked(marked.at(), marked.lotId(),
                            marked.peak().compareTo(known.peak()) > 0 ? marked.peak() : known.peak(),
                            Math.max(marked.rungs(), known.rungs())));
            touchedHedge = true;
        }
    }

    private void touch(Executed execution) {
        if (execution.intentId() == null) {
            touchedBook.add(execution.key());
        } else {
            touchedHedge = true;
        }
    }

    /** Leg executions of one combo may share a base, so key, side and permId belong to the identity. */
    private static String id(Executed execution) {
        return execution.execBase() + "|" + execution.key().text() + "|" + execution.side() + "|"
                + execution.permId();
    }

    private static String feeId(String execBase, InstrumentKey key) {
        return execBase + "|" + key.text();
    }

    /** The commission of an execution, or null when none has been reported. */
    Usd commission(Executed execution) {
        Commission known = commissions.get(feeId(execution.execBase(), execution.key()));
        return known == null ? null : known.amount();
    }

    boolean changed() {
        return touchedHedge || !touchedBook.isEmpty();
    }

    boolean touchedHedge() {
        return touchedHedge;
    }

    SortedSet<InstrumentKey> touchedBook() {
        return touchedBook;
    }

    SortedMap<String, Applied> executions() {
        return executions;
    }

    SortedMap<String, Intent> intents() {
        return intents;
    }

    List<HoldingSeeded> holdings() {
        return holdings;
    }

    SortedMap<InstrumentKey, Settled> settlements() {
        return settlements;
    }

    SortedMap<String, Marked> marks() {
        return marks;
    }

    Ledger.Memory memory(List<Closing> closings, SortedMap<String, Usd> feesHeld,
            SortedMap<InstrumentKey, Long> unmatched) {
        return new Ledger.Memory(sequence, executions, commissions, intents, List.copyOf(holdings), settlements, marks,
                List.copyOf(closings), feesHeld, unmatched);
    }
}

package alvh.daemon.cycle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.Ledger;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;

/**
 * What each choice has cost against the other one (methodology 1.3): the difference in positions at the decision, marked
 * again at the close 5 and 20 sessions later, without fees and without what was traded in between. Positive: the other choice
 * would have been better by so much. The desk's thread, but for {@link #wanted}.
 */
final class Counterfactuals {

    private static final List<Integer> SESSIONS = List.of(5, 20);
    private static final int MOST_WANTED = 16;

    private final Map<String, JournalRecord.Memory.Decided> waiting = new LinkedHashMap<>();
    private final SortedMap<String, Usd> marked = new TreeMap<>();
    private final Map<String, Integer> done = new LinkedHashMap<>();
    private volatile List<Due> plan = List.of();

    /** One mark to be made. */
    private record Due(JournalRecord.Memory.Decided decision, int sessions, LocalDate on) {

        String key() {
            return decision.id() + " +" + sessions;
        }
    }

    void take(JournalRecord.Memory.Decided decision) {
        if (!decision.difference().isEmpty()) {
            waiting.put(decision.id(), decision);
            plan();
        }
    }

    void take(JournalRecord.Memory.Counterfactual mark) {
        done.merge(mark.id(), mark.sessions(), Math::max);
        if (mark.sessions() >= SESSIONS.get(SESSIONS.size() - 1)) {
            waiting.remove(mark.id());
            done.remove(mark.id());
        }
        plan();
    }

    private void plan() {
        List<Due> due = new ArrayList<>();
        for (JournalRecord.Memory.Decided decision : waiting.values()) {
            for (int sessions : SESSIONS) {
                if (sessions > done.getOrDefault(decision.id(), 0)) {
                    due.add(new Due(decision, sessions, TradingCalendar.nyse().plus(decision.date(), sessions)));
                }
            }
        }
        plan = List.copyOf(due);
    }

    /** Instruments whose quotes the closes of this day should have; any thread. */
    List<InstrumentKey> wanted(LocalDate today) {
        SortedSet<InstrumentKey> keys = new TreeSet<>();
        plan.stream().filter(due -> !due.on().isAfter(today))
                .forEach(d -> keys.addAll(d.decision().difference().keySet()));
        return keys.stream().limit(MOST_WANTED).toList();
    }

    /** A picture near the close: what it can mark is kept, the last one counts. */
    void look(LocalDate today, MarketSnapshot market, Ledger ledger) {
        for (Due due : plan) {
            if (!due.on().isAfter(today) && due.decision().worth() != null) {
                Difference.worth(due.decision().difference(), market, ledger)
                        .ifPresent(worth -> marked.put(due.key(), worth));
            }
        }
    }

    /** The marks of this close, once each. */
    List<JournalRecord> close(LocalDate today) {
        List<JournalRecord> records = new ArrayList<>();
        for (Due due : plan) {
            if (!due.on().isAfter(today)) {
                Usd then = due.decision().worth();
                Usd now = marked.get(due.key());
                records.add(new JournalRecord.Memory.Counterfactual(due.decision().id(), due.sessions(), today,
                        then == null || now == null ? null : then.minus(now),
                        then == null ? "no mark at the decision" : now == null ? "no mark at the close" : ""));
            }
        }
        marked.clear();
        return records;
    }
}

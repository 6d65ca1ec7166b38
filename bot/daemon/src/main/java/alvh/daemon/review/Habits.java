package alvh.daemon.review;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.TradingCalendar;
import alvh.planner.measure.Discipline;

/**
 * How the user and the machine keep to the plan (methodology S57, S05), over the whole journal: from the first daily window
 * that has an outcome to the last.
 *
 * @param confirmationMinutes from offer to answer, over all plans that a person answered
 */
public record Habits(Discipline discipline, double confirmationMinutes) {

    public static Habits of(List<JournalRecord> records) {
        Count count = new Count();
        records.forEach(count::take);
        return new Habits(count.discipline(), count.waited.toSeconds() / 60.0);
    }

    /** What the records say so far. */
    private static final class Count {
        private static final Set<String> DAILY = Set.of("DAILY", "WEEKLY");
        private final TreeSet<LocalDate> days = new TreeSet<>();
        private final Set<LocalDate> onTime = new HashSet<>();
        private final Set<String> ours = new HashSet<>();
        private final Set<String> byHand = new HashSet<>();
        private final Set<InstrumentKey> hedges = new HashSet<>();
        private final Map<String, Instant> offered = new HashMap<>();
        private Duration waited = Duration.ZERO;
        private int overrides;

        void take(JournalRecord entry) {
            switch (entry) {
                case JournalRecord.Outcome o when DAILY.contains(o.job()) -> outcome(o);
                case JournalRecord.Intent i -> i.legs().forEach(leg -> hedges.add(leg.key()));
                case JournalRecord.SendStart s -> ours.add(s.intentId());
                case JournalRecord.Booked b when b.event() instanceof BookedEvent.Executed e && e.intentId() == null
                        && hedges.contains(e.key()) ->
                    byHand.add(e.execBase() + e.key());
                case JournalRecord.Memory.Decided d when d.kind().equals("OVERRIDE") -> overrides++;
                case JournalRecord.PlanState s -> state(s);
                default -> {
                    // Says nothing about habits.
                }
            }
        }

        private void outcome(JournalRecord.Outcome o) {
            days.add(o.tradeDate());
            boolean missed = o.result().equals("SKIPPED")
                    && (o.because().startsWith("MISSED") || o.because().startsWith("RESTART"));
            if (!missed) {
                onTime.add(o.tradeDate());
            }
        }

        private void state(JournalRecord.PlanState s) {
            switch (s.state()) {
                case "OFFERED" -> offered.putIfAbsent(s.planHash(), s.at());
                case "APPROVED", "REJECTED" -> {
                    Instant since = offered.remove(s.planHash());
                    waited = since == null ? waited : waited.plus(Duration.between(since, s.at()));
                }
                default -> {
                    // Nobody was waited for.
                }
            }
        }

        Discipline discipline() {
            int due = days.isEmpty()
                    ? 0
                    : 1 + TradingCalendar.nyse().sessionsBetween(days.first(), days.last());
            return new Discipline(Math.max(due, onTime.size()), onTime.size(), ours.size() + byHand.size(), ours.size(),
                    overrides);
        }
    }
}

package alvh.daemon.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.money.Usd;

/**
 * The decision journal as a report (methodology 1.3).
 *
 * @param decisions oldest first
 * @param choices LOYALTY, MOTION, THIRD, each with the mean cost of not having taken the other choice
 * @param debt decisions without a frozen thesis
 */
public record DecisionReport(List<Row> decisions, List<Choice> choices, int debt) {

    /**
     * @param after5 dollars by which the other choice would have been better at the fifth session, null while unknown;
     *        {@code after20} likewise; negative when the choice was the better one
     * @param unmarked why a mark is missing, "" when none is
     */
    public record Row(String id, LocalDate date, String kind, List<String> subjects, String choice, String reason,
            String thesis, String invalidation, Map<String, Double> evidence, String configHash, Usd after5,
            Usd after20,
            String unmarked) {}

    /** @param mean5 dollars, NaN without a mark; {@code marks5} how many were marked */
    public record Choice(String choice, int decisions, double mean5, int marks5, double mean20, int marks20) {}

    public static DecisionReport of(List<JournalRecord> records) {
        Map<String, JournalRecord.Memory.Decided> decided = new LinkedHashMap<>();
        Map<String, JournalRecord.Memory.Counterfactual> marks = new TreeMap<>();
        for (JournalRecord entry : records) {
            if (entry instanceof JournalRecord.Memory.Decided d) {
                decided.put(d.id(), d);
            } else if (entry instanceof JournalRecord.Memory.Counterfactual c) {
                marks.put(c.id() + " +" + c.sessions(), c);
            }
        }
        List<Row> rows = decided.values().stream().map(d -> row(d, marks)).toList();
        List<Choice> choices = new ArrayList<>();
        for (String choice : List.of("LOYALTY", "MOTION", "THIRD")) {
            choices.add(choice(choice, rows.stream().filter(r -> r.choice().equals(choice)).toList()));
        }
        return new DecisionReport(rows, choices, (int) rows.stream().filter(r -> r.thesis() == null).count());
    }

    private static Row row(JournalRecord.Memory.Decided d, Map<String, JournalRecord.Memory.Counterfactual> marks) {
        JournalRecord.Memory.Counterfactual five = marks.get(d.id() + " +5");
        JournalRecord.Memory.Counterfactual twenty = marks.get(d.id() + " +20");
        String unmarked = d.difference().isEmpty()
                ? "no position hangs on it"
                : missing(five).isEmpty() ? missing(twenty) : missing(five);
        return new Row(d.id(), d.date(), d.kind(), d.subjects(), d.choice(), d.reason(), d.thesis(), d.invalidation(),
                d.evidence(), d.configHash(), five == null ? null : five.cost(), twenty == null ? null : twenty.cost(),
                unmarked);
    }

    private static String missing(JournalRecord.Memory.Counterfactual mark) {
        return mark == null ? "" : mark.missing();
    }

    private static Choice choice(String name, List<Row> rows) {
        List<Usd> five = rows.stream().map(Row::after5).filter(c -> c != null).toList();
        List<Usd> twenty = rows.stream().map(Row::after20).filter(c -> c != null).toList();
        return new Choice(name, rows.size(), mean(five), five.size(), mean(twenty), twenty.size());
    }

    private static double mean(List<Usd> costs) {
        return costs.stream().mapToDouble(Usd::toDouble).average().orElse(Double.NaN);
    }

    /** For people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Row r : decisions) {
            lines.add(r.id());
            lines.add("    " + r.reason());
            lines.add("    thesis: " + (r.thesis() == null ? "none was frozen" : r.thesis())
                    + (r.invalidation() == null ? "" : " · wrong if: " + r.invalidation()));
            lines.add("    cost against the other choice: +5 " + cost(r.after5()) + " · +20 " + cost(r.after20())
                    + (r.unmarked().isEmpty() ? "" : " (" + r.unmarked() + ")"));
        }
        if (decisions.isEmpty()) {
            lines.add("No decision point yet.");
        }
        for (Choice c : choices) {
            lines.add(String.format(Locale.ROOT,
                    "%-8s %3d decisions · mean cost %s after 5 sessions (%d), %s after 20 (%d)",
                    c.choice(), c.decisions(), mean(c.mean5()), c.marks5(), mean(c.mean20()), c.marks20()));
        }
        lines.add("journal debt: " + debt + " decisions without a frozen thesis");
        return lines;
    }

    private static String cost(Usd cost) {
        return cost == null ? "-" : cost.text();
    }

    private static String mean(double dollars) {
        return Double.isFinite(dollars) ? Usd.floor(dollars).text() : "unknown";
    }
}

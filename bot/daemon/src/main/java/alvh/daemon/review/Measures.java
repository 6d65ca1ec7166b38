package alvh.daemon.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.daemon.desk.JournalRecord;
import alvh.planner.measure.Discipline;
import alvh.planner.measure.Independence;
import alvh.planner.measure.MoneyWeighted;
import alvh.planner.measure.ReturnVolatility;
import alvh.planner.measure.Session;
import alvh.planner.plan.Past;
import alvh.planner.plan.PastSessions;

/**
 * The numbers by which success is judged (methodology Q22, F14, S24, S26, S57).
 *
 * @param figures by name; what is not known is absent
 * @param missing why, by name
 * @param lines sentences for people
 */
public record Measures(SortedMap<String, Double> figures, SortedMap<String, String> missing, List<String> lines) {

    /** The four numbers of a week (Q22), as the weekly entry names them, in words. */
    private static final List<List<String>> WEEK = List.of(List.of("budget.used.percent", "budget used %.1f %%"),
            List.of("absorption.percent", "absorbs %.1f %% of a -5 %% week"),
            List.of("theta.share.percent", "hedge theta %.1f %% of the book's"),
            List.of("unhedgeable.usd", "worst name's loss that no market hedge reaches $%.2f"));

    /** From the last week's figures and the remembered closes alone. */
    public static Measures of(Past past) {
        Measures m = new Measures(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        m.week(past.lastWeek());
        m.results(past.days());
        return m;
    }

    /** From the remembered closes alone. */
    public static Measures returns(List<Past.DayEntry> days) {
        Measures m = new Measures(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        m.results(days);
        return m;
    }

    /** With the habits that only the journal knows. */
    public static Measures of(Past past, List<JournalRecord> records) {
        Measures m = of(past);
        m.habits(Habits.of(records));
        return m;
    }

    private void week(Past.WeekEntry week) {
        List<String> words = new ArrayList<>();
        for (List<String> number : WEEK) {
            Double value = week == null ? null : week.figures().get(number.get(0));
            if (value == null) {
                missing.put(number.get(0), week == null ? "no weekly run yet" : "unknown at the last weekly run");
            } else {
                figures.put(number.get(0), value);
                words.add(String.format(Locale.ROOT, number.get(1), value));
            }
        }
        lines.add(week == null
                ? "week: no weekly run yet"
                : "week of " + week.date() + ": " + (words.isEmpty() ? "nothing known" : String.join(" · ", words)));
    }

    private void results(List<Past.DayEntry> days) {
        List<Session> sessions = PastSessions.of(days);
        ReturnVolatility v = ReturnVolatility.of(days.isEmpty() ? LocalDate.EPOCH : days.get(0).date(), sessions);
        if (v.because() == null) {
            figures.put("irr.hedged.percent", 100 * v.hedgedReturn().perYear());
            figures.put("irr.unhedged.percent", 100 * v.unhedgedReturn().perYear());
            figures.put("irr.volatility.hedged.percent", 100 * v.hedged());
            figures.put("irr.volatility.unhedged.percent", 100 * v.unhedged());
            figures.values().removeIf(x -> !Double.isFinite(x));
            lines.add(String.format(Locale.ROOT,
                    "return a year (%s): %.2f %% hedged, %.2f %% without; its volatility %.2f %% against %.2f %%, %s by %.2f",
                    method(v), 100 * v.hedgedReturn().perYear(), 100 * v.unhedgedReturn().perYear(), 100 * v.hedged(),
                    100 * v.unhedged(), v.difference() <= 0 ? "steadier" : "less steady",
                    100 * Math.abs(v.difference())));
        } else {
            missing.put("irr.volatility.hedged.percent", v.because());
            lines.add("return and its volatility with and without the hedge: " + v.because());
        }
        Independence i = Independence.of(sessions);
        if (i.because() == null) {
            figures.put("independence.correlation", i.correlation());
            lines.add(String.format(Locale.ROOT, "independence: correlation %.2f over %d sessions, %s", i.correlation(),
                    i.sessions(), i.healthy() ? "healthy" : "above 0.20: the hedge moves with what it should not"));
        } else {
            missing.put("independence.correlation", i.because());
            lines.add("independence: n/a, " + i.because());
        }
    }

    private static String method(ReturnVolatility v) {
        return v.hedgedReturn().method() == MoneyWeighted.Method.IRR ? "IRR" : "modified Dietz";
    }

    private void habits(Habits habits) {
        Discipline d = habits.discipline();
        put("discipline.on.time.percent", d.onTimePercent(), "no daily window has an outcome yet");
        put("discipline.matching.percent", d.matchingPercent(), "no trade in a hedge contract yet");
        figures.put("discipline.overrides", (double) d.overrides());
        figures.put("confirmation.minutes", habits.confirmationMinutes());
        lines.add(
                "discipline: " + d.runsOnTime() + " of " + d.runsDue() + " runs on schedule · " + d.matching() + " of "
                        + d.orders() + " trades as planned · " + d.overrides() + " overrides · "
                        + String.format(Locale.ROOT, "%.1f minutes of confirming", habits.confirmationMinutes()));
    }

    private void put(String name, double value, String because) {
        if (Double.isFinite(value)) {
            figures.put(name, value);
        } else {
            missing.put(name, because);
        }
    }
}

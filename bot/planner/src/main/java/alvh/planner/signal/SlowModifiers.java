package alvh.planner.signal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.market.DailyBars;
import alvh.planner.market.OwnSeries;

/**
 * V9 (methodology S22, S59, 2.2): slow macro series shift the vote thresholds by half a vote and never vote. Series are
 * read from the bars map ({@link OwnSeries}): GDP (real growth on the year in percent, by first release), REER (a broad
 * effective exchange rate index, by publication), and the 10-year and 3-month rates, whose differential is shown beside
 * them (F13). A series that is older than its next publication is missing.
 *
 * @param shift added to thresholds: -0.5 when one of them says so, else 0
 */
record SlowModifiers(Signal signal, double shift) {

    private static final double SHIFT = -0.5;
    private static final int GDP_QUARTERS = 8;
    private static final double GDP_BELOW_MEAN = -1.0;
    private static final int REER_MONTHS = 60;
    private static final int REER_DAYS = 28;
    /** A quarter and its first release, and some: later the next one should have come. */
    private static final int GDP_OLD_DAYS = 200;
    private static final int REER_OLD_DAYS = 100;
    private static final int RATES_OLD_DAYS = 10;
    private static final int RATES_SESSIONS = 63;

    static SlowModifiers of(History history) {
        List<String> words = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        boolean slowing = gdp(history, words, missing);
        boolean currency = reer(history, words, missing);
        rates(history, words, missing);
        double shift = slowing || currency ? SHIFT : 0;
        if (words.isEmpty()) {
            return new SlowModifiers(Signal.missing(SignalId.SLOW_MODIFIERS, String.join(" · ", missing)), 0);
        }
        words.addAll(missing);
        return new SlowModifiers(new Signal(SignalId.SLOW_MODIFIERS, shift, 0, String.join(" · ", words),
                history.ageOfClose(), List.of(new Signal.Input("threshold shift", shift, "votes")), null), shift);
    }

    private static boolean gdp(History history, List<String> words, List<String> missing) {
        List<DailyBars.Bar> bars = history.opens("GDP");
        String why = unusable(history, "GDP", bars, GDP_QUARTERS, GDP_OLD_DAYS);
        if (why != null) {
            missing.add(why + ": no effect");
            return false;
        }
        double growth = bars.get(bars.size() - 1).close();
        double mean = bars.subList(bars.size() - GDP_QUARTERS, bars.size()).stream()
                .mapToDouble(DailyBars.Bar::close).average().orElse(Double.NaN);
        boolean slowing = growth < 0 || growth - mean < GDP_BELOW_MEAN;
        words.add(Words.text("GDP %+.1f %% on the year, mean of 8 quarters %+.1f %%%s", growth, mean,
                slowing ? ": slowing, thresholds half a vote lower" : ""));
        return slowing;
    }

    private static boolean reer(History history, List<String> words, List<String> missing) {
        List<DailyBars.Bar> bars = history.opens("REER");
        String why = unusable(history, "REER", bars, REER_MONTHS + 1, REER_OLD_DAYS);
        if (why != null) {
            missing.add(why + ": no effect");
            return false;
        }
        double[] changes = new double[REER_MONTHS];
        int from = bars.size() - REER_MONTHS;
        for (int i = 0; i < REER_MONTHS; i++) {
            changes[i] = StrictMath.log(bars.get(from + i).close() / bars.get(from + i - 1).close());
        }
        double mean = 0;
        for (double change : changes) {
            mean += change / REER_MONTHS;
        }
        double z = (changes[REER_MONTHS - 1] - mean) / Indicators.deviation(changes, REER_MONTHS);
        LocalDate published = bars.get(bars.size() - 1).date();
        boolean tight = Compare.atLeast(Math.abs(z), 2)
                && ChronoUnit.DAYS.between(published, history.date()) < REER_DAYS;
        words.add(Words.text("REER moved %+.1f deviations in a month%s", z,
                tight ? ": thresholds half a vote lower for 4 weeks" : ""));
        return tight;
    }

    /** 10-year less 3-month and its change over 63 sessions: shown where there are rates, no threshold belongs to it. */
    private static void rates(History history, List<String> words, List<String> missing) {
        List<DailyBars.Bar> ten = history.opens(OwnSeries.TEN_YEAR.text());
        List<DailyBars.Bar> three = history.opens(OwnSeries.THREE_MONTH.text());
        if (ten.isEmpty()) {
            return;
        }
        String why = unusable(history, "rates", ten, 1, RATES_OLD_DAYS);
        if (why != null) {
            missing.add(why + ": no effect");
            return;
        }
        double now = differential(ten, three, history.date());
        double then = differential(ten, three, history.calendar().plus(history.close(), -RATES_SESSIONS));
        words.add(Words.text("10-year less 3-month %+.2f %%%s", 100 * now, Double.isNaN(then)
                ? ""
                : Words.text(", %+.2f in 63 sessions", 100 * (now - then))));
    }

    private static double differential(List<DailyBars.Bar> ten, List<DailyBars.Bar> three, LocalDate day) {
        return lastBy(ten, day) - lastBy(three, day);
    }

    private static double lastBy(List<DailyBars.Bar> bars, LocalDate day) {
        double last = Double.NaN;
        for (DailyBars.Bar bar : bars) {
            last = bar.date().isAfter(day) ? last : bar.close();
        }
        return last;
    }

    /** Null when the series is there, long enough, and its last publication not too old. */
    private static String unusable(History history, String name, List<DailyBars.Bar> bars, int needed, int days) {
        if (bars.isEmpty()) {
            return name + " (no file)";
        }
        if (bars.size() < needed) {
            return name + " (" + bars.size() + " publications, needs " + needed + ")";
        }
        LocalDate last = bars.get(bars.size() - 1).date();
        return ChronoUnit.DAYS.between(last, history.date()) > days ? name + " (ends on " + last + ", too old)" : null;
    }
}

package alvh.planner.signal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import alvh.planner.market.DailyBars;

/**
 * V9 (methodology S22, S59, 2.2): slow macro series shift the vote thresholds by half a vote and never vote. Series are
 * read from the bars map under GDP (close = real growth on the year in percent, dated by first release) and REER (close =
 * a broad effective exchange rate index, dated by publication).
 *
 * @param shift added to thresholds: -0.5 when one of them says so, else 0
 */
record SlowModifiers(Signal signal, double shift) {

    private static final double SHIFT = -0.5;
    private static final int GDP_QUARTERS = 8;
    private static final double GDP_BELOW_MEAN = -1.0;
    private static final int REER_MONTHS = 60;
    private static final int REER_DAYS = 28;

    static SlowModifiers of(History history) {
        List<String> words = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        boolean slowing = gdp(history, words, missing);
        boolean currency = reer(history, words, missing);
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
        if (bars.size() < GDP_QUARTERS) {
            missing.add("GDP (no file): no effect");
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
        if (bars.size() < REER_MONTHS + 1) {
            missing.add("REER (no file): no effect");
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
}

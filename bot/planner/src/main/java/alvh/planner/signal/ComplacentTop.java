package alvh.planner.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.SecType;

/**
 * V8 (methodology F17), for Acceleration alone: at least four of five signs that protection is cheap while the market is
 * high. A sign whose inputs are missing does not count, and is named.
 */
final class ComplacentTop {

    private static final int YEAR = 252;

    private ComplacentTop() {}

    static Signal of(History history) {
        Series spx = history.closes("SPX");
        String missing = spx.shortOf(YEAR);
        if (missing != null) {
            return Signal.missing(SignalId.COMPLACENT_TOP, missing);
        }
        List<String> signs = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        if (Compare.atLeast(spx.last() / Indicators.max(spx.values(), YEAR), 0.97)) {
            signs.add("near its high");
        }
        breadth(history, signs, unknown);
        contango(history, signs, unknown);
        premium(history, spx, signs, unknown);
        if (strongAndTiring(history, spx.size())) {
            signs.add("RSI 65 and MACD falling");
        }
        int count = signs.size();
        return new Signal(SignalId.COMPLACENT_TOP, count, VoteThreshold.COMPLACENT_TOP.vote(count),
                Words.text("%d of %d signs, needs %.0f%s%s", count, VoteThreshold.TOP_SIGNS,
                        VoteThreshold.COMPLACENT_TOP.one(), count == 0 ? "" : ": " + String.join(", ", signs),
                        unknown.isEmpty() ? "" : "; unknown: " + String.join(", ", unknown)),
                history.ageOfClose(), List.of(new Signal.Input("signs", count, "of " + VoteThreshold.TOP_SIGNS)), null);
    }

    private static void breadth(History history, List<String> signs, List<String> unknown) {
        if (!Breadth.known(history)) {
            unknown.add("breadth");
        } else if (Breadth.diverging(history)) {
            signs.add("breadth diverging");
        }
    }

    private static void contango(History history, List<String> signs, List<String> unknown) {
        double slope = slope(history);
        Series vix = history.closes("VIX");
        Series far = history.closes("VIX3M");
        boolean ratioKnown = vix.missing() == null && far.missing() == null;
        if (Compare.atLeast(slope, 0.08) || ratioKnown && Compare.atMost(vix.last() / far.last(), 0.88)) {
            signs.add("steep contango");
        } else if (Double.isNaN(slope) && !ratioKnown) {
            unknown.add("contango");
        }
    }

    /** VX2/VX1 - 1 of the first two monthly futures, now only; NaN without two quotes. */
    private static double slope(History history) {
        if (!history.live()) {
            return Double.NaN;
        }
        List<Double> mids = new ArrayList<>();
        for (InstrumentKey key : history.market().quotes().keySet()) {
            boolean monthly = key.secType() == SecType.FUTURE && key.root().equals("VX")
                    && key.settlementDate().isAfter(history.date());
            if (monthly && mids.size() < 2) {
                mids.add(history.market().quote(key).mid());
            }
        }
        return mids.size() < 2 ? Double.NaN : mids.get(1) / mids.get(0) - 1;
    }

    private static void premium(History history, Series spx, List<String> signs, List<String> unknown) {
        Series vix = history.closes("VIX");
        if (vix.missing() != null) {
            unknown.add("VIX over realised");
        } else if (Compare.atLeast(vix.last() - Indicators.realised20(spx.values()), 3)) {
            signs.add("VIX over realised");
        }
    }

    private static boolean strongAndTiring(History history, int days) {
        double[] rsi = history.studies().rsi("SPX");
        double[] histogram = history.studies().macdHistogram("SPX");
        return Indicators.max(Arrays.copyOf(rsi, days), 10) >= 65
                && Indicators.falls(Arrays.copyOf(histogram, days)) >= 3;
    }
}

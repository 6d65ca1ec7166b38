package alvh.planner.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import alvh.planner.market.DailyBars;
import alvh.planner.portfolio.NameExposure;

/**
 * The gap flag of Contingency (methodology 2.2, F18, S43): SPX opened 1.5 % or more lower, a name of the book gapped beyond
 * three standard deviations of its own gaps (EWMA, half-life 63), or stands in its lock-up window (-5 to +10 sessions).
 *
 * @param flag the layer rule's answer
 */
record OvernightGap(Signal signal, boolean flag) {

    private static final double SPX_GAP = -0.015;
    private static final double DEVIATIONS = 3;

    /** One name's last gap as a log return, and the EWMA deviation of those before it. */
    private record Gap(double last, double deviation) {}

    /** Where no sector is known: only a name's own IPO and lock-up count. */
    static OvernightGap of(History history, List<NameExposure> book, EventCalendar events) {
        return of(history, book, events, symbol -> null);
    }

    static OvernightGap of(History history, List<NameExposure> book, EventCalendar events,
            UnaryOperator<String> sectors) {
        List<DailyBars.Bar> spx = history.opens("SPX");
        List<String> flags = new ArrayList<>(EventSignals.windows(history, book, events, sectors));
        List<Signal.Input> inputs = new ArrayList<>();
        for (NameExposure name : book) {
            Gap gap = gap(history.opens(name.symbol()));
            if (gap != null) {
                inputs.add(new Signal.Input("gap " + name.symbol(), 100 * gap.last(), "%"));
                if (Math.abs(gap.last()) > DEVIATIONS * gap.deviation()) {
                    flags.add(Words.text("%s gapped %+.1f %%, %.1f of its deviations", name.symbol(), 100 * gap.last(),
                            Math.abs(gap.last()) / gap.deviation()));
                }
            }
        }
        if (spx.size() < 2) {
            boolean flag = !flags.isEmpty();
            return new OvernightGap(Signal.missing(SignalId.GAP, "no daily bars of SPX"
                    + (flag ? "; " + String.join(" · ", flags) : "")), flag);
        }
        double index = 100 * (StrictMath.exp(last(spx)) - 1);
        if (Compare.atMost(index, 100 * SPX_GAP)) {
            flags.add(0, Words.text("SPX opened %+.2f %%", index));
        }
        boolean flag = !flags.isEmpty();
        String reading = flag
                ? String.join(" · ", flags)
                : Words.text("SPX opened %+.2f %%, flag at -1.50 %% or a name's gap beyond 3 deviations", index);
        return new OvernightGap(new Signal(SignalId.GAP, index, 0, reading, history.ageOfClose(), inputs, null), flag);
    }

    private static double last(List<DailyBars.Bar> bars) {
        return GapStress.gap(bars, bars.size() - 1);
    }

    /** Null with fewer than 60 gaps before the last, or when it never gapped. */
    private static Gap gap(List<DailyBars.Bar> bars) {
        double deviation = bars.size() < 2 ? Double.NaN : GapStress.deviation(bars, bars.size() - 1);
        return deviation > 0 ? new Gap(last(bars), deviation) : null;
    }
}

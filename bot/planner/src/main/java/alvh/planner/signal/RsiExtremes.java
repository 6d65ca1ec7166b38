package alvh.planner.signal;

import java.util.ArrayList;
import java.util.List;

import alvh.planner.portfolio.NameExposure;

/**
 * Oversold and overbought names of the book (methodology S12), whether that agrees with what was sold on them (S14), and
 * divergences known by now (F6). No vote: warnings and journal lines only.
 */
final class RsiExtremes {

    private static final int WARM_UP = 150;
    private static final double OVERSOLD = 25;
    private static final double OVERBOUGHT = 75;

    private RsiExtremes() {}

    static Signal of(History history, List<NameExposure> book) {
        List<String> extremes = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<Signal.Input> inputs = new ArrayList<>();
        for (NameExposure name : book) {
            Series closes = history.closes(name.symbol());
            if (closes.shortOf(WARM_UP) != null) {
                unknown.add(name.symbol());
                continue;
            }
            double now = history.studies().rsi(name.symbol())[closes.size() - 1];
            inputs.add(new Signal.Input("RSI " + name.symbol(), now, ""));
            if (now < OVERSOLD || now > OVERBOUGHT) {
                extremes.add(Words.text("%s %.1f (%s)", name.symbol(), now, thesis(name, now < OVERSOLD)));
            }
            String divergence = divergence(history, closes);
            if (divergence != null) {
                extremes.add(name.symbol() + " " + divergence);
            }
        }
        if (inputs.isEmpty()) {
            return Signal.missing(SignalId.RSI, book.isEmpty()
                    ? "no book"
                    : "needs 150 daily bars: " + String.join(", ", unknown));
        }
        String reading = extremes.isEmpty() ? "no name below 25 or above 75" : String.join(" · ", extremes);
        return new Signal(SignalId.RSI, mostExtreme(inputs), 0,
                unknown.isEmpty() ? reading : reading + "; unknown: " + String.join(", ", unknown),
                history.ageOfClose(), inputs, null);
    }

    private static double mostExtreme(List<Signal.Input> inputs) {
        double most = 50;
        for (Signal.Input input : inputs) {
            most = Math.abs(input.value() - 50) > Math.abs(most - 50) ? input.value() : most;
        }
        return most;
    }

    /** Selling puts on an oversold name, or calls on an overbought one, waits for the return to normal. */
    private static String thesis(NameExposure name, boolean oversold) {
        boolean agrees = oversold ? name.shortPuts() : name.shortCalls();
        boolean contradicts = oversold ? name.shortCalls() : name.shortPuts();
        String side = oversold ? "put" : "call";
        if (agrees && contradicts) {
            return "short on both sides";
        }
        if (agrees) {
            return "agrees with its short " + side;
        }
        return contradicts ? "contradicts its short " + (oversold ? "call" : "put") : "nothing short";
    }

    /** A divergence that became known on the last close. */
    private static String divergence(History history, Series closes) {
        Indicators.Divergence found = history.studies().divergences(closes.name()).get(closes.size() - 1);
        return found == null
                ? null
                : (found.extreme() ? "extreme " : "") + (found.bullish() ? "bullish" : "bearish") + " divergence of "
                        + closes.dates().get(found.pivot());
    }
}

package alvh.planner.portfolio;

import java.util.Locale;

/**
 * Whether what was sold fits the return to normal that a mean-reversion trade waits for (methodology S14): oversold and a
 * short put, or overbought and a short call, agree; the other way round contradicts it.
 */
public final class ThesisCheck {

    private static final double OVERSOLD = 25;
    private static final double OVERBOUGHT = 75;

    private ThesisCheck() {}

    /**
     * @param rsi Wilder's of 14 days, NaN when unknown
     * @return the warning, or null where nothing contradicts
     */
    public static String warning(Structure structure, double rsi) {
        boolean down = rsi < OVERSOLD;
        boolean up = rsi > OVERBOUGHT;
        boolean contradicts = switch (structure.type()) {
            case PUT_SPREAD, SHORT_PUT -> up;
            case CALL_SPREAD, COVERED_CALL -> down;
            case IRON_FLY, IRON_CONDOR, STRANGLE, CALENDAR, HEDGE, LOOSE -> false;
        };
        return contradicts
                ? String.format(Locale.ROOT,
                        "%s with %s %s (RSI %.1f): it gains if the move goes on, which contradicts "
                                + "a return to normal",
                        structure.type().words(), down ? "oversold" : "overbought",
                        structure.underlying(), rsi)
                : null;
    }
}

package alvh.planner.scenario;

import java.time.LocalDate;

import alvh.planner.market.Settlement;

/**
 * A shock applied to one market state: all that is common to every instrument, computed once.
 */
public final class ShockedMarket {

    /** A class that settles at the close. */
    private static final String AT_THE_CLOSE = "SPXW";

    final double horizonYears;
    final double spxReturn;
    final double vix;
    final double vixMove;
    final double vvix;
    final double logVixRatio;
    final double logVvixRatio;
    /** What has expired settled at this market's own prices: VIX at VRO, the index itself, not at a future near it. */
    final boolean settled;
    private final Shock shock;

    private ShockedMarket(MarketState state, Shock shock, double vixAfter, double horizonYears, boolean settled) {
        this.shock = shock;
        this.settled = settled;
        this.horizonYears = horizonYears;
        spxReturn = shock.spxReturn();
        vix = vixAfter;
        vixMove = vixAfter - state.vix();
        vvix = VixResponse.shockedVvix(state.vvix(), vixMove);
        logVixRatio = vixMove == 0 ? 0 : StrictMath.log(vixAfter / state.vix());
        logVvixRatio = vvix == state.vvix() ? 0 : StrictMath.log(vvix / state.vvix());
    }

    /** The market after a shock stated for a start at VIX 17. */
    public static ShockedMarket of(MarketState state, Shock shock) {
        double after = shock.vixPoints() == 0 ? state.vix() : VixResponse.shockedVix(state.vix(), shock.vixPoints());
        return new ShockedMarket(state, shock, after, shock.horizonDays() / 365.0, false);
    }

    /** The market now: nothing moved, no time passed. */
    public static ShockedMarket today(MarketState state) {
        return of(state, Shock.unchanged(0));
    }

    /** The market after a move whose VIX is known, as in replays of history. */
    public static ShockedMarket replay(MarketState state, Shock shock, double vixAfter) {
        return new ShockedMarket(state, shock, vixAfter, shock.horizonDays() / 365.0, false);
    }

    /**
     * The market at the close of a later day (methodology F15): whatever has settled by then is worth its intrinsic value
     * at the final price, for a VIX option the index itself.
     *
     * @param day not before the day of {@code state}
     * @param vixAfter spot VIX at that close; {@link VixResponse#mapped} gives the answer of 5.6
     */
    public static ShockedMarket closeOf(MarketState state, LocalDate day, double spxReturn, double vixAfter) {
        int days = Math.max(0, Settlement.dte(state.asOf(), day));
        double years = new Settlement(state.calendar()).expiryYears(state.asOf(), AT_THE_CLOSE, day);
        return new ShockedMarket(state, Shock.market(day.toString(), spxReturn, 0, 0, days, "close of " + day),
                vixAfter, Math.max(0, years), true);
    }

    public Shock shock() {
        return shock;
    }

    /** Simple return of SPX. */
    public double spxReturn() {
        return spxReturn;
    }

    /** Spot VIX after the shock. */
    public double vix() {
        return vix;
    }

    /** Points that spot VIX moved. */
    public double vixMove() {
        return vixMove;
    }

    public double vvix() {
        return vvix;
    }
}

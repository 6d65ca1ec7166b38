package alvh.planner.scenario;

/**
 * A shock applied to one market state: all that is common to every instrument, computed once.
 */
public final class ShockedMarket {

    final double horizonYears;
    final double horizonDays;
    final double spxReturn;
    final double vix;
    final double vixMove;
    final double vvix;
    final double logVixRatio;
    final double logVvixRatio;
    private final Shock shock;

    private ShockedMarket(MarketState state, Shock shock, double vixAfter) {
        this.shock = shock;
        horizonDays = shock.horizonDays();
        horizonYears = shock.horizonDays() / 365.0;
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
        return new ShockedMarket(state, shock, after);
    }

    /** The market now: nothing moved, no time passed. */
    public static ShockedMarket today(MarketState state) {
        return of(state, Shock.unchanged(0));
    }

    /** The market after a move whose VIX is known, as in replays of history. */
    public static ShockedMarket replay(MarketState state, Shock shock, double vixAfter) {
        return new ShockedMarket(state, shock, vixAfter);
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

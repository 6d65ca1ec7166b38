package alvh.planner.scenario;

import alvh.planner.market.InstrumentKey;

/**
 * One instrument with all that its value needs, looked up once. Opaque to callers; {@link Revaluation} reads it.
 *
 * @param spot level of the underlying today
 * @param years time to settlement; NaN for stock
 * @param forward today's forward of the expiry; the spot for stock
 * @param beta of the underlying to SPX
 * @param basis forward less the VIX curve at its time, 0 but for VIX instruments off the monthlies
 */
public record PricedLine(InstrumentKey key, Kind kind, boolean call, int multiplier, double strike, double spot,
        double years, int dte, double forward, double beta, double basis, Surface surface) {

    /** How an instrument answers. */
    public enum Kind {
        STOCK, VIX_FUTURE, VIX_OPTION, INDEX_OPTION, NAME_OPTION
    }

    /** Volatility at its strike today, as a decimal; NaN for stock and futures. */
    public double vol() {
        return surface == null ? Double.NaN : surface.vol(strike);
    }
}

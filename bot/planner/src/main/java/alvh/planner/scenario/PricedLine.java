package alvh.planner.scenario;

import alvh.planner.market.InstrumentKey;
import alvh.planner.pricing.Dividends;

/**
 * One instrument with all that its value needs, looked up once by {@link Revaluation#prepare}.
 *
 * @param multiplier dollars per point
 * @param strike points; 0 for stock and futures
 * @param spot level of the underlying today
 * @param years time to settlement; NaN for stock
 * @param forward today's forward of the expiry; the spot for stock
 * @param beta of the underlying to SPX; 1 for an index, 0 for VIX
 * @param basis forward less the VIX curve at its time, 0 but for VIX instruments off the monthlies
 * @param carry ln(forward/spot)/years, 0 for stock and VIX
 * @param volPower power by which VIX (for VIX options: VVIX) moves its volatility
 * @param vol volatility at its strike today, as a decimal; NaN for stock and futures
 * @param surface null for stock and futures
 * @param dividends expected of a name, empty for all else; {@code carry} is then ln(forward/(spot - PV))/years
 */
public record PricedLine(InstrumentKey key, Kind kind, boolean call, int multiplier, double strike, double spot,
        double years, int dte, double forward, double beta, double basis, double carry, double volPower, double vol,
        Surface surface, Dividends dividends) {

    /** How an instrument answers. */
    public enum Kind {
        STOCK, VIX_FUTURE, VIX_OPTION, INDEX_OPTION, NAME_OPTION
    }

    static PricedLine stock(InstrumentKey key, double spot, double beta) {
        return new PricedLine(key, Kind.STOCK, false, 1, 0, spot, Double.NaN, 0, spot, beta, 0, 0, 0, Double.NaN, null,
                Dividends.NONE);
    }

    static PricedLine future(InstrumentKey key, int multiplier, double vix, double years, int dte, double forward) {
        return new PricedLine(key, Kind.VIX_FUTURE, false, multiplier, 0, vix, years, dte, forward, 0, 0, 0, 0,
                Double.NaN, null, Dividends.NONE);
    }
}

package alvh.planner.scenario;

import alvh.planner.pricing.Dividends;

/**
 * One stock today.
 *
 * @param spot points
 * @param beta to SPX
 * @param sector for sector shocks, or ""
 * @param realisedVol close-to-close volatility of the last 60 sessions as a decimal, NaN when unknown
 * @param dividends expected cash dividends, from the moment of the market's state
 */
public record NameState(String symbol, double spot, double beta, String sector, double realisedVol,
        Dividends dividends) {

    /** The beta of a name of which none is known (methodology S19). */
    public static final double UNKNOWN_BETA = 1.2;

    public NameState withBeta(double newBeta, String newSector) {
        return new NameState(symbol, spot, newBeta, newSector, realisedVol, dividends);
    }
}

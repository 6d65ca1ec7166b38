package alvh.planner.scenario;

/**
 * One stock today.
 *
 * @param spot points
 * @param beta to SPX
 * @param sector for sector shocks, or ""
 * @param dividendYears times of the coming ex-dates in years, ascending; empty when none is known
 * @param dividendCash dollars per share at those dates
 */
public record NameState(String symbol, double spot, double beta, String sector, double[] dividendYears,
        double[] dividendCash) {

    public NameState(String symbol, double spot, double beta, String sector) {
        this(symbol, spot, beta, sector, new double[0], new double[0]);
    }

    public NameState withBeta(double newBeta, String newSector) {
        return new NameState(symbol, spot, newBeta, newSector, dividendYears, dividendCash);
    }
}

package alvh.planner.portfolio;

import java.util.List;
import java.util.SortedMap;

import alvh.planner.market.MarketSnapshot;

/**
 * The book's exposure by name and as a whole (methodology F4).
 *
 * @param names by symbol, in order
 * @param betas by symbol
 * @param betaFast average of fast betas weighted by abs dollar delta, NaN without a book; {@code betaSlow} likewise
 * @param betaWeightedDelta sum of dollar delta x slow beta, in SPX dollars
 * @param hedgeableShare the weighted average of 1 - sqrt(1 - R2)
 */
public record BookExposure(List<NameExposure> names, SortedMap<String, Beta> betas, double betaFast, double betaSlow,
        double betaWeightedDelta, double hedgeableShare) {

    /**
     * Deltas by Black-Scholes at the volatility implied by the mid, or at 0.35 with the reason where there is none.
     *
     * @param ratePerYear continuous
     */
    public static BookExposure of(List<Structure> structures, MarketSnapshot market, double ratePerYear) {
        throw new UnsupportedOperationException("being built");
    }
}

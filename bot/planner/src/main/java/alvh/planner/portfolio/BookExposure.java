package alvh.planner.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.company.Companies;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.pricing.Dividends;

/**
 * The book's exposure by name and as a whole (methodology F4). Structures on VIX are left out: their driver is no stock.
 *
 * @param names by symbol, in order
 * @param betas by symbol
 * @param betaFast average of fast betas weighted by abs dollar delta, NaN without a book; {@code betaSlow} likewise
 * @param betaWeightedDelta sum of dollar delta x slow beta, in SPX dollars; names without a delta are not in it
 * @param hedgeableShare the weighted average of 1 - sqrt(1 - R2)
 */
public record BookExposure(List<NameExposure> names, SortedMap<String, Beta> betas, double betaFast, double betaSlow,
        double betaWeightedDelta, double hedgeableShare) {

    /**
     * Deltas by Black-Scholes at the volatility implied by the mid, or at 0.35 (an index: VIX) where there is none; betas
     * of the last complete close.
     *
     * @param ratePerYear continuous
     */
    public static BookExposure of(List<Structure> structures, MarketSnapshot market, TradingCalendar calendar,
            double ratePerYear) {
        return of(structures, market, calendar, ratePerYear, new TreeMap<>(), Companies.NONE);
    }

    /**
     * @param dividends expected cash dividends by symbol, from the snapshot's {@code asOf}
     * @param companies give the prior of a beta where they know the sector's
     */
    public static BookExposure of(List<Structure> structures, MarketSnapshot market, TradingCalendar calendar,
            double ratePerYear, SortedMap<String, Dividends> dividends, Companies companies) {
        SortedMap<String, List<Structure>> byName = new TreeMap<>();
        for (Structure structure : structures) {
            if (!structure.underlying().equals("VIX")) {
                byName.computeIfAbsent(structure.underlying(), k -> new ArrayList<>()).add(structure);
            }
        }
        NameDelta deltas = new NameDelta(market, calendar, ratePerYear, dividends);
        List<NameExposure> names = new ArrayList<>();
        SortedMap<String, Beta> betas = new TreeMap<>();
        byName.forEach((symbol, its) -> {
            names.add(deltas.of(symbol, its));
            betas.put(symbol, beta(symbol, market, Betas.Hints.of(companies.of(symbol))));
        });
        return sums(names, betas);
    }

    private static Beta beta(String symbol, MarketSnapshot market, Betas.Hints hints) {
        InstrumentKey key = InstrumentKey.of(symbol);
        return switch (key.secType()) {
            case INDEX -> Beta.index(symbol);
            case STOCK, OPTION, FUTURE -> Betas.of(symbol, market.bars().get(key),
                    market.bars().get(InstrumentKey.of("SPX")), LastClose.at(market.asOf()), hints);
        };
    }

    private static BookExposure sums(List<NameExposure> names, SortedMap<String, Beta> betas) {
        double weight = 0;
        double fast = 0;
        double slow = 0;
        double hedgeable = 0;
        double delta = 0;
        for (NameExposure name : names) {
            Beta beta = betas.get(name.symbol());
            weight += name.weight();
            fast += name.weight() * beta.fast();
            slow += name.weight() * beta.slow();
            hedgeable += name.weight() * beta.hedgeableShare();
            delta += Double.isNaN(name.dollarDelta()) ? 0 : name.dollarDelta() * beta.slow();
        }
        return weight > 0
                ? new BookExposure(List.copyOf(names), betas, fast / weight, slow / weight, delta, hedgeable / weight)
                : new BookExposure(List.copyOf(names), betas, Double.NaN, Double.NaN, delta, Double.NaN);
    }
}

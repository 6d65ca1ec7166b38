package alvh.planner.portfolio;

import java.util.List;
import java.util.SortedMap;

import alvh.planner.market.ContractRules;
import alvh.planner.market.DailyBars;
import alvh.planner.market.ExerciseStyle;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Right;
import alvh.planner.market.SecType;
import alvh.planner.market.Settlement;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.pricing.Binomial;
import alvh.planner.pricing.BlackScholes;
import alvh.planner.pricing.Dividends;
import alvh.planner.pricing.Implied;
import alvh.planner.pricing.ImpliedVol;

/** Dollar delta of the structures on one name: delta x spot x multiplier x quantity (methodology F4). */
final class NameDelta {

    private static final double FALLBACK_VOL = 0.35;
    private static final double TICK = 0.01;
    private static final double DEEP = 0.85;
    private static final double BUMP = 0.01;

    private final MarketSnapshot market;
    private final Settlement settlement;
    private final double rate;
    private final SortedMap<String, Dividends> dividends;
    private final Binomial tree = new Binomial();

    NameDelta(MarketSnapshot market, TradingCalendar calendar, double rate,
            SortedMap<String, Dividends> dividends) {
        this.market = market;
        this.settlement = new Settlement(calendar);
        this.rate = rate;
        this.dividends = dividends;
    }

    NameExposure of(String symbol, List<Structure> structures) {
        if (InstrumentKey.of(symbol).secType() == SecType.STOCK && Grammar.adjusted(symbol)) {
            // Nobody knows what its deliverable moves like; at its strikes it would outweigh the whole book.
            return new NameExposure(symbol, Double.NaN, 0, false, false, "adjusted by a corporate action");
        }
        double spot = spot(symbol);
        double delta = 0;
        double risk = 0;
        boolean puts = false;
        boolean calls = false;
        for (Structure structure : structures) {
            for (Structure.Leg leg : structure.legs()) {
                InstrumentKey key = leg.key();
                double units = leg.side().sign() * (double) leg.ratio() * structure.openQuantity()
                        * ContractRules.multiplier(key);
                delta += units * spot * legDelta(key, spot);
                risk += leg.side() == Side.SELL && key.isOption() ? -units * key.strike() : 0;
                puts |= leg.side() == Side.SELL && key.isOption() && key.right() == Right.PUT;
                calls |= leg.side() == Side.SELL && key.isOption() && key.right() == Right.CALL;
            }
        }
        return spot > 0
                ? new NameExposure(symbol, delta, Math.abs(delta), puts, calls, null)
                : new NameExposure(symbol, Double.NaN, risk, puts, calls, "no price of " + symbol);
    }

    private double legDelta(InstrumentKey key, double spot) {
        if (!key.isOption()) {
            return 1;
        }
        double years = settlement.expiryYears(market.asOf(), key);
        Dividends cash = dividends.getOrDefault(key.root(), Dividends.NONE);
        double escrowed = spot - cash.presentValue(0, years, rate);
        double forward = BlackScholes.forward(escrowed, years, rate, 0);
        Implied implied = ImpliedVol.of(market.quote(key).mid(), forward, key.strike(), years, rate, TICK,
                key.right());
        double vol = switch (implied) {
            case Implied.Vol known -> known.vol();
            case Implied.None none -> fallbackVol(key);
        };
        double european = BlackScholes.greeks(escrowed, key.strike(), years, vol, rate, 0, key.right()).delta();
        boolean american = ContractRules.exercise(key.root()) == ExerciseStyle.AMERICAN
                && (Math.abs(european) > DEEP || cash.between(0, years));
        return american && years > 0 ? american(key, spot, years, vol, cash) : european;
    }

    /** Methodology 5.3: beyond 0.85 delta, or with an ex-date before expiry, early exercise counts. */
    private double american(InstrumentKey key, double spot, double years, double vol, Dividends cash) {
        double bump = BUMP * spot;
        boolean call = key.right() == Right.CALL;
        double up = tree.price(spot + bump, key.strike(), years, vol, rate, 0, cash, 0, call);
        double down = tree.price(spot - bump, key.strike(), years, vol, rate, 0, cash, 0, call);
        return (up - down) / (2 * bump);
    }

    private double fallbackVol(InstrumentKey key) {
        IndexLevel vix = market.level("VIX");
        return ContractRules.isIndexOption(key.root()) && vix.known() ? vix.last() / 100 : FALLBACK_VOL;
    }

    /** Two-sided mid, index level (XSP: a tenth of SPX), or the last close; NaN when there is none. */
    private double spot(String symbol) {
        InstrumentKey key = InstrumentKey.of(symbol);
        if (market.quote(key).twoSided()) {
            return market.quote(key).mid();
        }
        IndexLevel level = market.level(symbol);
        if (level.known()) {
            return level.last();
        }
        if (symbol.equals("XSP") && market.level("SPX").known()) {
            return market.level("SPX").last() / 10;
        }
        DailyBars bars = market.bars().get(key);
        return bars == null || bars.size() == 0 ? Double.NaN : bars.bars().get(bars.size() - 1).close();
    }
}

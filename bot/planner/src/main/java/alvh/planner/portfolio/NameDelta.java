package alvh.planner.portfolio;

import java.util.List;

import alvh.planner.market.ContractRules;
import alvh.planner.market.DailyBars;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Right;
import alvh.planner.market.Settlement;
import alvh.planner.market.Side;
import alvh.planner.market.TradingCalendar;
import alvh.planner.pricing.BlackScholes;
import alvh.planner.pricing.Implied;
import alvh.planner.pricing.ImpliedVol;

/** Dollar delta of the structures on one name: delta x spot x multiplier x quantity (methodology F4). */
final class NameDelta {

    private static final double FALLBACK_VOL = 0.35;
    private static final double TICK = 0.01;

    private final MarketSnapshot market;
    private final Settlement settlement;
    private final double rate;

    NameDelta(MarketSnapshot market, TradingCalendar calendar, double rate) {
        this.market = market;
        this.settlement = new Settlement(calendar);
        this.rate = rate;
    }

    NameExposure of(String symbol, List<Structure> structures) {
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
        double forward = BlackScholes.forward(spot, years, rate, 0);
        Implied implied = ImpliedVol.of(market.quote(key).mid(), forward, key.strike(), years, rate, TICK,
                key.right());
        double vol = switch (implied) {
            case Implied.Vol known -> known.vol();
            case Implied.None none -> fallbackVol(key);
        };
        return BlackScholes.greeks(spot, key.strike(), years, vol, rate, 0, key.right()).delta();
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

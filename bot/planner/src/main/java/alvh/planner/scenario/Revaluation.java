package alvh.planner.scenario;

import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.planner.pricing.Binomial;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.VixCurve;

/**
 * Values one contract or share under a shock at its horizon, in dollars (methodology 4.3, 5.2 to 5.5). {@link #prepare}
 * once per instrument, {@link ShockedMarket#of} once per shock, {@link #value} for each pair: that last step allocates
 * nothing. One instance per thread, because the tree for American options keeps its arrays.
 * <p>
 * Conventions. VIX options: forward max(9, curve(T-h) + beta(T-h) dVIX), smile kept at its moneyness, volatility by VVIX.
 * SPX and XSP: carry kept, volatility of the strike kept, times the VIX ratio, plus half a point per percent of fall beyond
 * 3 %. Names: the same addition by the name's own fall, smile kept at its moneyness; expected cash dividends are taken out
 * of the spot (S* = S - PV), and what is deep in the money (forward delta beyond 0.85) or has an ex-date before its expiry
 * is valued as American on the tree. What settles before the horizon is worth its intrinsic value at the final price.
 */
public final class Revaluation {

    /** N(this) = 0.85: beyond this forward delta a stock option is valued on the tree. */
    private static final double DEEP = 1.0364333894937898;
    private static final double VOL_CAP = 2.5;
    /** Of a share, what its dividends leave at least. */
    private static final double LEAST_SHARE = 0.01;

    private final MarketState state;
    private final Binomial tree = new Binomial();

    public Revaluation(MarketState state) {
        this.state = state;
    }

    public MarketState state() {
        return state;
    }

    /** Looks up all that an instrument's value needs. */
    public Prepared prepare(InstrumentKey key) {
        return new Preparing(state).prepare(key);
    }

    /** Dollars per contract or share today, by the model. */
    public double valueToday(PricedLine line) {
        return value(line, ShockedMarket.today(state), 0);
    }

    /** Dollars per contract or share in a market without a name's or sector's own move. */
    public double value(PricedLine line, ShockedMarket market) {
        return value(line, market, 0);
    }

    /**
     * Dollars per contract or share after a shock.
     *
     * @param ownReturn what the name's return has beyond beta times SPX: the shock's name or sector return where the
     *        caller applies it, else 0; ignored for VIX and index instruments
     */
    public double value(PricedLine line, ShockedMarket market, double ownReturn) {
        return line.multiplier() * switch (line.kind()) {
            case STOCK -> line.spot() * (1 + nameReturn(line, market, ownReturn));
            case VIX_FUTURE -> vixForward(line, market);
            case VIX_OPTION -> vixOption(line, market);
            case INDEX_OPTION -> indexOption(line, market);
            case NAME_OPTION -> nameOption(line, market, ownReturn, true);
        };
    }

    /**
     * Like {@link #value(PricedLine, ShockedMarket)} but without the tree: a stock option is worth the greater of its
     * European price and its intrinsic value, which an American option is never below. For maps of many points.
     */
    public double valueQuickly(PricedLine line, ShockedMarket market) {
        return line.kind() == PricedLine.Kind.NAME_OPTION
                ? line.multiplier() * nameOption(line, market, 0, false)
                : value(line, market, 0);
    }

    /** The values of one line in each market, in dollars; own returns are not applied. */
    public double[] values(PricedLine line, List<ShockedMarket> markets) {
        double[] values = new double[markets.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(line, markets.get(i), 0);
        }
        return values;
    }

    /** Simple return of a stock, never below -100 %. */
    static double nameReturn(PricedLine line, ShockedMarket market, double ownReturn) {
        return Math.max(-0.999, line.beta() * market.spxReturn + ownReturn);
    }

    private double vixForward(PricedLine line, ShockedMarket market) {
        double left = line.years() - market.horizonYears;
        if (left <= 0 && market.settled) {
            return market.vix;
        }
        left = Math.max(0, left);
        double basis = line.years() > 0 ? line.basis() * left / line.years() : 0;
        return Math.max(9, state.vixCurve().forward(left) + basis + VixCurve.beta(left) * market.vixMove);
    }

    private double vixOption(PricedLine line, ShockedMarket market) {
        double forward = vixForward(line, market);
        double left = line.years() - market.horizonYears;
        if (left <= 0) {
            return Black76.intrinsic(forward, line.strike(), line.call());
        }
        double vol = line.surface().smile().vol(forward, line.strike()) * grown(market.logVvixRatio, line.volPower());
        return Black76.price(forward, line.strike(), left, vol, state.rate(), line.call());
    }

    private double indexOption(PricedLine line, ShockedMarket market) {
        double spot = line.spot() * (1 + market.spxReturn);
        double left = line.years() - market.horizonYears;
        if (left <= 0) {
            return Black76.intrinsic(spot, line.strike(), line.call());
        }
        double vol = shockedVol(line.vol(), line.volPower(), market, market.spxReturn);
        return Black76.price(spot * StrictMath.exp(line.carry() * left), line.strike(), left, vol, state.rate(),
                line.call());
    }

    private double nameOption(PricedLine line, ShockedMarket market, double ownReturn, boolean onTheTree) {
        double move = nameReturn(line, market, ownReturn);
        double spot = line.spot() * (1 + move);
        double left = line.years() - market.horizonYears;
        if (left <= 0) {
            return Black76.intrinsic(spot, line.strike(), line.call());
        }
        double cash = line.dividends().presentValue(market.horizonYears, line.years(), state.rate());
        double forward = Math.max(LEAST_SHARE * spot, spot - cash) * StrictMath.exp(line.carry() * left);
        double today = line.surface().smile().vol(forward, line.strike());
        double vol = shockedVol(today, line.volPower(), market, move);
        if (!onTheTree) {
            double european = Black76.price(forward, line.strike(), left, vol, state.rate(), line.call());
            return Math.max(european, Black76.intrinsic(spot, line.strike(), line.call()));
        }
        return americanOrEuropean(line, market, spot, forward, left, vol);
    }

    private double americanOrEuropean(PricedLine line, ShockedMarket market, double spot, double forward, double left,
            double vol) {
        double european = Black76.price(forward, line.strike(), left, vol, state.rate(), line.call());
        double total = vol * StrictMath.sqrt(left);
        double d1 = StrictMath.log(forward / line.strike()) / total + 0.5 * total;
        boolean deep = line.call() ? d1 > DEEP : d1 < -DEEP;
        if (!deep && !line.dividends().between(market.horizonYears, line.years())) {
            return european;
        }
        double american = tree.price(spot, line.strike(), left, vol, state.rate(), state.rate() - line.carry(),
                line.dividends(), market.horizonYears, line.call());
        return american > european ? american : european;
    }

    /** Volatility after the VIX ratio and the fall of its own underlying, at most two and a half times today's. */
    static double shockedVol(double today, double power, ShockedMarket market, double ownMove) {
        return capped(today, grown(market.logVixRatio, power), ownMove);
    }

    static double capped(double today, double factor, double ownMove) {
        return Math.min(VOL_CAP * today, today * factor + VixResponse.skewAdd(ownMove));
    }

    static double grown(double logRatio, double power) {
        return logRatio == 0 ? 1 : StrictMath.exp(logRatio * power);
    }
}

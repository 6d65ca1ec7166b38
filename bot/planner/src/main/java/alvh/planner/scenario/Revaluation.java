package alvh.planner.scenario;

import java.util.List;

import alvh.planner.market.ContractRules;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Settlement;
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
 * 3 %. Names: the same addition by the name's own fall, smile kept at its moneyness. What settles before the horizon is
 * worth its intrinsic value at the final price.
 */
public final class Revaluation {

    /** Above this forward delta a stock option is valued on the tree. */
    private static final double DEEP = 0.85;
    private static final double VOL_CAP = 2.5;

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
        return switch (key.secType()) {
            case STOCK, INDEX -> prepareStock(key);
            case FUTURE -> prepareFuture(key);
            case OPTION -> prepareOption(key);
        };
    }

    private Prepared prepareStock(InstrumentKey key) {
        double spot = state.spot(key.root());
        if (!(spot > 0)) {
            return missing(MarketFault.Reason.NO_SPOT, key.root() + ": no spot price");
        }
        NameState name = state.names().get(key.root());
        return new Prepared.Ready(new PricedLine(key, PricedLine.Kind.STOCK, false, 1, 0, spot, Double.NaN, 0, spot,
                name == null ? 1 : name.beta(), 0, null));
    }

    private Prepared prepareFuture(InstrumentKey key) {
        if (!key.underlying().equals("VIX") || state.vixCurve() == null) {
            return missing(MarketFault.Reason.NO_CURVE, key + ": no VIX curve to value it by");
        }
        double years = new Settlement(state.calendar()).expiryYears(state.asOf(), key);
        double forward = state.vixCurve().forward(years);
        return new Prepared.Ready(new PricedLine(key, PricedLine.Kind.VIX_FUTURE, false, ContractRules.multiplier(key),
                0, state.vix(), years, Settlement.dte(state.asOf(), key), forward, 0, 0, null));
    }

    private Prepared prepareOption(InstrumentKey key) {
        String underlying = key.underlying();
        double spot = state.spot(underlying);
        if (!(spot > 0)) {
            return missing(MarketFault.Reason.NO_SPOT, key + ": no level of " + underlying);
        }
        boolean vix = underlying.equals("VIX");
        if (vix && (state.vixCurve() == null || !(state.vvix() > 0))) {
            return missing(MarketFault.Reason.NO_CURVE, key + ": no VIX curve or no VVIX");
        }
        Surface surface = state.surface(key);
        if (surface == null) {
            MarketFault fault = state.faults().get(ExpiryId.of(key).toString());
            return fault != null
                    ? new Prepared.Unpriceable(fault)
                    : missing(MarketFault.Reason.NO_SMILE, key + ": no forward or no volatility of its expiry");
        }
        NameState name = state.names().get(underlying);
        double basis = vix ? surface.forward() - state.vixCurve().forward(surface.years()) : 0;
        return new Prepared.Ready(new PricedLine(key, kind(underlying), key.right() == Right.CALL,
                ContractRules.multiplier(key), key.strike(), spot, surface.years(), surface.dte(), surface.forward(),
                name == null ? 1 : name.beta(), basis, surface));
    }

    private static PricedLine.Kind kind(String underlying) {
        return switch (underlying) {
            case "VIX" -> PricedLine.Kind.VIX_OPTION;
            case "SPX", "XSP" -> PricedLine.Kind.INDEX_OPTION;
            default -> PricedLine.Kind.NAME_OPTION;
        };
    }

    private static Prepared missing(MarketFault.Reason reason, String detail) {
        return new Prepared.Unpriceable(new MarketFault(reason, detail));
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
            case NAME_OPTION -> nameOption(line, market, ownReturn);
        };
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
        double left = Math.max(0, line.years() - market.horizonYears);
        double basis = line.years() > 0 ? line.basis() * left / line.years() : 0;
        return Math.max(9, state.vixCurve().forward(left) + basis + VixCurve.beta(left) * market.vixMove);
    }

    private double vixOption(PricedLine line, ShockedMarket market) {
        double forward = vixForward(line, market);
        double left = line.years() - market.horizonYears;
        if (left <= 0) {
            return Black76.intrinsic(forward, line.strike(), line.call());
        }
        double power = Math.min(1, StrictMath.sqrt(30.0 / Math.max(1, line.dte())));
        double vol = line.surface().smile().vol(forward, line.strike()) * grown(market.logVvixRatio, power);
        return Black76.price(forward, line.strike(), left, vol, state.rate(), line.call());
    }

    private double indexOption(PricedLine line, ShockedMarket market) {
        double spot = line.spot() * (1 + market.spxReturn);
        double left = line.years() - market.horizonYears;
        if (left <= 0) {
            return Black76.intrinsic(spot, line.strike(), line.call());
        }
        double today = line.surface().vol(line.strike());
        double power = StrictMath.sqrt(30.0 / Math.max(1, line.dte()));
        double vol = Math.min(VOL_CAP * today,
                today * grown(market.logVixRatio, power) + VixResponse.skewAdd(market.spxReturn));
        return Black76.price(carried(line, spot, left), line.strike(), left, vol, state.rate(), line.call());
    }

    private double nameOption(PricedLine line, ShockedMarket market, double ownReturn) {
        double move = nameReturn(line, market, ownReturn);
        double spot = line.spot() * (1 + move);
        double left = line.years() - market.horizonYears;
        if (left <= 0) {
            return Black76.intrinsic(spot, line.strike(), line.call());
        }
        double forward = carried(line, spot, left);
        double today = line.surface().smile().vol(forward, line.strike());
        double power = 0.55 * StrictMath.pow(45.0 / Math.max(1, line.dte()), 0.35);
        double vol = Math.min(VOL_CAP * today,
                today * grown(market.logVixRatio, power) + VixResponse.skewAdd(move));
        return americanOrEuropean(line, spot, forward, left, vol);
    }

    private double americanOrEuropean(PricedLine line, double spot, double forward, double left, double vol) {
        double european = Black76.price(forward, line.strike(), left, vol, state.rate(), line.call());
        double total = vol * StrictMath.sqrt(left);
        double d1 = StrictMath.log(forward / line.strike()) / total + 0.5 * total;
        double deep = line.call() ? 1.0364333894937898 : -1.0364333894937898;
        boolean inTheMoney = line.call() ? d1 > deep : d1 < deep;
        if (!inTheMoney) {
            return european;
        }
        double carry = StrictMath.log(forward / spot) / left;
        return Math.max(european,
                tree.price(spot, line.strike(), left, vol, state.rate(), state.rate() - carry,
                        line.call() ? Right.CALL : Right.PUT));
    }

    /** The forward with today's carry, for the time that is left. */
    private static double carried(PricedLine line, double spot, double left) {
        return spot * StrictMath.exp(StrictMath.log(line.forward() / line.spot()) * left / line.years());
    }

    private static double grown(double logRatio, double power) {
        return logRatio == 0 ? 1 : StrictMath.exp(logRatio * power);
    }
}

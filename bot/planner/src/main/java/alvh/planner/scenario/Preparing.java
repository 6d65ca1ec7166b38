package alvh.planner.scenario;

import alvh.planner.market.ContractRules;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Settlement;
import alvh.planner.pricing.Dividends;

/** Looks up in a market state what one instrument's value needs, or says what is missing. */
final class Preparing {

    private final MarketState state;

    Preparing(MarketState state) {
        this.state = state;
    }

    Prepared prepare(InstrumentKey key) {
        return switch (key.secType()) {
            case STOCK, INDEX -> stock(key);
            case FUTURE -> future(key);
            case OPTION -> option(key);
        };
    }

    private Prepared stock(InstrumentKey key) {
        double spot = state.spot(key.root());
        if (!(spot > 0)) {
            return missing(MarketFault.Reason.NO_SPOT, key.root() + ": no spot price");
        }
        return new Prepared.Ready(PricedLine.stock(key, spot, beta(key.root())));
    }

    private Prepared future(InstrumentKey key) {
        if (!key.underlying().equals("VIX") || state.vixCurve() == null) {
            return missing(MarketFault.Reason.NO_CURVE, key + ": no VIX curve to value it by");
        }
        double years = new Settlement(state.calendar()).expiryYears(state.asOf(), key);
        return new Prepared.Ready(PricedLine.future(key, ContractRules.multiplier(key), state.vix(), years,
                Settlement.dte(state.asOf(), key), state.vixCurve().forward(years)));
    }

    private Prepared option(InstrumentKey key) {
        String underlying = key.underlying();
        boolean vix = underlying.equals("VIX");
        if (!(state.spot(underlying) > 0)) {
            return missing(MarketFault.Reason.NO_SPOT, key + ": no level of " + underlying);
        }
        if (!(state.vix() > 0)) {
            return missing(MarketFault.Reason.NO_LEVEL, key + ": no VIX, whose ratio moves every volatility");
        }
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
        return new Prepared.Ready(line(key, underlying, surface));
    }

    private PricedLine line(InstrumentKey key, String underlying, Surface surface) {
        PricedLine.Kind kind = switch (underlying) {
            case "VIX" -> PricedLine.Kind.VIX_OPTION;
            case "SPX", "XSP" -> PricedLine.Kind.INDEX_OPTION;
            default -> PricedLine.Kind.NAME_OPTION;
        };
        double power = switch (kind) {
            case VIX_OPTION -> VixResponse.vixPower(surface.dte());
            case INDEX_OPTION -> VixResponse.indexPower(surface.dte());
            case NAME_OPTION -> VixResponse.namePower(surface.dte());
            case STOCK, VIX_FUTURE -> 0;
        };
        boolean vix = kind == PricedLine.Kind.VIX_OPTION;
        double spot = state.spot(underlying);
        double basis = vix ? surface.forward() - state.vixCurve().forward(surface.years()) : 0;
        NameState name = state.names().get(underlying);
        Dividends dividends = name == null ? Dividends.NONE : name.dividends();
        double escrowed = spot - dividends.presentValue(0, surface.years(), state.rate());
        double carry = vix ? 0 : StrictMath.log(surface.forward() / escrowed) / surface.years();
        return new PricedLine(key, kind, key.right() == Right.CALL, ContractRules.multiplier(key), key.strike(), spot,
                surface.years(), surface.dte(), surface.forward(), vix ? 0 : beta(underlying), basis, carry, power,
                surface.vol(key.strike()), surface, dividends);
    }

    private double beta(String underlying) {
        NameState name = state.names().get(underlying);
        return name == null ? 1 : name.beta();
    }

    private static Prepared missing(MarketFault.Reason reason, String detail) {
        return new Prepared.Unpriceable(new MarketFault(reason, detail));
    }
}

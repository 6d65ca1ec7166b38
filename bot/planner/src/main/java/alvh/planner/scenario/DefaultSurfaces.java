package alvh.planner.scenario;

import java.util.Map;

import alvh.planner.market.Settlement;
import alvh.planner.pricing.Dividends;
import alvh.planner.pricing.ForwardSource;
import alvh.planner.pricing.Smile;

/** Forwards and smiles for expiries without quotes of their own (methodology 5.4). */
final class DefaultSurfaces {

    private final MarketState state;

    DefaultSurfaces(MarketState state) {
        this.state = state;
    }

    /** Null where the level, the curve or any volatility is unknown, or the expiry has passed. */
    Surface of(ExpiryId expiry, String underlying) {
        double years = new Settlement(state.calendar()).expiryYears(state.asOf(), expiry.tradingClass(),
                expiry.settlement());
        if (years <= 0 || !(state.spot(underlying) > 0)) {
            return null;
        }
        int dte = Settlement.dte(state.asOf(), expiry.settlement());
        return switch (underlying) {
            case "VIX" -> vix(years, dte);
            case "SPX", "XSP" -> index(underlying, years, dte);
            default -> name(underlying, years, dte);
        };
    }

    private Surface vix(double years, int dte) {
        if (state.vixCurve() == null || !(state.vvix() > 0)) {
            return null;
        }
        return new Surface(years, dte, state.vixCurve().forward(years), ForwardSource.INTERPOLATED,
                Smile.vixDefault(dte, state.vvix()));
    }

    private Surface index(String underlying, double years, int dte) {
        if (!(state.vix() > 0)) {
            return null;
        }
        double forward = forward(underlying, years);
        return new Surface(years, dte, forward, ForwardSource.INTERPOLATED,
                Smile.spxDefault(years, state.vix(), state.spot(underlying), forward));
    }

    /** The nearest quoted expiry's volatility at the money, else what the name realised. */
    private Surface name(String underlying, double years, int dte) {
        Map.Entry<ExpiryId, Surface> near = Carry.nearest(state.surfaces(), underlying, years);
        double vol = near == null ? state.names().get(underlying).realisedVol() : near.getValue().smile().vol(0);
        if (!(vol > 0)) {
            return null;
        }
        return new Surface(years, dte, forward(underlying, years), ForwardSource.INTERPOLATED,
                Smile.nameDefault(vol));
    }

    private double forward(String underlying, double years) {
        double spot = state.spot(underlying);
        NameState name = state.names().get(underlying);
        Dividends dividends = name == null ? Dividends.NONE : name.dividends();
        double carry = Carry.of(state.surfaces(), underlying, years, state.spx(), spot, dividends, state.rate());
        return (spot - dividends.presentValue(0, years, state.rate())) * StrictMath.exp(carry * years);
    }
}

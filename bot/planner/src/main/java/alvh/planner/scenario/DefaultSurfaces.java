package alvh.planner.scenario;

import java.util.Map;

import alvh.planner.market.Settlement;
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
            default -> name(expiry.tradingClass(), underlying, years, dte);
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
        double spot = state.spot(underlying);
        Surface near = nearest(null, underlying, years);
        double carry = near == null ? state.rate() : StrictMath.log(near.forward() / spot) / near.years();
        double forward = spot * StrictMath.exp(carry * years);
        return new Surface(years, dte, forward, ForwardSource.INTERPOLATED,
                Smile.spxDefault(years, state.vix(), spot, forward));
    }

    private Surface name(String tradingClass, String underlying, double years, int dte) {
        Surface near = nearest(tradingClass, underlying, years);
        if (near == null) {
            return null;
        }
        double spot = state.spot(underlying);
        double carry = StrictMath.log(near.forward() / spot) / near.years();
        return new Surface(years, dte, spot * StrictMath.exp(carry * years), ForwardSource.INTERPOLATED,
                Smile.name(near.smile().vol(0), 0));
    }

    /** The quoted expiry of this underlying that is nearest in time. */
    private Surface nearest(String tradingClass, String underlying, double years) {
        Surface best = null;
        for (Map.Entry<ExpiryId, Surface> entry : state.surfaces().entrySet()) {
            String root = entry.getKey().tradingClass();
            boolean same = tradingClass != null
                    ? root.equals(tradingClass)
                    : root.equals(underlying) || underlying.equals("SPX") && root.equals("SPXW");
            if (same && (best == null
                    || Math.abs(entry.getValue().years() - years) < Math.abs(best.years() - years))) {
                best = entry.getValue();
            }
        }
        return best;
    }
}

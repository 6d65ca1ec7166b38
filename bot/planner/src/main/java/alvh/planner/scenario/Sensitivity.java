package alvh.planner.scenario;

import alvh.planner.market.Right;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.Greeks;
import alvh.planner.pricing.VixCurve;

/**
 * What one contract or share does to the limits of methodology 4.6, in dollars.
 *
 * @param deltaForward by the option's own forward, -1 to 1; 1 for stock and futures
 * @param perVixPoint dollars per point of spot VIX: a VIX option through its future's beta; an index option's vega times
 *        (vol/VIX)(30/DTE)^0.5; a name's times (vol/VIX) 0.55 (45/DTE)^0.35
 * @param perSpxPercent dollars per +1 % of SPX at a standing VIX; 0 for VIX instruments
 * @param thetaPerDay dollars per calendar day at a standing forward
 * @param vegaPerPoint dollars per point of the option's own volatility
 */
public record Sensitivity(double deltaForward, double perVixPoint, double perSpxPercent, double thetaPerDay,
        double vegaPerPoint) {

    /** Sensitivities of a line in today's market. */
    public static Sensitivity of(PricedLine line, MarketState state) {
        return switch (line.kind()) {
            case STOCK -> new Sensitivity(1, 0, line.spot() * line.beta() * line.multiplier() / 100, 0, 0);
            case VIX_FUTURE -> new Sensitivity(1, VixCurve.beta(line.years()) * line.multiplier(), 0, 0, 0);
            case VIX_OPTION -> option(line, state, 0);
            case INDEX_OPTION -> option(line, state, VixResponse.indexPower(line.dte()));
            case NAME_OPTION -> option(line, state, VixResponse.namePower(line.dte()));
        };
    }

    private static Sensitivity option(PricedLine line, MarketState state, double vixPower) {
        double vol = line.vol();
        Greeks greeks = Black76.greeks(line.forward(), line.strike(), line.years(), vol, state.rate(),
                line.call() ? Right.CALL : Right.PUT);
        double dollars = line.multiplier();
        double vega = greeks.vegaPerPoint() * dollars;
        double theta = greeks.thetaPerDay() * dollars;
        if (line.kind() == PricedLine.Kind.VIX_OPTION) {
            double perVix = greeks.delta() * VixCurve.beta(line.years()) * dollars;
            return new Sensitivity(greeks.deltaForward(), perVix, 0, theta, vega);
        }
        double perSpx = greeks.delta() * line.forward() * line.beta() * dollars / 100;
        double perVix = vega * (100 * vol / state.vix()) * vixPower;
        return new Sensitivity(greeks.deltaForward(), perVix, perSpx, theta, vega);
    }
}

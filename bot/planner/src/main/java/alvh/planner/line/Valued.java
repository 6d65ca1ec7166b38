package alvh.planner.line;

import java.util.List;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.Right;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.Greeks;
import alvh.planner.pricing.VixCurve;
import alvh.planner.scenario.Prepared;
import alvh.planner.scenario.PricedLine;
import alvh.planner.scenario.Revaluation;
import alvh.planner.scenario.ShockedMarket;

/**
 * What a package is worth by the model, now and in every scenario, and its greeks; dollars per package.
 *
 * @param base by base scenario, {@code screen} by column of the loss table
 * @param vega G1: dollars per point of spot VIX
 * @param stressDelta G2: dollars per +1 % of SPX around -3 %
 * @param theta G3: dollars a day at a standing future, negative for what decays
 * @param fault why it cannot be valued, or null
 */
public record Valued(double today, double[] base, double[] screen, double vega, double stressDelta, double theta,
        String fault) {

    public static Valued of(List<LotLeg> legs, Picture picture) {
        Revaluation revaluation = picture.revaluation();
        double today = 0;
        double vega = 0;
        double stress = 0;
        double theta = 0;
        double[] base = new double[picture.markets().size()];
        double[] screen = new double[picture.screen().size()];
        for (LotLeg leg : legs) {
            switch (revaluation.prepare(leg.key())) {
                case Prepared.Unpriceable no -> {
                    return new Valued(Double.NaN, base, screen, 0, 0, 0, no.fault().toString());
                }
                case Prepared.Ready ready -> {
                    double units = leg.side().sign() * leg.ratio();
                    PricedLine line = ready.line();
                    today += units * revaluation.valueToday(line);
                    add(base, units, revaluation, line, picture.markets());
                    add(screen, units, revaluation, line, picture.screen());
                    stress += units * (revaluation.value(line, picture.stress().get(0))
                            - revaluation.value(line, picture.stress().get(1)));
                    vega += units * vega(line, picture);
                    theta += units * theta(line, picture);
                }
            }
        }
        boolean sane = Double.isFinite(today);
        for (double value : base) {
            sane &= Double.isFinite(value);
        }
        return new Valued(today, base, screen, vega, stress, theta, sane ? null : "the model gives no finite value");
    }

    private static void add(double[] sums, double units, Revaluation revaluation, PricedLine line,
            List<ShockedMarket> markets) {
        for (int s = 0; s < sums.length; s++) {
            sums[s] += units * revaluation.value(line, markets.get(s), 0);
        }
    }

    private static Greeks greeks(PricedLine line, Picture picture) {
        return Black76.greeks(line.forward(), line.strike(), line.years(), line.vol(), picture.state().rate(),
                line.call() ? Right.CALL : Right.PUT);
    }

    /** Methodology 4.6: dollars per point of spot VIX, so that calls on VIX and options on stocks can be added. */
    private static double vega(PricedLine line, Picture picture) {
        double vix = picture.state().vix();
        return switch (line.kind()) {
            case STOCK -> 0;
            case VIX_FUTURE -> line.multiplier() * VixCurve.beta(line.years());
            case VIX_OPTION -> line.multiplier() * greeks(line, picture).delta() * VixCurve.beta(line.years());
            case INDEX_OPTION -> line.multiplier() * greeks(line, picture).vegaPerPoint() * line.vol() * 100 / vix
                    * Math.sqrt(30.0 / Math.max(1, line.dte()));
            case NAME_OPTION -> line.multiplier() * greeks(line, picture).vegaPerPoint() * line.vol() * 100 / vix
                    * 0.55 * StrictMath.pow(45.0 / Math.max(1, line.dte()), 0.35);
        };
    }

    private static double theta(PricedLine line, Picture picture) {
        return switch (line.kind()) {
            case STOCK, VIX_FUTURE -> 0;
            case VIX_OPTION, INDEX_OPTION, NAME_OPTION -> line.multiplier() * greeks(line, picture).thetaPerDay();
        };
    }

    public boolean usable() {
        return fault == null;
    }
}

package alvh.planner.plan;

import java.util.ArrayList;
import java.util.List;

import alvh.planner.money.Usd;
import alvh.planner.scenario.Shock;
import alvh.planner.scenario.ShockedMarket;

/**
 * The linear rows of the sizing program: the limits on greeks (methodology 4.6, row (5)) and the over-hedge row (6), each
 * as coefficients of a unit and what is left.
 */
final class Limits {
    private static final double ETA = 1.0;
    private static final double S0 = 0.05;
    private static final String OVER_HEDGE = "DEFGHILN";
    private static final String ABSORPTION = "FGHI";

    /** One row: {@code sum coefficient(line) x <= left}. */
    record Row(String name, Refusal.Code code, double left, Coefficient coefficient) {}

    /** Coefficients are read from the candidate: one of its greeks, or its gain in one scenario. */
    record Coefficient(int greek, double sign, int scenario) {
        double of(Candidate candidate) {
            if (scenario >= 0) {
                return candidate.line().valueByScenario()[scenario] - candidate.line().expectedFill();
            }
            return sign * candidate.line().greeks()[greek];
        }
    }

    private Limits() {}

    /** @param netLiquidation null when unknown; then nothing may be bought and the caller has said so */
    static List<Row> of(BookRisk book, HedgeNow hedge, Usd premiumOpen, Usd netLiquidation, Picture picture) {
        double premium = premiumOpen.toDouble();
        var rows = new ArrayList<Row>();
        rows.add(greek("G1 vega", 0, 1, Math.max(book.shortVega(), 0.015 * premium) - hedge.vega()));
        rows.add(greek("G2 delta", 1, -1, Math.max(0, book.stressDelta()) + hedge.stressDelta()));
        rows.add(greek("G3 theta", 2, -1, Math.max(0.35 * book.theta(), 0.0025 * premium) - hedge.theta()));
        double worth = netLiquidation == null ? 0 : netLiquidation.toDouble();
        rows.add(greek("G4 market value", 3, 1, 0.03 * worth - hedge.marketValue()));
        double s0 = S0 * premium;
        for (int s = 0; s < picture.markets().size(); s++) {
            Shock shock = picture.markets().get(s).shock();
            if (!OVER_HEDGE.contains(shock.id())) {
                continue;
            }
            double loss = Math.max(0, -book.base()[s]);
            boolean strict = ABSORPTION.contains(shock.id()) && loss > s0;
            double limit = ETA * loss + (strict ? 0 : s0);
            rows.add(new Row("over-hedge in " + shock.id(), Refusal.Code.OVER_HEDGE, limit - hedge.base()[s],
                    new Coefficient(0, 1, s)));
        }
        return rows;
    }

    private static Row greek(String name, int greek, double sign, double left) {
        return new Row(name, Refusal.Code.GREEK_LIMIT, left, new Coefficient(greek, sign, -1));
    }

    /** How much of the book's loss the hedge takes in the crash scenarios F to I (G6), the mean over those that lose. */
    static double absorption(BookRisk book, double[] hedge, List<ShockedMarket> markets) {
        double sum = 0;
        int counted = 0;
        for (int s = 0; s < markets.size(); s++) {
            if (ABSORPTION.contains(markets.get(s).shock().id()) && book.base()[s] < 0) {
                sum += hedge[s] / -book.base()[s];
                counted++;
            }
        }
        return counted == 0 ? Double.NaN : sum / counted;
    }
}

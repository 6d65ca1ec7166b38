package alvh.planner.decide;

import java.util.ArrayList;
import java.util.List;

import alvh.planner.ledger.LayerId;
import alvh.planner.line.BookRisk;
import alvh.planner.line.Candidate;
import alvh.planner.line.HedgeNow;
import alvh.planner.line.HeldLots;
import alvh.planner.line.Picture;
import alvh.planner.money.Usd;
import alvh.planner.plan.Refusal;
import alvh.planner.scenario.Shock;
import alvh.planner.scenario.ShockedMarket;

/**
 * The linear rows of the sizing program: the limits of methodology 4.6 (row (5)), the over-hedge row (6) and the most that a
 * layer may hold, each as coefficients of a unit and what is left.
 */
final class Limits {
    private static final double ETA = 1.0;
    private static final double S0 = 0.05;
    private static final String OVER_HEDGE = "DEFGHILN";
    private static final String ABSORPTION = "FGHI";
    /** Methodology 2.3: at most 50 of a layer; four lines of ten are all that one plan could add. */
    private static final long MOST_PACKAGES = 50;
    private static final long MOST_IN_A_PLAN = 40;

    /** One row: {@code sum coefficient(line) x <= left}. */
    record Row(String name, Refusal.Code code, double left, Coefficient coefficient) {}

    /** What a unit of a candidate uses of a row, in the row's unit. */
    sealed interface Coefficient {
        /** One of its greeks, see {@code CandidateLine}. */
        record Greek(int index, double sign) implements Coefficient {}

        /** Its gain in one scenario. */
        record Gain(int scenario) implements Coefficient {}

        /** Its worst case, in dollars. */
        record Debit() implements Coefficient {}

        /** A package more of a layer; a roll keeps their number. */
        record Packages(LayerId layer) implements Coefficient {}

        default double of(Candidate candidate) {
            return switch (this) {
                case Greek(int index, double sign) -> sign * candidate.line().greeks()[index];
                case Gain(int scenario) ->
                    candidate.line().valueByScenario()[scenario] - candidate.line().expectedFill();
                case Debit() -> candidate.line().worstCase().toDouble();
                case Packages(LayerId layer) -> candidate.layer() == layer && !candidate.isRoll() ? 1 : 0;
            };
        }
    }

    private Limits() {}

    /** @param netLiquidation null when unknown; then nothing may be bought and the caller has said so */
    static List<Row> of(BookRisk book, HedgeNow hedge, HeldLots held, Usd premiumOpen, Usd netLiquidation,
            Picture picture) {
        double premium = premiumOpen.toDouble();
        var rows = new ArrayList<Row>();
        rows.add(greek("G1 vega", 0, 1, Math.max(book.shortVega(), 0.015 * premium) - hedge.vega()));
        rows.add(greek("G2 delta", 1, -1, Math.max(0, book.stressDelta()) + hedge.stressDelta()));
        rows.add(greek("G2 delta above zero", 1, 1, -hedge.stressDelta()));
        rows.add(greek("G3 theta", 2, -1, Math.max(0.35 * book.theta(), 0.0025 * premium) - hedge.theta()));
        double worth = netLiquidation == null ? 0 : netLiquidation.toDouble();
        // What the held hedge gained may lift it from 3 % to 5 %: the tighter row looks at cost where that is less.
        rows.add(greek("G4 market value", 3, 1, 0.03 * worth - Math.min(hedge.marketValue(), hedge.cost())));
        rows.add(greek("G4 market value after gains", 3, 1, 0.05 * worth - hedge.marketValue()));
        rows.add(new Row("G5 buying power", Refusal.Code.GREEK_LIMIT, 0.10 * worth - hedge.marketValue(),
                new Coefficient.Debit()));
        for (LayerId layer : LayerId.values()) {
            if (held.heldOf(layer) > MOST_PACKAGES - MOST_IN_A_PLAN) {
                rows.add(new Row("50 packages in " + layer.word(), Refusal.Code.LAYER_CAP,
                        MOST_PACKAGES - held.heldOf(layer), new Coefficient.Packages(layer)));
            }
        }
        double s0 = S0 * premium;
        for (int s = 0; s < picture.markets().size(); s++) {
            Shock shock = picture.markets().get(s).shock();
            if (!OVER_HEDGE.contains(shock.id())) {
                continue;
            }
            double loss = Math.max(0, -book.base()[s]);
            boolean strict = ABSORPTION.contains(shock.id()) && loss > s0;
            // Row (6) covers what the hedge may be sized for (F11), G6 refuses more than the book loses.
            double limit = Math.min(ETA * book.sized()[s] + s0, strict ? loss : Double.POSITIVE_INFINITY);
            rows.add(new Row("over-hedge in " + shock.id(), Refusal.Code.OVER_HEDGE, limit - hedge.base()[s],
                    new Coefficient.Gain(s)));
        }
        return rows;
    }

    private static Row greek(String name, int greek, double sign, double left) {
        return new Row(name, Refusal.Code.GREEK_LIMIT, left, new Coefficient.Greek(greek, sign));
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

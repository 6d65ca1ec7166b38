package alvh.planner.plan;

import java.util.List;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.scenario.Prepared;
import alvh.planner.scenario.PricedLine;
import alvh.planner.scenario.Revaluation;
import alvh.planner.scenario.Sensitivity;
import alvh.planner.scenario.Shock;
import alvh.planner.scenario.ShockedMarket;

/**
 * Greeks of positions in terms of SPX and VIX (methodology F4, 4.6), in dollars, so that stocks, index options and calls on
 * VIX can be added.
 *
 * @param deltaPerPercent per +1 % of SPX, through betas, at a standing VIX
 * @param deltaWithVix per +1 % of SPX with VIX answering by 5.6: half the difference of +1 % and -1 %, no time passed
 * @param vegaPerPoint per point of spot VIX, by the normalisation of 4.6
 * @param thetaPerDay per calendar day at a standing market, negative for what decays
 * @param gammaPerPercent by how much {@code deltaWithVix} grows per +1 % of SPX, VIX answering
 * @param grossDelta sum of abs dollar deltas of the packages, in dollars of underlyings (the D_i of F4)
 */
public record SpxGreeks(double deltaPerPercent, double deltaWithVix, double vegaPerPoint, double thetaPerDay,
        double gammaPerPercent, double grossDelta) {

    public static final SpxGreeks NONE = new SpxGreeks(0, 0, 0, 0, 0, 0);

    /** Two moves of one percent with the answer of VIX, at today's level. */
    record Moves(ShockedMarket up, ShockedMarket down) {
        static Moves of(Picture picture) {
            return new Moves(ShockedMarket.of(picture.state(), Shock.crash("+1 %", 0.01, 0, "greeks")),
                    ShockedMarket.of(picture.state(), Shock.crash("-1 %", -0.01, 0, "greeks")));
        }
    }

    /** Of {@code units} packages; null when a leg cannot be valued. */
    static SpxGreeks of(List<LotLeg> legs, long units, Picture picture, Moves moves) {
        Revaluation model = picture.revaluation();
        SpxGreeks sum = NONE;
        double dollars = 0;
        for (LotLeg leg : legs) {
            if (!(model.prepare(leg.key()) instanceof Prepared.Ready ready)) {
                return null;
            }
            PricedLine line = ready.line();
            double n = (double) units * leg.ratio() * leg.side().sign();
            Sensitivity one = Sensitivity.of(line, picture.state());
            double today = model.valueToday(line);
            double up = model.value(line, moves.up()) - today;
            double down = model.value(line, moves.down()) - today;
            dollars += line.beta() == 0 ? 0 : n * one.perSpxPercent() * 100 / line.beta();
            sum = sum.plus(new SpxGreeks(n * one.perSpxPercent(), n * (up - down) / 2, n * one.perVixPoint(),
                    n * one.thetaPerDay(), n * (up + down), 0));
        }
        return sum.plus(new SpxGreeks(0, 0, 0, 0, 0, Math.abs(dollars)));
    }

    SpxGreeks plus(SpxGreeks other) {
        return new SpxGreeks(deltaPerPercent + other.deltaPerPercent, deltaWithVix + other.deltaWithVix,
                vegaPerPoint + other.vegaPerPoint, thetaPerDay + other.thetaPerDay,
                gammaPerPercent + other.gammaPerPercent, grossDelta + other.grossDelta);
    }

    static SpxGreeks sum(List<SpxGreeks> lines) {
        return lines.stream().reduce(NONE, SpxGreeks::plus);
    }
}

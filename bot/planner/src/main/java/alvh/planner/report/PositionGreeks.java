package alvh.planner.report;

import java.util.List;

import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.line.Picture;
import alvh.planner.plan.SpxGreeks;
import alvh.planner.scenario.Prepared;
import alvh.planner.scenario.PricedLine;
import alvh.planner.scenario.Revaluation;
import alvh.planner.scenario.Sensitivity;
import alvh.planner.scenario.Shock;
import alvh.planner.scenario.ShockedMarket;

/** Computes {@link SpxGreeks} of packages from the market model. */
final class PositionGreeks {
    private PositionGreeks() {}

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
        SpxGreeks sum = SpxGreeks.NONE;
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
}

package alvh.planner.report;

import java.util.List;

import alvh.planner.decide.Findings;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.line.Candidate;
import alvh.planner.line.HeldPool;
import alvh.planner.line.Picture;
import alvh.planner.portfolio.Structure;
import alvh.planner.scenario.Prepared;
import alvh.planner.scenario.Shock;
import alvh.planner.scenario.ShockedMarket;

/** The week of Q22: SPX 5 % lower after five sessions, VIX by methodology 5.6. How much of the book's loss the hedge takes. */
final class FivePercentWeek {
    private static final Shock SHOCK = Shock.crash("-5 %", -0.05, 7, "SPX -5 % in 5 sessions");

    private FivePercentWeek() {}

    /** Share of the book's loss that held and planned hedges absorb; NaN when the book does not lose. */
    static double absorbed(Findings found) {
        Picture picture = found.picture();
        ShockedMarket after = ShockedMarket.of(picture.state(), SHOCK);
        double book = 0;
        for (Structure structure : found.assessment().structures()) {
            double change = change(
                    structure.legs().stream().map(l -> new LotLeg(l.key(), l.ratio(), l.side())).toList(),
                    after, picture);
            book += Double.isFinite(change) ? structure.openQuantity() * change : 0;
        }
        double hedge = 0;
        for (HeldPool pool : found.held().pools().values()) {
            double change = change(pool.legs(), after, picture);
            hedge += Double.isFinite(change) ? pool.held() * change : 0;
        }
        for (var line : found.valued().entrySet()) {
            Candidate candidate = line.getKey();
            double change = change(candidate.buys(), after, picture) + change(candidate.sells(), after, picture);
            hedge += Double.isFinite(change) ? line.getValue() * change : 0;
        }
        return book < 0 ? hedge / -book : Double.NaN;
    }

    /** Change in value of one package, NaN when a leg cannot be valued. */
    private static double change(List<LotLeg> legs, ShockedMarket after, Picture picture) {
        double change = 0;
        for (LotLeg leg : legs) {
            change += switch (picture.revaluation().prepare(leg.key())) {
                case Prepared.Unpriceable no -> Double.NaN;
                case Prepared.Ready ready -> leg.side().sign() * leg.ratio()
                        * (picture.revaluation().value(ready.line(), after)
                                - picture.revaluation().valueToday(ready.line()));
            };
        }
        return change;
    }
}

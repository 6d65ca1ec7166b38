package alvh.planner.report;

import java.util.ArrayList;
import java.util.List;

import alvh.planner.decide.Findings;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.line.Picture;
import alvh.planner.plan.GreekConflict;
import alvh.planner.plan.NamesReport;
import alvh.planner.plan.SpxGreeks;
import alvh.planner.portfolio.Structure;
import alvh.planner.scenario.Prepared;
import alvh.planner.scenario.Shock;
import alvh.planner.scenario.ShockedMarket;

/** Net greeks of book and hedge in SPX terms, beta-weighted delta, stress beta and the conflict index (F4, F16). */
final class BookGreeks {

    private static final double STRESS = -0.05;

    private final Picture picture;
    private final PositionGreeks.Moves moves;
    private final ShockedMarket fall;
    private final List<SpxGreeks> book = new ArrayList<>();
    private final List<SpxGreeks> held = new ArrayList<>();
    private final List<SpxGreeks> planned = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private double stressed;

    private BookGreeks(Picture picture) {
        this.picture = picture;
        this.moves = PositionGreeks.Moves.of(picture);
        this.fall = ShockedMarket.of(picture.state(), Shock.market("-5 %", STRESS, 0, 0, 0, "stress beta"));
    }

    static NamesReport.Book of(Findings found, double systemicShare) {
        var greeks = new BookGreeks(found.picture());
        found.assessment().structures().forEach(greeks::structure);
        found.held().pools().values().forEach(pool -> greeks.add(pool.legs(), pool.held(), greeks.held, pool.key()));
        found.taken().forEach((candidate, units) -> {
            List<LotLeg> legs = new ArrayList<>(candidate.buys());
            legs.addAll(candidate.sells());
            greeks.add(legs, units, greeks.planned, candidate.words());
        });
        return greeks.report(found, systemicShare);
    }

    private NamesReport.Book report(Findings found, double systemicShare) {
        List<SpxGreeks> hedge = new ArrayList<>(held);
        hedge.addAll(planned);
        SpxGreeks all = SpxGreeks.sum(book);
        double weighted = found.assessment().exposure().betaWeightedDelta();
        return new NamesReport.Book(all, SpxGreeks.sum(held), SpxGreeks.sum(planned), weighted,
                weighted / picture.state().spx(),
                all.grossDelta() > 0 ? stressed / (STRESS * all.grossDelta()) : Double.NaN,
                GreekConflict.of(book, hedge), systemicShare, leftOut);
    }

    private void structure(Structure structure) {
        List<LotLeg> legs = structure.legs().stream().map(leg -> new LotLeg(leg.key(), leg.ratio(), leg.side()))
                .toList();
        if (add(legs, structure.openQuantity(), book, structure.id())) {
            for (LotLeg leg : legs) {
                if (picture.revaluation().prepare(leg.key()) instanceof Prepared.Ready ready) {
                    stressed += (double) structure.openQuantity() * leg.ratio() * leg.side().sign()
                            * (picture.revaluation().value(ready.line(), fall)
                                    - picture.revaluation().valueToday(ready.line()));
                }
            }
        }
    }

    private boolean add(List<LotLeg> legs, long units, List<SpxGreeks> lines, String words) {
        if (!(picture.state().vix() > 0)) {
            leftOut.add(words + ": no VIX");
            return false;
        }
        SpxGreeks one = PositionGreeks.of(legs, units, picture, moves);
        if (one == null) {
            leftOut.add(words + ": a leg cannot be valued");
            return false;
        }
        lines.add(one);
        return true;
    }
}

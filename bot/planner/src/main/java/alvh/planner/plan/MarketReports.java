package alvh.planner.plan;

import java.util.ArrayList;
import java.util.List;

import alvh.planner.ledger.Lot.LotLeg;

/** The market's part of the report, from what the plan found; nothing here decides. */
final class MarketReports {
    private MarketReports() {}

    static MarketReport of(Findings found) {
        List<MarketReport.SurfaceLine> surfaces = SurfaceLines.of(found.picture(), legs(found), found.input().past());
        var lines = new ArrayList<String>();
        surfaces.forEach(line -> lines.add(SurfaceLines.words(line)));
        return new MarketReport(surfaces, List.of(), List.of(), List.of(), List.of(), lines);
    }

    /** Legs of the book and of the hedge, in order. */
    private static List<LotLeg> legs(Findings found) {
        var legs = new ArrayList<LotLeg>();
        found.assessment().structures().forEach(structure -> structure.legs()
                .forEach(leg -> legs.add(new LotLeg(leg.key(), leg.ratio(), leg.side()))));
        found.held().pools().values().forEach(pool -> legs.addAll(pool.legs()));
        return legs;
    }
}

package alvh.planner.report;

import java.util.ArrayList;
import java.util.List;

import alvh.planner.decide.Findings;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.plan.MarketReport;
import alvh.planner.scenario.ParityReading;

/** The market's part of the report, from what the plan found; nothing here decides. */
final class MarketReports {
    private MarketReports() {}

    static MarketReport of(Findings found) {
        List<MarketReport.SurfaceLine> surfaces = SurfaceLines.of(found.picture(), legs(found), found.input().past());
        var lines = new ArrayList<String>();
        surfaces.forEach(line -> lines.add(SurfaceLines.words(line)));
        ParityReading parity = found.picture().state().parity();
        double rate = found.input().settings().ratePerYear();
        List<MarketReport.DeltaGap> gaps = DeltaGaps.of(found.picture());
        lines.addAll(DeltaGaps.words(gaps, found.picture()));
        List<MarketReport.Episode> episodes = EpisodeLines.of(found);
        lines.addAll(EpisodeLines.words(episodes));
        List<MarketReport.Alternative> alternatives = Alternatives.of(found);
        alternatives.forEach(alternative -> lines.add(alternative.because()));
        lines.addAll(ParityLines.words(parity, rate));
        return new MarketReport(surfaces, ParityLines.pairs(parity), ParityLines.boxes(parity, rate), alternatives,
                episodes, gaps, lines);
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

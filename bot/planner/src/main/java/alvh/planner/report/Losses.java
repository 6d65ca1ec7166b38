package alvh.planner.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import alvh.planner.line.BookRisk;
import alvh.planner.line.Candidate;
import alvh.planner.line.HedgeNow;
import alvh.planner.line.Picture;
import alvh.planner.plan.LossTable;
import alvh.planner.scenario.Shock;

/** The loss table of the plan screen, from the same values that sizing saw. */
final class Losses {
    private Losses() {}

    static LossTable of(BookRisk book, HedgeNow hedge, Map<Candidate, Integer> taken, Picture picture) {
        var columns = new ArrayList<LossTable.Column>();
        for (int s = 0; s < picture.screen().size(); s++) {
            Shock shock = picture.screen().get(s).shock();
            double planned = -hedge.sold()[s];
            for (Map.Entry<Candidate, Integer> line : taken.entrySet()) {
                planned += line.getValue() * line.getKey().screen()[s];
            }
            columns.add(new LossTable.Column(shock.id(), shock.spxReturn(), picture.screen().get(s).vix(),
                    cents(book.screen()[s]),
                    cents(hedge.screen()[s] + hedge.sold()[s]), cents(planned)));
        }
        return new LossTable(List.copyOf(columns));
    }

    /** To the cent, so that what is shown adds up; adding zero turns -0.0 into 0.0. */
    private static double cents(double dollars) {
        return Math.rint(dollars * 100) / 100 + 0.0;
    }
}

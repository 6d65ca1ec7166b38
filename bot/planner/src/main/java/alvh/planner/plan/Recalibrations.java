package alvh.planner.plan;

import java.util.List;

/** Writes the weekly entry (methodology 3.7) from a plan's findings and last week's figures. */
final class Recalibrations {
    private Recalibrations() {}

    static Recalibration of(Findings found, PlanReport report) {
        return switch (found.input().kind()) {
            case MARKS -> Recalibration.NONE;
            case DAILY, WEEKLY, BY_HAND -> new Recalibration(WeekFigures.of(found), List.of(), "");
        };
    }
}

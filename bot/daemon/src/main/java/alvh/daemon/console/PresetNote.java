package alvh.daemon.console;

import java.util.Optional;

import alvh.planner.plan.PlanReport;

/** The planner's sentence on a preset's cost, among the notes of a report. */
final class PresetNote {

    private static final String ANY = "preset ";
    private static final String DEFAULT = "preset default:";

    private PresetNote() {}

    /** The sentence of a preset that somebody chose: it stands before everything else. */
    static Optional<String> leading(PlanReport report) {
        return report.notes().stream().filter(n -> n.startsWith(ANY) && !n.startsWith(DEFAULT)).findFirst();
    }
}

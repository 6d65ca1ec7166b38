package alvh.daemon.cli;

import java.util.List;

import alvh.daemon.cycle.HedgeCycle;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.review.DecisionReport;
import alvh.daemon.review.Ladder;
import alvh.daemon.review.Measures;
import picocli.CommandLine.Command;

/** Verbs that judge: the decision journal, the permission ladder, the numbers of success. */
final class ReviewVerbs {

    private ReviewVerbs() {}

    private static List<JournalRecord> records(Out out) {
        return List.copyOf(out.access().audit().records(1).values());
    }

    @Command(name = "decisions", description = "the decision journal: each choice with its thesis, and what it has cost against the other one")
    static final class Decisions extends LookingVerbs.Looking {
        Decisions(Out out) {
            super(out);
        }

        @Override
        public Integer call() {
            DecisionReport report = DecisionReport.of(records(out()));
            if (json) {
                out().json(report);
            } else {
                report.lines().forEach(out().out()::println);
            }
            return 0;
        }
    }

    @Command(name = "ladder", description = "what is still wanted before a live account: sessions, rolls, a harvest, clean fills")
    static final class LadderVerb extends LookingVerbs.Looking {
        LadderVerb(Out out) {
            super(out);
        }

        /** The checklist for scripts. */
        record Shown(Ladder counted, boolean met) {}

        @Override
        public Integer call() {
            Ladder ladder = Ladder.of(records(out()));
            if (json) {
                out().json(new Shown(ladder, ladder.met()));
            } else {
                ladder.lines().forEach(out().out()::println);
            }
            return 0;
        }
    }

    @Command(name = "measures", description = "how well it goes: the week's four numbers, returns with and without the hedge, discipline")
    static final class MeasuresVerb extends LookingVerbs.Looking {
        MeasuresVerb(Out out) {
            super(out);
        }

        @Override
        public Integer call() {
            List<JournalRecord> records = records(out());
            Measures measures = Measures.of(HedgeCycle.remembered(records), records);
            if (json) {
                out().json(measures);
            } else {
                measures.lines().forEach(out().out()::println);
            }
            return 0;
        }
    }
}

package alvh.daemon.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import alvh.daemon.audit.AuditLog;
import alvh.daemon.console.ExplainText;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.HedgePlanner;
import alvh.planner.plan.PlanOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Why a plan is as it is: its stored input is planned again, as a replay does, and explained at length. */
@Command(name = "explain", description = "why the newest plan, or any stored one, is as it is: number, threshold, what would change it")
final class ExplainVerb implements Callable<Integer> {
    private static final int USAGE = 64;
    private static final int NARROWEST = 60;
    private static final int WIDEST = 200;

    @Mixin
    HomeOption home;
    @Parameters(paramLabel = "HASH", arity = "0..1", defaultValue = "latest", description = "the plan's hash, short or whole; default the newest")
    String hash;
    @Option(names = "--json", description = "stable JSON instead of the screen")
    boolean json;
    @Option(names = "--break-evens", description = "with --json: every point of the break-even map, for a chart")
    boolean breakEvens;
    @Option(names = "--width", paramLabel = "N", defaultValue = "100", description = "columns of the screen, 60 to 200 (default ${DEFAULT-VALUE})")
    int width;
    private final Out out;

    ExplainVerb(Out out) {
        this.out = out;
    }

    @Override
    public Integer call() {
        if (width < NARROWEST || width > WIDEST) {
            out.err().println("E-USAGE  --width: got " + width + " · expected " + NARROWEST + " to " + WIDEST);
            return USAGE;
        }
        if (breakEvens && !json) {
            out.err()
                    .println("E-USAGE  --break-evens gives every point for a chart · it needs --json; the screen shows "
                            + "where the curves cross zero");
            return USAGE;
        }
        AuditLog audit = out.access().audit();
        JournalRecord.Plan found = find(audit,
                hash.equals("latest") ? "" : hash.replace("-", "").toLowerCase(Locale.ROOT));
        if (found == null) {
            out.err().println("E-APPR-UNKNOWN  no plan " + (hash.equals("latest") ? "was made yet" : hash)
                    + " in this journal · see: scripts/alvh audit list --type PLAN");
            return 9;
        }
        PlanOutcome again = HedgePlanner.explained(audit.input(found.inputHash()));
        boolean same = PlanHashes.of(again, found.inputHash()).equals(found.planHash());
        List<JournalRecord.PlanState> states = audit.records(1).values().stream()
                .filter(JournalRecord.PlanState.class::isInstance).map(JournalRecord.PlanState.class::cast)
                .filter(s -> s.planHash().equals(found.planHash())).toList();
        if (json) {
            out.out().println(ExplainText.json(found, states, again, same, breakEvens));
        } else {
            ExplainText.lines(found, states, again, same, width).forEach(out.out()::println);
        }
        return 0;
    }

    /** The newest plan whose hash begins so, or null. */
    static JournalRecord.Plan find(AuditLog audit, String head) {
        JournalRecord.Plan found = null;
        for (JournalRecord entry : audit.records(1).values()) {
            if (entry instanceof JournalRecord.Plan p && p.planHash().startsWith(head)) {
                found = p;
            }
        }
        return found;
    }
}

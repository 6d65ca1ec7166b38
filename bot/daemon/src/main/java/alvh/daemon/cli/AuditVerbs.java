package alvh.daemon.cli;

import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;

import alvh.daemon.audit.AuditLog;
import alvh.daemon.audit.JournalJson;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.HedgePlanner;
import alvh.planner.plan.PlanOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Verbs over the journal: audit list, show, verify, replay. */
final class AuditVerbs {

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private AuditVerbs() {}

    @Command(name = "audit", description = "the journal: what was decided, sent and filled, and proof that nobody changed it")
    static final class Audit {
        @Mixin
        HomeOption home;
    }

    @Command(name = "list", description = "the newest records")
    static final class ListRecords implements Callable<Integer> {
        @Mixin
        HomeOption home;
        @Option(names = "--type", paramLabel = "TYPE", description = "only this type, e.g. PLAN, SEND_START, BOOKED")
        String type;
        @Option(names = "--limit", paramLabel = "N", defaultValue = "40", description = "how many (default ${DEFAULT-VALUE})")
        int limit;
        @Option(names = "--json", description = "stable JSON instead of the screen")
        boolean json;
        private final Out out;

        ListRecords(Out out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            List<AuditLog.Line> lines = out.access().audit().list(type, limit);
            if (json) {
                out.json(lines);
                return 0;
            }
            for (AuditLog.Line l : lines) {
                String text = l.payload().length() <= 46 ? l.payload() : l.payload().substring(0, 45) + "…";
                out.out().printf(Locale.ROOT, "%6d  %s ET  %-16s %s%n", l.lsn(), STAMP.format(l.at().atZone(NEW_YORK)),
                        l.type(),
                        text);
            }
            return 0;
        }
    }

    @Command(name = "show", description = "one record, whole")
    static final class Show implements Callable<Integer> {
        @Mixin
        HomeOption home;
        @Parameters(paramLabel = "LSN", description = "the record's number, as listed")
        long lsn;
        private final Out out;

        Show(Out out) {
            this.out = out;
        }

        @Override
        public Integer call() {
            return out.access().audit().show(lsn).map(l -> {
                out.out().printf(Locale.ROOT, "lsn %d · %s · %s ET · epoch %d%nhash %s%n%s%n", l.lsn(), l.type(),
                        STAMP.format(l.at().atZone(NEW_YORK)), l.epoch(), l.hash(),
                        JournalJson.pretty(JournalJson.read(l.payload(), Map.class)));
                return 0;
            }).orElseGet(() -> {
                out.err().println("E-ARG-LSN  no record " + lsn + " · see: scripts/alvh audit list");
                return 9;
            });
        }
    }

    @Command(name = "verify", description = "walk the whole chain and every stored text; exit 7 and the first bad record if damaged")
    static final class Verify implements Callable<Integer> {
        @Mixin
        HomeOption home;
        @Option(names = "--json", description = "stable JSON instead of the sentence")
        boolean json;
        private final Out out;

        Verify(Out out) {
            this.out = out;
        }

        @Override
        public Integer call() throws IOException {
            AuditLog.Verification v = out.access().audit().verify();
            if (json) {
                out.json(v);
            } else if (v.damage() == null) {
                out.out().println("verified: " + v.records() + " records, " + v.blobs() + " stored texts, chain head "
                        + v.head());
            } else {
                out.err().println("E-JOURNAL  the journal is damaged · " + v.damage() + " · " + v.records()
                        + " records before it hold · nothing was repaired: restore the last backup and reconcile with the broker");
            }
            return v.damage() == null ? 0 : 7;
        }
    }

    @Command(name = "replay", description = "make a past plan again from its stored input and compare the hashes")
    static final class Replay implements Callable<Integer> {
        @Mixin
        HomeOption home;
        @Parameters(paramLabel = "HASH", arity = "0..1", description = "the plan's hash, short or whole; default the newest")
        String hash;
        @Option(names = "--json", description = "stable JSON instead of the sentence")
        boolean json;
        private final Out out;

        Replay(Out out) {
            this.out = out;
        }

        /** A replay's result for scripts. */
        record Result(String planned, String replayed, boolean same, String input, String build) {}

        @Override
        public Integer call() {
            JournalRecord.Plan found = ExplainVerb.find(out.access().audit(),
                    hash == null ? "" : hash.replace("-", "").toLowerCase(Locale.ROOT));
            if (found == null) {
                out.err().println("E-APPR-UNKNOWN  no plan " + (hash == null ? "was made yet" : hash)
                        + " in this journal · see: scripts/alvh audit list --type PLAN");
                return 9;
            }
            PlanOutcome again = HedgePlanner.plan(out.access().audit().input(found.inputHash()));
            String replayed = PlanHashes.of(again, found.inputHash());
            Result result = new Result(found.planHash(), replayed, replayed.equals(found.planHash()), found.inputHash(),
                    found.build());
            if (json) {
                out.json(result);
            } else {
                out.out()
                        .println((result.same() ? "same plan again: " : "ANOTHER plan: ") + replayed
                                + "\nstored input    "
                                + found.inputHash() + "\nmade by build   " + found.build());
            }
            return result.same() ? 0 : 7;
        }
    }
}

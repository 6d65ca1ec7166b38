package alvh.daemon.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import alvh.daemon.ops.Access;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.Lot;
import alvh.planner.money.Usd;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Verbs that only look: status, positions, cases. */
final class LookingVerbs {

    private LookingVerbs() {}

    /** One base for looking verbs: --json, and the context that Verbs hands in. */
    abstract static class Looking implements Callable<Integer> {
        @Mixin
        HomeOption home;
        @Option(names = "--json", description = "stable JSON instead of the screen")
        boolean json;
        private final Out out;

        Looking(Out out) {
            this.out = out;
        }

        Out out() {
            return out;
        }
    }

    @Command(name = "status", description = "where the daemon stands, what is open, what waits for a person")
    static final class Status extends Looking {
        Status(Out out) {
            super(out);
        }

        @Override
        public Integer call() {
            Access.Status s = out().access().status();
            if (json) {
                out().json(s);
                return 0;
            }
            var p = out().out();
            p.printf(Locale.ROOT, "%-10s %s%n", "daemon", s.alive() ? "running" : "not running");
            p.printf(Locale.ROOT, "%-10s %s%n", "TWS client", s.client());
            p.printf(Locale.ROOT, "%-10s %s · %s · approval %s%n", "account", s.account(), s.kind(), s.mode());
            p.printf(Locale.ROOT, "%-10s %s%s%n", "state", s.level(), s.words().isEmpty() ? "" : ": " + s.words());
            if (!s.killed().isEmpty()) {
                p.printf(Locale.ROOT,
                        "%-10s %s · release it with: scripts/alvh resume --reason TEXT --confirm ACCOUNT%n", "KILLED",
                        s.killed());
            }
            s.halts().forEach(h -> p.printf(Locale.ROOT, "%-10s %s%n", "halt", h));
            p.printf(Locale.ROOT, "%-10s %s%n", "plan", s.plan().isEmpty() ? "none" : s.plan());
            s.working().forEach(w -> p.printf(Locale.ROOT, "%-10s %s%n", "order", w));
            p.printf(Locale.ROOT, "%-10s %d%n", "cases", out().access().cases().size());
            p.printf(Locale.ROOT, "%-10s %d records in %s%n", "journal", s.records(), s.home());
            return 0;
        }
    }

    @Command(name = "positions", description = "the ledger: hedge lots with cost and credit, and the book's lots")
    static final class Positions extends Looking {
        Positions(Out out) {
            super(out);
        }

        /** One lot for scripts. */
        record Row(String owner, String layer, String lot, String instruments, long open, long bought, Usd cost,
                Usd proceeds,
                String source, String state) {}

        @Override
        public Integer call() {
            Ledger ledger = out().access().ledger();
            List<Row> rows = ledger.lots().values().stream().map(Positions::row).toList();
            if (json) {
                out().json(rows);
                return 0;
            }
            var p = out().out();
            p.printf(Locale.ROOT, "%-6s %-13s %-46s %6s %12s %12s  %s%n", "owner", "layer", "instrument", "open",
                    "cost $",
                    "received $", "state");
            rows.stream().filter(r -> r.open() > 0 || r.owner().equals("HEDGE"))
                    .forEach(r -> p.printf(Locale.ROOT, "%-6s %-13s %-46s %6d %12s %12s  %s%n", r.owner(), r.layer(),
                            r.instruments(), r.open(), r.cost().text(), r.proceeds().text(), r.state()));
            p.printf(Locale.ROOT, "reserved for orders under way: %s%n", ledger.reserved().text());
            return 0;
        }

        private static Row row(Lot lot) {
            String legs = lot.legs().stream().map(l -> (l.side().sign() > 0 ? "+" : "-") + l.key().text())
                    .collect(Collectors.joining(" "));
            return new Row(lot.owner().name(), lot.layer() == null ? "" : lot.layer().word(), lot.lotId(), legs,
                    lot.openQuantity(), lot.quantity(), lot.cost(), lot.proceeds(), lot.source().name(),
                    lot.state().name());
        }
    }

    @Command(name = "cases", description = "open questions that only a person can settle, with their choices")
    static final class Cases extends Looking {
        Cases(Out out) {
            super(out);
        }

        @Override
        public Integer call() {
            List<Access.Case> cases = out().access().cases();
            if (json) {
                out().json(cases);
            } else if (cases.isEmpty()) {
                out().out().println("No open cases.");
            } else {
                for (Access.Case c : cases) {
                    out().out().printf(Locale.ROOT, "%d  %s  %s%n   %s%n", c.id(), c.kind(), c.subject(), c.question());
                    c.choices().forEach(x -> out().out().println("   - " + x));
                    out().out().printf(Locale.ROOT, "   answer: scripts/alvh decide %d CHOICE --reason TEXT%n", c.id());
                }
            }
            return 0;
        }
    }
}

package alvh.daemon.cli;

import java.util.List;
import java.util.Map;

import alvh.daemon.audit.DamagedJournal;
import alvh.daemon.ops.Stop;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The tree of verbs. The same tree runs outside and inside the daemon; inside, the acting verbs are not in it. */
public final class Verbs {

    private static final int USAGE = 64;
    private static final int DAMAGED = 7;
    private static final int INTERNAL = 70;

    private Verbs() {}

    @Command(name = "alvh", description = "Keeps an adaptive layered VIX hedge over short option premium.", synopsisSubcommandLabel = "VERB", footer = {
            "",
            "  simulate   the simulated gateway alone, for any TWS client (scripts/alvh simulate --help)", "",
            "Exit codes: 0 done, 2 settings, 3 out of memory, 4 locked, 5 stopped by the person,",
            "6 halted or killed, 7 journal damaged, 8 disk, 9 refused, 10 other account, 11 other kind of",
            "account, 12 client id in use, 13 schema newer, 14 clock, 15 no gateway, 16 port in use,",
            "64 usage, 70 internal."})
    private static final class Root implements Runnable {
        @CommandLine.Spec
        CommandSpec spec;
        @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help and exit")
        boolean help;
        @Option(names = "--version", description = "show the version and exit")
        boolean version;
        private final String number;

        Root(String number) {
            this.number = number;
        }

        @Override
        public void run() {
            if (version) {
                spec.commandLine().getOut().println("alvh " + number);
            } else {
                throw new CommandLine.ParameterException(spec.commandLine(), "a verb is missing");
            }
        }
    }

    /** @param acting verbs that start something: name and command object; empty inside the daemon */
    public static CommandLine tree(Out out, String version, Map<String, List<Object>> acting) {
        CommandLine root = new CommandLine(new Root(version));
        acting.getOrDefault("", List.of()).forEach(root::addSubcommand);
        root.addSubcommand(new LookingVerbs.Status(out));
        root.addSubcommand(new LookingVerbs.Positions(out));
        root.addSubcommand(new LookingVerbs.Cases(out));
        root.addSubcommand(new ExplainVerb(out));
        root.addSubcommand(new ReviewVerbs.MeasuresVerb(out));
        root.addSubcommand(new ReviewVerbs.LadderVerb(out));
        root.addSubcommand(new DecidingVerbs.Approve(out));
        root.addSubcommand(new DecidingVerbs.Reject(out));
        root.addSubcommand(new DecidingVerbs.Decide(out));
        root.addSubcommand(new DecidingVerbs.Kill(out));
        root.addSubcommand(new DecidingVerbs.Resume(out));
        CommandLine audit = new CommandLine(new AuditVerbs.Audit()).addSubcommand(new AuditVerbs.ListRecords(out))
                .addSubcommand(new AuditVerbs.Show(out)).addSubcommand(new AuditVerbs.Verify(out))
                .addSubcommand(new AuditVerbs.Replay(out)).addSubcommand(new ReviewVerbs.Decisions(out));
        acting.getOrDefault("audit", List.of()).forEach(audit::addSubcommand);
        root.addSubcommand(audit);
        root.setOut(out.out()).setErr(out.err()).setUsageHelpWidth(100).setColorScheme(CommandLine.Help
                .defaultColorScheme(CommandLine.Help.Ansi.OFF));
        root.setParameterExceptionHandler((e, args) -> {
            CommandLine command = e.getCommandLine();
            out.err().println("E-USAGE  " + e.getMessage());
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, out.err())) {
                command.usage(out.err());
            }
            return USAGE;
        });
        root.setExecutionExceptionHandler((e, command, parsed) -> failed(out, e));
        return root;
    }

    private static int failed(Out out, Exception e) {
        if (e instanceof Stop stop) {
            out.err().println(stop.getMessage());
            return stop.exitCode();
        }
        if (e instanceof DamagedJournal damage) {
            out.err().println("E-JOURNAL  the journal is damaged · " + damage.getMessage()
                    + " · nothing was changed: scripts/alvh audit verify names the place, restore the last backup");
            return DAMAGED;
        }
        out.err().println("E-INTERNAL  " + e + " · this is a fault of the program; the log holds the details");
        LoggerFactory.getLogger(Verbs.class).error("a verb failed", e);
        return INTERNAL;
    }
}

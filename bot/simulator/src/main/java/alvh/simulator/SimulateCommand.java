package alvh.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

import alvh.simulator.exchange.TruthLog;
import alvh.simulator.market.SessionCalendar;
import alvh.simulator.market.WorldSpec;
import alvh.simulator.script.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the simulator. */
@Command(name = "simulate", mixinStandardHelpOptions = true, version = "ALVH simulated gateway 0.1.0", exitCodeOnInvalidInput = Refusal.USAGE, sortOptions = false, description = "A pretend IB Gateway on 127.0.0.1. Lines of the scenario language are read from standard input:"
        + " hold, release, fill base, advance 10:20, jump SPX -4%% VIX +20, drop connection, ...", footerHeading = "%nLines about connections and rights (all lines: bot/simulator/README.md):%n", footer = {
                "  drop connection|hard|inside, restart 30s, linger 60s, split 10s,",
                "  slow greeting|bootstrap 5s, link down|retry|up|lost, reset 1h,",
                "  nightly on|off, farm market|history|contracts up|down|idle|connecting,",
                "  frame 999|1|hello|, length 99999999, error CODE TEXT, bulletin 1 TEXT,",
                "  readonly|delayed|silence|strict|accountready on|off, skew +5s,",
                "  permission VIX 354|ok, pacing 50, lines 100"}, exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
                        "0:standard input ended (--until-eof); the client asked as recorded (--replay)",
                        "1:the client asked otherwise than recorded (--replay)",
                        "2:the scenario has mistakes; no capture to replay", "8:the state cannot be kept",
                        "16:the port is in use", "64:wrong usage", "70:internal"})
final class SimulateCommand implements Callable<Integer> {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm 'ET'",
            Locale.ROOT);
    private final Clock system;
    @Spec
    private CommandSpec spec;
    @Option(names = "--port", paramLabel = "N", defaultValue = "4002", description = "Port, 0 for a free one (default ${DEFAULT-VALUE}).")
    private int port;
    @Option(names = "--ready", paramLabel = "FILE", description = "Write host, port, account, pid as JSON when ready.")
    private Path ready;
    @Option(names = "--scenario", paramLabel = "NAME|FILE", defaultValue = "default", description = "A shipped scenario or a file (default ${DEFAULT-VALUE}).")
    private String scenario;
    @Option(names = "--list", description = "Print the shipped scenarios and end.")
    private boolean list;
    @Option(names = "--seed", paramLabel = "N", description = "Another path of the same world.")
    private Long seed;
    @Option(names = "--state", paramLabel = "DIR", description = "Keep the account in DIR/truth.jsonl and resume from it.")
    private Path state;
    @Option(names = "--account", paramLabel = "ID", description = "The account to report, to test how clients refuse it.")
    private String account;
    @Option(names = "--readonly", description = "Begin with the Read-Only API box ticked.")
    private boolean readOnly;
    @Option(names = "--start", paramLabel = "TIME", description = "Exchange time at the start, New York: 2026-03-10T10:15.")
    private LocalDateTime start;
    @Option(names = "--replay", paramLabel = "FILE", description = "Instead of a world: play a recorded session (a capture file or a folder) to one client, and say where it asks otherwise than recorded.")
    private Path replay;
    @Option(names = "--link", paramLabel = "N", description = "Which link of the recording (default: the first that greeted).")
    private Integer link;
    @Option(names = "--speed", paramLabel = "max|real", defaultValue = "max", description = "Answers at once, or after the recorded pauses (default ${DEFAULT-VALUE}).")
    private String speed;
    @Option(names = "--patience", paramLabel = "S", defaultValue = "15", description = "How long a recorded request is waited for (default ${DEFAULT-VALUE}).")
    private int patience;
    @Option(names = "--until-eof", description = "End when standard input ends.")
    private boolean untilEof;

    SimulateCommand(Clock system) {
        this.system = system;
    }

    @Override
    public Integer call() {
        try {
            if (list) {
                spec.commandLine().getOut().print(ScenarioShelf.list());
                spec.commandLine().getOut().flush();
                return 0;
            }
            return replay == null ? serve() : replay();
        } catch (Refusal refusal) {
            spec.commandLine().getErr().println(refusal.getMessage());
            return refusal.exitCode();
        } catch (UncheckedIOException disk) {
            spec.commandLine().getErr().println(disk.getMessage() + ": " + disk.getCause());
            return Refusal.DISK;
        }
    }

    private int replay() throws Refusal {
        Usage.without(List.of("--scenario", "--seed", "--state", "--account", "--readonly", "--start"),
                spec.commandLine().getParseResult(),
                "is about a world of its own, and --replay plays a recording instead: give one or the other");
        Usage.named("--replay", replay);
        Usage.link(link);
        portInRange();
        return new ReplayVerb(spec.commandLine().getOut(), system).play(replay,
                new ReplayVerb.How(link, speed, patience, port, ready));
    }

    private void portInRange() throws Refusal {
        if (port < 0 || port > 65_535) {
            throw new Refusal(Refusal.USAGE, "--port: got " + port + ", expected 0 to 65535");
        }
    }

    private int serve() throws Refusal {
        Usage.without(List.of("--link", "--speed", "--patience"), spec.commandLine().getParseResult(),
                "is about a recording, and there is none: give --replay FILE too");
        Scenario play = ScenarioShelf.find(scenario);
        portInRange();
        Simulator.Setting setting = new Simulator.Setting(play, worldOf(play), port, Optional.ofNullable(state),
                readOnly);
        try (Simulator simulator = Simulator.start(setting, system)) {
            announce(simulator, play);
            new Console(simulator, spec.commandLine().getErr()).start(untilEof);
            simulator.awaitEnd();
            return 0;
        } catch (BindException busy) {
            throw new Refusal(Refusal.PORT_IN_USE, "127.0.0.1:" + port + " is in use by another program. End that one,"
                    + " choose another with --port, or let --port 0 find a free one.");
        } catch (IllegalArgumentException other) {
            throw new Refusal(Refusal.CONFIG, "cannot open this world: " + other.getMessage());
        } catch (TruthLog.InUse held) {
            throw new Refusal(Refusal.LOCKED, "E-LOCKED  " + held.getMessage());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException ended) {
            return 0;
        }
    }

    private WorldSpec worldOf(Scenario play) throws Refusal {
        WorldSpec world = ScenarioShelf.world(play);
        world = seed == null ? world : world.withSeed(seed);
        world = start == null ? world : world.withStart(start.atZone(SessionCalendar.NEW_YORK).toInstant());
        if (account != null && !account.matches("[A-Z]{1,8}[0-9]{1,12}")) {
            throw new Refusal(Refusal.USAGE, "--account: got '" + account + "', expected letters and digits such as"
                    + " DUSIM0001");
        }
        return account == null ? world : world.withAccount(account);
    }

    private void announce(Simulator simulator, Scenario play) throws IOException {
        if (ready != null) {
            new ReadyFile("127.0.0.1", simulator.port(), simulator.account(), ProcessHandle.current().pid(),
                    simulator.seed(), play.name(), play.plans()).write(ready);
        }
        ZonedDateTime now = simulator.clock().instant().atZone(SessionCalendar.NEW_YORK);
        spec.commandLine().getOut().printf(Locale.ROOT,
                "Simulated gateway 127.0.0.1:%d · account %s · scenario %s · seed %d · exchange time %s%n",
                simulator.port(), simulator.account(), play.name(), simulator.seed(), SHOWN.format(now));
        spec.commandLine().getOut().flush();
    }
}

package alvh.daemon;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

import alvh.daemon.broker.ClientInUse;
import alvh.daemon.cli.Out;
import alvh.daemon.config.Setting;
import alvh.daemon.config.Settings;
import alvh.daemon.console.RunLog;
import alvh.daemon.cycle.RunEvent;
import alvh.daemon.desk.Event;
import alvh.daemon.ops.Home;
import alvh.daemon.ops.LiveConsent;
import alvh.daemon.ops.Signals;
import alvh.daemon.ops.Stop;
import alvh.planner.market.AccountKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The daemon: runs by its settings until it is stopped. */
@Command(name = "run", description = "the daemon: plans by schedule, asks or releases by approval.mode, runs until stopped")
final class RunVerb implements Callable<Integer> {

    @Option(names = "--home", paramLabel = "DIR", description = "data folder; default $ALVH_HOME, else ~/.alvh")
    Path folder;
    @Option(names = "--live", paramLabel = "ACCOUNT", description = "second consent for a live account: its id, typed again")
    String live;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help and exit")
    boolean help;
    private final Out out;

    RunVerb(Out out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Home home = Main.home(folder);
        Settings settings = consented(home, Startup.settings(home));
        Startup.logging(home, settings.flag(Setting.LOG_JSON), "INFO");
        Logger log = LoggerFactory.getLogger("alvh");
        log.info("ALVH hedge bot {}: home {}, account {} ({}), approval {}, settings {} hash {}", Wiring.VERSION,
                home.folder(),
                settings.accountId(), settings.accountKind().word(), settings.text(Setting.APPROVAL_MODE),
                settings.file(),
                settings.hash().substring(0, 12));
        log.info("TWS client: {}", ClientInUse.find().words());
        if (settings.text(Setting.GATEWAY_CAPTURE).equals("on")) {
            log.info("gateway.capture is on: every byte of the session goes to {}", home.capture());
        }
        try (Daemon daemon = Daemon.start(home, settings, true)) {
            AtomicBoolean asked = new AtomicBoolean();
            Runnable stop = () -> {
                if (!asked.getAndSet(true)) {
                    daemon.wiring().post(new Event.StopRequested("signal"));
                }
            };
            Signals.on("INT", stop);
            Signals.on("TERM", stop);
            return follow(daemon);
        }
    }

    private static int follow(Daemon daemon) throws InterruptedException {
        int code = -1;
        while (code < 0) {
            RunEvent event = daemon.wiring().feed().next(1000);
            if (event != null) {
                RunLog.line(event);
            }
            if (event instanceof RunEvent.Ended ended) {
                code = ended.exitCode();
            }
        }
        return code;
    }

    private Settings consented(Home home, Settings settings) {
        if (live != null && settings.accountKind() != AccountKind.LIVE) {
            throw new Stop(11, "E-LIVE  --live was given · account.kind is " + settings.accountKind().word()
                    + " · expected account.kind: live · nothing was started");
        }
        if (live != null && !live.equals(settings.accountId())) {
            throw new Stop(10, "E-LIVE  got --live " + live + " · expected account.id " + settings.accountId()
                    + " · nothing was started");
        }
        if (settings.accountKind() != AccountKind.LIVE) {
            return settings;
        }
        String missing = live == null
                ? "--live " + settings.accountId() + " was not given"
                : LiveConsent.missing(home, settings.accountId(), Wiring.SYSTEM_TIME.instant());
        if (missing == null) {
            return settings;
        }
        out.err().println("W-LIVE-CONSENT  " + missing + " · plans are made and shown, nothing is sent");
        return settings.with(Setting.APPROVAL_MODE, "dry-run");
    }
}

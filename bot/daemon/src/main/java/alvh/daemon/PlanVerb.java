package alvh.daemon;

import java.nio.file.Path;
import java.util.concurrent.Callable;

import alvh.daemon.cli.Out;
import alvh.daemon.config.Setting;
import alvh.daemon.config.Settings;
import alvh.daemon.console.DemoScreen;
import alvh.daemon.ops.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One plan, nothing sent. With a daemon alive it is asked; else this process connects, plans and ends. */
@Command(name = "plan", description = "make one plan from live positions and quotes, show it, send nothing")
final class PlanVerb implements Callable<Integer> {

    @Option(names = "--home", paramLabel = "DIR", description = "data folder; default $ALVH_HOME, else ~/.alvh")
    Path folder;
    @Option(names = "--json", description = "stable JSON instead of the screens")
    boolean json;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help and exit")
    boolean help;
    private final Out out;

    PlanVerb(Out out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        if (out.opened() != null) {
            var answer = out.opened().get().plan(json);
            (answer.exitCode() == 0 ? out.out() : out.err()).println(answer.text());
            return answer.exitCode();
        }
        Home home = Main.home(folder);
        Settings settings = Startup.settings(home).with(Setting.APPROVAL_MODE, "dry-run");
        if (settings.text(Setting.GATEWAY_CAPTURE).equals("on")) {
            out.err().println("gateway.capture is on: every byte of the session goes to " + home.capture());
        }
        Startup.logging(home, settings.flag(Setting.LOG_JSON), "OFF");
        try (Daemon daemon = Daemon.start(home, settings, false)) {
            return Screens.of(daemon, DemoScreen.Answering.DRY_RUN, json, 1, null, out, true).run(daemon);
        }
    }
}

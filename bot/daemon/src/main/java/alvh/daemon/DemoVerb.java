package alvh.daemon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

import alvh.daemon.cli.Out;
import alvh.daemon.config.Setting;
import alvh.daemon.config.Settings;
import alvh.daemon.console.DemoScreen;
import alvh.daemon.ops.Home;
import alvh.daemon.ops.Stop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A first run against the simulated gateway that the launcher has started beside it. */
@Command(name = "demo", description = {
        "a whole run against a simulated gateway: book, budget, signals, layers, plan, orders, ledger",
        "(the launcher starts the gateway; no account is needed)"})
final class DemoVerb implements Callable<Integer> {

    @Option(names = "--home", paramLabel = "DIR", description = "an empty folder for the demo's data; default a new one, named at the end")
    Path folder;
    @Option(names = "--scenario", paramLabel = "NAME", description = "another market and account; see --list")
    String scenario;
    @Option(names = "--list", description = "list the scenarios")
    boolean list;
    @Option(names = "--seed", paramLabel = "N", description = "seed of the simulated market; one seed gives one plan")
    Long seed;
    @Option(names = "--account", paramLabel = "ID", description = "what the simulated gateway reports (to see it refused)")
    String account;
    @Option(names = "--yes", description = "approve the plan as a person would")
    boolean yes;
    @Option(names = "--dry-run", description = "stop before sending")
    boolean dryRun;
    @Option(names = "--json", description = "the plan as JSON instead of the screens")
    boolean json;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "show this help and exit")
    boolean help;
    private final Out out;

    DemoVerb(Out out) {
        this.out = out;
    }

    /** What the gateway said of itself when it was ready. */
    private record Gateway(String host, int port, int plans) {}

    @Override
    public Integer call() throws Exception {
        Home home = Main.home(folder);
        if (Files.exists(home.settings())) {
            throw new Stop(64, "E-DEMO-HOME  " + home.settings() + " is there already · a demo writes settings of its"
                    + " own and overwrites none · nothing was started · take another --home");
        }
        Gateway gateway = gateway(home);
        writeSettings(home, gateway);
        Settings settings = Startup.settings(home);
        Startup.logging(home, settings.flag(Setting.LOG_JSON), "OFF");
        DemoScreen.Answering answering = dryRun
                ? DemoScreen.Answering.DRY_RUN
                : yes ? DemoScreen.Answering.YES : DemoScreen.Answering.ASK;
        BufferedReader input = System.console() == null && !stdinIsAsked()
                ? null
                : new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (Daemon daemon = Daemon.start(home, settings, true)) {
            return Screens.of(daemon, answering, json, gateway.plans(), input, out, false).run(daemon);
        }
    }

    /** A script may answer through a pipe when it says so. */
    private static boolean stdinIsAsked() {
        return "stdin".equals(System.getenv("ALVH_ANSWERS"));
    }

    private static Gateway gateway(Home home) {
        Path ready = home.gateway().resolve("ready.json");
        try {
            JsonNode node = JsonMapper.builder().build().readTree(Files.readString(ready));
            return new Gateway(node.get("host").asString(), node.get("port").asInt(), node.path("plans").asInt(1));
        } catch (IOException | JacksonException e) {
            throw new Stop(15, "E-DEMO  no simulated gateway is ready for " + home.folder() + " (" + ready
                    + " cannot be read) · start the demo by scripts/alvh demo, which starts the gateway too");
        }
    }

    private void writeSettings(Home home, Gateway gateway) throws IOException {
        home.create();
        Files.writeString(home.settings(), """
                # Written by the demo; scripts/alvh run --home %s reads it too. Every other key has its default.
                account:
                  id: DUSIM0001
                  kind: simulated
                approval:
                  mode: %s
                gateway:
                  host: %s
                  port: %d
                """.formatted(home.folder(), dryRun ? "dry-run" : "approve", gateway.host(), gateway.port()),
                StandardOpenOption.CREATE_NEW);
    }
}

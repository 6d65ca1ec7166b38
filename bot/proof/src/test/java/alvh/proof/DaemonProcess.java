package alvh.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The daemon's program as its own process: one verb on one home. */
final class DaemonProcess {

    private DaemonProcess() {}

    /** What a verb that has ended said. */
    record Ended(int exit, String out, String err) {

        String text() {
            return out + "\n" + err;
        }
    }

    static RunningProcess start(Path home, String... verb) {
        return start(home, Map.of(), verb);
    }

    /** @param verb with its arguments; {@code --home} is added */
    static RunningProcess start(Path home, Map<String, String> environment, String... verb) {
        return start(home, List.of(), environment, verb);
    }

    /** @param flags of the JVM beside the launcher's */
    static RunningProcess start(Path home, List<String> flags, Map<String, String> environment, String... verb) {
        List<String> args = new ArrayList<>(List.of(verb));
        args.addAll(List.of("--home", home.toString()));
        return RunningProcess.start(home, "alvh-" + verb[0], Programs.daemon(flags, args), environment);
    }

    /** The hash by which a running daemon asks for an answer to its newest plan. */
    static String offered(RunningProcess daemon) {
        daemon.says("waits 300 s for: scripts/alvh approve ");
        return daemon.out().lines().filter(line -> line.contains("waits 300 s for: scripts/alvh approve "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1)).reduce((a, b) -> b).orElseThrow();
    }

    /** Waits until the daemon may send; a second reading of the broker takes ten seconds. */
    static RunningProcess ready(RunningProcess daemon) {
        return daemon.says("state READY");
    }

    static void stop(RunningProcess daemon) {
        daemon.signal("TERM");
        assertThat(daemon.exit()).as(daemon.text()).isZero();
    }

    /** Runs a verb to its end. */
    static Ended run(Path home, String... verb) {
        return run(home, Map.of(), verb);
    }

    static Ended run(Path home, Map<String, String> environment, String... verb) {
        try (RunningProcess running = start(home, environment, verb)) {
            running.endInput();
            return new Ended(running.exit(), running.out(), running.err());
        }
    }
}

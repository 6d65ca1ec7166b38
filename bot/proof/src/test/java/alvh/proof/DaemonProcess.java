package alvh.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        List<String> args = new ArrayList<>(List.of(verb));
        args.addAll(List.of("--home", home.toString()));
        return RunningProcess.start(home, "alvh-" + verb[0], Programs.daemon(args), environment);
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

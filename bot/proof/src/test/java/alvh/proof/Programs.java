package alvh.proof;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The command lines of the two programs, made from this test run's own class path: what was just built is what runs. */
final class Programs {

    private static final String OWN_CLIENT = "/bot/tws-api/";
    /** IBKR's jar, or the stand-in for it, as scripts/install-tws-api installs it. */
    private static final String INSTALLED_CLIENT = "/alvh/local/TwsApi/";
    private static final String WIRE = "/bot/tws-wire/";
    static final List<String> DAEMON_FLAGS = List.of("-Xmx160m", "-Xss512k", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=48m", "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true", "-Djdk.serialFilter=!*", "-Dh2.bindAddress=127.0.0.1");
    private static final List<String> SIMULATOR_FLAGS = List.of("-Xmx256m", "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true");

    private Programs() {}

    static List<String> daemon(List<String> args) {
        return daemon(List.of(), args);
    }

    /** @param more flags of the JVM beside the launcher's */
    static List<String> daemon(List<String> more, List<String> args) {
        List<String> flags = new ArrayList<>(DAEMON_FLAGS);
        flags.addAll(more);
        return command(flags, daemonPath(), "alvh.daemon.Main", args);
    }

    static List<String> simulator(List<String> args) {
        return command(SIMULATOR_FLAGS, simulatorPath(), "alvh.simulator.Main", args);
    }

    /** Neither program may see the other's classes, nor the tests' own logging. */
    static String daemonPath() {
        return installedClient() ? without("/bot/simulator/", WIRE) : without("/bot/simulator/");
    }

    static String simulatorPath() {
        return without("/bot/daemon/", OWN_CLIENT, INSTALLED_CLIENT, "/protobuf-java/");
    }

    /** Whether com.ib.client is a jar from outside, which brings a wire of its own. */
    static boolean installedClient() {
        return System.getProperty("java.class.path").contains(INSTALLED_CLIENT);
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String without(String... rooms) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("/bot/proof/") && Arrays.stream(rooms).noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static List<String> command(List<String> flags, String path, String main, List<String> args) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(flags);
        command.addAll(List.of("-cp", path, main));
        command.addAll(args);
        return command;
    }
}

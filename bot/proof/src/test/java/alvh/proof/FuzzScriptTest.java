package alvh.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** scripts/proof on a copy of the house, with programs that only write down how they were started. */
@Timeout(60)
class FuzzScriptTest {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent().getParent();

    @TempDir
    Path folder;
    private Path script;

    @BeforeEach
    void aCopyOfTheHouse() throws IOException {
        Path scripts = folder.resolve("house with a blank/scripts");
        Files.createDirectories(scripts.resolve("lib"));
        script = Files.copy(REPOSITORY.resolve("scripts/proof"), scripts.resolve("proof"));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        Files.copy(REPOSITORY.resolve("scripts/lib/house.sh"), scripts.resolve("lib/house.sh"));
        program("bin/mvn", "exit 0");
        program("bin/java", "echo the old java; exit 9");
        jdk("old", "17.0.1");
        jdk("new", "21.0.2");
    }

    private void program(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, "#!/bin/sh\n" + text + "\n");
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private void jdk(String name, String version) throws IOException {
        program(name + "/bin/java", "echo " + version + " \"$@\"");
        Files.writeString(folder.resolve(name).resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private DaemonProcess.Ended proof(String... args) {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(args));
        Map<String, String> environment = Map.of("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"),
                "ALVH_JAVA_HOME", folder.resolve("old").toString(), "JAVA_HOME", folder.resolve("new").toString());
        try (RunningProcess running = RunningProcess.start(folder, "proof", command, environment)) {
            return new DaemonProcess.Ended(running.exit(), running.out(), running.err());
        }
    }

    @Test
    void itFindsTheJdkThatIsNewEnough() {
        DaemonProcess.Ended ended = proof("fuzz", "--frames", "7", "--seed=-3");
        assertThat(ended.exit()).as(ended.text()).isZero();
        assertThat(ended.out()).startsWith("21.0.2 ").contains("alvh.wire.FuzzRun 7 -3 ");
        assertThat(proof("fuzz").out()).contains("alvh.wire.FuzzRun 10000000 1 ");
    }

    @Test
    void numbersThatAreNoneAreUsageErrors() {
        for (String frames : List.of("0", "-5", "abc", "", "1.5", "99999999999999999999", "00")) {
            refused(proof("fuzz", "--frames", frames), "--frames is '" + frames + "'", "from 1 on");
        }
        for (String seed : List.of("x", "", "99999999999999999999")) {
            refused(proof("fuzz", "--seed", seed), "--seed is '" + seed + "'", "whole number");
        }
        refused(proof("fuzz", "--frames"), "--frames wants a number");
        refused(proof("fuzz", "--speed", "1"), "--speed", "--seed N");
        refused(proof("fuzzy"), "fuzzy", "fuzz");
    }

    private static void refused(DaemonProcess.Ended ended, String... because) {
        assertThat(ended.exit()).as(ended.text()).isEqualTo(64);
        assertThat(ended.err()).contains(because);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void helpTellsTheOptionsAndTheExitCodes() {
        for (List<String> asked : List.of(List.of("--help"), List.of("fuzz", "--help"), List.of("fuzz", "-h"))) {
            DaemonProcess.Ended help = proof(asked.toArray(String[]::new));
            assertThat(help.exit()).as(help.text()).isZero();
            assertThat(help.out()).contains("--frames N", "--seed N", "Exit codes", "64 usage");
        }
    }
}

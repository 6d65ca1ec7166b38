package alvh.proof;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** The launcher itself, on a copy of the house whose jars point at what was just built; nothing is built again. */
@Timeout(240)
class LauncherTest {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent().getParent();

    @TempDir
    Path folder;
    private Path root;

    @BeforeEach
    void aCopyOfTheHouse() throws IOException {
        root = folder.resolve("house with a blank");
        Files.createDirectories(root.resolve("scripts"));
        Files.createDirectories(root.resolve("config"));
        Path copy = Files.copy(REPOSITORY.resolve("scripts/alvh"), root.resolve("scripts/alvh"),
                StandardCopyOption.COPY_ATTRIBUTES);
        assertThat(copy.toFile().setExecutable(true)).isTrue();
        Files.copy(REPOSITORY.resolve("scripts/lib/house.sh"),
                Files.createDirectories(root.resolve("scripts/lib")).resolve("house.sh"));
        Files.copy(REPOSITORY.resolve("config/alvh.yaml"), root.resolve("config/alvh.yaml"));
        jar("daemon", "alvh.daemon.Main", Programs.daemonPath());
        jar("simulator", "alvh.simulator.Main", Programs.simulatorPath());
        Path maven = Files.writeString(Files.createDirectories(folder.resolve("bin")).resolve("mvn"),
                "#!/bin/sh\nexit 0\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    /** A jar that holds nothing but the way to the classes. */
    private void jar(String module, String main, String path) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, Arrays.stream(path.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString()).collect(Collectors.joining(" ")));
        Path target = Files.createDirectories(root.resolve("bot").resolve(module).resolve("target"));
        try (var out = Files.newOutputStream(target.resolve(module + "-0.1.0.jar"));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            jar.finish();
        }
    }

    private RunningProcess alvh(Map<String, String> environment, String... args) {
        List<String> command = new ArrayList<>(List.of(root.resolve("scripts/alvh").toString()));
        command.addAll(List.of(args));
        Map<String, String> all = new java.util.TreeMap<>(environment);
        all.put("ALVH_JAVA_HOME", System.getProperty("java.home"));
        all.putIfAbsent("ALVH_TWS_API", "own");
        all.put("PATH", folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"));
        return RunningProcess.start(folder, "launcher", command, all);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void oneCommandIsTheWholeDemoAndItsHomeIsNotUsedTwice() {
        Path home = folder.resolve("home");
        try (RunningProcess demo = alvh(Map.of(), "demo", "--yes", "--home", home.toString())) {
            assertThat(demo.exit(RunningProcess.PATIENCE.multipliedBy(2))).as(demo.text()).isZero();
            assertThat(demo.out()).contains("Your account and this ledger agree", "verified",
                    "scripts/alvh audit list --home " + home);
        }
        assertThat(new TruthFile(home.resolve("gateway")).filledByIntent()).hasSize(3);
        try (RunningProcess again = alvh(Map.of(), "demo", "--yes", "--home", home.toString())) {
            assertThat(again.exit()).isEqualTo(64);
            assertThat(again.err()).contains("E-DEMO-HOME", home.toString(), "already holds a journal",
                    "another --home");
        }
        try (RunningProcess status = alvh(Map.of("ALVH_HOME", home.toString()), "status")) {
            assertThat(status.exit()).as(status.text()).isZero();
            assertThat(status.out()).contains("not running", "DUSIM0001")
                    .containsPattern("TWS client +(the project's own"
                            + "|IBKR's own jar|a stand-in for tests, NOT IBKR's jar)");
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void P16_aDaemonKilledInTheDemoLeavesTheGatewayAndTheWayOn() throws IOException {
        Path home = folder.resolve("home");
        try (RunningProcess demo = alvh(Map.of("ALVH_ANSWERS", "stdin"), "demo", "--home", home.toString())) {
            demo.says("approve / reject / why N / quit ?");
            long daemon = JsonMapper.builder().build().readTree(Files.readString(home.resolve("door.json"))).get("pid")
                    .asLong();
            assertThat(ProcessHandle.of(daemon).orElseThrow().destroyForcibly()).isTrue();
            demo.says("scripts/alvh run --home " + home);
            try (RunningProcess run = alvh(Map.of(), "run", "--home", home.toString())) {
                DaemonProcess.ready(run);
                DaemonProcess.stop(run);
            }
            demo.signal("INT");
            assertThat(demo.exit()).as(demo.text()).isEqualTo(128 + 9);
        }
        assertThat(new TruthFile(home.resolve("gateway")).orders()).isEmpty();
        assertThat(JournalView.of(home).damage()).isNull();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void scenariosAreListedAndWrongOnesNamed() {
        try (RunningProcess list = alvh(Map.of(), "demo", "--list")) {
            assertThat(list.exit()).as(list.text()).isZero();
            assertThat(list.out()).contains("default", "calm", "spike-with-harvest", "nothing-to-do", "book-too-small");
        }
        try (RunningProcess wrong = alvh(Map.of(), "demo", "--scenario", "clam")) {
            assertThat(wrong.exit()).as(wrong.text()).isEqualTo(64);
            assertThat(wrong.err()).contains("clam", "nearest: calm");
        }
        try (RunningProcess version = alvh(Map.of(), "--version")) {
            assertThat(version.exit()).isZero();
            assertThat(version.out()).startsWith("alvh ");
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void framesAndReplayAreTheSimulatorsVerbs() throws IOException {
        Path none = Files.writeString(folder.resolve("none.cap"), "not one");
        try (RunningProcess frames = alvh(Map.of(), "frames", none.toString())) {
            assertThat(frames.exit()).as(frames.text()).isEqualTo(2);
            assertThat(frames.err()).contains("is no capture");
        }
        try (RunningProcess replay = alvh(Map.of(), "simulate", "--replay", none.toString())) {
            assertThat(replay.exit()).as(replay.text()).isEqualTo(2);
            assertThat(replay.err()).contains("is no capture");
        }
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void theChosenClientHasABuildOfItsOwnAndAnUnknownOneIsRefused() throws IOException {
        try (RunningProcess wrong = alvh(Map.of("ALVH_TWS_API", "offical"), "status")) {
            assertThat(wrong.exit()).isEqualTo(64);
            assertThat(wrong.err()).contains("offical", "own, official (IBKR's jar)", "nothing was started");
        }
        Path target = root.resolve("bot/daemon/target-official");
        Files.writeString(folder.resolve("bin/mvn"), "#!/bin/sh\necho 'no such jar is installed'\nexit 1\n");
        try (RunningProcess none = alvh(Map.of("ALVH_TWS_API", "official"), "status")) {
            assertThat(none.exit()).isEqualTo(2);
            assertThat(none.err()).contains("no such jar is installed", "scripts/install-tws-api TwsApi.jar");
        }
        Files.writeString(folder.resolve("bin/mvn"), "#!/bin/sh\necho \"$*\" >>'" + folder.resolve("asked") + "'\n");
        Files.copy(root.resolve("bot/daemon/target/daemon-0.1.0.jar"), target.resolve("daemon-0.1.0.jar"));
        try (RunningProcess version = alvh(Map.of("ALVH_TWS_API", "official"), "--version")) {
            assertThat(version.exit()).as(version.text()).isZero();
            assertThat(version.out()).startsWith("alvh ");
        }
        assertThat(folder.resolve("asked")).content().contains("-Dtws.api=official");
        assertThat(target.resolve(".alvh-stamp")).exists();
        assertThat(root.resolve("bot/daemon/target/.alvh-stamp")).doesNotExist();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void settingsOfYourOwnAreNotOverwrittenByADemo() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path settings = Files.writeString(home.resolve("alvh.yaml"), "gateway:\n  capture: on\n");
        try (RunningProcess demo = alvh(Map.of(), "demo", "--yes", "--home", home.toString())) {
            assertThat(demo.exit()).as(demo.text()).isEqualTo(64);
            assertThat(demo.err()).contains("E-DEMO-HOME", home.toString(), "alvh.yaml", "another --home",
                    "scripts/alvh run --home");
        }
        assertThat(home.resolve("gateway")).doesNotExist();
        DaemonProcess.Ended inside = DaemonProcess.run(home, "demo", "--yes");
        assertThat(inside.exit()).as(inside.text()).isEqualTo(64);
        assertThat(inside.err()).contains("E-DEMO-HOME", settings.toString(), "another --home");
        assertThat(settings).content().isEqualTo("gateway:\n  capture: on\n");
    }

    /**
     * A build is made again for what it is made of, and for nothing else: sources for all three, the installed jar for the
     * one that holds it, also where Maven's repository has been moved and the new jar has the old one's size and time.
     */
    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void eachClientsBuildKnowsItsSourcesAndItsJar() throws IOException {
        Path builds = folder.resolve("builds");
        Path repository = Files.createDirectories(folder.resolve("moved repository"));
        Files.writeString(folder.resolve("bin/mvn"), "#!/bin/sh\ncase \"$*\" in *-X*) printf "
                + "'\\033[0m[DEBUG] Using local repository at %s\\033[0m\\n' '" + repository
                + "';; *) echo \"$*\" >>'" + builds + "';; esac\n");
        for (String client : List.of("official", "stand-in")) {
            installed(repository, client, "one " + client);
            Path target = Files.createDirectories(root.resolve("bot/daemon/target-" + client));
            Files.copy(root.resolve("bot/daemon/target/daemon-0.1.0.jar"), target.resolve("daemon-0.1.0.jar"));
            target = Files.createDirectories(root.resolve("bot/simulator/target-" + client));
            Files.copy(root.resolve("bot/simulator/target/simulator-0.1.0.jar"),
                    target.resolve("simulator-0.1.0.jar"));
        }
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        assertThat(builtAgain(builds)).containsExactly("own", "official", "stand-in");
        assertThat(builtAgain(builds)).isEmpty();
        installed(repository, "official", "two official");
        assertThat(builtAgain(builds)).containsExactly("official");
        Files.writeString(root.resolve("pom.xml"), "<project>changed</project>");
        assertThat(builtAgain(builds)).containsExactly("own", "official", "stand-in");
        assertThat(builtAgain(builds)).isEmpty();
    }

    private static void installed(Path repository, String client, String content) throws IOException {
        Path place = Files.createDirectories(repository.resolve("alvh/local/TwsApi").resolve(client));
        Path jar = Files.writeString(place.resolve("TwsApi-" + client + ".jar"), content);
        Files.setLastModifiedTime(jar, FileTime.fromMillis(1_800_000_000_000L));
    }

    /** Which of the three builds were made when each was started once. */
    private List<String> builtAgain(Path builds) throws IOException {
        List<String> built = new ArrayList<>();
        for (String client : List.of("own", "official", "stand-in")) {
            Files.writeString(builds, "");
            try (RunningProcess version = alvh(Map.of("ALVH_TWS_API", client), "--version")) {
                assertThat(version.exit()).as(version.text()).isZero();
            }
            if (!Files.readString(builds).isEmpty()) {
                assertThat(builds).content().satisfies(asked -> assertThat(asked.contains("-Dtws.api=" + client))
                        .isEqualTo(!client.equals("own")));
                built.add(client);
            }
        }
        return built;
    }

    @Test
    void theFlagsOfTheseTestsAreTheLaunchers() throws IOException {
        String launcher = Files.readString(REPOSITORY.resolve("scripts/alvh"));
        assertThat(Programs.DAEMON_FLAGS).allSatisfy(flag -> assertThat(launcher).contains(flag));
    }
}

package alvh.proof;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** scripts/install-tws-api with a Maven that only writes down what it was asked: what it takes, refuses and says. */
@Timeout(120)
class InstallTwsApiTest {

    private static final Path SCRIPT = Path.of("").toAbsolutePath().getParent().getParent()
            .resolve("scripts/install-tws-api");
    private static final List<String> TEN_37 = List.of("EClientSocket", "DefaultEWrapper", "EReader", "EJavaSignal",
            "Decimal", "OrderCancel", "CommissionAndFeesReport");

    @TempDir
    Path folder;

    @BeforeEach
    void aMavenThatOnlyListens() throws IOException {
        Path maven = Files.writeString(Files.createDirectories(folder.resolve("bin")).resolve("mvn"),
                "#!/bin/sh\nprintf '%s\\n' \"$*\" >>'" + folder.resolve("asked") + "'\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    private Path jar(String name, List<String> classes, String... more) throws IOException {
        Path jar = folder.resolve(name);
        List<String> entries = new ArrayList<>(classes.stream().map(c -> "com/ib/client/" + c + ".class").toList());
        entries.addAll(List.of(more));
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : entries) {
                out.putNextEntry(new JarEntry(entry));
                out.closeEntry();
            }
        }
        return jar;
    }

    private DaemonProcess.Ended install(String... args) {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(args));
        Map<String, String> environment = Map.of("PATH",
                folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"), "ALVH_JAVA_HOME",
                System.getProperty("java.home"));
        try (RunningProcess script = RunningProcess.start(folder, "install", command, environment)) {
            return new DaemonProcess.Ended(script.exit(), script.out(), script.err());
        }
    }

    private void refused(DaemonProcess.Ended ended, String... because) {
        assertThat(ended.exit()).as(ended.text()).isEqualTo(64);
        assertThat(ended.err()).contains(because);
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void anOfficialJarIsInstalledUnderFixedCoordinatesTwiceIfAskedTwice() throws IOException {
        Path jar = jar("TwsApi_10.37.02.jar", TEN_37);
        for (int time = 1; time <= 2; time++) {
            DaemonProcess.Ended ended = install(jar.toString());
            assertThat(ended.exit()).as(ended.text()).isZero();
            assertThat(ended.out()).contains("release: 10.37.02", "sha256 ", "licence", "give it to nobody",
                    "ALVH_TWS_API=official", "--remove");
        }
        assertThat(Files.readAllLines(folder.resolve("asked"))).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("install:install-file", "-Dfile=" + jar, "-DgroupId=alvh.local", "-DartifactId=TwsApi",
                        "-Dversion=official"));
    }

    @Test
    void whatIsNoOfficialJarOfTen37IsRefused() throws IOException {
        refused(install(folder.resolve("none.jar").toString()), "no file", "none.jar");
        refused(install(Files.writeString(folder.resolve("text.jar"), "no jar at all").toString()), "is not a jar");
        refused(install(jar("other.jar", List.of("Other")).toString()), "no com/ib/client/EClientSocket.class");
        refused(install(jar("old.jar", TEN_37.subList(0, 6)).toString()), "CommissionAndFeesReport",
                "older than API 10.37");
        refused(install(jar("ours.jar", TEN_37, "META-INF/STAND-IN-NOT-IBKR.txt").toString()), "stand-in",
                "not IBKR's");
    }

    @Test
    void helpTellsTheWaysAndUnknownOptionsAreRefused() {
        DaemonProcess.Ended help = install("--help");
        assertThat(help.exit()).isZero();
        assertThat(help.out()).contains("TwsApi.jar", "--stand-in", "NOT IBKR's", "--remove");
        refused(install("--stnad-in"), "--stnad-in", "--help");
        refused(install(), "TwsApi.jar");
    }
}

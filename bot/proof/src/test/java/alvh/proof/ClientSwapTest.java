package alvh.proof;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarFile;

import alvh.daemon.desk.JournalRecord;
import com.ib.client.EClientSocket;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Which com.ib.client is on whose class path, whichever it is in this build; and IBKR's own where there is one. */
@Timeout(120)
class ClientSwapTest {

    private static final String CLIENT = "com/ib/client/EClientSocket.class";
    private static final String WIRE = "alvh/wire/Handshake.class";

    @TempDir
    Path home;

    @Test
    void theDaemonSeesOneClientAndTheSimulatorNone() throws IOException {
        assertThat(holders(Programs.daemonPath(), CLIENT)).hasSize(1).first().asString()
                .contains(Programs.installedClient() ? "/alvh/local/TwsApi/" : "/bot/tws-api/");
        assertThat(holders(Programs.simulatorPath(), CLIENT)).isEmpty();
        assertThat(holders(Programs.simulatorPath(), WIRE)).hasSize(1);
        assertThat(holders(Programs.daemonPath(), WIRE)).hasSize(Programs.installedClient() ? 0 : 1);
    }

    @Test
    void thisBuildLiesInAFolderOfItsOwn() {
        String folder = Programs.installedClient() ? "/bot/daemon/target-" : "/bot/daemon/target/";
        assertThat(Programs.daemonPath()).contains(folder);
        assertThat(Programs.daemonPath().contains("/protobuf-java/")).isEqualTo(Programs.installedClient());
    }

    @Test
    void aRunSaysAndKeepsWhichClientItIs() {
        Homes.simulated(home, Homes.freePort());
        try (RunningProcess daemon = DaemonProcess.start(home, "run")) {
            daemon.until("the client's name", Duration.ofSeconds(30), () -> daemon.out().contains("TWS client: "));
            daemon.says("nothing listens at");
            assertThat(daemon.out()).contains(Programs.installedClient() ? "TwsApi-" : "TWS client: the project's own");
            DaemonProcess.stop(daemon);
        }
        boolean kept = JournalView.of(home).all(JournalRecord.JournalLine.class).stream()
                .anyMatch(line -> line.subject().equals("tws client") && line.text().contains("sha256"));
        assertThat(kept).isEqualTo(Programs.installedClient());
    }

    /** The build against IBKR's own jar is started by .ci/run, which installs the named jar first. */
    @Test
    @EnabledIfEnvironmentVariable(named = "TWS_API_JAR", matches = ".+", disabledReason = "TWS_API_JAR is not set: nothing was tried against IBKR's own jar")
    void theJarThatIsNamedIsTheOneThatRuns() throws Exception {
        Assumptions.assumeTrue(Programs.daemonPath().contains("/alvh/local/TwsApi/official/"),
                "this build is not the one with -Dtws.api=official");
        Path running = Path.of(EClientSocket.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        assertThat(sha256(running)).isEqualTo(sha256(Path.of(System.getenv("TWS_API_JAR"))));
        assertThat(EClientSocket.class.getResource("/META-INF/STAND-IN-NOT-IBKR.txt")).isNull();
    }

    private static List<String> holders(String path, String name) {
        return Arrays.stream(path.split(File.pathSeparator)).filter(entry -> holds(Path.of(entry), name)).toList();
    }

    private static boolean holds(Path entry, String name) {
        if (Files.isDirectory(entry)) {
            return Files.exists(entry.resolve(name));
        }
        if (!Files.exists(entry)) {
            return false;
        }
        try (JarFile jar = new JarFile(entry.toFile())) {
            return jar.getEntry(name) != null;
        } catch (IOException broken) {
            throw new AssertionError(entry + " cannot be read", broken);
        }
    }

    private static String sha256(Path file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}

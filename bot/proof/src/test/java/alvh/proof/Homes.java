package alvh.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings files and free ports for homes of tests. */
final class Homes {

    private Homes() {}

    /** The least a settings file needs: a simulated account, a person asked, and where the gateway listens. */
    static Path simulated(Path home, int port) {
        return write(home, """
                account:
                  id: DUSIM0001
                  kind: simulated
                gateway:
                  port: %d
                """.formatted(port));
    }

    /** Any text; sections of it are the test's business. */
    static Path write(Path home, String yaml) {
        try {
            Files.createDirectories(home);
            Files.writeString(home.resolve("alvh.yaml"), yaml);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A port on which nobody listens now. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

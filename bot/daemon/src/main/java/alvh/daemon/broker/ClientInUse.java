package alvh.daemon.broker;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import com.ib.client.EClientSocket;

/**
 * Which com.ib.client this program runs on, told from where its class came, not from a setting.
 *
 * @param kind of the three
 * @param file the jar's name and its SHA-256, empty for our own client
 */
public record ClientInUse(Kind kind, String file) {

    private static final String INSTALLED = "TwsApi-";
    private static final String STAND_IN_NOTICE = "/META-INF/STAND-IN-NOT-IBKR.txt";

    /** Whose client it is. */
    public enum Kind {
        OWN("the project's own"), IBKR("IBKR's own jar"), STAND_IN("a stand-in for tests, NOT IBKR's jar");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** The client on the class path. */
    public static ClientInUse find() {
        CodeSource source = EClientSocket.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return new ClientInUse(Kind.OWN, "");
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            if (!jar.getFileName().toString().startsWith(INSTALLED)) {
                return new ClientInUse(Kind.OWN, "");
            }
            boolean standIn = EClientSocket.class.getResource(STAND_IN_NOTICE) != null;
            return new ClientInUse(standIn ? Kind.STAND_IN : Kind.IBKR, jar.getFileName() + ", sha256 " + sha256(jar));
        } catch (URISyntaxException | IOException | NoSuchAlgorithmException broken) {
            throw new IllegalStateException("the jar of com.ib.client cannot be read: " + source.getLocation(), broken);
        }
    }

    public boolean own() {
        return kind == Kind.OWN;
    }

    /** For a person, e.g. {@code IBKR's own jar (TwsApi-official.jar, sha256 ...)}. */
    public String words() {
        return file.isEmpty() ? kind.words : kind.words + " (" + file + ")";
    }

    private static String sha256(Path jar) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
    }
}

package alvh.daemon.ops;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import tools.jackson.databind.json.JsonMapper;

/**
 * The command line's way to a running daemon: one request over loopback HTTP, with the token of a file that only the
 * owner can read. Here are the file and the caller's side.
 *
 * @param pid of the daemon, for messages
 * @param home the folder it works on: a copied file must not lead to the original's daemon
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Door(int port, String token, long pid, String home) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** The header that carries the token. */
    public static final String TOKEN_HEADER = "X-Alvh-Token";

    /** A verb as it was typed. */
    public record Request(List<String> args, String user) {}

    /** What it printed, and its exit code. */
    public record Answer(String out, String err, int exitCode) {}

    /** Writes the file whole, mode 0600, then renames it into place. */
    public void write(Home home) throws IOException {
        Path next = home.folder().resolve("door.json.next");
        Files.deleteIfExists(next);
        Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(next, JSON.writeValueAsString(this));
        Files.move(next, home.door(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where a home really is, whatever links lead to it. */
    public static String place(Home home) {
        try {
            return home.folder().toRealPath().toString();
        } catch (IOException e) {
            return home.folder().toString();
        }
    }

    /** The door of the daemon that runs on this home, or null when there is none. */
    public static Door find(Home home) {
        try {
            Door door = JSON.readValue(Files.readString(home.door()), Door.class);
            boolean alive = ProcessHandle.of(door.pid()).map(ProcessHandle::isAlive).orElse(false);
            return alive && place(home).equals(door.home()) ? door : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Asks the daemon; null when nobody answers (it has just ended). */
    public Answer ask(Request request) throws InterruptedException {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build()) {
            HttpRequest post = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/verb"))
                    .timeout(Duration.ofSeconds(60)).header(TOKEN_HEADER, token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(request))).build();
            HttpResponse<String> response = client.send(post, HttpResponse.BodyHandlers.ofString());
            return response.statusCode() == 200 ? JSON.readValue(response.body(), Answer.class) : null;
        } catch (IOException e) {
            return null;
        }
    }
}

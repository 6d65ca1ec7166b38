package alvh.daemon.ops;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The door between command line and daemon: who may come in, by which words (promise 29). */
class DoorTest {

    private static final String TOKEN = "a".repeat(64);

    @TempDir
    Path folder;
    private final List<Door.Request> heard = new ArrayList<>();
    private DoorServer server;
    private int port;

    @BeforeEach
    void open() {
        server = new DoorServer(0, TOKEN, request -> {
            heard.add(request);
            return new Door.Answer("out of " + request.args(), "err", 9);
        });
        port = server.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    /** Status code of a request written by hand. */
    private int status(String method, String host, String token, String body) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            PrintWriter out = new PrintWriter(socket.getOutputStream(), false, StandardCharsets.UTF_8);
            out.print(method + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n"
                    + (token == null ? "" : Door.TOKEN_HEADER + ": " + token + "\r\n") + "Content-Length: "
                    + body.length() + "\r\n\r\n" + body);
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.substring(9, 12));
        }
    }

    private int post(String host, String token, String body) throws IOException {
        return status("POST /verb", host, token, body);
    }

    @Test
    void aRequestIsAnsweredWithItsTextsAndExitCode() throws Exception {
        Door.Answer answer = new Door(port, TOKEN, 1, "any").ask(new Door.Request(List.of("status", "--json"), "anna"));
        assertThat(answer).isEqualTo(new Door.Answer("out of [status, --json]", "err", 9));
        assertThat(heard).containsExactly(new Door.Request(List.of("status", "--json"), "anna"));
    }

    @Test
    void P29_anotherHostsNameIsMisdirected() throws IOException {
        String body = "{\"args\":[\"kill\"],\"user\":\"x\"}";
        assertThat(post("evil.example:" + port, TOKEN, body)).isEqualTo(421);
        assertThat(post("127.0.0.1", TOKEN, body)).as("the port belongs to it").isEqualTo(421);
        assertThat(post("localhost:" + port, TOKEN, body)).isEqualTo(200);
        assertThat(heard).hasSize(1);
    }

    @Test
    void P29_withoutTheTokenNothingIsHeard() throws IOException {
        String here = "127.0.0.1:" + port;
        String body = "{\"args\":[\"kill\"],\"user\":\"x\"}";
        assertThat(post(here, null, body)).isEqualTo(401);
        assertThat(post(here, "b".repeat(64), body)).isEqualTo(401);
        assertThat(post(here, TOKEN + "a", body)).isEqualTo(401);
        assertThat(status("GET /health", here, null, "")).isEqualTo(401);
        assertThat(heard).isEmpty();
    }

    @Test
    void P30_aBodyIsBoundedAndMustBeARequest() throws IOException {
        String here = "127.0.0.1:" + port;
        assertThat(post(here, TOKEN, "x".repeat(64 * 1024 + 1))).isEqualTo(413);
        assertThat(post(here, TOKEN, "approve everything")).isEqualTo(400);
        assertThat(post(here, TOKEN, "{\"args\":")).isEqualTo(400);
        assertThat(status("GET /verb", here, TOKEN, "")).isEqualTo(404);
        assertThat(heard).isEmpty();
    }

    @Test
    void P28_theTokensFileIsForItsOwnerOnly() throws IOException {
        Home home = new Home(folder);
        Files.writeString(home.door(), "an older door, readable by all");
        new Door(port, TOKEN, ProcessHandle.current().pid(), home.folder().toString()).write(home);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.door()))).isEqualTo("rw-------");
        assertThat(Door.find(home))
                .isEqualTo(new Door(port, TOKEN, ProcessHandle.current().pid(), home.folder().toString()));
    }

    @Test
    void aDoorOfADeadProcessOrABrokenOneIsNone() throws Exception {
        Home home = new Home(folder);
        assertThat(Door.find(home)).isNull();
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        new Door(port, TOKEN, ended.pid(), home.folder().toString()).write(home);
        assertThat(Door.find(home)).isNull();
        Files.writeString(home.door(), "{\"port\":");
        assertThat(Door.find(home)).isNull();
    }

    @Test
    void nobodyThereIsNoAnswer() throws Exception {
        server.close();
        assertThat(new Door(port, TOKEN, 1, "any").ask(new Door.Request(List.of("status"), "anna"))).isNull();
    }

    @Test
    void aDoorCopiedWithItsHomeLeadsNowhere(@TempDir Path other) throws Exception {
        new Door(port, TOKEN, ProcessHandle.current().pid(), "/somewhere/else").write(new Home(other));
        assertThat(Door.find(new Home(other))).isNull();
    }
}

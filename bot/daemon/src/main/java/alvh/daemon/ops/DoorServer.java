package alvh.daemon.ops;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.function.Function;

import io.javalin.Javalin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The daemon's side of the door: loopback only, right host name, right token, one path. */
public final class DoorServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_BODY = 64 * 1024;

    private final Javalin server;

    /**
     * @param port 0 for a free one
     * @param verbs runs a verb inside the daemon; called on the server's threads
     */
    public DoorServer(int port, String token, Function<Door.Request, Door.Answer> verbs) {
        byte[] expected = token.getBytes(StandardCharsets.UTF_8);
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = port;
            config.http.maxRequestSize = MAX_BODY;
            config.routes.before(context -> {
                int actual = context.port();
                if (!Set.of("127.0.0.1:" + actual, "localhost:" + actual).contains(String.valueOf(context.host()))) {
                    context.status(421).result("not this host").skipRemainingHandlers();
                } else if (!token(context.header(Door.TOKEN_HEADER), expected)) {
                    context.status(401).result("no valid token").skipRemainingHandlers();
                }
            });
            config.routes.post("/verb", context -> {
                try {
                    Door.Request request = JSON.readValue(context.body(), Door.Request.class);
                    context.contentType("application/json").result(JSON.writeValueAsString(verbs.apply(request)));
                } catch (JacksonException e) {
                    context.status(400).result("not a request: " + e.getOriginalMessage());
                }
            });
            config.routes.get("/health", context -> context.result("alive"));
        });
    }

    private static boolean token(String given, byte[] expected) {
        return given != null && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected);
    }

    /** Starts; gives the port in use. A busy port: IllegalStateException. */
    public int start() {
        server.start();
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}

package alvh.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulated gateway as its own process, its account kept in HOME/gateway as the launcher keeps it. */
final class GatewayProcess implements AutoCloseable {

    private final RunningProcess process;
    private final Path state;
    private final int port;
    private final String account;

    private GatewayProcess(RunningProcess process, Path state, JsonNode ready) {
        this.process = process;
        this.state = state;
        this.port = ready.get("port").asInt();
        this.account = ready.get("account").asString();
    }

    /** @param more --scenario NAME|FILE, --seed N, --account ID, --readonly, --start TIME */
    static GatewayProcess start(Path home, String... more) {
        return start(home, 0, more);
    }

    static GatewayProcess start(Path home, int port, String... more) {
        Path state = home.resolve("gateway");
        Path ready = state.resolve("ready.json");
        List<String> args = new ArrayList<>(List.of("--port", Integer.toString(port), "--ready", ready.toString(),
                "--state", state.toString(), "--until-eof"));
        args.addAll(List.of(more));
        try {
            Files.createDirectories(state);
            Files.deleteIfExists(ready);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RunningProcess process = RunningProcess.start(state, "gateway", Programs.simulator(args), Map.of());
        process.until("its ready file", () -> Files.exists(ready));
        return new GatewayProcess(process, state, read(ready));
    }

    private static JsonNode read(Path ready) {
        try {
            return JsonMapper.builder().build().readTree(Files.readString(ready));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    String account() {
        return account;
    }

    RunningProcess process() {
        return process;
    }

    /** A line of the scenario language. */
    void play(String line) {
        process.type(line);
    }

    TruthFile truth() {
        return new TruthFile(state);
    }

    @Override
    public void close() {
        process.close();
    }
}

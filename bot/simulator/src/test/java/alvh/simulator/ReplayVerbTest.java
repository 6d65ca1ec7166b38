package alvh.simulator;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import alvh.wire.FrameReader;
import alvh.wire.FrameWriter;
import alvh.wire.Handshake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A raw client has a recorded session again over TCP; the exit code says whether it asked the same. */
@Timeout(60)
class ReplayVerbTest {

    @TempDir
    Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static byte[] body(String printed) {
        return printed.replace('|', '\0').getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] framed(String printed) {
        return FrameWriter.framed(body(printed));
    }

    private Path recorded() throws IOException {
        var memory = new ByteArrayOutputStream();
        var file = new DataOutputStream(memory);
        file.writeBytes("ALVHCAP\n");
        file.writeInt(1);
        file.writeLong(1_000);
        record(file, 'O', "gate".getBytes(StandardCharsets.US_ASCII));
        record(file, 'S', Handshake.clientHello(176, 200, ""));
        record(file, 'R', framed("200|20261124 10:15:00 EST|"));
        record(file, 'S', framed("71|2|17||"));
        record(file, 'R', framed("15|1|DUSIM0001|"));
        record(file, 'S', framed("78|7|VIX||IND|13455763|"));
        record(file, 'R', framed("76|7|"));
        return Files.write(folder.resolve("a.cap"), memory.toByteArray());
    }

    private static void record(DataOutputStream file, char kind, byte[] bytes) throws IOException {
        file.writeByte(kind);
        file.writeInt(1);
        file.writeLong(2_000);
        file.writeInt(bytes.length);
        file.write(bytes);
    }

    private CompletableFuture<Integer> verb(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("--port", "0", "--ready", ready().toString(), "--replay",
                recorded().toString(), "--until-eof"));
        args.addAll(List.of(more));
        return CompletableFuture.supplyAsync(() -> new CommandLine(new SimulateCommand(Clock.systemUTC()))
                .setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args.toArray(String[]::new)),
                task -> Thread.ofPlatform().daemon().start(task));
    }

    private Path ready() {
        return folder.resolve("ready.json");
    }

    private List<String> client(String... questions) throws IOException {
        while (!Files.exists(ready())) {
            Thread.onSpinWait();
        }
        int port = JsonMapper.shared().readTree(Files.readString(ready())).get("port").asInt();
        List<String> heard = new ArrayList<>();
        try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            FrameWriter writer = new FrameWriter(socket.getOutputStream());
            FrameReader reader = new FrameReader(socket.getInputStream());
            writer.writeRaw(Handshake.clientHello(176, 200, ""));
            heard.add(printed(reader.read()));
            for (String question : questions) {
                writer.write(body(question));
                heard.add(printed(reader.read()));
            }
        }
        return heard;
    }

    private static String printed(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1).replace('\0', '|');
    }

    @Test
    void aClientThatAsksTheSameGetsTheSameAndExitZero() throws Exception {
        CompletableFuture<Integer> verb = verb();
        assertThat(client("71|2|17||", "78|31|VIX||IND|13455763|")).containsExactly("200|20261124 10:15:00 EST|",
                "15|1|DUSIM0001|", "76|31|");
        assertThat(verb.get(30, TimeUnit.SECONDS)).as(out + "" + err).isZero();
        assertThat(out.toString()).contains("Replay of link 1 at 127.0.0.1:", "server version 200",
                "replayed link 1: 2 requests as recorded, 0 differences, 2 of 2 recorded frames sent");
    }

    @Test
    void aClientThatAsksOtherwiseIsToldOfAndExitOne() throws Exception {
        CompletableFuture<Integer> verb = verb("--link", "1", "--speed", "real");
        assertThat(client("71|2|18||")).containsExactly("200|20261124 10:15:00 EST|", "15|1|DUSIM0001|");
        assertThat(verb.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(out.toString()).contains("differs  startApi clientId=18: clientId · recorded 17 · got 18",
                "differs  the client left without asking: reqSecDefOptParams reqId=7", "2 differences, 1 of 2")
                .doesNotContain("DUSIM0001");
    }

    @Test
    void aConnectionThatDoesNotGreetIsNoClient() throws Exception {
        CompletableFuture<Integer> verb = verb();
        while (!Files.exists(ready())) {
            Thread.onSpinWait();
        }
        int port = JsonMapper.shared().readTree(Files.readString(ready())).get("port").asInt();
        new Socket(InetAddress.getByName("127.0.0.1"), port).close();
        try (Socket web = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            web.getOutputStream().write("GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(client("71|2|17||", "78|31|VIX||IND|13455763|")).hasSize(3).last().isEqualTo("76|31|");
        assertThat(verb.get(30, TimeUnit.SECONDS)).as(out + "" + err).isZero();
        assertThat(out.toString().lines().filter(line -> line.startsWith("note  a connection did not greet")))
                .hasSize(2);
    }

    private int simulate(String... args) {
        return new CommandLine(new SimulateCommand(Clock.systemUTC())).setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err)).execute(args);
    }

    @Test
    void optionsThatWouldChangeNothingAreRefused() throws Exception {
        String capture = recorded().toString();
        for (List<String> world : List.of(List.of("--scenario", "default"), List.of("--state", folder.toString()),
                List.of("--account", "DU1"), List.of("--start", "2026-03-10T10:15"), List.of("--seed", "7"),
                List.of("--readonly"))) {
            List<String> args = new ArrayList<>(List.of("--replay", capture, "--port", "0"));
            args.addAll(world);
            assertThat(simulate(args.toArray(String[]::new))).as("%s", world).isEqualTo(64);
            assertThat(err.toString()).contains(world.getFirst() + ": is about a world of its own");
        }
        for (List<String> tape : List.of(List.of("--link", "1"), List.of("--speed", "max"),
                List.of("--patience", "15"))) {
            assertThat(simulate("--port", "0", tape.getFirst(), tape.getLast())).as("%s", tape).isEqualTo(64);
            assertThat(err.toString()).contains(tape.getFirst() + ": is about a recording");
        }
        assertThat(simulate("--replay", capture, "--link", "-1")).isEqualTo(64);
        assertThat(err.toString()).contains("--link: got -1");
        assertThat(simulate("--replay", "")).isEqualTo(64);
        assertThat(err.toString()).contains("--replay: got ''");
    }

    @Test
    void whatCannotBePlayedIsASentenceAndItsExitCode() throws Exception {
        assertThat(verb("--speed", "fast").get(30, TimeUnit.SECONDS)).isEqualTo(64);
        assertThat(err.toString()).contains("expected max or real");
        assertThat(verb("--patience=0").get(30, TimeUnit.SECONDS)).isEqualTo(64);
        assertThat(err.toString()).contains("expected 1 to 3600 seconds");
        assertThat(verb("--link", "9").get(30, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(err.toString()).contains("no link 9");
    }
}

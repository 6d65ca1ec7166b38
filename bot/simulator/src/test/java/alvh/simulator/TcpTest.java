package alvh.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import alvh.wire.FrameCodec;
import alvh.wire.FrameReader;
import alvh.wire.FrameWriter;
import alvh.wire.Handshake;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The whole process but its JVM: command line, sockets, standard input, ready file, truth file. */
@Timeout(60)
class TcpTest {

    private static final int VERSION = 200;
    private static final int PATIENCE_MILLIS = 20_000;
    @TempDir
    Path folder;

    /** A started simulator with its standard input in our hand. */
    private final class Running implements AutoCloseable {
        final Path ready = folder.resolve("gateway/ready.json");
        final Process process;
        final PrintStream input;

        Running(String... more) throws IOException {
            Files.deleteIfExists(ready);
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp",
                    System.getProperty("java.class.path"), "alvh.simulator.Main", "--port", "0", "--ready",
                    ready.toString(), "--until-eof"));
            command.addAll(List.of(more));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            input = new PrintStream(process.getOutputStream(), true);
            BufferedReader out = process.inputReader();
            String line = out.readLine();
            while (line != null && !line.startsWith("Simulated gateway 127.0.0.1:")) {
                line = out.readLine();
            }
            assertThat(line).as("the ready line").isNotNull();
        }

        int port() throws IOException {
            Matcher port = Pattern.compile("\"port\":(\\d+)").matcher(Files.readString(ready));
            assertThat(port.find()).isTrue();
            return Integer.parseInt(port.group(1));
        }

        @Override
        public void close() {
            input.close();
            assertThat(process.onExit().join().exitValue()).isZero();
        }
    }

    /** A client made of nothing but the wire. */
    private static final class Tws implements AutoCloseable {
        final Socket socket;
        final FrameWriter out;
        final FrameReader in;

        Tws(int port, int clientId) throws IOException {
            socket = new Socket(InetAddress.getByName("127.0.0.1"), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            out = new FrameWriter(socket.getOutputStream());
            in = new FrameReader(socket.getInputStream());
            out.writeRaw(Handshake.clientHello(176, VERSION, ""));
            assertThat(Handshake.parseServerHello(in.read()).version()).isEqualTo(VERSION);
            send(WireMessage.of(Outgoing.START_API).set("clientId", clientId));
        }

        void send(WireMessage message) throws IOException {
            out.write(FrameCodec.encode(message, VERSION));
        }

        /** Frames up to and with the first that fits. */
        List<String> until(Predicate<String> last) throws IOException {
            List<String> frames = new ArrayList<>();
            do {
                byte[] body = in.read();
                assertThat(body).as("the connection closed after " + frames).isNotNull();
                frames.add(FrameCodec.print(body));
            } while (!last.test(frames.getLast()));
            return frames;
        }

        List<String> until(String begin) throws IOException {
            return until(frame -> frame.startsWith(begin));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static int buyOneVixCall(Tws tws) throws IOException {
        tws.send(WireMessage.of(Outgoing.REQ_CONTRACT_DETAILS).set("reqId", 2).set("symbol", "VIX")
                .set("secType", "OPT").set("lastTradeDateOrContractMonth", "20260414").set("right", "C")
                .set("strike", 22.0).set("tradingClass", "VIX").set("exchange", "SMART").set("currency", "USD"));
        String[] details = tws.until("52|1|2|").get(0).split("\\|");
        int conId = Integer.parseInt(details[13]);
        tws.send(WireMessage.of(Outgoing.REQ_MKT_DATA).set("reqId", 3).set("conId", conId).set("exchange", "SMART"));
        String ask = tws.until("1|6|3|2|").getLast().split("\\|")[4];
        tws.send(WireMessage.of(Outgoing.PLACE_ORDER).set("orderId", 1).set("contract.conId", conId)
                .set("exchange", "SMART").set("action", "BUY").set("totalQuantity", 1).set("lmtPrice", ask)
                .set("orderRef", "HB1.S.TCP").set("transmit", true));
        List<String> frames = tws.until("59|");
        assertThat(frames).anyMatch(f -> f.startsWith("11|-1|1|" + conId + "|VIX|OPT|"))
                .anyMatch(f -> f.startsWith("3|1|Filled|1|0|" + ask + "|"));
        return conId;
    }

    @Test
    void aClientBuysAndTheAccountOutlivesTheProcess() throws Exception {
        String state = folder.resolve("state").toString();
        int conId;
        try (Running running = new Running("--state", state, "--scenario", "default");
                Tws tws = new Tws(running.port(), 17)) {
            assertThat(tws.until("4|-1|2158|")).contains("15|1|DUSIM0001|", "9|1|1|");
            tws.send(WireMessage.of(Outgoing.REQ_POSITIONS));
            assertThat(tws.until("62|")).hasSize(12);
            conId = buyOneVixCall(tws);
            running.input.println("hold");
            running.input.println("jmp SPX -4%");
            running.input.println("drop connection");
            while (tws.in.read() != null) {
                // the rest of what was on its way
            }
        }
        assertThat(Files.readAllLines(folder.resolve("state/truth.jsonl"))).hasSizeGreaterThan(20);
        try (Running running = new Running("--state", state, "--scenario", "default");
                Tws tws = new Tws(running.port(), 17)) {
            assertThat(tws.until("9|")).last().isEqualTo("9|1|2|");
            tws.send(WireMessage.of(Outgoing.REQ_POSITIONS));
            assertThat(tws.until("62|")).anyMatch(f -> f.contains("|" + conId + "|VIX|OPT|20260414|22|C|100|"));
            tws.send(WireMessage.of(Outgoing.REQ_EXECUTIONS).set("reqId", 9));
            assertThat(tws.until("55|")).anyMatch(f -> f.contains("|HB1.S.TCP|"));
        }
    }

    @Test
    void aSecondClientWithTheSameIdIsClosed() throws Exception {
        try (Running running = new Running("--scenario", "hostile-live-account", "--seed", "5");
                Tws first = new Tws(running.port(), 1)) {
            assertThat(first.until("15|")).contains("15|1|U1234567|");
            assertThat(Files.readString(running.ready)).contains("\"seed\":5").contains("\"account\":\"U1234567\"");
            try (Tws second = new Tws(running.port(), 1)) {
                assertThat(second.until("4|")).last().asString().startsWith("4|-1|326|");
                assertThat(second.in.read()).isNull();
            }
            first.send(WireMessage.of(Outgoing.REQ_CURRENT_TIME));
            assertThat(first.until("49|")).isNotEmpty();
        }
    }

    @Test
    void aBusyPortAndWrongWordsHaveTheirExitCodes() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(run("--port", Integer.toString(taken.getLocalPort()))).isEqualTo(16);
        }
        assertThat(run("--scenario", "defalt")).isEqualTo(64);
        assertThat(run("--prot", "1")).isEqualTo(64);
        assertThat(run("--port", "70000")).isEqualTo(64);
        assertThat(run("--start", "tomorrow")).isEqualTo(64);
        assertThat(run("--account", "du")).isEqualTo(64);
        Path broken = Files.writeString(folder.resolve("b.scenario"), "title T\nabout A\nfil base\n");
        assertThat(run("--scenario", broken.toString())).isEqualTo(2);
        assertThat(run("--list")).isZero();
        assertThat(run("--help")).isZero();
    }

    private static int run(String... args) {
        return Main.run(Clock.systemUTC(), args);
    }
}

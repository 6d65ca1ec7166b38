package alvh.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

import alvh.simulator.script.ParseOutcome;
import alvh.simulator.script.Scenario;
import alvh.simulator.script.ScenarioParser;
import alvh.simulator.script.ShippedScenarios;
import alvh.simulator.script.WorldBuilder;
import alvh.wire.FrameCodec;
import alvh.wire.FrameException;
import alvh.wire.FrameReader;
import alvh.wire.FrameWriter;
import alvh.wire.Handshake;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What only a socket can show: first bytes that are no client's, bad lengths, FIN, RST, a port that goes and comes. */
@Timeout(60)
class GatewayTcpTest {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final int SHORT_MILLIS = 150;
    private Simulator simulator;

    @BeforeEach
    void open() throws IOException {
        Scenario scenario = ((ParseOutcome.Parsed) ScenarioParser.parse("default",
                ShippedScenarios.text("default").orElseThrow())).scenario();
        WorldBuilder.Outcome.Built world = (WorldBuilder.Outcome.Built) WorldBuilder.build(scenario);
        simulator = Simulator.start(new Simulator.Setting(scenario, world.spec(), 0, Optional.empty(), false),
                Clock.systemUTC());
    }

    @AfterEach
    void close() throws IOException {
        simulator.close();
    }

    private void play(String line) {
        simulator.play(((ScenarioParser.LineOutcome.Read) ScenarioParser.readLine("test", 1, line)).step());
    }

    private Socket socket() throws IOException {
        Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), simulator.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static byte[] hello(String text) {
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(8 + body.length).put(new byte[]{'A', 'P', 'I', 0}).putInt(body.length).put(body)
                .array();
    }

    /** A socket whose session has started. */
    private Socket started(int clientId) throws IOException {
        Socket socket = socket();
        socket.getOutputStream().write(hello("v176..200"));
        request(socket, WireMessage.of(Outgoing.START_API).set("clientId", clientId));
        FrameReader in = new FrameReader(socket.getInputStream());
        for (String frame = ""; !frame.startsWith("4|-1|2158|");) {
            frame = FrameCodec.print(in.read()); // nothing follows, so nothing is left in the reader
        }
        return socket;
    }

    private static void request(Socket socket, WireMessage message) throws IOException {
        socket.getOutputStream().write(FrameWriter.framed(FrameCodec.encode(message, 200)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v200", "v100..223", "v176..200 +PACEAPI", "v176..200 -x nobody knows +these"})
    void aClientsWordsAreUnderstoodAndUnknownOptionsIgnored(String words) throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(hello(words));
            assertThat(Handshake.parseServerHello(new FrameReader(socket.getInputStream()).read()).version())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"v201..223", "v100..175", "v201", "v200..190", "200", "vv", ""})
    void aRangeOutsideOrNoRangeIsClosedWithoutAHello(String words) throws IOException {
        try (Socket socket = socket()) {
            socket.getOutputStream().write(hello(words));
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.0\r\n\r\n", "71|2|7||", "\0\0\0\0\0\0\0\0"})
    void garbageBeforeTheHelloIsClosed(String garbage) throws IOException {
        try (Socket socket = socket(); Socket other = started(4)) {
            socket.getOutputStream().write(garbage.getBytes(StandardCharsets.US_ASCII));
            assertThat(ended(socket)).isTrue();
            request(other, WireMessage.of(Outgoing.REQ_CURRENT_TIME));
            assertThat(FrameCodec.print(new FrameReader(other.getInputStream()).read())).startsWith("49|");
        }
    }

    /** A socket closed with unread bytes may end by RST. */
    private static boolean ended(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == -1;
        } catch (SocketTimeoutException still) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 16_777_216, Integer.MAX_VALUE})
    void aLengthOutOfRangeClosesThatConnectionOnly(int length) throws IOException {
        try (Socket socket = started(5); Socket other = started(6)) {
            socket.getOutputStream().write(ByteBuffer.allocate(4).putInt(length).array());
            assertThat(ended(socket)).isTrue();
            request(other, WireMessage.of(Outgoing.REQ_CURRENT_TIME));
            assertThat(FrameCodec.print(new FrameReader(other.getInputStream()).read())).startsWith("49|");
        }
    }

    @Test
    void aRestartClosesThePortForItsTime() throws IOException {
        try (Socket socket = started(7)) {
            play("restart 1h");
            FrameReader in = new FrameReader(socket.getInputStream());
            assertThat(FrameCodec.print(in.read())).startsWith("4|-1|1300|");
            assertThat(in.read()).isNull();
        }
        assertThatExceptionOfType(ConnectException.class).isThrownBy(this::untilRefused);
        play("advance +1h");
        try (Socket back = untilAccepted()) {
            back.setSoTimeout(PATIENCE_MILLIS);
            back.getOutputStream().write(hello("v200"));
            assertThat(new FrameReader(back.getInputStream()).read()).isNotNull();
        }
    }

    /** The end of the connections is seen a moment before the port closes. */
    private void untilRefused() throws IOException {
        for (Socket socket = socket();; socket = socket()) {
            socket.close();
        }
    }

    private Socket untilAccepted() throws IOException {
        long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (true) {
            try {
                return socket();
            } catch (ConnectException notYet) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void hardIsAReset() throws IOException {
        try (Socket socket = started(8)) {
            play("drop hard");
            assertThatExceptionOfType(SocketException.class).isThrownBy(() -> socket.getInputStream().read());
        }
    }

    @Test
    void insideEndsWithinAFrame() throws IOException {
        try (Socket socket = started(9)) {
            play("drop inside");
            assertThatExceptionOfType(FrameException.class)
                    .isThrownBy(() -> new FrameReader(socket.getInputStream()).read())
                    .satisfies(cut -> assertThat(cut.problem()).isEqualTo(FrameException.Problem.CUT));
        }
    }

    @Test
    void aBadLengthReachesTheClient() throws IOException {
        try (Socket socket = started(10)) {
            play("length 99999999");
            assertThatExceptionOfType(FrameException.class)
                    .isThrownBy(() -> new FrameReader(socket.getInputStream()).read())
                    .satisfies(bad -> assertThat(bad.problem()).isEqualTo(FrameException.Problem.BAD_LENGTH));
        }
    }

    @Test
    void aSplitFrameStopsInTheMiddleUntilItsTime() throws IOException {
        try (Socket socket = started(11)) {
            play("split 1h");
            request(socket, WireMessage.of(Outgoing.REQ_CURRENT_TIME));
            InputStream in = socket.getInputStream();
            byte[] first = in.readNBytes(10);
            assertThat(first).startsWith(0, 0, 0, 16);
            socket.setSoTimeout(SHORT_MILLIS);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(in::read);
            socket.setSoTimeout(PATIENCE_MILLIS);
            play("advance +1h");
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).matches("\\d{9}\0");
        }
    }
}

package com.ib.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the application sees of a connection; the names are those of the recorded situations. */
@Timeout(60)
class LifecycleTest {

    private static final String CLOSED = "connectionClosed()";
    private static final String LOST = "error(-1, <now ms>, 502, \"" + EClientErrors.CONNECT_FAIL.text() + "\", null)";
    private static final String MANAGED = "15|1|DU1234567|";
    private static final String NEXT = "9|1|51|";

    private final Pump pump = new Pump();

    private List<String> calls() {
        return pump.recorder().calls();
    }

    /** Greets at 200, takes startApi, plays the rest, closes. */
    private static PretendServer session(PretendServer.Script rest) throws IOException {
        return new PretendServer(peer -> {
            peer.greet(200);
            peer.readFrame();
            rest.play(peer);
        });
    }

    private void play(PretendServer.Script rest) throws Exception {
        try (PretendServer server = session(rest)) {
            pump.connect(server.port());
            pump.until(CLOSED);
            server.finished();
        }
        assertThat(pump.client().isConnected()).isFalse();
        assertThat(pump.client().serverVersion()).isZero();
        assertThat(calls()).containsOnlyOnce(CLOSED);
    }

    @Test
    void l01_nothingListens() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        pump.client().eConnect("127.0.0.1", port, 7);
        assertThat(calls()).containsExactly(LOST);
        assertThat(pump.client().isConnected()).isFalse();
    }

    @Test
    void l02_closedBeforeAnyByte() throws Exception {
        try (PretendServer server = new PretendServer(peer -> {})) {
            pump.client().eConnect("127.0.0.1", server.port(), 7);
        }
        assertThat(calls()).containsExactly(LOST, CLOSED);
        assertThat(pump.client().serverVersion()).isZero();
    }

    @Test
    void l03_closedWithoutAnswer() throws Exception {
        try (PretendServer server = new PretendServer(PretendServer.Peer::readHello)) {
            pump.client().eConnect("127.0.0.1", server.port(), 7);
        }
        assertThat(calls()).containsExactly(LOST, CLOSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 99, 175, 201, 224})
    void l04_l05_versionOutsideTheRangeReturnsAtOnce(int version) throws Exception {
        try (PretendServer server = new PretendServer(peer -> {
            peer.greet(version);
            peer.readToEnd();
        })) {
            pump.client().eConnect("127.0.0.1", server.port(), 7);
            assertThat(server.finished().frames()).isEmpty();
        }
        assertThat(calls()).containsExactly("error(-1, <now ms>, 506, \"Unsupported Version\", null)", CLOSED);
        assertThat(pump.client().isConnected()).isFalse();
    }

    @Test
    void helloThatIsNoVersion() throws Exception {
        try (PretendServer server = new PretendServer(peer -> {
            peer.readHello();
            peer.send("HTTP/1.1 400|");
            peer.readToEnd();
        })) {
            pump.client().eConnect("127.0.0.1", server.port(), 7);
        }
        assertThat(calls()).containsExactly(LOST, CLOSED);
    }

    @Test
    void l06_normalStart() throws Exception {
        String farm = "error(-1, 1790000000123, 2104, \"Market data farm connection is OK:usfarm\", null)";
        try (PretendServer server = session(peer -> {
            peer.send(MANAGED);
            peer.send(NEXT);
            peer.send("4|-1|2104|Market data farm connection is OK:usfarm||1790000000123|");
            peer.readToEnd();
        })) {
            pump.connect(server.port());
            pump.until(farm);
            assertThat(pump.client().isConnected()).isTrue();
            assertThat(pump.client().serverVersion()).isEqualTo(200);
            assertThat(pump.client().getTwsConnectionTime()).isEqualTo("20261005 10:00:00 EST");
            assertThat(pump.client().connectedHost()).isEqualTo("127.0.0.1");
            pump.client().eDisconnect();
        }
        assertThat(calls()).containsExactly("connectAck()", "managedAccounts(\"DU1234567\")", "nextValidId(51)", farm,
                CLOSED);
    }

    @Test
    void l07_clientIdInUse() throws Exception {
        play(peer -> peer.send("4|-1|326|in use||1790000000123|"));
        assertThat(calls()).containsExactly("connectAck()", "error(-1, 1790000000123, 326, \"in use\", null)", LOST,
                CLOSED);
    }

    @Test
    void l08_serverCloses() throws Exception {
        play(peer -> {
            peer.send(MANAGED);
            peer.send(NEXT);
        });
        assertThat(calls()).containsExactly("connectAck()", "managedAccounts(\"DU1234567\")", "nextValidId(51)", LOST,
                CLOSED);
    }

    @Test
    void l09_frameCutShort() throws Exception {
        play(peer -> {
            peer.send("9|1|");
            peer.send("9|1|52|");
        });
        assertThat(pump.thrown()).containsExactly("java.io.EOFException");
        assertThat(calls()).containsExactly("connectAck()", "nextValidId(52)", LOST, CLOSED);
    }

    @Test
    void l10_fractionInAnInteger() throws Exception {
        play(peer -> {
            peer.send("9|1|51.0|");
            peer.send("9|1|52|");
        });
        assertThat(pump.thrown()).containsExactly("java.lang.NumberFormatException");
        assertThat(calls()).containsExactly("connectAck()", "nextValidId(52)", LOST, CLOSED);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_777_216, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void l11_l19_l20_badLengthIsFatal(int length) throws Exception {
        play(peer -> {
            peer.send(NEXT);
            peer.sendRaw(java.nio.ByteBuffer.allocate(4).putInt(length).array());
            peer.readToEnd();
        });
        assertThat(calls()).hasSize(4).startsWith("connectAck()", "nextValidId(51)").endsWith(CLOSED);
        assertThat(calls().get(2))
                .startsWith("error(-1, <now ms>, 507, \"Bad Message Length - BAD_LENGTH: got a frame of "
                        + length);
    }

    @Test
    void l12_framesSplitAndJoined() throws Exception {
        byte[] all = join(MANAGED, NEXT, "53|1|");
        play(peer -> {
            for (int at = 0; at < all.length; at += 3) {
                peer.sendRaw(Arrays.copyOfRange(all, at, Math.min(at + 3, all.length)));
            }
        });
        assertThat(calls()).containsExactly("connectAck()", "managedAccounts(\"DU1234567\")", "nextValidId(51)",
                "openOrderEnd()", LOST, CLOSED);
    }

    @Test
    void l13_messageIdMinusOne() throws Exception {
        play(peer -> peer.sendRaw(join("-1|1|2|", NEXT)));
        assertThat(calls()).containsExactly("connectAck()", "nextValidId(51)", LOST, CLOSED);
    }

    @Test
    void r10_unknownMessageIsReportedAndTheNextOneComes() throws Exception {
        play(peer -> peer.sendRaw(join("199|1|2|", "199|1|2|", NEXT)));
        String unknown = "error(-1, <now ms>, 505, \"Fatal Error: Unknown message id.\", null)";
        assertThat(calls()).containsExactly("connectAck()", unknown, unknown, "nextValidId(51)", LOST, CLOSED);
    }

    @Test
    void l14_requestBeforeAnyConnection() {
        pump.client().reqCurrentTime();
        pump.client().placeOrder(5, new Contract(), new Order());
        String refused = "error(-1, <now ms>, 504, \"Not connected\", null)";
        assertThat(calls()).containsExactly(refused, refused);
    }

    @Test
    void l15_connectTwiceAndDisconnectTwice() throws Exception {
        try (PretendServer server = session(PretendServer.Peer::readToEnd)) {
            pump.connect(server.port());
            pump.client().eConnect("127.0.0.1", server.port(), 7);
            pump.client().eDisconnect();
            pump.client().eDisconnect();
            pump.reader().join();
            pump.reader().processMsgs();
        }
        assertThat(calls()).containsExactly("connectAck()",
                "error(-1, <now ms>, 501, \"Already connected.\", null)", CLOSED);
    }

    @Test
    void l16_asynchronousConnect() throws Exception {
        try (PretendServer server = new PretendServer(peer -> {
            peer.greet(200);
            peer.readFrame();
            peer.send(NEXT);
            peer.readToEnd();
        })) {
            pump.client().setAsyncEConnect(true);
            pump.client().eConnect("127.0.0.1", server.port(), 7);
            assertThat(pump.client().isConnected()).isFalse();
            CountDownLatch acknowledged = new CountDownLatch(1);
            pump.recorder().listen(call -> acknowledged.countDown());
            pump.startReader();
            acknowledged.await();
            assertThat(pump.client().isConnected()).isTrue();
            pump.client().startAPI();
            pump.until("nextValidId(51)");
            pump.client().eDisconnect();
            assertThat(server.finished().frames()).containsExactly("71|2|7||");
        }
        assertThat(calls()).containsExactly("connectAck()", "nextValidId(51)", CLOSED);
    }

    @Test
    void l17_resetIsReported() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        pump.recorder().listen(call -> {
            if (call.startsWith("nextValidId")) {
                started.countDown();
            }
        });
        play(peer -> {
            peer.send(NEXT);
            await(started);
            peer.reset();
        });
        assertThat(calls()).hasSize(4).startsWith("connectAck()", "nextValidId(51)").endsWith(CLOSED);
        assertThat(calls().get(2)).startsWith("error(-1, <now ms>, 509, \"Exception caught while reading socket - ");
    }

    @Test
    void l18_closedInTheMiddleOfAFrame() throws Exception {
        play(peer -> {
            peer.send(NEXT);
            peer.sendRaw(Arrays.copyOf(join(MANAGED), 10));
        });
        assertThat(calls()).hasSize(4).startsWith("connectAck()", "nextValidId(51)").endsWith(CLOSED);
        assertThat(calls().get(2)).startsWith("error(-1, <now ms>, 507, \"Bad Message Length - CUT: ");
    }

    @Test
    void l21_requestsAfterAReset() throws Exception {
        play(PretendServer.Peer::reset);
        pump.client().reqCurrentTime();
        pump.client().reqCurrentTime();
        String refused = "error(-1, <now ms>, 504, \"Not connected\", null)";
        assertThat(calls().subList(1, calls().size())).hasSize(4).contains(CLOSED).endsWith(refused, refused);
    }

    @Test
    void l21_aRequestThatCannotBeWrittenIsReportedAndCloses() throws Exception {
        try (PretendServer server = session(PretendServer.Peer::reset)) {
            pump.client().eConnect("127.0.0.1", server.port(), 7);
            server.finished();
            while (pump.client().isConnected()) {
                pump.client().reqCurrentTime();
            }
            pump.client().reqCurrentTime();
        }
        assertThat(calls()).hasSize(4).startsWith("connectAck()");
        assertThat(calls().get(1))
                .startsWith("error(-1, <now ms>, 531, \"Request Current Time Sending Error - java.net.");
        assertThat(calls().subList(2, 4)).containsExactly(CLOSED,
                "error(-1, <now ms>, 504, \"Not connected\", null)");
    }

    @Test
    void l22_callbackThatThrows() throws Exception {
        pump.recorder().listen(call -> {
            if (call.startsWith("nextValidId")) {
                throw new IllegalStateException("boom");
            }
        });
        play(peer -> peer.sendRaw(join("15|1|DU1|", NEXT, "53|1|")));
        assertThat(pump.thrown()).containsExactly("java.lang.IllegalStateException");
        assertThat(calls()).containsExactly("connectAck()", "managedAccounts(\"DU1\")", "nextValidId(51)",
                "openOrderEnd()", LOST, CLOSED);
    }

    @Test
    void l23_helloNeverComesOnTheClientsOwnSocket() throws Exception {
        try (PretendServer server = new PretendServer(PretendServer.Peer::readToEnd)) {
            pump.client().helloWithin(50);
            pump.client().eConnect("127.0.0.1", server.port(), 7);
        }
        assertThat(calls()).hasSize(2).endsWith(CLOSED);
        assertThat(calls().get(0)).startsWith("error(-1, <now ms>, 502, ").contains("No hello came");
    }

    @Test
    void l24_helloNeverComesOnASocketWithTimeout() throws Exception {
        try (PretendServer server = new PretendServer(PretendServer.Peer::readToEnd);
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(50);
            pump.client().eConnect(socket, 7);
            assertThat(pump.client().isConnected()).isFalse();
            assertThat(pump.client().serverVersion()).isZero();
            assertThat(socket.isClosed()).isTrue();
        }
        assertThat(calls()).isEmpty();
    }

    @Test
    void l25_connectOnASocket() throws Exception {
        try (PretendServer server = session(peer -> {
            peer.send(NEXT);
            peer.readToEnd();
        }); Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            pump.client().eConnect(socket, 7);
            socket.setSoTimeout(0);
            pump.startReader();
            pump.until("nextValidId(51)");
            assertThat(pump.client().isConnected()).isTrue();
            assertThat(pump.client().serverVersion()).isEqualTo(200);
            pump.client().eDisconnect();
        }
        assertThat(calls()).containsExactly("connectAck()", "nextValidId(51)", CLOSED);
    }

    @Test
    void aClientConnectsAgainAfterALoss() throws Exception {
        play(peer -> peer.send(NEXT));
        try (PretendServer server = session(peer -> {
            peer.send("9|1|77|");
            peer.readToEnd();
        })) {
            pump.connect(server.port());
            pump.until("nextValidId(77)");
            pump.client().eDisconnect();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static byte[] join(String... payloads) {
        StringBuilder all = new StringBuilder();
        for (String payload : payloads) {
            all.append(new String(PretendServer.framed(Vectors.unprint(payload)), StandardCharsets.ISO_8859_1));
        }
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}

package com.ib.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** More than anybody asked for, and numbers that are none: passed on as they are, or said to be too much. */
@Timeout(60)
class FloodTest {

    private static final int FLOOD = 50_000;
    private static final String CLOSED = "connectionClosed()";
    private static final String TICK = "1|6|7|1|0.85|3|0|";
    private final Pump pump = new Pump();

    private static PretendServer session(PretendServer.Script rest) throws IOException {
        return new PretendServer(peer -> {
            peer.greet(200);
            peer.readFrame();
            rest.play(peer);
        });
    }

    private static byte[] flood() {
        byte[] one = PretendServer.framed(Vectors.unprint(TICK));
        var all = new ByteArrayOutputStream(one.length * FLOOD);
        for (int i = 0; i < FLOOD; i++) {
            all.writeBytes(one);
        }
        return all.toByteArray();
    }

    /** Counts, because fifty thousand calls written down as text would be the slowest part. */
    private static final class Counting extends DefaultEWrapper {
        private final List<String> rest = new ArrayList<>();
        private int ticks;
        private boolean closed;

        @Override
        public void tickPrice(int tickerId, int field, double price, TickAttrib attrib) {
            ticks++;
        }

        @Override
        public void nextValidId(int orderId) {
            rest.add(orderId + " after " + ticks);
            if (orderId == 1) {
                throw new IllegalStateException("boom");
            }
        }

        @Override
        public void connectionClosed() {
            closed = true;
        }
    }

    @Test
    void fiftyThousandTicksArriveInOrderThoughACallbackThrowsAmongThem() throws Exception {
        var counting = new Counting();
        var signal = new EJavaSignal();
        var client = new EClientSocket(counting, signal);
        List<String> thrown = new ArrayList<>();
        try (PretendServer server = session(peer -> {
            peer.sendRaw(flood());
            peer.send("9|1|1|");
            peer.sendRaw(flood());
            peer.send("9|1|2|");
        })) {
            client.eConnect("127.0.0.1", server.port(), 7);
            var reader = new EReader(client, signal);
            reader.start();
            while (!counting.closed) {
                signal.waitForSignal();
                try {
                    reader.processMsgs();
                } catch (IllegalStateException boom) {
                    thrown.add(boom.getMessage());
                }
            }
        }
        assertThat(counting.ticks).isEqualTo(2 * FLOOD);
        assertThat(counting.rest).containsExactly("1 after " + FLOOD, "2 after " + 2 * FLOOD);
        assertThat(thrown).containsExactly("boom");
    }

    @Test
    void messagesThatNobodyTakesEndTheConnectionInsteadOfTheMemory() throws Exception {
        try (PretendServer server = session(peer -> {
            peer.sendRaw(flood());
            peer.readToEnd();
        })) {
            pump.client().eConnect("127.0.0.1", server.port(), 7);
            var reader = new EReader(pump.client(), new EJavaSignal(), 100_000);
            reader.start();
            reader.join();
            assertThat(pump.recorder().calls()).as("nothing before it is asked for").containsExactly("connectAck()");
            reader.processMsgs();
        }
        assertThat(pump.recorder().calls()).endsWith(
                "error(-1, <now ms>, 509, \"Exception caught while reading socket - more than 100000 bytes wait for"
                        + " processMsgs; nobody takes them\", null)",
                CLOSED);
        assertThat(pump.recorder().calls().stream().filter(call -> call.startsWith("tickPrice")).count())
                .as("what had come is still told").isBetween(100_000L / 20, 100_000L / 10);
    }

    @ParameterizedTest
    @CsvSource({"NaN,NaN", "Infinity,Infinity", "-Infinity,-Infinity", "1e308,1.0E308", "-1,-1.0", "'',0.0"})
    void pricesThatAreNonePassAsTheyAre(String wire, String told) throws Exception {
        try (PretendServer server = session(peer -> peer.send("1|6|7|4|" + wire + "|3|0|"))) {
            pump.connect(server.port());
            pump.until(CLOSED);
        }
        assertThat(pump.thrown()).isEmpty();
        assertThat(pump.recorder().calls()).anySatisfy(
                call -> assertThat(call).startsWith("tickPrice(7, 4, " + told + ","));
    }
}

package com.ib.client;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests may come from several threads; each frame leaves whole. */
@Timeout(60)
class ConcurrentRequestsTest {

    private static final int THREADS = 4;
    private static final int CALLS = 200;

    @Test
    void framesOfSeveralThreadsDoNotMix() throws Exception {
        Pump pump = new Pump();
        List<String> frames;
        try (PretendServer server = new PretendServer(peer -> {
            peer.greet(200);
            peer.readToEnd();
        })) {
            pump.client().eConnect("127.0.0.1", server.port(), 7);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int first = i * CALLS;
                threads.add(Thread.ofPlatform().start(() -> IntStream.range(first, first + CALLS).forEach(
                        id -> pump.client().placeOrder(id, RecordedCalls.option(),
                                RecordedOrders.order("BUY", "1", "MKT")))));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            pump.client().eDisconnect();
            frames = server.finished().frames();
        }
        assertThat(frames.stream().skip(1).map(frame -> frame.split("\\|", -1)))
                .hasSize(THREADS * CALLS).allMatch(fields -> fields.length == 120)
                .extracting(fields -> Integer.parseInt(fields[1])).doesNotHaveDuplicates();
    }
}

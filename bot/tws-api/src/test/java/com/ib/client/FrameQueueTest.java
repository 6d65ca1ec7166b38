package com.ib.client;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import alvh.wire.FrameReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Frames come out of the queue as they went in, in order, while slabs go round between two threads. */
@Timeout(60)
class FrameQueueTest {

    private static final int FRAMES = 200_000;

    /** The body of a frame: its number again and again, now and then longer than a slab. */
    private static byte[] body(int number) {
        SplittableRandom random = new SplittableRandom(number);
        int length = random.nextInt(10_000) == 0 ? 66_000 + random.nextInt(70_000) : 4 + random.nextInt(200);
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) number);
        ByteBuffer.wrap(body).putInt(number);
        return body;
    }

    private static FrameReader stream(int from, int to) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = from; i < to; i++) {
            byte[] body = body(i);
            bytes.write(ByteBuffer.allocate(4).putInt(body.length).array());
            bytes.write(body);
        }
        return new FrameReader(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static void expect(FrameQueue queue, int number) {
        byte[] body = body(number);
        if (!Arrays.equals(queue.bytes(), queue.from(), queue.to(), body, 0, body.length)) {
            assertThat(Arrays.copyOfRange(queue.bytes(), queue.from(), queue.to())).as("frame " + number)
                    .isEqualTo(body);
        }
    }

    @Test
    void oneThreadAddsWhileAnotherTakes() throws Exception {
        FrameQueue queue = new FrameQueue();
        AtomicInteger added = new AtomicInteger();
        CompletableFuture<Void> reading = CompletableFuture.runAsync(() -> {
            try {
                FrameReader reader = stream(0, FRAMES);
                while (reader.next()) {
                    queue.add(reader);
                    added.incrementAndGet();
                }
            } catch (IOException broken) {
                throw new IllegalStateException(broken);
            }
        });
        for (int number = 0; number < FRAMES; number++) {
            while (!queue.poll()) {
                if (reading.isCompletedExceptionally()) {
                    reading.get();
                }
                Thread.onSpinWait();
            }
            expect(queue, number);
        }
        reading.get(10, TimeUnit.SECONDS);
        assertThat(added).hasValue(FRAMES);
        assertThat(queue.isEmpty()).isTrue();
        assertThat(queue.poll()).isFalse();
    }

    @Test
    void aBacklogOfManySlabsKeepsItsOrder() throws IOException {
        FrameQueue queue = new FrameQueue();
        assertThat(queue.isEmpty()).isTrue();
        int next = 0;
        for (int batch = 0; batch < 20; batch++) {
            FrameReader reader = stream(batch * 2_000, (batch + 1) * 2_000);
            while (reader.next()) {
                queue.add(reader);
            }
            for (int i = 0; i < 1_000; i++) { // half of it stays
                assertThat(queue.poll()).isTrue();
                expect(queue, next++);
            }
        }
        while (queue.poll()) {
            expect(queue, next++);
        }
        assertThat(next).isEqualTo(40_000);
    }

    @Test
    void tinyFramesFillASlabByNumber() throws IOException {
        FrameQueue queue = new FrameQueue();
        byte[] ones = new byte[10_000 * 5];
        for (int i = 0; i < 10_000; i++) {
            ones[i * 5 + 3] = 1;
            ones[i * 5 + 4] = (byte) i;
        }
        FrameReader reader = new FrameReader(new ByteArrayInputStream(ones));
        while (reader.next()) {
            queue.add(reader);
        }
        for (int i = 0; i < 10_000; i++) {
            assertThat(queue.poll()).isTrue();
            assertThat(queue.bytes()[queue.from()]).isEqualTo((byte) i);
        }
        assertThat(queue.poll()).isFalse();
    }
}

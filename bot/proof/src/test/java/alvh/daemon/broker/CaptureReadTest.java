package alvh.daemon.broker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

import alvh.simulator.capture.BadCapture;
import alvh.simulator.capture.Direction;
import alvh.simulator.capture.Item;
import alvh.simulator.capture.Recording;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the daemon's recorder writes is what the simulator's reader reads: random frames in random pieces, over files that
 * roll, with the first files gone, and with a disk that is too slow. Here, because neither program may see the other.
 */
@Timeout(60)
class CaptureReadTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T15:15:00Z"));

    @TempDir
    Path folder;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    /** Bytes of both directions of one link, and the frames in them. */
    private static final class Talk {
        private final Random random;
        private final ByteArrayOutputStream[] waiting = {new ByteArrayOutputStream(), new ByteArrayOutputStream()};
        private final List<String> frames = new ArrayList<>();
        private int number;

        Talk(long seed) {
            random = new Random(seed);
            write(0, "v176..200", "API\0");
            write(1, "200\0now\0", "");
        }

        private void write(int way, String body, String prefix) {
            try {
                DataOutputStream out = new DataOutputStream(waiting[way]);
                out.writeBytes(prefix);
                out.writeInt(body.length());
                out.writeBytes(body);
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        }

        /** A frame that says which it is, of a length by chance. */
        void say() {
            int way = random.nextInt(2);
            String body = String.format(Locale.ROOT, "%s%06d%s", way == 0 ? "s" : "r", ++number,
                    "x".repeat(random.nextInt(300)));
            frames.add(body);
            write(way, body, "");
        }

        /** Hands some of what waits to the recorder, in pieces that know nothing of frames. */
        void pour(Capture capture, boolean all) {
            for (int way = 0; way < 2; way++) {
                byte[] bytes = waiting[way].toByteArray();
                int end = all ? bytes.length : random.nextInt(bytes.length + 1);
                for (int at = 0; at < end;) {
                    int piece = Math.min(end - at, 1 + random.nextInt(120));
                    if (way == 0) {
                        capture.sent(1, bytes, at, piece);
                    } else {
                        capture.received(1, bytes, at, piece);
                    }
                    at += piece;
                }
                waiting[way].reset();
                waiting[way].write(bytes, end, bytes.length - end);
            }
        }

        List<String> of(Direction direction) {
            String letter = direction == Direction.SENT ? "s" : "r";
            return frames.stream().filter(frame -> frame.startsWith(letter)).toList();
        }
    }

    private record Read(List<Item> items) {

        List<String> frames(Direction direction) {
            return items.stream().map(Item::event).filter(Item.Event.Frame.class::isInstance)
                    .map(Item.Event.Frame.class::cast).filter(frame -> frame.direction() == direction)
                    .map(frame -> frame.version() + new String(frame.body(), StandardCharsets.US_ASCII)).toList();
        }

        long lost(Direction direction) {
            return items.stream().map(Item::event).filter(Item.Event.Lost.class::isInstance)
                    .map(Item.Event.Lost.class::cast).filter(lost -> lost.direction() == direction)
                    .mapToLong(Item.Event.Lost::bytes).sum();
        }
    }

    private Read read() throws IOException, BadCapture {
        List<Item> items = new ArrayList<>();
        Recording.of(folder.resolve("capture")).walk(items::add);
        assertThat(items).noneMatch(item -> item.event() instanceof Item.Event.NotFrames
                || item.event() instanceof Item.Event.Note || item.event() instanceof Item.Event.Unfinished);
        return new Read(items);
    }

    private static List<String> at200(List<String> frames) {
        return frames.stream().map(frame -> "200" + frame).toList();
    }

    private Capture capture(Capture.Limits limits, Capture.Disk disk) {
        return Capture.start(folder.resolve("capture"), CLOCK, troubles::add, limits, disk);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyFrameIsReadOverFilesThatRollAndTheLaterOnesWithoutTheFirst(long seed) throws Exception {
        Talk talk = new Talk(seed);
        try (Capture capture = capture(new Capture.Limits(3000, 1000, 1 << 30, 1 << 20), CaptureFiles::create)) {
            capture.opened(1, "gate");
            for (int i = 0; i < 300; i++) {
                talk.say();
                talk.pour(capture, false);
            }
            talk.pour(capture, true);
        }
        Read whole = read();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder.resolve("capture"))) {
            files = all.sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(10);
        for (Direction direction : Direction.values()) {
            assertThat(whole.frames(direction)).isEqualTo(at200(talk.of(direction)));
        }
        for (Path first : files.subList(0, files.size() - 1)) {
            Files.delete(first);
            Read rest = read();
            for (Direction direction : Direction.values()) {
                List<String> all = at200(talk.of(direction));
                List<String> tail = rest.frames(direction);
                assertThat(tail).as("behind %s", first).isEqualTo(all.subList(all.size() - tail.size(), all.size()));
            }
        }
        assertThat(troubles).isEmpty();
    }

    /** Writes as much as it is given leave to. */
    private record SlowDisk(ByteChannel file, Semaphore leave) implements ByteChannel {

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            leave.acquireUninterruptibly();
            return file.write(bytes);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return file.read(into);
        }

        @Override
        public boolean isOpen() { return file.isOpen(); }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void behindWhatASlowDiskCostEveryFrameIsWholeAndNoMoreIsCountedAsLostThanIsMissing(long seed) throws Exception {
        Talk talk = new Talk(seed);
        Semaphore leave = new Semaphore(1);
        Random random = new Random(seed);
        try (Capture capture = capture(new Capture.Limits(20_000, 1000, 1 << 30, 2500),
                path -> new SlowDisk(CaptureFiles.create(path), leave))) {
            capture.opened(1, "gate");
            talk.pour(capture, true);
            for (int i = 0; i < 600; i++) {
                talk.say();
                talk.pour(capture, false);
                if (random.nextInt(12) == 0) {
                    leave.release();
                }
            }
            talk.pour(capture, true);
            leave.release(100_000);
        }
        Read read = read();
        long missing = 0;
        for (Direction direction : Direction.values()) {
            List<String> all = at200(talk.of(direction));
            List<String> kept = read.frames(direction);
            assertThat(all).as("nothing but whole frames that were said, in order").containsSubsequence(kept);
            long bytesAll = all.stream().mapToLong(frame -> frame.length() + 1L).sum();
            long bytesKept = kept.stream().mapToLong(frame -> frame.length() + 1L).sum();
            assertThat(read.lost(direction)).as("no more than is missing").isLessThanOrEqualTo(bytesAll - bytesKept);
            missing += all.size() - kept.size();
        }
        assertThat(missing).as("the disk was too slow for some").isPositive();
        assertThat(troubles).hasSizeLessThanOrEqualTo(1);
    }
}

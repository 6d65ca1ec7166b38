package alvh.daemon.broker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The recorder: its files are read here byte by byte, by the description in its buffer's page. */
@Timeout(30)
class CaptureTest {
    private static final Instant START = Instant.parse("2026-11-24T15:15:00.123Z");
    private static final InstantSource CLOCK = InstantSource.fixed(START);
    private static final byte[] HELLO = frames("API\0", "v176..200");
    private static final byte[] ANSWER = frames("", "200\00020261124 10:15:00 EST\0");

    @TempDir
    Path home;
    private final BlockingQueue<String> troubles = new LinkedBlockingQueue<>();

    private record Entry(char kind, int link, long millis, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Bodies with their lengths, behind a prefix. */
    private static byte[] frames(String prefix, String... bodies) {
        try {
            var memory = new ByteArrayOutputStream();
            var out = new DataOutputStream(memory);
            out.writeBytes(prefix);
            for (String body : bodies) {
                out.writeInt(body.length());
                out.writeBytes(body);
            }
            return memory.toByteArray();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Path folder() {
        return home.resolve("capture");
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder())) {
            return all.sorted().toList();
        }
    }

    private static List<Entry> entries(byte[] file) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(file));
        assertThat(new String(in.readNBytes(8), StandardCharsets.US_ASCII)).isEqualTo("ALVHCAP\n");
        assertThat(in.readInt()).isEqualTo(1);
        assertThat(in.readLong()).isEqualTo(START.toEpochMilli());
        List<Entry> entries = new ArrayList<>();
        while (in.available() > 0) {
            entries.add(new Entry((char) in.readByte(), in.readInt(), in.readLong(), in.readNBytes(in.readInt())));
        }
        return joined(entries);
    }

    /** How bytes are split into records depends on when the disk was ready. */
    private static List<Entry> joined(List<Entry> entries) {
        List<Entry> joined = new ArrayList<>();
        for (Entry next : entries) {
            Entry last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.kind() == next.kind() && "SR".indexOf(next.kind()) >= 0) {
                var both = new ByteArrayOutputStream();
                both.writeBytes(last.bytes());
                both.writeBytes(next.bytes());
                joined.set(joined.size() - 1, new Entry(last.kind(), last.link(), last.millis(), both.toByteArray()));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    private static String kinds(List<Entry> entries) {
        var kinds = new StringBuilder();
        entries.forEach(e -> kinds.append(e.kind()));
        return kinds.toString();
    }

    private Capture capture(Capture.Limits limits, Capture.Disk disk) {
        return Capture.start(folder(), CLOCK, troubles::add, limits, disk);
    }

    private Capture capture() {
        return capture(Capture.Limits.USUAL, CaptureFiles::create);
    }

    private static void sent(Capture capture, byte[] bytes) {
        capture.sent(1, bytes, 0, bytes.length);
    }

    private static void received(Capture capture, byte[] bytes) {
        capture.received(1, bytes, 0, bytes.length);
    }

    @Test
    void bothDirectionsOfALinkStandInOneFileInTheirOrderWithLinkTimeAndBytes() throws IOException {
        try (Capture capture = capture()) {
            capture.opened(1, "127.0.0.1:4002");
            sent(capture, HELLO);
            received(capture, ANSWER);
            sent(capture, frames("", "71\0002\00017\000\0"));
            capture.closed(1);
            capture.closed(1);
        }
        assertThat(files()).hasSize(1);
        assertThat(files().getFirst().getFileName()).hasToString("frames-20261124T151500.123Z-00001.cap");
        List<Entry> entries = entries(Files.readAllBytes(files().getFirst()));
        assertThat(kinds(entries)).isEqualTo("OSRSC");
        assertThat(entries).allMatch(e -> e.link() == 1 && e.millis() == START.toEpochMilli());
        assertThat(entries.get(0).text()).isEqualTo("127.0.0.1:4002");
        assertThat(entries.get(1).bytes()).isEqualTo(HELLO);
        assertThat(entries.get(2).bytes()).isEqualTo(ANSWER);
        assertThat(entries.get(3).bytes()).isEqualTo(frames("", "71\0002\00017\000\0"));
        assertThat(troubles).isEmpty();
    }

    @Test
    void onlyTheOwnerMayReadFileAndFolder() throws IOException {
        capture().close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder()))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().getFirst())))
                .isEqualTo("rw-------");
    }

    @Test
    void aReadInSmallPiecesBecomesOneRecordOfItsMillisecond() throws Exception {
        var buffer = new CaptureBuffer(CLOCK, Capture.Limits.USUAL);
        buffer.opened(1, "x");
        for (byte b : ANSWER) {
            assertThat(buffer.add(1, CaptureBuffer.RECEIVED, new byte[]{b}, 0, 1)).isTrue();
        }
        CaptureBuffer.Segment all = buffer.take();
        assertThat(all.length()).as("file head, O with its text, R with its bytes")
                .isEqualTo(20 + 17 + 1 + 17 + ANSWER.length);
    }

    @Test
    void aFullFileIsFollowedByOneThatRepeatsTheHelloAndSaysWhereTheNextFrameBegins() throws IOException {
        byte[] tick = frames("", "0123456789".repeat(10));
        try (Capture capture = capture(new Capture.Limits(200, 3, 1 << 20, 1 << 20), CaptureFiles::create)) {
            capture.opened(1, "x");
            sent(capture, HELLO);
            received(capture, ANSWER);
            received(capture, java.util.Arrays.copyOf(tick, 64));
            sent(capture, new byte[]{0, 0});
            capture.received(1, tick, 64, tick.length - 64);
        }
        List<Path> files = files();
        assertThat(files).hasSize(2);
        List<Entry> second = entries(Files.readAllBytes(files.get(1)));
        assertThat(kinds(second)).startsWith("K").endsWith("C");
        var place = new DataInputStream(new ByteArrayInputStream(second.getFirst().bytes()));
        assertThat(place.readInt()).as("bytes to pass over, sent").isZero();
        int half = place.readByte();
        place.readNBytes(half);
        assertThat(place.readNBytes(place.readInt())).isEqualTo(HELLO);
        int skip = place.readInt();
        assertThat(place.readByte()).isZero();
        assertThat(place.readNBytes(place.readInt())).isEqualTo(ANSWER);
        assertThat(place.available()).isZero();
        assertThat(half == 2 || kinds(second).contains("S")).as("the half length is in the place or behind it")
                .isTrue();
        int behind = second.stream().filter(e -> e.kind() == 'R').mapToInt(e -> e.bytes().length).sum();
        assertThat(skip).as("the rest of the frame that the first file began").isEqualTo(behind);
    }

    @Test
    void onlySoManyFilesAreKeptAndTheOldestGo() throws IOException {
        try (Capture capture = capture(new Capture.Limits(100, 3, 1 << 20, 1 << 20), CaptureFiles::create)) {
            capture.opened(1, "x");
            for (int i = 0; i < 50; i++) {
                received(capture, frames("", "0123456789".repeat(10)));
                capture.sent(1, HELLO, 0, 1);
            }
        }
        List<String> names = files().stream().map(f -> f.getFileName().toString()).toList();
        assertThat(names).hasSize(3).allMatch(name -> name.matches("frames-20261124T151500\\.123Z-\\d{5}\\.cap"));
        assertThat(names.getFirst()).isGreaterThan("frames-20261124T151500.123Z-00040");
    }

    @Test
    void soManyBytesAreKeptAlsoOfEarlierRunsAndNothingElseIsTouched() throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve("frames-20251124T000000.000Z-00001.cap"), new byte[5000]);
        Files.write(folder().resolve("frames-20251125T000000.000Z-00001.cap"), new byte[5000]);
        Files.write(folder().resolve("notes.txt"), new byte[5000]);
        capture(new Capture.Limits(1 << 20, 10, 6000, 1 << 20), CaptureFiles::create).close();
        assertThat(files()).extracting(f -> f.getFileName().toString()).containsExactly(
                "frames-20251125T000000.000Z-00001.cap", "frames-20261124T151500.123Z-00001.cap", "notes.txt");
    }

    /** A disk that waits until it is let go, or one that has no room. */
    private static final class PoorDisk implements ByteChannel {
        private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
        private final CountDownLatch opened = new CountDownLatch(1);
        private final CountDownLatch busy = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);
        private volatile boolean full;

        ByteChannel open(Path ignored) {
            opened.countDown();
            return this;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            busy.countDown();
            try {
                letGo.await();
            } catch (InterruptedException ended) {
                throw new IOException(ended);
            }
            if (full) {
                throw new IOException("No space left on device");
            }
            int count = bytes.remaining();
            memory.write(bytes.array(), bytes.position(), count);
            bytes.position(bytes.limit());
            return count;
        }

        @Override
        public int read(ByteBuffer into) {
            return -1;
        }

        @Override
        public boolean isOpen() { return true; }

        @Override
        public void close() {}
    }

    @Test
    void aSlowDiskLosesBytesThatAreCountedAndBlocksNobody() throws Exception {
        PoorDisk disk = new PoorDisk();
        Files.createDirectories(folder());
        byte[] big = frames("", "x".repeat(3000), "y".repeat(40));
        try (Capture capture = capture(new Capture.Limits(1 << 20, 3, 1 << 20, 4096), disk::open)) {
            assertThat(disk.busy.await(10, TimeUnit.SECONDS)).isTrue();
            capture.opened(1, "x");
            received(capture, ANSWER);
            received(capture, big);
            capture.received(1, big, 0, big.length - 20);
            capture.received(1, big, big.length - 20, 10);
            assertThat(troubles.poll(10, TimeUnit.SECONDS)).contains("slower than the session",
                    "trading is not touched");
            disk.letGo.countDown();
            while (capture.waitingBytes() > 0) {
                Thread.onSpinWait();
            }
            capture.received(1, big, big.length - 10, 10);
            received(capture, frames("", "whole again"));
        }
        List<Entry> entries = entries(disk.memory.toByteArray());
        assertThat(kinds(entries)).isEqualTo("ORGRC");
        Entry gap = entries.get(2);
        var in = new DataInputStream(new ByteArrayInputStream(gap.bytes()));
        assertThat((char) in.readByte()).isEqualTo('R');
        assertThat(in.readLong()).isEqualTo(big.length - 20L);
        assertThat(in.readInt()).as("bytes of the frame that is cut").isEqualTo(20);
        assertThat(in.readByte()).isZero();
        assertThat(entries.get(3).text().substring(20)).isEqualTo("\0\0\0\u000bwhole again");
        assertThat(troubles).as("told once").isEmpty();
    }

    @Test
    void aFullDiskEndsTheCaptureWithOneSentenceAndTheSessionGoesOn() throws Exception {
        PoorDisk disk = new PoorDisk();
        disk.full = true;
        disk.letGo.countDown();
        Files.createDirectories(folder());
        try (Capture capture = capture(Capture.Limits.USUAL, disk::open)) {
            assertThat(troubles.poll(10, TimeUnit.SECONDS)).contains("No space left on device", "gateway.capture: off");
            capture.opened(1, "x");
            for (int i = 0; i < 100_000; i++) {
                received(capture, ANSWER);
            }
            assertThat(capture.waitingBytes()).as("nothing is kept for a dead disk").isZero();
        }
        assertThat(troubles).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidOnceAndStopsNothing() throws Exception {
        Files.writeString(folder(), "a file stands where the folder should");
        try (Capture capture = capture()) {
            assertThat(troubles.poll(10, TimeUnit.SECONDS)).contains("the capture has ended");
            capture.opened(1, "x");
            sent(capture, HELLO);
        }
    }

    @Test
    void theSocketHandsEveryByteToTheCaptureAndToThePeer() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Capture capture = capture();
                MeteredSocket socket = new MeteredSocket(capture, 7)) {
            socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 5000);
            try (Socket peer = server.accept()) {
                socket.getOutputStream().write(HELLO);
                assertThat(peer.getInputStream().readNBytes(HELLO.length)).isEqualTo(HELLO);
                peer.getOutputStream().write(ANSWER);
                assertThat(socket.getInputStream().readNBytes(ANSWER.length)).isEqualTo(ANSWER);
                assertThat(socket.bytesSent()).isEqualTo(HELLO.length);
                assertThat(socket.bytesReceived()).isEqualTo(ANSWER.length);
            }
            assertThat(socket.getPort()).isEqualTo(server.getLocalPort());
        }
        List<Entry> entries = entries(Files.readAllBytes(files().getFirst()));
        assertThat(kinds(entries)).isEqualTo("OSRC");
        assertThat(entries).allMatch(e -> e.link() == 7);
        assertThat(entries.get(0).text()).startsWith("127.0.0.1:");
        assertThat(entries.get(1).bytes()).isEqualTo(HELLO);
        assertThat(entries.get(2).bytes()).isEqualTo(ANSWER);
    }
}

package alvh.daemon.broker;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What waits for the disk, already in the form of the file. Numbers are big-endian. A file begins with the eight
 * characters {@code ALVHCAP\n}, the format version (int, 1) and its beginning (long, UTC milliseconds). Records follow:
 * kind (byte), link (int, counted from 1 in a run), UTC milliseconds (long), length (int), that many bytes:
 *
 * <pre>
 * S  bytes sent, as they were handed to the socket      R  bytes received, as they came
 * O  link opened: host:port                             C  link closed by us: nothing
 * G  bytes lost: S or R, count (long), place            K  link goes on from the file before: place sent,
 *                                                          first sent, place received, first received
 * </pre>
 *
 * A place says where the next frame begins in the bytes that follow: bytes to pass over (int, -1 unknown), then a count
 * (byte) and the bytes of a length prefix half gone by. First is the first frame of a direction: length (int), bytes; the
 * hello in it names the version. Any thread; nobody waits in here for more than a copy.
 */
final class CaptureBuffer {
    static final char SENT = 'S';
    static final char RECEIVED = 'R';
    static final int VERSION = 1;
    private static final byte[] MAGIC = "ALVHCAP\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 1 + Integer.BYTES + Long.BYTES + Integer.BYTES;
    private static final int LENGTH_AT = HEAD - Integer.BYTES;
    private static final int LONGEST = 1 << 20;
    private static final int PREFIX = 4;
    /** Waiting bytes lie in pieces of about this size: growing one large piece would hold up a thread of the session. */
    private static final int PIECE = 1 << 16;

    private final InstantSource clock;
    private final Capture.Limits limits;
    private final Deque<Growing> waiting = new ArrayDeque<>();
    private final SortedMap<Integer, Passing> links = new TreeMap<>();
    private long waitingBytes;
    private long fileBytes;
    private boolean ended;
    private boolean finishing;
    private boolean lossTold;

    /** Bytes for the disk. */
    record Segment(boolean newFile, byte[] bytes, int length) {}

    private static final class Growing extends ByteArrayOutputStream {
        private final boolean newFile;
        private int last = -1;
        private String lastOf = "";

        Growing(boolean newFile) {
            super(1024);
            this.newFile = newFile;
        }

        void longer(int more) {
            ByteBuffer all = ByteBuffer.wrap(buf);
            all.putInt(last + LENGTH_AT, all.getInt(last + LENGTH_AT) + more);
        }

        Segment segment() {
            return new Segment(newFile, buf, count);
        }
    }

    /** One direction of one link. */
    private static final class Way {
        private final FrameEdge edge;
        private long lost;

        Way(int prefix) {
            edge = new FrameEdge(prefix);
        }
    }

    private record Passing(Way sent, Way received) {

        Way of(char kind) {
            return kind == SENT ? sent : received;
        }
    }

    CaptureBuffer(InstantSource clock, Capture.Limits limits) {
        this.clock = clock;
        this.limits = limits;
        begin();
    }

    private void begin() {
        Growing file = new Growing(true);
        write(file, out -> {
            out.write(MAGIC);
            out.writeInt(VERSION);
            out.writeLong(clock.millis());
        });
        fileBytes = file.size();
        waitingBytes += file.size();
        waiting.add(file);
        links.forEach((link, passing) -> record('K', link, bytes(out -> {
            passing.sent.edge.writePlace(out);
            passing.sent.edge.writeFirst(out);
            passing.received.edge.writePlace(out);
            passing.received.edge.writeFirst(out);
        })));
    }

    synchronized void opened(int link, String where) {
        if (!ended) {
            links.put(link, new Passing(new Way(PREFIX), new Way(0)));
            record('O', link, where.getBytes(StandardCharsets.US_ASCII));
        }
    }

    synchronized void closed(int link) {
        Passing gone = links.get(link);
        if (!ended && gone != null) {
            gap(link, SENT, gone.sent);
            gap(link, RECEIVED, gone.received);
            links.remove(link);
            record('C', link, new byte[0]);
        }
    }

    /** False when there was no room: the bytes are counted and lost. */
    synchronized boolean add(int link, char kind, byte[] bytes, int offset, int length) {
        Passing passing = links.get(link);
        if (ended || passing == null) {
            return true;
        }
        Way way = passing.of(kind);
        boolean room = waitingBytes + length <= limits.waitingBytes();
        if (room) {
            gap(link, kind, way);
            for (int done = 0; done < length; done += LONGEST) {
                data(link, kind, bytes, offset + done, Math.min(LONGEST, length - done));
            }
        } else {
            way.lost += length;
        }
        way.edge.pass(bytes, offset, length);
        return room;
    }

    synchronized long waitingBytes() {
        return waitingBytes;
    }

    /** True once, when the first bytes have been lost. */
    synchronized boolean firstLoss() {
        boolean first = !lossTold;
        lossTold = true;
        return first;
    }

    private void gap(int link, char kind, Way way) {
        if (way.lost > 0) {
            long lost = way.lost;
            way.lost = 0;
            record('G', link, bytes(out -> {
                out.writeByte(kind);
                out.writeLong(lost);
                way.edge.writePlace(out);
            }));
        }
    }

    /** Reads of a few bytes within one millisecond become one record. */
    private void data(int link, char kind, byte[] bytes, int offset, int length) {
        long millis = clock.millis();
        String of = kind + " " + link + " " + millis;
        Growing last = waiting.peekLast();
        if (last != null && last.lastOf.equals(of) && last.size() < PIECE) {
            last.write(bytes, offset, length);
            last.longer(length);
            grown(length);
        } else {
            put(kind, link, millis, bytes, offset, length);
            waiting.peekLast().lastOf = of;
        }
    }

    private void record(char kind, int link, byte[] bytes) {
        put(kind, link, clock.millis(), bytes, 0, bytes.length);
    }

    private void put(char kind, int link, long millis, byte[] bytes, int offset, int length) {
        if (fileBytes >= limits.fileBytes()) {
            begin();
        }
        if (waiting.isEmpty() || waiting.peekLast().size() >= PIECE) {
            waiting.add(new Growing(false));
        }
        Growing last = waiting.peekLast();
        last.last = last.size();
        last.lastOf = "";
        write(last, out -> {
            out.writeByte(kind);
            out.writeInt(link);
            out.writeLong(millis);
            out.writeInt(length);
            out.write(bytes, offset, length);
        });
        grown(HEAD + length);
    }

    private void grown(int more) {
        fileBytes += more;
        waitingBytes += more;
        notifyAll();
    }

    /** The next bytes for the disk, waiting for them; null when the capture is over. */
    synchronized Segment take() throws InterruptedException {
        while (waiting.isEmpty() && !finishing) {
            wait();
        }
        Growing next = waiting.poll();
        if (next == null) {
            return null;
        }
        waitingBytes -= next.size();
        return next.segment();
    }

    /** No more bytes are wanted. */
    synchronized void end() {
        ended = true;
        waiting.clear();
        links.clear();
        waitingBytes = 0;
    }

    /** What waits is still to be written, then it is over. */
    synchronized void finish() {
        links.keySet().stream().toList().forEach(this::closed);
        finishing = true;
        notifyAll();
    }

    private interface Body {
        void to(DataOutputStream out) throws IOException;
    }

    private static byte[] bytes(Body body) {
        ByteArrayOutputStream memory = new ByteArrayOutputStream();
        write(memory, body);
        return memory.toByteArray();
    }

    private static void write(ByteArrayOutputStream memory, Body body) {
        try {
            DataOutputStream out = new DataOutputStream(memory);
            body.to(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

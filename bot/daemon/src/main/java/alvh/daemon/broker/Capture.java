package alvh.daemon.broker;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * The recorder ({@code gateway.capture: on}): every byte of every link goes to rolling files, for looking at and playing
 * back afterwards. The format stands in {@link CaptureBuffer}. A link's threads only copy into memory; one thread of its
 * own writes. Never in the way of trading: a slow disk loses bytes, and the file says how many; a full one ends the
 * capture; either is told once.
 */
public final class Capture implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final CaptureFiles files;
    private final CaptureBuffer buffer;
    private final Consumer<String> trouble;
    private final Thread writer;

    /**
     * How much is kept.
     *
     * @param fileBytes size at which a new file begins
     * @param files how many files are kept; the oldest go first
     * @param keptBytes how many bytes are kept beside the file being written; the oldest go first
     * @param waitingBytes how much may wait for the disk before bytes are lost
     */
    record Limits(int fileBytes, int files, long keptBytes, int waitingBytes) {
        static final Limits USUAL = new Limits(16 << 20, 500, 256L << 20, 8 << 20);
    }

    /** Where bytes end; tests put a slow or a full disk here. */
    interface Disk {
        ByteChannel open(Path file) throws IOException;
    }

    private Capture(Path folder, InstantSource clock, Consumer<String> trouble, Limits limits, Disk disk) {
        this.files = new CaptureFiles(folder, clock.instant(), limits, disk);
        this.buffer = new CaptureBuffer(clock, limits);
        this.trouble = trouble;
        this.writer = Thread.ofPlatform().name("capture").daemon().unstarted(this::run);
    }

    /**
     * A recorder that takes bytes at once and writes from {@link #begin} on: to a folder that is made where it is missing, in
     * files of mode 0600.
     *
     * @param clock the system's: stamps are UTC milliseconds
     * @param trouble told at most twice, on a thread of its own: that bytes are being lost, that the capture has ended;
     *        never before begin
     */
    public static Capture of(Path folder, InstantSource clock, Consumer<String> trouble) {
        return new Capture(folder, clock, trouble, Limits.USUAL, CaptureFiles::create);
    }

    /** Starts the writer; whoever is told of trouble must be ready to listen. */
    public void begin() {
        writer.start();
    }

    static Capture start(Path folder, InstantSource clock, Consumer<String> trouble, Limits limits, Disk disk) {
        Capture capture = new Capture(folder, clock, trouble, limits, disk);
        capture.begin();
        return capture;
    }

    /** A link has been connected. */
    void opened(int link, String where) {
        buffer.opened(link, where);
    }

    /** Bytes about to be handed to the socket. */
    void sent(int link, byte[] bytes, int offset, int length) {
        tell(buffer.add(link, CaptureBuffer.SENT, bytes, offset, length));
    }

    /** Bytes that came. */
    void received(int link, byte[] bytes, int offset, int length) {
        tell(buffer.add(link, CaptureBuffer.RECEIVED, bytes, offset, length));
    }

    /** The link has been closed by us; a second word about it is nothing. */
    void closed(int link) {
        buffer.closed(link);
    }

    long waitingBytes() {
        return buffer.waitingBytes();
    }

    private void tell(boolean kept) {
        if (!kept && buffer.firstLoss()) {
            aside("the disk is slower than the session: bytes are missing in the capture, and it says where; trading is not"
                    + " touched");
        }
    }

    private void run() {
        try {
            for (CaptureBuffer.Segment next = buffer.take(); next != null; next = buffer.take()) {
                files.write(next.newFile(), ByteBuffer.wrap(next.bytes(), 0, next.length()));
            }
        } catch (IOException full) {
            aside("the capture has ended, its file cannot be written: " + full.getMessage()
                    + "; trading is not touched. Make room, then start again, or set gateway.capture: off");
        } catch (InterruptedException ended) {
            // Nothing waits any more.
        } finally {
            buffer.end();
            files.close();
        }
    }

    /** Whoever is told may write a log to the same disk: no thread of the session waits for that. */
    private void aside(String text) {
        Thread.ofPlatform().name("capture-notice").daemon().start(() -> trouble.accept(text));
    }

    /** Writes what waits, for a second at most. */
    @Override
    public void close() {
        buffer.finish();
        try {
            writer.join(LAST_WORDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}

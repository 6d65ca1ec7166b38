package alvh.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Cuts a byte stream into frame bodies: a four-byte big-endian length, then that many bytes. Reads the stream in large
 * pieces, so nothing else may read it. For one thread.
 */
public final class FrameReader {

    /** The longest body either side may announce. */
    public static final int MAX_LENGTH = 16_777_215;

    private static final int BUFFER = 65_536;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int limit;
    private byte[] frame = buffer;
    private int from;
    private int to;

    public FrameReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next body, or null when the peer closed the stream between two frames.
     *
     * @throws FrameException for a length out of range and for an end inside a frame
     */
    public byte[] read() throws IOException {
        return next() ? Arrays.copyOfRange(frame, from, to) : null;
    }

    /**
     * Moves to the next body, which then lies in {@link #bytes} from {@link #from} to {@link #to}; false when the peer
     * closed the stream between two frames.
     *
     * @throws FrameException for a length out of range and for an end inside a frame
     */
    public boolean next() throws IOException {
        if (next == limit && !fill()) {
            return false;
        }
        int length = readInt();
        if (length < 1 || length > MAX_LENGTH) {
            throw new FrameException(FrameException.Problem.BAD_LENGTH, "got a frame of " + length
                    + " bytes, expected 1 to " + MAX_LENGTH);
        }
        if (length <= BUFFER) {
            inPlace(length);
        } else {
            apart(length);
        }
        return true;
    }

    /** The array in which the last body lies; good until the next read. */
    public byte[] bytes() {
        return frame;
    }

    /** Where the last body begins. */
    public int from() {
        return from;
    }

    /** Where the last body ends. */
    public int to() {
        return to;
    }

    /** Leaves a body where the stream was read to, moved to the front if the rest of it would not fit. */
    private void inPlace(int length) throws IOException {
        if (next + length > buffer.length) {
            System.arraycopy(buffer, next, buffer, 0, limit - next);
            limit -= next;
            next = 0;
        }
        while (limit - next < length) {
            int got = in.read(buffer, limit, buffer.length - limit);
            if (got <= 0) {
                int done = limit - next;
                next = limit;
                throw cut(done, length);
            }
            limit += got;
        }
        frame = buffer;
        from = next;
        to = next + length;
        next = to;
    }

    /** Reads a long body into an array of its own. */
    private void apart(int length) throws IOException {
        byte[] body = new byte[BUFFER];
        int done = 0;
        while (done < length) {
            if (done == body.length) { // grow with what has arrived: an announced length alone reserves nothing
                body = Arrays.copyOf(body, (int) Math.min(length, body.length * 2L));
            }
            int some = read(body, done, Math.min(body.length, length) - done);
            if (some < 0) {
                throw cut(done, length);
            }
            done += some;
        }
        frame = body;
        from = 0;
        to = length;
    }

    private static FrameException cut(int done, int length) {
        return new FrameException(FrameException.Problem.CUT, "the stream ended after " + done + " of " + length
                + " bytes of a frame");
    }

    /** Four bytes as a big-endian integer. */
    public int readInt() throws IOException {
        int value = 0;
        for (int i = 0; i < Integer.BYTES; i++) {
            if (next == limit && !fill()) {
                throw new FrameException(FrameException.Problem.CUT, "the stream ended after " + i
                        + " of 4 bytes of a length");
            }
            value = value << 8 | buffer[next++] & 0xff;
        }
        return value;
    }

    /** Bytes outside frames: at least one unless {@code length} is 0, -1 at the end of the stream. */
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (next == limit && !fill()) {
            return -1;
        }
        int some = Math.min(length, limit - next);
        System.arraycopy(buffer, next, into, offset, some);
        next += some;
        return some;
    }

    /** Exactly so many bytes outside frames. */
    byte[] exactly(int length) throws IOException {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            int some = read(bytes, done, length - done);
            if (some < 0) {
                throw new EOFException("the stream ended after " + done + " of " + length + " bytes");
            }
            done += some;
        }
        return bytes;
    }

    private boolean fill() throws IOException {
        int got = in.read(buffer, 0, buffer.length);
        next = 0;
        limit = Math.max(got, 0);
        return got > 0;
    }
}

package alvh.simulator.capture;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

import alvh.wire.FrameReader;

/** Cuts one direction of one link into bodies. */
final class Way {

    private static final int UNKNOWN = -1;
    private static final byte[] PREFIX = {'A', 'P', 'I', 0};

    /** What waits stands here from {@link #from} to {@link #end}; it grows by doubling, so that long frames cost no more. */
    private byte[] waiting = new byte[0];
    private int from;
    private int end;
    private boolean prefix;
    private long skip;
    private boolean lost;

    /** @param client whether the stream begins with API and a zero byte */
    Way(boolean client) {
        this.prefix = client;
    }

    /**
     * Goes on at a place, in the middle of the stream.
     *
     * @throws IOException when no recorder writes such a place
     */
    void at(DataInputStream place) throws IOException {
        int pass = place.readInt();
        int half = place.readUnsignedByte();
        if (pass < UNKNOWN || half >= Integer.BYTES) {
            throw new IOException("a place with " + pass + " bytes to pass over and " + half + " of a length");
        }
        byte[] begun = new byte[half];
        place.readFully(begun);
        prefix = false;
        lost = pass == UNKNOWN;
        skip = Math.max(pass, 0);
        waiting = begun;
        from = 0;
        end = half;
    }

    /**
     * Takes bytes and gives every body that is now whole.
     *
     * @return why the rest of the stream cannot be cut, once; else null
     */
    String feed(byte[] bytes, Consumer<byte[]> bodies) {
        if (lost) {
            return null;
        }
        int passed = (int) Math.min(skip, bytes.length);
        skip -= passed;
        append(bytes, passed);
        return cut(bodies);
    }

    private void append(byte[] bytes, int passed) {
        int more = bytes.length - passed;
        if (end + more > waiting.length) {
            byte[] larger = end - from + more <= waiting.length
                    ? waiting
                    : new byte[Math.max(2 * (end - from), end - from + more)];
            System.arraycopy(waiting, from, larger, 0, end - from);
            waiting = larger;
            end -= from;
            from = 0;
        }
        System.arraycopy(bytes, passed, waiting, end, more);
        end += more;
    }

    private String cut(Consumer<byte[]> bodies) {
        while (true) {
            int head = from + (prefix ? PREFIX.length : 0);
            if (end - head < Integer.BYTES) {
                return null;
            }
            if (prefix && !Arrays.equals(PREFIX, 0, PREFIX.length, waiting, from, head)) {
                return give("it does not begin with API and a zero byte");
            }
            int length = (waiting[head] & 0xff) << 24 | (waiting[head + 1] & 0xff) << 16
                    | (waiting[head + 2] & 0xff) << 8 | waiting[head + 3] & 0xff;
            if (length < 1 || length > FrameReader.MAX_LENGTH) {
                return give("a frame of " + length + " bytes is announced, expected 1 to " + FrameReader.MAX_LENGTH);
            }
            int body = head + Integer.BYTES;
            if (end - body < length) {
                return null;
            }
            prefix = false;
            from = body + length;
            bodies.accept(Arrays.copyOfRange(waiting, body, from));
        }
    }

    private String give(String why) {
        lost = true;
        return why;
    }

    /** Bytes of a frame that is not whole yet. */
    byte[] rest() {
        return Arrays.copyOfRange(waiting, from, end);
    }

    int restLength() {
        return end - from;
    }
}

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

    private byte[] waiting = new byte[0];
    private boolean prefix;
    private long skip;
    private boolean lost;

    /** @param client whether the stream begins with API and a zero byte */
    Way(boolean client) {
        this.prefix = client;
    }

    /** Goes on at a place, in the middle of the stream. */
    void at(DataInputStream place) throws IOException {
        prefix = false;
        int pass = place.readInt();
        lost = pass == UNKNOWN;
        skip = Math.max(pass, 0);
        waiting = place.readNBytes(place.readByte());
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
        int from = (int) Math.min(skip, bytes.length);
        skip -= from;
        int old = waiting.length;
        waiting = Arrays.copyOf(waiting, old + bytes.length - from);
        System.arraycopy(bytes, from, waiting, old, bytes.length - from);
        return cut(bodies);
    }

    private String cut(Consumer<byte[]> bodies) {
        int at = 0;
        while (true) {
            int head = at + (prefix ? PREFIX.length : 0);
            if (waiting.length - head < Integer.BYTES) {
                break;
            }
            if (prefix && !Arrays.equals(PREFIX, 0, PREFIX.length, waiting, at, head)) {
                return give("it does not begin with API and a zero byte");
            }
            int length = (waiting[head] & 0xff) << 24 | (waiting[head + 1] & 0xff) << 16
                    | (waiting[head + 2] & 0xff) << 8 | waiting[head + 3] & 0xff;
            if (length < 1 || length > FrameReader.MAX_LENGTH) {
                return give("a frame of " + length + " bytes is announced, expected 1 to " + FrameReader.MAX_LENGTH);
            }
            if (waiting.length - head - Integer.BYTES < length) {
                break;
            }
            prefix = false;
            int body = head + Integer.BYTES;
            at = body + length;
            bodies.accept(Arrays.copyOfRange(waiting, body, at));
        }
        waiting = at == 0 ? waiting : Arrays.copyOfRange(waiting, at, waiting.length);
        return null;
    }

    private String give(String why) {
        lost = true;
        return why;
    }

    /** Bytes of a frame that is not whole yet. */
    byte[] rest() {
        return waiting;
    }
}

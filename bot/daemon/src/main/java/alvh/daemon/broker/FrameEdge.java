package alvh.daemon.broker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Where the next frame begins in one direction of a link, told from the length prefixes alone. A reader of the capture
 * needs it to go on behind lost bytes and at the head of a new file. Not safe for several threads.
 */
final class FrameEdge {
    private static final int LENGTH = Integer.BYTES;
    private static final int LARGEST = 0xFFFFFF;
    private static final int UNKNOWN = -1;
    private static final int FIRST = 4096;

    private final byte[] head = new byte[LENGTH];
    private int prefix;
    private int inHead;
    private int body;
    private byte[] first = new byte[0];
    private boolean firstDone;

    /** @param prefix bytes before the first length: 4 for {@code API} and a zero byte, 0 for a server */
    FrameEdge(int prefix) {
        this.prefix = prefix;
    }

    void pass(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && body != UNKNOWN) {
            int from = at;
            boolean ended = false;
            if (prefix > 0) {
                at += Math.min(prefix, end - at);
                prefix -= at - from;
            } else if (body > 0) {
                at += Math.min(body, end - at);
                body -= at - from;
                ended = body == 0;
            } else {
                head[inHead++] = bytes[at++];
                body = inHead == LENGTH ? length() : 0;
            }
            keep(bytes, from, at);
            firstDone |= ended;
        }
    }

    private int length() {
        inHead = 0;
        int length = (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | head[3] & 0xff;
        return length < 1 || length > LARGEST ? UNKNOWN : length;
    }

    /** The first frame names the versions; each later file repeats it. */
    private void keep(byte[] bytes, int from, int to) {
        if (!firstDone && first.length < FIRST) {
            int old = first.length;
            int more = Math.min(to - from, FIRST - old);
            first = Arrays.copyOf(first, old + more);
            System.arraycopy(bytes, from, first, old, more);
        }
    }

    /** Bytes until the next frame begins (-1: cannot be known), then a count and the bytes of a length half read. */
    void writePlace(DataOutputStream out) throws IOException {
        out.writeInt(body == UNKNOWN ? UNKNOWN : prefix + body);
        out.writeByte(inHead);
        out.write(head, 0, inHead);
    }

    /** A count and the first frame, whole or as far as it came. */
    void writeFirst(DataOutputStream out) throws IOException {
        out.writeInt(first.length);
        out.write(first);
    }
}

package alvh.wire;

import java.io.IOException;
import java.io.OutputStream;

/** Writes frame bodies with their length prefix, each frame in one call of the stream. Safe for several threads. */
public final class FrameWriter {

    private final OutputStream out;

    public FrameWriter(OutputStream out) {
        this.out = out;
    }

    /** Writes one frame and flushes it. */
    public synchronized void write(byte[] body) throws IOException {
        out.write(framed(body));
        out.flush();
    }

    /** Writes bytes that are no frame, e.g. the prefix of a connection. */
    public synchronized void writeRaw(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** A body with its length prefix. */
    public static byte[] framed(byte[] body) {
        if (body.length < 1 || body.length > FrameReader.MAX_LENGTH) {
            throw new IllegalArgumentException("a frame body has 1 to " + FrameReader.MAX_LENGTH + " bytes, got "
                    + body.length);
        }
        byte[] frame = new byte[Integer.BYTES + body.length];
        for (int i = 0; i < Integer.BYTES; i++) {
            frame[i] = (byte) (body.length >>> 8 * (Integer.BYTES - 1 - i));
        }
        System.arraycopy(body, 0, frame, Integer.BYTES, body.length);
        return frame;
    }
}

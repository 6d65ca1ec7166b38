package alvh.proof;

import java.io.InputStream;

/** Bytes of memory as a stream that can be begun again. */
final class LoopStream extends InputStream {

    private byte[] bytes;
    private int next;

    LoopStream(byte[] bytes) {
        begin(bytes);
    }

    /** Serves these bytes from the first one. */
    void begin(byte[] served) {
        bytes = served;
        next = 0;
    }

    @Override
    public int read() {
        return next < bytes.length ? bytes[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int some = Math.min(length, bytes.length - next);
        if (some <= 0) {
            return -1;
        }
        System.arraycopy(bytes, next, into, offset, some);
        next += some;
        return some;
    }
}

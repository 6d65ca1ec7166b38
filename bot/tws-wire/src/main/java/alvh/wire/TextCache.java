package alvh.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The short texts read last, so that account, symbol, exchange and the like are made once and not for every message. For one
 * thread.
 */
final class TextCache {

    private static final int PLACE_BITS = 10;
    private static final int PLACES = 1 << PLACE_BITS;
    private static final int LONGEST = 32;

    private static final long SPREAD = 0x9e3779b97f4a7c15L;
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final String[] texts = new String[PLACES];

    /** The text of bytes, one character each. */
    String text(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return WireText.text(bytes, from, to);
        }
        int place = place(bytes, from, to);
        String kept = texts[place];
        if (kept == null || !same(kept, bytes, from, length)) {
            kept = WireText.text(bytes, from, to);
            texts[place] = kept;
        }
        return kept;
    }

    private static boolean same(String text, byte[] bytes, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != (char) (bytes[from + i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    private static int place(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) EIGHT.get(bytes, at)) * SPREAD;
            hash ^= hash >>> 32;
        }
        for (; at < to; at++) {
            hash = hash * 31 + bytes[at];
        }
        return (int) (hash * SPREAD >>> Long.SIZE - PLACE_BITS);
    }
}

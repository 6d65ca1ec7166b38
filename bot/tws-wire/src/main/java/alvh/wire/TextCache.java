package alvh.wire;

/**
 * The short texts read last, so that account, symbol, exchange and the like are made once and not for every message. For one
 * thread.
 */
final class TextCache {

    private static final int PLACES = 1024;
    private static final int LONGEST = 32;

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
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        int place = (hash ^ hash >>> 15) & PLACES - 1;
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
}

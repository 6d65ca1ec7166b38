package alvh.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Characters on the wire: one byte each, ASCII going out, anything beyond it as escapes. */
public final class WireText {

    private static final int ESCAPE_LENGTH = 6;

    private WireText() {}

    /** Whether a character may travel: 32 to 126, tab, line feed, carriage return. */
    public static boolean allowed(char c) {
        return c >= ' ' && c <= '~' || c == '\t' || c == '\n' || c == '\r';
    }

    /** Whether every character of a text may travel. */
    public static boolean allowed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowed(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** The text with a question mark in place of every character that may not travel. */
    public static String masked(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            masked.append(allowed(text.charAt(i)) ? text.charAt(i) : '?');
        }
        return masked.toString();
    }

    /** Characters outside ASCII as a backslash, u and four hex digits. */
    public static String escape(String text) {
        if (allowed(text)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + ESCAPE_LENGTH);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append(allowed(c) ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return escaped.toString();
    }

    /** The characters that escapes stand for; what is no whole escape stays as it is. */
    public static String unescape(String text) {
        int next = text.indexOf("\\u");
        if (next < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int done = 0;
        while (next >= 0 && next + ESCAPE_LENGTH <= text.length()) {
            int code = hex(text, next + 2);
            if (code < 0) {
                next = text.indexOf("\\u", next + 2);
                continue;
            }
            plain.append(text, done, next).append((char) code);
            done = next + ESCAPE_LENGTH;
            next = text.indexOf("\\u", done);
        }
        return plain.append(text, done, text.length()).toString();
    }

    private static int hex(String text, int from) {
        int code = 0;
        for (int i = from; i < from + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            code = code * 16 + digit;
        }
        return code;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}

package alvh.simulator.capture;

import java.util.Locale;

/** Texts of strangers on a person's terminal: nothing in them may move the cursor or colour the screen. */
final class Words {

    private Words() {}

    /** Every character outside printable ASCII as a backslash, u and four hex digits; a backslash as two. */
    static String plain(String text) {
        if (text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '\\')) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                plain.append("\\\\");
            } else if (c >= ' ' && c <= '~') {
                plain.append(c);
            } else {
                plain.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return plain.toString();
    }

    /** Quoted where it would not be seen as one value otherwise. */
    static String value(String text) {
        boolean simple = !text.isEmpty()
                && text.chars().allMatch(c -> c > ' ' && c <= '~' && "\"\\,[]{}".indexOf(c) < 0);
        return simple ? text : '"' + plain(text).replace("\"", "\\\"") + '"';
    }
}

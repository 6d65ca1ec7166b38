package alvh.simulator.capture;

import java.util.Locale;

/** Texts of strangers on a person's terminal: nothing in them may move the cursor or colour the screen. */
final class Words {

    private Words() {}

    /** Every character outside printable ASCII as a backslash, u and four hex digits. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return plain.toString();
    }

    /** Quoted where it would not be seen as one value otherwise. */
    static String value(String text) {
        boolean simple = !text.isEmpty()
                && text.chars().allMatch(c -> c > ' ' && c <= '~' && c != '"' && c != ',' && c != '['
                        && c != ']' && c != '{' && c != '}');
        return simple ? text : '"' + plain(text.replace("\"", "\\\"")) + '"';
    }
}

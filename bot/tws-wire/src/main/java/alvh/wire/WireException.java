package alvh.wire;

/** A message that cannot be read or written: which one, which field, what stood there, what was expected. */
public final class WireException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TEXT = 200;

    /** What is wrong. */
    public enum Problem {
        /** The body ends before the last field of the table. */
        TOO_SHORT,
        /** Fields follow after the last one of the table (strict reading only). */
        TOO_LONG,
        /** A number, boolean or constant cannot be read as such. */
        BAD_VALUE,
        /** An empty text where a live gateway insists on a number (strict reading only). */
        EMPTY_NUMBER,
        /** A list announces fewer than no elements, or more than the frame can hold. */
        BAD_COUNT,
        /** A group's type selects no known layout. */
        UNKNOWN_VARIANT,
        /** The first field is no message id of this direction. */
        UNKNOWN_MESSAGE,
        /** A character that may not travel in a text. */
        NOT_ASCII,
        /** A name the message's table does not have: a mistake of the program. */
        NO_SUCH_FIELD
    }

    private final Problem problem;
    private final String message;
    private final int index;
    private final String field;
    private final String text;

    WireException(Problem problem, String message, int index, String field, String text, String expected) {
        super(problem + " in " + message + (index < 0 ? "" : ", field " + (index + 1)) + " (" + field + "): got "
                + (text == null ? "nothing" : "\"" + WireText.escape(cut(text)) + "\"") + ", expected " + expected);
        this.problem = problem;
        this.message = message;
        this.index = index;
        this.field = field;
        this.text = text == null ? null : cut(text);
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT
                ? text
                : text.substring(0, LONGEST_TEXT) + "... (" + text.length() + " characters)";
    }

    public Problem problem() {
        return problem;
    }

    /** Name of the message, e.g. {@code placeOrder}. */
    public String message() {
        return message;
    }

    /** Position in the frame, counted from 0 (the message id); -1 when the message was not being read. */
    public int index() {
        return index;
    }

    /** Name of the field. */
    public String field() {
        return field;
    }

    /** The text that stood there, its beginning when it is very long, or null when there was none. */
    public String text() {
        return text;
    }
}

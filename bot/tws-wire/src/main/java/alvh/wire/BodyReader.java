package alvh.wire;

import alvh.wire.WireException.Problem;

/** Walks the fields of a frame body, counting them. */
final class BodyReader {

    /** The longest frame holds about this many bars of historical data. */
    private static final int MAX_ELEMENTS = 250_000;

    private byte[] body;
    private String message;
    private int next;
    private int from;
    private int to;
    private int index;

    BodyReader() {
        begin(new byte[0], "frame");
    }

    BodyReader(byte[] body, String message) {
        begin(body, message);
    }

    /** Starts at the first field of a body. */
    final void begin(byte[] newBody, String newMessage) {
        body = newBody;
        message = newMessage;
        next = 0;
        from = 0;
        to = 0;
        index = -1;
    }

    String message() {
        return message;
    }

    byte[] body() {
        return body;
    }

    /** Moves to the next field, whose name is only for the error. */
    void advance(String name) {
        index++;
        int end = next;
        while (end < body.length && body[end] != 0) {
            end++;
        }
        if (end == body.length) {
            String rest = next < body.length ? WireText.text(body, next, end) : null;
            throw new WireException(Problem.TOO_SHORT, message, index, name, rest, "a field ended by a zero byte");
        }
        from = next;
        to = end;
        next = end + 1;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int index() {
        return index;
    }

    boolean empty() {
        return from == to;
    }

    String text() {
        return WireText.text(body, from, to);
    }

    /**
     * The count of a list: empty is 0 for a lenient reader. Every element needs at least one byte of what is left, and
     * no frame that a gateway could send has more elements than {@link #MAX_ELEMENTS}.
     */
    int count(String name, boolean strict) {
        if (strict && empty()) {
            throw new WireException(Problem.EMPTY_NUMBER, message, index, name, "", "a number");
        }
        int count;
        try {
            count = empty() ? 0 : WireNumbers.readInt(body, from, to);
        } catch (NumberFormatException bad) {
            throw new WireException(Problem.BAD_COUNT, message, index, name, text(), "the number of elements");
        }
        int most = Math.min(body.length - next, MAX_ELEMENTS);
        if (count < 0 || count > most) {
            throw new WireException(Problem.BAD_COUNT, message, index, name, text(), "0 to " + most + " elements");
        }
        return count;
    }

    void mustBeAtEnd() {
        if (next < body.length) {
            int last = body[body.length - 1] == 0 ? body.length - 1 : body.length;
            throw new WireException(Problem.TOO_LONG, message, index + 1, "surplus",
                    WireText.text(body, next, last).replace('\0', '|'), "the end of the frame");
        }
    }
}

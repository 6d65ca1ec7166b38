package alvh.wire;

import alvh.wire.WireException.Problem;

/** Walks the fields of a frame body, counting them. */
final class BodyReader {

    /** The longest frame holds about this many bars of historical data. */
    private static final int MAX_ELEMENTS = 250_000;

    private byte[] body;
    private String message;
    private int next;
    private int end;
    private int from;
    private int to;
    private int index;

    BodyReader() {
        begin(new byte[0], 0, 0, "frame");
    }

    BodyReader(byte[] body, String message) {
        begin(body, 0, body.length, message);
    }

    /** Starts at the first field of a body that lies in these bytes. */
    final void begin(byte[] bytes, int start, int stop, String newMessage) {
        body = bytes;
        message = newMessage;
        next = start;
        end = stop;
        from = start;
        to = start;
        index = -1;
    }

    /** Now it is known which message it is. */
    void name(String newMessage) {
        message = newMessage;
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
        int stop = next;
        while (stop < end && body[stop] != 0) {
            stop++;
        }
        if (stop == end) {
            String rest = next < end ? WireText.text(body, next, stop) : null;
            throw new WireException(Problem.TOO_SHORT, message, index, name, rest, "a field ended by a zero byte");
        }
        from = next;
        to = stop;
        next = stop + 1;
    }

    /** Moves over as many fields as are given, and notes where each begins and ends, by its slot. */
    void cut(Node.Field[] fields, int[] begins, int[] ends) {
        byte[] bytes = body;
        int stop = end;
        int at = next;
        for (int i = 0; i < fields.length; i++) {
            int start = at;
            while (at < stop && bytes[at] != 0) {
                at++;
            }
            if (at == stop) {
                next = start;
                index += i;
                advance(fields[i].name()); // throws
            }
            int slot = fields[i].slot();
            begins[slot] = start;
            ends[slot] = at++;
        }
        next = at;
        index += fields.length;
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
        int most = Math.min(end - next, MAX_ELEMENTS);
        if (count < 0 || count > most) {
            throw new WireException(Problem.BAD_COUNT, message, index, name, text(), "0 to " + most + " elements");
        }
        return count;
    }

    void mustBeAtEnd() {
        if (next < end) {
            int last = body[end - 1] == 0 ? end - 1 : end;
            throw new WireException(Problem.TOO_LONG, message, index + 1, "surplus",
                    WireText.text(body, next, last).replace('\0', '|'), "the end of the frame");
        }
    }
}

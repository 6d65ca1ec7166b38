package alvh.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import alvh.wire.WireException.Problem;

/**
 * The named fields of a message or of one element of a list. Each field is a slice of bytes, read as a number only
 * when asked. A field that was neither set nor read has its table's ordinary value.
 *
 * @param <S> the concrete class, so that setters chain
 */
public abstract sealed class Fields<S extends Fields<S>> permits WireMessage, WireMessage.Group {

    private static final int ABSENT = -1;
    private static final List<WireMessage.Group> NO_LIST = List.of();

    private final Layout layout;
    private final int[] from;
    private final int[] to;
    private final byte[][] source;
    private final List<List<WireMessage.Group>> lists;

    Fields(Layout layout) {
        this.layout = layout;
        this.from = new int[layout.slots()];
        this.to = new int[layout.slots()];
        this.source = new byte[layout.slots()][];
        Arrays.fill(from, ABSENT);
        this.lists = layout.listCount() == 0
                ? List.of()
                : new ArrayList<>(Collections.nCopies(layout.listCount(), NO_LIST));
    }

    abstract S self();

    final Layout layout() {
        return layout;
    }

    // ---- reading

    /** Whether the field or list was set or read, even if it is empty; false for a name the table does not have. */
    public final boolean has(String name) {
        Node.Field field = layout.fieldOrNull(name);
        if (field != null) {
            return from[field.slot()] != ABSENT;
        }
        Node.Repeat list = layout.listOrNull(name);
        return list != null && lists.get(list.index()) != NO_LIST;
    }

    /** Whether the message's table has a field of this name. */
    public final boolean knows(String name) {
        return layout.knows(name);
    }

    /** The text, "" when empty; escapes of {@link FieldType#ESCAPED} fields are resolved. */
    public final String text(String name) {
        Node.Field field = layout.field(name);
        String raw = raw(field);
        return field.type() == FieldType.ESCAPED ? WireText.unescape(raw) : raw;
    }

    /** The number; an empty field gives 0, Integer.MAX_VALUE or its default, as its type says. */
    public final int intValue(String name) {
        return intValue(layout.field(name));
    }

    public final long longValue(String name) {
        Node.Field field = layout.field(name);
        try {
            byte[] bytes = bytes(field);
            return WireNumbers.readLong(bytes, start(field, bytes), end(field, bytes));
        } catch (NumberFormatException bad) {
            throw badValue(field, "a whole number");
        }
    }

    /** The number; an empty field gives 0, Double.MAX_VALUE or its default, as its type says. */
    public final double doubleValue(String name) {
        return doubleValue(layout.field(name));
    }

    /** False for empty and 0, true for every other whole number. */
    public final boolean bool(String name) {
        Node.Field field = layout.field(name);
        if (field.type() == FieldType.ONLY_ONE_IS_TRUE) {
            return raw(field).equals("1");
        }
        try {
            byte[] bytes = bytes(field);
            return WireNumbers.readBool(bytes, start(field, bytes), end(field, bytes));
        } catch (NumberFormatException bad) {
            throw badValue(field, "0 or 1");
        }
    }

    /** The number, or null when it is unset or NaN. */
    public final BigDecimal decimal(String name) {
        Node.Field field = layout.field(name);
        try {
            byte[] bytes = bytes(field);
            return WireNumbers.readDecimal(bytes, start(field, bytes), end(field, bytes));
        } catch (NumberFormatException bad) {
            throw badValue(field, "a decimal number");
        }
    }

    /** The elements of a list; empty when there are none. */
    public final List<WireMessage.Group> list(String name) {
        return Collections.unmodifiableList(lists.get(layout.list(name).index()));
    }

    // ---- writing

    /** Sets the text of any field as it is to travel; characters outside ASCII are escaped where the field allows it. */
    public final S set(String name, String text) {
        Node.Field field = writable(name);
        String plain = text == null ? "" : text;
        String travelling = field.type() == FieldType.ESCAPED ? WireText.escape(plain) : plain;
        if (!WireText.allowed(travelling)) {
            throw new WireException(Problem.NOT_ASCII, layout.owner(), -1, name, plain, "ASCII characters only");
        }
        return put(field, travelling);
    }

    public final S set(String name, int value) {
        Node.Field field = writable(name);
        return switch (field.type().shape()) {
            case INT, LONG, DECIMAL, TEXT ->
                put(field, value == Integer.MAX_VALUE ? unset(field, value) : Integer.toString(value));
            case DOUBLE -> put(field, Double.toString(value));
            case BOOL -> put(field, value == 0 ? "0" : "1");
        };
    }

    public final S set(String name, long value) {
        return put(writable(name), Long.toString(value));
    }

    public final S set(String name, double value) {
        Node.Field field = writable(name);
        return put(field, value == Double.MAX_VALUE ? unset(field, value) : Double.toString(value));
    }

    public final S set(String name, boolean value) {
        return put(writable(name), value ? "1" : "0");
    }

    /** Sets a decimal, plain and without trailing zeros; null is unset. */
    public final S set(String name, BigDecimal value) {
        Node.Field field = writable(name);
        if (value == null) {
            boolean ordinaryIsUnset = Sentinels
                    .unsetDecimal(WireText.text(field.ordinary(), 0, field.ordinary().length));
            return ordinaryIsUnset ? put(field, field.ordinary(), 0, field.ordinary().length) : put(field, "");
        }
        return put(field, plain(value));
    }

    /** Appends an element to a list and returns it, to be filled. */
    public final WireMessage.Group add(String listName) {
        Node.Repeat list = layout.list(listName);
        WireMessage.Group element = new WireMessage.Group(list.layout());
        append(list, element);
        return element;
    }

    // ---- for the codec

    /** Forgets every field and list. */
    final void clear() {
        Arrays.fill(from, ABSENT);
        for (int i = 0; i < lists.size(); i++) {
            lists.set(i, NO_LIST);
        }
    }

    final int intValue(Node.Field field) {
        try {
            byte[] bytes = bytes(field);
            return WireNumbers.readInt(bytes, start(field, bytes), end(field, bytes));
        } catch (NumberFormatException bad) {
            throw badValue(field, "a whole number of 32 bits");
        }
    }

    final double doubleValue(Node.Field field) {
        try {
            byte[] bytes = bytes(field);
            return WireNumbers.readDouble(bytes, start(field, bytes), end(field, bytes));
        } catch (NumberFormatException bad) {
            throw badValue(field, "a number");
        }
    }

    /** The text as it travels, the ordinary one when the field is absent. */
    final String raw(Node.Field field) {
        int slot = field.slot();
        return from[slot] == ABSENT
                ? WireText.text(field.ordinary(), 0, field.ordinary().length)
                : WireText.text(source[slot], from[slot], to[slot]);
    }

    final S put(Node.Field field, byte[] bytes, int start, int end) {
        source[field.slot()] = bytes;
        from[field.slot()] = start;
        to[field.slot()] = end;
        return self();
    }

    final void write(Node.Field field, BodyWriter out) {
        int slot = field.slot();
        if (from[slot] == ABSENT || field.type() == FieldType.CONSTANT) {
            out.field(field.ordinary(), 0, field.ordinary().length);
        } else {
            out.field(source[slot], from[slot], to[slot]);
        }
    }

    /** The list is there, even if no element follows. */
    final void begin(Node.Repeat list) {
        if (lists.get(list.index()) == NO_LIST) {
            lists.set(list.index(), new ArrayList<>());
        }
    }

    final void append(Node.Repeat list, WireMessage.Group element) {
        begin(list);
        lists.get(list.index()).add(element);
    }

    final int size(int list) {
        return lists.get(list).size();
    }

    private Node.Field writable(String name) {
        Node.Field field = layout.field(name);
        if (field.type() == FieldType.CONSTANT) {
            throw new WireException(Problem.NO_SUCH_FIELD, layout.owner(), -1, name, null,
                    "a field that may be set, this one is constant");
        }
        return field;
    }

    private S put(Node.Field field, String text) {
        byte[] bytes = WireText.bytes(text);
        return put(field, bytes, 0, bytes.length);
    }

    /** An unset number travels literally where there is no empty form, or where the ordinary value does so. */
    private String unset(Node.Field field, Number value) {
        boolean emptyMeansUnset = field.type() == FieldType.UNSET_INT || field.type() == FieldType.UNSET_DOUBLE;
        String literal = value.toString();
        return emptyMeansUnset && !literal.equals(WireText.text(field.ordinary(), 0, field.ordinary().length))
                ? ""
                : literal;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private byte[] bytes(Node.Field field) {
        int slot = field.slot();
        byte[] bytes = from[slot] == ABSENT ? field.ordinary() : source[slot];
        int length = from[slot] == ABSENT ? bytes.length : to[slot] - from[slot];
        return length == 0 ? field.whenEmpty() : bytes;
    }

    private int start(Node.Field field, byte[] bytes) {
        return bytes == source[field.slot()] ? from[field.slot()] : 0;
    }

    private int end(Node.Field field, byte[] bytes) {
        return bytes == source[field.slot()] ? to[field.slot()] : bytes.length;
    }

    private WireException badValue(Node.Field field, String expected) {
        return new WireException(Problem.BAD_VALUE, layout.owner(), -1, field.name(), raw(field), expected);
    }
}

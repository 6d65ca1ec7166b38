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
    private static final List<WireMessage.Group> NO_ELEMENTS = Collections.unmodifiableList(new ArrayList<>());

    private final Layout layout;
    private final TextCache texts;
    private final int[] from;
    private final int[] to;
    private final List<List<WireMessage.Group>> lists;
    private byte[] body;
    private byte[][] own; // what was set, by slot; null until something is

    Fields(Layout layout, TextCache texts) {
        this.layout = layout;
        this.texts = texts;
        this.from = new int[layout.slots()];
        this.to = new int[layout.slots()];
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
            return WireNumbers.readLong(bytes, start(field), end(field, bytes));
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
            return WireNumbers.readBool(bytes, start(field), end(field, bytes));
        } catch (NumberFormatException bad) {
            throw badValue(field, "0 or 1");
        }
    }

    /** The number, or null when it is unset or NaN. */
    public final BigDecimal decimal(String name) {
        Node.Field field = layout.field(name);
        try {
            byte[] bytes = bytes(field);
            return WireNumbers.readDecimal(bytes, start(field), end(field, bytes));
        } catch (NumberFormatException bad) {
            throw badValue(field, "a decimal number");
        }
    }

    /** The elements of a list; empty when there are none. */
    public final List<WireMessage.Group> list(String name) {
        List<WireMessage.Group> list = lists.get(layout.list(name).index());
        return list.isEmpty() ? List.of() : Collections.unmodifiableList(list);
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
            return ordinaryIsUnset ? put(field, field.ordinary()) : put(field, "");
        }
        return put(field, plain(value));
    }

    /** Appends an element to a list and returns it, to be filled. */
    public final WireMessage.Group add(String listName) {
        Node.Repeat list = layout.list(listName);
        WireMessage.Group element = new WireMessage.Group(list.layout(), null);
        append(list, element);
        return element;
    }

    // ---- for the codec

    /** Forgets every field and list. */
    final void clear() {
        Arrays.fill(from, ABSENT);
        own = null;
        for (int i = 0; i < lists.size(); i++) {
            lists.set(i, NO_LIST);
        }
    }

    final int intValue(Node.Field field) {
        try {
            byte[] bytes = bytes(field);
            return WireNumbers.readInt(bytes, start(field), end(field, bytes));
        } catch (NumberFormatException bad) {
            throw badValue(field, "a whole number of 32 bits");
        }
    }

    final double doubleValue(Node.Field field) {
        try {
            byte[] bytes = bytes(field);
            return WireNumbers.readDouble(bytes, start(field), end(field, bytes));
        } catch (NumberFormatException bad) {
            throw badValue(field, "a number");
        }
    }

    /** The text as it travels, the ordinary one when the field is absent. */
    final String raw(Node.Field field) {
        int slot = field.slot();
        return from[slot] == ABSENT
                ? WireText.text(field.ordinary(), 0, field.ordinary().length)
                : text(held(slot), from[slot], to[slot]);
    }

    final boolean isEmpty(Node.Field field) {
        int slot = field.slot();
        return from[slot] == ABSENT ? field.ordinary().length == 0 : from[slot] == to[slot];
    }

    final boolean isOneOf(Node.Field field, List<byte[]> wanted) {
        int slot = field.slot();
        byte[] bytes = from[slot] == ABSENT ? field.ordinary() : held(slot);
        int start = from[slot] == ABSENT ? 0 : from[slot];
        int end = from[slot] == ABSENT ? bytes.length : to[slot];
        for (int i = 0; i < wanted.size(); i++) {
            if (Arrays.equals(bytes, start, end, wanted.get(i), 0, wanted.get(i).length)) {
                return true;
            }
        }
        return false;
    }

    /** The fields that are read now lie in these bytes. */
    final void readFrom(byte[] bytes) {
        body = bytes;
    }

    /** The next fields of the body, one after the other. */
    final void cut(Node.Field[] fields, BodyReader in) {
        in.cut(fields, from, to);
    }

    /** A field of the body. */
    final void take(Node.Field field, int start, int end) {
        from[field.slot()] = start;
        to[field.slot()] = end;
    }

    /** An empty element of a list, to be read from the same bytes. */
    final WireMessage.Group element(Node.Repeat list) {
        WireMessage.Group element = new WireMessage.Group(list.layout(), texts);
        element.readFrom(body);
        return element;
    }

    private S put(Node.Field field, byte[] bytes) {
        if (own == null) {
            own = new byte[layout.slots()][];
        }
        own[field.slot()] = bytes;
        from[field.slot()] = 0;
        to[field.slot()] = bytes.length;
        return self();
    }

    private byte[] held(int slot) {
        return own == null || own[slot] == null ? body : own[slot];
    }

    private String text(byte[] bytes, int start, int end) {
        return texts == null ? WireText.text(bytes, start, end) : texts.text(bytes, start, end);
    }

    final void write(Node.Field field, BodyWriter out) {
        int slot = field.slot();
        if (from[slot] == ABSENT || field.type() == FieldType.CONSTANT) {
            out.field(field.ordinary(), 0, field.ordinary().length);
        } else {
            out.field(held(slot), from[slot], to[slot]);
        }
    }

    /** The list is there, even if no element follows. */
    final void begin(Node.Repeat list) {
        if (lists.get(list.index()) == NO_LIST) {
            lists.set(list.index(), NO_ELEMENTS);
        }
    }

    final void append(Node.Repeat list, WireMessage.Group element) {
        if (lists.get(list.index()).isEmpty()) {
            lists.set(list.index(), new ArrayList<>());
        }
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
        return put(field, WireText.bytes(text));
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

    /** The bytes that a value is read from: those that came, or those that an absent or empty field stands for. */
    private byte[] bytes(Node.Field field) {
        int slot = field.slot();
        if (from[slot] == ABSENT) {
            return field.ordinary().length == 0 ? field.whenEmpty() : field.ordinary();
        }
        return from[slot] == to[slot] ? field.whenEmpty() : held(slot);
    }

    private int start(Node.Field field) {
        int slot = field.slot();
        return from[slot] == to[slot] ? 0 : Math.max(from[slot], 0);
    }

    private int end(Node.Field field, byte[] bytes) {
        int slot = field.slot();
        return from[slot] == ABSENT || from[slot] == to[slot] ? bytes.length : to[slot];
    }

    private WireException badValue(Node.Field field, String expected) {
        return new WireException(Problem.BAD_VALUE, layout.owner(), -1, field.name(), raw(field), expected);
    }
}

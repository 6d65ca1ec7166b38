package alvh.wire;

import java.util.Arrays;

/**
 * How a field is spelled. Upper-case codes are those of requests (client to server), lower-case those of answers;
 * both are the codes of the message tables. Every type names the text that an empty field stands for.
 */
public enum FieldType {

    /** A constant: message version, or a field that is reserved. */
    CONSTANT("C", Shape.TEXT, "", ""),
    /** Text as it is; empty means none. */
    TEXT("S", Shape.TEXT, "", ""),
    /** Text whose characters outside ASCII travel as six-character escapes (backslash, u, four hex digits). */
    ESCAPED("e", Shape.TEXT, "", ""),
    /** A list of tag=value; pairs in one field. */
    TAGS("TV", Shape.TEXT, "", ""),
    /** A request's integer without unset form: a real gateway refuses an empty one; the lenient reader takes its default. */
    RAW_INT("I", Shape.INT, "0", null),
    /** An integer, empty is 0. */
    INT("i", Shape.INT, "0", "0"),
    /** An integer, empty is Integer.MAX_VALUE (unset). */
    UNSET_INT("Ix", Shape.INT, "", Sentinels.INT_UNSET_TEXT),
    /** A 64-bit integer, empty is 0. */
    LONG("l", Shape.LONG, "0", "0"),
    /** A request's double without unset form, as {@link #RAW_INT}. */
    RAW_DOUBLE("D", Shape.DOUBLE, "0.0", null),
    /** A double, empty is 0. */
    DOUBLE("d", Shape.DOUBLE, "0", "0"),
    /** A double, empty is Double.MAX_VALUE (unset). */
    UNSET_DOUBLE("Dx", Shape.DOUBLE, "", Sentinels.DOUBLE_UNSET_TEXT),
    /** 0 or 1, empty is false; any other integer is true. */
    BOOL("B", Shape.BOOL, "0", "0"),
    /** As {@link #BOOL}, but only the text 1 is true. */
    ONLY_ONE_IS_TRUE("b1", Shape.BOOL, "0", "0"),
    /** 0, 1, or empty for the account's default. */
    TRISTATE("B?", Shape.BOOL, "", "0"),
    /** A decimal number, empty is unset. */
    DECIMAL("Q", Shape.DECIMAL, "", ""),
    /** An answer's decimal number; the ordinary value is 0. */
    ANSWER_DECIMAL("q", Shape.DECIMAL, "0", "");

    /** What a field's text must parse as. */
    enum Shape {
        TEXT, INT, LONG, DOUBLE, BOOL, DECIMAL
    }

    private final String code;
    private final Shape shape;
    private final String ordinary;
    private final byte[] whenEmpty;

    FieldType(String code, Shape shape, String ordinary, String whenEmpty) {
        this.code = code;
        this.shape = shape;
        this.ordinary = ordinary;
        this.whenEmpty = whenEmpty == null ? null : WireText.bytes(whenEmpty);
    }

    Shape shape() {
        return shape;
    }

    /** The text a writer puts when neither the caller nor the table names one. */
    String ordinary() {
        return ordinary;
    }

    /** The text an empty field stands for, or null when that is the field's own default. */
    byte[] whenEmpty() {
        return whenEmpty;
    }

    /** The type of a table code; codes that differ only by direction share a type. */
    static FieldType ofCode(String code) {
        String known = switch (code) {
            case "s" -> "S";
            case "c" -> "C";
            case "ix" -> "Ix";
            case "dx" -> "Dx";
            case "b" -> "B";
            default -> code;
        };
        return Arrays.stream(values()).filter(type -> type.code.equals(known)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field type has the code " + code));
    }
}

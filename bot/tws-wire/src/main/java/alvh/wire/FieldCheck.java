package alvh.wire;

import java.util.Arrays;

import alvh.wire.WireException.Problem;

/** What a reader demands of a field's text before the message is handed on. */
record FieldCheck(Strictness strictness, boolean request) {

    boolean strict() {
        return strictness == Strictness.STRICT;
    }

    /** Whether every text is taken as it comes. */
    boolean idle() {
        return !strict() && !request;
    }

    void accept(Node.Field field, BodyReader in) {
        if (idle()) {
            return;
        }
        if (in.empty() && field.type() != FieldType.CONSTANT) {
            refuseEmpty(field, in);
            return;
        }
        if (strict() && field.type() == FieldType.CONSTANT
                && !Arrays.equals(field.ordinary(), 0, field.ordinary().length, in.body(), in.from(), in.to())) {
            throw bad(field, in,
                    "the constant \"" + WireText.text(field.ordinary(), 0, field.ordinary().length) + "\"");
        }
        try {
            parse(field, in);
        } catch (NumberFormatException bad) {
            throw bad(field, in, "a value of type " + field.type());
        }
    }

    private void refuseEmpty(Node.Field field, BodyReader in) {
        boolean number = field.type() == FieldType.RAW_INT || field.type() == FieldType.RAW_DOUBLE;
        if (strict() && number) {
            throw new WireException(Problem.EMPTY_NUMBER, in.message(), in.index(), field.name(), "", "a number");
        }
    }

    private static void parse(Node.Field field, BodyReader in) {
        switch (field.type().shape()) {
            case TEXT -> {
            }
            case INT -> WireNumbers.readInt(in.body(), in.from(), in.to());
            case LONG -> WireNumbers.readLong(in.body(), in.from(), in.to());
            case DOUBLE -> WireNumbers.readDouble(in.body(), in.from(), in.to());
            case BOOL -> WireNumbers.readBool(in.body(), in.from(), in.to());
            case DECIMAL -> WireNumbers.readDecimal(in.body(), in.from(), in.to());
        }
    }

    private static WireException bad(Node.Field field, BodyReader in, String expected) {
        return new WireException(Problem.BAD_VALUE, in.message(), in.index(), field.name(), in.text(), expected);
    }
}

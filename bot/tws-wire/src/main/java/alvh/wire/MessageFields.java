package alvh.wire;

import java.util.ArrayList;
import java.util.List;

/** The fields of a message that were read or set, in the order of the wire: for printing and comparing. */
public final class MessageFields {

    private MessageFields() {}

    /** A field or a counted list. */
    public sealed interface Part {

        /** The name in the message's table. */
        String name();

        /**
         * A field.
         *
         * @param text as it travels, escapes not resolved
         * @param ordinary it is what the table says when nobody sets it
         * @param unset it is a number that stands for none
         */
        record Value(String name, String text, boolean ordinary, boolean unset) implements Part {}

        /** A list; each element is fields and lists again. */
        record Elements(String name, List<List<Part>> elements) implements Part {}
    }

    public static List<Part> of(Fields<?> message) {
        List<Part> parts = new ArrayList<>();
        collect(message.layout().nodes(), message, parts);
        return parts;
    }

    private static void collect(List<Node> nodes, Fields<?> message, List<Part> parts) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Field field -> {
                    if (message.has(field.name())) {
                        parts.add(value(field, message.raw(field)));
                    }
                }
                case Node.When when -> {
                    if (Conditions.hold(when, message)) {
                        collect(when.nodes(), message, parts);
                    }
                }
                case Node.Choice choice ->
                    collect(choice.branches().getOrDefault(message.intValue(choice.on()), List.of()), message, parts);
                case Node.Repeat list -> {
                    if (message.has(list.name())) {
                        parts.add(new Part.Elements(list.name(),
                                message.list(list.name()).stream().map(MessageFields::of).toList()));
                    }
                }
            }
        }
    }

    private static Part.Value value(Node.Field field, String text) {
        String ordinary = WireText.text(field.ordinary(), 0, field.ordinary().length);
        return new Part.Value(field.name(), text, text.equals(ordinary), unset(field.type(), text));
    }

    private static boolean unset(FieldType type, String text) {
        return switch (type.shape()) {
            case INT -> text.equals(Sentinels.INT_UNSET_TEXT) || type == FieldType.UNSET_INT && text.isEmpty();
            case LONG -> text.equals(Sentinels.LONG_UNSET_TEXT);
            case DOUBLE -> text.equals(Sentinels.DOUBLE_UNSET_TEXT)
                    || type == FieldType.UNSET_DOUBLE && text.isEmpty();
            case DECIMAL -> Sentinels.unsetDecimal(text);
            case TEXT -> text.equals(Sentinels.DOUBLE_UNSET_TEXT);
            case BOOL -> type == FieldType.TRISTATE && text.isEmpty();
        };
    }
}

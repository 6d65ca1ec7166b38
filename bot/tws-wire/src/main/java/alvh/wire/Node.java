package alvh.wire;

import java.util.List;
import java.util.Map;

/** One line of a message table. */
sealed interface Node {

    /** A field of the frame; it exists from server version {@code since} to {@code until}, both included. */
    record Field(String name, int slot, FieldType type, byte[] ordinary, int since, int until) implements Node {

        boolean at(int serverVersion) {
            return serverVersion >= since && serverVersion <= until;
        }

        /** The bytes an empty field stands for. */
        byte[] whenEmpty() {
            return type.whenEmpty() == null ? ordinary : type.whenEmpty();
        }
    }

    /** Fields that exist only when a field before them has the wanted content. */
    record When(Field on, Test test, List<Node> nodes) implements Node {}

    /** Fields whose layout is chosen by an integer before them. */
    record Choice(Field on, Map<Integer, List<Node>> branches) implements Node {

        /** What to throw when the table has no branch for what the field says. */
        WireException unknown(Fields<?> values, int index) {
            return new WireException(WireException.Problem.UNKNOWN_VARIANT, values.layout().owner(), index, on.name(),
                    values.raw(on), "one of " + branches.keySet().stream().sorted().toList());
        }
    }

    /** A count and that many groups. */
    record Repeat(String name, int index, Layout layout, int since, int until) implements Node {

        boolean at(int serverVersion) {
            return serverVersion >= since && serverVersion <= until;
        }
    }

    /** What a {@link When} looks for. */
    sealed interface Test {

        /** Any text but the empty one. */
        record NotEmpty() implements Test {}

        /** One of the texts, given as their bytes. */
        record OneOf(List<byte[]> texts) implements Test {

            static OneOf of(List<String> texts) {
                return new OneOf(texts.stream().map(WireText::bytes).toList());
            }
        }

        /** A number above zero that is not unset. */
        record Positive() implements Test {}

        /** A list before it has elements. */
        record HasElements(int list) implements Test {}

        /** Pegged-to-midpoint rule: PEG MID always, PEG BEST with an infinite offset. */
        record UpToMid(Field offset) implements Test {}
    }
}

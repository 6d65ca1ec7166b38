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
    record Choice(Field on, Map<Integer, List<Node>> branches) implements Node {}

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

        /** One of the texts. */
        record OneOf(List<String> texts) implements Test {}

        /** A number above zero that is not unset. */
        record Positive() implements Test {}

        /** A list before it has elements. */
        record HasElements(int list) implements Test {}

        /** Pegged-to-midpoint rule: PEG MID always, PEG BEST with an infinite offset. */
        record UpToMid(Field offset) implements Test {}
    }
}

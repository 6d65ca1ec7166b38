package alvh.wire;

import java.util.Collection;

/** Fields by name, asked for every value: an open table twice to four times as large as need be, identity before equality. */
final class Names {

    private static final int SPREAD = 0x9e3779b9;

    private final String[] names;
    private final Node.Field[] fields;
    private final int shift;

    Names(Collection<Node.Field> all) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(2 * all.size() + 1);
        names = new String[1 << bits];
        fields = new Node.Field[1 << bits];
        shift = Integer.SIZE - bits;
        for (Node.Field field : all) {
            int place = place(field.name());
            names[place] = field.name().intern(); // as the names in our sources are
            fields[place] = field;
        }
    }

    /** The field with a name, or null. */
    Node.Field get(String name) {
        return fields[place(name)];
    }

    private int place(String name) {
        int place = name.hashCode() * SPREAD >>> shift;
        while (names[place] != null && names[place] != name && !names[place].equals(name)) {
            place = place + 1 & names.length - 1;
        }
        return place;
    }
}

package alvh.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the nodes of one layout and gives each name its place. */
final class LayoutBuilder {

    private final String owner;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node.Field> fields = new LinkedHashMap<>();
    private final Map<String, Node.Repeat> lists = new LinkedHashMap<>();

    LayoutBuilder(String owner) {
        this.owner = owner;
    }

    String owner() {
        return owner;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** A field; the same name in another branch of a choice shares its place, and must have the same type. */
    Node.Field field(String name, FieldType type, String ordinary, TableReader.Gate gate) {
        Node.Field known = fields.get(name);
        if (known != null && known.type() != type) {
            throw new IllegalArgumentException(name + " is already there with type " + known.type());
        }
        int slot = known == null ? fields.size() : known.slot();
        Node.Field field = new Node.Field(name, slot, type, WireText.bytes(ordinary), gate.since(), gate.until());
        fields.putIfAbsent(name, field);
        return field;
    }

    Node.Repeat list(String name, Layout element, TableReader.Gate gate) {
        Node.Repeat list = new Node.Repeat(name, lists.size(), element, gate.since(), gate.until());
        if (lists.put(name, list) != null) {
            throw new IllegalArgumentException("the list " + name + " is already there");
        }
        return list;
    }

    Node.Field known(String name) {
        Node.Field field = fields.get(name);
        if (field == null) {
            throw new IllegalArgumentException("no field " + name + " before this line");
        }
        return field;
    }

    Node.Repeat knownList(String name) {
        Node.Repeat list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no list " + name + " before this line");
        }
        return list;
    }

    Layout build() {
        return new Layout(owner, nodes, fields, lists);
    }
}

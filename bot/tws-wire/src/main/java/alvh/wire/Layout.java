package alvh.wire;

import java.util.List;
import java.util.Map;

/** The fields and lists of a message, or of one element of a list, in the order of the wire. */
final class Layout {

    private final String owner;
    private final List<Node> nodes;
    private final Map<String, Node.Field> fields;
    private final Names names;
    private final Map<String, Node.Repeat> lists;
    private final int slots;
    private final Plan[] plans = new Plan[ServerVersions.MAX - ServerVersions.MIN + 1];

    Layout(String owner, List<Node> nodes, Map<String, Node.Field> fields, Map<String, Node.Repeat> lists) {
        this.owner = owner;
        this.nodes = List.copyOf(nodes);
        this.fields = Map.copyOf(fields);
        this.names = new Names(fields.values());
        this.lists = Map.copyOf(lists);
        this.slots = fields.size();
    }

    String owner() {
        return owner;
    }

    List<Node> nodes() {
        return nodes;
    }

    int slots() {
        return slots;
    }

    /** How to read the layout at a server version. Threads may make it twice; all of it is final. */
    Plan plan(int serverVersion) {
        int index = serverVersion - ServerVersions.MIN;
        if (index < 0 || index >= plans.length) {
            return Plan.of(nodes, serverVersion);
        }
        Plan plan = plans[index];
        if (plan == null) {
            plan = Plan.of(nodes, serverVersion);
            plans[index] = plan;
        }
        return plan;
    }

    int listCount() {
        return lists.size();
    }

    Node.Field field(String name) {
        Node.Field field = names.get(name);
        if (field == null) {
            throw new WireException(WireException.Problem.NO_SUCH_FIELD, owner, -1, name, null,
                    "one of " + fields.keySet().stream().sorted().toList());
        }
        return field;
    }

    Node.Field fieldOrNull(String name) {
        return names.get(name);
    }

    Node.Repeat listOrNull(String name) {
        return lists.get(name);
    }

    boolean knows(String name) {
        return names.get(name) != null;
    }

    Node.Repeat list(String name) {
        Node.Repeat list = lists.get(name);
        if (list == null) {
            throw new WireException(WireException.Problem.NO_SUCH_FIELD, owner, -1, name, null,
                    "a list, one of " + lists.keySet().stream().sorted().toList());
        }
        return list;
    }
}

package alvh.wire;

import java.util.List;
import java.util.Optional;

import alvh.wire.WireException.Problem;

/**
 * Walks the tables: a message to the body of a frame, and back. A body is the frame without its length prefix; every
 * field, also the last, ends with one zero byte.
 */
public final class FrameCodec {

    private FrameCodec() {}

    /**
     * The body of a message as a peer of the server version expects it.
     *
     * @throws WireException when that version does not know the message
     */
    public static byte[] encode(WireMessage message, int serverVersion) {
        if (serverVersion < message.since()) {
            throw new WireException(Problem.UNKNOWN_MESSAGE, message.kind().title(), 0, "message id",
                    Integer.toString(message.kind().id()),
                    "server version " + message.since() + " or later, not " + serverVersion);
        }
        BodyWriter out = new BodyWriter();
        out.field(Integer.toString(message.kind().id()));
        write(message.layout().nodes(), message, serverVersion, out);
        return out.body();
    }

    /** Reads a request, as a server does. */
    public static WireMessage decodeOutgoing(byte[] body, int serverVersion, Strictness strictness) {
        int id = id(body);
        Optional<Outgoing> kind = Outgoing.ofId(id);
        if (kind.isEmpty()) {
            throw unknown(id);
        }
        return read(Tables.outgoing(kind.get()), body, serverVersion, new FieldCheck(strictness, true));
    }

    /** Reads an answer, as a client does. */
    public static WireMessage decodeIncoming(byte[] body, int serverVersion, Strictness strictness) {
        int id = id(body);
        Optional<Incoming> kind = Incoming.ofId(id);
        if (kind.isEmpty()) {
            throw unknown(id);
        }
        return read(Tables.incoming(kind.get()), body, serverVersion, new FieldCheck(strictness, false));
    }

    /** The message id of a body. */
    public static int id(byte[] body) {
        return id(new BodyReader(body, "frame"));
    }

    /** The message id of a body that was begun. */
    static int id(BodyReader in) {
        in.advance("message id");
        try {
            return WireNumbers.readInt(in.body(), in.from(), in.to());
        } catch (NumberFormatException bad) {
            throw new WireException(Problem.UNKNOWN_MESSAGE, "frame", 0, "message id", in.text(), "a message id");
        }
    }

    /** A body with a bar for each zero byte, for logs and tests. */
    public static String print(byte[] body) {
        return WireText.text(body, 0, body.length).replace('\0', '|');
    }

    static WireException unknown(int id) {
        return new WireException(Problem.UNKNOWN_MESSAGE, "frame", 0, "message id", Integer.toString(id),
                "the id of a message with a table");
    }

    private static WireMessage read(MessageTable table, byte[] body, int serverVersion, FieldCheck check) {
        if (serverVersion < table.since() && (check.request() || check.strict())) {
            throw unknown(table.kind().id()); // answers: a client takes what it can read, whatever the version
        }
        WireMessage message = new WireMessage(table);
        read(message, new BodyReader(body, table.kind().title()), serverVersion, check);
        return message;
    }

    /** Reads a body from its first field into an empty message. */
    static void read(WireMessage message, BodyReader in, int serverVersion, FieldCheck check) {
        in.advance("message id");
        readOn(message, in, serverVersion, check);
    }

    /** Reads a body from its second field. */
    static void readOn(WireMessage message, BodyReader in, int serverVersion, FieldCheck check) {
        message.readFrom(in.body());
        message.layout().plan(serverVersion).read(message, in, check);
        if (check.strict()) {
            in.mustBeAtEnd();
        }
    }

    private static void write(List<Node> nodes, Fields<?> values, int version, BodyWriter out) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Field field -> {
                    if (field.at(version)) {
                        values.write(field, out);
                    }
                }
                case Node.When when -> {
                    if (Conditions.hold(when, values)) {
                        write(when.nodes(), values, version, out);
                    }
                }
                case Node.Choice choice -> write(branch(choice, values), values, version, out);
                case Node.Repeat list -> {
                    if (list.at(version)) {
                        List<WireMessage.Group> elements = values.list(list.name());
                        out.field(Integer.toString(elements.size()));
                        elements.forEach(element -> write(list.layout().nodes(), element, version, out));
                    }
                }
            }
        }
    }

    private static List<Node> branch(Node.Choice choice, Fields<?> values) {
        List<Node> branch = choice.branches().get(values.intValue(choice.on()));
        if (branch == null) {
            throw choice.unknown(values, -1);
        }
        return branch;
    }
}

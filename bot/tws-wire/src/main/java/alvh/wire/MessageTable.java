package alvh.wire;

/** The table of one message: its kind, its fields in order, and the server versions that know it. */
public final class MessageTable {

    private final MessageKind kind;
    private final Layout layout;
    private final int since;

    MessageTable(MessageKind kind, Layout layout, int since) {
        this.kind = kind;
        this.layout = layout;
        this.since = since;
    }

    public MessageKind kind() {
        return kind;
    }

    /** The first server version that knows the message. */
    public int since() {
        return since;
    }

    Layout layout() {
        return layout;
    }
}

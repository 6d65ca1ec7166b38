package alvh.wire;

/**
 * A message by its kind and named fields. {@code WireMessage.of(Incoming.NEXT_VALID_ID).set("orderId", 51)} builds
 * one; whatever is not set takes the ordinary value of its table. Not safe for several threads.
 */
public final class WireMessage extends Fields<WireMessage> {

    private final MessageTable table;

    WireMessage(MessageTable table) {
        this(table, null);
    }

    /** @param texts where texts that were read are kept, or null */
    WireMessage(MessageTable table, TextCache texts) {
        super(table.layout(), texts);
        this.table = table;
    }

    /** A request with every field at its default. */
    public static WireMessage of(Outgoing kind) {
        return new WireMessage(Tables.outgoing(kind));
    }

    /** An answer with every field at the value a gateway ordinarily sends. */
    public static WireMessage of(Incoming kind) {
        return new WireMessage(Tables.incoming(kind));
    }

    public MessageKind kind() {
        return table.kind();
    }

    /** The first server version that knows the message. */
    int since() {
        return table.since();
    }

    @Override
    WireMessage self() {
        return this;
    }

    /** The kind's title, for logs; {@link FrameCodec#print} shows the fields. */
    @Override
    public String toString() {
        return table.kind().title();
    }

    /** One element of a counted list. */
    public static final class Group extends Fields<Group> {

        Group(Layout layout, TextCache texts) {
            super(layout, texts);
        }

        @Override
        Group self() {
            return this;
        }
    }
}

package alvh.wire;

/** A message of either direction: what its first field says, and what it is for. */
public sealed interface MessageKind permits Outgoing, Incoming {

    /** The message id, first field of every frame. */
    int id();

    /** The message's name in the protocol page, e.g. {@code reqMktData} or {@code tickPrice}. */
    String title();

    /** What the message is for, in one line. */
    String meaning();
}

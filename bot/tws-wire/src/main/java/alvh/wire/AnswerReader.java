package alvh.wire;

/**
 * Reads answers, one after the other, into messages that it keeps: a message is good until the next of its kind is
 * read, and market data makes no garbage. Lenient, as {@link FrameCodec#decodeIncoming} is. For one thread.
 */
public final class AnswerReader {

    private static final FieldCheck CHECK = new FieldCheck(Strictness.LENIENT, false);

    private final WireMessage[] messages = new WireMessage[Incoming.values().length];
    private final TextCache texts = new TextCache();
    private final BodyReader in = new BodyReader();

    /**
     * The message of a body.
     *
     * @throws WireException when the id is unknown or a field is missing
     */
    public WireMessage read(byte[] body, int serverVersion) {
        return read(body, 0, body.length, serverVersion);
    }

    /**
     * The message of a body that lies between two places of an array. It reads its values from there when asked, so it is
     * good only as long as the bytes stay.
     *
     * @throws WireException when the id is unknown or a field is missing
     */
    public WireMessage read(byte[] bytes, int from, int to, int serverVersion) {
        in.begin(bytes, from, to, "frame");
        int id = FrameCodec.id(in);
        Incoming kind = Incoming.ofIdOrNull(id);
        if (kind == null) {
            throw FrameCodec.unknown(id);
        }
        WireMessage message = messages[kind.ordinal()];
        if (message == null) {
            message = new WireMessage(Tables.incoming(kind), texts);
            messages[kind.ordinal()] = message;
        }
        message.clear();
        in.name(kind.title());
        FrameCodec.readOn(message, in, serverVersion, CHECK);
        return message;
    }
}

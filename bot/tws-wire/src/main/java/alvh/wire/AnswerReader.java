package alvh.wire;

import java.util.EnumMap;
import java.util.Map;

/**
 * Reads answers, one after the other, into messages that it keeps: a message is good until the next of its kind is
 * read, and market data makes no garbage. Lenient, as {@link FrameCodec#decodeIncoming} is. For one thread.
 */
public final class AnswerReader {

    private static final FieldCheck CHECK = new FieldCheck(Strictness.LENIENT, false);

    private final Map<Incoming, WireMessage> messages = new EnumMap<>(Incoming.class);
    private final BodyReader in = new BodyReader();

    /**
     * The message of a body.
     *
     * @throws WireException when the id is unknown or a field is missing
     */
    public WireMessage read(byte[] body, int serverVersion) {
        int id = FrameCodec.id(in, body);
        Incoming kind = Incoming.ofIdOrNull(id);
        if (kind == null) {
            throw FrameCodec.unknown(id);
        }
        WireMessage message = messages.get(kind);
        if (message == null) {
            message = new WireMessage(Tables.incoming(kind));
            messages.put(kind, message);
        }
        message.clear();
        in.begin(body, kind.title());
        FrameCodec.read(message, in, serverVersion, CHECK);
        return message;
    }
}

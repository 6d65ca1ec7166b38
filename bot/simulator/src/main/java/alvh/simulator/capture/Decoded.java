package alvh.simulator.capture;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import alvh.wire.FrameCodec;
import alvh.wire.Incoming;
import alvh.wire.MessageFields;
import alvh.wire.MessageKind;
import alvh.wire.Outgoing;
import alvh.wire.ServerVersions;
import alvh.wire.Strictness;
import alvh.wire.WireException;
import alvh.wire.WireMessage;

/** What a frame turned out to be. */
sealed interface Decoded {

    int SHOWN = 60;

    /** The message's name, or what is known instead. */
    String name();

    int id();

    /**
     * A message of the tables.
     *
     * @param note what a strict reader objects to, or ""
     */
    record Message(WireMessage message, int id, List<MessageFields.Part> parts, String note) implements Decoded {
        @Override
        public String name() {
            return message.kind().title();
        }
    }

    /** From server version 201 on ids are binary and bodies mostly protobuf: no table reads them. */
    record Binary(int id, int version, int length) implements Decoded {
        private static final int PROTOBUF = 200;

        @Override
        public String name() {
            return "binary";
        }

        String why(Direction direction) {
            boolean protobuf = id > PROTOBUF;
            Optional<? extends MessageKind> kind = kind(direction, protobuf ? id - PROTOBUF : id);
            return "not readable: id " + id + kind.map(k -> " (" + k.title() + (protobuf ? " as protobuf)" : ")"))
                    .orElse("") + ", " + length + " bytes, server version " + version
                    + "; text messages end at version " + ServerVersions.MAX;
        }
    }

    /** @param id -1 when the first field is no number */
    record Unreadable(String name, int id, String why, List<String> fields) implements Decoded {}

    static Decoded of(Direction direction, int version, byte[] body) {
        if (version > ServerVersions.MAX) {
            return new Binary(body.length < Integer.BYTES
                    ? -1
                    : (body[0] & 0xff) << 24 | (body[1] & 0xff) << 16 | (body[2] & 0xff) << 8 | body[3] & 0xff, version,
                    body.length);
        }
        if (version == 0) {
            return unreadable(direction, body, "the hello that names the server version is not in this recording");
        }
        try {
            return message(direction, version, body, Strictness.STRICT, "");
        } catch (WireException strict) {
            try {
                return message(direction, version, body, Strictness.LENIENT, strict.getMessage());
            } catch (WireException both) {
                return unreadable(direction, body, both.getMessage());
            }
        }
    }

    private static Decoded message(Direction direction, int version, byte[] body, Strictness strictness, String note) {
        WireMessage message = direction == Direction.SENT
                ? FrameCodec.decodeOutgoing(body, version, strictness)
                : FrameCodec.decodeIncoming(body, version, strictness);
        return new Message(message, message.kind().id(), MessageFields.of(message), note);
    }

    private static Decoded unreadable(Direction direction, byte[] body, String why) {
        List<String> fields = fields(body);
        boolean number = fields.getFirst().matches("\\d{1,4}");
        int id = number ? Integer.parseInt(fields.getFirst()) : -1;
        return new Unreadable(number ? title(direction, id) : "unknown",
                id, why, fields);
    }

    /** The texts between the zero bytes. */
    static List<String> fields(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        return List.of((text.endsWith("\0") ? text.substring(0, text.length() - 1) : text).split("\0", -1));
    }

    /** The first of them. */
    static String first(byte[] body) {
        int end = 0;
        while (end < body.length && body[end] != 0) {
            end++;
        }
        return new String(body, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** The head of bytes that are no frames. */
    static String start(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, SHOWN), StandardCharsets.ISO_8859_1);
    }

    private static String title(Direction direction, int id) {
        Optional<? extends MessageKind> kind = kind(direction, id);
        return kind.isPresent() ? kind.get().title() : "unknown";
    }

    private static Optional<? extends MessageKind> kind(Direction direction, int id) {
        return direction == Direction.SENT ? Outgoing.ofId(id) : Incoming.ofId(id);
    }
}

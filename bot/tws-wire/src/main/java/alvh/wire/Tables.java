package alvh.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The tables of all messages, read once from {@code outgoing.wire} and {@code incoming.wire}. */
public final class Tables {

    private static final Map<Outgoing, MessageTable> OUTGOING = tables(Outgoing.class, "outgoing.wire");
    private static final Map<Incoming, MessageTable> INCOMING = tables(Incoming.class, "incoming.wire");

    private Tables() {}

    /** The table of a request. */
    public static MessageTable outgoing(Outgoing kind) {
        return OUTGOING.get(kind);
    }

    /** The table of an answer. */
    public static MessageTable incoming(Incoming kind) {
        return INCOMING.get(kind);
    }

    private static <K extends Enum<K> & MessageKind> Map<K, MessageTable> tables(Class<K> kinds, String file) {
        Map<String, TableReader.Message> read = new TableReader(file, text(file)).messages();
        Map<K, MessageTable> tables = new EnumMap<>(kinds);
        for (K kind : kinds.getEnumConstants()) {
            TableReader.Message message = read.get(kind.title());
            if (message == null || message.id() != kind.id()) {
                throw new IllegalStateException(file + ": no table \"message " + kind.id() + " " + kind.title() + "\"");
            }
            tables.put(kind, new MessageTable(kind, message.layout(), message.since()));
        }
        return tables;
    }

    private static String text(String file) {
        try (InputStream in = Tables.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file, broken);
        }
    }
}

package alvh.simulator.capture;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import alvh.wire.FrameException;
import alvh.wire.FrameReader;
import alvh.wire.FrameWriter;
import alvh.wire.Handshake;

/** One link: both directions, the hellos at their heads, and the version that they settle. */
final class LinkReader {

    private final int number;
    private final Consumer<Item> items;
    private final Way sent = new Way(true);
    private final Way received = new Way(false);
    private boolean clientGreeted;
    private boolean serverGreeted;
    private int version;

    LinkReader(int number, Consumer<Item> items) {
        this.number = number;
        this.items = items;
    }

    private void say(long millis, Item.Event event) {
        items.accept(new Item(millis, number, event));
    }

    void opened(long millis, byte[] where) {
        say(millis, new Item.Event.Opened(new String(where, StandardCharsets.US_ASCII)));
    }

    /**
     * The link is known only from here on.
     *
     * @throws IOException when no recorder writes such a record
     */
    void goesOn(long millis, byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        sent.at(in);
        byte[] client = first(in);
        received.at(in);
        byte[] server = first(in);
        new Way(true).feed(client, body -> client(millis, body, true));
        new Way(false).feed(server, body -> server(millis, body, true));
        clientGreeted = true;
        serverGreeted = true;
    }

    private static byte[] first(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a first frame of " + length + " bytes");
        }
        return in.readNBytes(length);
    }

    void bytes(long millis, Direction direction, byte[] bytes) {
        Way way = way(direction);
        String why = way.feed(bytes, body -> body(millis, direction, body));
        if (why != null) {
            say(millis, new Item.Event.NotFrames(direction, why, way.rest()));
        }
    }

    /** @throws IOException when no recorder writes such a record */
    void gap(long millis, byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        int way = in.readByte();
        if (way != 'S' && way != 'R') {
            throw new IOException("a gap in direction " + way);
        }
        Direction direction = way == 'S' ? Direction.SENT : Direction.RECEIVED;
        long bytes = in.readLong();
        way(direction).at(in);
        say(millis, new Item.Event.Lost(direction, bytes));
        if (direction == Direction.SENT) {
            clientGreeted = true;
        } else {
            serverGreeted = true;
        }
    }

    void closed(long millis) {
        end(millis);
        say(millis, new Item.Event.Closed());
    }

    /** The recording ends here, or the link. */
    void end(long millis) {
        for (Direction direction : Direction.values()) {
            if (way(direction).restLength() > 0) {
                say(millis, new Item.Event.Unfinished(direction, way(direction).restLength()));
            }
        }
    }

    private Way way(Direction direction) {
        return direction == Direction.SENT ? sent : received;
    }

    private void body(long millis, Direction direction, byte[] body) {
        if (direction == Direction.SENT && !clientGreeted) {
            clientGreeted = true;
            client(millis, body, false);
        } else if (direction == Direction.RECEIVED && !serverGreeted) {
            serverGreeted = true;
            server(millis, body, false);
        } else {
            say(millis, new Item.Event.Frame(direction, version, body));
        }
    }

    private void client(long millis, byte[] body, boolean repeated) {
        byte[] framed = FrameWriter.framed(body);
        byte[] all = new byte[framed.length + 4];
        System.arraycopy(new byte[]{'A', 'P', 'I', 0}, 0, all, 0, 4);
        System.arraycopy(framed, 0, all, 4, framed.length);
        try {
            say(millis, new Item.Event.ClientHello(
                    Handshake.readClientHello(new FrameReader(new ByteArrayInputStream(all))), repeated));
        } catch (IOException odd) {
            say(millis, new Item.Event.NotFrames(Direction.SENT, odd.getMessage(), body));
        }
    }

    private void server(long millis, byte[] body, boolean repeated) {
        try {
            Handshake.ServerHello hello = Handshake.parseServerHello(body);
            version = hello.version();
            say(millis, new Item.Event.ServerHello(hello, repeated));
        } catch (FrameException odd) {
            say(millis, new Item.Event.NotFrames(Direction.RECEIVED, odd.getMessage(), body));
        }
    }
}

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

    /** The link is known only from here on. */
    void goesOn(long millis, byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        sent.at(in);
        byte[] client = in.readNBytes(in.readInt());
        received.at(in);
        byte[] server = in.readNBytes(in.readInt());
        new Way(true).feed(client, body -> client(millis, body, true));
        new Way(false).feed(server, body -> server(millis, body, true));
        clientGreeted = true;
        serverGreeted = true;
    }

    void bytes(long millis, Direction direction, byte[] bytes) {
        Way way = way(direction);
        String why = way.feed(bytes, body -> body(millis, direction, body));
        if (why != null) {
            say(millis, new Item.Event.NotFrames(direction, why, way.rest()));
        }
    }

    void gap(long millis, byte[] payload) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload));
        Direction direction = in.readByte() == 'S' ? Direction.SENT : Direction.RECEIVED;
        say(millis, new Item.Event.Lost(direction, in.readLong()));
        way(direction).at(in);
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
            if (way(direction).rest().length > 0) {
                say(millis, new Item.Event.Unfinished(direction, way(direction).rest().length));
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

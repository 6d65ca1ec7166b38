package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.script.Line;
import alvh.wire.FrameCodec;
import alvh.wire.FrameWriter;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Collects what one step sends; the only place where answers become bytes, and where they may have to wait. */
final class Mail {

    /** What is kept from one connection until its time. */
    private record Stall(Instant until, List<Emission> waiting) {}

    /** Id of an error that belongs to the session. */
    static final int SESSION = -1;
    private final List<Emission> emissions = new ArrayList<>();
    private final List<ExchangeOutput> happened = new ArrayList<>();
    private final Map<Integer, Stall> stalls = new TreeMap<>();
    /** Connections whose next frame is cut. */
    private final Set<Integer> cutting = new TreeSet<>();
    private final Switches switches;
    private Duration gap = Duration.ZERO;
    private Instant now = Instant.EPOCH;

    Mail(Switches switches) {
        this.switches = switches;
    }

    /** Begins a step; what has waited long enough goes first. */
    void begin(Instant at) {
        now = at;
        emissions.clear();
        happened.clear();
        for (int connection : List.copyOf(stalls.keySet())) {
            if (!now.isBefore(stalls.get(connection).until())) {
                emissions.addAll(stalls.remove(connection).waiting());
            }
        }
    }

    Turn end() {
        return new Turn(happened, emissions);
    }

    Instant now() {
        return now;
    }

    void send(Session to, WireMessage message) {
        send(to.connection, FrameCodec.encode(message, to.version));
    }

    /** A body as it is; a silent gateway says nothing at all, not even the greeting. */
    void send(int connection, byte[] body) {
        if (switches.silent) {
            return;
        }
        if (!cutting.remove(connection)) {
            post(connection, new Emission.Send(connection, body));
            return;
        }
        byte[] frame = FrameWriter.framed(body);
        int half = frame.length / 2;
        post(connection, new Emission.Bytes(connection, Arrays.copyOf(frame, half)));
        stall(connection, gap);
        post(connection, new Emission.Bytes(connection, Arrays.copyOfRange(frame, half, frame.length)));
    }

    void bytes(int connection, byte[] bytes) {
        post(connection, new Emission.Bytes(connection, bytes));
    }

    void error(Session to, int id, int code, String text) {
        send(to, errorMessage(id, code, text));
    }

    /** An error of this moment, to be sent when its sender likes. */
    WireMessage errorMessage(int id, int code, String text) {
        return WireMessage.of(Incoming.ERROR).set("id", id).set("code", code).set("message", text).set("time",
                now.toEpochMilli());
    }

    void close(Session session, Line.Cut cut) {
        close(session.connection, cut);
    }

    void close(int connection, Line.Cut cut) {
        post(connection, new Emission.Close(connection, cut));
    }

    private void post(int connection, Emission emission) {
        Stall stall = stalls.get(connection);
        (stall == null ? emissions : stall.waiting()).add(emission);
    }

    /** From here on this connection gets nothing for so long, then everything. */
    void stall(int connection, Duration by) {
        if (!by.isZero() && !stalls.containsKey(connection)) {
            stalls.put(connection, new Stall(now.plus(by), new ArrayList<>()));
        }
    }

    /** The next frame to this connection comes in two pieces with this gap. */
    void cutNext(int connection, Duration between) {
        gap = between;
        cutting.add(connection);
    }

    void forget(int connection) {
        stalls.remove(connection);
        cutting.remove(connection);
    }

    void add(Emission emission) {
        emissions.add(emission);
    }

    void record(ExchangeOutput output) {
        happened.add(output);
    }
}

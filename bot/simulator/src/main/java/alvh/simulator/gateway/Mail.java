package alvh.simulator.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import alvh.simulator.exchange.ExchangeOutput;
import alvh.simulator.script.Line;
import alvh.wire.FrameCodec;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Collects what one step sends; the only place where answers become bytes. */
final class Mail {

    /** Id of an error that belongs to the session. */
    static final int SESSION = -1;
    private final List<Emission> emissions = new ArrayList<>();
    private final List<ExchangeOutput> happened = new ArrayList<>();
    private final Switches switches;
    private Instant now = Instant.EPOCH;

    Mail(Switches switches) {
        this.switches = switches;
    }

    void begin(Instant at) {
        now = at;
        emissions.clear();
        happened.clear();
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
        if (!switches.silent) {
            emissions.add(new Emission.Send(connection, body));
        }
    }

    void error(Session to, int id, int code, String text) {
        send(to, WireMessage.of(Incoming.ERROR).set("id", id).set("code", code).set("message", text).set("time",
                now.toEpochMilli()));
    }

    void close(Session session, Line.Cut cut) {
        emissions.add(new Emission.Close(session.connection, cut));
    }

    void add(Emission emission) {
        emissions.add(emission);
    }

    void record(ExchangeOutput output) {
        happened.add(output);
    }
}

package alvh.simulator.gateway;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

import alvh.simulator.exchange.Exchange;
import alvh.simulator.script.Line;
import alvh.wire.Handshake;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Lets clients in: version, client id, and what every session hears first. */
final class Reception {

    private static final int MOST_CLIENTS = 32;
    private final Exchange exchange;
    private final ListDesk lists;
    private final Switches switches;
    private final Mail mail;
    /** Client ids of connections that clients have ended, and until when they stay taken. */
    private final Map<Integer, Instant> lingering = new TreeMap<>();
    private final Collection<Session> sessions;

    Reception(Exchange exchange, ListDesk lists, Switches switches, Mail mail, Collection<Session> sessions) {
        this.exchange = exchange;
        this.lists = lists;
        this.switches = switches;
        this.mail = mail;
        this.sessions = sessions;
    }

    /** A session with the negotiated version, or null after closing without a greeting. */
    Session hello(GatewayInput.Hello hello) {
        OptionalInt version = Handshake.negotiate(hello.client());
        if (version.isEmpty() || !switches.portOpen || sessions.size() >= MOST_CLIENTS) {
            mail.close(hello.connection(), Line.Cut.FIN);
            return null;
        }
        mail.stall(hello.connection(), switches.slowGreeting);
        mail.send(hello.connection(), Handshake.serverHello(
                new Handshake.ServerHello(version.getAsInt(), Stamp.greeting(mail.now()))));
        return new Session(hello.connection(), version.getAsInt(), hello.client().options().contains("+PACEAPI"));
    }

    /** True when the session is started; a client id in use closes the new one. */
    boolean start(Session session, int clientId, LinkLines link) {
        boolean dead = lingering.containsKey(clientId) && mail.now().isBefore(lingering.get(clientId));
        boolean taken = dead || sessions.stream().anyMatch(other -> other != session && other.clientId == clientId);
        if (taken || clientId < 0) {
            mail.error(session, Mail.SESSION, 326,
                    "Unable to connect as the client id is already in use. Retry with a unique client id.");
            mail.close(session, Line.Cut.FIN);
            return false;
        }
        session.clientId = clientId;
        mail.stall(session.connection, switches.slowBootstrap);
        lists.comeback(session);
        managedAccounts(session);
        nextValidId(session);
        link.greet(session);
        return true;
    }

    void linger(int clientId, Instant until) {
        lingering.put(clientId, until);
    }

    void managedAccounts(Session session) {
        mail.send(session, WireMessage.of(Incoming.MANAGED_ACCOUNTS).set("accounts", exchange.account()));
    }

    void nextValidId(Session session) {
        mail.send(session, WireMessage.of(Incoming.NEXT_VALID_ID).set("orderId",
                lists.nextOrderId(session.clientId)));
    }
}

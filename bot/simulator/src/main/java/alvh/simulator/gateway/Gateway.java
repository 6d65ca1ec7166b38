package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.simulator.exchange.Exchange;
import alvh.simulator.exchange.ExchangeInput;
import alvh.simulator.exchange.HalfDone;
import alvh.simulator.script.Line;
import alvh.simulator.script.Step;
import alvh.simulator.script.When;
import alvh.wire.FrameCodec;
import alvh.wire.Outgoing;
import alvh.wire.Strictness;
import alvh.wire.WireException;
import alvh.wire.WireMessage;

/**
 * A TWS server without sockets. {@link #step} is the only way in; one thread at a time. Facts of the returned turn must
 * be on record before its emissions leave.
 */
public final class Gateway {

    private static final int INTERNAL = 323;
    private static final Duration SLOW = Duration.ofMinutes(3);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private final Exchange exchange;
    private final Switches switches = new Switches();
    private final Mail mail = new Mail(switches);
    private final Map<Integer, Session> sessions = new TreeMap<>();
    private final Desks desks;
    private final Router router;
    private final Courier courier;
    private final LinkLines link;
    private final WorldLines world;
    private final Playbook playbook;
    private Instant slowPush = Instant.EPOCH;
    private Instant secondPush = Instant.EPOCH;

    public Gateway(Exchange exchange) {
        this.exchange = exchange;
        Collection<Session> everyone = sessions.values();
        Contracts contracts = new Contracts(exchange.market());
        OrderWriter writer = new OrderWriter(contracts, exchange.account());
        AccountDesk accounts = new AccountDesk(exchange, contracts, switches, mail);
        Layers layers = new Layers(contracts);
        Untransmitted kept = new Untransmitted();
        ListDesk lists = new ListDesk(exchange, writer, contracts, switches, mail, kept);
        this.playbook = new Playbook(exchange);
        this.courier = new Courier(writer, accounts, switches, mail, everyone, playbook);
        OrderDesk orders = new OrderDesk(exchange, new TicketReader(contracts, exchange.account()), layers, switches,
                courier, mail, kept);
        this.desks = new Desks(new Reception(exchange, lists, switches, mail, everyone),
                new QuoteDesk(contracts, exchange.market(), switches, mail),
                new LiveDesk(contracts, exchange.market(), switches, mail),
                new CalculationDesk(contracts, exchange.market(), mail), new ContractDesk(contracts, mail),
                new HistoryDesk(contracts, exchange.market(), switches, mail),
                new TickHistoryDesk(contracts, exchange.market(), switches, mail), accounts, orders, lists);
        this.router = new Router(desks, switches, mail, everyone);
        this.link = new LinkLines(switches, mail, everyone, orders, accounts,
                new Night(exchange, orders, switches, mail));
        this.world = new WorldLines(exchange, orders, layers, switches, link, mail);
    }

    /**
     * Moves exchange time to {@code now} and takes in what happened.
     *
     * @param now exchange time, never earlier than at the step before
     */
    public Turn step(Instant now, GatewayInput input) {
        mail.begin(now);
        try {
            link.tick();
            courier.flush();
            if (now.isAfter(exchange.market().now())) {
                courier.deliver(exchange.step(new ExchangeInput.Tick(now)));
            }
        } catch (RuntimeException why) {
            broken("time passing", why);
        }
        switch (input) {
            case GatewayInput.Hello hello -> hello(hello);
            case GatewayInput.Frame frame -> frame(frame);
            case GatewayInput.Gone gone -> gone(gone.connection());
            case GatewayInput.Tick tick -> push(now);
            case GatewayInput.Script script -> script(script.step());
        }
        for (Step due = playbook.next(now); due != null; due = playbook.next(now)) {
            play(due);
        }
        return mail.end();
    }

    private void hello(GatewayInput.Hello hello) {
        Session session = desks.reception().hello(hello);
        if (session != null) {
            sessions.put(hello.connection(), session);
        }
    }

    private void frame(GatewayInput.Frame frame) {
        Session session = sessions.get(frame.connection());
        if (session == null) {
            return; // closed meanwhile: a late frame of a dropped connection
        }
        if (session.paced) {
            boolean wait = !session.waiting.isEmpty() || !session.pace.admits(frame.arrived(), switches.pace());
            if (wait) {
                session.waiting.add(frame.body());
            } else {
                read(session, frame.body());
            }
            return;
        }
        switch (session.pace.count(frame.arrived(), switches.pace())) {
            case FINE -> read(session, frame.body());
            case TOO_MANY -> mail.error(session, Mail.SESSION, 100,
                    "Max rate of messages per second has been exceeded:max=" + switches.pace());
            case CLOSE -> close(session);
        }
    }

    /** Requests of a client that asked to be held back instead of refused. */
    private void readWaiting(Instant now) {
        for (Session session : List.copyOf(sessions.values())) {
            while (!session.waiting.isEmpty() && sessions.containsKey(session.connection)
                    && session.pace.admits(now, switches.pace())) {
                read(session, session.waiting.remove());
            }
        }
    }

    private void gone(int connection) {
        Session session = sessions.remove(connection);
        mail.forget(connection);
        if (session != null && session.started() && !switches.linger.isZero()) {
            desks.reception().linger(session.clientId, mail.now().plus(switches.linger));
        }
    }

    private void read(Session session, byte[] body) {
        WireMessage request;
        try {
            request = FrameCodec.decodeOutgoing(body, session.version,
                    switches.strict ? Strictness.STRICT : Strictness.LENIENT);
        } catch (WireException unreadable) {
            refuse(session, body, unreadable);
            return;
        }
        try {
            serve(session, (Outgoing) request.kind(), request);
        } catch (RuntimeException why) {
            int id = RequestIds.of(request);
            broken(request.kind().title() + " " + id + " of client " + session.clientId, why);
            session.forget(id);
            mail.error(session, id, INTERNAL, "Error processing request: gateway internal error");
        }
    }

    private void serve(Session session, Outgoing kind, WireMessage request) {
        if (session.started()) {
            router.route(session, kind, request);
        } else if (kind == Outgoing.START_API
                && !desks.reception().start(session, request.intValue("clientId"), link)) {
            sessions.remove(session.connection);
        }
    }

    /** Broken code ends what it was doing and nothing else; what had happened before it is still told. */
    private void broken(String doing, RuntimeException why) {
        mail.add(new Emission.Broken(doing, why));
        if (why instanceof HalfDone half) {
            try {
                courier.deliver(half.facts());
            } catch (RuntimeException again) {
                mail.add(new Emission.Broken("telling what happened before: " + doing, again));
            }
        }
    }

    /** 321 for a message this server does not know, 320 for a field it cannot read; the socket stays open. */
    private void refuse(Session session, byte[] body, WireException unreadable) {
        if (!session.started() && !unreadable.message().equals(Outgoing.START_API.title())) {
            return;
        }
        boolean unknown = unreadable.problem() == WireException.Problem.UNKNOWN_MESSAGE;
        String text = unknown
                ? "Error validating request.-'bX' : cause - Unknown or unsupported message id "
                        + unreadable.text()
                : "Error reading request. Unable to parse field: '" + unreadable.field() + "' of "
                        + unreadable.message()
                        + (unreadable.text() == null ? ": it is missing" : ", value: '" + unreadable.text() + "'");
        mail.error(session, RequestIds.of(body, session.version), unknown ? 321 : 320, text);
    }

    private void close(Session session) {
        mail.close(session, Line.Cut.FIN);
        sessions.remove(session.connection);
    }

    private void push(Instant now) {
        readWaiting(now);
        boolean second = !now.isBefore(secondPush.plus(SECOND));
        boolean slow = !now.isBefore(slowPush.plus(SLOW));
        secondPush = second ? now : secondPush;
        slowPush = slow ? now : slowPush;
        for (Session session : sessions.values()) {
            try {
                desks.quotes().push(session);
                desks.live().push(session);
                desks.history().push(session);
                desks.accounts().push(session, second, slow);
            } catch (RuntimeException why) {
                broken("the subscriptions of client " + session.clientId + ", which end", why);
                session.forgetSubscriptions();
                mail.error(session, Mail.SESSION, INTERNAL, "Gateway internal error: your subscriptions have ended");
            }
        }
    }

    private void script(Step step) {
        switch (step.when()) {
            case When.InTurn turn -> play(step);
            case When.At at -> playbook.arm(step, at.moment(), mail.now());
            case When.AfterFills fills -> playbook.armAfterFills(step);
        }
    }

    private void play(Step step) {
        switch (step.line()) {
            case Line.World line -> perform(step, line);
            case Line.Play play -> mail.add(new Emission.Say("left to the play: " + step.text()));
            case Line.Setup setup -> mail.add(new Emission.Say("only at the head of a file: " + step.text()));
        }
    }

    /** A line about something this world does not have is answered, not fatal. */
    private void perform(Step step, Line.World line) {
        try {
            world.play(line);
        } catch (IllegalArgumentException impossible) {
            mail.add(new Emission.Say("cannot play '" + step.text() + "': " + impossible.getMessage()));
        } catch (RuntimeException why) {
            broken("playing '" + step.text() + "'", why);
        }
    }

    /** Connected clients that have started, for a person to see. */
    public int clients() {
        return (int) sessions.values().stream().filter(Session::started).count();
    }
}

package alvh.daemon.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.Ports;
import alvh.planner.market.AccountKind;

/**
 * Keeps the session: dials, waits for accounts and next id, proves kind and account, measures the clock, asks once
 * whether orders may be asked for, then listens for silence. Any doubt closes the raw socket and begins again after 2, 4,
 * 8 ... 60 s. Owned by the loop.
 */
final class SessionKeeper {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final Duration GREETING = Duration.ofSeconds(10);
    private static final Duration CLOCK = Duration.ofSeconds(3);
    private static final Duration PROBE = Duration.ofSeconds(15);
    private static final Duration BUSY = Duration.ofSeconds(90);
    private static final Duration OVERTAKEN = Duration.ofSeconds(1);
    private static final int CLIENT_ID_IN_USE = 326;
    private static final int READ_ONLY = 321;
    private static final int UNKNOWN_MESSAGES = 3;

    private final BrokerSettings settings;
    private final Loop loop;
    private final Dialer dialer;
    private final Room room;
    private final Wire wire;
    private final ExchangeClock clock;
    private final Ports.Ticker ticker;
    private final Consumer<Event> desk;
    private State state = new State.Idle();
    private Duration pause = FIRST_PAUSE;
    private long busySince;
    private boolean busy;
    /** Account and kind were proven in this run: what answers oddly now was a gateway before, and may be again. */
    private boolean known;
    private String alarmed = "";
    private Greeting greeting = new Greeting();

    private sealed interface State {

        record Idle() implements State {}

        record Dialling() implements State {}

        /** Connected, not proven. */
        record Proving(Link link) implements State {}

        record Up(Link link, Heart heart) implements State {}

        /** Never again: refused, or closed by us. */
        record Over() implements State {}
    }

    /** What the bootstrap has said so far on this link. */
    private static final class Greeting {
        private List<String> accounts = List.of();
        private int nextId;
        private boolean proven;
        private int unknownMessages;
        /** Why the link was closed while it was still being made, or empty. */
        private String refusal = "";
        /** 1100 or 2110 came and nothing has taken it back, else null. */
        private Word.Error brokerLost;
    }

    SessionKeeper(BrokerSettings settings, Loop loop, Room room, Wire wire, ExchangeClock clock, Ports.Ticker ticker,
            Consumer<Event> desk) {
        this.settings = settings;
        this.loop = loop;
        this.dialer = new Dialer(settings, loop);
        this.room = room;
        this.wire = wire;
        this.clock = clock;
        this.ticker = ticker;
        this.desk = desk;
    }

    void start() {
        if (state instanceof State.Idle) {
            dial();
        }
    }

    /** The link to write to, or null. */
    Link link() {
        return switch (state) {
            case State.Proving proving -> proving.link();
            case State.Up up -> up.link();
            case State.Idle idle -> null;
            case State.Dialling dialling -> null;
            case State.Over over -> null;
        };
    }

    boolean up() {
        return state instanceof State.Up;
    }

    /** The link, if it is this one, cannot be trusted: close it and begin again. */
    void doubt(Link suspect, String because) {
        if (suspect != null && suspect == link()) {
            drop(because);
        }
    }

    void close() {
        Link link = link();
        state = new State.Over();
        if (link != null) {
            link.close();
        }
        room.lost("the session was closed");
    }

    private void dial() {
        state = new State.Dialling();
        greeting = new Greeting();
        dialer.dial(this::hear, link -> doubt(link, "the connection ended " + link.ending()), this::dialled);
    }

    private void dialled(Dialer.Outcome outcome) {
        switch (outcome) {
            case Dialer.Outcome.Connected gone when state instanceof State.Dialling && gone.link().dead() ->
                retry(greeting.refusal.isEmpty() ? "the connection ended " + gone.link().ending() : greeting.refusal);
            case Dialer.Outcome.Connected connected when state instanceof State.Dialling -> greet(connected.link());
            case Dialer.Outcome.Connected late -> late.link().close();
            case Dialer.Outcome.NotNow notNow when state instanceof State.Dialling -> retry(notNow.because());
            case Dialer.Outcome.NotNow late -> {
            }
            case Dialer.Outcome.Never never when known && state instanceof State.Dialling ->
                retryLoudly(never.because());
            case Dialer.Outcome.Never never -> refuse(15, never.because());
        }
    }

    private void greet(Link link) {
        state = new State.Proving(link);
        Greeting mine = greeting;
        loop.after(GREETING, () -> {
            if (link == link() && !mine.proven) {
                drop("the gateway sent no accounts and no order id in " + GREETING.toSeconds() + " s");
            }
        });
        new LinkWatch(loop, wire, ticker, because -> doubt(link, because)).start(link);
        proveIfGreeted(link);
    }

    /** Words of an older link are void; those that come while dialling belong to the link being made. */
    private void hear(Link link, Word word) {
        boolean current = link == link() || state instanceof State.Dialling;
        if (!current || link.dead()) {
            return;
        }
        switch (word) {
            case Word.Accounts accounts -> greeting.accounts = accounts.ids();
            case Word.NextId next -> greeting.nextId = Math.max(greeting.nextId, next.orderId());
            case Word.Closed closed -> closed(link);
            case Word.Error error when error.code() == CLIENT_ID_IN_USE -> clientIdInUse(link);
            case Word.Error error when error.code() == ClientCode.UNKNOWN_MESSAGE -> unknownMessage(link);
            default -> {
                noteBrokerLink(word);
                room.hear(word);
            }
        }
        proveIfGreeted(link);
    }

    /** The pump tells the end behind the last words, which the official client's reader may overtake with this call. */
    private void closed(Link link) {
        loop.after(OVERTAKEN, () -> doubt(link, "the connection ended " + link.ending()));
    }

    private void noteBrokerLink(Word word) {
        if (word instanceof Word.Error error) {
            greeting.brokerLost = switch (error.code()) {
                case 1100, 2110 -> error;
                case 1101, 1102 -> null;
                default -> greeting.brokerLost;
            };
        }
    }

    private void unknownMessage(Link link) {
        if (++greeting.unknownMessages > UNKNOWN_MESSAGES) {
            doubt(link, "more than " + UNKNOWN_MESSAGES + " messages that this client does not know");
        }
    }

    private void clientIdInUse(Link link) {
        if (!busy) {
            busy = true;
            busySince = ticker.nanos();
        }
        if (ticker.nanos() - busySince >= BUSY.toNanos()) {
            refuse(12, "client id " + settings.clientId() + " is in use at " + settings.host() + ":" + settings.port()
                    + " for more than " + BUSY.toSeconds() + " s: another program, or another copy of this one, is"
                    + " connected under it. Stop that one, or give this one another gateway.client_id");
        } else {
            pause = Duration.ofSeconds(5);
            doubtOrDialling(link,
                    "client id " + settings.clientId() + " is in use (326); a dead session lingers a while");
        }
    }

    private void doubtOrDialling(Link link, String because) {
        if (link == link()) {
            drop(because);
        } else {
            greeting.refusal = because;
            link.close();
        }
    }

    private void proveIfGreeted(Link link) {
        boolean ready = state instanceof State.Proving && link == link() && !greeting.proven
                && !greeting.accounts.isEmpty() && greeting.nextId > 0;
        if (!ready) {
            return;
        }
        greeting.proven = true;
        AccountProof.Verdict verdict = AccountProof.judge(greeting.accounts, settings);
        switch (verdict) {
            case AccountProof.Verdict.Proven ok -> {
                known = true;
                measureClock(link);
            }
            case AccountProof.Verdict.Wrong wrong -> refuse(wrong.exitCode(), wrong.because());
        }
    }

    private void measureClock(Link link) {
        boolean millis = link.serverVersion() >= Room.MILLIS_FROM;
        room.up(link.serverVersion());
        long[] skews = new long[3];
        measure(link, millis, skews, 0);
    }

    private void measure(Link link, boolean millis, long[] skews, int done) {
        if (done == skews.length) {
            Arrays.sort(skews);
            probeOrders(link, skews[1]);
            return;
        }
        long asked = ticker.nanos();
        room.asks().inLane(Lanes.TIME, "current time", word -> word instanceof Word.Time,
                word -> word instanceof Word.Time, CLOCK, new Request.Time(millis)).thenAccept(reply -> {
                    switch (reply) {
                        case Reply.Got got -> {
                            skews[done] = measured(got, asked);
                            measure(link, millis, skews, done + 1);
                        }
                        case Reply.Failed failed -> doubt(link, failed.because());
                    }
                });
    }

    /** Whole seconds are cut down by the broker: half a second is added, and a second of difference is none. */
    private long measured(Reply.Got got, long asked) {
        Word.Time time = got.all(Word.Time.class).get(0);
        Instant word = Instant.ofEpochMilli(time.exact() ? time.millis() : time.millis() + 500);
        long skew = clock.measured(word, ticker.nanos() - asked);
        return time.exact() || Math.abs(skew) > 1000 ? skew : 0;
    }

    /** Asks for own open orders once: a Read-Only gateway says so, and everything else may go on. */
    private void probeOrders(Link link, long skewMillis) {
        wire.put(link, new Request.DataType(settings.allowDelayed() && settings.kind() == AccountKind.PAPER ? 3 : 1));
        room.asks().inLane(Lanes.ORDERS, "own open orders", word -> word instanceof Word.OpenOrder,
                word -> word instanceof Word.OpenOrderEnd, PROBE, new Request.OpenOrders()).thenAccept(reply -> {
                    switch (reply) {
                        case Reply.Got got -> up(link, false, skewMillis);
                        case Reply.Failed failed when failed.code() == READ_ONLY -> up(link, true, skewMillis);
                        case Reply.Failed failed -> doubt(link, failed.because());
                    }
                });
    }

    private void up(Link link, boolean readOnly, long skewMillis) {
        if (link != link()) {
            return;
        }
        pause = FIRST_PAUSE;
        busy = false;
        alarmed = "";
        boolean millis = link.serverVersion() >= Room.MILLIS_FROM;
        var heart = new Heart(loop, room.asks(), millis, this::measured, because -> doubt(link, because),
                ticker, skewMillis);
        state = new State.Up(link, heart);
        heart.start(link);
        desk.accept(new Event.SessionUp(settings.accountId(), link.serverVersion(), greeting.nextId, readOnly,
                skewMillis));
        if (greeting.brokerLost != null) {
            // A gateway that is itself without its broker says so while we are still proving it.
            desk.accept(new Event.FarmLink(greeting.brokerLost.code(), greeting.brokerLost.text()));
        }
    }

    private void drop(String because) {
        link().close();
        retry(because);
    }

    /** One alarm for each thing that is heard, until the session stands again. */
    private void retryLoudly(String because) {
        if (!alarmed.equals(because)) {
            alarmed = because;
            desk.accept(new Event.Noticed("gateway", "the gateway that was connected before does not come back: "
                    + because + "; it is tried again, no order leaves meanwhile", true));
        }
        retry(because);
    }

    private void retry(String because) {
        state = new State.Idle();
        room.lost(because);
        Duration wait = pause;
        pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        loop.after(wait, this::start);
        desk.accept(new Event.SessionDown(because.trim(), wait.toMillis()));
    }

    private void refuse(int exitCode, String because) {
        if (state instanceof State.Over) {
            return;
        }
        close();
        desk.accept(new Event.SessionRefused(exitCode, because));
    }
}

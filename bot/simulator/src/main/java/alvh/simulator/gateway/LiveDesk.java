package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.wire.WireMessage;

/** Real-time bars, tick-by-tick data and market depth. */
final class LiveDesk {

    private static final Set<String> SHOWN = Set.of("TRADES", "MIDPOINT", "BID", "ASK");
    private static final int MOST_DEPTHS = 3;
    private static final int MOST_ROWS = 20;
    private static final int MOST_TICK_BY_TICK = 5;
    private static final Duration SAME_INSTRUMENT = Duration.ofSeconds(15);
    private final Contracts contracts;
    private final Market market;
    private final Switches switches;
    private final Mail mail;
    private final Rights rights;

    LiveDesk(Contracts contracts, Market market, Switches switches, Mail mail) {
        this.contracts = contracts;
        this.market = market;
        this.switches = switches;
        this.mail = mail;
        this.rights = new Rights(switches);
    }

    void bars(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        String show = request.text("whatToShow");
        if (show.isEmpty()) {
            mail.error(session, reqId, 431, "What to show is missing");
        } else if (!SHOWN.contains(show)) {
            mail.error(session, reqId, 420, "Invalid Real-time Query:Wrong what to show");
        } else if (request.intValue("barSize") != RealtimeBars.SECONDS) {
            mail.error(session, reqId, 420, "Invalid Real-time Query:Bar size must be " + RealtimeBars.SECONDS);
        } else if (!session.historyPace.admitsStream(mail.now())) {
            mail.error(session, reqId, 420, "Invalid Real-time Query:Historical data request pacing violation");
        } else {
            listing(session, reqId, request, 420, "Invalid Real-time Query:No market data permissions")
                    .ifPresent(l -> start(session, reqId, new RealtimeBars(reqId, l, show)));
        }
    }

    void ticks(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        Optional<TickByTick.Kind> kind = Stream.of(TickByTick.Kind.values())
                .filter(k -> k.name().equals(request.text("tickType"))).findFirst();
        if (kind.isEmpty()) {
            mail.error(session, reqId, 321, "Error validating request.-'cI' : cause - Unknown tick-by-tick type '"
                    + request.text("tickType") + "'. Legal ones are: " + List.of(TickByTick.Kind.values()));
            return;
        }
        String failed = "Failed to request tick-by-tick data.";
        listing(session, reqId, request, 10189, failed + "No market data permissions").ifPresent(l -> {
            Instant before = session.tickByTick.get(l.conId());
            boolean again = before != null && mail.now().isBefore(before.plus(SAME_INSTRUMENT));
            if (again || count(session, TickByTick.class) >= MOST_TICK_BY_TICK) {
                mail.error(session, reqId, 10190, "Max number of tick-by-tick requests has been reached.");
                return;
            }
            session.tickByTick.put(l.conId(), mail.now());
            start(session, reqId, new TickByTick(reqId, l, kind.get(), request.bool("ignoreSize")));
        });
    }

    void depth(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        if (count(session, DepthBook.class) >= MOST_DEPTHS) {
            mail.error(session, reqId, 309, "Max number (" + MOST_DEPTHS + ") of market depth requests has been"
                    + " reached");
            return;
        }
        int rows = Math.min(Math.max(1, request.intValue("numRows")), MOST_ROWS);
        listing(session, reqId, request, 354, "Requested market data is not subscribed.").ifPresent(
                l -> start(session, reqId, new DepthBook(reqId, l, rows, request.bool("isSmartDepth"))));
    }

    private static long count(Session session, Class<? extends LiveStream> kind) {
        return session.live.values().stream().filter(kind::isInstance).count();
    }

    /** The one instrument meant, if it may be watched live; else the error is told. */
    private Optional<Listing> listing(Session session, int reqId, WireMessage request, int code, String text) {
        return switch (contracts.one(request)) {
            case Contracts.Found.None none -> {
                mail.error(session, reqId, none.code(), none.text());
                yield Optional.empty();
            }
            case Contracts.Found.One one -> {
                int right = rights.code(one.listing().key().underlying(), 1);
                boolean allowed = Rights.stays(right) && right != Rights.COMPETING;
                if (!allowed) {
                    mail.error(session, reqId, code, text);
                }
                yield allowed ? Optional.of(one.listing()) : Optional.empty();
            }
        };
    }

    private void start(Session session, int reqId, LiveStream stream) {
        session.live.put(reqId, stream);
        push(session, reqId, stream);
    }

    void push(Session session) {
        Map.copyOf(session.live).keySet().stream().sorted()
                .forEach(reqId -> push(session, reqId, session.live.get(reqId)));
    }

    private void push(Session session, int reqId, LiveStream stream) {
        if (switches.quotesFlow() && !stream.push(session, market, mail)) {
            session.live.remove(reqId);
        }
    }

    /** A depth that is not known draws 310, the other kinds 300 as market data does. */
    void cancel(Session session, WireMessage request, Class<? extends LiveStream> kind) {
        int reqId = request.intValue("reqId");
        if (kind.isInstance(session.live.get(reqId))) {
            session.live.remove(reqId);
        } else if (kind == DepthBook.class) {
            mail.error(session, reqId, 310, "Can't find the subscribed market depth with tickerId:" + reqId);
        } else {
            mail.error(session, reqId, 300, "Can't find EId with tickerId:" + reqId);
        }
    }
}

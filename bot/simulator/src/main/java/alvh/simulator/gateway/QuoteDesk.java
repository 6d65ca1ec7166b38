package alvh.simulator.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import alvh.planner.market.Side;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Market data: subscriptions and snapshots, permissions, delayed data, the limit on lines. */
final class QuoteDesk {

    /** A one-time request that has not ended. */
    record Snapshot(QuoteStream stream, Instant until) {}

    private static final Duration LONGEST_SNAPSHOT = Duration.ofSeconds(11);
    private final Contracts contracts;
    private final Market market;
    private final Switches switches;
    private final Mail mail;
    private final Rights rights;
    private final GenericTicks generics;

    QuoteDesk(Contracts contracts, Market market, Switches switches, Mail mail) {
        this.contracts = contracts;
        this.market = market;
        this.switches = switches;
        this.mail = mail;
        this.rights = new Rights(switches);
        this.generics = new GenericTicks(market);
    }

    void request(Session session, WireMessage request, Collection<Session> everyone) {
        int reqId = request.intValue("reqId");
        String ticks = request.text("genericTickList");
        int lines = everyone.stream().mapToInt(s -> s.quotes.size()).sum();
        if (!GenericTicks.LEGAL.containsAll(generics(ticks))) {
            mail.error(session, reqId, 321, "Error validating request.-'bQ' : cause - Incorrect generic tick list of "
                    + ticks + ". Legal ones are: " + GenericTicks.LEGAL.stream().sorted().toList());
        } else if (isSnapshot(request) && !ticks.isEmpty()) {
            mail.error(session, reqId, 414, "Snapshot market data subscription is not applicable to generic ticks");
        } else if (!isSnapshot(request) && lines >= switches.dataLines) {
            mail.error(session, reqId, 101, "Max number of tickers has been reached");
        } else {
            legs(session, reqId, request).ifPresent(legs -> permitted(session, reqId, request, legs));
        }
    }

    private static boolean isSnapshot(WireMessage request) {
        return request.bool("snapshot") || request.bool("regulatorySnapshot");
    }

    /** In the order of the ids; a colon begins what a generic tick is to bring besides. */
    private static Set<String> generics(String list) {
        return list.isBlank()
                ? Set.of()
                : Stream.of(list.split(",", -1)).map(tick -> tick.strip().split(":", -1)[0])
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<List<QuoteStream.Leg>> legs(Session session, int reqId, WireMessage request) {
        if (!request.text("secType").equals("BAG")) {
            return switch (contracts.one(request)) {
                case Contracts.Found.One one -> Optional.of(List.of(new QuoteStream.Leg(one.listing(), 1, Side.BUY)));
                case Contracts.Found.None none -> {
                    mail.error(session, reqId, none.code(), none.text());
                    yield Optional.empty();
                }
            };
        }
        List<QuoteStream.Leg> legs = new ArrayList<>();
        for (WireMessage.Group leg : request.list("comboLegs")) {
            Optional<Listing> listing = contracts.byConId(leg.intValue("conId"));
            listing.ifPresent(l -> legs.add(new QuoteStream.Leg(l, Math.max(1, leg.intValue("ratio")),
                    leg.text("action").equals("SELL") ? Side.SELL : Side.BUY)));
        }
        if (legs.isEmpty() || legs.size() < request.list("comboLegs").size()) {
            mail.error(session, reqId, 200, Contracts.UNKNOWN);
            return Optional.empty();
        }
        return Optional.of(legs);
    }

    private void permitted(Session session, int reqId, WireMessage request, List<QuoteStream.Leg> legs) {
        int code = rights.code(legs.get(0).listing().key().underlying(), session.dataType);
        Rights.tell(session, reqId, code, mail);
        if (Rights.stays(code)) {
            QuoteStream stream = new QuoteStream(reqId, legs, session.dataType,
                    generics(request.text("genericTickList")), code);
            if (isSnapshot(request)) {
                session.snapshots.put(reqId, new Snapshot(stream, mail.now().plus(LONGEST_SNAPSHOT)));
                snapshot(session, session.snapshots.get(reqId));
            } else {
                start(session, stream);
            }
        }
    }

    private void start(Session session, QuoteStream stream) {
        session.quotes.put(stream.reqId, stream);
        mail.send(session, WireMessage.of(Incoming.TICK_REQ_PARAMS).set("reqId", stream.reqId)
                .set("minTick", Numbers.plain(stream.listing().minTick())).set("bboExchange", "")
                .set("snapshotPermissions", 3));
        show(session, stream);
    }

    /** The type of data, and the data while it flows; false when nothing could be shown. */
    private boolean show(Session session, QuoteStream stream) {
        stream.tell(Rights.type(stream.code, stream.wanted, market.isOpen(stream.listing().key())), session, mail);
        boolean shown = switches.quotesFlow() && stream.push(session, market, mail);
        if (shown) {
            generics.push(stream, session, mail);
        }
        return shown;
    }

    /** Ends with 57 when all is told, or when its time is over. */
    private void snapshot(Session session, Snapshot snapshot) {
        if (show(session, snapshot.stream()) || !mail.now().isBefore(snapshot.until())) {
            session.snapshots.remove(snapshot.stream().reqId);
            mail.send(session, WireMessage.of(Incoming.TICK_SNAPSHOT_END).set("reqId", snapshot.stream().reqId));
        }
    }

    void cancel(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        boolean none = session.quotes.remove(reqId) == null & session.snapshots.remove(reqId) == null;
        if (none) {
            mail.error(session, reqId, 300, "Can't find EId with tickerId:" + reqId);
        }
    }

    /** Sends what has moved to every subscriber, and what has become of its rights. */
    void push(Session session) {
        for (QuoteStream stream : List.copyOf(session.quotes.values())) {
            if (stillAllowed(session, stream)) {
                show(session, stream);
            } else {
                session.quotes.remove(stream.reqId);
            }
        }
        List.copyOf(session.snapshots.values()).forEach(snapshot -> snapshot(session, snapshot));
    }

    private boolean stillAllowed(Session session, QuoteStream stream) {
        int code = rights.code(stream.listing().key().underlying(), stream.wanted);
        if (code != stream.code) {
            stream.code = code;
            Rights.tell(session, stream.reqId, code, mail);
        }
        return Rights.stays(code);
    }
}

package alvh.simulator.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import alvh.planner.market.Side;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Market data: subscriptions and snapshots, permissions, delayed data, the limit on lines. */
final class QuoteDesk {

    private static final Set<String> GENERIC = Set.of("100", "101", "104", "105", "106", "162", "165", "221", "225",
            "232", "233", "236", "293", "294", "295", "318", "375", "411", "456", "588", "595");
    private static final int FROZEN = 2;
    private static final int DELAYED = 3;
    private static final int DELAYED_SHOWN = 10167;
    private static final int NOT_SUBSCRIBED = 354;
    private static final Set<Integer> WARNINGS = Set.of(10090, 10091, DELAYED_SHOWN, 10197);
    private final Contracts contracts;
    private final Market market;
    private final Switches switches;
    private final Mail mail;

    QuoteDesk(Contracts contracts, Market market, Switches switches, Mail mail) {
        this.contracts = contracts;
        this.market = market;
        this.switches = switches;
        this.mail = mail;
    }

    void request(Session session, WireMessage request, Collection<Session> everyone) {
        int reqId = request.intValue("reqId");
        Optional<String> badTick = badGenericTick(request.text("genericTickList"));
        int lines = everyone.stream().mapToInt(s -> s.quotes.size()).sum();
        if (session.quotes.containsKey(reqId)) {
            mail.error(session, reqId, 102, "Duplicate ticker id");
        } else if (badTick.isPresent()) {
            mail.error(session, reqId, 321, "Error validating request.-'bQ' : cause - Incorrect generic tick list of "
                    + request.text("genericTickList") + ". Legal ones are: " + GENERIC.stream().sorted().toList());
        } else if (request.bool("snapshot") && !request.text("genericTickList").isEmpty()) {
            mail.error(session, reqId, 414, "Snapshot market data subscription is not applicable to generic ticks");
        } else if (!request.bool("snapshot") && lines >= switches.dataLines) {
            mail.error(session, reqId, 101, "Max number of tickers has been reached");
        } else {
            legs(session, reqId, request).ifPresent(legs -> permitted(session, reqId, request, legs));
        }
    }

    private static Optional<String> badGenericTick(String list) {
        return list.isEmpty()
                ? Optional.empty()
                : List.of(list.split(",")).stream().map(tick -> tick.strip().split(":")[0])
                        .filter(tick -> !GENERIC.contains(tick)).findFirst();
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
        boolean delayedWanted = session.dataType >= DELAYED;
        int code = switches.permissions.getOrDefault(legs.get(0).listing().key().underlying(), 0);
        if (code == 0 && switches.delayed) {
            code = delayedWanted ? DELAYED_SHOWN : NOT_SUBSCRIBED;
        } else if (code == NOT_SUBSCRIBED && delayedWanted) {
            code = DELAYED_SHOWN;
        }
        if (code != 0) {
            mail.error(session, reqId, code, permissionText(code));
        }
        if (code == 0 || WARNINGS.contains(code)) {
            boolean openInterest = List.of(request.text("genericTickList").split(",")).contains("101");
            start(session, new QuoteStream(reqId, legs, code == DELAYED_SHOWN, openInterest),
                    request.bool("snapshot"));
        }
    }

    private static String permissionText(int code) {
        return switch (code) {
            case NOT_SUBSCRIBED -> "Requested market data is not subscribed. Delayed market data is available.";
            case 10089 -> "Requested market data requires additional subscription for API. Delayed market data is"
                    + " available.";
            case DELAYED_SHOWN -> "Requested market data is not subscribed. Displaying delayed market data.";
            case 10168 -> "Requested market data is not subscribed. Delayed market data is not enabled.";
            case 10197 -> "No market data during competing live session";
            default -> "Requested market data is not available";
        };
    }

    private void start(Session session, QuoteStream stream, boolean snapshot) {
        Listing first = stream.legs.get(0).listing();
        if (!snapshot) {
            session.quotes.put(stream.reqId, stream);
            mail.send(session, WireMessage.of(Incoming.TICK_REQ_PARAMS).set("reqId", stream.reqId)
                    .set("minTick", Numbers.plain(first.minTick())).set("bboExchange", "")
                    .set("snapshotPermissions", 3));
        }
        int type = stream.delayed ? DELAYED : session.dataType % 2 == 0 && !market.isOpen(first.key()) ? FROZEN : 1;
        mail.send(session, WireMessage.of(Incoming.MARKET_DATA_TYPE).set("reqId", stream.reqId).set("type", type));
        if (switches.quotesFlow()) {
            stream.push(session, market, mail);
        }
        if (snapshot) {
            mail.send(session, WireMessage.of(Incoming.TICK_SNAPSHOT_END).set("reqId", stream.reqId));
        }
    }

    void cancel(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        if (session.quotes.remove(reqId) == null) {
            mail.error(session, reqId, 300, "Can't find EId with tickerId:" + reqId);
        }
    }

    /** Sends what has moved to every subscriber. */
    void push(Session session) {
        if (switches.quotesFlow()) {
            session.quotes.values().forEach(stream -> stream.push(session, market, mail));
        }
    }
}

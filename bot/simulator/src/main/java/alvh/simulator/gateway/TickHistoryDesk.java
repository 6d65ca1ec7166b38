package alvh.simulator.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import alvh.planner.market.DailyBars;
import alvh.simulator.market.Chance;
import alvh.simulator.market.Intraday;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.SessionCalendar;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Ticks of the past, one a second, along the same path as the bars (messages 96 to 98). */
final class TickHistoryDesk {

    private static final Set<String> SHOWN = Set.of("TRADES", "MIDPOINT", "BID_ASK");
    private static final int MOST = 1000;
    private static final int MOST_DAYS = 10;
    private static final double HALF_SPREAD = 0.01;
    private final Contracts contracts;
    private final Switches switches;
    private final Market market;
    private final Mail mail;
    private final BarMaker maker;
    private final Chance chance;

    private record Tick(Instant at, double price, int size) {}

    TickHistoryDesk(Contracts contracts, Market market, Switches switches, Mail mail) {
        this.contracts = contracts;
        this.switches = switches;
        this.market = market;
        this.mail = mail;
        this.maker = new BarMaker(market);
        this.chance = new Chance(market.spec().seed());
    }

    void request(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        String show = request.text("whatToShow");
        String start = request.text("start");
        String end = request.text("end");
        int count = request.intValue("numberOfTicks");
        String moment = start.isEmpty() ? end : start;
        Optional<Instant> at = Stamp.read(moment);
        if (show.isEmpty()) {
            mail.error(session, reqId, 431, "What to show is missing");
        } else if (!SHOWN.contains(show) || count < 1 || count > MOST || start.isEmpty() == end.isEmpty()) {
            mail.error(session, reqId, 321, "Error validating request.-'cE' : cause - Historical ticks need one of"
                    + " TRADES, MIDPOINT, BID_ASK, 1 to " + MOST + " ticks, and either a start or an end");
        } else if (at.isEmpty()) {
            mail.error(session, reqId, 10314, "The date, time, or time-zone entered is invalid: '" + moment + "'");
        } else if (!switches.historyFlows()) {
            mail.error(session, reqId, 10187, "Failed to request historical ticks:HMDS connection attempt failed");
        } else {
            if (Stamp.lacksZone(moment)) {
                mail.error(session, reqId, 2174, Stamp.NO_ZONE);
            }
            switch (contracts.one(request)) {
                case Contracts.Found.None none -> mail.error(session, reqId, none.code(), none.text());
                case Contracts.Found.One one -> answer(session, reqId, one.listing(), show,
                        start.isEmpty()
                                ? before(one.listing(), at.get(), count)
                                : after(one.listing(), at.get(), count));
            }
        }
    }

    private List<Tick> after(Listing listing, Instant start, int count) {
        LocalDate day = Stamp.newYorkDay(start);
        List<Tick> ticks = new ArrayList<>();
        for (DailyBars.Bar bar : maker.days(listing, day, day.plusDays(MOST_DAYS))) {
            Intraday path = maker.path(listing, bar);
            Instant open = Intraday.open(bar.date());
            for (Instant at = start.isAfter(open) ? start : open; at.isBefore(path.end())
                    && ticks.size() < count; at = at.plusSeconds(1)) {
                ticks.add(tick(listing, path, at));
            }
        }
        return ticks;
    }

    private List<Tick> before(Listing listing, Instant end, int count) {
        LocalDate day = SessionCalendar.onOrBefore(Stamp.newYorkDay(end));
        List<Tick> ticks = new ArrayList<>();
        List<DailyBars.Bar> days = maker.days(listing, day.minusDays(MOST_DAYS), day);
        for (DailyBars.Bar bar : days.reversed()) {
            Intraday path = maker.path(listing, bar);
            Instant last = end.isBefore(path.end()) ? end : path.end();
            for (Instant at = last.minusSeconds(1); !at.isBefore(Intraday.open(bar.date()))
                    && ticks.size() < count; at = at.minusSeconds(1)) {
                ticks.add(tick(listing, path, at));
            }
        }
        Collections.reverse(ticks);
        return ticks;
    }

    private Tick tick(Listing listing, Intraday path, Instant at) {
        return new Tick(at, path.at(at),
                1 + chance.between("tick " + listing.localSymbol(), at.getEpochSecond(), 0, 20));
    }

    private void answer(Session session, int reqId, Listing listing, String show, List<Tick> ticks) {
        if (market.dailyBars(listing.key()).bars().isEmpty()) {
            mail.error(session, reqId, 10187, "Failed to request historical ticks:No data");
            return;
        }
        WireMessage message = WireMessage.of(switch (show) {
            case "TRADES" -> Incoming.HISTORICAL_TICKS_LAST;
            case "BID_ASK" -> Incoming.HISTORICAL_TICKS_BID_ASK;
            default -> Incoming.HISTORICAL_TICKS;
        }).set("reqId", reqId).set("done", true);
        for (Tick tick : ticks) {
            WireMessage.Group row = message.add("ticks").set("time", tick.at().getEpochSecond()).set("mask", 0);
            switch (show) {
                case "TRADES" -> row.set("price", Numbers.plain(tick.price())).set("size", tick.size())
                        .set("exchange", listing.primaryExchange().isEmpty()
                                ? listing.exchange()
                                : listing.primaryExchange());
                case "BID_ASK" -> row.set("priceBid", Numbers.rounded(tick.price() - HALF_SPREAD, 4))
                        .set("priceAsk", Numbers.rounded(tick.price() + HALF_SPREAD, 4)).set("sizeBid", tick.size())
                        .set("sizeAsk", tick.size());
                default -> row.set("price", Numbers.plain(tick.price())).set("size", 0);
            }
        }
        mail.send(session, message);
    }
}

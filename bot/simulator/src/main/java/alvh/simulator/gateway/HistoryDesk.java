package alvh.simulator.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import alvh.planner.market.DailyBars;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.SessionCalendar;
import alvh.wire.Incoming;
import alvh.wire.ServerVersions;
import alvh.wire.WireMessage;

/** Daily bars. Other bar sizes are refused: the pretend market keeps no intraday history. */
final class HistoryDesk {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,5}) ([SDWMY])");
    private static final Set<String> PRICES = Set.of("TRADES", "ADJUSTED_LAST", "MIDPOINT", "BID", "ASK");
    private static final String PREFIX = "Historical Market Data Service error message:";
    private static final int MOST_STREAMS = 50;
    private final Contracts contracts;
    private final Market market;
    private final Switches switches;
    private final Mail mail;

    HistoryDesk(Contracts contracts, Market market, Switches switches, Mail mail) {
        this.contracts = contracts;
        this.market = market;
        this.switches = switches;
        this.mail = mail;
    }

    void request(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        Optional<String> refusal = refusal(session, request);
        if (refusal.isPresent()) {
            mail.error(session, reqId, refusal.get().startsWith(PREFIX) ? 162 : 321, refusal.get());
            return;
        }
        switch (contracts.one(request)) {
            case Contracts.Found.None none -> mail.error(session, reqId, none.code(), none.text());
            case Contracts.Found.One one -> bars(session, reqId, request, one.listing());
        }
    }

    private Optional<String> refusal(Session session, WireMessage request) {
        String show = request.text("whatToShow");
        String end = request.text("endDateTime");
        String cause = "Error validating request.-'bI' : cause - ";
        if (!DURATION.matcher(request.text("durationStr")).matches()) {
            return Optional.of(cause + "Historical data query with invalid duration '" + request.text("durationStr")
                    + "'");
        }
        if (!end.isEmpty() && (request.bool("keepUpToDate") || show.equals("ADJUSTED_LAST"))) {
            return Optional.of(cause + "End Date/Time must be empty for this request");
        }
        if (!end.isEmpty() && Stamp.read(end).isEmpty()) {
            return Optional.of(cause + "Invalid End Date/Time '" + end + "'");
        }
        if (!switches.historyFlows()) {
            return Optional.of(PREFIX + "HMDS connection attempt failed. Connection will be re-attempted");
        }
        if (!PRICES.contains(show)) {
            return Optional.of(PREFIX + "No data of type " + show + " is available");
        }
        if (!request.text("barSizeSetting").equals("1 day")) {
            return Optional.of(PREFIX + "HMDS query returned no data: only bars of 1 day, not "
                    + request.text("barSizeSetting"));
        }
        if (request.bool("keepUpToDate") && session.bars.size() >= MOST_STREAMS) {
            return Optional.of(cause + "Max number of historical streams has been reached");
        }
        return Optional.empty();
    }

    private void bars(Session session, int reqId, WireMessage request, Listing listing) {
        Instant end = Stamp.read(request.text("endDateTime")).orElse(market.now());
        LocalDate last = Stamp.newYorkDay(end);
        LocalDate first = first(last, request.text("durationStr"));
        List<DailyBars.Bar> bars = new ArrayList<>(market.dailyBars(listing.key()).bars());
        market.todayBar(listing.key()).filter(bar -> bars.isEmpty() || bar.date().isAfter(bars.getLast().date()))
                .ifPresent(bars::add);
        bars.removeIf(bar -> bar.date().isBefore(first) || bar.date().isAfter(last));
        if (bars.isEmpty()) {
            mail.error(session, reqId, 162, PREFIX + "HMDS query returned no data: " + listing.localSymbol() + "@"
                    + listing.exchange() + " " + request.text("whatToShow"));
            return;
        }
        send(session, reqId, bars, first, end);
        if (request.bool("keepUpToDate")) {
            session.bars.put(reqId, new BarStream(listing));
        }
    }

    private void send(Session session, int reqId, List<DailyBars.Bar> bars, LocalDate first, Instant end) {
        String start = Stamp.day(first) + " 00:00:00 US/Eastern";
        WireMessage data = WireMessage.of(Incoming.HISTORICAL_DATA).set("reqId", reqId).set("startDate", start)
                .set("endDate", Stamp.eastern(end));
        for (DailyBars.Bar bar : bars) {
            data.add("bars").set("time", Stamp.day(bar.date())).set("open", Numbers.plain(bar.open()))
                    .set("high", Numbers.plain(bar.high())).set("low", Numbers.plain(bar.low()))
                    .set("close", Numbers.plain(bar.close())).set("volume", "0").set("wap", "0").set("barCount", 0);
        }
        mail.send(session, data);
        if (session.version >= ServerVersions.HISTORICAL_DATA_END) {
            mail.send(session, WireMessage.of(Incoming.HISTORICAL_DATA_END).set("reqId", reqId)
                    .set("start", start).set("end", Stamp.eastern(end)));
        }
    }

    /** Days are sessions and rounded up to calendar days generously; the other units are calendar ones. */
    private static LocalDate first(LocalDate last, String duration) {
        Matcher matcher = DURATION.matcher(duration);
        if (!matcher.matches()) {
            throw new IllegalStateException("checked before: " + duration);
        }
        int count = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "S" -> last.minusDays(count / 86_400);
            case "D" -> back(last, count);
            case "W" -> last.minusWeeks(count);
            case "M" -> last.minusMonths(count);
            default -> last.minusYears(count);
        };
    }

    private static LocalDate back(LocalDate last, int sessions) {
        LocalDate day = SessionCalendar.onOrBefore(last);
        for (int i = 1; i < sessions; i++) {
            day = SessionCalendar.previous(day);
        }
        return day;
    }

    void cancel(Session session, WireMessage request) {
        if (session.bars.remove(request.intValue("reqId")) == null) {
            mail.error(session, request.intValue("reqId"), 366, "No historical data query found for ticker id:"
                    + request.intValue("reqId"));
        }
    }

    void headTimestamp(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        switch (contracts.one(request)) {
            case Contracts.Found.None none -> mail.error(session, reqId, none.code(), none.text());
            case Contracts.Found.One one -> {
                List<DailyBars.Bar> bars = market.dailyBars(one.listing().key()).bars();
                if (bars.isEmpty()) {
                    mail.error(session, reqId, 162, PREFIX + "No head time stamp");
                } else {
                    mail.send(session, WireMessage.of(Incoming.HEAD_TIMESTAMP).set("reqId", reqId).set("time",
                            Stamp.day(bars.getFirst().date()) + "-14:30:00"));
                }
            }
        }
    }

    void push(Session session) {
        session.bars.forEach((reqId, stream) -> market.todayBar(stream.listing.key()).ifPresent(bar -> {
            if (stream.changed(bar.toString())) {
                mail.send(session, WireMessage.of(Incoming.HISTORICAL_DATA_UPDATE).set("reqId", reqId)
                        .set("barCount", -1).set("time", Stamp.day(bar.date())).set("open", Numbers.plain(bar.open()))
                        .set("close", Numbers.plain(bar.close())).set("high", Numbers.plain(bar.high()))
                        .set("low", Numbers.plain(bar.low())).set("wap", "0").set("volume", "0"));
            }
        }));
    }
}

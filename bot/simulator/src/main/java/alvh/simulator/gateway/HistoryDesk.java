package alvh.simulator.gateway;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import alvh.planner.market.DailyBars;
import alvh.simulator.market.Intraday;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.SessionCalendar;
import alvh.wire.Incoming;
import alvh.wire.ServerVersions;
import alvh.wire.WireMessage;

/** Bars of the past, schedules and head time stamps: what is asked, whether it may be, and the answer. */
final class HistoryDesk {

    /** Why there is no answer. */
    private record Refusal(int code, String text) {}

    private static final Pattern DURATION = Pattern.compile("(\\d{1,5}) ([SDWMY])");
    private static final Set<String> PRICES = Set.of("TRADES", "ADJUSTED_LAST", "MIDPOINT", "BID", "ASK");
    private static final Set<String> KNOWN = Set.of("BID_ASK", "HISTORICAL_VOLATILITY", "OPTION_IMPLIED_VOLATILITY",
            "SCHEDULE", "AGGTRADES", "FEE_RATE", "YIELD_BID", "YIELD_ASK", "YIELD_BID_ASK", "YIELD_LAST");
    private static final String CAUSE = "Error validating request.-'bI' : cause - ";
    private static final String PREFIX = "Historical Market Data Service error message:";
    private static final int EPOCH = 2;
    private static final int MOST_STREAMS = 50;
    private static final long MOST_BARS = 20_000;
    private static final int LONGEST_SCHEDULE_YEARS = 10;
    private static final int SESSION_SECONDS = 23_400;
    private final Contracts contracts;
    private final Market market;
    private final Switches switches;
    private final Mail mail;
    private final BarMaker maker;

    HistoryDesk(Contracts contracts, Market market, Switches switches, Mail mail) {
        this.contracts = contracts;
        this.market = market;
        this.switches = switches;
        this.mail = mail;
        this.maker = new BarMaker(market);
    }

    void request(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        Optional<Refusal> refusal = refusal(session, request);
        if (refusal.isPresent()) {
            mail.error(session, reqId, refusal.get().code(), refusal.get().text());
            return;
        }
        if (Stamp.lacksZone(request.text("endDateTime"))) {
            mail.error(session, reqId, 2174, Stamp.NO_ZONE);
        }
        switch (contracts.one(request)) {
            case Contracts.Found.None none -> mail.error(session, reqId, none.code(), none.text());
            case Contracts.Found.One one -> answer(session, reqId, request, one.listing());
        }
    }

    private Optional<Refusal> refusal(Session session, WireMessage request) {
        String show = request.text("whatToShow");
        String end = request.text("endDateTime");
        String size = request.text("barSizeSetting");
        boolean stays = request.bool("keepUpToDate");
        if (show.isEmpty()) {
            return no(431, "What to show is missing");
        }
        if (!PRICES.contains(show) && !KNOWN.contains(show)) {
            return no(321, CAUSE + "Unknown what to show '" + show + "'");
        }
        if (BarSizes.of(size).isEmpty()) {
            return no(321, CAUSE + "Historical data bar size setting is invalid: '" + size + "'. Legal ones are: "
                    + BarSizes.legal());
        }
        if (!DURATION.matcher(request.text("durationStr")).matches()) {
            return no(321, CAUSE + "Historical data query with invalid duration '" + request.text("durationStr")
                    + "', expected such as 3 D; units are S, D, W, M, Y");
        }
        if (!hasFormat(request)) {
            return no(321, wrongFormat(request));
        }
        if (!end.isEmpty() && (stays || show.equals("ADJUSTED_LAST"))) {
            return no(321, CAUSE + "End Date/Time must be empty for this request");
        }
        if (!end.isEmpty() && Stamp.read(end).isEmpty()) {
            return no(10314, "End Date/Time: The date, time, or time-zone entered is invalid: '" + end
                    + "'. The correct format is yyyymmdd hh:mm:ss zone, or yyyymmdd-hh:mm:ss for UTC");
        }
        return served(session, request, show, BarSizes.of(size).getAsInt());
    }

    private static boolean hasFormat(WireMessage request) {
        return request.intValue("formatDate") == 1 || request.intValue("formatDate") == EPOCH;
    }

    private static String wrongFormat(WireMessage request) {
        return CAUSE + "Invalid date format " + request.intValue("formatDate") + ", expected 1 (text) or 2 (seconds)";
    }

    private Optional<Refusal> served(Session session, WireMessage request, String show, int size) {
        if (!switches.historyFlows()) {
            return no(162, PREFIX + "HMDS connection attempt failed. Connection will be re-attempted");
        }
        if (!PRICES.contains(show) && !show.equals("SCHEDULE")) {
            return no(162, PREFIX + "No data of type " + show + " is available");
        }
        if (request.bool("keepUpToDate") && session.bars.size() >= MOST_STREAMS) {
            return no(322, "Error processing request.-'bI' : cause - Max number of historical streams has been"
                    + " reached");
        }
        long sessions = ChronoUnit.DAYS.between(first(market.date(), request.text("durationStr")), market.date()) + 1;
        if (size < BarSizes.DAY && sessions * SESSION_SECONDS / size > MOST_BARS
                && !request.text("durationStr").endsWith("S")) {
            return no(162, PREFIX + "Time length exceeds the maximum for this bar size");
        }
        return size <= BarSizes.SMALL ? paced(session, request, show) : Optional.empty();
    }

    /** The request as a whole, and what it is about, without the id. */
    private Optional<Refusal> paced(Session session, WireMessage request, String show) {
        String source = request.intValue("conId") + "|" + request.text("symbol") + "|" + request.text("secType") + "|"
                + request.text("localSymbol") + "|" + request.text("strike") + request.text("right") + "|"
                + request.text("lastTradeDateOrContractMonth") + "|" + request.text("exchange") + "|" + show;
        String whole = source + "|" + request.text("endDateTime") + "|" + request.text("durationStr") + "|"
                + request.text("barSizeSetting") + "|" + request.text("useRTH");
        return session.historyPace.admits(mail.now(), whole, source, show.equals("BID_ASK") ? 2 : 1)
                ? Optional.empty()
                : no(162, PREFIX + "Historical data request pacing violation");
    }

    private static Optional<Refusal> no(int code, String text) {
        return Optional.of(new Refusal(code, text));
    }

    private void answer(Session session, int reqId, WireMessage request, Listing listing) {
        Instant end = Stamp.read(request.text("endDateTime")).filter(e -> e.isBefore(market.now()))
                .orElse(market.now());
        LocalDate last = Stamp.newYorkDay(end);
        String duration = request.text("durationStr");
        LocalDate first = first(last, duration);
        if (request.text("whatToShow").equals("SCHEDULE")) {
            LocalDate oldest = last.minusYears(LONGEST_SCHEDULE_YEARS);
            schedule(session, reqId, first.isBefore(oldest) ? oldest : first, last);
            return;
        }
        int size = BarSizes.of(request.text("barSizeSetting")).orElseThrow();
        boolean epoch = request.intValue("formatDate") == EPOCH;
        List<DailyBars.Bar> days = maker.days(listing, first, last);
        Instant from = duration.endsWith("S")
                ? end.minusSeconds(Long.parseLong(duration.substring(0, duration.length() - 2)))
                : first.atStartOfDay(SessionCalendar.NEW_YORK).toInstant();
        List<BarMaker.Made> bars = size >= BarSizes.DAY
                ? BarMaker.joined(days, size)
                : maker.cut(listing, days, size, from, end, epoch);
        if (bars.isEmpty()) {
            mail.error(session, reqId, 162, PREFIX + "HMDS query returned no data: " + listing.localSymbol() + "@"
                    + listing.exchange() + " " + request.text("whatToShow"));
            return;
        }
        send(session, reqId, bars, from, end);
        if (request.bool("keepUpToDate")) {
            session.bars.put(reqId, new BarStream(reqId, listing, size, epoch));
        }
    }

    private void send(Session session, int reqId, List<BarMaker.Made> bars, Instant from, Instant end) {
        String start = Stamp.eastern(from);
        WireMessage data = WireMessage.of(Incoming.HISTORICAL_DATA).set("reqId", reqId).set("startDate", start)
                .set("endDate", Stamp.eastern(end));
        for (BarMaker.Made bar : bars) {
            data.add("bars").set("time", bar.time()).set("open", Numbers.plain(bar.open()))
                    .set("high", Numbers.plain(bar.high())).set("low", Numbers.plain(bar.low()))
                    .set("close", Numbers.plain(bar.close())).set("volume", "0").set("wap", "0").set("barCount", 0);
        }
        mail.send(session, data);
        if (session.version >= ServerVersions.HISTORICAL_DATA_END) {
            mail.send(session, WireMessage.of(Incoming.HISTORICAL_DATA_END).set("reqId", reqId)
                    .set("start", start).set("end", Stamp.eastern(end)));
        }
    }

    /** Regular sessions of stocks, in New York time. */
    private void schedule(Session session, int reqId, LocalDate first, LocalDate last) {
        WireMessage message = WireMessage.of(Incoming.HISTORICAL_SCHEDULE).set("reqId", reqId)
                .set("timeZone", "US/Eastern");
        LocalDate day = SessionCalendar.isSession(first) ? first : SessionCalendar.next(first);
        message.set("start", Stamp.dashedEastern(Intraday.open(day)));
        LocalDate until = day;
        for (; !day.isAfter(last); day = SessionCalendar.next(day)) {
            message.add("sessions").set("start", Stamp.dashedEastern(Intraday.open(day)))
                    .set("end", Stamp.dashedEastern(Intraday.close(day))).set("refDate", Stamp.day(day));
            until = day;
        }
        mail.send(session, message.set("end", Stamp.dashedEastern(Intraday.close(until))));
    }

    /** Days are sessions; the other units are calendar ones. */
    private static LocalDate first(LocalDate last, String duration) {
        Matcher matcher = DURATION.matcher(duration);
        if (!matcher.matches()) {
            throw new IllegalStateException("checked before: " + duration);
        }
        int count = Integer.parseInt(matcher.group(1));
        return switch (matcher.group(2)) {
            case "S" -> last.minusDays(count / BarSizes.DAY + 1L);
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
        if (request.text("whatToShow").isEmpty()) {
            mail.error(session, reqId, 431, "What to show is missing");
            return;
        }
        if (!hasFormat(request)) {
            mail.error(session, reqId, 321, wrongFormat(request));
            return;
        }
        switch (contracts.one(request)) {
            case Contracts.Found.None none -> mail.error(session, reqId, none.code(), none.text());
            case Contracts.Found.One one -> maker.first(one.listing()).map(Intraday::open).ifPresentOrElse(
                    first -> mail.send(session, WireMessage.of(Incoming.HEAD_TIMESTAMP).set("reqId", reqId).set("time",
                            request.intValue("formatDate") == EPOCH
                                    ? Long.toString(first.getEpochSecond())
                                    : Stamp.dashedUtc(first))),
                    () -> mail.error(session, reqId, 162, PREFIX + "No head time stamp"));
        }
    }

    void push(Session session) {
        if (switches.historyFlows()) {
            session.bars.values().forEach(stream -> stream.push(session, market, mail));
        }
    }
}

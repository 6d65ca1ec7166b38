package alvh.simulator.gateway;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import alvh.planner.money.PriceIncrements;
import alvh.simulator.market.Listing;
import alvh.simulator.market.OptionClass;
import alvh.simulator.market.SessionCalendar;
import alvh.wire.Incoming;
import alvh.wire.WireMessage;

/** Contract details, option parameters, market rules and symbol search. */
final class ContractDesk {

    private static final Set<String> AM_SETTLED = Set.of("VIX", "VIXW", "SPX");
    private static final String ORDER_TYPES = "ACTIVETIM,AD,ADJUST,ALERT,ALLOC,AVGCOST,BASKET,COND,DAY,DEACT,GTC,"
            + "IOC,LMT,MKT,NONALGO,OUTRTH,SMARTSTG,WHATIF";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int MOST_SAMPLES = 16;
    private static final double E4 = 10_000.0;
    private final Contracts contracts;
    private final Mail mail;

    ContractDesk(Contracts contracts, Mail mail) {
        this.contracts = contracts;
        this.mail = mail;
    }

    void details(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        if (request.text("secType").equals("BAG")) {
            mail.error(session, reqId, 321, "Error validating request.-'bW' : cause - Contract details of a combo"
                    + " are those of its legs");
            return;
        }
        List<Listing> found = contracts.all(request);
        if (found.isEmpty()) {
            mail.error(session, reqId, 200, Contracts.UNKNOWN);
            return;
        }
        for (Listing listing : found) {
            mail.send(session, details(reqId, listing, request.text("exchange")));
        }
        mail.send(session, WireMessage.of(Incoming.CONTRACT_DETAILS_END).set("reqId", reqId));
    }

    private WireMessage details(int reqId, Listing l, String askedExchange) {
        String exchange = askedExchange.isEmpty() ? l.exchange() : askedExchange;
        WireMessage message = WireMessage.of(Incoming.CONTRACT_DETAILS).set("reqId", reqId).set("symbol", l.symbol())
                .set("secType", l.secType()).set("strike", Numbers.plain(l.strike())).set("right", l.right())
                .set("exchange", exchange).set("currency", "USD").set("localSymbol", l.localSymbol())
                .set("marketName", l.marketName()).set("tradingClass", l.tradingClass()).set("conId", l.conId())
                .set("minTick", Numbers.plain(l.minTick())).set("multiplier", multiplier(l))
                .set("orderTypes", l.isTradable() ? ORDER_TYPES : "ACTIVETIM,ALERT")
                .set("validExchanges", l.validExchanges()).set("underConId", l.underConId())
                .set("longName", l.longName()).set("primaryExch", l.primaryExchange())
                .set("contractMonth", l.contractMonth()).set("timeZoneId", l.timeZoneId())
                .set("tradingHours", contracts.catalogue().tradingHours(l))
                .set("liquidHours", contracts.catalogue().liquidHours(l)).set("underSymbol", l.underSymbol())
                .set("underSecType", l.underSecType()).set("marketRuleIds", l.marketRuleIds())
                .set("stockType", l.stockType());
        if (l.lastTradeDate() != null) {
            message.set("lastTradeDateOrContractMonth", Stamp.day(l.lastTradeDate()) + " " + lastTradeTime(l) + " "
                    + l.timeZoneId()).set("lastTradeDate", Stamp.day(l.lastTradeDate()))
                    .set("realExpirationDate", Stamp.day(l.settlementDate()));
        }
        return message;
    }

    static String multiplier(Listing listing) {
        return listing.multiplier() == 0 ? "" : Integer.toString(listing.multiplier());
    }

    /** AM-settled index options trade through the close of the day before; all else to the close of its last day. */
    private static String lastTradeTime(Listing listing) {
        LocalDate day = listing.lastTradeDate();
        LocalTime newYork = switch (listing.secType()) {
            case "FUT" -> LocalTime.of(9, 0);
            default -> AM_SETTLED.contains(listing.tradingClass())
                    ? SessionCalendar.indexOptionClose(day)
                    : SessionCalendar.stockClose(day);
        };
        return TIME.format(day.atTime(newYork).atZone(SessionCalendar.NEW_YORK)
                .withZoneSameInstant(ZoneId.of(listing.timeZoneId())));
    }

    void optionParameters(Session session, WireMessage request) {
        int reqId = request.intValue("reqId");
        int underConId = request.intValue("conId");
        if (underConId == 0 || request.text("secType").isEmpty()) {
            mail.error(session, reqId, 321, "Error validating request.-'cM' : cause - Underlying contract id and"
                    + " security type are required");
            return;
        }
        Optional<Listing> underlying = contracts.byConId(underConId);
        if (underlying.isEmpty() || !underlying.get().symbol().equals(request.text("symbol"))) {
            mail.error(session, reqId, 200, Contracts.UNKNOWN);
            return;
        }
        for (OptionClass option : contracts.catalogue().optionClasses(underConId)) {
            mail.send(session, optionClass(reqId, option));
        }
        mail.send(session,
                WireMessage.of(Incoming.SECURITY_DEFINITION_OPTIONAL_PARAMETER_END).set("reqId", reqId));
    }

    private static WireMessage optionClass(int reqId, OptionClass option) {
        WireMessage message = WireMessage.of(Incoming.SECURITY_DEFINITION_OPTIONAL_PARAMETER).set("reqId", reqId)
                .set("exchange", option.exchange()).set("underlyingConId", option.underConId())
                .set("tradingClass", option.tradingClass())
                .set("multiplier", Integer.toString(option.multiplier()));
        option.expirations().forEach(day -> message.add("expirations").set("expiration", Stamp.day(day)));
        option.strikes().forEach(strike -> message.add("strikes").set("strike", Numbers.plain(strike)));
        return message;
    }

    void marketRule(Session session, WireMessage request) {
        int id = request.intValue("marketRuleId");
        Optional<PriceIncrements> rule = contracts.catalogue().marketRule(id);
        if (rule.isEmpty()) {
            mail.error(session, Mail.SESSION, 321, "Error validating request.-'cL' : cause - Unknown market rule id "
                    + id);
            return;
        }
        WireMessage message = WireMessage.of(Incoming.MARKET_RULE).set("marketRuleId", id);
        rule.get().rows()
                .forEach(row -> message.add("priceIncrements").set("lowEdge", Numbers.plain(row.lowEdgeE4() / E4))
                        .set("increment", Numbers.plain(row.incrementE4() / E4)));
        mail.send(session, message);
    }

    void matchingSymbols(Session session, WireMessage request) {
        String pattern = request.text("pattern").toUpperCase(Locale.ROOT);
        WireMessage message = WireMessage.of(Incoming.SYMBOL_SAMPLES).set("reqId", request.intValue("reqId"));
        Set<String> seen = new TreeSet<>();
        for (Listing l : contracts.catalogue().underlyings()) {
            if (l.symbol().startsWith(pattern) && seen.size() < MOST_SAMPLES && seen.add(l.symbol())) {
                WireMessage.Group row = message.add("contractDescriptions");
                contracts.catalogue().derivatives(l.symbol())
                        .forEach(secType -> row.add("derivativeSecTypes").set("derivativeSecType", secType));
                row.set("conId", l.conId()).set("symbol", l.symbol())
                        .set("secType", l.secType())
                        .set("primaryExch", l.primaryExchange()).set("currency", "USD")
                        .set("description", l.longName());
            }
        }
        mail.send(session, message);
    }
}

package alvh.simulator.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import alvh.planner.money.Price;
import alvh.simulator.exchange.Condition;
import alvh.simulator.exchange.OrderType;
import alvh.simulator.exchange.Terms;
import alvh.simulator.gateway.TicketReader.Refused;
import alvh.wire.Outgoing;
import alvh.wire.WireMessage;

/** The terms of a placeOrder request: type, trigger, family, conditions, algorithm, and what is only said again. */
final class TermsReader {

    static final double HIGHEST_PRICE = 1e6;
    /** Fields of a request that come back in openOrder as they were sent. */
    private static final List<String> WORDS = List.of("exchange", "openClose", "origin", "hidden", "discretionaryAmt",
            "goodAfterTime", "goodTillDate", "faGroup", "faMethod", "faPercentage", "modelCode", "rule80A",
            "percentOffset", "settlingFirm", "shortSaleSlot", "designatedLocation", "exemptCode", "auctionStrategy",
            "startingPrice", "stockRefPrice", "delta", "stockRangeLower", "stockRangeUpper", "displaySize",
            "blockOrder", "sweepToFill", "allOrNone", "minQty", "triggerMethod", "volatility", "volatilityType",
            "continuousUpdate", "referencePriceType", "scaleInitLevelSize", "scaleSubsLevelSize",
            "scalePriceIncrement", "scalePriceAdjustValue", "scalePriceAdjustInterval", "scaleProfitOffset",
            "scaleAutoReset", "scaleInitPosition", "scaleInitFillQty", "scaleRandomPercent", "hedgeType",
            "hedgeParam", "optOutSmartRouting", "clearingAccount", "clearingIntent", "notHeld", "solicited",
            "randomizeSize", "randomizePrice", "adjustedOrderType", "triggerPrice", "lmtPriceOffset",
            "adjustedStopPrice", "adjustedStopLimitPrice", "adjustedTrailingAmount", "adjustableTrailingUnit",
            "softDollarTier.name", "softDollarTier.value", "isOmsContainer", "discretionaryUpToLimitPrice",
            "usePriceMgmtAlgo", "duration", "postToAts", "autoCancelParent", "customerAccount",
            "professionalCustomer", "includeOvernight", "extOperator", "manualOrderIndicator", "imbalanceOnly");
    private static final Map<String, Set<String>> ALGORITHMS = Map.of("Adaptive", Set.of("adaptivePriority"),
            "Vwap", Set.of("maxPctVol", "startTime", "endTime", "allowPastEndTime", "noTakeLiq", "speedUp"), "Twap",
            Set.of("strategyType", "startTime", "endTime", "allowPastEndTime", "catchUp"), "ArrivalPx",
            Set.of("maxPctVol", "riskAversion", "startTime", "endTime", "allowPastEndTime", "forceCompletion"),
            "DarkIce", Set.of("displaySize", "startTime", "endTime", "allowPastEndTime"), "PctVol",
            Set.of("pctVol", "startTime", "endTime", "noTakeLiq"), "AD",
            Set.of("componentSize", "timeBetweenOrders", "randomizeTime20", "randomizeSize55", "giveUp", "catchUp",
                    "waitForFill", "startTime", "endTime", "activeTime", "startDate", "endDate"));
    private static final Set<String> PRIORITIES = Set.of("Urgent", "Normal", "Patient");
    private static final WireMessage ORDINARY = WireMessage.of(Outgoing.PLACE_ORDER);
    private final Contracts contracts;

    TermsReader(Contracts contracts) {
        this.contracts = contracts;
    }

    Terms read(WireMessage order) throws Refused {
        OrderType type = OrderType.of(order.text("orderType")).orElseThrow(() -> new Refused(387,
                "Unsupported order type for this exchange and security type: " + order.text("orderType")));
        double percent = unset(order.doubleValue("trailingPercent")) ? 0 : order.doubleValue("trailingPercent");
        return new Terms(type, trigger(order, type, percent), percent, price(order, "trailStopPrice"),
                type == OrderType.TRAIL_LIMIT ? price(order, "lmtPriceOffset") : null,
                Math.max(0, order.intValue("triggerMethod")), order.intValue("parentId"), order.text("ocaGroup"),
                order.intValue("ocaType"), time(order.text("goodAfterTime")), goodTill(order), conditions(order),
                order.bool("conditionsCancelOrder"), order.bool("conditionsIgnoreRth"), algorithm(order, type),
                algorithmParameters(order), tags(order, "smartComboRoutingParams"), legPrices(order), words(order));
    }

    /** Whether a time of the request comes without its zone: a warning, the gateway's own zone is meant. */
    static boolean hasTimeWithoutZone(WireMessage order) {
        return List.of("goodAfterTime", "goodTillDate").stream().map(order::text)
                .anyMatch(text -> text.length() == 17 && text.charAt(8) == ' ');
    }

    static boolean unset(double value) {
        return !Double.isFinite(value) || value == Double.MAX_VALUE;
    }

    private static Price price(WireMessage order, String field) throws Refused {
        double value = order.doubleValue(field);
        if (unset(value)) {
            return null;
        }
        if (Math.abs(value) > HIGHEST_PRICE) {
            throw new Refused(145, "Error in validating entry fields: " + field + " = " + value);
        }
        return Price.of(value);
    }

    private static Price trigger(WireMessage order, OrderType type, double percent) throws Refused {
        if (!type.isTriggered()) {
            return null;
        }
        Price trigger = price(order, "auxPrice");
        boolean byPercent = type.isTrailing() && percent > 0;
        if (!byPercent && (trigger == null || trigger.e4() <= 0)) {
            throw new Refused(107, "Cannot transmit incomplete order: no " + (type.isTrailing()
                    ? "trailing amount"
                    : "trigger price"));
        }
        return byPercent ? null : trigger;
    }

    // ---- times

    private static Instant time(String text) throws Refused {
        if (text.isEmpty()) {
            return null;
        }
        return Stamp.read(text).orElseThrow(() -> new Refused(343,
                "The date, time, or time-zone entered is invalid: '" + text
                        + "'. The correct format is yyyymmdd hh:mm:ss xx/xxxx"));
    }

    private static Instant goodTill(WireMessage order) throws Refused {
        Instant till = time(order.text("goodTillDate"));
        if (order.text("tif").equals("GTD") && till == null) {
            throw new Refused(107, "Cannot transmit incomplete order: a GTD order needs goodTillDate");
        }
        return till;
    }

    // ---- conditions

    private List<Condition> conditions(WireMessage order) throws Refused {
        List<Condition> conditions = new ArrayList<>();
        for (WireMessage.Group c : order.list("conditions")) {
            boolean and = !c.text("conjunction").equals("o");
            conditions.add(switch (c.intValue("type")) {
                case 1 -> new Condition.AtPrice(and, c.bool("isMore"), c.doubleValue("price"), conId(c),
                        c.text("exchange"), c.intValue("triggerMethod"));
                case 3 -> new Condition.AtTime(and, c.bool("isMore"), c.text("time"), time(c.text("time")));
                case 4 -> new Condition.AtMargin(and, c.bool("isMore"), c.intValue("percent"));
                case 5 -> new Condition.AtExecution(and, c.text("secType"), c.text("exchange"), c.text("symbol"));
                case 6 -> new Condition.AtVolume(and, c.bool("isMore"), c.intValue("volume"), conId(c),
                        c.text("exchange"));
                case 7 -> new Condition.AtChange(and, c.bool("isMore"), c.doubleValue("changePercent"), conId(c),
                        c.text("exchange"));
                default -> throw new Refused(145, "Error in validating entry fields: condition " + c.intValue("type"));
            });
        }
        for (Condition condition : conditions) {
            if (condition instanceof Condition.AtTime at && at.at() == null) {
                throw new Refused(343, "The date, time, or time-zone entered is invalid: a time condition is empty");
            }
        }
        return conditions;
    }

    private int conId(WireMessage.Group condition) throws Refused {
        int conId = condition.intValue("conId");
        if (contracts.byConId(conId).isEmpty()) {
            throw new Refused(147, "Conditional contract is incomplete or unknown: conId " + conId);
        }
        return conId;
    }

    /** One a leg or none. */
    private static List<Price> legPrices(WireMessage order) throws Refused {
        List<Price> prices = new ArrayList<>();
        for (WireMessage.Group leg : order.list("orderComboLegs")) {
            double price = leg.doubleValue("price");
            if (!unset(price)) {
                if (Math.abs(price) > HIGHEST_PRICE) {
                    throw new Refused(109, "The price " + price + " is out of the range defined by your presets.");
                }
                prices.add(Price.of(price));
            }
        }
        if (!prices.isEmpty() && prices.size() != order.list("comboLegs").size()) {
            throw new Refused(312, "The combo details are invalid: prices for " + prices.size() + " of "
                    + order.list("comboLegs").size() + " legs.");
        }
        return prices;
    }

    // ---- algorithms and words

    private static String algorithm(WireMessage order, OrderType type) throws Refused {
        String name = order.text("algoStrategy");
        if (name.isEmpty()) {
            return name;
        }
        if (!ALGORITHMS.containsKey(name)) {
            throw new Refused(439, "The algorithm definition was not found: " + name);
        }
        boolean fits = !order.text("secType").equals("BAG") && (type == OrderType.LMT || type == OrderType.MKT);
        if (!fits) {
            throw new Refused(442, "Specified algorithm is not allowed for this order: " + name);
        }
        return name;
    }

    private static List<Terms.Tag> algorithmParameters(WireMessage order) throws Refused {
        List<Terms.Tag> tags = tags(order, "algoParams");
        Set<String> known = ALGORITHMS.getOrDefault(order.text("algoStrategy"), Set.of());
        for (Terms.Tag tag : tags) {
            if (!known.contains(tag.tag())) {
                throw new Refused(443, "Unknown algo attribute: " + tag.tag());
            }
            if (tag.tag().equals("adaptivePriority") && !PRIORITIES.contains(tag.value())) {
                throw new Refused(441, "Algo attributes validation failed: " + tag.tag() + " = " + tag.value());
            }
        }
        return tags;
    }

    private static List<Terms.Tag> tags(WireMessage order, String list) {
        return order.list(list).stream().map(tag -> new Terms.Tag(tag.text("tag"), tag.text("value"))).toList();
    }

    private static Map<String, String> words(WireMessage order) {
        Map<String, String> words = new TreeMap<>();
        for (String name : WORDS) {
            String text = order.text(name);
            boolean usual = text.equals(ORDINARY.text(name)) || text.equals("SMART");
            if (!text.isEmpty() && !usual) {
                words.put(name, text);
            }
        }
        return words;
    }
}

package com.ib.client;

import java.util.function.Function;

/** Enumerations behind the texts and numbers of contracts and orders. */
public class Types {

    private Types() {}

    private static <E> E find(E[] all, Function<E, String> text, String wanted, E otherwise) {
        for (E one : all) {
            if (text.apply(one).equals(wanted)) {
                return one;
            }
        }
        return otherwise;
    }

    private static <E> E byNumber(E[] all, int number) {
        if (number < 0 || number >= all.length) {
            throw new IllegalArgumentException("got " + number + ", expected 0 to " + (all.length - 1));
        }
        return all[number];
    }

    /** Side of an order. */
    public enum Action {
        BUY("BUY"), SELL("SELL"), SSHORT("SSHORT");

        private final String apiString;

        Action(String apiString) {
            this.apiString = apiString;
        }

        public static Action get(String text) {
            return find(values(), Action::getApiString, text, null);
        }

        public String getApiString() { return apiString; }
    }

    /** Kind of security. */
    public enum SecType {
        None(""), STK("STK"), OPT("OPT"), FUT("FUT"), CONTFUT("CONTFUT"), CASH("CASH"), BOND("BOND"), CFD("CFD"), FOP(
                "FOP"), WAR("WAR"), IOPT("IOPT"), FWD("FWD"), BAG("BAG"), IND("IND"), BILL("BILL"), FUND("FUND"), FIXED(
                        "FIXED"), SLB("SLB"), NEWS(
                                "NEWS"), CMDTY("CMDTY"), BSK("BSK"), ICU("ICU"), ICS("ICS"), CRYPTO("CRYPTO");

        private final String apiString;

        SecType(String apiString) {
            this.apiString = apiString;
        }

        public static SecType get(String text) {
            return find(values(), SecType::getApiString, text, None);
        }

        public String getApiString() { return apiString; }
    }

    /** Right of an option; texts that begin with P or C are understood. */
    public enum Right {
        None(""), Put("P"), Call("C");

        private final String apiString;

        Right(String apiString) {
            this.apiString = apiString;
        }

        public static Right get(String text) {
            if (text == null || text.isEmpty()) {
                return None;
            }
            return switch (text) {
                case "P", "PUT" -> Put;
                case "C", "CALL" -> Call;
                default -> None;
            };
        }

        public String getApiString() { return apiString; }
    }

    /** How long an order lives. */
    public enum TimeInForce {
        DAY("DAY"), GTC("GTC"), OPG("OPG"), IOC("IOC"), GTD("GTD"), GTT("GTT"), AUC("AUC"), FOK("FOK"), GTX("GTX"), DTC(
                "DTC"), Minutes("Minutes");

        private final String apiString;

        TimeInForce(String apiString) {
            this.apiString = apiString;
        }

        public static TimeInForce get(String text) {
            return find(values(), TimeInForce::getApiString, text, null);
        }

        public String getApiString() { return apiString; }
    }

    /** What happens to the rest of a group. The order of the constants is the number on the wire. */
    public enum OcaType {
        None, CancelWithBlocking, ReduceWithBlocking, ReduceWithoutBlocking;

        public static OcaType get(int value) {
            return byNumber(values(), value);
        }
    }

    /** Which price triggers a stop. */
    public enum TriggerMethod {
        Default(0), DoubleBidAsk(1), Last(2), DoubleLast(3), BidAsk(4), LastOrBidAsk(7), Midpoint(8);

        private final int val;

        TriggerMethod(int val) {
            this.val = val;
        }

        public static TriggerMethod get(int value) {
            for (TriggerMethod method : values()) {
                if (method.val == value) {
                    return method;
                }
            }
            return Default;
        }

        int val() {
            return val;
        }
    }

    /** Kind of security number. */
    public enum SecIdType {
        None(""), CUSIP("CUSIP"), SEDOL("SEDOL"), ISIN("ISIN"), RIC("RIC");

        private final String apiString;

        SecIdType(String apiString) {
            this.apiString = apiString;
        }

        public static SecIdType get(String text) {
            return find(values(), SecIdType::getApiString, text, None);
        }

        public String getApiString() { return apiString; }
    }

    /** Kind of market data. The order of the constants is the number on the wire. */
    public enum MktDataType {
        Unknown, Realtime, Frozen, Delayed, DelayedFrozen;

        public static MktDataType get(int value) {
            return byNumber(values(), value);
        }
    }

    /** An algorithm; one that is not listed reads as None, its text is kept. */
    public enum AlgoStrategy {
        None(""), Vwap("Vwap"), Twap("Twap"), ArrivalPx("ArrivalPx"), DarkIce("DarkIce"), PctVol("PctVol"), AD("AD");

        private final String apiString;

        AlgoStrategy(String apiString) {
            this.apiString = apiString;
        }

        public static AlgoStrategy get(String text) {
            return find(values(), AlgoStrategy::getApiString, text, None);
        }

        public String getApiString() { return apiString; }
    }

    /** Kind of hedge. */
    public enum HedgeType {
        None(""), Delta("D"), Beta("B"), Fx("F"), Pair("P");

        private final String apiString;

        HedgeType(String apiString) {
            this.apiString = apiString;
        }

        public static HedgeType get(String text) {
            return find(values(), HedgeType::getApiString, text, None);
        }

        public String getApiString() { return apiString; }
    }

    /** How an advisor order is allocated; the description names no constant but None. */
    public enum Method {
        None("");

        private final String apiString;

        Method(String apiString) {
            this.apiString = apiString;
        }

        public static Method get(String text) {
            return find(values(), Method::getApiString, text, None);
        }

        public String getApiString() { return apiString; }
    }

    /** Period of a volatility; the description names no constant but None, the number is read as a number. */
    public enum VolatilityType {
        None;

        public static VolatilityType get(int value) {
            return None;
        }
    }

    /** Reference of a volatility order; the description names no constant but None. */
    public enum ReferencePriceType {
        None;

        public static ReferencePriceType get(int value) {
            return None;
        }
    }

    /** Capacity of the person behind an order; the description names no constant but None. */
    public enum Rule80A {
        None("");

        private final String apiString;

        Rule80A(String apiString) {
            this.apiString = apiString;
        }

        public static Rule80A get(String text) {
            return find(values(), Rule80A::getApiString, text, None);
        }

        public String getApiString() { return apiString; }
    }
}

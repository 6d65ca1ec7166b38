package alvh.daemon.broker;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.market.InstrumentKey;

/** Contracts as a gateway states them. */
final class Samples {
    static final String HOURS = "20261117:0930-20261117:1615;20261118:0930-20261118:1615";

    private Samples() {}

    static Facts option(int conId, String localSymbol, String lastTrade, String real) {
        String root = localSymbol.substring(0, 6).trim();
        InstrumentKey key = InstrumentKey.of(localSymbol);
        return new Facts(conId, key.underlying(), "OPT", lastTrade, real, key.strike(),
                String.valueOf(key.right().letter()), "100", "SMART", "USD", localSymbol, root, "CBOE,SMART", "109,110",
                HOURS, "US/Eastern", List.of());
    }

    /** A VIX call of 18 November 2026: it trades for the last time the day before. */
    static Facts vixCall(int conId, int strike) {
        return option(conId, String.format(java.util.Locale.ROOT, "VIX   261118C%08d", strike * 1000L), "20261117",
                "20261118");
    }

    static Facts index(int conId, String symbol) {
        return new Facts(conId, symbol, "IND", "", "", Double.NaN, "", "", "CBOE", "USD", symbol, symbol, "CBOE", "0",
                HOURS, "US/Eastern", List.of());
    }

    static Facts stock(int conId, String symbol) {
        return new Facts(conId, symbol, "STK", "", "", Double.NaN, "", "", "SMART", "USD", symbol, "NMS", "SMART", "26",
                HOURS, "US/Eastern", List.of());
    }

    static Facts future(int conId, String lastTrade) {
        return new Facts(conId, "VIX", "FUT", lastTrade, lastTrade, Double.NaN, "", "1000", "CFE", "USD", "VXX6", "VX",
                "CFE", "64", HOURS, "US/Central", List.of());
    }

    static KnownInstrument known(int conId, String key) {
        InstrumentKey k = InstrumentKey.of(key);
        return new KnownInstrument(conId, k, k.root(), k.isOption() ? LocalDate.of(2026, 11, 17) : null,
                k.isOption() ? 100 : 1, 110);
    }
}

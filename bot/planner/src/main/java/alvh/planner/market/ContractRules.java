package alvh.planner.market;

import java.util.Set;
import java.util.regex.Pattern;

import alvh.planner.money.PriceIncrements;

/**
 * Contract facts by trading class (methodology 7.1, 7.4): what to expect, and to fall back on where the broker gives no
 * market rule. The broker's contract details decide; a contradiction forbids trading the contract.
 */
public final class ContractRules {

    private static final PriceIncrements PENNY = PriceIncrements.of("0.01");
    private static final PriceIncrements PENNY_NICKEL = PriceIncrements.of("0.01", "3", "0.05");
    private static final PriceIncrements NICKEL_DIME = PriceIncrements.of("0.05", "3", "0.10");
    private static final PriceIncrements NICKEL = PriceIncrements.of("0.05");
    private static final Pattern VX_WEEKLY = Pattern.compile("VX\\d\\d");
    private static final Set<String> INDEX_OPTIONS = Set.of("VIX", "VIXW", "SPX", "SPXW", "XSP");
    private static final Set<String> PENNY_EVERYWHERE = Set.of("SPY", "QQQ", "IWM");
    /** Large names of the penny programme. A class left out gets the coarser grid, whose prices are legal on both. */
    private static final Set<String> PENNY_PROGRAMME = Set.of("AAPL", "AMD", "AMZN", "BA", "BAC", "C", "COIN", "CSCO",
            "DIS", "F", "FCX", "GE", "GOOG", "GOOGL", "GS", "IBM", "INTC", "JNJ", "JPM", "KO", "META", "MSFT", "MU",
            "NFLX", "NVDA", "ORCL", "PFE", "PLTR", "PYPL", "T", "TSLA", "UBER", "V", "VZ", "WFC", "WMT", "XOM");

    private ContractRules() {}

    /** Dollars per point of one contract; 1 for a share. */
    public static int multiplier(InstrumentKey key) {
        return switch (key.secType()) {
            case OPTION -> 100;
            case FUTURE -> key.root().equals("VXM") ? 100 : 1000;
            case STOCK, INDEX -> 1;
        };
    }

    public static SettlementStyle settlement(String tradingClass) {
        boolean atTheOpen = switch (tradingClass) {
            case "VIX", "VIXW", "SPX", "VX", "VXM" -> true;
            default -> VX_WEEKLY.matcher(tradingClass).matches();
        };
        return atTheOpen ? SettlementStyle.AM : SettlementStyle.PM;
    }

    public static ExerciseStyle exercise(String tradingClass) {
        return isIndexOption(tradingClass) ? ExerciseStyle.EUROPEAN : ExerciseStyle.AMERICAN;
    }

    /** VIX, VIXW, SPX, SPXW, XSP: European and settled in cash. */
    public static boolean isIndexOption(String tradingClass) {
        return INDEX_OPTIONS.contains(tradingClass);
    }

    /** The price grid of single orders where no market rule is known. */
    public static PriceIncrements fallbackIncrements(String tradingClass) {
        return switch (tradingClass) {
            case "VIX" -> PENNY_NICKEL;
            case "VIXW", "XSP", "VXM" -> PENNY;
            case "SPX", "SPXW" -> NICKEL_DIME;
            case "VX" -> NICKEL;
            default -> stockOptionIncrements(tradingClass);
        };
    }

    private static PriceIncrements stockOptionIncrements(String tradingClass) {
        if (VX_WEEKLY.matcher(tradingClass).matches()) {
            return NICKEL;
        }
        if (PENNY_EVERYWHERE.contains(tradingClass)) {
            return PENNY;
        }
        return PENNY_PROGRAMME.contains(tradingClass) ? PENNY_NICKEL : NICKEL_DIME;
    }

    /** The grid of a combination's net price. */
    public static PriceIncrements comboIncrements(String tradingClass) {
        return switch (tradingClass) {
            case "SPX", "SPXW" -> NICKEL;
            default -> PENNY;
        };
    }
}

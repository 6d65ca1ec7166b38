package alvh.simulator.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import alvh.planner.market.InstrumentKey;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.Smile;

/**
 * What everything is worth given the levels: VX by a curve from the spot to a long-run level, VIX options on it with the
 * upward smile, SPX and XSP with a skew in standard deviations, names with a linear skew; all European.
 */
final class Pricer {

    private static final double YEAR_SECONDS = 365.0 * 86_400;
    /** At-the-money SPX volatility as a share of the VIX index of that term: VIX also holds the wings. */
    private static final double ATM_SHARE = 0.88;
    /** Volatility per standard deviation of moneyness, as a share of the volatility at the money. */
    private static final double SKEW = 0.17;
    private static final double SPX_YIELD = 0.013;
    private static final double MOST_NAME_FACTOR = 2.5;
    private static final double LEAST_FUTURE = 9;
    /** Days of the terms for which a VIX index stands. */
    private static final double[] TERMS = {9, 30, 93, 184};

    private final WorldSpec spec;
    private final Map<String, WorldSpec.Name> names = new HashMap<>();
    private final double longRun;
    /** Points added to single VX expiries by a world line. */
    private final Map<LocalDate, Double> shifts = new HashMap<>();

    Pricer(WorldSpec spec) {
        this.spec = spec;
        spec.names().forEach(name -> names.put(name.symbol(), name));
        WorldSpec.Levels at = spec.levels();
        this.longRun = at.vix() + 1.2 * (at.vix3m() - at.vix());
    }

    /** One option or future valued; prices in points. */
    record Value(double forward, double years, double vol, double rate, double price) {}

    void shift(LocalDate settlement, double points) {
        shifts.merge(settlement, points, Double::sum);
    }

    static double years(boolean am, LocalDate settlement, Instant now) {
        return Duration.between(now, Hours.settles(am, settlement)).toSeconds() / YEAR_SECONDS;
    }

    /** The VX of a settlement date: the front moves almost like the spot, the back by 0.80/(1 + 8 T) of it. */
    double vixForward(Board board, LocalDate settlement, double years) {
        double t = Math.max(0, years);
        double share = (0.80 + 0.20 * StrictMath.exp(-t * 365 / 3)) / (1 + 8 * t);
        double forward = longRun + (board.at(Board.VIX) - longRun) * share + shifts.getOrDefault(settlement, 0.0);
        return Math.max(LEAST_FUTURE, forward);
    }

    /** Price of a stock, index, future or option in points; NaN when it has none. */
    double price(InstrumentKey key, Board board, Instant now) {
        return switch (key.secType()) {
            case STOCK, INDEX -> board.level(key.text());
            case FUTURE, OPTION -> value(key, board, now).price();
        };
    }

    Value value(InstrumentKey key, Board board, Instant now) {
        LocalDate settlement = key.settlementDate();
        boolean am = isAm(key.root());
        double years = years(am, settlement, now);
        double forward = forward(key.underlying(), board, settlement, years);
        if (!key.isOption()) {
            return new Value(forward, years, 0, spec.rate(), forward);
        }
        double vol = years > 0 ? vol(key, board, forward, years) : 0;
        double price = Black76.price(forward, key.strike(), years, vol, spec.rate(), key.right());
        return new Value(forward, years, vol, spec.rate(), price);
    }

    private static boolean isAm(String root) {
        return root.equals("VIX") || root.equals("VIXW") || root.equals("VX") || root.equals("SPX");
    }

    private double forward(String underlying, Board board, LocalDate settlement, double years) {
        double carry = StrictMath.exp((spec.rate() - yieldOf(underlying)) * Math.max(0, years));
        return underlying.equals("VIX")
                ? vixForward(board, settlement, years)
                : board.level(underlying) * carry;
    }

    private double yieldOf(String underlying) {
        WorldSpec.Name name = names.get(underlying);
        return name == null ? SPX_YIELD : name.yield();
    }

    private double vol(InstrumentKey key, Board board, double forward, double years) {
        double moneyness = StrictMath.log(key.strike() / forward);
        double days = years * 365;
        return switch (key.underlying()) {
            case "VIX" -> Smile.vixDefault(days, board.at(Board.VVIX)).vol(moneyness);
            case "SPX", "XSP" -> indexVol(board, moneyness, years);
            default -> nameVol(key.underlying(), board, moneyness, days);
        };
    }

    private static double indexVol(Board board, double moneyness, double years) {
        double atm = ATM_SHARE * term(board, years * 365) / 100;
        double deviations = moneyness / (atm * StrictMath.sqrt(Math.max(years, 1.0 / 365)));
        return atm * (1 - SKEW * Math.max(-3, Math.min(1.5, deviations)));
    }

    /** The VIX index of a term, linear between the indices there are. */
    private static double term(Board board, double days) {
        double[] levels = {board.at(Board.VIX9D), board.at(Board.VIX), board.at(Board.VIX3M), board.at(Board.VIX6M)};
        if (days <= TERMS[0]) {
            return levels[0];
        }
        for (int i = 1; i < TERMS.length; i++) {
            if (days < TERMS[i]) {
                double share = (days - TERMS[i - 1]) / (TERMS[i] - TERMS[i - 1]);
                return levels[i - 1] + share * (levels[i] - levels[i - 1]);
            }
        }
        return levels[TERMS.length - 1];
    }

    private double nameVol(String symbol, Board board, double moneyness, double days) {
        double power = 0.55 * StrictMath.pow(45 / Math.max(1, days), 0.35);
        double storm = StrictMath.pow(board.at(Board.VIX) / spec.levels().vix(), power);
        double atm = names.get(symbol).vol() * Math.min(MOST_NAME_FACTOR, storm);
        return Math.max(0.4 * atm, atm - 0.35 * Math.max(-0.6, Math.min(0.4, moneyness)));
    }
}

package alvh.planner.pricing;

import java.util.Arrays;

/**
 * The parity monitor (methodology F20): edges of conversions, reversals and boxes in points per share, positive when the
 * quotes would pay. They test quotes and extract rates; nothing trades on them.
 */
public final class Parity {

    /** An edge smaller than this, per share, is slippage. */
    public static final double NOISE = 0.10;

    private static final int BOXES = 3;

    private Parity() {}

    public static boolean isSignal(double edge) {
        return edge >= NOISE;
    }

    /** Long stock, long put, short call: C_bid - P_ask - S_ask + PV(div) + K e^{-rT} - costs. */
    public static double conversionEdge(double callBid, double putAsk, double stockAsk, double dividendsPv,
            double strike, double years, double rate, double costs) {
        return callBid - putAsk - stockAsk + dividendsPv + strike * StrictMath.exp(-rate * years) - costs;
    }

    /** Short stock, short put, long call: S_bid - PV(div) - K e^{-rT} - C_ask + P_bid - borrow S T - costs. */
    public static double reversalEdge(double callAsk, double putBid, double stockBid, double dividendsPv, double strike,
            double years, double rate, double borrowRate, double costs) {
        return stockBid - dividendsPv - strike * StrictMath.exp(-rate * years) - callAsk + putBid
                - borrowRate * stockBid * years - costs;
    }

    /** Sell call, buy put, buy the VX future: C_bid - P_ask - e^{-rT} (F_ask - K). */
    public static double vixConversionEdge(double callBid, double putAsk, double futureAsk, double strike, double years,
            double rate) {
        return callBid - putAsk - StrictMath.exp(-rate * years) * (futureAsk - strike);
    }

    /** Buy call, sell put, sell the VX future: P_bid - C_ask + e^{-rT} (F_bid - K). */
    public static double vixReversalEdge(double callAsk, double putBid, double futureBid, double strike, double years,
            double rate) {
        return putBid - callAsk + StrictMath.exp(-rate * years) * (futureBid - strike);
    }

    /** How far C - P lies outside [S - PV(div) - K, S - K e^{-rT}], the bounds of American options; 0 inside. */
    public static double americanViolation(double callMid, double putMid, double spot, double dividendsPv,
            double strike, double years, double rate) {
        double difference = callMid - putMid;
        double low = spot - dividendsPv - strike;
        double high = spot - strike * StrictMath.exp(-rate * years);
        return Math.max(0, Math.max(low - difference, difference - high));
    }

    /** The rate in a box: (C1 - P1) - (C2 - P2) = e^{-rT} (K2 - K1); NaN when the box costs nothing or less. */
    public static double boxRate(double callMinusPut1, double strike1, double callMinusPut2, double strike2,
            double years) {
        double discount = (callMinusPut1 - callMinusPut2) / (strike2 - strike1);
        return discount > 0 ? -StrictMath.log(discount) / years : Double.NaN;
    }

    /** Median rate over the three widest boxes that do not share a strike; NaN with fewer than six usable strikes. */
    public static double boxRate(OptionQuotes quotes, double years) {
        double[] strikes = new double[quotes.size()];
        double[] differences = new double[quotes.size()];
        int n = 0;
        for (int i = 0; i < quotes.size(); i++) {
            double difference = quotes.mid(i, true) - quotes.mid(i, false);
            if (difference == difference) {
                strikes[n] = quotes.strikes()[i];
                differences[n++] = difference;
            }
        }
        if (n < 2 * BOXES || !(years > 0)) {
            return Double.NaN;
        }
        double[] rates = new double[BOXES];
        for (int box = 0; box < BOXES; box++) {
            int far = n - 1 - box;
            rates[box] = boxRate(differences[box], strikes[box], differences[far], strikes[far], years);
        }
        Arrays.sort(rates);
        return rates[BOXES / 2];
    }
}

package alvh.planner.pricing;

/**
 * The quotes of one expiry as arrays, strikes ascending; a missing side is NaN. Prices and strikes in points.
 */
public record OptionQuotes(double[] strikes, double[] callBid, double[] callAsk, double[] putBid, double[] putAsk) {

    private static final double WIDEST = 0.40;

    public OptionQuotes {
        int n = strikes.length;
        if (callBid.length != n || callAsk.length != n || putBid.length != n || putAsk.length != n) {
            throw new IllegalArgumentException("quotes of one expiry need arrays of one length, " + n + " strikes");
        }
        for (int i = 1; i < n; i++) {
            if (!(strikes[i] > strikes[i - 1])) {
                throw new IllegalArgumentException("strikes must ascend: " + strikes[i - 1] + ", " + strikes[i]);
            }
        }
    }

    public int size() {
        return strikes.length;
    }

    /** Middle of a usable quote: both sides positive and uncrossed, spread at most 40 % of it; else NaN. */
    public double mid(int i, boolean call) {
        double bid = call ? callBid[i] : putBid[i];
        double ask = call ? callAsk[i] : putAsk[i];
        double mid = (bid + ask) / 2;
        boolean usable = bid > 0 && ask >= bid && ask < Double.POSITIVE_INFINITY && ask - bid <= WIDEST * mid;
        return usable ? mid : Double.NaN;
    }

    public double spread(int i, boolean call) {
        return call ? callAsk[i] - callBid[i] : putAsk[i] - putBid[i];
    }
}

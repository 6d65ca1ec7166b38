package alvh.planner.pricing;

import java.util.Arrays;
import java.util.Locale;

/** Forwards of an expiry, by the three ways of methodology 5.1 in their order. Points, years ACT/365. */
public final class Forwards {

    /** Both sides of a VX quote must lie this close for its middle to count. */
    private static final double VX_WIDEST = 0.10;
    private static final int PAIRS = 3;
    private static final double ROUNDING = 1e-9;

    private Forwards() {}

    /**
     * VIX: the future of the same date, else parity, else the curve between neighbouring monthlies.
     *
     * @param vxBid the future's bid, NaN when it has none or there is no such future; {@code vxAsk} likewise
     * @param quotes the expiry's options, or null
     * @param monthlies curve through the monthlies known so far, or null
     */
    public static Forward vix(double years, double vxBid, double vxAsk, OptionQuotes quotes, double rate,
            VixCurve monthlies) {
        Forward forward = vx(years, vxBid, vxAsk);
        if (forward instanceof Forward.Unknown && quotes != null) {
            forward = parity(quotes, years, rate);
        }
        return forward instanceof Forward.Unknown ? interpolated(years, monthlies, forward) : forward;
    }

    /** The middle of the same-date future, if both sides are within 0.10. */
    public static Forward vx(double years, double bid, double ask) {
        if (years <= 0) {
            return expired(years);
        }
        boolean tight = bid > 0 && ask >= bid && ask - bid <= VX_WIDEST + ROUNDING;
        return tight
                ? new Forward.Known((bid + ask) / 2, ForwardSource.VX)
                : new Forward.Unknown(Forward.Reason.NO_PAIRS,
                        String.format(Locale.ROOT, "future %.2f/%.2f, wanted two sides within 0.10", bid, ask));
    }

    /**
     * A future without a tight quote: its last settlement plus the mean change of the neighbouring months since theirs.
     *
     * @param neighbourChanges points by which each neighbour's middle stands above its own last settlement
     */
    public static Forward vxFromNeighbours(double lastSettlement, double[] neighbourChanges) {
        double sum = 0;
        for (double change : neighbourChanges) {
            sum += change;
        }
        double forward = lastSettlement + sum / neighbourChanges.length;
        return neighbourChanges.length > 0 && forward > 0 && forward < Double.POSITIVE_INFINITY
                ? new Forward.Known(forward, ForwardSource.VX)
                : new Forward.Unknown(Forward.Reason.NO_NEIGHBOURS, "no settlement, or no neighbour with a quote");
    }

    /**
     * Put-call parity: F = K + e^{rT} (C - P), the median over the three strikes nearest the money, that is with the
     * smallest |C - P| of all strikes on which both middles can be used.
     */
    public static Forward parity(OptionQuotes quotes, double years, double rate) {
        if (years <= 0) {
            return expired(years);
        }
        double growth = StrictMath.exp(rate * years);
        double[] nearest = new double[PAIRS];
        double[] forwards = new double[PAIRS];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        int pairs = 0;
        for (int i = 0; i < quotes.size(); i++) {
            double gap = quotes.mid(i, true) - quotes.mid(i, false);
            if (gap == gap) {
                pairs++;
                insert(nearest, forwards, Math.abs(gap), quotes.strikes()[i] + growth * gap);
            }
        }
        if (pairs < PAIRS) {
            return new Forward.Unknown(Forward.Reason.NO_PAIRS,
                    pairs + " strikes with a usable call and put, wanted " + PAIRS);
        }
        Arrays.sort(forwards);
        double median = forwards[PAIRS / 2];
        return median > 0
                ? new Forward.Known(median, ForwardSource.PARITY)
                : new Forward.Unknown(Forward.Reason.BAD_VALUE, "parity gives a forward of " + median);
    }

    private static void insert(double[] nearest, double[] forwards, double gap, double forward) {
        for (int at = 0; at < PAIRS; at++) {
            if (gap < nearest[at]) {
                System.arraycopy(nearest, at, nearest, at + 1, PAIRS - 1 - at);
                System.arraycopy(forwards, at, forwards, at + 1, PAIRS - 1 - at);
                nearest[at] = gap;
                forwards[at] = forward;
                return;
            }
        }
    }

    private static Forward interpolated(double years, VixCurve monthlies, Forward before) {
        if (years <= 0) {
            return expired(years);
        }
        if (monthlies == null || years > monthlies.lastYears()) {
            String tried = before instanceof Forward.Unknown(Forward.Reason ignored, String detail)
                    ? detail + "; "
                    : "";
            return new Forward.Unknown(Forward.Reason.NO_NEIGHBOURS, tried + "no later monthly to interpolate to");
        }
        return new Forward.Known(monthlies.forward(years), ForwardSource.INTERPOLATED);
    }

    private static Forward expired(double years) {
        return new Forward.Unknown(Forward.Reason.EXPIRED,
                String.format(Locale.ROOT, "settled %.1f days ago", -years * 365));
    }
}

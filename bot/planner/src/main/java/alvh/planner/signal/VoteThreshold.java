package alvh.planner.signal;

/**
 * Where a vote of methodology 2.2 begins: by these the signals vote, and of these the explanation speaks.
 *
 * @param half from here half a vote, NaN where there is only a whole one
 * @param one from here one vote
 */
public record VoteThreshold(double half, double one) {

    /** V1 (F5): fast less slow beta of the book. */
    public static final VoteThreshold BETA_EXPANSION = new VoteThreshold(Double.NaN, 0.15);
    /** V1: the expansion in standard errors, on so many closes in a row. */
    public static final double BETA_ERRORS = 1.5;
    public static final int BETA_CLOSES = 2;
    /** V4: VIX/VIX3M. */
    public static final VoteThreshold TERM_STRUCTURE = new VoteThreshold(0.95, 1.00);
    /** V5: VIX less its close five sessions ago, in points. */
    public static final VoteThreshold VIX_CHANGE = new VoteThreshold(3, 5);
    /** V6: VVIX in points, and the level of VIX from which it votes no more. */
    public static final VoteThreshold VVIX = new VoteThreshold(110, 125);
    public static final double VVIX_BELOW_VIX = 25;
    /** V7 (F12): surprise of a release, in standard deviations, either way. */
    public static final VoteThreshold EVENT_SURPRISE = new VoteThreshold(Double.NaN, 2);
    /** V8 (F17): signs of a complacent top, of so many. */
    public static final VoteThreshold COMPLACENT_TOP = new VoteThreshold(Double.NaN, 4);
    public static final int TOP_SIGNS = 5;

    /** 0, 0.5 or 1. */
    double vote(double value) {
        if (Compare.atLeast(value, one)) {
            return 1;
        }
        return Compare.atLeast(value, half) ? 0.5 : 0;
    }

    /** "half a vote from 0.95", "a vote from 1.00" or what was reached. */
    String next(double value, String format) {
        if (Compare.atLeast(value, one)) {
            return "a vote from " + Words.text(format, one);
        }
        boolean halfway = Compare.atLeast(value, half);
        return (halfway ? "half a vote, one from " : "half a vote from ") + Words.text(format, halfway ? one : half);
    }
}

package alvh.planner.measure;

import java.util.List;

/**
 * Does the hedge live its own life (methodology S24)? The correlation of its daily profit with the book's idiosyncratic
 * residual, over at most 60 sessions; healthy between -0.2 and 0.2.
 *
 * @param correlation NaN until 40 sessions are known, or when one side never moved; then {@code because} says so
 */
public record Independence(double correlation, int sessions, String because) {

    private static final int LEAST = 40;
    private static final int MOST = 60;
    private static final double HEALTHY = 0.2;

    public boolean healthy() {
        return Math.abs(correlation) <= HEALTHY;
    }

    /** @param sessions oldest first; those whose residual is not known do not count */
    public static Independence of(List<Session> sessions) {
        List<Session> known = sessions.stream()
                .filter(s -> Double.isFinite(s.hedge()) && Double.isFinite(s.idiosyncratic())).toList();
        if (known.size() < LEAST) {
            return new Independence(Double.NaN, known.size(), known.size() + " sessions are known, 40 are needed");
        }
        List<Session> last = known.subList(Math.max(0, known.size() - MOST), known.size());
        double correlation = correlation(last);
        return new Independence(correlation, last.size(),
                Double.isFinite(correlation) ? null : "the hedge or the book's residual never moved");
    }

    private static double correlation(List<Session> sessions) {
        double n = sessions.size();
        double meanHedge = sessions.stream().mapToDouble(Session::hedge).sum() / n;
        double meanOwn = sessions.stream().mapToDouble(Session::idiosyncratic).sum() / n;
        double both = 0;
        double hedge = 0;
        double own = 0;
        for (Session s : sessions) {
            double h = s.hedge() - meanHedge;
            double o = s.idiosyncratic() - meanOwn;
            both += h * o;
            hedge += h * h;
            own += o * o;
        }
        return hedge > 0 && own > 0 ? both / StrictMath.sqrt(hedge * own) : Double.NaN;
    }
}

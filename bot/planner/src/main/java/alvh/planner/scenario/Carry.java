package alvh.planner.scenario;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

import alvh.planner.pricing.Dividends;

/** The growth of forwards over spots, as the quoted expiries of one underlying show it. */
final class Carry {

    private static final Set<String> INDEX = Set.of("SPX", "SPXW", "XSP");
    /** An expiry nearer than this says nothing about a rate. */
    private static final double LEAST_YEARS = 5.0 / 365;

    private Carry() {}

    static boolean isIndex(String root) {
        return INDEX.contains(root);
    }

    /** Whether an expiry of class {@code root} is of this underlying; SPX and XSP count as one. */
    static boolean sameUnderlying(String root, String underlying) {
        return root.equals(underlying) || INDEX.contains(root) && INDEX.contains(underlying);
    }

    /** The quoted expiry nearest in time with a forward that the market gave, or null. */
    static Map.Entry<ExpiryId, Surface> nearest(SortedMap<ExpiryId, Surface> surfaces, String underlying,
            double years) {
        Map.Entry<ExpiryId, Surface> best = null;
        for (Map.Entry<ExpiryId, Surface> entry : surfaces.entrySet()) {
            boolean candidate = sameUnderlying(entry.getKey().tradingClass(), underlying);
            if (candidate && (best == null
                    || Math.abs(entry.getValue().years() - years) < Math.abs(best.getValue().years() - years))) {
                best = entry;
            }
        }
        return best;
    }

    /**
     * ln(F/S)/T of the nearest quoted expiry, S less the dividends before it, or {@code rate} where none is quoted.
     *
     * @param spx level of SPX, a tenth of it is XSP's spot
     * @param spot spot of a name; ignored for an index
     */
    static double of(SortedMap<ExpiryId, Surface> surfaces, String underlying, double years, double spx, double spot,
            Dividends dividends, double rate) {
        Map.Entry<ExpiryId, Surface> near = nearest(surfaces, underlying, Math.max(years, LEAST_YEARS));
        if (near == null || near.getValue().years() < LEAST_YEARS) {
            return rate;
        }
        String root = near.getKey().tradingClass();
        double base = INDEX.contains(root)
                ? root.equals("XSP") ? spx / 10 : spx
                : spot - dividends.presentValue(0, near.getValue().years(), rate);
        return StrictMath.log(near.getValue().forward() / base) / near.getValue().years();
    }
}

package alvh.planner.plan;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How much the lines of book and hedge cancel each other (methodology F16): C_g = 1 - abs(sum g_k) / sum abs(g_k) for each
 * of four greeks; 0 when all pull one way, 1 when nothing is left.
 *
 * @param hedgeThetaShare abs theta of the hedge over the book's, NaN when the book earns none
 * @param flag more than 0.85 on two greeks or more, and the hedge's theta above 35 % of the book's
 */
public record GreekConflict(double delta, double vega, double theta, double gamma, double hedgeThetaShare,
        boolean flag) {

    public static final GreekConflict NONE = new GreekConflict(0, 0, 0, 0, Double.NaN, false);
    private static final double HIGH = 0.85;
    private static final double THETA_SHARE = 0.35;
    private static final int GREEKS = 2;

    /** @param book one entry a structure; {@code hedge} one a held or planned line */
    public static GreekConflict of(List<SpxGreeks> book, List<SpxGreeks> hedge) {
        List<SpxGreeks> lines = java.util.stream.Stream.concat(book.stream(), hedge.stream()).toList();
        double[] c = {index(lines, SpxGreeks::deltaWithVix), index(lines, SpxGreeks::vegaPerPoint),
                index(lines, SpxGreeks::thetaPerDay), index(lines, SpxGreeks::gammaPerPercent)};
        double earned = SpxGreeks.sum(book).thetaPerDay();
        double paid = Math.abs(SpxGreeks.sum(hedge).thetaPerDay());
        long high = java.util.Arrays.stream(c).filter(x -> x > HIGH).count();
        boolean eats = paid > THETA_SHARE * Math.max(0, earned) && paid > 0;
        return new GreekConflict(c[0], c[1], c[2], c[3], earned > 0 ? paid / earned : Double.NaN,
                high >= GREEKS && eats);
    }

    private static double index(List<SpxGreeks> lines, ToDoubleFunction<SpxGreeks> greek) {
        double sum = 0;
        double absolute = 0;
        for (SpxGreeks line : lines) {
            sum += greek.applyAsDouble(line);
            absolute += Math.abs(greek.applyAsDouble(line));
        }
        return absolute > 0 ? 1 - Math.abs(sum) / absolute : 0;
    }
}

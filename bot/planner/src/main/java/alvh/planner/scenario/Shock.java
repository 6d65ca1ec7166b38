package alvh.planner.scenario;

/**
 * One joint move of the market by a horizon (methodology 4.3).
 *
 * @param id A to N, or a user's own
 * @param spxReturn simple return of SPX
 * @param vixPoints change of spot VIX in points for a start at 17; {@link VixResponse} maps it to today's level
 * @param nameReturn extra simple return of one name (M), whichever the caller takes; 0 for none
 * @param sectorReturn extra simple return of all names of one sector (N); 0 for none
 * @param weight probability weight; 0 for what is only shown
 * @param horizonDays calendar days that pass
 * @param note what it stands for
 */
public record Shock(String id, double spxReturn, double vixPoints, double nameReturn, double sectorReturn,
        double weight, int horizonDays, String note) {

    public Shock {
        boolean sane = spxReturn > -1 && vixPoints > -VixResponse.START && nameReturn > -1 && sectorReturn > -1
                && weight >= 0 && weight <= 1 && horizonDays >= 0;
        if (!sane) {
            throw new IllegalArgumentException("shock " + id + ": returns must be above -1, VIX must stay above 0, "
                    + "the weight lie in 0..1 and the horizon not be negative");
        }
    }

    public static Shock market(String id, double spxReturn, double vixPoints, double weight, int horizonDays,
            String note) {
        return new Shock(id, spxReturn, vixPoints, 0, 0, weight, horizonDays, note);
    }

    /**
     * A fall (or rise) of SPX with the VIX answer of methodology 5.6: d ln VIX = E x |return|, E the elasticity at the
     * start level, negative for a rise; VIX is capped at 85. Weight 0: for screens, not for sizing.
     */
    public static Shock crash(String id, double spxReturn, int horizonDays, String note) {
        double points = VixResponse.START
                * (StrictMath.exp(-VixResponse.elasticity(VixResponse.START) * spxReturn) - 1);
        return market(id, spxReturn, points, 0, horizonDays, note);
    }

    /** Only time passes: SPX, VIX and every volatility stay. */
    public static Shock unchanged(int horizonDays) {
        return market("unchanged", 0, 0, 0, horizonDays, "nothing moves, time passes");
    }
}

package alvh.planner.line;

/**
 * The held hedge after today's sales: its change in every scenario and its greeks, in dollars.
 *
 * @param base change by base scenario, {@code screen} by column of the loss table
 * @param sold by column of the loss table: what today's sales would have gained or lost
 * @param theta absolute decay a day, positive
 * @param cost what the valued packages cost, fees inside
 * @param unknown packages that could not be valued; they count as zero, which makes the hedge look smaller
 */
public record HedgeNow(double[] base, double[] screen, double[] sold, double vega, double stressDelta, double theta,
        double marketValue,
        double cost, long unknown) {

    public static HedgeNow of(HeldLots held, Picture picture) {
        double[] base = new double[picture.markets().size()];
        double[] screen = new double[picture.screen().size()];
        double[] sold = new double[picture.screen().size()];
        double vega = 0;
        double stress = 0;
        double theta = 0;
        double value = 0;
        double cost = 0;
        long unknown = 0;
        for (HeldPool pool : held.pools().values()) {
            Valued valued = pool.valued();
            long n = pool.held();
            if (!valued.usable()) {
                unknown += n;
                continue;
            }
            for (int s = 0; s < base.length; s++) {
                base[s] += n * (valued.base()[s] - valued.today());
            }
            for (int s = 0; s < screen.length; s++) {
                screen[s] += n * (valued.screen()[s] - valued.today());
                sold[s] += pool.sold() * (valued.screen()[s] - valued.today());
            }
            vega += n * valued.vega();
            stress += n * valued.stressDelta();
            theta -= n * valued.theta();
            value += n * valued.today();
            cost += n * pool.unitCost().toDouble();
        }
        return new HedgeNow(base, screen, sold, vega, stress, theta, value, cost, unknown);
    }
}

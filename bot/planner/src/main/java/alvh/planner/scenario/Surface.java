package alvh.planner.scenario;

import alvh.planner.pricing.ForwardSource;
import alvh.planner.pricing.Smile;

/**
 * What is known of one expiry today.
 *
 * @param years time to settlement, ACT/365 with minutes, positive
 * @param dte calendar days to the settlement date
 * @param forward points
 * @param smile volatility by ln(K/F)
 */
public record Surface(double years, int dte, double forward, ForwardSource source, Smile smile) {

    public double vol(double strike) {
        return smile.vol(forward, strike);
    }
}

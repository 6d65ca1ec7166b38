package alvh.planner.pricing;

/**
 * One option's price and sensitivities per unit of the underlying; times the multiplier gives dollars (methodology 5.7).
 *
 * @param price points
 * @param deltaForward change per point of the forward, not discounted: N(d1) for a call
 * @param delta the same, discounted (for {@link BlackScholes}: per point of the spot)
 * @param gamma change of {@code delta} per point
 * @param vegaPerPoint change per volatility point (0.01)
 * @param thetaPerDay change per calendar day
 */
public record Greeks(double price, double deltaForward, double delta, double gamma, double vegaPerPoint,
        double thetaPerDay) {}

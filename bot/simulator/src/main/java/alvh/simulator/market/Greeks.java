package alvh.simulator.market;

/**
 * One option computation as the broker sends it; missing values NaN.
 *
 * @param impliedVol annual, 0.20 = 20 %
 * @param vega per vol point
 * @param theta per calendar day
 * @param underPrice the broker's underlying price: for VIX options the spot index, which is the known trap
 */
public record Greeks(double impliedVol, double delta, double price, double pvDividend, double gamma, double vega,
        double theta, double underPrice) {

    public static final Greeks NONE = new Greeks(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN, Double.NaN);
}

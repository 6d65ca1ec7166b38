package alvh.planner.pricing;

import alvh.planner.market.Right;

/**
 * European options on a share (methodology 5.3): continuous dividend dividendYield, and known cash dividends taken out of the
 * spot ("escrowed"). Prices in points, time in years ACT/365, rates and yields continuous.
 */
public final class BlackScholes {

    private BlackScholes() {}

    public static double price(double spot, double strike, double years, double vol, double rate, double dividendYield,
            Right right) {
        return Black76.price(forward(spot, years, rate, dividendYield), strike, Math.max(0, years), vol, rate, right);
    }

    /** The forward that spot, rate and yield make. */
    public static double forward(double spot, double years, double rate, double dividendYield) {
        return spot * StrictMath.exp((rate - dividendYield) * Math.max(0, years));
    }

    /** Present value of the cash dividends that are paid before {@code years}. */
    public static double presentValue(double[] dividendYears, double[] dividendCash, double years, double rate) {
        double value = 0;
        for (int i = 0; i < dividendYears.length; i++) {
            if (dividendYears[i] > 0 && dividendYears[i] <= years) {
                value += dividendCash[i] * StrictMath.exp(-rate * dividendYears[i]);
            }
        }
        return value;
    }

    /** Price with cash dividends: the spot less their present value, no yield. */
    public static double priceEscrowed(double spot, double strike, double years, double vol, double rate,
            double[] dividendYears, double[] dividendCash, Right right) {
        double escrowed = spot - presentValue(dividendYears, dividendCash, years, rate);
        return price(escrowed, strike, years, vol, rate, 0, right);
    }

    /** Price and sensitivities; {@code delta} is per point of the spot, gamma its change, theta at a standing spot. */
    public static Greeks greeks(double spot, double strike, double years, double vol, double rate, double dividendYield,
            Right right) {
        double forward = forward(spot, years, rate, dividendYield);
        Greeks black = Black76.greeks(forward, strike, years, vol, rate, right);
        if (years <= 0) {
            return black;
        }
        double growth = forward / spot;
        double carry = (rate - dividendYield) * forward * black.delta();
        return new Greeks(black.price(), black.deltaForward(), black.delta() * growth,
                black.gamma() * growth * growth, black.vegaPerPoint(), black.thetaPerDay() - carry / 365);
    }
}

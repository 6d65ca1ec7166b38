package alvh.planner.pricing;

import java.util.SplittableRandom;

import alvh.planner.market.Right;
import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class BlackTest {

    /** The vectors of methodology 5.8, must-pass 2. */
    @ParameterizedTest
    @CsvSource({"20, 22, 91.25, 0.80, 0.04, CALL, 2.397532, 0.479911, 0.049335, 0.039468, -0.017038",
            "20, 22, 91.25, 0.80, 0.04, PUT, 4.377632, -0.510139, 0.049335, 0.039468, -0.016821",
            "16.4934, 20, 49, 0.75, 0.043, CALL, 0.703430, 0.284693, 0.074641, 0.020444, -0.015563",
            "31.43, 21, 43, 1.10, 0.043, CALL, 11.074376, 0.891063, 0.015184, 0.019438, -0.023557",
            "6000, 5700, 75, 0.175, 0, PUT, 72.454741, -0.246272, 0.000662, 8.573875, -1.000285"})
    void MP02_black76Vectors(double forward, double strike, double days, double vol, double rate, Right right,
            double price,
            double delta, double gamma, double vega, double theta) {
        Greeks greeks = Black76.greeks(forward, strike, days / 365, vol, rate, right);
        assertVector(greeks, price, delta, gamma, vega, theta);
        assertThat(Black76.price(forward, strike, days / 365, vol, rate, right)).isEqualTo(greeks.price());
    }

    @ParameterizedTest
    @CsvSource({"6000, 5700, 75, 0.19, 0.043, 0.013, PUT, 75.581058, -0.238155, 0.000598, 8.409341, -0.938833",
            "100, 95, 30, 0.35, 0.043, 0, PUT, 1.793760, -0.275394, 0.033277, 0.095728, -0.052386"})
    void MP02_blackScholesVectors(double spot, double strike, double days, double vol, double rate,
            double dividendYield,
            Right right, double price, double delta, double gamma, double vega, double theta) {
        assertVector(BlackScholes.greeks(spot, strike, days / 365, vol, rate, dividendYield, right), price, delta,
                gamma, vega, theta);
    }

    private static void assertVector(Greeks greeks, double price, double delta, double gamma, double vega,
            double theta) {
        assertThat(greeks.price()).isCloseTo(price, within(1e-6));
        assertThat(greeks.delta()).isCloseTo(delta, within(1e-6));
        assertThat(greeks.gamma()).isCloseTo(gamma, within(1e-6));
        assertThat(greeks.vegaPerPoint()).isCloseTo(vega, within(1e-6));
        assertThat(greeks.thetaPerDay()).isCloseTo(theta, within(1e-6));
    }

    /** Must-pass 4: C - P = DF (F - K), also deep in the money. */
    @Test
    void MP04_deepInTheMoneyParityHoldsToTheLastDigits() {
        for (double strike : new double[]{1, 5, 12, 20, 33, 80, 400}) {
            double years = 0.3;
            double call = Black76.price(20, strike, years, 0.9, 0.043, Right.CALL);
            double put = Black76.price(20, strike, years, 0.9, 0.043, Right.PUT);
            assertThat(call - put).isCloseTo(Math.exp(-0.043 * years) * (20 - strike), within(1e-12));
        }
    }

    /** Must-pass 3: with spot 25 and the August future at 21.50 the 20 call at 3.00 is sane. */
    @Test
    void MP03_intrinsicOfAVixOptionIsMeasuredFromItsFuture() {
        assertThat(Black76.intrinsic(21.50, 20, true)).isEqualTo(1.50);
        Implied implied = ImpliedVol.of(3.00, 21.50, 20, 45 / 365.0, 0.043, 0.01, Right.CALL);
        assertThat(implied).isInstanceOfSatisfying(Implied.Vol.class,
                vol -> assertThat(vol.vol()).isBetween(0.6, 1.2));
    }

    @Test
    void agreesWithStrataOnTenThousandOptions() {
        SplittableRandom random = new SplittableRandom(76);
        for (int i = 0; i < 10_000; i++) {
            double forward = random.nextDouble(8, 90);
            double strike = forward * Math.exp(random.nextDouble(-1.5, 1.5));
            double years = random.nextDouble(0.002, 1.5);
            double vol = random.nextDouble(0.05, 2.5);
            boolean call = random.nextBoolean();
            Greeks greeks = Black76.greeks(forward, strike, years, vol, 0, call ? Right.CALL : Right.PUT);
            assertThat(greeks.price()).isCloseTo(BlackFormulaRepository.price(forward, strike, years, vol, call),
                    within(1e-12 * (1 + forward + strike)));
            assertThat(greeks.delta()).isCloseTo(BlackFormulaRepository.delta(forward, strike, years, vol, call),
                    within(1e-12));
            assertThat(greeks.gamma()).isCloseTo(BlackFormulaRepository.gamma(forward, strike, years, vol),
                    within(1e-11));
            assertThat(greeks.vegaPerPoint()).isCloseTo(BlackFormulaRepository.vega(forward, strike, years, vol) / 100,
                    within(1e-11));
            assertThat(greeks.thetaPerDay())
                    .isCloseTo(BlackFormulaRepository.driftlessTheta(forward, strike, years, vol) / 365, within(1e-10));
        }
    }

    @Test
    void atExpiryOnlyIntrinsicIsLeft() {
        assertThat(Black76.price(25, 20, 0, 0.8, 0.04, Right.CALL)).isEqualTo(5);
        assertThat(Black76.price(25, 20, -0.1, 0.8, 0.04, Right.PUT)).isZero();
        assertThat(Black76.greeks(25, 20, 0, 0.8, 0.04, Right.CALL).deltaForward()).isEqualTo(1);
        assertThat(Black76.price(25, 20, 0.1, Double.NaN, 0.04, Right.CALL)).isNaN();
    }

    /** erfc to 1e-15 relative, against a slow but independent continued fraction, and exact values by hand. */
    @Test
    void erfcToTheLastDigits() {
        assertThat(Normal.erfc(0)).isEqualTo(1);
        assertThat(Normal.cdf(1.959963984540054)).isCloseTo(0.975, within(2e-16));
        assertThat(Normal.erfc(5)).isCloseTo(1.5374597944280348502e-12, within(1.6e-27));
        assertThat(Normal.erfc(10)).isCloseTo(2.0884875837625447570e-45, within(4e-60));
        assertThat(Normal.erfc(26)).isCloseTo(5.6631924088561428464e-296, within(1.5e-310));
        assertThat(Normal.erfc(0.5)).isCloseTo(0.47950012218695346232, within(1e-16));
        for (double x = -6; x <= 6; x += 0.0137) {
            assertThat(Normal.erfc(x)).isCloseTo(Erf.erfc(x), within(4e-15 * (1 + Erf.erfc(x))));
            double scaled = Math.exp(x * x) * Normal.erfc(x);
            assertThat(Normal.erfcx(x)).isCloseTo(scaled, within(5e-14 * scaled));
        }
    }

    @Test
    void wholeChainsAgreeWithOneByOne() {
        int n = 400;
        double[] strikes = new double[n];
        double[] vols = new double[n];
        boolean[] calls = new boolean[n];
        for (int i = 0; i < n; i++) {
            strikes[i] = 6 + i / 2 * 0.4;
            vols[i] = 0.6 + (i / 2 % 7) * 0.1;
            calls[i] = i % 2 == 0 || i % 5 == 0;
        }
        ChainGreeks chain = new ChainGreeks(n);
        chain.compute(20, 0.2, 0.04, strikes, vols, calls);
        for (int i = 0; i < n; i++) {
            Greeks one = Black76.greeks(20, strikes[i], 0.2, vols[i], 0.04, calls[i] ? Right.CALL : Right.PUT);
            assertThat(chain.price[i]).isCloseTo(one.price(), within(1e-13 * (1 + one.price())));
            assertThat(chain.deltaForward[i]).isCloseTo(one.deltaForward(), within(1e-14));
            assertThat(chain.gamma[i]).isCloseTo(one.gamma(), within(1e-14));
            assertThat(chain.vegaPerPoint[i]).isCloseTo(one.vegaPerPoint(), within(1e-14));
            assertThat(chain.thetaPerDay[i]).isCloseTo(one.thetaPerDay(), within(1e-14));
        }
    }

    /** Thirteen digits of the price far out of the money too, against series with 130 digits. */
    @Test
    void smallPricesKeepTheirDigits() {
        for (double x = -0.1; x >= -1.5; x -= 0.1) {
            for (double s = 0.08; s <= 1.2; s += 0.08) {
                if (x / s * (x / s) < 300) {
                    double exact = HighPrecision.normalised(new java.math.BigDecimal(x), new java.math.BigDecimal(s))
                            .doubleValue();
                    assertThat(TotalVol.price(x, s) / exact).as("x %s, s %s", x, s).isCloseTo(1, within(1e-13));
                }
            }
        }
    }
}

package alvh.planner.scenario;

import java.time.Instant;
import java.time.LocalDate;

import alvh.planner.market.Right;
import alvh.planner.market.Settlement;
import alvh.planner.market.TradingCalendar;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.Smile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

/**
 * The 4/4/2 bundle of methodology 6.4: September, November and March calls bought at the settlements of 31 July 2024 and
 * worth what those of 5 August make them, against the dollars and multiples printed there. Default smile, VVIX 94.3 to
 * 173.3.
 */
class BundleTest {

    private static final Instant BEFORE = Instant.parse("2024-07-31T20:00:00Z");
    private static final double RATE = 0.043;
    private static final int DAYS_GONE = 5;

    private record Layer(String date, double before, double after, int contracts) {

        int days() {
            return Settlement.dte(BEFORE, LocalDate.parse(date));
        }

        double years() {
            return new Settlement(TradingCalendar.nyse()).expiryYears(BEFORE, "VIX", LocalDate.parse(date));
        }

        double vol(double forward, double strike) {
            return Smile.vixDefault(days(), 94.3).vol(forward, strike);
        }

        double strike(double delta) {
            double strike = before / 2;
            while (Black76.deltaForward(before, strike, years(), vol(before, strike), Right.CALL) > delta) {
                strike += 0.01;
            }
            return strike;
        }

        double cost(double strike) {
            return 100 * contracts
                    * Black76.price(before, strike, years(), vol(before, strike), RATE, Right.CALL);
        }

        double peak(double strike) {
            double vol = vol(after, strike) * Math.pow(173.3 / 94.3, VixResponse.vixPower(days()));
            return 100 * contracts
                    * Black76.price(after, strike, years() - DAYS_GONE / 365.0, vol, RATE, Right.CALL);
        }
    }

    private static final Layer BASE = new Layer("2024-09-18", 16.49, 30.39, 4);
    private static final Layer MIDDLE = new Layer("2024-11-20", 17.70, 22.93, 4);
    private static final Layer FAR = new Layer("2025-03-18", 18.38, 23.60, 2);

    @ParameterizedTest
    @CsvSource({"0.50, 1872, 8829, 8.6, 3.0, 2.5", "0.30, 956, 6637, 13.5, 4.0, 3.3"})
    void august2024CostsAndPaysWhatTheReplaySays(double delta, double cost, double peak, double base, double middle,
            double far) {
        double strike1 = BASE.strike(delta);
        double strike2 = MIDDLE.strike(delta);
        double strike3 = FAR.strike(delta);
        double paid = BASE.cost(strike1) + MIDDLE.cost(strike2) + FAR.cost(strike3);
        assertThat(paid).isCloseTo(cost, withinPercentage(2));
        assertThat(BASE.peak(strike1) + MIDDLE.peak(strike2) + FAR.peak(strike3)).isCloseTo(peak, withinPercentage(2));
        assertThat(BASE.peak(strike1) / BASE.cost(strike1)).isCloseTo(base, withinPercentage(3));
        assertThat(MIDDLE.peak(strike2) / MIDDLE.cost(strike2)).isCloseTo(middle, withinPercentage(3));
        assertThat(FAR.peak(strike3) / FAR.cost(strike3)).isCloseTo(far, withinPercentage(3));
    }
}

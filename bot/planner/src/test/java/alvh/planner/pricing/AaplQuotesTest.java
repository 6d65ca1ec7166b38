package alvh.planner.pricing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.market.Right;
import com.opengamma.strata.pricer.impl.option.BlackFormulaRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Forward, volatility and smile from real quotes of two June days of 2014, on either side of Apple's 7:1 split. */
class AaplQuotesTest {

    private static final Path FILE = Path.of("/work/shared/data/aapl-option-quotes-2014-06.csv");
    private static final double RATE = 0.002;

    private record Row(LocalDate date, LocalDate expiry, boolean call, double strike, double bid, double ask) {}

    @BeforeEach
    void dataMustBeThere() {
        assumeThat(FILE).as("real quotes, skipped where they are not installed").exists();
    }

    private static OptionQuotes quotes(LocalDate date, LocalDate expiry) throws IOException {
        Map<Double, double[]> strikes = new TreeMap<>();
        List<String> lines = Files.readAllLines(FILE);
        for (String line : lines.subList(1, lines.size())) {
            String[] cell = line.split(",");
            Row row = new Row(LocalDate.parse(cell[0]), LocalDate.parse(cell[1]), cell[2].equals("call"),
                    Double.parseDouble(cell[3]), Double.parseDouble(cell[4]), Double.parseDouble(cell[5]));
            if (row.date().equals(date) && row.expiry().equals(expiry)) {
                double[] sides = strikes.computeIfAbsent(row.strike(), strike -> new double[4]);
                sides[row.call() ? 0 : 2] = row.bid();
                sides[row.call() ? 1 : 3] = row.ask();
            }
        }
        double[][] columns = new double[5][strikes.size()];
        int i = 0;
        for (Map.Entry<Double, double[]> entry : strikes.entrySet()) {
            columns[0][i] = entry.getKey();
            for (int side = 0; side < 4; side++) {
                columns[side + 1][i] = entry.getValue()[side];
            }
            i++;
        }
        return new OptionQuotes(columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    /** Apple closed at 645.57 on 6 June and 93.70 on 9 June 2014, and was quoted near 24 % for the following month. */
    @Test
    void forwardAndVolatilityBeforeAndAfterTheSplit() throws IOException {
        check(LocalDate.of(2014, 6, 6), 645.57);
        check(LocalDate.of(2014, 6, 9), 93.70);
    }

    /**
     * Every out-of-the-money quote of both days, all 24 expiries: implied volatility of the mid and the greeks at it against
     * OpenGamma Strata, whose solver and formulas are its own.
     */
    @Test
    void volatilityAndGreeksOfEveryQuoteAgreeWithStrata() throws IOException {
        int compared = 0;
        int expiries = 0;
        for (String line : Files.readAllLines(FILE).stream().skip(1)
                .map(row -> row.substring(0, row.indexOf(',', row.indexOf(',') + 1))).distinct().toList()) {
            LocalDate date = LocalDate.parse(line.substring(0, 10));
            LocalDate expiry = LocalDate.parse(line.substring(11));
            double years = ChronoUnit.DAYS.between(date, expiry) / 365.0;
            OptionQuotes quotes = quotes(date, expiry);
            if (years > 0 && Forwards.parity(quotes, years, RATE) instanceof Forward.Known(double forward, var by)) {
                compared += compare(quotes, forward, years);
                expiries++;
            }
        }
        assertThat(expiries).isEqualTo(24);
        assertThat(compared).isGreaterThan(1_500);
    }

    private static int compare(OptionQuotes quotes, double forward, double years) {
        int compared = 0;
        double discount = Math.exp(-RATE * years);
        for (int i = 0; i < quotes.size(); i++) {
            double strike = quotes.strikes()[i];
            boolean call = strike >= forward;
            Right right = call ? Right.CALL : Right.PUT;
            double mid = quotes.mid(i, call);
            if (!(mid > 0) || !(ImpliedVol.of(mid, forward, strike, years, RATE, 0.01,
                    right) instanceof Implied.Vol(double vol))) {
                continue;
            }
            String what = strike + " " + right + " " + years;
            assertThat(vol).as(what).isCloseTo(
                    BlackFormulaRepository.impliedVolatility(mid / discount, forward, strike, years, call),
                    within(1e-7));
            Greeks greeks = Black76.greeks(forward, strike, years, vol, RATE, right);
            assertThat(greeks.price()).as(what).isCloseTo(mid, within(1e-9));
            assertThat(greeks.deltaForward()).as(what)
                    .isCloseTo(BlackFormulaRepository.delta(forward, strike, years, vol, call), within(1e-10));
            assertThat(greeks.gamma()).as(what)
                    .isCloseTo(discount * BlackFormulaRepository.gamma(forward, strike, years, vol), within(1e-10));
            assertThat(greeks.vegaPerPoint()).as(what)
                    .isCloseTo(discount * BlackFormulaRepository.vega(forward, strike, years, vol) / 100, within(1e-9));
            assertThat(greeks.thetaPerDay()).as(what).isCloseTo(
                    (discount * BlackFormulaRepository.driftlessTheta(forward, strike, years, vol) + RATE * mid) / 365,
                    within(1e-9));
            compared++;
        }
        return compared;
    }

    private static void check(LocalDate date, double close) throws IOException {
        LocalDate expiry = LocalDate.of(2014, 7, 19);
        double years = ChronoUnit.DAYS.between(date, expiry) / 365.0;
        OptionQuotes quotes = quotes(date, expiry);
        Forward forward = Forwards.parity(quotes, years, RATE);
        assertThat(forward).isInstanceOf(Forward.Known.class);
        double level = ((Forward.Known) forward).points();
        assertThat(level / close).isBetween(0.99, 1.01);
        Smile smile = SmileFit.fit(quotes, level, years, RATE, 0.01);
        assertThat(smile.shape()).isEqualTo(Smile.Shape.QUADRATIC);
        assertThat(smile.vol(0)).isBetween(0.17, 0.32);
        assertThat(smile.vol(level, level * 0.9)).isGreaterThan(smile.vol(level, level));
        assertReprices(quotes, level, years, smile);
    }

    /** The smile must give the market's prices near the money back within the spread and a little. */
    private static void assertReprices(OptionQuotes quotes, double forward, double years, Smile smile) {
        int checked = 0;
        for (int i = 0; i < quotes.size(); i++) {
            double strike = quotes.strikes()[i];
            boolean call = strike >= forward;
            double mid = quotes.mid(i, call);
            if (Double.isNaN(mid) || Math.abs(Math.log(strike / forward)) > 0.08) {
                continue;
            }
            double model = Black76.price(forward, strike, years, smile.vol(forward, strike), RATE,
                    call ? Right.CALL : Right.PUT);
            assertThat(Math.abs(model - mid)).as("strike %s", strike)
                    .isLessThan(quotes.spread(i, call) + 0.004 * forward / 10);
            checked++;
        }
        assertThat(checked).isGreaterThan(5);
    }
}

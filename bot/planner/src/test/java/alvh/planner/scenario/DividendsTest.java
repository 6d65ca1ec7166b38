package alvh.planner.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.Dividends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Single stocks with cash dividends (methodology 5.3), against a tree of Cox, Ross and Rubinstein with 2,000 steps that is
 * written here.
 */
class DividendsTest {

    private static final double EX = 30 / 365.0;
    private static final double CASH = 4;
    private static final LocalDate EXPIRY = TestMarket.NAME_EXPIRY;
    private static final double YEARS = TestMarket.years("AAPL", EXPIRY);

    private static MarketState state(double cash) {
        return state(TestMarket.calm(), cash);
    }

    private static MarketState state(TestMarket market, double cash) {
        var dividends = new TreeMap<String, Dividends>();
        dividends.put("AAPL", new Dividends(List.of(new Dividends.One(EX, cash))));
        return MarketState.from(market.snapshot(), TestMarket.CALENDAR, TestMarket.RATE,
                MarketState.QuotePolicy.PLANNING, OwnFacts.ofDividends(dividends));
    }

    private static PricedLine line(MarketState state, Right right, int strike) {
        return ((Prepared.Ready) new Revaluation(state)
                .prepare(InstrumentKey.option("AAPL", EXPIRY, right, strike * 1000L))).line();
    }

    /** American, escrowed: the spot less what the dividend is worth walks, exercise is at the whole spot. */
    private static double finer(double spot, double strike, double years, double vol, double carry, double ex,
            double cash, boolean call) {
        int steps = 2000;
        double step = years / steps;
        double up = Math.exp(vol * Math.sqrt(step));
        double p = (Math.exp(carry * step) - 1 / up) / (up - 1 / up);
        double discount = Math.exp(-TestMarket.RATE * step);
        double escrowed = spot - (ex > 0 ? cash * Math.exp(-TestMarket.RATE * ex) : 0);
        double[] values = new double[steps + 1];
        for (int level = steps; level >= 0; level--) {
            double now = level * step;
            double toCome = now < ex ? cash * Math.exp(-TestMarket.RATE * (ex - now)) : 0;
            for (int i = 0; i <= level; i++) {
                double node = escrowed * Math.pow(up, 2 * i - level) + toCome;
                double exercise = Math.max(0, call ? node - strike : strike - node);
                double hold = level == steps ? 0 : discount * (p * values[i + 1] + (1 - p) * values[i]);
                values[i] = Math.max(exercise, hold);
            }
        }
        return values[0];
    }

    @ParameterizedTest
    @CsvSource({"CALL, 170", "CALL, 185", "CALL, 200", "CALL, 215", "PUT, 185", "PUT, 200", "PUT, 230"})
    void withAnExDateBeforeExpiryTheOptionIsAmerican(Right right, int strike) {
        MarketState state = state(CASH);
        PricedLine line = line(state, right, strike);
        double carry = Math.log(line.forward() / (200 - CASH * Math.exp(-TestMarket.RATE * EX))) / YEARS;
        double expected = 100
                * finer(200, strike, YEARS, line.vol(), carry, EX, CASH, right == Right.CALL);
        assertThat(new Revaluation(state).valueToday(line)).isCloseTo(expected, within(0.004 * expected + 1));
        double european = 100 * Black76.price(line.forward(), strike, YEARS, line.vol(), TestMarket.RATE, right);
        assertThat(new Revaluation(state).valueToday(line)).isGreaterThanOrEqualTo(european - 1e-9);
    }

    /** A call 30 in the money before a dividend of 4 is worth more than the European one by about the dividend. */
    @Test
    void theDeepCallIsWorthExercisingBeforeTheDividend() {
        MarketState state = state(CASH);
        PricedLine call = line(state, Right.CALL, 170);
        double european = Black76.price(200 - CASH * Math.exp(-TestMarket.RATE * EX), 170, YEARS, call.vol(),
                TestMarket.RATE, Right.CALL);
        assertThat(new Revaluation(state).valueToday(call) / 100).isGreaterThan(european).isGreaterThan(30);
    }

    @Test
    void withoutQuotesTheForwardIsTheEscrowedSpotAtTheRate() {
        TestMarket market = TestMarket.calm();
        market.quotes.keySet().removeIf(key -> key.isOption() && key.root().equals("AAPL"));
        MarketState state = new MarketState(TestMarket.NOW, TestMarket.CALENDAR, TestMarket.RATE, 6000, 17, 95,
                TestMarket.curve(), new TreeMap<>(), new TreeMap<>(java.util.Map.of("AAPL", new NameState("AAPL", 200,
                        1.2, "", 0.30, new Dividends(List.of(new Dividends.One(EX, CASH)))))),
                new TreeMap<>());
        double expected = (200 - CASH * Math.exp(-TestMarket.RATE * EX)) * Math.exp(TestMarket.RATE * YEARS);
        assertThat(line(state, Right.PUT, 190).forward()).isCloseTo(expected, within(1e-9));
    }

    /** 45 days on the dividend is paid: the spot grows at the carry alone, and nothing is left to exercise for. */
    @Test
    void afterTheExDateTheDividendIsGone() {
        MarketState state = state(CASH);
        PricedLine put = line(state, Right.PUT, 190);
        ShockedMarket later = ShockedMarket.of(state, Shock.unchanged(45));
        double left = YEARS - 45 / 365.0;
        double carry = Math.log(put.forward() / (200 - CASH * Math.exp(-TestMarket.RATE * EX))) / YEARS;
        double forward = 200 * Math.exp(carry * left);
        double vol = put.surface().smile().vol(Math.log(190 / forward));
        assertThat(new Revaluation(state).value(put, later)).isCloseTo(
                100 * Black76.price(forward, 190, left, vol, TestMarket.RATE, Right.PUT), within(1e-6));
        assertThat(put.dividends().between(EX + 1e-9, YEARS)).isFalse();
    }

    /** Beyond 0.85 delta without any dividend: the put 100 in the money is worth what exercise brings. */
    @Test
    void aDeepPutIsWorthItsExercise() {
        MarketState state = state(0);
        PricedLine put = line(state, Right.PUT, 300);
        assertThat(new Revaluation(state).valueToday(put)).isCloseTo(10_000, within(1e-6));
        assertThat(put.dividends().size()).isZero();
    }
}

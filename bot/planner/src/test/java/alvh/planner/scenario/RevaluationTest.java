package alvh.planner.scenario;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.VixCurve;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RevaluationTest {

    private static final MarketState STATE = TestMarket.calm().state().withBetas(Map.of("AAPL", 1.3),
            Map.of("AAPL", "technology"));
    private static final Revaluation MODEL = new Revaluation(STATE);
    private static final LocalDate JANUARY = TestMarket.VIX_DATES.get(1);
    private static final double WEEK = 7 / 365.0;

    private static PricedLine line(InstrumentKey key) {
        return ((Prepared.Ready) MODEL.prepare(key)).line();
    }

    private static PricedLine line(String tradingClass, LocalDate date, Right right, double strike) {
        return line(InstrumentKey.option(tradingClass, date, right, Math.round(strike * 1000)));
    }

    private static ShockedMarket after(String id) {
        return ShockedMarket.of(STATE,
                Scenarios.base().stream().filter(shock -> shock.id().equals(id)).findFirst().orElseThrow());
    }

    @Test
    void todayIsTheMarketsPrice() {
        for (double strike = 15; strike <= 30; strike += 5) {
            InstrumentKey key = InstrumentKey.option("VIX", JANUARY, Right.CALL, Math.round(strike * 1000));
            double quoted = TestMarket.calm().snapshot().quote(key).mid() * 100;
            assertThat(MODEL.valueToday(line(key))).isCloseTo(quoted, within(3.0));
        }
        InstrumentKey put = InstrumentKey.option("SPXW", TestMarket.SPX_EXPIRY, Right.PUT, 5_700_000);
        assertThat(MODEL.valueToday(line(put)))
                .isCloseTo(TestMarket.calm().snapshot().quote(put).mid() * 100, within(0.01));
    }

    /** Scenario G written out: curve(T-h) + beta(T-h) x 10, volatility up by VVIX 120/95, smile at its moneyness. */
    @Test
    void vixCallInASellOff() {
        PricedLine call = line("VIX", JANUARY, Right.CALL, 25);
        double left = TestMarket.years("VIX", JANUARY) - WEEK;
        double forward = TestMarket.curve().forward(left) + 0.80 / (1 + 8 * left) * 10;
        double power = Math.min(1, Math.sqrt(30.0 / 57));
        double vol = STATE.surfaces().get(new ExpiryId("VIX", JANUARY)).smile().vol(Math.log(25 / forward))
                * Math.pow(120 / 95.0, power);
        double expected = 100 * Black76.price(forward, 25, left, vol, TestMarket.RATE, Right.CALL);
        assertThat(MODEL.value(call, after("G"))).isCloseTo(expected, within(1e-8));
        assertThat(expected).isGreaterThan(2 * MODEL.valueToday(call));
    }

    @Test
    void vixFutureFollowsBeta() {
        PricedLine future = line(InstrumentKey.future("VX", JANUARY));
        double left = TestMarket.years("VX", JANUARY) - WEEK;
        assertThat(MODEL.value(future, after("G")))
                .isCloseTo(1000 * (TestMarket.curve().forward(left) + VixCurve.beta(left) * 10), within(1e-8));
        assertThat(MODEL.valueToday(future)).isCloseTo(18_600, within(1e-6));
    }

    @Test
    void vixForwardNeverFallsBelowNine() {
        MarketState low = new MarketState(STATE.asOf(), STATE.calendar(), STATE.rate(), STATE.spx(), 9.5, 80,
                new VixCurve(9.5, new double[]{0.1, 0.2}, new double[]{9.2, 9.3}), STATE.surfaces(), STATE.names(),
                STATE.faults());
        PricedLine future = ((Prepared.Ready) new Revaluation(low).prepare(InstrumentKey.future("VX", JANUARY))).line();
        assertThat(new Revaluation(low).value(future, ShockedMarket.of(low, Scenarios.base().get(0))))
                .isEqualTo(9_000);
    }

    /** Scenario I written out: strike's volatility times (41/17)^power, plus half a point for each of 9 further percent. */
    @Test
    void indexPutInACrash() {
        PricedLine put = line("SPXW", TestMarket.SPX_EXPIRY, Right.PUT, 5400);
        Surface surface = STATE.surfaces().get(new ExpiryId("SPXW", TestMarket.SPX_EXPIRY));
        double left = surface.years() - WEEK;
        double forward = 6000 * 0.88 * Math.pow(surface.forward() / 6000, left / surface.years());
        double vol = surface.vol(5400) * Math.pow(41 / 17.0, Math.sqrt(30.0 / 73)) + 0.045;
        double expected = 100 * Black76.price(forward, 5400, left, vol, TestMarket.RATE, Right.PUT);
        assertThat(vol).isLessThan(2.5 * surface.vol(5400));
        assertThat(MODEL.value(put, after("I"))).isCloseTo(expected, within(1e-7));
    }

    @Test
    void nameMovesByBetaAndByItsOwn() {
        PricedLine stock = line(InstrumentKey.of("AAPL"));
        assertThat(MODEL.value(stock, after("E"))).isCloseTo(200 * (1 - 1.3 * 0.025), within(1e-9));
        assertThat(MODEL.value(stock, after("M"), -0.20)).isCloseTo(160, within(1e-9));
        assertThat(MODEL.value(stock, after("N"), -0.12)).isCloseTo(200 * (1 - 1.3 * 0.015 - 0.12), within(1e-9));
    }

    /** One name -20 %, VIX still: the same smile at the new moneyness, 8.5 points higher for 17 further percent. */
    @Test
    void shortPutOfAFallenName() {
        PricedLine put = line("AAPL", TestMarket.NAME_EXPIRY, Right.PUT, 150);
        Surface surface = STATE.surfaces().get(new ExpiryId("AAPL", TestMarket.NAME_EXPIRY));
        double left = surface.years() - WEEK;
        double forward = 160 * Math.pow(surface.forward() / 200, left / surface.years());
        double vol = surface.smile().vol(forward, 150) + 0.085;
        assertThat(MODEL.value(put, after("M"), -0.20))
                .isCloseTo(100 * Black76.price(forward, 150, left, vol, TestMarket.RATE, Right.PUT), within(1e-8));
    }

    /** Far in the money the right to exercise now keeps a stock put above its intrinsic value. */
    @Test
    void deepStockPutIsAmerican() {
        PricedLine put = line("AAPL", TestMarket.NAME_EXPIRY, Right.PUT, 240);
        double value = MODEL.value(put, after("M"), -0.20);
        assertThat(value).isGreaterThanOrEqualTo(8_000 - 1e-9);
        Surface surface = STATE.surfaces().get(new ExpiryId("AAPL", TestMarket.NAME_EXPIRY));
        double left = surface.years() - WEEK;
        assertThat(100 * Black76.price(160 * Math.exp(0.03 * left), 240, left, 0.3, TestMarket.RATE, Right.PUT))
                .isLessThan(8_000);
    }

    @Test
    void whatSettlesBeforeTheHorizonIsIntrinsic() {
        TestMarket market = TestMarket.calm();
        LocalDate friday = LocalDate.of(2026, 11, 27);
        market.chain("SPXW", friday, 6001, m -> 0.15, 0.1, 50, 5800, 6200);
        market.chain("AAPL", friday, 200, m -> 0.30, 0.01, 5, 180, 220);
        MarketState state = market.state().withBetas(Map.of("AAPL", 1.3), Map.of());
        Revaluation model = new Revaluation(state);
        ShockedMarket crash = ShockedMarket.of(state, Scenarios.base().get(6));
        PricedLine index = ((Prepared.Ready) model.prepare(InstrumentKey.option("SPXW", friday, Right.PUT, 5_900_000)))
                .line();
        PricedLine name = ((Prepared.Ready) model.prepare(InstrumentKey.option("AAPL", friday, Right.PUT, 195_000)))
                .line();
        assertThat(model.value(index, crash)).isCloseTo(100 * (5900 - 5640), within(1e-6));
        assertThat(model.value(name, crash)).isCloseTo(100 * (195 - 200 * (1 - 1.3 * 0.06)), within(1e-6));
    }

    @Test
    void volatilityIsCappedAtTwoAndAHalfTimes() {
        PricedLine put = line("SPXW", TestMarket.SPX_EXPIRY, Right.PUT, 6000);
        ShockedMarket worst = ShockedMarket.replay(STATE, Shock.market("X", -0.30, 0, 0, 7, ""), 85);
        Surface surface = STATE.surfaces().get(new ExpiryId("SPXW", TestMarket.SPX_EXPIRY));
        double left = surface.years() - WEEK;
        double forward = 4200 * Math.pow(surface.forward() / 6000, left / surface.years());
        double capped = 100 * Black76.price(forward, 6000, left, 2.5 * surface.vol(6000), TestMarket.RATE, Right.PUT);
        assertThat(MODEL.value(put, worst)).isCloseTo(capped, within(1e-7));
    }

    /** Must-pass 15 in this model: a fall pays, the 0.30-delta call more per dollar than the 0.50, and 30 > 110 > 220 days. */
    @Test
    void replaysKeepSignAndRank() {
        for (Shock replay : List.of(Scenarios.replays().get(0), Scenarios.replays().get(2))) {
            ShockedMarket market = ShockedMarket.of(STATE, replay);
            double base30 = multiple(TestMarket.VIX_DATES.get(0), 0.30, market);
            double base50 = multiple(TestMarket.VIX_DATES.get(0), 0.50, market);
            double middle = multiple(TestMarket.VIX_DATES.get(3), 0.30, market);
            double far = multiple(TestMarket.VIX_DATES.get(7), 0.30, market);
            assertThat(base30).isGreaterThan(base50).isGreaterThan(middle);
            assertThat(middle).isGreaterThan(far);
            assertThat(far).isGreaterThan(1);
        }
    }

    private static double multiple(LocalDate date, double delta, ShockedMarket market) {
        for (double strike = 15; strike < 45; strike += 0.5) {
            PricedLine call = line("VIX", date, Right.CALL, strike);
            if (Sensitivity.of(call, STATE).deltaForward() <= delta) {
                return MODEL.value(call, market) / MODEL.valueToday(call);
            }
        }
        throw new AssertionError("no strike with delta " + delta + " on " + date);
    }

    /** Sensitivities must be what small moves of the model give. */
    @Test
    void sensitivitiesAreDifferencesOfValues() {
        PricedLine call = line("VIX", JANUARY, Right.CALL, 20);
        Sensitivity ofCall = Sensitivity.of(call, STATE);
        double left = TestMarket.years("VIX", JANUARY);
        double perPoint = ofCall.deltaForward() * Math.exp(-TestMarket.RATE * left) * VixCurve.beta(left) * 100;
        assertThat(ofCall.perVixPoint()).isCloseTo(perPoint, within(1e-9));
        assertThat(ofCall.perSpxPercent()).isZero();

        PricedLine put = line("SPXW", TestMarket.SPX_EXPIRY, Right.PUT, 5700);
        Sensitivity ofPut = Sensitivity.of(put, STATE);
        ShockedMarket up = ShockedMarket.replay(STATE, Shock.unchanged(0), 17.01);
        ShockedMarket down = ShockedMarket.replay(STATE, Shock.unchanged(0), 16.99);
        assertThat(ofPut.perVixPoint())
                .isCloseTo((MODEL.value(put, up) - MODEL.value(put, down)) / 0.02, within(0.02));
        double percent = (MODEL.value(put, ShockedMarket.of(STATE, Shock.market("u", 0.0001, 0, 0, 0, "")))
                - MODEL.value(put, ShockedMarket.of(STATE, Shock.market("d", -0.0001, 0, 0, 0, "")))) / 0.02;
        assertThat(ofPut.perSpxPercent()).isCloseTo(percent, within(0.01 * Math.abs(percent)));
        assertThat(ofPut.thetaPerDay()).isNegative();

        Sensitivity ofStock = Sensitivity.of(line(InstrumentKey.of("AAPL")), STATE);
        assertThat(ofStock.perSpxPercent()).isCloseTo(2.6, within(1e-12));
    }

    @Test
    void valuesInEveryScenarioAreNumbers() {
        List<ShockedMarket> markets = Scenarios.base().stream().map(shock -> ShockedMarket.of(STATE, shock)).toList();
        for (PricedLine each : List.of(line("VIX", JANUARY, Right.CALL, 20), line(InstrumentKey.of("AAPL")),
                line("AAPL", TestMarket.NAME_EXPIRY, Right.CALL, 150),
                line("SPXW", TestMarket.SPX_EXPIRY, Right.PUT, 5400))) {
            double[] values = MODEL.values(each, markets);
            assertThat(values).hasSize(14);
            assertThat(Arrays.stream(values)).allMatch(value -> value >= 0 && Double.isFinite(value));
        }
    }

    /** The fast road must end where the plain one does, in every scenario and for every kind. */
    @Test
    void gridAgreesWithOneByOne() {
        ScenarioGrid grid = new ScenarioGrid(STATE, Scenarios.base());
        double[] values = new double[grid.size()];
        for (PricedLine each : List.of(line("VIX", JANUARY, Right.CALL, 20), line("VIX", JANUARY, Right.PUT, 30),
                line("VIX", TestMarket.VIX_DATES.get(0), Right.CALL, 18), line(InstrumentKey.of("AAPL")),
                line("VIXW", LocalDate.of(2026, 12, 30), Right.CALL, 20),
                line("AAPL", TestMarket.NAME_EXPIRY, Right.PUT, 190), line(InstrumentKey.future("VX", JANUARY)),
                line("SPXW", TestMarket.SPX_EXPIRY, Right.PUT, 5400),
                line("XSP", LocalDate.of(2026, 11, 30), Right.PUT, 590),
                line("SPXW", TestMarket.SPX_EXPIRY, Right.CALL, 6200))) {
            grid.values(each, true, false, values);
            for (int s = 0; s < values.length; s++) {
                double own = Scenarios.base().get(s).nameReturn();
                double expected = MODEL.value(each, grid.market(s), own);
                assertThat(values[s]).as("%s in %s", each.key(), Scenarios.base().get(s).id())
                        .isCloseTo(expected, within(1e-9 * (1 + expected)));
            }
        }
    }
}

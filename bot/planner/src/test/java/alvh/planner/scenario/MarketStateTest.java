package alvh.planner.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import alvh.planner.market.DailyBars;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.pricing.ForwardSource;
import alvh.planner.pricing.Smile;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class MarketStateTest {

    private static final LocalDate DECEMBER = TestMarket.VIX_DATES.get(0);
    private static final ExpiryId VIX_DECEMBER = new ExpiryId("VIX", DECEMBER);
    private static final ExpiryId SPXW = new ExpiryId("SPXW", TestMarket.SPX_EXPIRY);
    private static final ExpiryId AAPL = new ExpiryId("AAPL", TestMarket.NAME_EXPIRY);

    @Test
    void readsForwardAndSmileOfEveryExpiry() {
        MarketState state = TestMarket.calm().state();
        assertThat(state.faults()).isEmpty();
        assertThat(state.surfaces()).hasSize(10);
        Surface vix = state.surfaces().get(VIX_DECEMBER);
        assertThat(vix.source()).isEqualTo(ForwardSource.VX);
        assertThat(vix.forward()).isCloseTo(17.80, within(1e-9));
        assertThat(vix.vol(22)).isCloseTo(Smile.vixDefault(22, 95).vol(17.80, 22), within(0.02));
        Surface spx = state.surfaces().get(SPXW);
        assertThat(spx.source()).isEqualTo(ForwardSource.PARITY);
        assertThat(spx.forward()).isCloseTo(
                6000 * Math.exp(TestMarket.INDEX_CARRY * TestMarket.years("SPXW", TestMarket.SPX_EXPIRY)),
                within(1e-6));
        assertThat(spx.vol(5700)).isCloseTo(TestMarket.SPX_SMILE.applyAsDouble(Math.log(5700 / spx.forward())),
                within(1e-6));
        assertThat(state.surfaces().get(AAPL).vol(180))
                .isCloseTo(TestMarket.NAME_SMILE.applyAsDouble(Math.log(180 / state.surfaces().get(AAPL).forward())),
                        within(1e-6));
        assertThat(state.spot("XSP")).isEqualTo(600);
        assertThat(state.vixCurve().forward(TestMarket.years("VIX", DECEMBER))).isCloseTo(17.80, within(1e-9));
    }

    @Test
    void wideFutureFallsBackToParity() {
        TestMarket market = TestMarket.calm();
        market.quote(InstrumentKey.future("VX", DECEMBER), 17.20, 0.40);
        Surface surface = market.state().surfaces().get(VIX_DECEMBER);
        assertThat(surface.source()).isEqualTo(ForwardSource.PARITY);
        assertThat(surface.forward()).isCloseTo(17.80, within(1e-9));
    }

    @Test
    void quietFutureIsMovedByItsNeighboursBeforeParityIsAsked() {
        TestMarket market = TestMarket.calm();
        market.quote(InstrumentKey.future("VX", DECEMBER), 17.20, 0.40);
        LocalDate yesterday = LocalDate.of(2026, 11, 23);
        settle(market, DECEMBER, yesterday, 17.10);
        settle(market, TestMarket.VIX_DATES.get(1), yesterday, 18.00);
        Surface surface = market.state().surfaces().get(VIX_DECEMBER);
        assertThat(surface.source()).isEqualTo(ForwardSource.VX);
        assertThat(surface.forward()).isCloseTo(17.10 + 0.60, within(1e-9));
    }

    private static void settle(TestMarket market, LocalDate expiry, LocalDate date, double close) {
        InstrumentKey key = InstrumentKey.future("VX", expiry);
        market.bars.put(key, new DailyBars(key, List.of(new DailyBars.Bar(date, close, close, close, close))));
    }

    @Test
    void weeklyWithoutPairsIsInterpolatedAndSaysSo() {
        TestMarket market = TestMarket.calm();
        LocalDate weekly = LocalDate.of(2026, 12, 30);
        market.quote(InstrumentKey.option("VIXW", weekly, Right.CALL, 20_000), 1.20, 0.05);
        market.quote(InstrumentKey.option("VIXW", weekly, Right.CALL, 22_000), 0.95, 0.05);
        MarketState state = market.state();
        ExpiryId id = new ExpiryId("VIXW", weekly);
        assertThat(state.surfaces().get(id).source()).isEqualTo(ForwardSource.INTERPOLATED);
        assertThat(state.surfaces().get(id).forward()).isBetween(17.80, 18.60);
        assertThat(state.faults().get(id.toString()).reason()).isEqualTo(MarketFault.Reason.FORWARD_INTERPOLATED);
    }

    /** A put spread's two legs are all that is quoted: carry comes from another expiry, the smile is their line. */
    @Test
    void heldLegsAloneAreEnough() {
        TestMarket market = TestMarket.calm();
        LocalDate january = LocalDate.of(2027, 1, 29);
        market.quote(InstrumentKey.option("XSP", january, Right.PUT, 570_000), 7.40, 0.06);
        market.quote(InstrumentKey.option("XSP", january, Right.PUT, 550_000), 4.60, 0.06);
        Surface surface = market.state().surfaces().get(new ExpiryId("XSP", january));
        assertThat(surface.source()).isEqualTo(ForwardSource.INTERPOLATED);
        assertThat(surface.forward()).isCloseTo(
                600 * Math.exp(TestMarket.INDEX_CARRY * TestMarket.years("XSP", january)), within(1e-3));
        assertThat(surface.smile().shape()).isEqualTo(Smile.Shape.LINEAR);
    }

    @Test
    void badQuotesDoNotCount() {
        TestMarket market = TestMarket.calm();
        for (Map.Entry<InstrumentKey, Quote> entry : market.quotes.entrySet()) {
            if (entry.getKey().text().startsWith("AAPL  27")) {
                Quote old = entry.getValue();
                entry.setValue(new Quote(old.bid(), old.ask(), 1, 1, TestMarket.NOW.minusSeconds(121), Quality.LIVE));
            }
        }
        MarketState state = market.state();
        assertThat(state.surfaces()).doesNotContainKey(AAPL);
        assertThat(state.faults().get(AAPL.toString()).reason()).isEqualTo(MarketFault.Reason.NO_SMILE);
        InstrumentKey put = InstrumentKey.option("AAPL", TestMarket.NAME_EXPIRY, Right.PUT, 190_000);
        assertThat(new Revaluation(state).prepare(put)).isInstanceOf(Prepared.Unpriceable.class);
    }

    @Test
    void nameWithoutQuotesTakesItsRealisedVolatility() {
        TestMarket market = TestMarket.calm();
        market.quotes.keySet().removeIf(key -> key.text().startsWith("AAPL  27"));
        InstrumentKey aapl = InstrumentKey.of("AAPL");
        LocalDate first = LocalDate.of(2026, 6, 1);
        market.bars.put(aapl, new DailyBars(aapl, IntStream.rangeClosed(0, 60)
                .mapToObj(i -> new DailyBars.Bar(first.plusDays(i), 1, 1, 1, 200 * Math.exp(i % 2 == 0 ? 0 : 0.02)))
                .toList()));
        MarketState state = market.state();
        Surface surface = state.surface(InstrumentKey.option("AAPL", TestMarket.NAME_EXPIRY, Right.PUT, 190_000));
        assertThat(surface.smile().shape()).isEqualTo(Smile.Shape.DEFAULT);
        assertThat(surface.smile().vol(0)).isCloseTo(0.02 * Math.sqrt(252), within(1e-9));
    }

    @Test
    void missingLevelsAreNamedAndForbidValues() {
        TestMarket market = TestMarket.calm();
        market.levels.put(InstrumentKey.of("VIX"), new IndexLevel(17, TestMarket.NOW.minusSeconds(61), Quality.LIVE));
        market.levels.remove(InstrumentKey.of("VVIX"));
        MarketState state = market.state();
        assertThat(state.vix()).isNaN();
        assertThat(state.vixCurve()).isNull();
        assertThat(state.faults()).containsKeys("VIX", "VVIX", "VX");
        assertThat(new Revaluation(state).prepare(InstrumentKey.option("VIX", DECEMBER, Right.CALL, 20_000)))
                .isInstanceOf(Prepared.Unpriceable.class);
        assertThat(new Revaluation(state).prepare(InstrumentKey.option("SPXW", TestMarket.SPX_EXPIRY, Right.PUT,
                5_700_000))).isInstanceOf(Prepared.Unpriceable.class);
    }

    @Test
    void unquotedExpiriesGetTheDefaultsOfTheBook() {
        MarketState state = TestMarket.calm().state();
        Surface weekly = state.surface(InstrumentKey.option("VIXW", LocalDate.of(2026, 12, 30), Right.CALL, 20_000));
        assertThat(weekly.smile()).isEqualTo(Smile.vixDefault(36, 95));
        assertThat(weekly.source()).isEqualTo(ForwardSource.INTERPOLATED);
        LocalDate march = LocalDate.of(2027, 3, 19);
        Surface xsp = state.surface(InstrumentKey.option("XSP", march, Right.PUT, 570_000));
        assertThat(xsp.forward()).isCloseTo(600 * Math.exp(TestMarket.INDEX_CARRY * TestMarket.years("XSP", march)),
                within(1e-6));
        assertThat(xsp.smile().shape()).isEqualTo(Smile.Shape.DEFAULT);
        assertThat(state.surface(InstrumentKey.of("SPXW  261120P05700000"))).isNull();
        assertThat(state.surface(InstrumentKey.of("MSFT  270115P00400000"))).isNull();
    }

    @Test
    void sameSnapshotSameState() {
        assertThat(TestMarket.calm().state().surfaces()).isEqualTo(TestMarket.calm().state().surfaces());
    }
}

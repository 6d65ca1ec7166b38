package alvh.planner.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.pricing.Dividends;
import alvh.planner.pricing.ForwardSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** F20 over a whole snapshot. Edges are worked out by hand from the four quotes that a test sets. */
class ParityMonitorTest {

    private static final LocalDate JANUARY = TestMarket.VIX_DATES.get(1);
    private static final LocalDate EXPIRY = TestMarket.NAME_EXPIRY;
    private static final double YEARS = TestMarket.years("AAPL", EXPIRY);
    /** The chain's carry is a point below the rate: this dividend in 20 days explains it. */
    private static final double PV = 200 * (1 - Math.exp(-0.01 * YEARS));
    private static final double DIVIDEND = PV * Math.exp(0.04 * 20 / 365);
    private final TestMarket market = TestMarket.calm();

    private static InstrumentKey aapl(Right right, int strike) {
        return InstrumentKey.option("AAPL", EXPIRY, right, strike * 1000L);
    }

    private void set(InstrumentKey key, double bid, double ask) {
        market.quotes.put(key, new Quote(bid, ask, 10, 10, TestMarket.NOW, Quality.LIVE));
    }

    private MarketState state(OwnFacts facts) {
        return MarketState.from(market.snapshot(), TestMarket.CALENDAR, TestMarket.RATE,
                MarketState.QuotePolicy.PLANNING, facts);
    }

    private static OwnFacts facts(double dividend, double borrow) {
        var dividends = new TreeMap<String, Dividends>();
        dividends.put("AAPL", new Dividends(List.of(new Dividends.One(20 / 365.0, dividend))));
        var fees = new TreeMap<String, Double>();
        fees.put("AAPL", borrow);
        return new OwnFacts(dividends, fees);
    }

    private static ParityReading.Pair only(MarketState state) {
        assertThat(state.parity().pairs()).hasSize(1);
        return state.parity().pairs().get(0);
    }

    /** 29 strikes in each of 8 months, two of the first without a bid, and 21 strikes of the share. */
    @Test
    void F20_aConsistentMarketHasNoEdge() {
        ParityReading parity = state(facts(DIVIDEND, 0)).parity();
        assertThat(parity.pairs()).isEmpty();
        assertThat(parity.futures()).isEmpty();
        assertThat(parity.checked()).isEqualTo(8 * 29 - 2 + 21);
    }

    /** Call bid 9.00, put ask 6.00, share 199.99 x 200.01: 9 - 6 - 200.01 + PV(1) + 200 e^{-rT} - 0.02. */
    @Test
    void F20_conversionUsesCallBidPutAskAndShareAsk() {
        set(aapl(Right.CALL, 200), 9.00, 9.10);
        set(aapl(Right.PUT, 200), 5.90, 6.00);
        ParityReading.Pair pair = only(state(facts(DIVIDEND, 0.005)));
        assertThat(pair.conversion())
                .isCloseTo(9 - 6 - 200.01 + PV + 200 * Math.exp(-0.04 * YEARS) - 0.02, within(1e-6));
        assertThat(pair.violation()).isCloseTo(9 - 6 - 200.01 + 200 * Math.exp(-0.04 * YEARS) - 0.02, within(1e-6));
        assertThat(pair.rejected()).isTrue();
        assertThat(pair.because()).contains("conversion would earn", "dividends worth 0.29", "borrow fee 0.50 %");
    }

    /** Share bid 199.99 less dividend, strike, call ask 5.00, plus put bid 7.00, less a fee of 3 % a year, less 0.02. */
    @Test
    void F20_reversalPaysDividendAndBorrowFee() {
        set(aapl(Right.CALL, 200), 4.90, 5.00);
        set(aapl(Right.PUT, 200), 7.00, 7.10);
        ParityReading.Pair pair = only(state(facts(DIVIDEND, 0.03)));
        double expected = 199.99 - PV - 200 * Math.exp(-0.04 * YEARS) - 5 + 7
                - 0.03 * 199.99 * YEARS - 0.02;
        assertThat(pair.reversal()).isCloseTo(expected, within(1e-6));
        assertThat(pair.rejected()).isTrue();
        ParityReading blind = state(OwnFacts.NONE).parity();
        assertThat(blind.pairs()).as("without dividends the low bound proves nothing")
                .noneMatch(ParityReading.Pair::rejected);
        assertThat(blind.pairs().get(0).against()).contains("dividends unknown", "counted as 0");
    }

    /** American puts in the money show a reversal that early exercise explains: inside the bounds, so not rejected. */
    @Test
    void F20_insideTheAmericanBoundsNothingIsRejected() {
        set(aapl(Right.CALL, 250), 0.10, 0.15);
        set(aapl(Right.PUT, 250), 50.00, 50.20);
        ParityReading.Pair pair = only(state(facts(DIVIDEND, 0)));
        assertThat(pair.reversal()).isGreaterThan(0.10);
        assertThat(pair.violation()).isLessThan(0.10);
        assertThat(pair.rejected()).isFalse();
    }

    @Test
    void F20_lessThanTenCentsIsNoise() {
        InstrumentKey call = InstrumentKey.option("VIX", JANUARY, Right.CALL, 19_000);
        Quote before = market.quotes.get(call);
        set(call, before.bid() + 0.14, before.ask() + 0.14);
        assertThat(state(facts(DIVIDEND, 0)).parity().pairs())
                .as("0.14 less the spreads of 0.01, 0.01, 0.02 and the costs")
                .isEmpty();
        set(call, before.bid() + 0.20, before.ask() + 0.20);
        assertThat(only(state(facts(DIVIDEND, 0))).conversion()).isCloseTo(0.20 - 0.01 - 0.01 - 0.02 - 0.03,
                within(1e-3));
    }

    @Test
    void F20_aStaleVixQuoteIsLeftOutOfForwardAndSmile() {
        InstrumentKey call = InstrumentKey.option("VIX", JANUARY, Right.CALL, 21_000);
        MarketState clean = market.state();
        Quote before = market.quotes.get(call);
        set(call, before.bid() + 0.60, before.ask() + 0.60);
        MarketState state = state(facts(DIVIDEND, 0));
        ParityReading.Pair pair = only(state);
        assertThat(pair.rejected()).isTrue();
        assertThat(state.parity().rejected(new ExpiryId("VIX", JANUARY), 21_000)).isEqualTo(pair);
        assertThat(state.faults().values()).extracting(MarketFault::reason).contains(MarketFault.Reason.INCONSISTENT);
        ExpiryId expiry = new ExpiryId("VIX", JANUARY);
        assertThat(state.surfaces().get(expiry).smile().points())
                .isEqualTo(clean.surfaces().get(expiry).smile().points() - 1);
        assertThat(state.surfaces().get(expiry).vol(21))
                .isCloseTo(clean.surfaces().get(expiry).vol(21), within(0.01));
    }

    /** The future is quoted a point above what its options say: it is wrong, they are not. */
    @Test
    void F20_aFutureAgainstAllItsOptionsIsRejectedAndParityGivesTheForward() {
        market.quote(InstrumentKey.future("VX", JANUARY), TestMarket.VIX_FORWARDS[1] + 1, 0.04);
        MarketState state = market.state();
        assertThat(state.parity().futures()).hasSize(1);
        assertThat(state.parity().pairs()).isNotEmpty().noneMatch(ParityReading.Pair::rejected);
        Surface surface = state.surfaces().get(new ExpiryId("VIX", JANUARY));
        assertThat(surface.source()).isEqualTo(ForwardSource.PARITY);
        assertThat(surface.forward()).isCloseTo(TestMarket.VIX_FORWARDS[1], within(0.01));
        assertThat(state.faults()).containsKey(InstrumentKey.future("VX", JANUARY).text());
    }

    @Test
    void F20_aShareAgainstAllItsOptionsDoesNotRejectThem() {
        market.quote(InstrumentKey.of("AAPL"), 196, 0.02);
        ParityReading parity = state(facts(DIVIDEND, 0)).parity();
        assertThat(parity.pairs()).singleElement().satisfies(pair -> {
            assertThat(pair.rejected()).isFalse();
            assertThat(pair.because()).contains("21 of 21 pairs of this expiry agree");
        });
    }

    /** The chain was made with a rate of 4 %: its boxes must give that back. */
    @Test
    void F20_boxesGiveTheRateOfTheChain() {
        assertThat(market.state().parity().boxes()).singleElement().satisfies(box -> {
            assertThat(box.expiry()).isEqualTo(new ExpiryId("SPXW", TestMarket.SPX_EXPIRY));
            assertThat(box.rate()).isCloseTo(0.04, within(1e-6));
        });
    }

    @Test
    void F20_theUnderlyingMustBeQuotedToBeComparedWith() {
        market.quotes.remove(InstrumentKey.of("AAPL"));
        assertThat(state(OwnFacts.NONE).parity().checked()).isEqualTo(8 * 29 - 2);
    }
}

package alvh.simulator.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.money.Price;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class MarketTest {

    private static final InstrumentKey SPX = InstrumentKey.of("SPX");
    private static final InstrumentKey VIX = InstrumentKey.of("VIX");
    private static final InstrumentKey CALL = InstrumentKey.option("VIX", LocalDate.of(2026, 4, 15), Right.CALL,
            23_000);

    private static Market demo() {
        return Market.open(Worlds.demo());
    }

    private static List<Listing> sample(Market market, int every) {
        List<Listing> all = market.catalogue().all();
        List<Listing> sample = new ArrayList<>();
        for (int i = 0; i < all.size(); i += every) {
            sample.add(all.get(i));
        }
        return sample;
    }

    @Test
    void theLastTradeLiesBetweenTheDaysExtremes() {
        Market market = demo();
        for (int quarter = 0; quarter < 6; quarter++) {
            for (Listing listing : sample(market, 3)) {
                Tape tape = market.tape(listing.key());
                if (listing.isTradable() && Double.isFinite(tape.last())) {
                    assertThat(tape.last()).as("%s", tape).isBetween(tape.low(), tape.high());
                }
            }
            market.advance(market.now().plus(Duration.ofMinutes(50)));
        }
    }

    @Test
    void quotesSitOnTheirGridAndAreNeverCrossed() {
        Market market = demo();
        for (int minute = 0; minute < 3; minute++) {
            for (Listing listing : sample(market, 17)) {
                if (!listing.isTradable()) {
                    continue;
                }
                Tape tape = market.tape(listing.key());
                assertThat(tape.ask()).as("%s", tape).isPositive();
                assertOnGrid(market, listing, tape.ask());
                if (tape.bid() > 0) {
                    assertThat(tape.bid()).as("%s", tape).isLessThan(tape.ask());
                    assertOnGrid(market, listing, tape.bid());
                    assertThat(tape.bidSize()).isBetween(5, 300);
                }
            }
            market.advance(market.now().plus(Duration.ofHours(2)));
        }
    }

    private static void assertOnGrid(Market market, Listing listing, double price) {
        Price p = Price.of(price);
        assertThat(market.catalogue().grid(listing).down(p)).as("%s", listing.key()).isEqualTo(p);
    }

    @Test
    void callsAndPutsObeyParityWithinTheirSpreads() {
        Market market = demo();
        int checked = 0;
        for (Listing listing : sample(market, 5)) {
            if (!listing.isOption() || listing.right().equals("P")) {
                continue;
            }
            InstrumentKey key = listing.key();
            Tape call = market.tape(key);
            Tape put = market
                    .tape(InstrumentKey.option(key.root(), key.settlementDate(), Right.PUT, key.strikeMilli()));
            if (!call.twoSided() || !put.twoSided()) {
                continue;
            }
            double years = Duration.between(market.now(), market.settles(key)).toSeconds() / (365.0 * 86_400);
            double forward = forward(market, key, years);
            double fair = Math.exp(-0.043 * years) * (forward - key.strike());
            assertThat(call.mid() - put.mid()).as("%s", key)
                    .isCloseTo(fair, within((call.ask() - call.bid() + put.ask() - put.bid()) / 2));
            checked++;
        }
        assertThat(checked).isGreaterThan(500);
    }

    /** From the future for VIX, else from the spot and the yield that the spec gives. */
    private static double forward(Market market, InstrumentKey key, double years) {
        if (key.underlying().equals("VIX")) {
            return market.modelPrice(InstrumentKey.future("VX", key.settlementDate()));
        }
        double yield = market.spec().names().stream().filter(n -> n.symbol().equals(key.underlying()))
                .mapToDouble(WorldSpec.Name::yield).findFirst().orElse(0.013);
        return market.tape(InstrumentKey.of(key.underlying())).last() > 0
                ? market.modelPrice(InstrumentKey.of(key.underlying())) * Math.exp((0.043 - yield) * years)
                : Double.NaN;
    }

    @Test
    void equalSpecsGiveEqualMarketsHoweverOftenTheyAreAsked() {
        Market often = demo();
        Market seldom = demo();
        Instant end = often.now().plus(Duration.ofHours(30));
        while (often.now().isBefore(end)) {
            often.advance(often.now().plusSeconds(61));
            often.tape(CALL);
        }
        seldom.advance(often.now());
        for (Listing listing : sample(seldom, 41)) {
            assertThat(often.tape(listing.key())).isEqualTo(seldom.tape(listing.key()));
        }
        Market other = Market.open(Worlds.demo().withSeed(1));
        other.advance(often.now());
        assertThat(other.tape(SPX).last()).isNotEqualTo(often.tape(SPX).last());
    }

    @Test
    void aCrashMovesEverythingTogether() {
        Market market = demo();
        Tape spx = market.tape(SPX);
        Tape call = market.tape(CALL);
        Tape aapl = market.tape(InstrumentKey.of("AAPL"));
        double front = market.modelPrice(InstrumentKey.future("VX", LocalDate.of(2026, 4, 15)));
        double back = market.modelPrice(InstrumentKey.future("VX", LocalDate.of(2026, 10, 21)));
        double put = market.modelPrice(InstrumentKey.option("XSP", LocalDate.of(2026, 5, 29), Right.PUT, 570_000));
        market.apply(new MarketLine.Jump(Map.of("SPX", spx.last() * 0.96, "VIX", 37.92)));

        assertThat(market.tape(VIX).last()).isEqualTo(37.92);
        assertThat(market.tape(InstrumentKey.of("XSP")).last()).isCloseTo(spx.last() * 0.096, within(0.01));
        assertThat(market.tape(InstrumentKey.of("VVIX")).last()).isCloseTo(96.4 + 50, within(0.01));
        double aaplMove = Math.log(market.tape(InstrumentKey.of("AAPL")).mid() / aapl.mid());
        assertThat(aaplMove).isCloseTo(1.18 * Math.log(0.96), within(0.002));
        double frontMove = market.modelPrice(InstrumentKey.future("VX", LocalDate.of(2026, 4, 15))) - front;
        double backMove = market.modelPrice(InstrumentKey.future("VX", LocalDate.of(2026, 10, 21))) - back;
        assertThat(frontMove).as("0.45 of 20 points at 36 days").isBetween(8.0, 10.0);
        assertThat(backMove).as("0.135 of 20 points at 225 days").isBetween(2.2, 3.2);
        assertThat(market.tape(CALL).mid() / call.mid()).isGreaterThan(6);
        assertThat(market.modelPrice(InstrumentKey.option("XSP", LocalDate.of(2026, 5, 29), Right.PUT, 570_000)))
                .isGreaterThan(put * 2);
        assertThat(market.tape(CALL).ask() - market.tape(CALL).bid()).as("spreads widen in a storm")
                .isGreaterThan(call.ask() - call.bid());
    }

    @Test
    void vixAnswersAFallOfSpxWhenOnlySpxIsNamed() {
        Market market = demo();
        market.apply(new MarketLine.Jump(Map.of("SPX", 6012.40 * 0.97)));
        assertThat(market.tape(VIX).last()).isBetween(22.0, 25.0);
        Market alone = demo();
        alone.apply(new MarketLine.Jump(Map.of("DIS", 80.0)));
        assertThat(alone.tape(InstrumentKey.of("DIS")).mid()).isCloseTo(80, within(0.02));
        assertThat(alone.tape(SPX).last()).isEqualTo(6012.40);
        assertThat(alone.tape(VIX).last()).isEqualTo(17.92);
    }

    @Test
    void holdKeepsPricesWhileTimeRunsAndReleaseLetsThemMove() {
        Market market = demo();
        market.apply(new MarketLine.Hold());
        Tape before = market.tape(SPX);
        Tape call = market.tape(CALL);
        market.advance(market.now().plusSeconds(40));
        assertThat(market.tape(SPX).last()).isEqualTo(before.last());
        assertThat(market.tape(CALL).askSize()).isEqualTo(call.askSize());
        assertThat(market.tape(CALL).at()).isEqualTo(call.at().plusSeconds(40));
        market.apply(new MarketLine.Release());
        market.advance(market.now().plusSeconds(40));
        assertThat(market.tape(SPX).last()).isNotEqualTo(before.last());
    }

    @Test
    void worldLinesPinSilenceHaltAndWidenSingleQuotes() {
        Market market = demo();
        market.apply(new MarketLine.Pin(CALL, 1.20, 0.90, 5, 7));
        assertThat(market.tape(CALL)).satisfies(t -> {
            assertThat(t.bid()).isEqualTo(1.20);
            assertThat(t.ask()).isEqualTo(0.90);
            assertThat(t.twoSided()).isFalse();
        });
        market.apply(new MarketLine.Clear(List.of(CALL)));
        Tape normal = market.tape(CALL);
        market.apply(new MarketLine.Spread("VIX", 5));
        assertThat(market.tape(CALL).ask() - market.tape(CALL).bid())
                .isGreaterThan(3 * (normal.ask() - normal.bid()));
        market.apply(new MarketLine.Silence(List.of()));
        market.apply(new MarketLine.Halt(CALL));
        assertThat(market.tape(CALL).silent()).isTrue();
        assertThat(market.tape(CALL).halted()).isTrue();
        market.apply(new MarketLine.Clear(List.of()));
        assertThat(market.tape(CALL).silent()).isFalse();
        market.apply(new MarketLine.Size(CALL, 2));
        assertThat(market.tape(CALL).askSize()).isEqualTo(2);
    }

    @Test
    void aFutureSetByHandCarriesItsOptionsWithIt() {
        Market market = demo();
        double before = market.modelPrice(CALL);
        market.apply(new MarketLine.Level(InstrumentKey.future("VX", LocalDate.of(2026, 4, 15)), 25.0));
        assertThat(market.modelPrice(InstrumentKey.future("VX", LocalDate.of(2026, 4, 15)))).isCloseTo(25,
                within(1e-9));
        assertThat(market.modelPrice(CALL)).isGreaterThan(before + 2);
        assertThatThrownBy(() -> market.apply(new MarketLine.Level(CALL, 1))).hasMessageContaining("pin its quote");
    }

    @Test
    void historyIsLongAndItsVixFearsFalls() {
        Market market = demo();
        List<DailyBars.Bar> spx = market.dailyBars(SPX).bars();
        double[] vix = market.dailyBars(VIX).closes();
        assertThat(spx).hasSizeGreaterThanOrEqualTo(800);
        assertThat(spx.get(spx.size() - 1).date()).isEqualTo(LocalDate.of(2026, 3, 9));
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 1; i < spx.size(); i++) {
            double r = Math.log(spx.get(i).close() / spx.get(i - 1).close());
            double v = Math.log(vix[i] / vix[i - 1]);
            xy += r * v;
            xx += r * r;
            yy += v * v;
            assertThat(spx.get(i).high()).isGreaterThanOrEqualTo(Math.max(spx.get(i).open(), spx.get(i).close()));
            assertThat(spx.get(i).low()).isLessThanOrEqualTo(Math.min(spx.get(i).open(), spx.get(i).close()));
        }
        assertThat(xy / Math.sqrt(xx * yy)).isBetween(-0.95, -0.55);
        assertThat(Math.sqrt(xx / spx.size() * 252)).isBetween(0.08, 0.18);
    }

    @Test
    void daysRollOnAndLeaveTheirBars() {
        Market market = demo();
        market.advance(Hours.at(LocalDate.of(2026, 3, 13), LocalTime.of(17, 0)));
        List<DailyBars.Bar> bars = market.dailyBars(SPX).bars();
        assertThat(bars.subList(bars.size() - 4, bars.size())).extracting(DailyBars.Bar::date).containsExactly(
                LocalDate.of(2026, 3, 10), LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 12),
                LocalDate.of(2026, 3, 13));
        assertThat(market.todayBar(SPX)).isEmpty();
        assertThat(market.isOpen(CALL)).isFalse();
        market.advance(Hours.at(LocalDate.of(2026, 3, 16), LocalTime.of(10, 0)));
        assertThat(market.tape(SPX).close()).isEqualTo(bars.get(bars.size() - 1).close());
        assertThat(market.isOpen(CALL)).isTrue();
        assertThat(market.catalogue().date()).isEqualTo(LocalDate.of(2026, 3, 16));
    }

    @Test
    void optionsSettleOnTheOpeningQuotationOrTheOfficialClose() {
        Market market = demo();
        InstrumentKey vix = InstrumentKey.option("VIX", LocalDate.of(2026, 3, 18), Right.CALL, 15_000);
        InstrumentKey spxw = InstrumentKey.option("SPXW", LocalDate.of(2026, 3, 18), Right.PUT, 6_000_000);
        assertThat(market.settlementValue(vix)).isEmpty();
        market.advance(Hours.at(LocalDate.of(2026, 3, 18), LocalTime.of(9, 31)));
        double vro = market.settlementValue(vix).orElseThrow();
        assertThat(market.dailyBars(InstrumentKey.of("VRO")).bars()).last()
                .isEqualTo(new DailyBars.Bar(LocalDate.of(2026, 3, 18), vro, vro, vro, vro));
        assertThat(market.settlementValue(spxw)).isEmpty();
        market.advance(Hours.at(LocalDate.of(2026, 3, 18), LocalTime.of(16, 1)));
        assertThat(market.settlementValue(spxw)).hasValue(market.dailyBars(SPX).bars().getLast().close());
        market.apply(new MarketLine.Settlement("VRO", 21.37));
        assertThat(market.settlementValue(vix)).hasValue(21.37);
    }

    @Test
    void anUnknownInstrumentIsRefusedInWords() {
        assertThatThrownBy(() -> demo().tape(InstrumentKey.of("GOOG"))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("GOOG");
    }
}

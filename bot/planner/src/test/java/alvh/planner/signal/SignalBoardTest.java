package alvh.planner.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import alvh.planner.company.Companies;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.portfolio.NameExposure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The board as a whole: complete, without look-ahead, and each name signal by a made case. */
class SignalBoardTest {

    private static final List<NameExposure> BOOK = List.of(new NameExposure("AAPL", -40_000, 40_000, true, false, null),
            new NameExposure("DIS", 20_000, 20_000, true, false, null),
            new NameExposure("KO", 10_000, 10_000, false, true, null),
            new NameExposure("SPX", 30_000, 30_000, true, true, null));

    private static double[] stock(double[] spx, double beta, double idio, long seed) {
        Random random = new Random(seed);
        double[] closes = new double[spx.length];
        closes[0] = 100;
        for (int i = 1; i < spx.length; i++) {
            closes[i] = closes[i - 1] * Math.exp(beta * Math.log(spx[i] / spx[i - 1]) + idio * random.nextGaussian());
        }
        return closes;
    }

    private static Markets full() {
        return full(21);
    }

    private static Markets full(long seed) {
        double[] spx = Markets.walk(700, 5000, 0.0004, 0.009, seed);
        double[] vix = new double[700];
        for (int i = 0; i < 700; i++) {
            vix[i] = Math.max(11, 20 - 300 * Math.log(spx[i] / spx[Math.max(0, i - 15)]));
        }
        double[] far = Arrays.stream(vix).map(v -> 8 + 0.6 * v).toArray();
        double[] vvix = Arrays.stream(vix).map(v -> 70 + 2 * v).toArray();
        return new Markets().closes("SPX", spx).closes("VIX", vix).closes("VIX3M", far).closes("VVIX", vvix)
                .closes("VIX9D", vix).closes("SPY", stock(spx, 1, 0, 1)).closes("RSP", stock(spx, 1, 0.002, 2))
                .closes("AAPL", stock(spx, 1.2, 0.011, 3)).closes("DIS", stock(spx, 0.9, 0.013, 4))
                .closes("KO", stock(spx, 0.5, 0.007, 5)).level("VIX", 18).level("VIX3M", 19.7).level("VVIX", 96.4)
                .level("VIX9D", 17.1).level("SPX", 5400);
    }

    private static EventCalendar events() {
        List<EventCalendar.ScheduledEvent> list = new ArrayList<>();
        for (int day = 5; day < 300; day += 20) {
            list.add(new EventCalendar.ScheduledEvent(
                    Markets.NYSE.plus(Markets.LAST, -day).atTime(13, 30).toInstant(java.time.ZoneOffset.UTC),
                    EventCalendar.Type.CPI, null, 3, 0.3, 0.3 + 0.001 * day, 0.1));
        }
        return new EventCalendar(list);
    }

    private static SignalBoard board(MarketSnapshot market) {
        return SignalBoard.of(market, BOOK, events(), Markets.NYSE, false);
    }

    @Test
    void everySignalIsPresentAndSaysSomething() {
        Signals signals = board(full().snapshot()).now();
        assertThat(signals.all().keySet()).containsExactly(SignalId.values());
        assertThat(signals.all().values()).allSatisfy(s -> assertThat(s.reading()).isNotBlank());
        assertThat(signals.all().values()).filteredOn(s -> !s.known()).extracting(Signal::id)
                .containsExactly(SignalId.SLOW_MODIFIERS, SignalId.FUNDAMENTALS);
        assertThat(signals.date()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(signals.ratio()).isCloseTo(18 / 19.7, within(1e-12));
    }

    @Test
    void withNothingEverySignalIsMissingAndNothingVotes() {
        Signals signals = SignalBoard.of(new Markets().snapshot(), List.of(), EventCalendar.NONE, Markets.NYSE, false)
                .now();
        assertThat(signals.all().values()).allSatisfy(s -> assertThat(s.known()).as("%s", s).isFalse());
        assertThat(signals.votes()).isZero();
        assertThat(signals.vix()).isNaN();
        assertThat(signals.gapFlag()).isFalse();
    }

    /**
     * Indicators are computed once over whole series and cut at a close: that must be what somebody sees who has no later
     * bars at all, the votes of breadth, MACD, RSI and the complacent top among it.
     */
    @Test
    void pastClosesDoNotSeeWhatCameAfter() {
        int voted = 0;
        for (long seed = 21; seed < 29; seed++) {
            Markets markets = full(seed);
            int recorded = (int) (seed % 4) * 60;
            if (recorded > 0) {
                markets.bars(recorded(recorded, seed));
            }
            MarketSnapshot whole = markets.snapshot();
            SignalBoard board = board(whole);
            board.now();
            for (LocalDate close : board.closes(63)) {
                Signals then = board(upTo(whole, close)).atClose(close);
                assertThat(board.atClose(close)).as("%s", close).isEqualTo(then);
                voted += then.vote(SignalId.BREADTH) + then.vote(SignalId.MACD) > 0 ? 1 : 0;
            }
        }
        assertThat(voted).isBetween(50, 450);
    }

    private static DailyBars recorded(int days, long seed) {
        Random random = new Random(seed);
        List<DailyBars.Bar> bars = new ArrayList<>();
        LocalDate date = Markets.NYSE.plus(Markets.LAST, 1 - days);
        for (int i = 0; i < days; i++) {
            int advances = (int) Math.max(200, Math.min(2_700, 1_480 + 600 * random.nextGaussian()));
            bars.add(new AdvanceDecline(advances, 2_900 - advances).bar(date));
            date = Markets.NYSE.next(date);
        }
        return new DailyBars(InstrumentKey.of(AdvanceDecline.SYMBOL), bars);
    }

    private static MarketSnapshot upTo(MarketSnapshot whole, LocalDate close) {
        TreeMap<InstrumentKey, DailyBars> bars = new TreeMap<>();
        whole.bars().forEach((key, daily) -> bars.put(key, new DailyBars(key,
                daily.bars().stream().filter(bar -> !bar.date().isAfter(close)).toList())));
        Instant evening = close.atTime(20, 20).toInstant(java.time.ZoneOffset.UTC).plusSeconds(3600);
        return new MarketSnapshot(evening, evening, new TreeMap<>(), new TreeMap<>(), List.of(), bars, new TreeMap<>(),
                new TreeMap<>());
    }

    @Test
    void closesAreTheCompleteOnes() {
        assertThat(board(full().snapshot()).closes(63)).hasSize(63).last().isEqualTo(Markets.LAST);
        assertThat(board(full().at("2026-03-09T20:14:00Z").snapshot()).closes(1))
                .containsExactly(LocalDate.of(2026, 3, 6));
        assertThat(board(full().at("2026-03-09T20:15:00Z").snapshot()).closes(1)).containsExactly(Markets.LAST);
    }

    /** A name whose beta doubles in the last weeks. */
    private static Markets expanding(int days) {
        double[] spx = Markets.walk(500, 5000, 0, 0.012, 31);
        double[] calm = stock(spx, 1.0, 0.003, 32);
        for (int i = 500 - days; i < 500; i++) {
            calm[i] = calm[i - 1] * Math.exp(2.2 * Math.log(spx[i] / spx[i - 1]));
        }
        return new Markets().closes("SPX", spx).closes("AAPL", calm);
    }

    private static Signal beta(Markets markets) {
        List<NameExposure> book = List.of(new NameExposure("AAPL", 1, 1, true, false, null));
        return new BetaExpansion(markets.snapshot(), book, Companies.NONE).of(markets.now());
    }

    @Test
    void betaExpansionNeedsSizeCertaintyAndTwoCloses() {
        Signal wide = beta(expanding(12));
        assertThat(wide.vote()).isEqualTo(1);
        assertThat(wide.value()).isGreaterThan(0.4);
        assertThat(wide.reading()).startsWith("book beta ").contains("threshold +0.15");
        assertThat(beta(expanding(0)).vote()).isZero();
        double[] spx = Markets.walk(500, 5000, 0, 0.012, 31);
        int first = 0;
        for (int days = 1; days <= 12 && first == 0; days++) {
            first = beta(expanding(days)).vote() == 1 ? days : 0;
        }
        assertThat(first).as("never on the first close").isGreaterThan(1);
        assertThat(beta(new Markets().closes("SPX", spx)).missing()).contains("betas are known for 0 %");
    }

    /** The words of F5, forwards: on by two wide closes in a row, off by five narrow ones in a row. */
    @Test
    void theBetaVoteIsHeldUntilFiveNarrowCloses() {
        int held = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            List<BetaExpansion.Reading> readings = new ArrayList<>();
            boolean on = false;
            int wide = 0;
            int narrow = 0;
            for (int i = 0; i < 20; i++) {
                double e = new double[]{0.02, 0.02, 0.05, 0.10, 0.15, 0.30}[random.nextInt(6)];
                double error = random.nextInt(4) == 0 ? 0.25 : 0.08;
                readings.add(new BetaExpansion.Reading(1 + e, 1, e, error, 1));
                wide = e >= 0.15 && e >= 1.5 * error ? wide + 1 : 0;
                narrow = e <= 0.05 ? narrow + 1 : 0;
                on = (on || wide >= 2) && narrow < 5;
            }
            held += on ? 1 : 0;
            assertThat(BetaExpansion.held(20, readings::get)).as("seed %d", seed).isEqualTo(on);
        }
        assertThat(held).isBetween(500, 2_900);
    }

    @Test
    void theCompanionIsHalfAVoteAndTheSumAtMostOne() {
        double[] spx = Markets.walk(500, 5000, 0, 0.010, 41);
        double[] a = stock(spx, 1, 0.015, 42);
        double[] b = stock(spx, 1, 0.015, 43);
        for (int i = 480; i < 500; i++) {
            double together = Math.log(spx[i] / spx[i - 1]) + 0.001 * Math.sin(i);
            a[i] = a[i - 1] * Math.exp(together);
            b[i] = b[i - 1] * Math.exp(together);
        }
        Markets markets = new Markets().closes("SPX", spx).closes("A", a).closes("B", b);
        List<NameExposure> book = List.of(new NameExposure("A", 1, 1, true, false, null),
                new NameExposure("B", 1, 1, true, false, null));
        Signal signal = new BetaExpansion(markets.snapshot(), book, Companies.NONE).of(markets.now());
        assertThat(signal.vote()).isEqualTo(0.5);
        assertThat(signal.reading()).contains("half a vote");
    }

    @Test
    void anAdjustedNameIsLeftOutAndSaidButHalfTheEligibleBookMustBeKnown() {
        double[] spx = Markets.walk(500, 5000, 0, 0.010, 41);
        Markets markets = new Markets().closes("SPX", spx).closes("A", stock(spx, 1, 0.015, 42));
        NameExposure known = new NameExposure("A", 1, 1, true, false, null);
        NameExposure frozen = new NameExposure("A1", Double.NaN, 0, false, false, "adjusted by a corporate action");
        Signal without = new BetaExpansion(markets.snapshot(), List.of(known, frozen), Companies.NONE)
                .of(markets.now());
        assertThat(without.known()).isTrue();
        assertThat(without.reading()).endsWith("; A1 left out: adjusted by a corporate action");
        NameExposure unknown = new NameExposure("C", Double.NaN, 1.5, true, false, "no price of C");
        Signal mostUnknown = new BetaExpansion(markets.snapshot(), List.of(known, frozen, unknown), Companies.NONE)
                .of(markets.now());
        assertThat(mostUnknown.missing()).contains("known for 40 % of the book's delta").contains("A1 left out");
    }

    @Test
    void rsiExtremesAreCheckedAgainstWhatWasSold() {
        double[] falling = Markets.then(Markets.walk(180, 100, 0, 0.01, 51), -0.02, -0.02, -0.02, -0.02, -0.02, -0.02,
                -0.02, -0.02, -0.02, -0.02);
        Markets markets = new Markets().closes("DIS", falling).closes("KO", falling)
                .closes("T", Markets.walk(149, 20, 0, 0.01, 52));
        Signal signal = RsiExtremes.of(markets.now(), List.of(new NameExposure("DIS", 1, 1, true, false, null),
                new NameExposure("KO", 1, 1, false, true, null), new NameExposure("T", 1, 1, true, false, null)));
        double rsi = Indicators.rsi(falling)[falling.length - 1];
        assertThat(rsi).isLessThan(25);
        assertThat(signal.reading()).isEqualTo(String.format(java.util.Locale.ROOT,
                "DIS %.1f (agrees with its short put) · KO %.1f (contradicts its short call); unknown: T", rsi, rsi));
        assertThat(signal.vote()).isZero();
    }

    @Test
    void gapsOfTheIndexAndOfANameRaiseTheFlag() {
        double[] flat = new double[200];
        Arrays.fill(flat, 100);
        assertThat(gap(flat, flat, -0.014, 0).flag()).isFalse();
        assertThat(gap(flat, flat, -0.016, 0).flag()).isTrue();
        assertThat(gap(flat, flat, 0, -0.05).flag()).isTrue();
        assertThat(gap(flat, flat, 0, 0.02).flag()).isFalse();
    }

    /** Names that gap 1 % up and down each day, and today by these fractions. */
    private static OvernightGap gap(double[] spx, double[] name, double index, double own) {
        Markets markets = new Markets().bars(opens("SPX", spx, index)).bars(opens("AAPL", name, own));
        return OvernightGap.of(markets.now(), List.of(new NameExposure("AAPL", 1, 1, true, false, null)),
                EventCalendar.NONE);
    }

    private static DailyBars opens(String symbol, double[] closes, double today) {
        List<DailyBars.Bar> bars = new ArrayList<>();
        LocalDate date = Markets.NYSE.plus(Markets.LAST, 1 - closes.length);
        for (int i = 0; i < closes.length; i++) {
            double open = closes[Math.max(0, i - 1)] * (i % 2 == 0 ? 1.01 : 1 / 1.01);
            bars.add(new DailyBars.Bar(date, open, open, open, closes[i]));
            date = Markets.NYSE.next(date);
        }
        double open = closes[closes.length - 1] * (1 + today);
        bars.add(new DailyBars.Bar(date, open, open, open, open));
        return new DailyBars(InstrumentKey.of(symbol), bars);
    }

    @Test
    void theComplacentTopNeedsFourOfFive() {
        double[] rise = new double[300];
        for (int i = 0; i < 300; i++) {
            rise[i] = 5000 * Math.exp(0.0012 * i + 0.003 * Math.sin(i / 5.0));
        }
        double[] flat = new double[300];
        Arrays.fill(flat, 15);
        double[] high = new double[300];
        Arrays.fill(high, 20);
        double[] equal = new double[300];
        for (int i = 0; i < 300; i++) {
            equal[i] = 100 * Math.exp(-0.0008 * i) * rise[i] / 5000;
        }
        Markets top = new Markets().closes("SPX", rise).closes("VIX", flat).closes("VIX3M", high).closes("RSP", equal)
                .closes("SPY", rise);
        Signal signal = ComplacentTop.of(top.now());
        assertThat(signal.reading()).startsWith("5 of 5 signs").contains("near its high", "breadth diverging",
                "steep contango", "VIX over realised", "RSI 65 and MACD falling");
        assertThat(signal.vote()).isEqualTo(1);
        Markets flatter = top.closes("VIX3M", flat);
        assertThat(ComplacentTop.of(flatter.now()).value()).isEqualTo(4);
        assertThat(ComplacentTop.of(flatter.now()).vote()).isEqualTo(1);
        Markets broad = flatter.closes("RSP", rise);
        assertThat(ComplacentTop.of(broad.now()).value()).isEqualTo(3);
        assertThat(ComplacentTop.of(broad.now()).vote()).isZero();
        Markets inverted = new Markets().closes("SPX", rise).closes("VIX", high).closes("VIX3M", flat);
        assertThat(ComplacentTop.of(inverted.now()).vote()).isZero();
        assertThat(ComplacentTop.of(inverted.now()).reading()).contains("unknown: breadth");
        Markets futures = inverted.quote("VX    260318", 16.0, 16.1).quote("VX    260415", 17.6, 17.7);
        assertThat(ComplacentTop.of(futures.now()).reading()).contains("steep contango");
    }

    @Test
    void slowSeriesShiftThresholdsAndDoNotVote() {
        Markets slowing = new Markets().closes("GDP", 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 0.9);
        SlowModifiers modifiers = SlowModifiers.of(slowing.now());
        assertThat(modifiers.shift()).isEqualTo(-0.5);
        assertThat(modifiers.signal().vote()).isZero();
        assertThat(modifiers.signal().reading()).contains("slowing").contains("REER (no file)");
        assertThat(SlowModifiers.of(new Markets().closes("GDP", 2, 2, 2, 2, 2, 2, 2, 2).now()).shift()).isZero();
    }

    @Test
    void complacencyCountsForAccelerationAlone() {
        Signals signals = board(full().snapshot()).now();
        double v8 = signals.vote(SignalId.COMPLACENT_TOP);
        assertThat(signals.votesFor(LayerId.ACCELERATION)).isEqualTo(signals.votesFor(LayerId.BASE) + v8);
        assertThat(signals.votesFor(LayerId.CONTINGENCY)).isEqualTo(signals.votes());
    }
}

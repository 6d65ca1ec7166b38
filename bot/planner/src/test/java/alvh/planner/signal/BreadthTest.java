package alvh.planner.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** V2 of methodology F8, and 8.1 item 7. */
class BreadthTest {

    private static Quote tick(double bid, double ask) {
        return new Quote(bid, ask, 130, 0, Markets.NOW, Quality.LIVE);
    }

    @Test
    void MP07_advancesComeAsTheBidAndDeclinesAsTheAsk() {
        assertThat(AdvanceDecline.of(tick(1_900, 900)).net()).isEqualTo(1_000);
        assertThat(AdvanceDecline.of(tick(700, 2_100)).net()).isEqualTo(-1_400);
        assertThat(AdvanceDecline.of(tick(Double.NaN, 900))).isNull();
        assertThat(AdvanceDecline.of(tick(300, 900))).as("1,200 issues are not the NYSE").isNull();
        assertThat(AdvanceDecline.of(tick(4_000, 900))).isNull();
        assertThat(AdvanceDecline.of(Quote.NONE)).isNull();
    }

    /** Recorded days that end on the last close, from net advances of 3,000 issues. */
    private static DailyBars recorded(int... nets) {
        List<DailyBars.Bar> bars = new ArrayList<>();
        LocalDate date = Markets.NYSE.plus(Markets.LAST, 1 - nets.length);
        for (int net : nets) {
            bars.add(new AdvanceDecline((3_000 + net) / 2, (3_000 - net) / 2).bar(date));
            date = Markets.NYSE.next(date);
        }
        return new DailyBars(InstrumentKey.of("AD-NYSE"), bars);
    }

    private static int[] nets(int days, int level, int... then) {
        int[] nets = new int[days + then.length];
        Arrays.fill(nets, 0, days, level);
        System.arraycopy(then, 0, nets, days, then.length);
        return nets;
    }

    private static double[] spx(int days, double last) {
        double[] closes = new double[days];
        Arrays.fill(closes, 5000);
        closes[days - 1] = last;
        return closes;
    }

    private static final int[] ROLLING = {-300, -300, -300, -300, -300, -300, -300, -300, -300, -300, -300, -300};

    private static Signal of(int[] nets, double spxLast) {
        return Breadth.of(new Markets().bars(recorded(nets)).closes("SPX", spx(300, spxLast)).now());
    }

    @Test
    void aFallingLineNearTheHighIsAVote() {
        Signal signal = of(nets(80, 200, ROLLING), 4990);
        assertThat(signal.vote()).isEqualTo(1);
        assertThat(signal.reading()).contains("AD line below EMA21").contains("rolled over");
    }

    @Test
    void farFromTheHighOnlyPlainlyNegativeBreadthVotes() {
        int[] mild = nets(80, 400, -250, -250, -250, -250, -250, -250, -250, -250, -250, -250, -250, -250, -250);
        double[] fallen = spx(300, 4000);
        Arrays.fill(fallen, 270, 300, 4000);
        assertThat(Breadth.of(new Markets().bars(recorded(mild)).closes("SPX", fallen).now()).vote()).isZero();
        int[] hard = nets(80, 400, -900, -900, -900, -900, -900, -900, -900, -900, -900, -900);
        assertThat(Breadth.of(new Markets().bars(recorded(hard)).closes("SPX", fallen).now()).vote()).isEqualTo(1);
    }

    @Test
    void threeClosesAboveTheAverageReleaseTheVote() {
        assertThat(of(nets(80, 200, concat(ROLLING, 1_500)), 4990).vote()).isEqualTo(1);
        assertThat(of(nets(80, 200, concat(ROLLING, 1_500, 1_500, 900, 300, 300)), 4990).vote()).isZero();
    }

    private static int[] concat(int[] first, int... more) {
        int[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }

    @Test
    void aRisingLineIsNoVote() {
        assertThat(of(nets(90, 200), 4990).vote()).isZero();
    }

    @Test
    void withoutTheFeedTheProxyHasHalfAVote() {
        double[] equal = new double[100];
        double[] spy = new double[100];
        for (int i = 0; i < 100; i++) {
            spy[i] = 500;
            equal[i] = i < 85 ? 180 + 0.05 * i : 184.25 - 0.5 * (i - 84);
        }
        Signal signal = Breadth.of(new Markets().closes("RSP", equal).closes("SPY", spy).closes("SPX", spx(300, 5000))
                .now());
        assertThat(signal.vote()).isEqualTo(0.5);
        assertThat(signal.reading()).startsWith("AD-NYSE not available; RSP/SPY below EMA21, EMA10 below EMA21");
    }

    @Test
    void withNeitherItAbstainsAndSaysWhy() {
        Signal signal = Breadth.of(new Markets().closes("SPX", spx(300, 5000)).now());
        assertThat(signal.known()).isFalse();
        assertThat(signal.missing()).isEqualTo("AD-NYSE: no daily bars of AD-NYSE; proxy: no daily bars of RSP");
        Signal young = Breadth.of(new Markets().bars(recorded(nets(20, 100))).closes("SPX", spx(300, 5000)).now());
        assertThat(young.missing()).contains("20 daily bars of AD-NYSE, needs 42");
    }

    @Test
    void barsOfAFeedThatAreNoCountsAreNotTakenForThem() {
        Markets feed = new Markets().closes("AD-NYSE", Markets.walk(100, 400, 0, 0.01, 3)).closes("SPX",
                spx(300, 5000));
        assertThat(Breadth.of(feed.now()).missing()).startsWith("AD-NYSE: its bars are not recorded advances");
    }

    /** A seed that ended long ago, and a few days recorded since: yesterday's line is not that of yesterday. */
    @Test
    void aLineWithManyDaysMissingIsNotUsed() {
        for (int missing : new int[]{4, 6}) {
            List<DailyBars.Bar> bars = new ArrayList<>();
            LocalDate date = Markets.NYSE.plus(Markets.LAST, -99);
            for (int i = 0; i < 100; i++) {
                if (i < 75 || i >= 75 + missing) {
                    bars.add(new AdvanceDecline(1_600, 1_400).bar(date));
                }
                date = Markets.NYSE.next(date);
            }
            Signal signal = Breadth.of(new Markets().bars(new DailyBars(InstrumentKey.of("AD-NYSE"), bars))
                    .closes("SPX", spx(300, 5000)).now());
            assertThat(signal.known()).as("%d of 48 missing", missing).isEqualTo(missing == 4);
            assertThat(signal.reading()).matches(missing == 4 ? "AD line above.*" : ".*more than a tenth.*");
        }
    }

    /** The words of F8 walked forward over random days, with averages written out anew at each close. */
    @Test
    void theVoteFollowsTheDefinitionOnEveryClose() {
        int votes = 0;
        int thrusts = 0;
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            int n = 160;
            int[] nets = new int[n];
            double[] spx = new double[n];
            double mood = 0;
            for (int i = 0; i < n; i++) {
                mood = 0.9 * mood + 170 * random.nextGaussian();
                nets[i] = 2 * (int) Math.max(-700, Math.min(700, mood * (i % 60 < 30 ? 1.6 : 1)));
                spx[i] = i == 0 ? 5000 : spx[i - 1] * Math.exp(0.00002 * nets[i] * (seed % 3 == 0 ? 3 : 1));
            }
            boolean on = false;
            for (int last = 41; last < n; last++) {
                boolean thrust = thrust(nets, last);
                thrusts += thrust && on ? 1 : 0;
                on = (on || rollsOver(nets, spx, last)) && !aboveForThree(nets, last) && !thrust;
                votes += on ? 1 : 0;
                Markets upTo = new Markets().bars(recorded(Arrays.copyOf(nets, last + 1))).closes("SPX",
                        Arrays.copyOf(spx, last + 1));
                assertThat(Breadth.of(upTo.now()).vote()).as("seed %d day %d", seed, last).isEqualTo(on ? 1 : 0);
            }
        }
        assertThat(votes).isBetween(500, 4_000);
        assertThat(thrusts).isPositive();
    }

    private static double line(int[] nets, int day) {
        return Arrays.stream(nets, 0, day + 1).sum();
    }

    /** Simple mean of the first n days, then alpha 2/(n+1). */
    private static double average(int[] nets, int n, int day) {
        double ema = 0;
        for (int i = 0; i < n; i++) {
            ema += line(nets, i) / n;
        }
        for (int i = n; i <= day; i++) {
            ema = ema * (n - 1.0) / (n + 1.0) + line(nets, i) * 2.0 / (n + 1.0);
        }
        return ema;
    }

    private static boolean rollsOver(int[] nets, double[] spx, int day) {
        boolean falling = true;
        for (int back = 0; back < 3; back++) {
            falling &= average(nets, 10, day - back) < average(nets, 10, day - back - 1);
        }
        double high = Arrays.stream(spx, Math.max(0, day - 62), day + 1).max().orElseThrow();
        boolean negative = Arrays.stream(nets, day - 9, day + 1).average().orElseThrow() / 3_000 < -0.10;
        return falling && line(nets, day) < average(nets, 21, day) && (spx[day] >= 0.96 * high || negative);
    }

    private static boolean aboveForThree(int[] nets, int day) {
        for (int back = 0; back < 3; back++) {
            if (day - back < 41 || line(nets, day - back) <= average(nets, 21, day - back)) {
                return false;
            }
        }
        return true;
    }

    private static boolean thrust(int[] nets, int day) {
        boolean from = false;
        for (int back = 1; back <= 10; back++) {
            from |= advancing(nets, day - back) < 0.40;
        }
        return from && advancing(nets, day) > 0.615;
    }

    private static double advancing(int[] nets, int day) {
        return Arrays.stream(nets, day - 9, day + 1).mapToDouble(net -> (3_000 + net) / 2.0 / 3_000).average()
                .orElseThrow();
    }
}

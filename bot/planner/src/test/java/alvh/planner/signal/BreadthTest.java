package alvh.planner.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
}

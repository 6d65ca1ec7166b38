package alvh.daemon.cycle;

import java.time.LocalDate;
import java.util.List;

import alvh.daemon.desk.Event.Job;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.signal.AdvanceDecline;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** F8: breadth is written down twice near the close, the later sane reading counts, and a restart remembers it. */
class BreadthRecorderTest {

    private static final InstrumentKey KEY = InstrumentKey.of("AD-NYSE");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private final Bench bench = new Bench();

    BreadthRecorderTest() {
        bench.plans.add(Outcomes.nothing("quiet"));
    }

    private void issues(double advances, double declines, Quality quality) {
        bench.quotes.put(KEY, new Quote(advances, declines, 90, 0, bench.now, quality));
    }

    private List<JournalRecord.Breadth> recorded() {
        return bench.records(JournalRecord.Breadth.class);
    }

    private DailyBars planned() {
        bench.fire(Job.END_OF_DAY, "2026-03-10T20:20:00Z").advance(1);
        return bench.inputs.get(bench.inputs.size() - 1).market().bars().get(KEY);
    }

    @Test
    void theLaterOfTwoSaneReadingsIsTheDay() {
        bench.ready();
        issues(1_900, 900, Quality.LIVE);
        bench.fire(Job.BREADTH, "2026-03-10T19:59:30Z");
        issues(1_880, 930, Quality.LIVE);
        bench.fire(Job.BREADTH_LATER, "2026-03-10T20:05:00Z");
        assertThat(recorded()).extracting(JournalRecord.Breadth::advances).containsExactly(1_900, 1_880);
        assertThat(planned().bars()).containsExactly(new DailyBars.Bar(TODAY, 950, 1_880, 930, 950));
    }

    @Test
    void aLaterReadingThatIsNotSaneLeavesTheEarlierOne() {
        bench.ready();
        issues(1_900, 900, Quality.LIVE);
        bench.fire(Job.BREADTH, "2026-03-10T19:59:30Z");
        issues(1_200, 100, Quality.LIVE);
        bench.fire(Job.BREADTH_LATER, "2026-03-10T20:05:00Z");
        assertThat(planned().bars()).containsExactly(new DailyBars.Bar(TODAY, 1_000, 1_900, 900, 1_000));
        assertThat(bench.records(JournalRecord.Skip.class)).isEmpty();
    }

    @Test
    void withoutTheDataRightNothingFailsAndTheReasonIsWrittenDownOnce() {
        bench.ready();
        bench.fire(Job.BREADTH, "2026-03-10T19:59:30Z").fire(Job.BREADTH_LATER, "2026-03-10T20:05:00Z");
        assertThat(recorded()).isEmpty();
        assertThat(bench.records(JournalRecord.Skip.class)).singleElement().satisfies(skip -> {
            assertThat(skip.job()).isEqualTo("BREADTH");
            assertThat(skip.because()).contains("right to NYSE index data");
        });
        assertThat(planned()).isNull();
    }

    @Test
    void delayedCountsAreNotTheClose() {
        bench.ready();
        issues(1_900, 900, Quality.DELAYED);
        bench.fire(Job.BREADTH, "2026-03-10T19:59:30Z").fire(Job.BREADTH_LATER, "2026-03-10T20:05:00Z");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void aFireOfYesterdayAndOneOnAHolidayRecordNothing() {
        bench.ready();
        issues(1_900, 900, Quality.LIVE);
        bench.fire(Job.BREADTH_LATER, "2026-03-09T20:05:00Z");
        bench.fire(Job.BREADTH_LATER, "2026-04-03T20:05:00Z");
        assertThat(recorded()).isEmpty();
    }

    @Test
    void aRestartRemembersAndRecordedDaysReplaceTheSeeded() {
        LocalDate before = LocalDate.of(2026, 3, 9);
        bench.series.put(KEY, new DailyBars(KEY,
                List.of(new AdvanceDecline(1_000, 1_700).bar(before), new AdvanceDecline(1, 1_700).bar(TODAY))));
        InstrumentKey gdp = InstrumentKey.of("GDP");
        bench.series.put(gdp, new DailyBars(gdp, List.of(new DailyBars.Bar(before, 2.1, 2.1, 2.1, 2.1))));
        bench.start();
        bench.ready();
        issues(1_900, 900, Quality.LIVE);
        bench.fire(Job.BREADTH, "2026-03-10T19:59:30Z");
        bench.start();
        bench.ready();
        assertThat(planned().bars()).extracting(DailyBars.Bar::close).containsExactly(-700.0, 1_000.0);
        assertThat(bench.inputs.get(0).market().bars().get(gdp).closes()).containsExactly(2.1);
    }
}

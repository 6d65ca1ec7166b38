package alvh.daemon.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

import alvh.daemon.approval.ApprovalSettings;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.layer.Level;
import alvh.planner.layer.LevelFold;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanningInput;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens between the daily runs: marks and rungs, the end of a day, the week. */
class CareTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private final Bench bench = new Bench(ApprovalSettings.Mode.AUTO, List.of(), LevelFold.initial());

    /** One hedge lot, bought at 0.73 by the daily run. */
    private Lot bought() {
        bench.plans.add(Outcomes.buy("aaaa", "0.73"));
        bench.ready().daily();
        bench.advance(70);
        bench.plans.clear();
        return bench.execution.state().ledger().openHedgeLots().get(0);
    }

    private Lot lot() {
        return bench.execution.state().ledger().lots().get("H." + bench.records(JournalRecord.Intent.class).get(0)
                .intentId());
    }

    @Test
    void marksAreForHeldLotsOnly() {
        bench.plans.add(Outcomes.nothing("x"));
        bench.ready().fire(Event.Job.MARKS, "2026-03-10T14:20:00Z");
        assertThat(bench.pictures).isEmpty();
        bench.plans.clear();
        bought();
        bench.plans.add(Outcomes.nothing("hold"));
        bench.fire(Event.Job.MARKS, "2026-03-10T14:25:00Z");
        assertThat(bench.pictures).containsExactly(Event.Job.DAILY, Event.Job.MARKS);
        assertThat(bench.inputs.getLast().kind()).isEqualTo(HedgePlan.Kind.MARKS);
        assertThat(bench.outcomes()).as("a mark that sells nothing is no window").hasSize(1);
    }

    @Test
    void onlyANewHighestMidIsBooked() {
        bought();
        assertThat(lot().peak().text()).isEqualTo("0.00");
        bench.plans.add(Outcomes.nothing("hold"));
        bench.fire(Event.Job.MARKS, "2026-03-10T14:25:00Z");
        assertThat(lot().peak().text()).isEqualTo("0.72");
        bench.quote(2.00, 2.10);
        bench.fire(Event.Job.MARKS, "2026-03-10T14:30:00Z");
        bench.quote(1.00, 1.10);
        bench.fire(Event.Job.MARKS, "2026-03-10T14:35:00Z");
        assertThat(lot().peak().text()).isEqualTo("2.05");
        bench.quote(Double.NaN, 9.00);
        bench.fire(Event.Job.MARKS, "2026-03-10T14:40:00Z");
        assertThat(lot().peak().text()).as("one side is no mark").isEqualTo("2.05");
    }

    @Test
    void aHarvestIsSoldAndWrittenDownWithItsReason() {
        Lot lot = bought();
        bench.quote(5.00, 5.08);
        bench.plans.add(Outcomes.sell("cccc", lot.lotId(), "5.02", "5.00"));
        bench.fire(Event.Job.MARKS, "2026-03-10T14:25:00Z");
        assertThat(bench.sent).hasSize(2);
        assertThat(lot().state()).isEqualTo(Lot.State.SOLD);
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 DONE", "MARKS 2026-03-10 DONE");
        assertThat(bench.records(JournalRecord.JournalLine.class)).anySatisfy(l -> {
            assertThat(l.subject()).isEqualTo(lot.lotId());
            assertThat(l.text()).isEqualTo("SELL 1 VIX call because a reason; released by auto");
            assertThat(l.choice()).isEqualTo("MOTION");
        });
    }

    /** The one lot is sold whole by the five-minute run, as the planner's outcome says. */
    private Lot soldBy(Function<String, Function<PlanningInput, PlanOutcome>> sale) {
        Lot lot = bought();
        bench.quote(5.00, 5.08);
        bench.plans.add(sale.apply(lot.lotId()));
        bench.fire(Event.Job.MARKS, "2026-03-10T14:25:00Z");
        assertThat(lot().state()).isEqualTo(Lot.State.SOLD);
        return lot();
    }

    @Test
    void aRungSaleIsRememberedAlsoWhereNothingIsLeftOfTheLot() {
        assertThat(soldBy(lot -> Outcomes.harvest("cccc", lot, "5.02", "5.00")).rungs())
                .as("it rests the buys that follow (methodology 2.2)").isEqualTo(1);
    }

    @Test
    void aReleaseIsNoRung() {
        assertThat(soldBy(lot -> Outcomes.sell("cccc", lot, "5.02", "5.00")).rungs()).isZero();
    }

    @Test
    void marksWaitWhileAPlanIsOpen() {
        Bench asked = new Bench();
        asked.plans.add(Outcomes.buy("aaaa", "0.73"));
        asked.ready().daily();
        asked.fire(Event.Job.MARKS, "2026-03-10T14:20:00Z");
        assertThat(asked.pictures).containsExactly(Event.Job.DAILY);
    }

    @Test
    void levelsAreStoredAtTheCloseAndOnlyThere() {
        bench.plans.add(Outcomes.nothing("x"));
        bench.ready().daily();
        assertThat(bench.cycle.levels().asOf()).as("a plan stores nothing").isNull();
        assertThat(bench.records(JournalRecord.Levels.class)).isEmpty();
        bench.fire(Event.Job.END_OF_DAY, "2026-03-10T20:20:00Z");
        assertThat(bench.cycle.levels().asOf()).isEqualTo(DAY);
        assertThat(LevelFold.stored(bench.cycle.levels(), LayerId.BASE)).isEqualTo(Level.FULL);
        assertThat(bench.records(JournalRecord.Levels.class)).hasSize(1);
        assertThat(bench.records(JournalRecord.JournalLine.class)).extracting(JournalRecord.JournalLine::text)
                .contains("OFF to FULL at the close of 2026-03-10, votes 2.5");
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 DONE", "END_OF_DAY 2026-03-10 DONE");
        assertThat(bench.kept).containsExactly(DAY);
    }

    @Test
    void theCloseReadsTheExecutionsToo() {
        bench.plans.add(Outcomes.nothing("x"));
        bench.ready();
        long before = bench.execution.state().account().at().getEpochSecond();
        bench.fire(Event.Job.END_OF_DAY, "2026-03-10T20:20:00Z");
        assertThat(bench.execution.state().account().at()).isEqualTo("2026-03-10T20:20:00Z");
        assertThat(before).isLessThan(Instant.parse("2026-03-10T20:20:00Z").getEpochSecond());
    }

    @Test
    void theCloseOfAnotherDayIsNotReadFromTodaysPicture() {
        bought();
        bench.plans.add(Outcomes.nothing("x"));
        bench.now = Instant.parse("2026-03-12T14:00:00Z");
        bench.post(new Event.Fire(Event.Job.END_OF_DAY, Instant.parse("2026-03-11T20:20:00Z")));
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 DONE", "END_OF_DAY 2026-03-11 SKIPPED");
        bench.post(new Event.Fire(Event.Job.MARKS, bench.now.minusSeconds(301)));
        assertThat(bench.pictures).as("nor marks of long ago").containsExactly(Event.Job.DAILY);
        bench.post(new Event.Fire(Event.Job.MARKS, bench.now.minusSeconds(300)));
        assertThat(bench.pictures).containsExactly(Event.Job.DAILY, Event.Job.MARKS);
    }

    @Test
    void withoutDataTheLevelsStandAndTheDayIsPartial() {
        bench.plans.add(Outcomes.impossible("VIX is missing"));
        bench.ready().fire(Event.Job.END_OF_DAY, "2026-03-10T20:20:00Z");
        assertThat(bench.cycle.levels().asOf()).isNull();
        assertThat(bench.outcomes()).containsExactly("END_OF_DAY 2026-03-10 PARTIAL");
        assertThat(bench.kept).containsExactly(DAY);
    }

    @Test
    void aCloseWithoutSessionIsSkippedAndStillKeptSafe() {
        bench.fire(Event.Job.END_OF_DAY, "2026-03-10T20:20:00Z");
        assertThat(bench.outcomes()).containsExactly("END_OF_DAY 2026-03-10 SKIPPED");
        assertThat(bench.kept).containsExactly(DAY);
        bench.fire(Event.Job.END_OF_DAY, "2026-04-03T20:20:00Z");
        assertThat(bench.outcomes()).as("Good Friday has no close").hasSize(1);
    }

    @Test
    void theFirstRunOfAWeekSaysWhatChangedAndWhy() {
        bench.plans.add(Outcomes.nothing("everything is held"));
        bench.ready().daily();
        bench.fire(Event.Job.DAILY, "2026-03-11T14:15:00Z");
        bench.fire(Event.Job.DAILY, "2026-03-16T14:15:00Z");
        List<JournalRecord.JournalLine> weeks = bench.records(JournalRecord.JournalLine.class).stream()
                .filter(l -> l.subject().startsWith("week ")).toList();
        assertThat(weeks).extracting(JournalRecord.JournalLine::subject).containsExactly("week 2026-W11",
                "week 2026-W12");
        assertThat(weeks.get(0).text())
                .startsWith("votes 2.5 · return and its volatility with and without the hedge: ");
        assertThat(weeks.get(1).text()).startsWith("votes 2.5 (was 2.5)");
        assertThat(weeks.get(0).choice()).isEqualTo("LOYALTY");
        bench.start();
        bench.ready().fire(Event.Job.DAILY, "2026-03-23T14:15:00Z");
        assertThat(bench.records(JournalRecord.JournalLine.class)).as("a restart remembers last week")
                .anySatisfy(l -> {
                    assertThat(l.subject()).isEqualTo("week 2026-W13");
                    assertThat(l.text()).startsWith("votes 2.5 (was 2.5)");
                });
    }

    @Test
    void aPlanThatBuysIsTheThirdWay() {
        bought();
        assertThat(bench.records(JournalRecord.JournalLine.class)).anySatisfy(l -> {
            assertThat(l.subject()).isEqualTo("buy Base");
            assertThat(l.text()).isEqualTo("BUY 1 VIX call because a reason; released by auto");
            assertThat(l.choice()).isEqualTo("THIRD");
        });
    }
}

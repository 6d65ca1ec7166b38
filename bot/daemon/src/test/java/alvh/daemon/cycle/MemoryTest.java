package alvh.daemon.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

import alvh.daemon.approval.ApprovalSettings;
import alvh.daemon.audit.InputArchive;
import alvh.daemon.audit.JournalJson;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.layer.LevelFold;
import alvh.planner.ledger.CashTotals;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.money.Usd;
import alvh.planner.plan.Past;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a close leaves for the next plan, across restarts and bounds. */
class MemoryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private final Bench bench = new Bench(ApprovalSettings.Mode.AUTO, List.of(), LevelFold.initial());

    private static Past.DayEntry entry(LocalDate date) {
        return new Past.DayEntry(date, Usd.ZERO, Usd.ZERO, Usd.ofDollars(1000), Usd.ZERO, Usd.ZERO, 5800, 1.5);
    }

    private static Past.SurfaceEntry surface(String at, LocalDate expiry, double atm) {
        return new Past.SurfaceEntry(Instant.parse(at), "VIX", expiry, 19.25, atm, 1.1234567890123, -0.1234567890123);
    }

    private void level() {
        bench.levels.put(InstrumentKey.of("SPX"), new IndexLevel(5812.5, bench.now, Quality.LIVE));
    }

    private List<JournalRecord.Memory.Day> days() {
        return bench.records(JournalRecord.Memory.Day.class);
    }

    @Test
    void aCloseLeavesItsDayForTheNextPlanAlsoAfterARestart() {
        bench.plans.add(Outcomes.buy("aaaa", "0.73"));
        bench.plans.add(Outcomes.nothing("x"));
        level();
        bench.ready().daily();
        assertThat(bench.sent).hasSize(1);
        bench.now = Instant.parse("2026-03-10T20:20:00Z");
        bench.quote(1.00, 1.10);
        bench.fire(Event.Job.END_OF_DAY, "2026-03-10T20:20:00Z");
        Past.DayEntry day = days().get(0).entry();
        assertThat(day.date()).isEqualTo(DAY);
        assertThat(day.hedgeValue()).isEqualTo(Usd.of("105.00"));
        assertThat(day.hedgeFlow()).as("0.73 and a commission of 1.02").isEqualTo(Usd.of("74.02"));
        bench.start();
        bench.quote(1.00, 1.10);
        bench.ready().fire(Event.Job.DAILY, "2026-03-11T14:15:00Z");
        assertThat(bench.inputs.get(0).past()).isEqualTo(Past.NONE);
        assertThat(bench.inputs.get(bench.inputs.size() - 1).past().days()).containsExactly(day);
    }

    @Test
    void theInputIsStoredAndReadBackWithItsPast() {
        bench.plans.add(Outcomes.nothing("x"));
        Memory memory = Memory
                .of(List.of(new JournalRecord.Memory.Week(DAY, new TreeMap<>(java.util.Map.of("votes", 2.5))),
                        new JournalRecord.Memory.Surfaces(DAY,
                                List.of(surface("2026-03-10T20:20:00Z", DAY.plusDays(30), 0.9))),
                        new JournalRecord.Memory.Day(DAY, new CashTotals(DAY, Usd.ZERO, Usd.ZERO), entry(DAY), "")));
        bench.ready().daily();
        var input = bench.inputs.get(0);
        var remembering = new alvh.planner.plan.PlanningInput(input.kind(), input.market(), input.account(),
                input.ledger(), input.levels(), input.own(), memory.past(DAY), input.settings());
        assertThat(InputArchive.reload(InputArchive.store(remembering)).past()).isEqualTo(memory.past(DAY));
        assertThat(InputArchive.store(remembering).hash()).isNotEqualTo(InputArchive.store(input).hash());
    }

    @Test
    void aCloseWithoutAMarkIsSaidAndNotInvented() {
        bench.plans.add(Outcomes.nothing("x"));
        bench.ready().fire(Event.Job.END_OF_DAY, "2026-03-10T20:20:00Z");
        assertThat(days()).singleElement().satisfies(d -> {
            assertThat(d.entry()).isNull();
            assertThat(d.missing()).isEqualTo("SPX has no level");
        });
        assertThat(bench.records(JournalRecord.Outcome.class)).singleElement()
                .satisfies(o -> assertThat(o.because()).contains("not remembered in figures: SPX has no level"));
        assertThat(Memory.of(bench.journal).past(DAY).days()).isEmpty();
    }

    @Test
    void theLastWholePictureBeforeTheCloseStandsForOneWithoutMarks() {
        bench.plans.add(Outcomes.buy("aaaa", "0.73"));
        bench.plans.add(Outcomes.nothing("x"));
        level();
        bench.ready().daily();
        bench.now = Instant.parse("2026-03-10T19:55:00Z");
        bench.quote(1.00, 1.10);
        bench.fire(Event.Job.MARKS, "2026-03-10T19:55:00Z");
        bench.quotes.clear();
        bench.fire(Event.Job.END_OF_DAY, "2026-03-10T20:20:00Z");
        assertThat(days()).singleElement()
                .satisfies(d -> assertThat(d.entry().hedgeValue()).isEqualTo(Usd.of("105.00")));
    }

    @Test
    void theLastPictureOfTheDayIsTakenForABookAlone() {
        bench.plans.add(Outcomes.nothing("x"));
        bench.positions.put(Bench.CALL, -1L);
        bench.ready();
        bench.fire(Event.Job.MARKS, "2026-03-10T19:50:00Z");
        assertThat(bench.pictures).isEmpty();
        bench.fire(Event.Job.MARKS, "2026-03-10T19:55:00Z");
        assertThat(bench.pictures).containsExactly(Event.Job.MARKS);
    }

    @Test
    void lengthIsBoundedAndEachRecordIsShort() {
        List<JournalRecord> past = new ArrayList<>(IntStream.range(0, 450).mapToObj(DAY::plusDays)
                .<JournalRecord>map(
                        d -> new JournalRecord.Memory.Day(d, new CashTotals(DAY, Usd.ZERO, Usd.ZERO), entry(d),
                                ""))
                .toList());
        assertThat(Memory.of(past).past(DAY).days()).hasSize(400).element(0).isEqualTo(entry(DAY.plusDays(50)));
        List<Past.SurfaceEntry> fitted = IntStream.range(0, 60)
                .mapToObj(i -> surface("2026-03-10T20:20:00.123456Z", DAY.plusDays(i), 0.8 + i * 0.00123456789))
                .toList();
        List<JournalRecord> surfaces = Memory.surfaces(DAY, fitted);
        assertThat(surfaces).allSatisfy(r -> assertThat(JournalJson.write(r).length()).isLessThan(4096));
        assertThat(Memory.of(surfaces).past(DAY).surfaces()).hasSize(60);
        assertThat(Memory.of(surfaces).past(DAY.plusDays(10)).surfaces()).as("what has expired is forgotten")
                .hasSize(50);
    }

    @Test
    void theLastSurfaceOfAnExpiryCountsAndTheOldestComesFirst() {
        Past.SurfaceEntry first = surface("2026-03-10T20:20:00Z", DAY.plusDays(30), 0.90);
        Past.SurfaceEntry second = surface("2026-03-11T20:20:00Z", DAY.plusDays(30), 0.95);
        Past.SurfaceEntry other = surface("2026-03-10T20:20:00Z", DAY.plusDays(60), 0.80);
        Memory memory = Memory.of(List.of(new JournalRecord.Memory.Surfaces(DAY, List.of(first, other)),
                new JournalRecord.Memory.Surfaces(DAY.plusDays(1), List.of(second))));
        assertThat(memory.past(DAY).surfaces()).containsExactly(other, second);
    }

    @Test
    void aWeeksFiguresAreOneEntryAndTheNewestWins() {
        TreeMap<String, Double> many = new TreeMap<>();
        IntStream.range(0, 150).forEach(i -> many.put("beta.NAME" + i + ".slow", i / 7.0));
        var plan = Outcomes.report(Outcomes.levels(DAY, alvh.planner.layer.Level.CORE), 1);
        List<JournalRecord> records = Memory.week(DAY, Outcomes.withFigures(plan, many));
        assertThat(records).hasSize(3).allSatisfy(r -> assertThat(JournalJson.write(r).length()).isLessThan(4096));
        assertThat(Memory.of(records).past(DAY).lastWeek().figures()).isEqualTo(many);
        List<JournalRecord> two = new ArrayList<>(records);
        two.add(new JournalRecord.Memory.Week(DAY.plusDays(7), new TreeMap<>(java.util.Map.of("votes", 1.0))));
        assertThat(Memory.of(two).past(DAY).lastWeek().figures()).containsOnlyKeys("votes");
    }
}

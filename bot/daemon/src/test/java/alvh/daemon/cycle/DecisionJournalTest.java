package alvh.daemon.cycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import alvh.daemon.approval.ApprovalSettings;
import alvh.daemon.audit.JournalJson;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.JournalRecord.Memory.Counterfactual;
import alvh.daemon.desk.JournalRecord.Memory.Decided;
import alvh.daemon.desk.JournalRecord.Memory.Thesis;
import alvh.daemon.review.DecisionReport;
import alvh.planner.company.Companies;
import alvh.planner.layer.LevelFold;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Usd;
import alvh.planner.plan.BookLine;
import alvh.planner.plan.DecisionPoint;
import alvh.planner.plan.DecisionPoint.Choice;
import alvh.planner.plan.DecisionPoint.Kind;
import alvh.planner.plan.OwnFiles;
import alvh.planner.portfolio.BookTags;
import alvh.planner.portfolio.Structure;
import alvh.planner.portfolio.StructureType;
import alvh.planner.signal.EventCalendar;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The decision journal (methodology 1.3); dollars are mids of the bench's quotes, subtracted by hand. */
class DecisionJournalTest {

    private static final String KO = "KO PUT_SPREAD 2026-04-17 68/65";
    private final Bench bench = auto(List.of());

    private static Bench auto(List<JournalRecord> past) {
        return new Bench(ApprovalSettings.Mode.AUTO, past, LevelFold.initial());
    }

    private static DecisionPoint point(Kind kind, Choice choice, String subject, String... ids) {
        Instant at = Instant.parse("2026-03-10T14:15:00Z");
        return new DecisionPoint("2026-03-10 " + kind + " " + subject, at, kind, List.of(ids), subject, "a rule",
                "the rule's end", new DecisionPoint.Evidence(Double.NaN, Double.NaN, 1.1, 17.9, 33.5), choice, "why");
    }

    private static BookLine spread() {
        List<Structure.Leg> legs = List.of(
                new Structure.Leg(InstrumentKey.of("KO    260417P00068000"), Side.SELL, 1, List.of()),
                new Structure.Leg(InstrumentKey.of("KO    260417P00065000"), Side.BUY, 1, List.of()));
        return new BookLine(new Structure(KO, StructureType.PUT_SPREAD, "KO", LocalDate.of(2026, 4, 17), legs, 4, 4,
                Usd.of("200"), BigDecimal.ONE, Lot.Source.AVGCOST, null, List.of()), 120, 0.5, 0.3, 0.1, "");
    }

    private static OwnFiles thesis(String text) {
        return new OwnFiles(EventCalendar.NONE, Companies.NONE, new BookTags(
                List.of(new BookTags.Tag("KO", null, BookTags.Role.RULES, null, text,
                        text == null ? null : "below 60"))));
    }

    private List<String> lines(Bench of) {
        return of.records(JournalRecord.JournalLine.class).stream().map(l -> l.subject() + " | " + l.choice()).toList();
    }

    private List<String> decided(Bench of) {
        return of.records(Decided.class).stream().map(d -> d.kind() + " " + d.choice()).toList();
    }

    private void close(String day, double bid, double ask) {
        bench.now = Instant.parse(day + "T20:20:00Z");
        if (bid > 0) {
            bench.quote(bid, ask);
        }
        bench.fire(Event.Job.END_OF_DAY, day + "T20:20:00Z");
    }

    @Test
    void MP16_levelStepsBuysHarvestsRollsAndReleasesEachHaveTheirLine() {
        bench.plans.add(Outcomes.deciding(Outcomes.buy("aaaa", "0.73"),
                List.of(point(Kind.TRIGGER, Choice.THIRD, "Base FULL")), List.of()));
        bench.ready().daily();
        String lot = bench.execution.state().ledger().openHedgeLots().get(0).lotId();
        bench.plans.clear();
        bench.plans.add(
                Outcomes.deciding(Outcomes.roll("bbbb", lot), List.of(point(Kind.ROLL, Choice.MOTION, "call", lot)),
                        List.of()));
        bench.plans.add(Outcomes.deciding(Outcomes.sell("cccc", lot, "5.02"),
                List.of(point(Kind.HARVEST, Choice.MOTION, "call", lot),
                        point(Kind.BUDGET_BREACH, Choice.MOTION, "budget", lot)),
                List.of()));
        bench.plans.add(Outcomes.nothing("x"));
        bench.fills = false;
        bench.fire(Event.Job.MARKS, "2026-03-10T14:20:00Z");
        bench.advance(400);
        bench.fills = true;
        bench.quote(5.00, 5.08);
        bench.fire(Event.Job.MARKS, "2026-03-10T14:30:00Z");
        close("2026-03-10", 5.00, 5.08);
        assertThat(lines(bench)).contains("buy Base | THIRD", lot + " | MOTION", "level Base | THIRD");
        assertThat(lines(bench).stream().filter((lot + " | MOTION")::equals)).as("the roll and the sale").hasSize(2);
        assertThat(decided(bench)).containsExactly("TRIGGER THIRD", "ROLL MOTION", "HARVEST MOTION",
                "BUDGET_BREACH MOTION");
        assertThat(bench.records(Decided.class)).allSatisfy(d -> {
            assertThat(d.configHash()).isEqualTo("cfg");
            assertThat(d.evidence()).containsOnlyKeys("beta", "profit.usd", "vix");
            assertThat(d.thesis()).isEqualTo("a rule");
            assertThat(d.difference()).isNotEmpty();
        });
    }

    @Test
    void MP16_whatPeopleDoHasItsLine() {
        Bench asked = new Bench(ApprovalSettings.Mode.APPROVE,
                List.of(new JournalRecord.CaseOpened(1, "GAP", "KO", "What was it?", List.of("seen"))),
                LevelFold.initial());
        asked.plans.add(Outcomes.deciding(Outcomes.buy("aaaa", "0.73"),
                List.of(point(Kind.OVERRIDE, Choice.THIRD, "B.1", "B.1")), List.of()));
        asked.ready().daily();
        assertThat(asked.cycle.reject("aaaa-0000-0000", "anna", "terminal", asked.now).exitCode()).isZero();
        asked.post(new Event.Decide(1, "seen", "looked in TWS", "anna"));
        asked.post(new Event.Kill("anna", "test"));
        asked.post(new Event.Resume("anna", "over"));
        assertThat(decided(asked)).containsExactly("OVERRIDE THIRD", "OVERRIDE LOYALTY", "OVERRIDE MOTION",
                "OVERRIDE LOYALTY", "OVERRIDE MOTION");
        assertThat(asked.records(Decided.class)).extracting(Decided::reason).containsExactly("why",
                "veto by anna: 1 orders were not sent", "seen by anna: looked in TWS", "killed: test", "resumed: over");
        asked.post(new Event.Kill("anna", "again"));
        assertThat(asked.records(Decided.class)).extracting(Decided::id).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void aDecisionPointIsWrittenOnceADayAndAgainWhenTheChoiceChanges() {
        bench.plans
                .add(Outcomes.deciding(Outcomes.nothing("x"), List.of(point(Kind.ROLL, Choice.LOYALTY, "call", "H.1")),
                        List.of()));
        bench.ready().daily();
        bench.cycle.planByHand(bench.now);
        bench.desk.drain();
        assertThat(decided(bench)).containsExactly("ROLL LOYALTY");
        bench.start();
        bench.ready();
        bench.cycle.planByHand(bench.now);
        bench.desk.drain();
        assertThat(decided(bench)).as("a restart remembers").containsExactly("ROLL LOYALTY");
        bench.plans.clear();
        bench.plans
                .add(Outcomes.deciding(Outcomes.nothing("x"), List.of(point(Kind.ROLL, Choice.MOTION, "call", "H.1")),
                        List.of()));
        bench.cycle.planByHand(bench.now);
        bench.desk.drain();
        assertThat(decided(bench)).containsExactly("ROLL LOYALTY", "ROLL MOTION");
    }

    @Test
    void aChoiceIsMarkedAgainstTheOtherOneAfterFiveAndTwentySessions() {
        bench.plans.add(Outcomes.deciding(Outcomes.buy("aaaa", "0.73"),
                List.of(point(Kind.TRIGGER, Choice.THIRD, "Base FULL")), List.of()));
        bench.plans.add(Outcomes.nothing("x"));
        bench.ready().daily();
        assertThat(bench.records(Decided.class)).singleElement()
                .satisfies(d -> assertThat(d.worth()).as("100 x 0.72").isEqualTo(Usd.of("72")));
        close("2026-03-16", 1.00, 1.10);
        assertThat(bench.records(Counterfactual.class)).isEmpty();
        bench.start();
        bench.ready();
        close("2026-03-17", 1.00, 1.10);
        assertThat(bench.cycle.marksWanted(Instant.parse("2026-04-07T18:00:00Z"))).isEmpty();
        assertThat(bench.cycle.marksWanted(Instant.parse("2026-04-08T18:00:00Z"))).containsExactly(Bench.CALL);
        close("2026-04-08", 0.20, 0.30);
        close("2026-04-09", 0.20, 0.30);
        assertThat(bench.records(Counterfactual.class)).extracting(Counterfactual::sessions, Counterfactual::cost)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(5, Usd.of("-33")),
                        org.assertj.core.groups.Tuple.tuple(20, Usd.of("47")));
        DecisionReport report = DecisionReport.of(bench.journal);
        assertThat(report.choices().get(2)).isEqualTo(new DecisionReport.Choice("THIRD", 1, -33, 1, 47, 1));
        assertThat(report.debt()).isZero();
        assertThat(report.lines()).contains("    cost against the other choice: +5 -$33.00 · +20 $47.00");
    }

    @Test
    void aVetoIsMarkedByWhatWasNotBought() {
        Bench asked = new Bench();
        asked.plans.add(Outcomes.buy("aaaa", "0.73"));
        asked.ready().daily();
        asked.cycle.reject("aaaa-0000-0000", "anna", "terminal", asked.now);
        assertThat(asked.records(Decided.class)).singleElement().satisfies(d -> {
            assertThat(d.difference()).containsEntry(Bench.CALL, -1L);
            assertThat(d.worth()).isEqualTo(Usd.of("-72"));
        });
        asked.now = Instant.parse("2026-03-17T20:20:00Z");
        asked.quote(1.00, 1.10);
        asked.fire(Event.Job.END_OF_DAY, "2026-03-17T20:20:00Z");
        assertThat(asked.records(Counterfactual.class)).singleElement()
                .satisfies(c -> assertThat(c.cost()).as("the call would have earned 33").isEqualTo(Usd.of("33")));
    }

    @Test
    void withoutAMarkThereIsAReasonAndNoNumber() {
        bench.plans.add(Outcomes.deciding(Outcomes.buy("aaaa", "0.73"),
                List.of(point(Kind.TRIGGER, Choice.THIRD, "Base FULL")), List.of()));
        bench.plans.add(Outcomes.nothing("x"));
        bench.ready().daily();
        bench.quotes.clear();
        close("2026-03-17", 0, 0);
        assertThat(bench.records(Counterfactual.class)).singleElement().satisfies(c -> {
            assertThat(c.cost()).isNull();
            assertThat(c.missing()).isEqualTo("no mark at the close");
        });
        assertThat(DecisionReport.of(bench.journal).choices().get(2).mean5()).isNaN();
    }

    @Test
    void aThesisIsFrozenWhenItsStructureIsFirstSeen() {
        bench.plans.add(Outcomes.deciding(Outcomes.nothing("x"),
                List.of(point(Kind.TESTED_STRIKE, Choice.LOYALTY, KO, KO)), List.of(spread())));
        bench.own = thesis("sold after an overdone fall");
        bench.start();
        bench.ready().daily();
        assertThat(bench.records(Thesis.class))
                .containsExactly(new Thesis(KO, LocalDate.of(2026, 3, 10), "sold after an overdone fall", "below 60"));
        bench.own = thesis("I always meant to hold it");
        bench.start();
        bench.ready().fire(Event.Job.DAILY, "2026-03-11T14:15:00Z");
        assertThat(bench.records(Thesis.class)).as("never changed after").hasSize(1);
        assertThat(bench.records(Decided.class)).allSatisfy(d -> {
            assertThat(d.thesis()).isEqualTo("sold after an overdone fall");
            assertThat(d.difference()).containsEntry(InstrumentKey.of("KO    260417P00068000"), -4L);
            assertThat(d.worth()).as("its legs have no quotes here").isNull();
        });
    }

    @Test
    void aThesisToldAfterwardsIsDebtAllTheSame() {
        bench.plans.add(Outcomes.deciding(Outcomes.nothing("x"),
                List.of(point(Kind.TESTED_STRIKE, Choice.LOYALTY, KO, KO)), List.of(spread())));
        bench.ready().daily();
        bench.own = thesis("I always meant to hold it");
        bench.start();
        bench.ready().fire(Event.Job.DAILY, "2026-03-11T14:15:00Z");
        assertThat(bench.records(Thesis.class)).singleElement().satisfies(t -> assertThat(t.thesis()).isNull());
        assertThat(DecisionReport.of(bench.journal).debt())
                .isEqualTo(bench.records(Decided.class).size()).isPositive();
    }

    @Test
    void theRecordsComeBackAsTheyWereWritten() {
        bench.plans.add(Outcomes.deciding(Outcomes.buy("aaaa", "0.73"),
                List.of(point(Kind.TRIGGER, Choice.THIRD, "Base FULL")), List.of(spread())));
        bench.ready().daily();
        assertThat(bench.records(JournalRecord.Memory.class)).hasSizeGreaterThan(2).allSatisfy(
                r -> assertThat(JournalJson.read(JournalJson.write(r), r.getClass())).isEqualTo(r));
    }
}

package alvh.daemon.cycle;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import alvh.daemon.approval.ApprovalSettings;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.execution.Readiness;
import alvh.daemon.ops.Access.Answer;
import alvh.planner.layer.LevelFold;
import alvh.planner.plan.HedgePlan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HedgeCycleTest {

    private static final String A = "aaaa";
    private static final String B = "bbbb";
    private final Bench bench = new Bench();

    private Answer approve(String name) {
        CompletableFuture<Answer> answer = bench.cycle.approve((name + "0".repeat(64)).substring(0, 64), "anna",
                "terminal");
        bench.desk.drain();
        return answer.getNow(null);
    }

    @Test
    void theDailyRunWalksFromFireToOneOutcome() {
        bench.plans.add(Outcomes.buy(A, "0.73", "0.74"));
        bench.ready().daily();
        assertThat(bench.pictures).containsExactly(Event.Job.DAILY);
        assertThat(bench.cycle.open().hash()).startsWith(A);
        assertThat(bench.inputs).singleElement().satisfies(i -> assertThat(i.market().asOf())
                .as("valued at the time it was due").isEqualTo("2026-03-10T14:15:00Z"));
        assertThat(bench.sent).isEmpty();
        assertThat(approve(A)).isEqualTo(new Answer(0, "approved aaaa-0000-0000; sending exactly this plan"));
        assertThat(bench.sent).singleElement().satisfies(o -> assertThat(o.limit().text()).isEqualTo("0.73"));
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 DONE");
        assertThat(bench.told(RunEvent.PlanClosed.class)).hasSize(1);
    }

    @Test
    void P01_nothingIsReleasedBeforeTheApprovalIsOnDisk() {
        bench.plans.add(Outcomes.buy(A, "0.73"));
        bench.ready().daily();
        bench.holdForce = true;
        assertThat(approve(A)).as("not answered before it is durable").isNull();
        assertThat(bench.records(JournalRecord.Approval.class)).hasSize(1);
        assertThat(bench.told(RunEvent.Released.class)).isEmpty();
        bench.forceNow();
        assertThat(bench.told(RunEvent.Released.class)).hasSize(1);
        assertThat(bench.sent).hasSize(1);
    }

    @Test
    void aRejectedPlanEndsItsRunAndIsWrittenDownAsAVeto() {
        bench.plans.add(Outcomes.buy(A, "0.73"));
        bench.ready().daily();
        Answer answer = bench.cycle.reject(A + "-0000-0000", "anna", "terminal", bench.now);
        assertThat(answer.exitCode()).isZero();
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 SKIPPED");
        assertThat(bench.records(JournalRecord.JournalLine.class))
                .anySatisfy(l -> assertThat(l.text()).startsWith("veto by anna"));
        assertThat(approve(A).text()).startsWith("E-APPR-USED");
        assertThat(bench.sent).isEmpty();
    }

    @Test
    void anOfferLives300Seconds() {
        bench.plans.add(Outcomes.buy(A, "0.73"));
        bench.ready().daily();
        bench.advance(300);
        assertThat(bench.cycle.open()).isNotNull();
        bench.advance(2);
        assertThat(bench.cycle.open()).isNull();
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 SKIPPED");
        assertThat(approve(A).text()).startsWith("E-APPR-EXPIRED");
    }

    @Test
    void aMovedMarketIsAnsweredWithANewPlanAndStillOneOutcome() {
        bench.plans.add(Outcomes.buy(A, "0.73"));
        bench.plans.add(Outcomes.buy(B, "0.73"));
        bench.ready().daily();
        bench.quote(0.90, 0.98);
        assertThat(approve(A).text()).startsWith("E-APPR-DRIFTED");
        assertThat(bench.outcomes()).as("the run goes on").isEmpty();
        assertThat(bench.cycle.open().hash()).startsWith(B);
        bench.quote(0.68, 0.76);
        assertThat(approve(B).exitCode()).isZero();
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 DONE");
    }

    @Test
    void P12_aRunIsNotMadeAnewForEver() {
        for (String name : List.of("a0", "a1", "a2", "a3", "a4")) {
            bench.plans.add(Outcomes.buy(name, "0.73"));
        }
        bench.ready().daily();
        bench.quote(0.90, 0.98);
        for (String name : List.of("a0", "a1", "a2", "a3")) {
            assertThat(approve(name).text()).startsWith("E-APPR-DRIFTED");
        }
        assertThat(bench.pictures).hasSize(4);
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 SKIPPED");
        assertThat(bench.told(RunEvent.PlanClosed.class)).singleElement()
                .satisfies(c -> assertThat(c.result()).isEqualTo("SKIPPED"));
    }

    @Test
    void P22_aDayHasOneDailyOutcome() {
        bench.plans.add(Outcomes.nothing("no eligible premium is open"));
        bench.ready().daily();
        bench.daily();
        bench.fire(Event.Job.DAILY, "2026-03-10T14:20:00Z");
        assertThat(bench.pictures).hasSize(1);
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 DONE");
        bench.fire(Event.Job.DAILY, "2026-03-11T14:15:00Z");
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 DONE", "DAILY 2026-03-11 DONE");
    }

    @Test
    void aMissedWindowIsSkippedLoudly() {
        bench.plans.add(Outcomes.nothing("x"));
        bench.ready();
        bench.now = bench.now.plusSeconds(47 * 60);
        bench.post(new Event.Fire(Event.Job.DAILY, java.time.Instant.parse("2026-03-10T14:15:00Z")));
        assertThat(bench.pictures).isEmpty();
        assertThat(bench.records(JournalRecord.Skip.class)).singleElement()
                .satisfies(s -> assertThat(s.code()).isEqualTo("MISSED"));
        assertThat(bench.outcomes()).containsExactly("DAILY 2026-03-10 SKIPPED");
        assertThat(bench.alerts).contains("W-MISSED");
    }

    @Test
    void aRunDueWhileNothingIsKnownBeginsWithTheFirstReading() {
        bench.plans.add(Outcomes.nothing("x"));
        bench.daily();
        assertThat(bench.pictures).isEmpty();
        bench.up();
        assertThat(bench.execution.state().readiness().level()).isEqualTo(Readiness.Level.RECONCILING);
        assertThat(bench.pictures).containsExactly(Event.Job.DAILY);
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 DONE");
    }

    @Test
    void aPlanMadeWhileReconcilingCannotBeSentYet() {
        bench.plans.add(Outcomes.buy(A, "0.73"));
        bench.daily();
        bench.up();
        assertThat(bench.cycle.open()).isNotNull();
        assertThat(approve(A).text()).startsWith("E-APPR-NOT-READY");
        bench.advance(11);
        assertThat(approve(A).exitCode()).isZero();
    }

    @Test
    void aRestartDoesNotRepeatADoneRun() {
        bench.plans.add(Outcomes.nothing("x"));
        bench.ready().daily();
        bench.start();
        bench.ready().daily();
        assertThat(bench.pictures).hasSize(1);
        assertThat(bench.outcomes()).hasSize(1);
    }

    @Test
    void aRunThatWantedNothingHasItsOutcomeAlsoWhenTheDaemonDiedBetweenPlanAndOutcome() {
        bench.plans.add(Outcomes.nothing("x"));
        bench.ready().daily();
        assertThat(bench.journal.removeIf(JournalRecord.Outcome.class::isInstance)).isTrue();
        bench.start();
        bench.ready().daily();
        assertThat(bench.pictures).as("planned once").hasSize(1);
        assertThat(bench.records(JournalRecord.Outcome.class)).singleElement().satisfies(o -> {
            assertThat(o.result()).isEqualTo("DONE");
            assertThat(o.because()).startsWith("RESTART: there was nothing to send");
        });
        bench.plans.clear();
        bench.plans.add(Outcomes.impossible("VIX is missing"));
        bench.fire(Event.Job.DAILY, "2026-03-11T14:15:00Z");
        bench.journal.remove(bench.records(JournalRecord.Outcome.class).get(1));
        bench.start();
        bench.ready().fire(Event.Job.DAILY, "2026-03-11T14:15:00Z");
        assertThat(bench.outcomes()).as("what could not be decided was not done").containsExactly(
                "WEEKLY 2026-03-10 DONE", "DAILY 2026-03-11 SKIPPED");
    }

    @Test
    void anOfferOfYesterdayThatNobodyAnsweredBeforeACrashEndsItsDay() {
        bench.plans.add(Outcomes.buy(A, "0.73"));
        bench.ready().daily();
        bench.plans.clear();
        bench.plans.add(Outcomes.nothing("x"));
        bench.start();
        bench.ready().fire(Event.Job.DAILY, "2026-03-11T14:15:00Z");
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 SKIPPED", "DAILY 2026-03-11 DONE");
    }

    @Test
    void aRestartDuringTheQuestionOffersTheSamePlanAgain() {
        bench.plans.add(Outcomes.buy(A, "0.73"));
        bench.ready().daily();
        bench.start();
        assertThat(approve(A).text()).as("old hashes are void").startsWith("E-APPR-EXPIRED");
        bench.ready().daily();
        assertThat(bench.cycle.open().hash()).startsWith(A);
        assertThat(approve(A).text()).startsWith("approved");
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 DONE");
    }

    @Test
    void aRestartNeverContinuesAReleasedPlan() {
        bench.plans.add(Outcomes.buy(A, "0.73"));
        bench.fills = false;
        bench.ready().daily();
        assertThat(approve(A).exitCode()).isZero();
        assertThat(bench.sent).hasSize(1);
        bench.start();
        bench.ready().daily();
        assertThat(bench.pictures).hasSize(1);
        assertThat(bench.records(JournalRecord.Outcome.class)).singleElement().satisfies(o -> {
            assertThat(o.result()).isEqualTo("SKIPPED");
            assertThat(o.because()).startsWith("RESTART");
        });
    }

    @Test
    void P14_afterAKillNothingIsApproved() {
        bench.plans.add(Outcomes.buy(A, "0.73"));
        bench.ready().daily();
        bench.post(new Event.Kill("anna", "test"));
        assertThat(approve(A).text()).startsWith("E-APPR-NOT-READY").contains("kill");
        assertThat(bench.sent).isEmpty();
    }

    @Test
    void aSessionLostBetweenPlanAndAnswerIsNotReady() {
        bench.plans.add(Outcomes.buy(A, "0.73"));
        bench.ready().daily();
        bench.post(new Event.SessionDown("RST", 1000));
        assertThat(approve(A).text()).startsWith("E-APPR-NOT-READY");
        bench.fire(Event.Job.MARKS, "2026-03-10T14:20:00Z");
        assertThat(bench.pictures).hasSize(1);
    }

    @Test
    void aPictureThatCannotBeTakenIsTheOutcome() {
        bench.plans.add(Outcomes.nothing("x"));
        bench.pictureFails = "the link died";
        bench.ready().daily();
        assertThat(bench.records(JournalRecord.Outcome.class)).singleElement()
                .satisfies(o -> assertThat(o.because()).isEqualTo("no snapshot: the link died"));
    }

    @Test
    void impossibleDataIsASkippedRun() {
        bench.plans.add(Outcomes.impossible("VIX is missing"));
        bench.ready().daily();
        assertThat(bench.records(JournalRecord.Outcome.class)).singleElement().satisfies(o -> {
            assertThat(o.result()).isEqualTo("SKIPPED");
            assertThat(o.because()).isEqualTo("DATA_MISSING VIX is missing");
        });
    }

    @Test
    void aNewerPlanTakesAnOffersPlaceAndEndsItsRun() {
        bench.plans.add(Outcomes.buy(A, "0.73"));
        bench.plans.add(Outcomes.buy(B, "0.73"));
        bench.ready().daily();
        bench.cycle.planByHand(bench.now);
        bench.desk.drain();
        assertThat(bench.cycle.open().kind()).isEqualTo(HedgePlan.Kind.BY_HAND);
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 SKIPPED");
        assertThat(approve(B).exitCode()).isZero();
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 SKIPPED", "BY_HAND 2026-03-10 DONE");
    }

    @Test
    void theSamePlanAskedForAgainKeepsItsOffer() {
        bench.plans.add(Outcomes.buy(A, "0.73"));
        bench.ready().daily();
        CompletableFuture<?> again = bench.cycle.planByHand(bench.now);
        bench.desk.drain();
        assertThat(again).isCompleted();
        assertThat(bench.outcomes()).isEmpty();
        assertThat(approve(A).exitCode()).isZero();
        assertThat(bench.outcomes()).containsExactly("WEEKLY 2026-03-10 DONE");
    }

    @Test
    void autoReleasesWithoutAQuestionAndDryRunNever() {
        Bench auto = new Bench(ApprovalSettings.Mode.AUTO, List.of(), LevelFold.initial());
        auto.plans.add(Outcomes.buy(A, "0.73"));
        auto.ready().daily();
        assertThat(auto.sent).hasSize(1);
        assertThat(auto.outcomes()).containsExactly("WEEKLY 2026-03-10 DONE");
        Bench dry = new Bench(ApprovalSettings.Mode.DRY_RUN, List.of(), LevelFold.initial());
        dry.plans.add(Outcomes.buy(A, "0.73"));
        dry.ready().daily();
        assertThat(dry.sent).isEmpty();
        assertThat(dry.outcomes()).containsExactly("WEEKLY 2026-03-10 SKIPPED");
    }

    @Test
    void whatReleasesItselfWaitsForTheSecondReading() {
        Bench auto = new Bench(ApprovalSettings.Mode.AUTO, List.of(), LevelFold.initial());
        auto.plans.add(Outcomes.buy(A, "0.73"));
        auto.daily();
        auto.up();
        assertThat(auto.pictures).isEmpty();
        auto.advance(11);
        assertThat(auto.sent).hasSize(1);
        assertThat(auto.outcomes()).containsExactly("WEEKLY 2026-03-10 DONE");
    }

    @Test
    void aDailyRunWaitsForWhatIsOnItsWay() {
        Bench auto = new Bench(ApprovalSettings.Mode.AUTO, List.of(), LevelFold.initial());
        auto.plans.add(Outcomes.buy(A, "0.73"));
        auto.plans.add(Outcomes.nothing("x"));
        auto.fills = false;
        auto.ready();
        auto.cycle.planByHand(auto.now);
        auto.desk.drain();
        assertThat(auto.sent).hasSize(1);
        auto.daily();
        assertThat(auto.pictures).as("two plans over one ledger would both spend it").hasSize(1);
        auto.advance(400);
        assertThat(auto.pictures).hasSize(2);
        assertThat(auto.outcomes()).contains("WEEKLY 2026-03-10 DONE");
    }
}

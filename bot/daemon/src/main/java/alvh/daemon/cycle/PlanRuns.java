package alvh.daemon.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import alvh.daemon.audit.InputArchive;
import alvh.daemon.audit.JournalJson;
import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.Ports;
import alvh.daemon.execution.ExecutionHandler;
import alvh.daemon.review.Measures;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.Recalibration;
import alvh.planner.plan.Refusal;

/**
 * Plans from their making to their one outcome: record, marks, offer, release or not, closed; and the plan made anew when
 * the market moved away from it. The desk's thread.
 */
final class PlanRuns {

    /** Result of a plan that data or account did not allow. */
    static final String IMPOSSIBLE = "IMPOSSIBLE";
    /** Promise 12: one step is not tried more often by itself. */
    private static final int MOST_AGAIN = 3;

    private final Map<String, Made> made = new HashMap<>();
    private final RunDiary diary;
    private final ExecutionHandler execution;
    private final Ports.Journal journal;
    private final String build;
    private final Consumer<List<Command>> carryOut;
    private final Consumer<RunEvent> feed;
    private final Consumer<Wanted> again;

    /** @param released whether a person or the settings have let it go: its orders may be on their way */
    private record Made(HedgePlan plan, Wanted wanted, boolean released, Set<String> harvested) {}

    /** @param again asks for a new picture of an overtaken run */
    PlanRuns(RunDiary diary, ExecutionHandler execution, Ports.Journal journal, String build,
            Consumer<List<Command>> carryOut, Consumer<RunEvent> feed, Consumer<Wanted> again) {
        this.diary = diary;
        this.execution = execution;
        this.journal = journal;
        this.build = build;
        this.carryOut = carryOut;
        this.feed = feed;
        this.again = again;
    }

    /** Nothing is offered and nothing is on its way. */
    boolean quiet() {
        return made.isEmpty();
    }

    /** Orders of a released plan may be on their way. */
    boolean sending() {
        return made.values().stream().anyMatch(Made::released);
    }

    /** Records a plan, also an empty one, but for five minutes' marks that sell nothing; whether it did. */
    boolean made(Wanted wanted, PlanOutcome outcome, InputArchive.Stored stored, Event.SnapshotTaken taken,
            Instant now) {
        boolean recorded = record(outcome, stored, wanted);
        Marks.of(execution.state().ledger(), taken.market(), now).forEach(this::book);
        if (wanted.kind() == HedgePlan.Kind.WEEKLY && wanted.again() == 0) {
            week(wanted, outcome).forEach(this::book);
        }
        feed.accept(new RunEvent.PlanMade(outcome, taken.market(), taken.account(), wanted.kind()));
        switch (outcome) {
            case PlanOutcome.Planned p -> {
                // Its offer, with the answer to it, is whoever asked's next step.
            }
            case PlanOutcome.NothingToDo n -> nothing(wanted, "DONE", n.reasons());
            case PlanOutcome.Impossible i -> nothing(wanted, "SKIPPED", i.reasons());
        }
        return recorded;
    }

    private List<JournalRecord> week(Wanted wanted, PlanOutcome outcome) {
        List<JournalRecord> records = new ArrayList<>(Memory.week(wanted.date(), outcome.report()));
        Recalibration week = outcome.report().details().week();
        List<String> lines = new ArrayList<>(week.lines());
        lines.addAll(Measures.returns(diary.memory().past(wanted.date()).days()).lines());
        records.add(new JournalRecord.JournalLine("week " + RunDiary.week(wanted.date()), String.join(" · ", lines),
                week.choice()));
        return records;
    }

    /** False when exactly this plan waits or is on its way already. */
    boolean begin(PlanOutcome.Planned planned, Wanted wanted) {
        HedgePlan plan = planned.plan();
        return made.putIfAbsent(plan.hash(),
                new Made(plan, wanted, false, Marks.harvested(planned.report()))) == null;
    }

    private boolean record(PlanOutcome outcome, InputArchive.Stored stored, Wanted wanted) {
        boolean planned = outcome instanceof PlanOutcome.Planned;
        if (!planned && wanted.kind() == HedgePlan.Kind.MARKS) {
            return false;
        }
        HedgePlan plan = outcome instanceof PlanOutcome.Planned p ? p.plan() : null;
        stored.into(journal);
        if (plan != null) {
            String text = JournalJson.write(plan);
            journal.blob(InputArchive.hash(text), "PLAN", text);
        }
        book(new JournalRecord.Plan(plan == null ? stored.hash() : plan.hash(), stored.hash(), build,
                wanted.kind().name(), wanted.date(), wanted.asOf(), result(outcome),
                plan == null ? Usd.ZERO : plan.worstCase(), plan == null ? 0 : plan.orders().size()));
        return true;
    }

    private static String result(PlanOutcome outcome) {
        return switch (outcome) {
            case PlanOutcome.Planned p -> "PLANNED";
            case PlanOutcome.NothingToDo n -> "NOTHING";
            case PlanOutcome.Impossible i -> IMPOSSIBLE;
        };
    }

    private void nothing(Wanted wanted, String result, List<Refusal> reasons) {
        if (wanted.kind() != HedgePlan.Kind.MARKS) {
            outcome(wanted, result, null, reasons.stream().map(r -> r.code() + " " + r.because()).distinct().limit(4)
                    .collect(Collectors.joining("; ")));
        }
    }

    /** The order truth has ended a released plan. */
    void closed(Event.PlanClosed closed, boolean ready, Instant now) {
        Made plan = made.remove(closed.planHash());
        if (plan != null) {
            Marks.rungs(plan.harvested(), execution.state().ledger(), plan.plan().asOf(), now).forEach(this::book);
        }
        feed.accept(new RunEvent.PlanClosed(closed.planHash(), closed.result(), closed.because()));
        if (plan == null) {
            return;
        }
        if (!closed.stepsLeft().isEmpty() && anew(plan, ready)) {
            return;
        }
        String result = closed.result().equals("NOT_SENT") ? "SKIPPED" : closed.result();
        outcome(plan.wanted(), result, closed.planHash(), closed.because());
    }

    /** A new plan of the same run; false when it may not be. */
    private boolean anew(Made overtaken, boolean ready) {
        if (!ready || overtaken.wanted().again() >= MOST_AGAIN) {
            return false;
        }
        again.accept(overtaken.wanted().oncemore());
        return true;
    }

    /** Let go: what is decided is written down with its reason, as a line of the decision journal each. */
    void released(HedgePlan plan, String approver) {
        made.computeIfPresent(plan.hash(), (hash, m) -> new Made(m.plan(), m.wanted(), true, m.harvested()));
        plan.orders().forEach(o -> {
            boolean buys = o.effect() == BookedEvent.Effect.OPEN;
            book(new JournalRecord.JournalLine(
                    buys ? "buy " + o.layer().word() : String.join(" ", o.closesLots()),
                    o.words() + " because " + o.because() + "; released by " + approver, buys ? "THIRD" : "MOTION"));
        });
    }

    /** An offer ended without release: that is the outcome of its run, unless the market only moved. */
    void ended(RunEvent.OfferEnded ended, boolean ready) {
        Made plan = made.remove(ended.plan().hash());
        boolean drifted = ended.how().equals("DRIFTED");
        if (plan == null || drifted && anew(plan, ready)) {
            return;
        }
        if (drifted) {
            feed.accept(new RunEvent.PlanClosed(ended.plan().hash(), "SKIPPED",
                    "the market moved away from " + (plan.wanted().again() + 1) + " plans of this run"));
        }
        if (ended.how().equals("REJECTED")) {
            book(new JournalRecord.JournalLine("plan " + ended.plan().shortHash(),
                    "veto " + ended.because() + ": " + ended.plan().orders().size() + " orders were not sent",
                    "LOYALTY"));
        }
        outcome(plan.wanted(), "SKIPPED", ended.plan().hash(), ended.how() + ": " + ended.because());
    }

    void book(JournalRecord entry) {
        diary.take(entry);
        carryOut.accept(List.of(new Command.Append(List.of(entry))));
    }

    /** One outcome a run, and one a day for the daily run. */
    void outcome(Wanted wanted, String result, String planHash, String because) {
        if (RunDiary.isDaily(wanted.name()) && diary.dailyDone(wanted.date())) {
            return;
        }
        List<JournalRecord> records = new ArrayList<>();
        records.add(new JournalRecord.Outcome(wanted.name(), wanted.date(), result, planHash, because));
        diary.take(records.get(0));
        carryOut.accept(List.of(new Command.Append(records)));
    }
}

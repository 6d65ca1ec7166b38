package alvh.daemon.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import alvh.daemon.approval.ApprovalDesk;
import alvh.daemon.audit.InputArchive;
import alvh.daemon.audit.JournalJson;
import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.Handler;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.Ports;
import alvh.daemon.execution.ExecutionHandler;
import alvh.daemon.execution.Readiness;
import alvh.daemon.ops.Access.Answer;
import alvh.planner.layer.LayerLevels;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.LedgerFold;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.HedgePlanner;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanningInput;
import alvh.planner.plan.Refusal;
import alvh.planner.signal.EventCalendar;

/**
 * Walks the steps of a run, and is the only class that knows their order: snapshot, plan, record, offer, release,
 * outcome. The desk's thread.
 */
public final class HedgeCycle implements Handler {

    private static final long ROOM = 1L << 41;

    private final Map<Long, Wanted> snapshots = new HashMap<>();
    private final Map<String, Made> made = new HashMap<>();
    private final RunDiary diary;
    private final Offers offers;
    private final ExecutionHandler execution;
    private final Ports.Journal journal;
    private final HedgeSettings settings;
    private final EventCalendar events;
    private final String build;
    private final Consumer<List<Command>> carryOut;
    private final Consumer<RunEvent> feed;
    private long next = ROOM;
    private LayerLevels levels;
    private boolean ready;

    private record Wanted(Event.Job job, HedgePlan.Kind kind, Instant asOf, CompletableFuture<PlanOutcome> answer) {}

    private record Made(HedgePlan plan, Event.Job job, HedgePlan.Kind kind) {}

    /**
     * @param levels as stored at the last close, or the fold's beginning
     * @param carryOut hands commands to the desk at once
     */
    public HedgeCycle(ApprovalDesk approvals, ExecutionHandler execution, Ports.Journal journal, Ports.Ticker ticker,
            HedgeSettings settings, EventCalendar events, LayerLevels levels, List<JournalRecord> past, String build,
            Consumer<List<Command>> carryOut, Consumer<RunEvent> feed) {
        this.offers = new Offers(approvals, execution, ticker, carryOut, this::tell);
        this.diary = RunDiary.of(past);
        this.execution = execution;
        this.journal = journal;
        this.settings = settings;
        this.events = events;
        this.levels = levels;
        this.build = build;
        this.carryOut = carryOut;
        this.feed = feed;
    }

    @Override
    public List<Command> on(Event event, Instant now) {
        offers.on(event, now);
        switch (event) {
            case Event.Fire f -> fire(f, now);
            case Event.ReadinessChanged r -> {
                feed.accept(new RunEvent.ReadinessSaid(r.level(), r.words()));
                readiness(now);
            }
            case Event.TruthRead t -> readiness(now);
            case Event.SnapshotTaken s when snapshots.containsKey(s.token()) ->
                plan(snapshots.remove(s.token()), s, now);
            case Event.ReadFailed f when snapshots.containsKey(f.token()) ->
                failed(snapshots.remove(f.token()), f.because(), now);
            case Event.PlanClosed c -> closed(c, now);
            case Event.SessionUp u -> feed.accept(
                    new RunEvent.Connected(u.account(), u.serverVersion(), u.readOnly(), u.clockSkewMillis()));
            case Event.SessionDown d -> {
                ready = false;
                feed.accept(new RunEvent.Disconnected(d.because(), d.reconnectInMillis()));
            }
            default -> {
                // Other rooms' business.
            }
        }
        return List.of();
    }

    /** The levels as last stored; HedgePlanner.wanted asks for them. */
    public LayerLevels levels() {
        return levels;
    }

    /** The plan that waits for an answer, or null. */
    public HedgePlan open() {
        return offers.open();
    }

    /** A plan by hand; valued at the minute begun. */
    public CompletableFuture<PlanOutcome> planByHand(Instant now) {
        Instant minute = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), 60L) * 60);
        return snapshot(Event.Job.DAILY, HedgePlan.Kind.BY_HAND, minute);
    }

    public CompletableFuture<Answer> approve(String hash, String who, String how) {
        return offers.approve(hash, who, how);
    }

    public Answer reject(String hash, String who, String how, Instant now) {
        return offers.reject(hash, who, how, now);
    }

    private void fire(Event.Fire fire, Instant now) {
        LocalDate today = date(fire.scheduled());
        switch (fire.job()) {
            case WEEKLY, EXECUTIONS -> {
                // The weekly part runs with the first daily cycle of the week; executions are the order truth's.
            }
            case DAILY -> daily(fire.scheduled(), today, now);
            case MARKS -> {
                boolean quiet = made.isEmpty() && offers.open() == null;
                if (ready && quiet && !execution.state().ledger().openHedgeLots().isEmpty()) {
                    snapshot(Event.Job.MARKS, HedgePlan.Kind.MARKS, fire.scheduled());
                }
            }
            case END_OF_DAY -> {
                if (ready) {
                    snapshot(Event.Job.END_OF_DAY, HedgePlan.Kind.MARKS, fire.scheduled());
                } else {
                    outcome("END_OF_DAY", today, "SKIPPED", null,
                            "not ready: " + execution.state().readiness().words());
                }
            }
        }
    }

    private void daily(Instant scheduled, LocalDate today, Instant now) {
        if (diary.dailyDone(today) || !TradingCalendar.nyse().isTradingDay(today)) {
            return;
        }
        if (RunDiary.missed(scheduled, now)) {
            carryOut.accept(List.of(new Command.Append(List.of(new JournalRecord.Skip("DAILY", today, "MISSED",
                    "the window 10:15-11:00 ET had passed when the run could begin")))));
            outcome("DAILY", today, "SKIPPED", null, "MISSED: the window 10:15-11:00 ET has passed");
        } else if (ready) {
            boolean first = diary.firstOfWeek(today);
            snapshot(Event.Job.DAILY, first ? HedgePlan.Kind.WEEKLY : HedgePlan.Kind.DAILY, scheduled);
        } else {
            diary.waiting(scheduled);
        }
    }

    /**
     * A plan needs one reading of the book; only sending needs two equal ones. A daily run whose time came while nothing
     * was known begins at the first reading inside its window.
     */
    private void readiness(Instant now) {
        Readiness readiness = execution.state().readiness();
        boolean read = readiness.level() == Readiness.Level.RECONCILING && execution.state().account() != null;
        ready = readiness.mayPlan() || read;
        Instant due = ready ? diary.takeWaiting() : null;
        if (due != null) {
            daily(due, date(due), now);
        }
    }

    /**
     * The ledger to plan with. Before the very first reconciliation has settled, the holdings just read stand in as lots at
     * the broker's average cost, as they will be seeded; nothing of that is recorded.
     */
    private Ledger ledger(AccountSnapshot account) {
        Ledger ledger = execution.state().ledger();
        if (execution.state().books().firstSight()) {
            return ledger;
        }
        for (AccountSnapshot.Position p : account.positions()) {
            ledger = LedgerFold.apply(ledger,
                    new BookedEvent.HoldingSeeded(account.at(), p.key(), p.quantity(), p.averageCost()));
        }
        return ledger;
    }

    private CompletableFuture<PlanOutcome> snapshot(Event.Job job, HedgePlan.Kind kind, Instant asOf) {
        long token = next++;
        CompletableFuture<PlanOutcome> answer = new CompletableFuture<>();
        snapshots.put(token, new Wanted(job, kind, asOf, answer));
        carryOut.accept(List.of(new Command.TakeSnapshot(token, job, asOf)));
        return answer;
    }

    private void failed(Wanted wanted, String because, Instant now) {
        feed.accept(new RunEvent.PlanFailed(wanted.kind(), because));
        outcome(wanted.kind().name(), date(wanted.asOf()), "SKIPPED", null, "no snapshot: " + because);
        wanted.answer().completeExceptionally(new IllegalStateException(because));
    }

    private void plan(Wanted wanted, Event.SnapshotTaken taken, Instant now) {
        PlanningInput input = new PlanningInput(wanted.kind(), taken.market(), taken.account(),
                ledger(taken.account()),
                levels, events, settings);
        InputArchive.Stored stored = InputArchive.store(input);
        PlanOutcome outcome = HedgePlanner.plan(InputArchive.reload(stored));
        if (wanted.job() == Event.Job.END_OF_DAY) {
            endOfDay(outcome, date(wanted.asOf()));
            wanted.answer().complete(outcome);
            return;
        }
        record(outcome, stored, wanted);
        Marks.of(execution.state().ledger(), taken.market(), now).forEach(this::book);
        feed.accept(new RunEvent.PlanMade(outcome, taken.market(), taken.account(), wanted.kind()));
        switch (outcome) {
            case PlanOutcome.Planned p -> {
                made.put(p.plan().hash(), new Made(p.plan(), wanted.job(), wanted.kind()));
                offers.offer(p.plan(), p.report().budget(), now);
            }
            case PlanOutcome.NothingToDo n -> nothing(wanted, "DONE", n.reasons());
            case PlanOutcome.Impossible i -> nothing(wanted, "SKIPPED", i.reasons());
        }
        wanted.answer().complete(outcome);
    }

    private void book(JournalRecord entry) {
        carryOut.accept(List.of(new Command.Append(List.of(entry))));
    }

    private void nothing(Wanted wanted, String result, List<Refusal> reasons) {
        if (wanted.kind() != HedgePlan.Kind.MARKS) {
            outcome(wanted.kind().name(), date(wanted.asOf()), result, null,
                    reasons.stream().map(r -> r.code() + " " + r.because()).distinct().limit(4)
                            .collect(Collectors.joining("; ")));
        }
    }

    private void record(PlanOutcome outcome, InputArchive.Stored stored, Wanted wanted) {
        boolean planned = outcome instanceof PlanOutcome.Planned;
        if (!planned && wanted.kind() == HedgePlan.Kind.MARKS) {
            return;
        }
        HedgePlan plan = outcome instanceof PlanOutcome.Planned p ? p.plan() : null;
        stored.into(journal);
        if (plan != null) {
            String text = JournalJson.write(plan);
            journal.blob(InputArchive.hash(text), "PLAN", text);
        }
        JournalRecord entry = new JournalRecord.Plan(plan == null ? stored.hash() : plan.hash(), stored.hash(), build,
                wanted.kind().name(), date(wanted.asOf()), wanted.asOf(), planned ? "PLANNED" : "NOTHING",
                plan == null ? Usd.ZERO : plan.worstCase(), plan == null ? 0 : plan.orders().size());
        book(entry);
    }

    private void endOfDay(PlanOutcome outcome, LocalDate today) {
        if (outcome.report().levelsNow() != null && today.equals(outcome.report().levelsNow().asOf())) {
            levels = outcome.report().levelsNow();
            book(new JournalRecord.Levels(levels, outcome.report().votes(), "CLOSE"));
            outcome("END_OF_DAY", today, "DONE", null, "levels of the close are stored");
        } else {
            outcome("END_OF_DAY", today, "PARTIAL", null,
                    "the levels of this close could not be folded; they stand as they were");
        }
    }

    private void closed(Event.PlanClosed closed, Instant now) {
        Made plan = made.remove(closed.planHash());
        feed.accept(new RunEvent.PlanClosed(closed.planHash(), closed.result(), closed.because()));
        if (plan != null) {
            Marks.rungs(plan.plan(), execution.state().ledger(), now).forEach(this::book);
            outcome(plan.kind().name(), date(plan.plan().asOf()), closed.result(), closed.planHash(), closed.because());
        }
        if (!closed.stepsLeft().isEmpty() && plan != null && ready) {
            snapshot(plan.job(), plan.kind(), plan.plan().asOf());
        }
    }

    /** Sees every run event on its way out: an offer that ends without release is the outcome of its run. */
    private void tell(RunEvent event) {
        feed.accept(event);
        if (event instanceof RunEvent.OfferEnded ended) {
            Made plan = made.remove(ended.plan().hash());
            boolean again = ended.how().equals("DRIFTED");
            if (plan != null && !again && !ended.how().equals("SUPERSEDED")) {
                outcome(plan.kind().name(), date(ended.plan().asOf()), "SKIPPED", ended.plan().hash(),
                        ended.how() + ": " + ended.because());
            } else if (plan != null && again && ready) {
                snapshot(plan.job(), plan.kind(), ended.plan().asOf());
            }
        }
    }

    private void outcome(String job, LocalDate date, String result, String planHash, String because) {
        List<JournalRecord> records = new ArrayList<>();
        records.add(new JournalRecord.Outcome(job, date, result, planHash, because));
        diary.take(records.get(0));
        carryOut.accept(List.of(new Command.Append(records)));
    }

    private static LocalDate date(Instant at) {
        return at.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    }
}

package alvh.daemon.cycle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import alvh.daemon.approval.ApprovalDesk;
import alvh.daemon.approval.ApprovalSettings;
import alvh.daemon.audit.InputArchive;
import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.Handler;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.Ports;
import alvh.daemon.execution.ExecutionHandler;
import alvh.daemon.execution.IntentBook;
import alvh.daemon.execution.Readiness;
import alvh.daemon.ops.Access.Answer;
import alvh.planner.layer.LayerLevels;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.LedgerFold;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.OwnFiles;
import alvh.planner.plan.Past;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanningInput;

/**
 * Walks the steps of a run, and is the only class that knows their order: snapshot, settlements, plan, record, offer,
 * release, outcome. The desk's thread.
 */
public final class HedgeCycle implements Handler {

    private static final long ROOM = 1L << 41;
    private static final Duration MARKS_LIFE = Duration.ofMinutes(5);

    private final Map<Long, Wanted> snapshots = new HashMap<>();
    private final RunDiary diary;
    private final Offers offers;
    private final PlanRuns runs;
    private final SettlementRoom settlements;
    private final DayClose close;
    private final DecisionJournal decisions;
    private final ExecutionHandler execution;
    private final HedgeSettings settings;
    private final OwnFiles own;
    private final UnaryOperator<MarketSnapshot> ownSeries;
    private final Function<PlanningInput, PlanOutcome> planner;
    private final Consumer<List<Command>> carryOut;
    private final Consumer<RunEvent> feed;
    private long next = ROOM;
    private final boolean asked;
    private boolean ready;
    private Instant heard = Instant.EPOCH;
    private CompletableFuture<PlanOutcome> byHand;

    /**
     * The other rooms and ports that the cycle speaks to.
     *
     * @param carryOut hands commands to the desk at once
     * @param safekeeping writes checkpoint and backup of a day, after all that was appended before
     * @param ownSeries adds to a picture what the broker does not tell: the user's series and recorded breadth
     */
    public record Neighbours(ApprovalDesk approvals, ExecutionHandler execution, Ports.Journal journal,
            Ports.Ticker ticker, Consumer<List<Command>> carryOut, Consumer<RunEvent> feed,
            Consumer<LocalDate> safekeeping, UnaryOperator<MarketSnapshot> ownSeries) {}

    /**
     * @param planner the planner's one question, HedgePlanner::plan
     * @param levels as stored at the last close, or the fold's beginning
     * @param past the journal, this start's first record in it
     */
    public HedgeCycle(Neighbours at, Function<PlanningInput, PlanOutcome> planner, HedgeSettings settings,
            OwnFiles own, LayerLevels levels, List<JournalRecord> past, String build) {
        this.carryOut = at.carryOut();
        this.feed = at.feed();
        this.execution = at.execution();
        this.planner = planner;
        this.settings = settings;
        this.own = own;
        this.ownSeries = at.ownSeries();
        this.diary = RunDiary.of(past);
        this.asked = at.approvals().settings().mode() != ApprovalSettings.Mode.AUTO;
        this.offers = new Offers(at.approvals(), execution, at.ticker(), carryOut, this::tell);
        this.runs = new PlanRuns(diary, execution, at.journal(), build, carryOut, feed, this::snapshot);
        this.settlements = new SettlementRoom(execution, carryOut);
        this.decisions = new DecisionJournal(past, runs::book);
        this.close = new DayClose(runs, settlements, new DayClose.Remembering(diary.memory(), decisions), levels,
                at.safekeeping(), carryOut, feed);
    }

    /** What people did, as the other rooms wrote it down. */
    @Override
    public void written(List<JournalRecord> records) {
        decisions.written(records, heard);
    }

    @Override
    public List<Command> on(Event event, Instant now) {
        heard = now;
        offers.on(event, now);
        switch (event) {
            case Event.Fire f -> fire(f, now);
            case Event.ReadinessChanged r -> {
                feed.accept(new RunEvent.ReadinessSaid(r.level(), r.words()));
                readiness();
            }
            case Event.TruthRead t -> readiness();
            case Event.SnapshotTaken s when snapshots.containsKey(s.token()) ->
                plan(snapshots.remove(s.token()), s, now);
            case Event.ReadFailed f when snapshots.containsKey(f.token()) ->
                failed(snapshots.remove(f.token()), f.because(), now);
            case Event.PlanClosed c -> runs.closed(c, ready, now);
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
        byHand(now);
        begin(now);
        return List.of();
    }

    /** What a journal leaves for the next plan, all surfaces in it. */
    public static Past remembered(List<JournalRecord> records) {
        return Memory.of(records).past(LocalDate.MIN);
    }

    /** Instruments that a decision of some sessions ago is to be marked by on this day; any thread. */
    public List<InstrumentKey> marksWanted(Instant asOf) {
        return decisions.wanted(date(asOf));
    }

    /** The levels as last stored; HedgePlanner.wanted asks for them. */
    public LayerLevels levels() {
        return close.levels();
    }

    /** The plan that waits for an answer, or null. */
    public HedgePlan open() {
        return offers.open();
    }

    /** A plan by hand; valued at the minute begun. Asked before the book is known it begins at the first reading. */
    public CompletableFuture<PlanOutcome> planByHand(Instant now) {
        Wanted wanted = Wanted.of(Event.Job.DAILY, HedgePlan.Kind.BY_HAND, minute(now));
        if (ready) {
            snapshot(wanted);
        } else {
            byHand = wanted.answer();
        }
        return wanted.answer();
    }

    private static Instant minute(Instant now) {
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), 60L) * 60);
    }

    private void byHand(Instant now) {
        if (byHand != null && ready) {
            CompletableFuture<PlanOutcome> answer = byHand;
            byHand = null;
            planByHand(now).whenComplete((outcome, failure) -> {
                if (failure == null) {
                    answer.complete(outcome);
                } else {
                    answer.completeExceptionally(failure);
                }
            });
        }
    }

    public CompletableFuture<Answer> approve(String hash, String who, String how) {
        return offers.approve(hash, who, how);
    }

    public Answer reject(String hash, String who, String how, Instant now) {
        return offers.reject(hash, who, how, now);
    }

    private void fire(Event.Fire fire, Instant now) {
        boolean trades = TradingCalendar.nyse().isTradingDay(date(fire.scheduled()));
        switch (fire.job()) {
            case WEEKLY, EXECUTIONS, BREADTH, BREADTH_LATER -> {
                // The weekly part runs with the first daily cycle of the week; the rest is other rooms'.
            }
            case DAILY -> {
                if (trades) {
                    diary.waiting(fire.scheduled());
                }
            }
            case MARKS -> {
                boolean quiet = snapshots.isEmpty() && runs.quiet() && !diary.due();
                boolean fresh = Duration.between(fire.scheduled(), now).compareTo(MARKS_LIFE) <= 0;
                Ledger ledger = execution.state().ledger();
                boolean held = !ledger.openHedgeLots().isEmpty()
                        || DayClose.lastLook(fire.scheduled()) && !ledger.openBookLots().isEmpty();
                if (trades && ready && quiet && fresh && held) {
                    snapshot(Wanted.of(Event.Job.MARKS, HedgePlan.Kind.MARKS, fire.scheduled()));
                }
            }
            case END_OF_DAY -> {
                if (trades) {
                    endOfDay(Wanted.of(Event.Job.END_OF_DAY, HedgePlan.Kind.MARKS, fire.scheduled()), now);
                }
            }
        }
    }

    /** The picture of another day is not the picture of this close. */
    private void endOfDay(Wanted wanted, Instant now) {
        if (!wanted.date().equals(date(now))) {
            close.end(wanted, "the day had passed when its close could be read; the next plan makes up for its levels"
                    + " from daily bars", now);
        } else if (ready) {
            snapshot(wanted);
        } else {
            close.end(wanted, "not ready: " + execution.state().readiness().words(), now);
        }
    }

    /**
     * A daily run whose time has come begins as soon as the book is known and nothing else is on its way: two plans over
     * one ledger would both spend it. Orders of a plan that a restart broke off come first.
     */
    private void begin(Instant now) {
        Instant due = diary.due() ? diary.takeWaiting() : null;
        if (due == null || diary.dailyDone(date(due))) {
            return;
        }
        if (diary.brokenOff(date(due)) != null) {
            diary.waiting(due);
            if (execution.state().readiness().mayPlan()) {
                brokenOff(diary.brokenOff(date(due)));
                begin(now);
            }
        } else if (RunDiary.missed(due, now)) {
            missed(due);
        } else if (ready && snapshots.isEmpty() && !runs.sending()) {
            boolean first = diary.firstOfWeek(date(due));
            snapshot(Wanted.of(Event.Job.DAILY, first ? HedgePlan.Kind.WEEKLY : HedgePlan.Kind.DAILY, due));
        } else {
            diary.waiting(due);
        }
    }

    private void missed(Instant due) {
        String because = "the window 10:15-11:00 ET had passed when the run could begin";
        runs.book(new JournalRecord.Skip("DAILY", date(due), "MISSED", because));
        runs.outcome(Wanted.of(Event.Job.DAILY, HedgePlan.Kind.DAILY, due), "SKIPPED", null, "MISSED: " + because);
        carryOut.accept(List.of(new Command.Alert("W-MISSED",
                "the daily run of " + date(due) + " is skipped: " + because
                        + " · the next one is the next trading day's; scripts/alvh plan makes one by hand")));
    }

    /** A restart never continues a plan (reliability 5.5): its day ends with what was filled. */
    private void brokenOff(JournalRecord.Plan plan) {
        Wanted run = Wanted.of(Event.Job.DAILY, HedgePlan.Kind.valueOf(plan.kind()), plan.asOf());
        if (plan.orders() == 0) {
            runs.outcome(run, plan.result().equals(PlanRuns.IMPOSSIBLE) ? "SKIPPED" : "DONE", null,
                    "RESTART: there was nothing to send; the daemon stopped before this was written down");
            return;
        }
        boolean filled = execution.state().books().intents().values().stream()
                .filter(i -> i.intent().planHash().equals(plan.planHash()))
                .anyMatch((IntentBook i) -> execution.state().books().filled(i) > 0);
        String because = "RESTART: the daemon stopped while this plan was on its way; what was not sent stays unsent";
        runs.outcome(run, filled ? "PARTIAL" : "SKIPPED", plan.planHash(), because);
        feed.accept(new RunEvent.Noted("Daily run of " + plan.tradeDate() + " " + because));
    }

    /**
     * A plan needs one reading of the book; only sending needs two equal ones. A person's answer takes longer than the
     * second reading; a plan that is released by itself waits for it.
     */
    private void readiness() {
        Readiness readiness = execution.state().readiness();
        boolean read = asked && readiness.level() == Readiness.Level.RECONCILING && execution.state().account() != null;
        ready = readiness.mayPlan() || read;
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

    private void snapshot(Wanted wanted) {
        long token = next++;
        snapshots.put(token, wanted);
        carryOut.accept(List.of(new Command.TakeSnapshot(token, wanted.job(), wanted.asOf())));
    }

    private void failed(Wanted wanted, String because, Instant now) {
        feed.accept(new RunEvent.PlanFailed(wanted.kind(), because));
        if (wanted.job() == Event.Job.END_OF_DAY) {
            close.end(wanted, "no snapshot: " + because, now);
        } else {
            runs.outcome(wanted, "SKIPPED", null, "no snapshot: " + because);
        }
        wanted.answer().completeExceptionally(new IllegalStateException(because));
    }

    private void plan(Wanted wanted, Event.SnapshotTaken taken, Instant now) {
        settlements.read(taken.market(), now).forEach(told -> feed.accept(new RunEvent.Noted(told)));
        PlanningInput input = new PlanningInput(wanted.kind(), ownSeries.apply(taken.market()), taken.account(),
                ledger(taken.account()), close.levels(), own, diary.memory().past(wanted.date()), settings);
        InputArchive.Stored stored = InputArchive.store(input);
        PlanOutcome outcome = planner.apply(InputArchive.reload(stored));
        decisions.sees(input);
        close.look(input, outcome.report());
        if (wanted.job() == Event.Job.END_OF_DAY) {
            close.end(wanted, outcome, now);
        } else {
            if (runs.made(wanted, outcome, stored, taken, now)) {
                decisions.planned(input, outcome);
            }
            if (outcome instanceof PlanOutcome.Planned p && runs.begin(p, wanted)) {
                offers.offer(p.plan(), p.report().budget(), now);
            }
        }
        wanted.answer().complete(outcome);
    }

    /** Sees every run event of an offer on its way out. */
    private void tell(RunEvent event) {
        feed.accept(event);
        if (event instanceof RunEvent.OfferEnded ended) {
            if (ended.how().equals("REJECTED")) {
                decisions.vetoed(ended.plan(), ended.because(), heard);
            }
            runs.ended(ended, ready);
        } else if (event instanceof RunEvent.Released released) {
            runs.released(released.plan(), released.approver());
        }
    }

    private static LocalDate date(Instant at) {
        return at.atZone(TradingCalendar.NEW_YORK).toLocalDate();
    }
}

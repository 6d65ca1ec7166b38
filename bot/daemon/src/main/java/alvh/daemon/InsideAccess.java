package alvh.daemon;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import alvh.daemon.audit.AuditLog;
import alvh.daemon.broker.ClientInUse;
import alvh.daemon.config.Setting;
import alvh.daemon.console.RunText;
import alvh.daemon.desk.Event;
import alvh.daemon.execution.ExecutionState;
import alvh.daemon.execution.Readiness;
import alvh.daemon.ops.Access;
import alvh.daemon.ops.Stop;
import alvh.planner.ledger.Ledger;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanOutcome;

/** What verbs see and do in a running daemon: published views, and requests on the desk's thread. Any thread. */
final class InsideAccess implements Access {

    private static final long PATIENCE_SECONDS = 45;
    private static final int SCREEN = 100;
    private static final long LOOK_PATIENCE_SECONDS = 5;

    private final Wiring wiring;
    /** Asked once: the jar may be taken away while this runs. */
    private final String client = ClientInUse.find().words();

    InsideAccess(Wiring wiring) {
        this.wiring = wiring;
    }

    private ExecutionState state() {
        return wiring.execution().state();
    }

    @Override
    public Status status() {
        ExecutionState s = state();
        HedgePlan open = wiring.cycle().open();
        return new Status(true, wiring.settings().accountId(), wiring.settings().accountKind().word(),
                wiring.settings().text(Setting.APPROVAL_MODE), s.readiness().level().name(), s.readiness().words(),
                s.killed() ? "yes: " + wiring.killFile().text() : "", plan(open, s),
                open == null || s.killed() ? "" : open.hash(),
                RunText.working(s), List.copyOf(s.halts().values()), wiring.audit().lastLsn(),
                wiring.home().folder().toString(), client);
    }

    /** The plan that waits, which a kill makes void, or the one whose orders are at work. */
    static String plan(HedgePlan open, ExecutionState s) {
        return open == null
                ? s.runs().keySet().stream().findFirst().map(h -> "released " + h.substring(0, 12)).orElse("")
                : (s.killed() ? "void while killed: " : "waits for an answer: ") + open.shortHash() + ", worst case "
                        + open.worstCase().text();
    }

    @Override
    public Ledger ledger() {
        return state().ledger();
    }

    @Override
    public List<Case> cases() {
        return RunText.cases(state());
    }

    /** Whoever looks sees all that the desk has said by now; a journal that is lost shows what it has. */
    @Override
    public AuditLog audit() {
        if (!wiring.ended().isDone()) {
            wiring.desk().submit(wiring::written).thenCompose(w -> w)
                    .completeOnTimeout(null, LOOK_PATIENCE_SECONDS, TimeUnit.SECONDS).exceptionally(e -> null).join();
        }
        return wiring.audit();
    }

    @Override
    public Answer approve(String hash, String who) {
        return onDesk(() -> wiring.cycle().approve(hash, who, "command line"));
    }

    @Override
    public Answer reject(String hash, String who) {
        return onDesk(() -> CompletableFuture
                .completedFuture(wiring.cycle().reject(hash, who, "command line", wiring.clock().now())));
    }

    @Override
    public Answer decide(int caseId, String choice, String reason, String who) {
        Case found = cases().stream().filter(c -> c.id() == caseId).findFirst().orElse(null);
        if (found == null) {
            return new Answer(9, "E-CASE  no open case " + caseId + " · see: scripts/alvh cases");
        }
        if (found.choices().stream().noneMatch(c -> c.equals(choice) || amount(c, choice))) {
            return new Answer(9,
                    "E-CASE-CHOICE  got " + choice + " · expected one of " + String.join(" | ", found.choices()));
        }
        wiring.post(new Event.Decide(caseId, choice, reason, who));
        return new Answer(0, "case " + caseId + ": " + choice + ", journalled");
    }

    /** A choice with an amount, like {@code value 125.00}. */
    private static boolean amount(String offered, String choice) {
        return offered.endsWith(" AMOUNT")
                && choice.matches(offered.substring(0, offered.length() - 6) + "\\d{1,7}(\\.\\d{1,4})?");
    }

    @Override
    public Answer kill(String who, String why, boolean everything) {
        wiring.closeGate();
        try {
            wiring.killFile().write(who, why);
        } catch (IOException e) {
            wiring.feed().alert("W-KILL-FILE", "the KILL file could not be written: " + e.getMessage());
        }
        if (everything) {
            wiring.post(new Event.KillEverything(who, why));
        } else if (!state().killed()) {
            wiring.post(new Event.Kill(who, why));
        }
        List<String> working = RunText.working(state());
        boolean up = state().readiness().level() != Readiness.Level.DOWN;
        String ours = working.isEmpty()
                ? "none of our orders is known to work now"
                : (up
                        ? "our working orders are being cancelled: "
                        : "there is no session, so these may still work at the broker, cancel them in TWS: ")
                        + String.join("; ", working);
        return new Answer(0, "killed: no order byte leaves any more; " + ours);
    }

    @Override
    public Answer resume(String who, String why) {
        if (!state().killed() && state().halts().isEmpty() && !wiring.killFile().present()) {
            return new Answer(9, "E-RESUME  nothing is killed or halted · nothing was resumed");
        }
        try {
            wiring.killFile().remove();
        } catch (IOException e) {
            return new Answer(8,
                    "E-KILL-FILE  the KILL file could not be removed: " + e.getMessage() + " · still killed");
        }
        wiring.post(new Event.Resume(who, why));
        return new Answer(0, "resumed");
    }

    @Override
    public Answer plan(boolean json) {
        if (!state().mayPlan()) {
            return new Answer(9, "E-NOT-READY  " + state().readiness().words() + " · no plan was made");
        }
        PlanOutcome outcome = wait(wiring.desk().submit(() -> wiring.cycle().planByHand(wiring.clock().now())));
        return new Answer(0, json
                ? RunText.json(outcome)
                : String.join("\n", RunText.plan(outcome, SCREEN)) + next(outcome));
    }

    /** What a person can do with the plan just made. */
    private String next(PlanOutcome outcome) {
        if (!(outcome instanceof PlanOutcome.Planned planned)) {
            return "";
        }
        HedgePlan open = wiring.cycle().open();
        String blocked = state().notReady(false).map(why -> "\nIt cannot be approved now: " + why).orElse("");
        return open != null && open.hash().equals(planned.plan().hash())
                ? "It waits 300 s for: scripts/alvh approve " + open.shortHash() + blocked
                : "It is not offered for approval (" + wiring.settings().text(Setting.APPROVAL_MODE)
                        + "): scripts/alvh status and audit list --type PLAN_STATE say more" + blocked;
    }

    /** Starts a plan by hand without waiting; it comes through the feed. */
    void askForPlan() {
        wiring.desk().submit(() -> wiring.cycle().planByHand(wiring.clock().now()));
    }

    private Answer onDesk(Callable<CompletableFuture<Answer>> request) {
        return wait(wiring.desk().submit(request));
    }

    private static <T> T wait(CompletableFuture<CompletableFuture<T>> answer) {
        try {
            return answer.thenCompose(a -> a).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(70, "E-INTERNAL  interrupted");
        } catch (ExecutionException e) {
            throw new Stop(9, "E-REFUSED  " + e.getCause().getMessage());
        } catch (TimeoutException e) {
            throw new Stop(9, "E-SLOW  no answer within " + PATIENCE_SECONDS
                    + " s; look at scripts/alvh status before you try again");
        }
    }
}

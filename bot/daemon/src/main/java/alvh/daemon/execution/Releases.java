package alvh.daemon.execution;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlannedOrder;

/**
 * A released plan, step after step in its own order: sales first, then L1, L2, L3. A step outside tolerance closes itself
 * and all behind it; released steps live 30 minutes (promise 13).
 */
final class Releases {

    private static final int LIFE_SECONDS = 30 * 60;

    private Releases() {}

    static void release(Turn turn, Event.Release e) {
        HedgePlan plan = e.plan();
        PlanFate fate = turn.books.plans().get(plan.hash());
        if (turn.runs.containsKey(plan.hash()) || fate != null && fate.used()) {
            turn.alert("E-APPR-USED", "plan " + plan.shortHash() + " was released before; nothing is sent twice");
            return;
        }
        turn.record(
                new JournalRecord.PlanState(plan.hash(), PlanFate.RELEASED, turn.now, "approved by " + e.approver()));
        Run run = Run.of(plan, e.budget(), e.approver());
        turn.runs.put(plan.hash(), run);
        if (!turn.readiness.maySend()) {
            refuse(turn, run, new Refused(Refused.Code.NOT_READY, turn.readiness.words()));
            return;
        }
        if (!plan.tradeDate().equals(turn.today())) {
            refuse(turn, run, new Refused(Refused.Code.LIFE_OVER, "the plan is for " + plan.tradeDate()));
            return;
        }
        turn.timer("plan:" + plan.hash(), LIFE_SECONDS);
        pump(turn, run);
    }

    /** Readiness came back, or an order ended: go on where something can go on. */
    static void pumpAll(Turn turn) {
        for (Run run : List.copyOf(turn.runs.values())) {
            pump(turn, run);
        }
    }

    static void pump(Turn turn, Run run) {
        Run now = run;
        while (now.idle() && now.closing() == null && !now.finished()) {
            PlannedOrder order = now.step();
            boolean ready = order.dependsOn() == 0 || "FILLED".equals(now.results().get(order.dependsOn()));
            if (ready) {
                break;
            }
            now = now.ended("DEPENDS_ON_" + order.dependsOn());
            turn.runs.put(now.hash(), now);
        }
        if (!now.idle()) {
            return;
        }
        if (now.finished() || now.closing() != null) {
            finish(turn, now);
        } else if (turn.readiness.maySend()) {
            Sends.prove(turn, now);
        }
    }

    /** The current step ends; a failure of the broker's or of ours ends those behind it too. */
    static void stepEnded(Turn turn, Run run, String result) {
        boolean goesOn = switch (result) {
            case "FILLED", "PARTIAL", "UNFILLED" -> true;
            default -> false;
        };
        Run next = (goesOn ? run : run.closing(result)).ended(result);
        turn.runs.put(next.hash(), next);
        pump(turn, next);
    }

    static void refuse(Turn turn, Run run, Refused refused) {
        Run closing = new Run(run.plan(), run.budget(), run.approver(), run.index(), run.intentId(), run.rung(), 0,
                run.closing(), run.results()).closing(refused.code() + ": " + refused.because());
        turn.runs.put(run.hash(), closing);
        turn.command(new Command.Progress(run.intentId() == null ? "" : run.intentId(),
                "step " + run.step().step() + " is not sent: " + refused.code() + ", " + refused.because()));
        if (closing.intentId() == null) {
            finish(turn, closing);
            return;
        }
        Intents.after(turn, closing.intentId());
    }

    /** The time of a released plan is over, or a switch was thrown: what works is cancelled, the rest never begins. */
    static void close(Turn turn, Run run, String because) {
        Run closing = run.closing(because);
        boolean asking = closing.proving() != 0;
        if (asking) {
            turn.stopTimer("prove:" + run.hash());
            refuse(turn, closing, new Refused(Refused.Code.LIFE_OVER, because));
            return;
        }
        turn.runs.put(run.hash(), closing);
        if (closing.intentId() == null) {
            finish(turn, closing);
            return;
        }
        for (Attempt attempt : turn.books.attemptsOf(turn.books.intents().get(closing.intentId()))) {
            Walker.cancel(turn, attempt, because);
        }
    }

    private static void finish(Turn turn, Run run) {
        List<Integer> left = run.plan().orders().stream().map(PlannedOrder::step)
                .filter(step -> !run.results().containsKey(step)).toList();
        boolean all = left.isEmpty() && run.results().values().stream().allMatch("FILLED"::equals);
        boolean any = run.results().values().stream().anyMatch(r -> r.equals("FILLED") || r.equals("PARTIAL"));
        String result = all ? "DONE" : any ? "PARTIAL" : "NOT_SENT";
        String because = all ? "every step is filled" : words(run);
        turn.record(new JournalRecord.PlanState(run.hash(), PlanFate.DONE, turn.now, result + ": " + because));
        turn.stopTimer("plan:" + run.hash());
        turn.runs.remove(run.hash());
        turn.post(new Event.PlanClosed(run.hash(), result, because, tolerance(run) ? left : List.of()));
        if (turn.stopping == null) {
            turn.force();
        }
    }

    /** Only a market that moved is answered with a new plan; limits, halts and people are not asked again by themselves. */
    private static boolean tolerance(Run run) {
        return run.closing() != null && Stream.of(Refused.Code.DRIFTED, Refused.Code.COLLAR, Refused.Code.QUOTE,
                Refused.Code.WIDE).anyMatch(code -> run.closing().startsWith(code + ":"));
    }

    private static String words(Run run) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<Integer, String> each : run.results().entrySet()) {
            text.append("step ").append(each.getKey()).append(' ').append(each.getValue()).append("; ");
        }
        return text.append(run.closing() == null ? "" : run.closing()).toString();
    }
}

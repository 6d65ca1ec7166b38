package alvh.daemon.console;

import java.util.List;
import java.util.stream.Collectors;

import alvh.daemon.cycle.RunEvent;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The unattended daemon's screen: the same events as log lines. */
public final class RunLog {

    private static final Logger LOG = LoggerFactory.getLogger("alvh.run");

    private static final int WIDTH = 80;

    private RunLog() {}

    public static void line(RunEvent event) {
        switch (event) {
            case RunEvent.Connected c ->
                LOG.info("connected: account {}, server version {}, clock skew {} ms{}", c.account(),
                        c.serverVersion(), c.clockSkewMillis(), c.readOnly() ? ", Read-Only API" : "");
            case RunEvent.Disconnected d ->
                LOG.warn("connection lost: {}; nothing is sent, next try in {} s", d.because(),
                        d.reconnectInMillis() / 1000);
            case RunEvent.ReadinessSaid r -> LOG.info("state {}: {}", r.level(), r.words());
            case RunEvent.PlanMade p -> made(p);
            case RunEvent.PlanFailed f -> LOG.warn("no {} plan: {}", f.kind(), f.because());
            case RunEvent.Offered o ->
                LOG.info("plan {} waits 300 s for: scripts/alvh approve {}", o.plan().shortHash(),
                        o.plan().shortHash());
            case RunEvent.OfferEnded e -> LOG.info("plan {} {}: {}", e.plan().shortHash(), e.how(), e.because());
            case RunEvent.Released r -> LOG.info("plan {} released by {}", r.plan().shortHash(), r.approver());
            case RunEvent.OrderMoved m -> LOG.debug("order {}: {}", m.intentId(), m.text());
            case RunEvent.PlanClosed c ->
                LOG.info("plan {} {}: {}", c.planHash().substring(0, 12), c.result(), c.because());
            case RunEvent.Noted n -> LOG.info("{}", n.text());
            case RunEvent.Alerted a -> LOG.debug("alert {}: {}", a.code(), a.text());
            case RunEvent.Ended e -> LOG.info("ended with exit code {}: {}", e.exitCode(), e.because());
        }
    }

    private static void made(RunEvent.PlanMade made) {
        boolean planned = made.outcome() instanceof PlanOutcome.Planned;
        if (!planned && made.kind() == HedgePlan.Kind.MARKS) {
            LOG.debug("marks: no rung is reached");
            return;
        }
        LOG.info("{} run: {}", made.kind(), switch (made.outcome()) {
            case PlanOutcome.Planned p -> p.plan().orders().size() + " orders are planned";
            case PlanOutcome.NothingToDo n -> "nothing to do: " + codes(n.reasons());
            case PlanOutcome.Impossible i -> "no decision is possible: " + codes(i.reasons());
        });
        // The question's heading is for people who are asked; who is asked, if anybody, the next line says.
        RunText.plan(made.outcome(), WIDTH).stream().map(line -> line.replace(RunText.ASKING, "").stripTrailing())
                .forEach(LOG::info);
    }

    /** The reasons' codes, each once; the sentences follow on the screen below. */
    private static String codes(List<Refusal> reasons) {
        return reasons.stream().map(r -> r.code().name()).distinct().collect(Collectors.joining(", "));
    }
}

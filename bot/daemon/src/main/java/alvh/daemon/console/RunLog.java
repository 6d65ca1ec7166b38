package alvh.daemon.console;

import alvh.daemon.cycle.RunEvent;
import alvh.planner.plan.PlanOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The unattended daemon's screen: the same events as log lines. */
public final class RunLog {

    private static final Logger LOG = LoggerFactory.getLogger("alvh.run");

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
        if (made.outcome() instanceof PlanOutcome.Planned || LOG.isDebugEnabled()) {
            RunText.plan(made.outcome(), 80).forEach(LOG::info);
        } else {
            String reasons = switch (made.outcome()) {
                case PlanOutcome.Planned p -> "";
                case PlanOutcome.NothingToDo n -> "nothing to do: " + n.reasons();
                case PlanOutcome.Impossible i -> "no decision is possible: " + i.reasons();
            };
            LOG.info("{} run: {}", made.kind(), reasons);
        }
    }
}

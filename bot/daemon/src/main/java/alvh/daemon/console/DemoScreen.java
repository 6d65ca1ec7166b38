package alvh.daemon.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;

import alvh.daemon.approval.Slack;
import alvh.daemon.cycle.RunEvent;
import alvh.daemon.desk.Ports;
import alvh.daemon.execution.ExecutionState;
import alvh.daemon.execution.Readiness;
import alvh.daemon.ops.Access;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanOutcome;

/**
 * A run on a terminal: what came, the screens, the question, the orders, the ledger after. It reads the feed and asks
 * through the same doors as every verb; it decides nothing.
 */
public final class DemoScreen {

    /** How the run is to be answered. */
    public enum Answering {
        ASK, YES, DRY_RUN
    }

    /**
     * Where the screen gets its facts.
     *
     * @param input null when there is no terminal to ask at
     * @param err where a run that cannot go on says why, whole, also beside JSON
     * @param ticker elapsed time, for the patience with a gateway that does not come
     * @param reconciled asks for a fresh reading of the broker and waits for it
     */
    public record Sources(Feed feed, Access access, Supplier<ExecutionState> state, Runnable reconciled,
            BufferedReader input,
            PrintWriter out, PrintWriter err, Ports.Ticker ticker) {}

    private static final int REFUSED = 9;
    private static final int NO_GATEWAY = 15;
    private static final long GATEWAY_PATIENCE_NANOS = 30_000_000_000L;

    private final Sources from;
    private final Answering answering;
    private final boolean json;
    private final int width;
    private final String gateway;
    private final String version;
    private final String mode;
    private final Runnable planByHand;
    private final Question question;
    private int plansLeft;
    private RunEvent.Connected session;
    private String noSession = "the gateway has not answered yet";
    private PlanOutcome.Planned current;
    private Integer exitCode;
    private boolean recorded;

    /**
     * @param plans how many plans to follow to their end before the run is over
     * @param planByHand asks for a plan once one may be made, or null to wait for the schedule
     */
    public DemoScreen(Sources from, Answering answering, boolean json, int width, String gateway, String version,
            String mode,
            int plans, Runnable planByHand) {
        this.from = from;
        this.answering = answering;
        this.json = json;
        this.width = width;
        this.gateway = gateway;
        this.version = version;
        this.mode = mode;
        this.plansLeft = plans;
        this.planByHand = planByHand;
        this.question = new Question(from, answering, width, json);
    }

    /** Runs until the story is over; gives the exit code. */
    public int run() throws InterruptedException, IOException {
        long begun = from.ticker().nanos();
        while (exitCode == null) {
            RunEvent event = from.feed().next(1000);
            if (event != null) {
                show(event);
                from.out().flush();
            }
            if (session == null && exitCode == null && from.ticker().nanos() - begun > GATEWAY_PATIENCE_NANOS) {
                stop(NO_GATEWAY, "E-GATEWAY  no session within 30 s · " + noSession + " · nothing was sent");
            }
        }
        return exitCode;
    }

    private void stop(int code, String because) {
        from.err().println(because);
        exitCode = code;
    }

    /** Whether the question stands unanswered; any thread. */
    public boolean asking() {
        return question.asking();
    }

    private void say(String line) {
        if (!json) {
            Text.unfold(line, width).forEach(from.out()::println);
        }
    }

    /** A sentence of any length. */
    private void tell(String indent, String text) {
        Text.wrap(indent, text, width).forEach(this::say);
    }

    /** The order's reference, and under it what does not fit beside it. */
    private void moved(String text) {
        int end = Math.max(0, text.indexOf("  "));
        String words = text.substring(end).strip();
        int detail = words.contains(" sending at ") ? words.indexOf(" (") : -1;
        tell("   " + text.substring(0, end) + "  ", detail < 0 ? words : words.substring(0, detail));
    }

    private void show(RunEvent event) throws InterruptedException, IOException {
        switch (event) {
            case RunEvent.Connected c -> {
                session = c;
                say("Connected to " + gateway + ", account " + c.account() + (c.readOnly() ? " (Read-Only API)" : "")
                        + "; reading book and market ...");
                if (c.readOnly()) {
                    tell("   ", Readiness.READ_ONLY_GATEWAY);
                }
                if (planByHand != null && current == null) {
                    planByHand.run();
                }
            }
            case RunEvent.Disconnected d -> {
                noSession = d.because();
                tell("", (session == null ? "No connection: " : "Connection lost: ") + d.because()
                        + "; nothing is sent, next try in " + d.reconnectInMillis() / 1000 + " s");
            }
            case RunEvent.ReadinessSaid r ->
                tell("", "State " + r.level() + (r.words().isEmpty() ? "" : ": " + r.words()));
            case RunEvent.PlanMade p -> planMade(p);
            case RunEvent.PlanFailed f -> say("No plan: " + f.because());
            case RunEvent.Offered o -> question.ask(o.plan(), current.report()).ifPresent(code -> exitCode = code);
            case RunEvent.OfferEnded e -> offerEnded(e);
            case RunEvent.Released r -> {
                say("");
                say("6  THE ORDERS");
            }
            case RunEvent.OrderMoved m -> {
                if (!m.intentId().isEmpty()) {
                    moved(m.text());
                }
            }
            case RunEvent.PlanClosed c -> planClosed(c);
            case RunEvent.Noted n -> tell("", n.text());
            case RunEvent.Alerted a -> tell("!  ", a.code() + "  " + a.text());
            case RunEvent.Ended e when e.exitCode() != 0 -> stop(e.exitCode(), e.because());
            case RunEvent.Ended e -> {
                say(e.because());
                exitCode = e.exitCode();
            }
        }
    }

    private void planMade(RunEvent.PlanMade made) {
        current = made.outcome() instanceof PlanOutcome.Planned p ? p : null;
        boolean marks = made.kind() == HedgePlan.Kind.MARKS;
        if (json) {
            from.out().println(RunText.json(made.outcome()));
        } else if (marks) {
            say("");
            RunText.marks(made, width).forEach(this::say);
        } else {
            say("");
            RunText.header(made, session, gateway, version, mode, from.access().status().records(), width)
                    .forEach(this::say);
            RunText.plan(made.outcome(), width).forEach(this::say);
        }
        if (current == null && !marks) {
            end();
        }
    }

    /** What the answer to the question has not said already. */
    private void offerEnded(RunEvent.OfferEnded ended) {
        String text = "plan " + ended.plan().shortHash() + " " + ended.how() + ": " + ended.because();
        if (answering == Answering.DRY_RUN) {
            say("   Dry run: plan " + ended.plan().shortHash() + " is recorded, nothing was sent.");
            end();
        } else if (ended.how().startsWith("E-")) {
            tell("   ", text + " · nothing was sent");
            stop(REFUSED, text);
        } else if (!ended.how().equals("DRIFTED") && !ended.how().equals("REJECTED")) {
            tell("   ", text);
        }
    }

    private void planClosed(RunEvent.PlanClosed closed) {
        from.reconciled().run();
        ExecutionState state = from.state().get();
        say("");
        RunText.settled(state, closed.planHash(), width).forEach(this::say);
        tell("   ", closed.result() + (closed.because().isEmpty() ? "" : ": " + closed.because()));
        if (current != null && state.account() != null) {
            Usd left = Slack.of(current.report().budget(), state.ledger(), state.account().at());
            RunText.money(state, current.plan(), left).forEach(line -> tell("   ", line));
        }
        String difference = RunText.difference(state);
        tell("   ", difference == null
                ? "Your account and this ledger agree: " + RunText.hedge(state.ledger()) + "."
                : "Your account and this ledger DIFFER: " + difference);
        if (--plansLeft <= 0) {
            end();
        } else {
            say("");
            tell("", "The story goes on: " + plansLeft + " more plan" + (plansLeft == 1 ? "" : "s")
                    + ", when the five-minute marks find a rung. Ctrl-C ends it here.");
        }
    }

    private void end() {
        try {
            var verified = from.access().audit().verify();
            String home = from.access().status().home();
            say("");
            say(verified.damage() == null
                    ? "   Everything above is on record: " + verified.records() + " records, chain head "
                            + verified.head().substring(0, 4) + "…" + verified.head().substring(60) + ", verified."
                    : "   The journal is DAMAGED: " + verified.damage());
            say("   Look again:  scripts/alvh positions --home " + home);
            for (String verb : List.of("explain", "audit list")) {
                say("                scripts/alvh " + verb + " --home " + home);
            }
            recorded = true;
            exitCode = verified.damage() == null ? 0 : 7;
        } catch (IOException e) {
            say("   The checkpoint file cannot be read: " + e.getMessage());
            exitCode = 7;
        }
    }
}

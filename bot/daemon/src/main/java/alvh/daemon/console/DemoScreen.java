package alvh.daemon.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
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
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.Refusal;

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

    private static final int PERSON_SAID_NO = 5;
    private static final int NO_GATEWAY = 15;
    private static final long GATEWAY_PATIENCE_NANOS = 30_000_000_000L;
    private static final long READY_PATIENCE_MILLIS = 90_000;

    private final Sources from;
    private final Answering answering;
    private final boolean json;
    private final int width;
    private final String gateway;
    private final String version;
    private final String mode;
    private final Runnable planByHand;
    private volatile boolean asking;
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
        return asking;
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

    private void show(RunEvent event) throws InterruptedException, IOException {
        switch (event) {
            case RunEvent.Connected c -> {
                session = c;
                say("Connected to " + gateway + ", account " + c.account() + (c.readOnly() ? " (Read-Only API)" : "")
                        + "; reading book and market ...");
                if (c.readOnly()) {
                    tell("   ", Readiness.READ_ONLY_GATEWAY);
                }
            }
            case RunEvent.Disconnected d -> {
                noSession = d.because();
                tell("", (session == null ? "No connection: " : "Connection lost: ") + d.because()
                        + "; nothing is sent, next try in " + d.reconnectInMillis() / 1000 + " s");
            }
            case RunEvent.ReadinessSaid r -> readiness(r);
            case RunEvent.PlanMade p -> planMade(p);
            case RunEvent.PlanFailed f -> say("No plan: " + f.because());
            case RunEvent.Offered o -> ask(o.plan());
            case RunEvent.OfferEnded e -> offerEnded(e);
            case RunEvent.Released r -> {
                say("");
                say("6  THE ORDERS");
            }
            case RunEvent.OrderMoved m -> {
                if (!m.intentId().isEmpty()) {
                    say("   " + m.text());
                }
            }
            case RunEvent.PlanClosed c -> planClosed(c);
            case RunEvent.Alerted a -> tell("!  ", a.code() + "  " + a.text());
            case RunEvent.Ended e when e.exitCode() != 0 -> stop(e.exitCode(), e.because());
            case RunEvent.Ended e -> {
                say(e.because());
                exitCode = e.exitCode();
            }
        }
    }

    private void readiness(RunEvent.ReadinessSaid said) {
        tell("", "State " + said.level() + (said.words().isEmpty() ? "" : ": " + said.words()));
        if (planByHand != null && current == null && from.state().get().mayPlan()) {
            planByHand.run();
        }
    }

    private void planMade(RunEvent.PlanMade made) {
        current = made.outcome() instanceof PlanOutcome.Planned p ? p : null;
        if (json) {
            from.out().println(RunText.json(made.outcome()));
        } else {
            say("");
            RunText.header(made, session, gateway, version, mode, from.access().status().records(), width)
                    .forEach(this::say);
            RunText.plan(made.outcome(), width).forEach(this::say);
        }
        if (current == null && made.kind() != HedgePlan.Kind.MARKS) {
            end();
        }
    }

    private void ask(HedgePlan plan) throws IOException, InterruptedException {
        if (answering == Answering.YES) {
            say("   approve / reject / why N / quit ?  approve (--yes)");
            approve(plan);
            return;
        }
        if (from.input() == null) {
            say("   There is no terminal to ask at: nothing was sent. Use --yes to approve, --dry-run to look only.");
            exitCode = PERSON_SAID_NO;
            return;
        }
        boolean open = true;
        while (open && exitCode == null) {
            from.out().print("   approve / reject / why N / quit ?  ");
            from.out().flush();
            asking = true;
            String line = from.input().readLine();
            asking = false;
            open = answer(plan, line == null ? "quit" : line.strip().toLowerCase(Locale.ROOT));
        }
    }

    /** False when the question is answered. */
    private boolean answer(HedgePlan plan, String word) throws InterruptedException {
        if (word.equals("approve")) {
            approve(plan);
            return false;
        } else if (word.equals("reject")) {
            say("   " + from.access().reject(plan.hash(), "terminal").text());
            exitCode = PERSON_SAID_NO;
            return false;
        } else if (word.equals("quit") || word.equals("q")) {
            say("   Nothing was sent.");
            exitCode = PERSON_SAID_NO;
            return false;
        } else if (word.startsWith("why")) {
            why(plan, word.substring(3).strip());
            return true;
        }
        say("   Type approve to send exactly plan " + plan.shortHash()
                + ", reject or quit to send nothing, why N or why all.");
        return true;
    }

    private void why(HedgePlan plan, String which) {
        if (which.equals("all") || which.isEmpty()) {
            for (Refusal r : current.report().rejected()) {
                Text.wrap("   " + r.code() + "  ", r.subject() + ": " + r.because(), width).forEach(this::say);
            }
            return;
        }
        plan.orders().stream().filter(o -> String.valueOf(o.step()).equals(which)).findFirst().ifPresentOrElse(
                o -> Text.wrap("   ", o.words() + " because " + because(o) + "; rungs " + rungs(o), width)
                        .forEach(this::say),
                () -> say("   There is no order " + which + "; 1 to " + plan.orders().size() + ", or all."));
    }

    /** An order without a reason of its own has its layer's. */
    private String because(PlannedOrder order) {
        if (!order.because().isEmpty()) {
            return order.because();
        }
        return current.report().layers().stream().filter(d -> d.layer() == order.layer())
                .map(d -> order.layer().word() + " is " + d.now() + ": " + d.because()).findFirst()
                .orElse("its layer says so");
    }

    private static String rungs(PlannedOrder order) {
        return String.join(", ", order.ladder().rungs().stream().map(p -> p.text()).toList());
    }

    private void approve(HedgePlan plan) throws InterruptedException {
        waitUntilReady();
        Access.Answer answer = from.access().approve(plan.hash(), "terminal");
        boolean again = answer.text().startsWith("E-APPR-DRIFTED");
        if (answer.exitCode() == 0 || again) {
            tell("   ", answer.text());
        } else {
            stop(answer.exitCode(), answer.text());
        }
    }

    /** A plan needs the book; sending needs two equal readings of the broker, which may still be under way. */
    private void waitUntilReady() throws InterruptedException {
        long waited = 0;
        while (mayBecomeReady() && waited < READY_PATIENCE_MILLIS && exitCode == null) {
            RunEvent event = from.feed().next(250);
            waited += 250;
            if (event instanceof RunEvent.ReadinessSaid r) {
                tell("   ", "state " + r.level() + ": " + r.words());
            } else if (event instanceof RunEvent.Ended e) {
                stop(e.exitCode(), e.because());
            }
        }
    }

    private boolean mayBecomeReady() {
        Readiness now = from.state().get().readiness();
        return !now.maySend() && now.level() != Readiness.Level.READ_ONLY;
    }

    private void offerEnded(RunEvent.OfferEnded ended) {
        say("   plan " + ended.plan().shortHash() + " " + ended.how() + ": " + ended.because());
        if (answering == Answering.DRY_RUN) {
            say("   Dry run: nothing was sent.");
            end();
        }
    }

    private void planClosed(RunEvent.PlanClosed closed) {
        from.reconciled().run();
        ExecutionState state = from.state().get();
        say("");
        RunText.settled(state, closed.planHash(), width).forEach(this::say);
        say("   " + closed.result() + (closed.because().isEmpty() ? "" : ": " + closed.because()));
        if (current != null) {
            Usd left = Slack.of(current.report().budget(), state.ledger(), state.account().at());
            say("   paid " + RunText.paid(state, closed.planHash()).text() + " with fees, worst case was "
                    + current.plan().worstCase().text() + " · reserved "
                    + state.ledger().reserved().text()
                    + " · left " + left.text());
        }
        String difference = RunText.difference(state);
        say(difference == null
                ? "   Your account and this ledger agree: " + RunText.hedge(state.ledger()) + "."
                : "   Your account and this ledger DIFFER: " + difference);
        if (--plansLeft <= 0) {
            end();
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
            for (String verb : List.of("audit list", "positions", "status")) {
                say("   Look again:  scripts/alvh " + verb + " --home " + home);
            }
            recorded = true;
            exitCode = verified.damage() == null ? 0 : 7;
        } catch (IOException e) {
            say("   The checkpoint file cannot be read: " + e.getMessage());
            exitCode = 7;
        }
    }
}

package alvh.daemon.console;

import java.io.IOException;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;

import alvh.daemon.cycle.RunEvent;
import alvh.daemon.execution.Readiness;
import alvh.daemon.ops.Access;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.money.Price;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.Refusal;

/** The one question of a run: approve, reject, why, quit. */
final class Question {

    private static final int PERSON_SAID_NO = 5;
    private static final long READY_PATIENCE_MILLIS = 90_000;
    private static final String ASK = "   approve / reject / why N / quit ?  ";

    private final DemoScreen.Sources from;
    private final DemoScreen.Answering answering;
    private final int width;
    private final boolean json;
    private volatile boolean asking;

    Question(DemoScreen.Sources from, DemoScreen.Answering answering, int width, boolean json) {
        this.from = from;
        this.answering = answering;
        this.width = width;
        this.json = json;
    }

    /** Whether it stands unanswered; any thread. */
    boolean asking() {
        return asking;
    }

    private void say(String text) {
        if (!json) {
            Text.wrap("   ", text, width).forEach(from.out()::println);
        }
    }

    /** The exit code when the answer ends the run. */
    OptionalInt ask(HedgePlan plan, PlanReport report) throws IOException, InterruptedException {
        if (answering == DemoScreen.Answering.YES) {
            if (!json) {
                from.out().println(ASK + "approve (--yes)");
            }
            return approve(plan);
        }
        if (from.input() == null) {
            say("There is no terminal to ask at: nothing was sent. Use --yes to approve, --dry-run to look only.");
            return OptionalInt.of(PERSON_SAID_NO);
        }
        while (true) {
            from.out().print(ASK);
            from.out().flush();
            asking = true;
            String line = from.input().readLine();
            asking = false;
            String word = line == null ? "quit" : line.strip().toLowerCase(Locale.ROOT);
            switch (word) {
                case "approve" -> {
                    return approve(plan);
                }
                case "reject" -> {
                    say(from.access().reject(plan.hash(), "terminal").text());
                    return OptionalInt.of(PERSON_SAID_NO);
                }
                case "quit", "q" -> {
                    say("Nothing was sent.");
                    return OptionalInt.of(PERSON_SAID_NO);
                }
                default -> other(word, plan, report);
            }
        }
    }

    private void other(String word, HedgePlan plan, PlanReport report) {
        if (word.startsWith("why")) {
            why(word.substring(3).strip(), plan, report);
        } else {
            say("Type approve to send exactly plan " + plan.shortHash()
                    + ", reject or quit to send nothing, why N or why all.");
        }
    }

    private void why(String which, HedgePlan plan, PlanReport report) {
        if (which.equals("all") || which.isEmpty()) {
            for (Refusal r : report.rejected()) {
                Text.wrap("   " + r.code() + "  ", r.subject() + ": " + r.because(), width)
                        .forEach(from.out()::println);
            }
            return;
        }
        plan.orders().stream().filter(o -> String.valueOf(o.step()).equals(which)).findFirst().ifPresentOrElse(
                o -> say(o.words() + " because " + o.because() + "; rungs " + rungs(o)),
                () -> say("There is no order " + which + "; 1 to " + plan.orders().size() + ", or all."));
    }

    private static String rungs(PlannedOrder order) {
        return order.ladder().rungs().stream().map(p -> price(order, p)).collect(Collectors.joining(", "));
    }

    /** As a person says it: what a package costs when it is bought, what it brings when it is sold. */
    static String price(PlannedOrder order, Price limit) {
        boolean soldPackage = order.effect() == Effect.CLOSE && order.legs().size() > 1;
        return soldPackage ? new Price(-limit.e4()).text() : limit.text();
    }

    private OptionalInt approve(HedgePlan plan) throws InterruptedException {
        OptionalInt ended = waitUntilReady();
        if (ended.isPresent()) {
            return ended;
        }
        Access.Answer answer = from.access().approve(plan.hash(), "terminal");
        if (answer.exitCode() == 0 || answer.text().startsWith("E-APPR-DRIFTED")) {
            say(answer.text());
            return OptionalInt.empty();
        }
        from.err().println(answer.text());
        return OptionalInt.of(answer.exitCode());
    }

    /** A plan needs the book; sending needs two equal readings of the broker, which may still be under way. */
    private OptionalInt waitUntilReady() throws InterruptedException {
        long waited = 0;
        while (mayBecomeReady() && waited < READY_PATIENCE_MILLIS) {
            RunEvent event = from.feed().next(250);
            waited += 250;
            if (event instanceof RunEvent.ReadinessSaid r) {
                say("State " + r.level() + ": " + r.words());
            } else if (event instanceof RunEvent.Ended e) {
                from.err().println(e.because());
                return OptionalInt.of(e.exitCode());
            }
        }
        return OptionalInt.empty();
    }

    private boolean mayBecomeReady() {
        Readiness now = from.state().get().readiness();
        return !now.maySend() && now.level() != Readiness.Level.READ_ONLY;
    }
}

package alvh.daemon;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import alvh.daemon.cli.Out;
import alvh.daemon.config.Setting;
import alvh.daemon.console.DemoScreen;
import alvh.daemon.console.RunText;
import alvh.daemon.desk.Event;
import alvh.daemon.ops.Signals;
import alvh.planner.market.AccountSnapshot;

/** A daemon watched on a terminal to the end of its story: demo and plan. */
final class Screens {

    private static final int PERSON_SAID_NO = 5;
    private static final int WIDEST = 100;
    private static final long RECONCILE_PATIENCE_NANOS = 20_000_000_000L;

    private final DemoScreen screen;
    private final Out out;

    private Screens(DemoScreen screen, Out out) {
        this.screen = screen;
        this.out = out;
    }

    /** @param byHand ask for a plan as soon as one may be made, instead of waiting for the schedule */
    static Screens of(Daemon daemon, DemoScreen.Answering answering, boolean json, int plans, BufferedReader input,
            Out out,
            boolean byHand) {
        Wiring w = daemon.wiring();
        InsideAccess access = new InsideAccess(w);
        String gateway = (w.settings().accountKind().word().equals("simulated") ? "simulated gateway " : "gateway ")
                + w.settings().text(Setting.GATEWAY_HOST) + ":" + w.settings().whole(Setting.GATEWAY_PORT);
        DemoScreen.Sources sources = new DemoScreen.Sources(w.feed(), access, () -> w.execution().state(),
                () -> reconcile(w), input, out.out(), out.err(), w.ticker());
        return new Screens(new DemoScreen(sources, answering, json, width(), gateway, Wiring.VERSION,
                w.settings().text(Setting.APPROVAL_MODE), plans, byHand ? () -> access.askForPlan() : null), out);
    }

    private static int width() {
        String columns = System.getenv("COLUMNS");
        int width = columns != null && columns.matches("\\d{2,4}") ? Integer.parseInt(columns, 10) : WIDEST;
        return Math.max(80, Math.min(WIDEST, width));
    }

    /** Asks for a fresh reading of the broker and waits until the account is newer than now. */
    private static void reconcile(Wiring w) {
        Instant before = w.clock().now();
        long begun = w.ticker().nanos();
        w.post(new Event.Fire(Event.Job.EXECUTIONS, before));
        while (w.ticker().nanos() - begun < RECONCILE_PATIENCE_NANOS) {
            AccountSnapshot account = w.execution().state().account();
            if (account != null && !account.at().isBefore(before)) {
                return;
            }
            LockSupport.parkNanos(50_000_000L);
        }
    }

    /** Runs the screen; Ctrl-C at the question sends nothing, later it cancels what works. Gives the exit code. */
    int run(Daemon daemon) throws InterruptedException, IOException {
        AtomicInteger interrupted = new AtomicInteger();
        Runnable stop = () -> {
            if (interrupted.getAndIncrement() == 0) {
                Thread thread = new Thread(() -> interrupt(daemon), "stop");
                thread.setDaemon(false);
                thread.start();
            }
        };
        Signals.on("INT", stop);
        Signals.on("TERM", stop);
        int code = screen.run();
        if (interrupted.get() > 0) {
            // The stopping thread ends the process; this one must not run ahead of it.
            Thread.currentThread().join();
        }
        if (!daemon.wiring().ended().isDone()) {
            daemon.stop("the run is over");
        }
        out.out().flush();
        return code;
    }

    /** Ctrl-C: at the question nothing has been sent; later our orders are cancelled first, and what came of them is said. */
    private void interrupt(Daemon daemon) {
        boolean asking = screen.asking();
        say(List.of("", asking
                ? "   Stopped at the question: nothing was sent."
                : "   Stopping: no more orders, ours are being cancelled ..."));
        int code = PERSON_SAID_NO;
        try {
            int ended = daemon.stop("Ctrl-C");
            code = ended == 0 ? PERSON_SAID_NO : ended;
            if (!asking) {
                say(RunText.lastPlan(daemon.wiring().execution().state(), WIDEST));
            }
            say(List.of("   The data is in " + daemon.wiring().home().folder()));
            daemon.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }

    private void say(List<String> lines) {
        lines.forEach(out.out()::println);
        out.out().flush();
    }
}

package alvh.daemon.desk;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.ObjIntConsumer;

/**
 * The one thread that owns all changing state. Everybody else posts: events from the ports, requests from console, CLI and
 * Quartz. Events go to the rooms in the order in which Wiring lists them; each room's commands are carried out at once.
 * {@link #drain} takes the place of the thread in tests and in stepped runs.
 */
public final class Desk {

    private static final int INTERNAL = 70;

    private final Ports.Broker broker;
    private final Ports.Journal journal;
    private final Ports.Timers timers;
    private final Ports.People people;
    private final Ports.ExchangeTime time;
    private final ObjIntConsumer<String> exit;
    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    private List<Handler> rooms = List.of();
    private boolean ended;

    /** @param exit called once with the reason and the exit code, on the desk's thread */
    public Desk(Ports.Broker broker, Ports.Journal journal, Ports.Timers timers, Ports.People people,
            Ports.ExchangeTime time, ObjIntConsumer<String> exit) {
        this.broker = broker;
        this.journal = journal;
        this.timers = timers;
        this.people = people;
        this.time = time;
        this.exit = exit;
    }

    /** The rooms that listen, in order. Before the first event. */
    public void listen(List<Handler> handlers) {
        rooms = List.copyOf(handlers);
    }

    /** From any thread; never blocks. */
    public void post(Event event) {
        queue.add(() -> dispatch(event));
    }

    /**
     * Runs a request on the desk's thread, between two events: console and CLI read views and answer plans this way. What
     * it throws comes out of the future and does not end the desk.
     */
    public <T> CompletableFuture<T> submit(Callable<T> request) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        queue.add(() -> {
            if (ended) {
                answer.completeExceptionally(new IllegalStateException("the daemon is stopping"));
                return;
            }
            try {
                answer.complete(request.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /** Carries out commands of a request on the desk's thread (an approval's records, its release); every room hears them. */
    public void carryOut(List<Command> commands) {
        carryOut(commands, null);
    }

    private void carryOut(List<Command> commands, Handler origin) {
        for (Command command : commands) {
            carryOut(command);
            if (command instanceof Command.Append append) {
                rooms.stream().filter(r -> r != origin).forEach(r -> r.written(append.records()));
            }
        }
    }

    /** Handles events on the calling thread until none is left. */
    public void drain() {
        for (Runnable next = queue.poll(); next != null; next = queue.poll()) {
            next.run();
        }
    }

    /** Handles events on the calling thread until the process ends. */
    public void run() {
        while (!ended) {
            try {
                queue.take().run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                end(INTERNAL, "the desk's thread was interrupted");
            }
        }
        drain();
    }

    private void dispatch(Event event) {
        for (Handler room : rooms) {
            if (ended) {
                return;
            }
            try {
                carryOut(room.on(event, time.now()), room);
            } catch (RuntimeException | Error broken) {
                broken(event, broken);
            }
        }
    }

    /** A wrong state is worse than no service: no more orders, say so, leave. */
    private void broken(Event event, Throwable fault) {
        String because = fault + " while handling " + event.getClass().getSimpleName();
        broker.kill();
        people.alert("E-INTERNAL", "the program is broken: " + because + "; no order is sent any more");
        journal.append(List.of(new JournalRecord.Halt("E-INTERNAL", because)));
        journal.force(0);
        end(INTERNAL, because);
    }

    private void carryOut(Command command) {
        switch (command) {
            case Command.Append c -> journal.append(c.records());
            case Command.Force c -> journal.force(c.ticket());
            case Command.Send c -> broker.send(c.order());
            case Command.Cancel c -> broker.cancel(c.orderId(), c.orderRef());
            case Command.CancelEverything c -> broker.cancelEverything();
            case Command.ReadTruth c -> broker.readTruth(c.token());
            case Command.ProveQuotes c -> broker.proveQuotes(c.token(), c.keys());
            case Command.TakeSnapshot c -> broker.takeSnapshot(c.token(), c.job(), c.asOf());
            case Command.SetTimer c -> timers.set(c.timer(), c.after());
            case Command.StopTimer c -> timers.stop(c.timer());
            case Command.Alert c -> people.alert(c.code(), c.text());
            case Command.Progress c -> people.progress(c.intentId(), c.text());
            case Command.CloseGate c -> broker.kill();
            case Command.OpenGate c -> broker.unkill();
            case Command.Post c -> post(c.event());
            case Command.Exit c -> end(c.code(), c.because());
        }
    }

    private void end(int code, String because) {
        if (!ended) {
            ended = true;
            exit.accept(because, code);
        }
    }
}

package alvh.daemon.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import alvh.planner.market.InstrumentKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeskTest {

    private static final Instant NOW = Instant.parse("2026-03-10T14:15:00Z");

    private final List<String> done = new ArrayList<>();
    private final List<String> exits = new ArrayList<>();
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(new RecordedBroker(), new RecordedJournal(), new RecordedTimers(), new RecordedPeople(),
                () -> NOW, (because, code) -> exits.add(code + " " + because));
    }

    private static Handler room(List<Command> answer) {
        return (event, now) -> event instanceof Event.TimerFired ? answer : List.of();
    }

    @Test
    void commandsAreCarriedOutInTheirOrderRoomByRoom() {
        desk.listen(List
                .of(room(List.of(new Command.Append(List.of(halt())), new Command.Force(7), new Command.ReadTruth(3),
                        new Command.Alert("A", "text"))), room(List.of(new Command.CancelEverything()))));
        desk.post(new Event.TimerFired("t"));
        assertThat(done).isEmpty();
        desk.drain();
        assertThat(done).containsExactly("append Halt", "force 7", "readTruth 3", "alert A", "cancelEverything");
    }

    private static JournalRecord halt() {
        return new JournalRecord.Halt("E", "because");
    }

    @Test
    void otherRoomsHearWhatARoomOrARequestWrites() {
        List<String> heard = new ArrayList<>();
        Handler listens = new Handler() {
            @Override
            public List<Command> on(Event event, Instant now) {
                return List.of();
            }

            @Override
            public void written(List<JournalRecord> records) {
                heard.add("listener " + records.size());
            }
        };
        Handler writes = new Handler() {
            @Override
            public List<Command> on(Event event, Instant now) {
                return List.of(new Command.Append(List.of(halt(), halt())));
            }

            @Override
            public void written(List<JournalRecord> records) {
                heard.add("writer " + records.size());
            }
        };
        desk.listen(List.of(listens, writes));
        desk.post(new Event.TimerFired("t"));
        desk.drain();
        assertThat(heard).containsExactly("listener 2");
        desk.submit(() -> {
            desk.carryOut(List.of(new Command.Append(List.of(halt()))));
            return null;
        });
        desk.drain();
        assertThat(heard).containsExactly("listener 2", "listener 1", "writer 1");
    }

    @Test
    void requestsRunBetweenEventsAndTheirFaultsStayTheirs() {
        CompletableFuture<Integer> good = desk.submit(() -> 42);
        CompletableFuture<Integer> bad = desk.submit(() -> {
            throw new IllegalArgumentException("no such plan");
        });
        assertThat(good).isNotDone();
        desk.drain();
        assertThat(good).isCompletedWithValue(42);
        assertThat(bad).isCompletedExceptionally();
        assertThat(exits).isEmpty();
    }

    @Test
    void P23_brokenRoomHaltsAndEndsTheProcess() {
        desk.listen(List.of((event, now) -> {
            throw new IllegalStateException("a move outside the table");
        }, room(List.of(new Command.ReadTruth(1)))));
        desk.post(new Event.TimerFired("t"));
        desk.post(new Event.TimerFired("t"));
        desk.drain();
        assertThat(done).containsExactly("kill", "alert E-INTERNAL", "append Halt", "force 0");
        assertThat(exits).singleElement().asString().startsWith("70 ");
        CompletableFuture<Integer> late = desk.submit(() -> 1);
        desk.drain();
        assertThat(late).isCompletedExceptionally();
    }

    @Test
    void exitEndsTheLoop() {
        desk.listen(
                List.of(room(List.of(new Command.Post(new Event.JournalLost("x")), new Command.Exit(0, "stopped")))));
        desk.post(new Event.TimerFired("t"));
        desk.run();
        assertThat(exits).containsExactly("0 stopped");
    }

    @Test
    void elapsedTimersFireOnceReplaceAndStop() throws InterruptedException {
        BlockingQueue<Event> fired = new LinkedBlockingQueue<>();
        try (ElapsedTimers timers = new ElapsedTimers(fired::add)) {
            timers.set("stopped", Duration.ofMillis(1).plusSeconds(60));
            timers.stop("stopped");
            timers.set("replaced", Duration.ofHours(1));
            timers.set("replaced", Duration.ofMillis(1));
            assertThat(fired.poll(10, TimeUnit.SECONDS)).isEqualTo(new Event.TimerFired("replaced"));
            timers.set("last", Duration.ZERO);
            assertThat(fired.poll(10, TimeUnit.SECONDS)).isEqualTo(new Event.TimerFired("last"));
            assertThat(fired).isEmpty();
        }
    }

    private final class RecordedBroker implements Ports.Broker {
        @Override
        public void send(OrderRequest order) {
            done.add("send");
        }

        @Override
        public void cancel(int orderId, String orderRef) {
            done.add("cancel " + orderId);
        }

        @Override
        public void cancelEverything() {
            done.add("cancelEverything");
        }

        @Override
        public void readTruth(long token) {
            done.add("readTruth " + token);
        }

        @Override
        public void proveQuotes(long token, List<InstrumentKey> keys) {
            done.add("proveQuotes");
        }

        @Override
        public void takeSnapshot(long token, Event.Job job, Instant asOf) {
            done.add("takeSnapshot");
        }

        @Override
        public void kill() {
            done.add("kill");
        }

        @Override
        public void unkill() {
            done.add("unkill");
        }

        @Override
        public void close() {
            done.add("close");
        }
    }

    private final class RecordedJournal implements Ports.Journal {
        @Override
        public void append(List<JournalRecord> records) {
            records.forEach(r -> done.add("append " + r.getClass().getSimpleName()));
        }

        @Override
        public void blob(String hash, String kind, String text) {
            done.add("blob " + kind);
        }

        @Override
        public void force(long ticket) {
            done.add("force " + ticket);
        }
    }

    private final class RecordedTimers implements Ports.Timers {
        @Override
        public void set(String timer, Duration after) {
            done.add("set " + timer);
        }

        @Override
        public void stop(String timer) {
            done.add("stop " + timer);
        }
    }

    private final class RecordedPeople implements Ports.People {
        @Override
        public void alert(String code, String text) {
            done.add("alert " + code);
        }

        @Override
        public void progress(String intentId, String text) {
            done.add("progress");
        }
    }
}

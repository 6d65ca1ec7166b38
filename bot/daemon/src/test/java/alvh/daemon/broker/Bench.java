package alvh.daemon.broker;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import alvh.daemon.desk.Event;
import alvh.planner.market.AccountKind;
import alvh.planner.market.InstrumentKey;

/** The room without socket and threads: time moves when told, requests are kept, answers come from a script. */
final class Bench {
    static final String ACCOUNT = "DUSIM0001";
    /** A Tuesday, 10:15 in New York. */
    static final Instant START = Instant.parse("2026-11-17T15:15:00Z");

    final List<Request> requests = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<KnownInstrument> learned = new ArrayList<>();
    final Loop loop;
    final Room room;
    final ExchangeClock clock;
    Function<Request, List<Word>> script = request -> List.of();
    Function<Partial, List<InstrumentKey>> wanted = partial -> List.of();
    private long nanos;

    Bench(int lines, KnownInstrument... known) {
        loop = new Loop(() -> nanos);
        clock = new ExchangeClock(AccountKind.PAPER, () -> START.plusNanos(nanos), () -> nanos);
        var settings = new BrokerSettings("127.0.0.1", 4002, 17, ACCOUNT, AccountKind.SIMULATED, lines, false, null);
        room = new Room(settings, loop, events::add, this::asked, clock, () -> nanos, List.of(known), learned::add,
                partial -> wanted.apply(partial));
        room.up(200);
    }

    private void asked(Request request) {
        requests.add(request);
        loop.execute(() -> room.written(request));
        loop.execute(() -> script.apply(request).forEach(room::hear));
    }

    long nanos() {
        return nanos;
    }

    void say(Word word) {
        room.hear(word);
        loop.step();
    }

    void step() {
        loop.step();
    }

    /** Lets time pass in tenths of a second, so that timers run in order. */
    void pass(Duration duration) {
        long end = nanos + duration.toNanos();
        loop.step();
        while (nanos < end) {
            nanos = Math.min(end, nanos + 100_000_000L);
            loop.step();
        }
    }

    <T extends Request> List<T> asked(Class<T> type) {
        return requests.stream().filter(type::isInstance).map(type::cast).toList();
    }

    <T extends Event> List<T> told(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}

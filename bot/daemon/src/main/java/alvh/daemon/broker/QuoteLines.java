package alvh.daemon.broker;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import alvh.daemon.desk.Ports;
import alvh.planner.market.InstrumentKey;

/**
 * The market-data lines, never more than allowed (design 2). A fetch goes in waves: a line is opened when there is room,
 * answers with two sides (an index with its level) or {@link #PATIENCE} after it was written with what there is, and gives
 * its place to the next wish. Lines of kept keys stay open; others are closed when their place is needed or on {@link #sweep}. Owned
 * by the loop.
 */
final class QuoteLines {
    static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration SWEEP_PAUSE = Duration.ofMillis(250);
    private static final int SWEPT_AT_ONCE = 3;
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

    private final Loop loop;
    private final Asks asks;
    private final Instruments instruments;
    private final Consumer<Request> out;
    private final Ports.ExchangeTime clock;
    private final Ports.Ticker ticker;
    private final Map<Integer, Line> byId = new TreeMap<>();
    private final Map<InstrumentKey, Line> byKey = new LinkedHashMap<>();
    private final Map<InstrumentKey, List<Wish>> open = new TreeMap<>();
    private final Deque<Wish> queue = new ArrayDeque<>();
    private final Set<InstrumentKey> kept = new TreeSet<>();
    private int capacity;
    private boolean sweeping;

    /** What one line gave: a line, or the reason why not in words. */
    record Taken(Line line, String problem) {}

    /** One key of one fetch. */
    private record Wish(InstrumentKey key, Fetch fetch) {}

    private static final class Fetch {
        private final SortedMap<InstrumentKey, Taken> taken = new TreeMap<>();
        private final CompletableFuture<SortedMap<InstrumentKey, Taken>> done = new CompletableFuture<>();
        private int left;
    }

    QuoteLines(Loop loop, Asks asks, Instruments instruments, Consumer<Request> out, Ports.ExchangeTime clock,
            Ports.Ticker ticker, int capacity) {
        this.loop = loop;
        this.asks = asks;
        this.instruments = instruments;
        this.out = out;
        this.clock = clock;
        this.ticker = ticker;
        this.capacity = capacity;
    }

    /**
     * Reads these keys, in this order of need.
     *
     * @param urgent go before everything that waits (proof of quotes before a send)
     * @return one {@link Taken} for each key
     */
    CompletableFuture<SortedMap<InstrumentKey, Taken>> fetch(Collection<InstrumentKey> keys, boolean urgent) {
        List<InstrumentKey> distinct = keys.stream().distinct().toList();
        var fetch = new Fetch();
        fetch.left = distinct.size();
        if (fetch.left == 0) {
            fetch.done.complete(fetch.taken);
        }
        List<Wish> wishes = distinct.stream().map(key -> new Wish(key, fetch)).toList();
        if (urgent) {
            wishes.reversed().forEach(queue::addFirst);
        } else {
            queue.addAll(wishes);
        }
        pump();
        return fetch.done;
    }

    /** These keys keep their lines from now on; the others lose that right. */
    void keep(Collection<InstrumentKey> keys) {
        kept.clear();
        kept.addAll(keys);
    }

    void keepToo(Collection<InstrumentKey> keys) {
        kept.addAll(keys);
    }

    /** Closes idle lines that are not kept, a few at a time: what is asked meanwhile must not wait behind them. */
    void sweep() {
        if (!sweeping) {
            sweeping = true;
            sweepSome();
        }
    }

    private void sweepSome() {
        List<Line> closable = byKey.values().stream().filter(this::idle).filter(line -> !kept.contains(line.key()))
                .limit(SWEPT_AT_ONCE).toList();
        closable.forEach(this::close);
        sweeping = !closable.isEmpty();
        if (sweeping) {
            loop.after(SWEEP_PAUSE, this::sweepSome);
        }
    }

    int openLines() {
        return byId.size();
    }

    /** The subscription has left: from here the patience counts, not from its place in the wire's queue. */
    void written(int reqId) {
        Line line = byId.get(reqId);
        if (line != null) {
            loop.after(PATIENCE, () -> giveUp(line));
        }
    }

    void hear(Word.Price tick) {
        Line line = byId.get(tick.reqId());
        if (line != null) {
            line.price(tick.field(), tick.price(), clock.now(), ticker.nanos());
            settleIfComplete(line);
        }
    }

    void hear(Word.Size tick) {
        Line line = byId.get(tick.reqId());
        if (line != null) {
            line.size(tick.field(), tick.size(), clock.now(), ticker.nanos());
            settleIfComplete(line);
        }
    }

    void hear(Word.Model word) {
        Line line = byId.get(word.reqId());
        if (line != null) {
            line.model(word.delta());
        }
    }

    void hear(Word.DataType word) {
        Line line = byId.get(word.reqId());
        if (line != null) {
            line.type(word.type());
        }
    }

    /** @return whether the error named a line of ours */
    boolean hear(Word.Error error) {
        Line line = byId.get(error.id());
        if (line == null) {
            return false;
        }
        switch (error.code()) {
            case 10167, 10090, 10091 -> line.warn(error.text());
            case 10197 -> line.stale(error.text());
            case 101 -> {
                // The broker allows fewer lines than the settings say: wait for the place of another one.
                capacity = Math.max(1, byId.size() - 1);
                List<Wish> again = open.remove(line.key());
                forget(line);
                if (again != null) {
                    again.reversed().forEach(queue::addFirst);
                }
                pump();
            }
            default -> {
                forget(line);
                settle(line.key(), new Taken(null, "broker error " + error.code() + ": " + error.text()));
            }
        }
        return true;
    }

    /** A data farm is gone: nothing that is here now is worth a trade until its next tick. */
    void farmLost(String text) {
        byId.values().forEach(line -> line.stale(text));
    }

    /** The link is gone, or the broker lost the subscriptions (1101): no line is left, what waited has failed. */
    void lost(String because) {
        byId.clear();
        byKey.clear();
        List<Wish> all = new ArrayList<>(queue);
        open.values().forEach(all::addAll);
        queue.clear();
        open.clear();
        all.forEach(wish -> give(wish, new Taken(null, because)));
    }

    private void pump() {
        while (!queue.isEmpty()) {
            Wish wish = queue.peek();
            Line line = byKey.get(wish.key());
            if (line != null && open.containsKey(wish.key())) {
                open.get(queue.poll().key()).add(wish);
            } else if (line != null && line.complete() && line.youngerThan(FRESH_NANOS, ticker.nanos())) {
                give(queue.poll(), new Taken(line, ""));
            } else if (line != null) {
                close(line);
            } else if (!makeRoom()) {
                return;
            } else {
                open(queue.poll());
            }
        }
    }

    /** @return false when every line is at work or kept */
    private boolean makeRoom() {
        if (byId.size() < capacity) {
            return true;
        }
        // A kept line yields only when every line is a kept one: otherwise another one will be idle soon.
        Line oldest = byKey.values().stream().filter(this::idle)
                .filter(line -> open.isEmpty() || !kept.contains(line.key()))
                .min(Comparator.comparing(line -> kept.contains(line.key()))).orElse(null);
        if (oldest == null) {
            return false;
        }
        close(oldest);
        return true;
    }

    private void open(Wish wish) {
        if (asks.down() != null) {
            give(wish, new Taken(null, asks.down()));
            return;
        }
        KnownInstrument known = instruments.known(wish.key()).orElse(null);
        if (known == null) {
            String why = instruments.refusal(wish.key()).orElse("the broker lists no such contract");
            give(wish, new Taken(null, why));
            return;
        }
        var line = new Line(asks.newId(), wish.key());
        byId.put(line.reqId(), line);
        byKey.put(wish.key(), line);
        open.put(wish.key(), new ArrayList<>(List.of(wish)));
        out.accept(new Request.Quotes(line.reqId(), Contracts.byId(wish.key(), known.conId())));
    }

    private void giveUp(Line line) {
        if (byId.get(line.reqId()) == line && open.containsKey(line.key())) {
            settle(line.key(), new Taken(line, ""));
        }
    }

    private void settleIfComplete(Line line) {
        if (line.complete() && open.containsKey(line.key())) {
            settle(line.key(), new Taken(line, ""));
        }
    }

    private void settle(InstrumentKey key, Taken taken) {
        List<Wish> wishes = open.remove(key);
        if (wishes != null) {
            wishes.forEach(wish -> give(wish, taken));
        }
        pump();
    }

    private void give(Wish wish, Taken taken) {
        Fetch fetch = wish.fetch();
        if (fetch.taken.putIfAbsent(wish.key(), taken) == null && --fetch.left == 0) {
            fetch.done.complete(fetch.taken);
        }
    }

    private boolean idle(Line line) {
        return !open.containsKey(line.key());
    }

    private void close(Line line) {
        forget(line);
        out.accept(new Request.StopQuotes(line.reqId()));
    }

    private void forget(Line line) {
        byId.remove(line.reqId());
        byKey.remove(line.key());
    }
}

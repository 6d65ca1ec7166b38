package alvh.daemon.execution;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import alvh.daemon.desk.Command;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.OrderRequest;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.money.Price;
import alvh.planner.plan.HedgePlan;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The order truth at a bench: a journal whose unforced tail a crash may lose, timers, exchange time, and a
 * {@link TinyBroker}. Checks at every send what must hold at every send.
 */
final class Rig {

    static final Map<InstrumentKey, Quote> QUOTES = new HashMap<>();

    static {
        quote(Plans.VIX_CALL, 0.68, 0.76);
        quote(Plans.VIX_FAR, 1.17, 1.28);
        quote(Plans.XSP_HIGH, 8.10, 8.20);
        quote(Plans.XSP_LOW, 6.19, 6.26);
    }

    final ExecutionSettings settings = ExecutionSettings.of(TinyBroker.ACCOUNT, TinyBroker.CLIENT);
    final TinyBroker broker = new TinyBroker();
    final List<JournalRecord> journal = new ArrayList<>();
    int forced;
    /** Sizes of the journal after each transaction: where a crash may cut. */
    final List<Integer> cuts = new ArrayList<>(List.of(0));
    final Deque<Event> inbox = new ArrayDeque<>();
    final TreeMap<String, Long> timers = new TreeMap<>();
    final List<Command> commands = new ArrayList<>();
    final List<Command.Alert> alerts = new ArrayList<>();
    final List<OrderRequest> sent = new ArrayList<>();
    final Map<InstrumentKey, Quote> quotes = new HashMap<>(QUOTES);
    final List<Event.PlanClosed> closed = new ArrayList<>();
    Instant now = Instant.parse("2026-03-10T14:15:00Z");
    long elapsed;
    int epoch;
    ExecutionState state;
    Integer exit;
    boolean gateClosed;

    final List<Long> held = new ArrayList<>();

    /** Knobs of the fault tests. */
    boolean holdForce;
    boolean holdQuotes;
    boolean holdTruth;
    final List<Long> heldReads = new ArrayList<>();
    boolean wireSilent;
    boolean loseCancels;
    boolean instantFill;
    Function<Event, List<Event>> noise = List::of;
    double vix = 17.92;
    long roundTripMillis = 20;
    Instant liquidUntil = Instant.parse("2026-03-10T20:15:00Z");

    static void quote(InstrumentKey key, double bid, double ask) {
        QUOTES.put(key, new Quote(bid, ask, 50, 50, Instant.parse("2026-03-10T14:15:00Z"), Quality.LIVE));
    }

    Rig() {
        start();
    }

    /** A start of the daemon on what the journal holds. */
    final void start() {
        epoch++;
        append(List.of(new JournalRecord.Epoch(epoch, 1, "bench", "0.1.0", "cfg", TinyBroker.ACCOUNT)));
        forced = journal.size();
        state = ExecutionState.restore(settings, journal);
        inbox.clear();
        held.clear();
        holdForce = false;
        timers.clear();
        exit = null;
    }

    private void append(List<JournalRecord> records) {
        journal.addAll(records);
        cuts.add(journal.size());
    }

    /** The process dies; the journal keeps its first {@code kept} records, never fewer than were forced. */
    void crash(int kept) {
        assertThat(kept).isGreaterThanOrEqualTo(forced);
        journal.subList(kept, journal.size()).clear();
        cuts.removeIf(c -> c > kept);
        start();
    }

    Rig post(Event... events) {
        inbox.addAll(List.of(events));
        drain();
        return this;
    }

    Rig post(List<Event> events) {
        inbox.addAll(events);
        drain();
        return this;
    }

    void drain() {
        while (!inbox.isEmpty() && exit == null) {
            step(inbox.poll());
        }
    }

    private void step(Event event) {
        if (event instanceof Event.PlanClosed plan) {
            closed.add(plan);
        }
        Step step = ExecutionCore.step(state, event, now);
        state = step.state();
        for (Command command : step.commands()) {
            commands.add(command);
            carryOut(command);
        }
    }

    private void carryOut(Command command) {
        switch (command) {
            case Command.Append c -> append(c.records());
            case Command.Force c -> {
                if (holdForce) {
                    held.add(c.ticket());
                } else {
                    forced = journal.size();
                    inbox.add(new Event.Forced(c.ticket()));
                }
            }
            case Command.Send c -> send(c.order());
            case Command.Cancel c -> cancel(c);
            case Command.ReadTruth c -> {
                if (holdTruth) {
                    heldReads.add(c.token());
                } else {
                    inbox.add(new Event.TruthRead(c.token(), broker.truth(now)));
                }
            }
            case Command.ProveQuotes c -> {
                if (!holdQuotes) {
                    inbox.add(proof(c));
                }
            }
            case Command.SetTimer c -> timers.put(c.timer(), elapsed + c.after().toSeconds());
            case Command.StopTimer c -> timers.remove(c.timer());
            case Command.Alert c -> alerts.add(c);
            case Command.Post c -> inbox.add(c.event());
            case Command.Exit c -> exit = c.code();
            case Command.CloseGate c -> gateClosed = true;
            case Command.OpenGate c -> gateClosed = false;
            case Command.CancelEverything c -> {
                // The human's orders too; the tests have none.
            }
            case Command.Progress c -> {
                // For the screen.
            }
            case Command.TakeSnapshot c -> throw new AssertionError("the order truth plans nothing");
        }
    }

    Event.QuotesProven proof(Command.ProveQuotes c) {
        Map<InstrumentKey, Quote> fresh = new HashMap<>();
        for (InstrumentKey key : c.keys()) {
            Quote q = quotes.get(key);
            fresh.put(key, new Quote(q.bid(), q.ask(), q.bidSize(), q.askSize(), now.minusSeconds(1), q.quality()));
        }
        Map<InstrumentKey, IndexLevel> levels = Map.of(InstrumentKey.of("VIX"), level(vix), InstrumentKey.of("XSP"),
                level(580));
        return new Event.QuotesProven(c.token(), fresh, levels, liquidUntil, roundTripMillis);
    }

    private IndexLevel level(double last) {
        return new IndexLevel(last, now, Quality.LIVE);
    }

    private void send(OrderRequest order) {
        assertThat(gateClosed).as("no send after kill").isFalse();
        assertThat(journal.subList(0, forced)).as("P01: SEND_START of %s is forced before the send", order.orderRef())
                .anyMatch(r -> r instanceof JournalRecord.SendStart s && s.orderRef().equals(order.orderRef()));
        assertThat(sent).as("P02: never the same order twice").noneMatch(o -> o.orderRef().equals(order.orderRef()));
        sent.add(order);
        if (wireSilent) {
            return;
        }
        TinyBroker.Order accepted = broker.accept(order);
        inbox.add(new Event.OrderWritten(order.orderRef(), order.orderId(), 412));
        hear(List.of(broker.seen(accepted)));
        accepted.status = "Submitted";
        hear(List.of(broker.statusOf(accepted)));
        if (instantFill) {
            hear(broker.fill(accepted, order.quantity(), order.limit(), now));
        }
    }

    /** Words of the broker come through here, so that a fault test may lose, double or delay them. */
    void hear(List<Event> words) {
        for (Event word : words) {
            inbox.addAll(noise.apply(word));
        }
    }

    private void cancel(Command.Cancel c) {
        if (loseCancels) {
            return;
        }
        broker.orders.stream().filter(o -> o.request.orderId() == c.orderId()).reduce((a, b) -> b)
                .ifPresentOrElse(o -> hear(broker.cancel(o)),
                        () -> hear(List.of(new Event.OrderError(c.orderId(), 10147, "not found"))));
    }

    /** Elapsed and exchange time go on together; timers fire in order. */
    Rig advance(int seconds) {
        long end = elapsed + seconds;
        while (true) {
            String next = timers.entrySet().stream().min(Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse(null);
            if (next == null || timers.get(next) > end || exit != null) {
                break;
            }
            long due = Math.max(elapsed, timers.remove(next));
            now = now.plusSeconds(due - elapsed);
            elapsed = due;
            post(new Event.TimerFired(next));
        }
        now = now.plusSeconds(end - elapsed);
        elapsed = end;
        return this;
    }

    /** The disk is done with everything that waited. */
    Rig forceNow() {
        holdForce = false;
        forced = journal.size();
        List<Long> tickets = List.copyOf(held);
        held.clear();
        tickets.forEach(t -> post(new Event.Forced(t)));
        return this;
    }

    Rig ready() {
        post(new Event.SessionUp(TinyBroker.ACCOUNT, 200, 1, broker.readOnly, 3));
        advance(10);
        assertThat(state.readiness().level()).isEqualTo(Readiness.Level.READY);
        return this;
    }

    Rig release(HedgePlan plan) {
        return release(plan, "614.40");
    }

    Rig release(HedgePlan plan, String cap) {
        return post(new Event.Release(plan, Plans.budget(cap), "anna"));
    }

    Rig fillLast(long packages, String price) {
        hear(broker.fill(broker.last(), packages, Price.of(price), now));
        drain();
        return this;
    }

    Attempt attempt(int index) {
        return state.books().attempts().get(sent.get(index).orderRef());
    }

    IntentBook intent(int index) {
        return state.books().intents().get(attempt(index).intentId());
    }

    List<String> alertCodes() {
        return alerts.stream().map(Command.Alert::code).toList();
    }

    List<String> halts() {
        return List.copyOf(state.halts().keySet());
    }
}

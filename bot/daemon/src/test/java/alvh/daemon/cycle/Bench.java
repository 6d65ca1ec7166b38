package alvh.daemon.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import alvh.daemon.approval.ApprovalDesk;
import alvh.daemon.approval.ApprovalSettings;
import alvh.daemon.approval.Collar;
import alvh.daemon.desk.Desk;
import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.daemon.desk.OrderRequest;
import alvh.daemon.desk.OrderTruth;
import alvh.daemon.desk.Ports;
import alvh.daemon.execution.ExecutionHandler;
import alvh.daemon.execution.ExecutionSettings;
import alvh.daemon.execution.ExecutionState;
import alvh.planner.layer.LayerLevels;
import alvh.planner.layer.LevelFold;
import alvh.planner.market.AccountKind;
import alvh.planner.market.AccountSnapshot;
import alvh.planner.market.DailyBars;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.OwnFiles;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanningInput;

/**
 * The cycle with the real desk, approvals and order truth; a broker that answers at once, a journal that keeps a list, a
 * planner that says what the test wants.
 */
final class Bench {

    static final String ACCOUNT = "DUSIM0001";
    static final InstrumentKey CALL = InstrumentKey.of("VIX   260415C00026000");
    static final InstrumentKey LATER = InstrumentKey.of("VIX   260520C00026000");

    final List<JournalRecord> journal = new ArrayList<>();
    final List<RunEvent> feed = new ArrayList<>();
    final List<String> alerts = new ArrayList<>();
    final List<Event.Job> pictures = new ArrayList<>();
    final List<PlanningInput> inputs = new ArrayList<>();
    final List<LocalDate> kept = new ArrayList<>();
    final List<OrderRequest> sent = new ArrayList<>();
    final Map<InstrumentKey, Quote> quotes = new HashMap<>();
    final SortedMap<InstrumentKey, Long> positions = new TreeMap<>();
    final SortedMap<InstrumentKey, DailyBars> bars = new TreeMap<>();
    final SortedMap<InstrumentKey, DailyBars> series = new TreeMap<>();
    final SortedMap<InstrumentKey, IndexLevel> levels = new TreeMap<>();
    OwnFiles own = OwnFiles.NONE;
    final List<Event.ExecutionSeen> executions = new ArrayList<>();
    final Deque<Function<PlanningInput, PlanOutcome>> plans = new ArrayDeque<>();
    final TreeMap<String, Long> timers = new TreeMap<>();
    final Deque<Long> heldForces = new ArrayDeque<>();
    final Deque<Event> heldPictures = new ArrayDeque<>();
    boolean holdForce;
    boolean holdPictures;
    boolean fills = true;
    String pictureFails;
    Instant now = Instant.parse("2026-03-10T14:14:00Z");
    long elapsed;
    private final ApprovalSettings.Mode mode;
    private final LayerLevels stored;
    Desk desk;
    ExecutionHandler execution;
    HedgeCycle cycle;

    Bench() {
        this(ApprovalSettings.Mode.APPROVE, List.of(), LevelFold.initial());
    }

    Bench(ApprovalSettings.Mode mode, List<JournalRecord> past, LayerLevels levels) {
        this.mode = mode;
        this.stored = levels;
        quote(0.68, 0.76);
        journal.addAll(past);
        start();
    }

    /** A start of the daemon on what the journal holds. */
    void start() {
        List<JournalRecord> past = List.copyOf(journal);
        journal.add(new JournalRecord.Epoch(past.size() + 1, 1, "bench", "0.1.0", "cfg", ACCOUNT));
        timers.clear();
        desk = new Desk(new Broker(), new Journal(), new Timers(), new People(), () -> now, (because, code) -> {});
        execution = new ExecutionHandler(ExecutionState.restore(ExecutionSettings.of(ACCOUNT, 17), journal));
        BreadthRecorder breadth = new BreadthRecorder(past, series);
        ApprovalSettings settings = new ApprovalSettings(mode, null, false,
                new Collar(Price.of("5.00"), new BigDecimal("0.02")), false);
        HedgeCycle.Neighbours at = new HedgeCycle.Neighbours(ApprovalDesk.restore(settings, journal), execution,
                new Journal(), () -> elapsed * 1_000_000_000L, desk::carryOut, feed::add, kept::add,
                breadth::addTo);
        cycle = new HedgeCycle(at, this::plan, HedgeSettings.DEFAULTS, own, stored, List.copyOf(journal),
                "0.1.0");
        desk.listen(List.of(execution, breadth, cycle));
    }

    private PlanOutcome plan(PlanningInput input) {
        inputs.add(input);
        return plans.size() > 1 ? plans.poll().apply(input) : plans.element().apply(input);
    }

    void quote(double bid, double ask) {
        quotes.put(CALL, new Quote(bid, ask, 50, 50, now, Quality.LIVE));
    }

    Bench post(Event event) {
        desk.post(event);
        desk.drain();
        return this;
    }

    Bench up() {
        return post(new Event.SessionUp(ACCOUNT, 200, 1, false, 3));
    }

    /** Two equal readings. */
    Bench ready() {
        up();
        return advance(11);
    }

    Bench fire(Event.Job job, String at) {
        Instant due = Instant.parse(at);
        now = due.isAfter(now) ? due : now;
        return post(new Event.Fire(job, due));
    }

    Bench daily() {
        return fire(Event.Job.DAILY, "2026-03-10T14:15:00Z");
    }

    Bench advance(int seconds) {
        long end = elapsed + seconds;
        while (true) {
            String due = timers.entrySet().stream().min(Map.Entry.<String, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey())).map(Map.Entry::getKey).orElse(null);
            if (due == null || timers.get(due) > end) {
                break;
            }
            long at = Math.max(elapsed, timers.remove(due));
            now = now.plusSeconds(at - elapsed);
            elapsed = at;
            post(new Event.TimerFired(due));
        }
        now = now.plusSeconds(end - elapsed);
        elapsed = end;
        return this;
    }

    void forceNow() {
        holdForce = false;
        List.copyOf(heldForces).forEach(t -> post(new Event.Forced(t)));
        heldForces.clear();
    }

    <T extends JournalRecord> List<T> records(Class<T> type) {
        return journal.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** "DAILY 2026-03-10 DONE" of every outcome so far. */
    List<String> outcomes() {
        return records(JournalRecord.Outcome.class).stream()
                .map(o -> o.job() + " " + o.tradeDate() + " " + o.result()).toList();
    }

    <T extends RunEvent> List<T> told(Class<T> type) {
        return feed.stream().filter(type::isInstance).map(type::cast).toList();
    }

    AccountSnapshot account() {
        List<AccountSnapshot.Position> held = new ArrayList<>();
        positions.forEach((key, quantity) -> held.add(new AccountSnapshot.Position(key, quantity, Usd.of("80.00"))));
        return new AccountSnapshot(ACCOUNT, AccountKind.SIMULATED, now, Usd.ofDollars(182_450), Usd.ofDollars(50_000),
                Usd.ofDollars(90_000), false, held);
    }

    MarketSnapshot market(Instant asOf) {
        return new MarketSnapshot(asOf, now, new TreeMap<>(levels), new TreeMap<>(quotes), List.of(),
                new TreeMap<>(bars),
                new TreeMap<>(), new TreeMap<>());
    }

    private final class Broker implements Ports.Broker {

        @Override
        public void send(OrderRequest order) {
            sent.add(order);
            desk.post(new Event.OrderWritten(order.orderRef(), order.orderId(), 412));
            long permId = 900_000 + sent.size();
            List<InstrumentKey> keys = order.legs().stream().map(l -> l.key()).toList();
            desk.post(new Event.OrderSeen(order.orderId(), 17, permId, order.orderRef(), ACCOUNT, keys, order.side(),
                    order.quantity(), order.limit(), "Submitted", 0, order.quantity()));
            if (fills) {
                fill(order, permId);
            }
        }

        private void fill(OrderRequest order, long permId) {
            InstrumentKey key = order.legs().get(0).key();
            String id = "0001f4e8." + sent.size() + ".01.01";
            Event.ExecutionSeen fill = new Event.ExecutionSeen(id, order.orderId(), 17, permId, order.orderRef(),
                    ACCOUNT, key, false, order.side(), order.quantity(), order.limit(), 100, now);
            executions.add(fill);
            positions.merge(key, order.side() == Side.BUY ? order.quantity() : -order.quantity(), Long::sum);
            desk.post(fill);
            desk.post(new Event.CommissionSeen(id, Usd.of("1.02")));
            desk.post(new Event.StatusSeen(order.orderId(), 17, permId, "Filled", order.quantity(), 0));
        }

        @Override
        public void cancel(int orderId, String orderRef) {
            desk.post(new Event.StatusSeen(orderId, 17, 0, "Cancelled", 0, 1));
        }

        @Override
        public void cancelEverything() {
            throw new AssertionError("no test asks for it");
        }

        @Override
        public void readTruth(long token) {
            desk.post(new Event.TruthRead(token, new OrderTruth(List.of(), List.of(), executions, List.of(), account(),
                    true, false, positions.toString() + executions.size())));
        }

        @Override
        public void proveQuotes(long token, List<InstrumentKey> keys) {
            Map<InstrumentKey, Quote> fresh = new HashMap<>();
            UnaryOperator<Quote> young = q -> new Quote(q.bid(), q.ask(), q.bidSize(), q.askSize(), now, q.quality());
            keys.forEach(k -> fresh.put(k, quotes.containsKey(k) ? young.apply(quotes.get(k)) : Quote.NONE));
            desk.post(new Event.QuotesProven(token, fresh,
                    Map.of(InstrumentKey.of("VIX"), new IndexLevel(17.92, now, Quality.LIVE)),
                    Instant.parse("2026-03-10T20:15:00Z"), 20));
        }

        @Override
        public void takeSnapshot(long token, Event.Job job, Instant asOf) {
            pictures.add(job);
            Event answer = pictureFails == null
                    ? new Event.SnapshotTaken(token, market(asOf), account())
                    : new Event.ReadFailed(token, pictureFails);
            if (holdPictures) {
                heldPictures.add(answer);
            } else {
                desk.post(answer);
            }
        }

        @Override
        public void kill() {
            // The wire's gate; nothing is sent in these tests after it.
        }

        @Override
        public void unkill() {
            // As above.
        }

        @Override
        public void close() {
            // No session to close.
        }
    }

    private final class Journal implements Ports.Journal {
        @Override
        public void append(List<JournalRecord> records) {
            journal.addAll(records);
        }

        @Override
        public void blob(String hash, String kind, String text) {
            // Texts by hash are the archive's own test.
        }

        @Override
        public void force(long ticket) {
            if (holdForce) {
                heldForces.add(ticket);
            } else {
                desk.post(new Event.Forced(ticket));
            }
        }
    }

    private final class Timers implements Ports.Timers {
        @Override
        public void set(String timer, Duration after) {
            timers.put(timer, elapsed + after.toSeconds());
        }

        @Override
        public void stop(String timer) {
            timers.remove(timer);
        }
    }

    private final class People implements Ports.People {
        @Override
        public void alert(String code, String text) {
            alerts.add(code);
        }

        @Override
        public void progress(String intentId, String text) {
            // For the screen.
        }
    }
}

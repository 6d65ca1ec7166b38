package alvh.daemon.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import alvh.daemon.desk.Event;
import alvh.daemon.desk.JournalRecord;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.HedgeCharges;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Seeded random runs against the tiny broker's truth: lost, doubled and delayed words, partial fills, lost orders, broken
 * links, crashes at any transaction, kills. Judged after every event (O1-O5) and at rest (O8, O9).
 */
class RandomRunsTest {

    private static final int SEEDS = Integer.getInteger("alvh.execution.seeds", 2000);
    private static final int ACTIONS = 25;

    private final Map<String, Integer> reached = new HashMap<>();

    @Test
    void P02_P05_P06_P17_P19_randomRunsKeepTheirPromises() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            try {
                run(seed);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(reached).as("branches that the runs must have reached").containsKeys("crash", "FILLED", "CANCELLED",
                "UNKNOWN", "EXPIRED", "DENIED", "kill", "adopted");
    }

    private void run(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Rig rig = new Rig();
        List<Event> delayed = new ArrayList<>();
        double loss = random.nextInt(3) == 0 ? 0 : random.nextDouble() * 0.4;
        rig.noise = word -> noise(word, random, loss, delayed);
        rig.ready();
        for (int i = 0; i < ACTIONS; i++) {
            act(rig, random, delayed, i);
            judge(rig);
        }
        calm(rig);
        mark(rig);
        atRest(rig);
    }

    private static List<Event> noise(Event word, SplittableRandom random, double loss, List<Event> delayed) {
        double draw = random.nextDouble();
        if (draw < loss) {
            return List.of();
        }
        if (draw < loss * 1.5) {
            return List.of(word, word);
        }
        if (draw < loss * 2) {
            delayed.add(word);
            return List.of();
        }
        return List.of(word);
    }

    private void act(Rig rig, SplittableRandom random, List<Event> delayed, int i) {
        switch (random.nextInt(16)) {
            case 0, 1 -> release(rig, random, i);
            case 2, 3, 4 -> fill(rig, random);
            case 5, 6 -> rig.advance(1 + random.nextInt(40));
            case 7 -> rig.advance(random.nextInt(3) == 0 ? 601 : 61);
            case 8 -> {
                List<Event> late = List.copyOf(delayed);
                delayed.clear();
                late.forEach(rig::post);
            }
            case 9 -> {
                rig.post(new Event.SessionDown("test", 2000));
                rig.advance(random.nextInt(100));
                up(rig);
            }
            case 10 -> {
                List<Integer> cuts = rig.cuts.stream().filter(c -> c >= rig.forced).toList();
                rig.crash(cuts.get(random.nextInt(cuts.size())));
                reached.merge("crash", 1, Integer::sum);
                up(rig);
            }
            case 11 -> rig.post(new Event.FarmLink(random.nextBoolean() ? 1100 : 1102, "link"));
            case 12 -> rig.wireSilent = random.nextInt(4) == 0;
            case 13 -> rig.loseCancels = random.nextInt(3) == 0;
            case 14 -> {
                if (random.nextInt(4) == 0) {
                    rig.post(new Event.Kill("anna", "test"));
                    reached.merge("kill", 1, Integer::sum);
                    rig.advance(random.nextInt(40));
                }
                rig.post(new Event.Resume("anna", "test"));
            }
            default -> notWritten(rig, random, i);
        }
    }

    /** The process may also die between the append and the force, or the wire may refuse. */
    private void notWritten(Rig rig, SplittableRandom random, int i) {
        rig.holdForce = true;
        release(rig, random, i + 100);
        if (random.nextBoolean()) {
            rig.post(new Event.Kill("anna", "test"));
            rig.post(new Event.Resume("anna", "test"));
        }
        rig.forceNow();
    }

    private static void up(Rig rig) {
        rig.post(new Event.SessionUp(TinyBroker.ACCOUNT, 200, 1, false, 0));
        rig.advance(10);
    }

    private static void release(Rig rig, SplittableRandom random, int i) {
        long quantity = 1 + random.nextInt(3);
        String name = "p" + rig.epoch + "x" + i + "x";
        HedgePlan plan = switch (random.nextInt(3)) {
            case 0 ->
                Plans.plan(name, Plans.vixCall(1, LayerId.BASE, Plans.VIX_CALL, quantity, "0.72", "0.73", "0.74"));
            case 1 -> Plans.plan(name, Plans.spread(1, 1, "1.95", "1.97"),
                    Plans.vixCall(2, LayerId.CONTINGENCY, Plans.VIX_FAR, 1, "1.24"));
            default -> Plans.plan(name, Plans.vixCall(1, LayerId.BASE, Plans.VIX_FAR, 1, "1.23", "1.24"));
        };
        rig.release(plan);
    }

    private static void fill(Rig rig, SplittableRandom random) {
        List<TinyBroker.Order> open = rig.broker.orders.stream().filter(TinyBroker.Order::open).toList();
        if (open.isEmpty()) {
            return;
        }
        TinyBroker.Order order = open.get(random.nextInt(open.size()));
        long left = order.request.quantity() - order.filled();
        rig.hear(rig.broker.fill(order, 1 + random.nextInt((int) left), order.request.limit(), rig.now));
        rig.drain();
    }

    /** O1, O2, O3, O4; O5 is checked by the rig at each send. */
    private void judge(Rig rig) {
        Map<String, Long> open = new HashMap<>();
        Map<String, Long> filled = new HashMap<>();
        Usd spent = Usd.ZERO;
        for (TinyBroker.Order order : rig.broker.orders) {
            String intent = OrderRef.parse(order.request.orderRef()).orElseThrow().intentId();
            open.merge(intent, order.open() ? 1L : 0L, Long::sum);
            filled.merge(intent, order.filled(), Long::sum);
        }
        for (Event.ExecutionSeen e : rig.broker.executions) {
            spent = spent.plus(e.price().cost(100, e.quantity() * e.side().sign()));
        }
        for (Event.CommissionSeen c : rig.broker.commissions) {
            spent = spent.plus(c.amount());
        }
        assertThat(open).as("O1: live orders by intent").allSatisfy((id, n) -> assertThat(n).isLessThanOrEqualTo(1));
        filled.forEach((id, n) -> assertThat(n).as("O2: filled of %s", id)
                .isLessThanOrEqualTo(quantity(rig, id)));
        assertThat(spent).as("O3: true spend").isLessThanOrEqualTo(Usd.of("614.40"));
        HedgeCharges charges = HedgeCharges.of(rig.state.ledger(), Plans.DAY, TradingCalendar.nyse());
        assertThat(charges.cumHedge()).as("O4: the ledger is never optimistic").isGreaterThanOrEqualTo(spent);
        mark(rig);
    }

    private void mark(Rig rig) {
        for (Attempt attempt : rig.state.books().attempts().values()) {
            reached.merge(attempt.state().name(), 1, Integer::sum);
            if (attempt.epoch() < rig.epoch && attempt.state() == AttemptState.WORKING) {
                reached.merge("adopted", 1, Integer::sum);
            }
        }
    }

    private static long quantity(Rig rig, String intentId) {
        return rig.state.books().intents().get(intentId).intent().quantity();
    }

    /** Faults stop; a person resumes; the day ends. */
    private static void calm(Rig rig) {
        rig.noise = List::of;
        rig.wireSilent = false;
        rig.loseCancels = false;
        rig.post(new Event.Resume("anna", "calm"));
        up(rig);
        rig.advance(600);
        assertThat(rig.state.readiness().level()).as(rig.state.readiness().words()).isEqualTo(Readiness.Level.READY);
        rig.now = rig.now.plusSeconds(7 * 3600);
        rig.post(new Event.Fire(Event.Job.END_OF_DAY, rig.now));
        rig.advance(60);
    }

    private static void atRest(Rig rig) {
        assertThat(rig.state.ledger().positions()).as("O8: positions").isEqualTo(held(rig));
        assertThat(rig.state.books().aliveAttempts()).as("O8: no order without a fate").isEmpty();
        assertThat(rig.state.books().openIntents()).isEmpty();
        assertThat(rig.state.runs()).isEmpty();
        assertThat(rig.state.ledger().reserved()).isEqualTo(Usd.ZERO);
        long executions = rig.journal.stream().filter(r -> r instanceof JournalRecord.Booked b
                && b.event() instanceof BookedEvent.Executed).count();
        assertThat(executions).as("P17: every fill once").isEqualTo(rig.broker.executions.size());
        assertThat(ExecutionState.restore(rig.settings, rig.journal).books()).as("O9: the fold of the journal")
                .isEqualTo(rig.state.books());
    }

    private static Map<InstrumentKey, Long> held(Rig rig) {
        Map<InstrumentKey, Long> held = new TreeMap<>(rig.broker.positions);
        held.values().removeIf(q -> q == 0);
        return held;
    }
}

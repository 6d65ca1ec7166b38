package alvh.planner.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.layer.LayerDecision;
import alvh.planner.layer.Level;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.Refusal;
import alvh.planner.scenario.Replay;

/**
 * The planner walked through an episode of methodology 6.4: on each of its days it plans at 10:15 on that day's levels, all
 * its orders fill at their last rung, and the level and the ledger go on to the next day.
 */
public final class ReplayWalk {
    private static final int HISTORY = 519;
    private static final double SHARE = 71;
    public final World world = new World();
    private final Replay replay;
    private final Map<String, BookedEvent.Marked> marks = new TreeMap<>();
    private final Map<String, double[]> seen = new TreeMap<>();
    private int serial;

    /** What one day brought. */
    public record Step(Replay.Day day, PlanOutcome outcome) {

        public List<PlannedOrder> buys() {
            return orders().stream().filter(order -> order.effect() == Effect.OPEN).toList();
        }

        public List<PlannedOrder> sales() {
            return orders().stream().filter(order -> order.effect() == Effect.CLOSE).toList();
        }

        private List<PlannedOrder> orders() {
            return outcome instanceof PlanOutcome.Planned planned ? planned.plan().orders() : List.of();
        }

        public Level level(LayerId layer) {
            return outcome.report().layers().stream().filter(l -> l.layer() == layer).map(LayerDecision::now)
                    .findFirst().orElseThrow();
        }

        public List<Refusal.Code> refused() {
            return outcome.report().rejected().stream().map(Refusal::code).toList();
        }
    }

    public ReplayWalk(Replay replay, LocalDate bookExpiry, int spreads) {
        this.replay = replay;
        world.market.asOf = World.newYork(replay.first().date(), 10, 15);
        world.market.name("KO", SHARE, 0.30, 1.0);
        world.spread("KO", bookExpiry, Right.PUT, 70, 66, spreads, "0.90", "0.40");
        world.levels(Level.CORE, Level.ARMED, Level.CORE);
    }

    public List<Step> walk() {
        var steps = new ArrayList<Step>();
        for (Replay.Day day : replay.days()) {
            set(day);
            PlanOutcome outcome = world.plan();
            steps.add(new Step(day, outcome));
            mark(outcome.report());
            if (outcome instanceof PlanOutcome.Planned planned) {
                planned.plan().orders().forEach(order -> fill(order, outcome.report()));
            }
            world.levels = outcome.report().levelsNow();
            remember(day);
        }
        return steps;
    }

    /** One day alone, with another VVIX. */
    public Step on(Replay.Day day, double vvix) {
        set(day);
        world.market.vvix = vvix;
        return new Step(day, world.plan());
    }

    private void set(Replay.Day day) {
        SyntheticMarket market = world.market;
        market.asOf = World.newYork(day.date(), 10, 15);
        market.spx = day.spx();
        market.vix = day.vix();
        market.vvix = replay.vvix(day);
        market.vix3m = day.vix() / ratio(day);
        List<LocalDate> known = replay.monthlies(8);
        List<LocalDate> dates = market.vixMonthlies();
        for (int i = 0; i < dates.size(); i++) {
            market.curve[i] = replay.forward(day, known.contains(dates.get(i)) ? dates.get(i) : known.get(7));
        }
        market.name("KO", SHARE * day.spx() / replay.first().spx(), 0.30, 1.0);
        history();
    }

    /** As given, else against the forward of three months. */
    private double ratio(Replay.Day day) {
        return Double.isNaN(day.ratio())
                ? day.vix() / replay.forward(day, replay.monthlies(8).get(2))
                : day.ratio();
    }

    /** Before the episode the levels of its first day, hardly moving; then its own closes. */
    private void history() {
        Replay.Day first = replay.first();
        history("SPX", first.spx(), 0.008, 0);
        share();
        history("VIX", first.vix(), 0.02, 1);
        history("VIX3M", first.vix() / ratio(first), 0.02, 2);
        history("VVIX", first.vvix(), 0.02, 3);
    }

    private void history(String symbol, double level, double swing, int column) {
        double[] closes = new double[HISTORY];
        int own = seen.size();
        for (int i = 0; i < HISTORY; i++) {
            closes[i] = level * (1 + swing * Math.sin(0.7 * (HISTORY - own - i)));
        }
        int at = HISTORY - own;
        for (double[] row : seen.values()) {
            closes[at++] = row[column];
        }
        world.market.history.put(symbol, closes);
    }

    /** The share moves with SPX and a little by itself, so that its beta is known and the hedge may count it. */
    private void share() {
        double[] index = world.market.history.get("SPX");
        double[] closes = new double[HISTORY];
        for (int i = 0; i < HISTORY; i++) {
            closes[i] = SHARE * index[i] / replay.first().spx() * (1 + 0.002 * Math.sin(1.9 * i));
        }
        world.market.history.put("KO", closes);
    }

    private void remember(Replay.Day day) {
        seen.put(day.date().toString(), new double[]{day.spx(), day.vix(), day.vix() / ratio(day), replay.vvix(day)});
    }

    /** New highest marks, as the five-minute rhythm would have booked them. */
    private void mark(PlanReport report) {
        report.lots().forEach(lot -> {
            if (lot.mark() > 0) {
                Price now = Price.of(Math.rint(lot.mark() / lot.openQuantity()) / 100);
                BookedEvent.Marked before = marks.get(lot.lotId());
                int rungs = before == null ? 0 : before.rungs();
                Price peak = before != null && before.peak().e4() > now.e4() ? before.peak() : now;
                book(new BookedEvent.Marked(world.market.asOf, lot.lotId(), peak, rungs));
            }
        });
    }

    private void book(BookedEvent.Marked mark) {
        marks.put(mark.lotId(), mark);
        world.events.add(mark);
    }

    private void fill(PlannedOrder order, PlanReport report) {
        String last = Double.toString(order.ladder().last().toDouble());
        switch (order.effect()) {
            case OPEN -> world.bought(order.layer(), order.legs(), order.quantity(), last, 0);
            case CLOSE -> sold(order, report);
            case ROLL -> throw new IllegalStateException("no roll is due in these episodes: " + order.words());
        }
    }

    /** A package's whole proceeds are booked on the leg that is sold. */
    private void sold(PlannedOrder order, PlanReport report) {
        String intent = "W" + ++serial;
        Instant at = world.market.asOf.plusSeconds(60);
        world.events.add(new BookedEvent.IntentReserved(at, intent, order.layer(), Effect.CLOSE, order.legs(),
                order.quantity(), Usd.ZERO, order.fees(), order.closesLots()));
        Price each = new Price(Math.abs(order.ladder().last().e4()));
        for (LotLeg leg : order.legs()) {
            world.events.add(new BookedEvent.Executed(at, intent + leg.key(), 1, intent, 5000 + serial, leg.key(),
                    leg.side(), order.quantity(), leg.side() == Side.SELL ? each : new Price(0), 100));
            world.events.add(new BookedEvent.Commission(at, intent + leg.key(), 1, leg.key(), Usd.of("1.00")));
        }
        world.events.add(new BookedEvent.IntentClosed(at, intent));
        report.lots().stream().filter(lot -> order.closesLots().contains(lot.lotId())
                && lot.decision().startsWith("harvest"))
                .forEach(lot -> book(new BookedEvent.Marked(at, lot.lotId(), marks.get(lot.lotId()).peak(), 1)));
    }
}

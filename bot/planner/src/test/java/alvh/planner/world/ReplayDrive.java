package alvh.planner.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.layer.LayerLevels;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.Ledger;
import alvh.planner.ledger.LedgerFold;
import alvh.planner.ledger.Lot;
import alvh.planner.market.Right;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;
import alvh.planner.plan.PlannedOrder;

/**
 * One episode walked with the planner that trades: each row is a day with a five-minute plan for sales and a daily plan;
 * every order fills at its worst rung; the levels are folded at each close. The row's closes stand for its prices at
 * 10:15, so a day's plan sees that day's storm.
 */
public final class ReplayDrive {
    private static final Usd FEE = Usd.of("1.25");
    private final Episode episode;
    private final List<BookedEvent> events = new ArrayList<>();
    private LayerLevels levels;
    private int intents;
    public final List<Day> days = new ArrayList<>();

    /** What one day did; {@code marks} by open hedge lot at the middle of the market, dollars. */
    public record Day(Episode.Row row, PlanOutcome sales, PlanOutcome daily, Ledger ledger,
            SortedMap<String, Double> marks) {

        public double marked() {
            return marks.values().stream().mapToDouble(mark -> mark).sum();
        }

        public List<PlannedOrder> orders() {
            var all = new ArrayList<PlannedOrder>();
            for (PlanOutcome outcome : List.of(sales, daily)) {
                if (outcome instanceof PlanOutcome.Planned planned) {
                    all.addAll(planned.plan().orders());
                }
            }
            return all;
        }
    }

    public ReplayDrive(Episode episode) {
        this.episode = episode;
    }

    public ReplayDrive walk() {
        for (Episode.Row row : episode.rows()) {
            PlanOutcome sales = plan(row, HedgePlan.Kind.MARKS);
            book(sales, world(row));
            PlanOutcome daily = plan(row, HedgePlan.Kind.DAILY);
            book(daily, world(row));
            levels = daily.report().levelsNow();
            World after = world(row);
            days.add(new Day(row, sales, daily, after.ledger(), marked(after)));
        }
        return this;
    }

    private PlanOutcome plan(Episode.Row row, HedgePlan.Kind kind) {
        World world = world(row);
        world.kind = kind;
        return world.plan();
    }

    /** The book is $12,000 of put spreads that expire after the episode; its name falls with SPX. */
    private World world(Episode.Row row) {
        var world = new World();
        episode.market(row, world.market);
        Episode.Row first = episode.rows().get(0);
        world.market.name("KO", 71 * Math.pow(row.spx() / first.spx(), 1.1), 0.30, 1.1);
        LocalDate expiry = first.date().plusDays(60).with(java.time.DayOfWeek.FRIDAY);
        world.spread("KO", alvh.planner.market.TradingCalendar.nyse().onOrBefore(expiry), Right.PUT, 70, 66, 240,
                "0.90",
                "0.40");
        world.events.addAll(events);
        events.stream().filter(BookedEvent.Executed.class::isInstance).map(BookedEvent.Executed.class::cast)
                .forEach(e -> world.market.also(e.key()));
        if (levels != null) {
            world.levels = levels;
        }
        return world;
    }

    private void book(PlanOutcome outcome, World world) {
        marks(outcome, world);
        if (outcome instanceof PlanOutcome.Planned planned) {
            planned.plan().orders().forEach(order -> fill(order, world));
        }
    }

    /** A new highest mark of every lot, as the daemon books it. */
    private void marks(PlanOutcome outcome, World world) {
        for (PlanReport.LotLine line : outcome.report().lots()) {
            Lot lot = world.ledger().lots().get(line.lotId());
            double mark = line.mark() / line.openQuantity() / 100;
            if (mark > lot.peak().toDouble()) {
                events.add(new BookedEvent.Marked(world.market.asOf(), lot.lotId(), Price.of(mark), lot.rungs()));
            }
        }
    }

    private void fill(PlannedOrder order, World world) {
        String intent = "R" + ++intents;
        Instant at = world.market.asOf();
        Ledger before = LedgerFold.applyAll(Ledger.EMPTY, events);
        events.add(new BookedEvent.IntentReserved(at, intent, order.layer(), order.effect(), order.legs(),
                order.quantity(), order.worstCase(), order.fees(), order.closesLots()));
        Price net = order.ladder().last();
        for (int i = 0; i < order.legs().size(); i++) {
            Lot.LotLeg leg = order.legs().get(i);
            events.add(new BookedEvent.Executed(at, intent + "." + i, 1, intent, intents, leg.key(), leg.side(),
                    order.quantity(), legPrice(order, i, net, world), 100));
            events.add(new BookedEvent.Commission(at, intent + "." + i, 1, leg.key(),
                    FEE.times(order.quantity())));
        }
        events.add(new BookedEvent.IntentClosed(at, intent));
        if (order.effect() == BookedEvent.Effect.CLOSE) {
            order.closesLots().stream().map(before.lots()::get).forEach(lot -> events
                    .add(new BookedEvent.Marked(at, lot.lotId(), lot.peak(), lot.rungs() + 1)));
        }
    }

    /** The legs after the first fill at the middle of the market, the first at what the net price leaves for it. */
    private static Price legPrice(PlannedOrder order, int leg, Price net, World world) {
        double rest = 0;
        for (int i = 1; i < order.legs().size(); i++) {
            double mid = Math.rint(world.market.price(order.legs().get(i).key()) * 100) / 100;
            if (i == leg) {
                return Price.of(Math.max(0.01, mid));
            }
            rest += Math.max(0.01, mid) * order.legs().get(i).side().sign();
        }
        boolean single = order.legs().size() == 1;
        return single ? net : Price.of((net.toDouble() - rest) * order.legs().get(0).side().sign());
    }

    private static SortedMap<String, Double> marked(World world) {
        SortedMap<String, Double> marks = new TreeMap<>();
        for (Lot lot : world.ledger().openHedgeLots()) {
            double mark = 0;
            for (Lot.LotLeg leg : lot.legs()) {
                mark += 100 * lot.openQuantity() * leg.side().sign() * world.market.price(leg.key());
            }
            marks.put(lot.lotId(), mark);
        }
        return marks;
    }

    /** Proceeds and marks less what hedges have cost, dollars. */
    public static double gain(Day day) {
        double sum = day.marked();
        for (Lot lot : day.ledger().lots().values()) {
            if (lot.intentId() != null) {
                sum += lot.proceeds().toDouble() - lot.cost().toDouble();
            }
        }
        return sum;
    }
}

package alvh.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.HedgePlanner;
import alvh.planner.budget.BudgetState;
import alvh.planner.layer.LayerLevels;
import alvh.planner.layer.LevelFold;
import alvh.planner.ledger.BookedEvent;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Right;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.Certificate;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.OwnFiles;
import alvh.planner.plan.Past;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PlanningInput;
import alvh.simulator.exchange.Exchange;
import alvh.simulator.market.HistoricalWorld;
import alvh.simulator.market.Listing;
import alvh.simulator.market.Market;
import alvh.simulator.market.SessionCalendar;
import alvh.simulator.market.WorldSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The volatility storm of 2018-02-05, day by day as it was: real SPY, VIX and stock days lead the simulated market, the
 * planner plans, the simulated exchange fills, the ledger is kept.
 */
@Timeout(240)
class RealDaysTest {

    private static final Path DATA = Path.of(System.getProperty("alvh.data", "/work/shared/data"));
    private static final List<String> SYMBOLS = List.of("SPY", "VIX", "AAPL", "BAC", "IBM", "IWM");
    private static final List<String> BOOK = List.of("AAPL", "BAC", "IBM");
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 22);
    private static final LocalDate STORM = LocalDate.of(2018, 2, 5);
    private static final LocalDate LAST = LocalDate.of(2018, 2, 13);
    private static final LocalDate EXPIRY = LocalDate.of(2018, 3, 16);
    private static final HedgeSettings SETTINGS = HedgeSettings.DEFAULTS;

    private final List<Sale> sales = new ArrayList<>();
    private LayerLevels levels = LevelFold.initial();
    private Exchange exchange;
    private PaperBroker broker;

    /** What was harvested when, and by which plan. */
    private record Sale(LocalDate day, PlannedOrder order) {}

    @Test
    void P05_theStormOfFebruary2018IsWalkedWithinBudgetInTheLayersOrderAndHarvested() throws IOException {
        open();
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = SessionCalendar.next(day)) {
            days.add(day);
            daily(day);
            for (int hour = 11; hour <= 15; hour++) {
                marks(day, LocalTime.of(hour, 30));
            }
            close(day);
            assertThat(broker.ledger().positions()).as("%s: ledger and account", day).isEqualTo(positions());
        }
        assertThat(days).hasSize(17);
        assertThat(broker.ledger().lots().values().stream().filter(l -> l.intentId() != null)).as("hedges were bought")
                .isNotEmpty();
        assertThat(sales).as("harvest").isNotEmpty();
        assertThat(sales).as("nothing reaches a rung before the storm").allMatch(s -> !s.day().isBefore(STORM));
        assertThat(sales).as("the spike is harvested while it lasts")
                .anyMatch(s -> !s.day().isAfter(LocalDate.of(2018, 2, 9)));
        List<Lot> sold = broker.ledger().lots().values().stream()
                .filter(l -> l.intentId() != null && l.openQuantity() < l.quantity()).toList();
        assertThat(sold).isNotEmpty().allSatisfy(lot -> assertThat(lot.proceeds().e4()).as("proceeds of %s", lot)
                .isGreaterThan(2 * lot.cost().minus(lot.openCost()).e4()));
    }

    private void open() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "SKIPPED: no market data at " + DATA
                + "; real days around 2018-02-05 were not walked (give a folder with -Dalvh.data=DIR)");
        Map<String, List<DailyBars.Bar>> series = new TreeMap<>();
        for (String symbol : SYMBOLS) {
            series.put(symbol, HistoricalWorld
                    .bars(Files.readAllLines(DATA.resolve(symbol.toLowerCase(Locale.ROOT) + "-daily.csv"))));
        }
        WorldSpec world = HistoricalWorld.of(series, at(FIRST, LocalTime.of(10, 0)), 7);
        Market empty = Market.open(world);
        List<WorldSpec.Holding> book = new ArrayList<>();
        BOOK.forEach(symbol -> book.addAll(putSpread(empty, symbol)));
        exchange = Exchange.open(Market.open(world.withPositions(book, Usd.ofDollars(250_000))));
        broker = new PaperBroker(exchange);
    }

    /** A bull put spread about 4 % below, 5 % of the price wide, for about $1,500 of credit a name. */
    private static List<WorldSpec.Holding> putSpread(Market market, String symbol) {
        double spot = market.tape(InstrumentKey.of(symbol)).last();
        InstrumentKey shortLeg = put(market, symbol, spot * 0.96);
        InstrumentKey longLeg = put(market, symbol, spot * 0.91);
        double credit = market.modelPrice(shortLeg) - market.modelPrice(longLeg);
        int quantity = Math.max(1, (int) Math.round(1500 / (100 * credit)));
        return List.of(
                new WorldSpec.Holding(shortLeg, -quantity, Price.of(cents(market.modelPrice(shortLeg)))),
                new WorldSpec.Holding(longLeg, quantity, Price.of(cents(market.modelPrice(longLeg)))));
    }

    private static double cents(double price) {
        return Math.max(1, Math.rint(price * 100)) / 100;
    }

    private static InstrumentKey put(Market market, String symbol, double strike) {
        return market.catalogue().find(symbol, "OPT").stream().map(Listing::key)
                .filter(k -> k.right() == Right.PUT && k.settlementDate().equals(EXPIRY))
                .min((a, b) -> Double.compare(Math.abs(a.strike() - strike), Math.abs(b.strike() - strike)))
                .orElseThrow();
    }

    private void daily(LocalDate day) {
        broker.until(at(day, LocalTime.of(10, 15)));
        PlanOutcome outcome = plan(HedgePlan.Kind.DAILY);
        assertThat(outcome).as("%s: a decision", day).isNotInstanceOf(PlanOutcome.Impossible.class);
        if (outcome instanceof PlanOutcome.Planned planned) {
            checkBudget(day, planned);
            checkOrder(day, planned);
            assertThat(!sales.isEmpty() && planned.plan().orders().stream()
                    .anyMatch(o -> o.effect() == BookedEvent.Effect.OPEN))
                    .as("%s: no layer buys after a harvest while the curve is inverted", day).isFalse();
            carryOut(day, planned.plan());
        }
        after(day, outcome);
    }

    private void marks(LocalDate day, LocalTime time) {
        broker.until(at(day, time));
        if (broker.ledger().openHedgeLots().isEmpty()) {
            return;
        }
        PlanOutcome outcome = plan(HedgePlan.Kind.MARKS);
        if (outcome instanceof PlanOutcome.Planned planned) {
            assertThat(planned.plan().orders()).as("%s: marks only sell", day)
                    .allMatch(o -> o.effect() == BookedEvent.Effect.CLOSE);
            carryOut(day, planned.plan());
        }
    }

    /** At the close the levels are folded once, as the daemon stores them. */
    private void close(LocalDate day) {
        broker.until(at(day, LocalTime.of(16, 20)));
        LayerLevels now = plan(HedgePlan.Kind.MARKS).report().levelsNow();
        assertThat(now.asOf()).as("%s: the close is folded", day).isEqualTo(day);
        levels = now;
    }

    private PlanOutcome plan(HedgePlan.Kind kind) {
        MarketPicture.Taken taken = new MarketPicture(exchange, SETTINGS).take(levels, broker.ledger());
        PlanOutcome outcome = HedgePlanner.plan(new PlanningInput(kind, taken.market(), taken.account(),
                broker.ledger(), levels, OwnFiles.NONE, Past.NONE, SETTINGS));
        book(taken.market());
        return outcome;
    }

    /** New highest mids of held lots, for the trailing exit. */
    private void book(MarketSnapshot market) {
        for (Lot lot : broker.ledger().openHedgeLots()) {
            double mid = lot.legs().stream()
                    .mapToDouble(leg -> leg.side().sign() * leg.ratio() * market.quote(leg.key()).mid()).sum();
            if (mid > 0 && Price.of(mid).compareTo(lot.peak()) > 0) {
                broker.book(new BookedEvent.Marked(market.takenAt(), lot.lotId(), Price.of(mid), lot.rungs()));
            }
        }
    }

    private void carryOut(LocalDate day, HedgePlan plan) {
        Map<String, Long> before = new TreeMap<>();
        broker.ledger().lots().forEach((id, lot) -> before.put(id, lot.openQuantity()));
        broker.carryOut(plan);
        for (PlannedOrder order : plan.orders()) {
            boolean soldSome = order.effect() == BookedEvent.Effect.CLOSE && order.closesLots().stream()
                    .anyMatch(id -> broker.ledger().lots().get(id).openQuantity() < before.get(id));
            if (soldSome) {
                sales.add(new Sale(day, order));
                order.closesLots().stream().map(broker.ledger().lots()::get).filter(Lot::open)
                        .forEach(lot -> broker.book(new BookedEvent.Marked(exchange.market().now(), lot.lotId(),
                                lot.peak(), lot.rungs() + 1)));
            }
        }
    }

    private static void checkBudget(LocalDate day, PlanOutcome.Planned planned) {
        BudgetState budget = planned.report().budget();
        assertThat(planned.plan().worstCase()).as("%s: worst case within what is left", day)
                .isLessThanOrEqualTo(budget.available().plus(budget.harvestReserve()));
    }

    /** What the day's trading left behind keeps both budget tests, as long as nothing was harvested. */
    private void after(LocalDate day, PlanOutcome planned) {
        BudgetState budget = plan(HedgePlan.Kind.MARKS).report().budget();
        assertThat(budget.reserved()).as("%s: nothing stays reserved", day).isEqualTo(Usd.ZERO);
        assertThat(budget.cumHedge()).as("%s: flow test", day).isLessThanOrEqualTo(budget.flowCap());
        assertThat(budget.unrecovered()).as("%s: stock test", day).isLessThanOrEqualTo(budget.stockCap());
        assertThat(budget.capTotal()).isEqualTo(planned.report().budget().capTotal());
    }

    /** Sales first, then L1, L2, L3; no layer buys without its certificate, none without that of the one before it. */
    private static void checkOrder(LocalDate day, PlanOutcome.Planned planned) {
        SortedMap<LayerId, Certificate> certificates = new TreeMap<>();
        planned.report().certificates().forEach(c -> certificates.put(c.layer(), c));
        int reached = -1;
        for (PlannedOrder order : planned.plan().orders()) {
            boolean sale = order.effect() == BookedEvent.Effect.CLOSE;
            int rank = sale ? 0 : 1 + order.layer().ordinal();
            assertThat(rank).as("%s: order of steps", day).isGreaterThanOrEqualTo(reached);
            reached = rank;
            if (!sale) {
                assertThat(certificates.get(order.layer()).valid()).as("%s: %s is certified", day, order.layer())
                        .isTrue();
                boolean needsBase = order.layer() != LayerId.BASE;
                assertThat(!needsBase || certificates.get(LayerId.BASE).valid())
                        .as("%s: %s acts because Base has signed", day, order.layer()).isTrue();
            }
        }
        boolean harvest = planned.plan().orders().stream()
                .anyMatch(o -> o.effect() == BookedEvent.Effect.CLOSE && o.because().contains("rung"));
        assertThat(harvest && reached > 0).as("%s: a harvest rests the buys of its own plan", day).isFalse();
    }

    private SortedMap<InstrumentKey, Long> positions() {
        SortedMap<InstrumentKey, Long> positions = new TreeMap<>();
        exchange.positions().forEach(p -> positions.put(p.key(), (long) p.quantity()));
        return positions;
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(SessionCalendar.NEW_YORK).toInstant();
    }
}

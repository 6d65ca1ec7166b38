package alvh.simulator.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.exchange.ExchangeOutput.CommissionReported;
import alvh.simulator.exchange.ExchangeOutput.Executed;
import alvh.simulator.exchange.ExchangeOutput.Notice;
import alvh.simulator.exchange.ExchangeOutput.OrderChanged;
import alvh.simulator.exchange.ExchangeOutput.PositionChanged;
import alvh.simulator.market.MarketLine;
import alvh.simulator.market.Tape;
import alvh.simulator.market.Worlds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExchangeTest {

    private static final Instant CLOSE = Instant.parse("2026-03-10T20:15:00Z");

    @Test
    void aLimitAtTheTouchFillsAtOnceAtTheTouch() {
        Rig rig = Rig.empty().pinned(0.80, 0.86, 50);
        List<ExchangeOutput> outputs = rig.place(rig.ticket(Rig.CALL, Side.BUY, 2, "0.90"));
        assertThat(Rig.of(outputs, Executed.class)).singleElement().satisfies(e -> {
            assertThat(e.execution().price()).isEqualTo(Price.of("0.86"));
            assertThat(e.execution().quantity()).isEqualTo(2);
            assertThat(e.execution().execId()).endsWith(".01");
        });
        assertThat(rig.last().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(rig.last().completedText()).isEqualTo("Filled Size: 2");
        assertThat(rig.held(Rig.CALL)).isEqualTo(2);
        assertThat(outputs).extracting(o -> o.getClass().getSimpleName()).containsExactly("OrderChanged",
                "OrderChanged", "Executed", "OrderChanged", "PositionChanged", "CashChanged", "CommissionReported");
    }

    @Test
    void aLimitInsideTheSpreadWaitsLongerTheFartherFromTheTouch() {
        long near = waitOf("0.85");
        long middle = waitOf("0.83");
        assertThat(near).isBetween(1L, 15L);
        assertThat(middle).isBetween(near, 15L);
        assertThat(waitOf("0.85")).as("the same seed waits the same").isEqualTo(near);
        Rig rig = Rig.empty().pinned(0.80, 0.86, 50);
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 1, "0.82"));
        rig.seconds(60);
        assertThat(rig.last().status()).as("worse than the middle: nobody comes").isEqualTo(OrderStatus.SUBMITTED);
    }

    private static long waitOf(String limit) {
        Rig rig = Rig.empty().pinned(0.80, 0.86, 50);
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 1, limit));
        Instant placed = rig.last().accepted();
        while (rig.last().status() != OrderStatus.FILLED
                && rig.exchange.market().now().isBefore(placed.plusSeconds(60))) {
            rig.seconds(1);
        }
        assertThat(rig.last().lastPrice()).isEqualTo(Price.of(limit));
        return Duration.between(placed, rig.last().completed()).toSeconds();
    }

    @Test
    void nothingFillsOnOneSidedCrossedOrHaltedMarkets() {
        Rig rig = Rig.empty().pinned(0.95, 0.86, 50);
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 1, "1.50"));
        rig.seconds(20);
        rig.pinned(0.80, Double.NaN, 50);
        rig.seconds(20);
        rig.step(new ExchangeInput.World(new MarketLine.Halt(Rig.CALL)));
        rig.pinned(0.80, 0.86, 50);
        rig.seconds(20);
        assertThat(Rig.of(rig.all, Executed.class)).isEmpty();
        rig.step(new ExchangeInput.World(new MarketLine.Clear(List.of(Rig.CALL))));
        rig.seconds(1);
        assertThat(rig.last().status()).isEqualTo(OrderStatus.FILLED);
    }

    /** The first order fills, then the second one's price breaks: the fill is taken back, the line stands. */
    @Test
    void whatBreaksHalfWayIsTakenBack() {
        InstrumentKey ko = InstrumentKey.of("KO");
        Rig rig = Rig.empty().pinned(0.80, 0.86, 50);
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 1, "0.50"));
        long first = rig.last().permId();
        rig.place(rig.ticket(ko, Side.BUY, 1, "1.00"));
        var cash = rig.exchange.values().cash();
        double level = rig.exchange.market().modelPrice(ko);
        rig.exchange.market().apply(new MarketLine.Level(ko, Double.NaN));
        assertThatThrownBy(() -> rig.pinned(0.30, 0.40, 50)).isInstanceOfSatisfying(HalfDone.class,
                half -> assertThat(half.facts()).singleElement().isInstanceOf(ExchangeOutput.MarketTold.class));
        assertThat(rig.exchange.positions()).isEmpty();
        assertThat(rig.exchange.executions(rig.exchange.market().date())).isEmpty();
        assertThat(rig.exchange.order(first)).get().extracting(BookedOrder::filled).isEqualTo(0);
        rig.exchange.market().apply(new MarketLine.Level(ko, level));
        assertThat(rig.exchange.values().cash()).isEqualTo(cash);
        rig.seconds(1);
        assertThat(rig.exchange.order(first)).get().extracting(BookedOrder::status).isEqualTo(OrderStatus.FILLED);
        assertThat(Rig.of(rig.all, Executed.class)).singleElement();
    }

    @Test
    void displayedSizeMakesPartials() {
        Rig rig = Rig.empty().pinned(0.80, 0.86, 3);
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 7, "0.86"));
        assertThat(rig.last().filled()).isEqualTo(3);
        assertThat(rig.last().status()).isEqualTo(OrderStatus.SUBMITTED);
        rig.seconds(1);
        assertThat(rig.last().filled()).isEqualTo(6);
        rig.seconds(1);
        assertThat(rig.last().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(Rig.of(rig.all, Executed.class)).extracting(e -> e.execution().cumulative())
                .containsExactly(3, 6, 7);
        assertThat(rig.exchange.executions(rig.exchange.market().date())).extracting(Execution::execId)
                .doesNotHaveDuplicates();
    }

    @Test
    void aForcedPartialAndHeldFillsObeyTheWorld() {
        Rig rig = Rig.empty().pinned(0.80, 0.86, 50);
        rig.step(new ExchangeInput.FillAtMost(1));
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 4, "0.86"));
        assertThat(rig.last().filled()).isEqualTo(1);
        rig.step(new ExchangeInput.HoldFills());
        rig.seconds(30);
        assertThat(rig.last().filled()).isEqualTo(1);
        rig.step(new ExchangeInput.ReleaseFills());
        rig.seconds(1);
        assertThat(rig.last().filled()).isEqualTo(4);
    }

    @Test
    void aComboFillsWholeWithOneExecutionForItAndOneForEachLeg() {
        Rig rig = Rig.empty();
        rig.step(new ExchangeInput.World(new MarketLine.Hold()));
        rig.step(new ExchangeInput.World(new MarketLine.Pin(Rig.PUT_570, 7.84, 7.99, 40, 40)));
        rig.step(new ExchangeInput.World(new MarketLine.Pin(Rig.PUT_560, 5.99, 6.12, 40, 40)));
        rig.place(rig.spread(Side.BUY, 2, "2.00"));
        List<Execution> executions = Rig.of(rig.all, Executed.class).stream().map(Executed::execution).toList();
        assertThat(executions).hasSize(3);
        Execution bag = executions.get(0);
        assertThat(bag.isCombo()).isTrue();
        assertThat(bag.price()).isEqualTo(Price.of("2.00"));
        assertThat(bag.key()).isNull();
        Price net = executions.get(1).price().minus(executions.get(2).price());
        assertThat(net).isEqualTo(bag.price());
        assertThat(executions.get(1).side()).isEqualTo(Side.BUY);
        assertThat(executions.get(2).side()).isEqualTo(Side.SELL);
        assertThat(executions).extracting(e -> e.execId().substring(0, 17)).containsOnly(bag.execId().substring(0, 17));
        assertThat(rig.held(Rig.PUT_570)).isEqualTo(2);
        assertThat(rig.held(Rig.PUT_560)).isEqualTo(-2);
        assertThat(Rig.of(rig.all, CommissionReported.class)).extracting(CommissionReported::execId)
                .containsExactly(executions.get(1).execId(), executions.get(2).execId());
    }

    @Test
    void aComboWaitsInsideItsSpreadAndSellsAtItsBid() {
        Rig rig = Rig.empty();
        rig.step(new ExchangeInput.World(new MarketLine.Pin(Rig.PUT_570, 7.84, 7.99, 40, 40)));
        rig.step(new ExchangeInput.World(new MarketLine.Pin(Rig.PUT_560, 5.99, 6.12, 40, 40)));
        rig.place(rig.spread(Side.BUY, 1, "1.91"));
        assertThat(rig.last().filled()).isZero();
        rig.seconds(15);
        assertThat(rig.last().status()).isEqualTo(OrderStatus.FILLED);
        rig.place(rig.spread(Side.SELL, 1, "1.72"));
        assertThat(rig.last().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(rig.last().lastPrice()).isEqualTo(Price.of("1.72"));
        assertThat(rig.exchange.positions()).isEmpty();
    }

    @Test
    void commissionsAreMinimumOnceAnOrderPlusExchangeFees() {
        Rig rig = Rig.empty().pinned(0.70, 0.73, 50);
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 1, "0.73"));
        assertThat(commissions(rig)).containsExactly(Usd.of("1.27"));
        rig.step(new ExchangeInput.FillAtMost(1));
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 4, "0.73"));
        rig.seconds(1);
        assertThat(commissions(rig)).as("1.00 + 0.27 for the first of four, 2.60 - 1.00 + 3 x 0.27 for the rest")
                .containsExactly(Usd.of("1.27"), Usd.of("1.27"), Usd.of("2.41"));
        rig.step(new ExchangeInput.World(new MarketLine.Pin(Rig.PUT_570, 7.84, 7.99, 40, 40)));
        rig.step(new ExchangeInput.World(new MarketLine.Pin(Rig.PUT_560, 5.99, 6.12, 40, 40)));
        rig.place(rig.spread(Side.BUY, 1, "2.00"));
        List<Usd> legs = commissions(rig).subList(3, 5);
        assertThat(legs.get(0).plus(legs.get(1))).isEqualTo(Usd.of("1.48"));
    }

    private static List<Usd> commissions(Rig rig) {
        return Rig.of(rig.all, CommissionReported.class).stream().map(CommissionReported::commission).toList();
    }

    @Test
    void cashAndPositionsConserveValue() {
        Rig rig = new Rig(Worlds.demo()).pinned(0.80, 0.86, 50);
        AccountValues before = rig.exchange.values();
        assertThat(before.netLiquidation().toDouble()).isBetween(182_440.0, 182_460.0);
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 10, "0.86"));
        AccountValues after = rig.exchange.values();
        double paid = 860 + 6.50 + 10 * 0.27;
        assertThat(before.cash().minus(after.cash())).isEqualTo(Usd.of("869.20"));
        double mark = rig.exchange.market().modelPrice(Rig.CALL) * 1000;
        assertThat(after.netLiquidation().toDouble() - before.netLiquidation().toDouble()).isCloseTo(mark - paid,
                org.assertj.core.api.Assertions.within(0.01));
        Position position = rig.exchange.positions().stream().filter(p -> p.key().equals(Rig.CALL)).findFirst()
                .orElseThrow();
        assertThat(position.averageCost()).isEqualTo(86.92);
        rig.place(rig.ticket(Rig.CALL, Side.SELL, 10, "0.80"));
        CommissionReported closing = Rig.of(rig.all, CommissionReported.class).getLast();
        assertThat(closing.realisedPnl()).isEqualTo(Usd.of("800").minus(Usd.of("9.20")).minus(Usd.of("869.20")));
        assertThat(rig.exchange.values().cash()).isEqualTo(before.cash().plus(closing.realisedPnl()));
        assertThat(rig.held(Rig.CALL)).isZero();
    }

    @Test
    void refusalsCarryTheBrokersCodes() {
        Rig rig = Rig.empty();
        assertThat(code(rig, rig.ticket(Rig.CALL, Side.BUY, 1, "3.03"))).as("off the grid").isEqualTo(110);
        assertThat(code(rig, rig.ticket(Rig.CALL, Side.BUY, 0, "0.80"))).isEqualTo(321);
        assertThat(code(rig, rig.ticket(InstrumentKey.of("VIX"), Side.BUY, 1, "17"))).isEqualTo(201);
        Ticket unknown = new Ticket("", "", Side.BUY, 1, Price.of("1"), Ticket.Tif.DAY,
                List.of(new Ticket.Leg(5, 1, Side.BUY)), false, false);
        assertThat(code(rig, unknown)).isEqualTo(200);
        assertThat(code(rig, new Ticket("U1", "", Side.BUY, 1, Price.of("1"), Ticket.Tif.DAY,
                List.of(new Ticket.Leg(rig.conId(Rig.CALL), 1, Side.BUY)), false, false))).isEqualTo(321);
        assertThat(Rig.of(rig.all, OrderChanged.class)).as("validation leaves no order").isEmpty();
        assertThat(code(rig, rig.ticket(Rig.PUT_570, Side.BUY, 500, "8.20"))).as("no money").isEqualTo(201);
        assertThat(rig.last().status()).isEqualTo(OrderStatus.INACTIVE);
        rig.step(new ExchangeInput.RefuseNext(201, "Order rejected - reason:because"));
        assertThat(code(rig, rig.ticket(Rig.CALL, Side.BUY, 1, "0.50"))).isEqualTo(201);
        rig.step(new ExchangeInput.Cancel(Rig.CLIENT, 999));
        assertThat(Rig.of(rig.all, Notice.class).getLast().code()).isEqualTo(10147);
    }

    private static int code(Rig rig, Ticket ticket) {
        return Rig.of(rig.place(ticket), Notice.class).getFirst().code();
    }

    @Test
    void aCancelEndsAnOrderAndASecondOneIsRefused() {
        Rig rig = Rig.empty().pinned(0.80, 0.86, 50);
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 1, "0.50"));
        rig.step(new ExchangeInput.Cancel(Rig.CLIENT, rig.lastId()));
        assertThat(rig.last().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(Rig.of(rig.all, Notice.class)).extracting(Notice::code).containsExactly(202);
        rig.step(new ExchangeInput.Cancel(Rig.CLIENT, rig.lastId()));
        assertThat(Rig.of(rig.all, Notice.class).getLast().code()).isEqualTo(10148);
        assertThat(rig.exchange.completedOrders(rig.exchange.market().date())).hasSize(1);
        rig.step(new ExchangeInput.ForceFill(rig.last().permId(), 1));
        assertThat(rig.held(Rig.CALL)).as("a late fill after the cancel counts").isEqualTo(1);
    }

    @Test
    void aDayOrderDiesAtTheCloseOfItsOwnProduct() {
        Rig rig = Rig.empty().pinned(0.80, 0.86, 50);
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 1, "0.50"));
        rig.until(CLOSE.minusSeconds(1));
        assertThat(rig.last().status()).isEqualTo(OrderStatus.SUBMITTED);
        rig.until(CLOSE);
        assertThat(rig.last().status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(rig.last().completedText()).contains("DAY order expired");
    }

    @Test
    void anOrderAfterTheCloseWaitsForTheNextSession() {
        Rig rig = Rig.empty();
        rig.until(CLOSE.plusSeconds(600));
        List<ExchangeOutput> outputs = rig.place(rig.ticket(Rig.CALL, Side.BUY, 1, "2.00"));
        assertThat(Rig.of(outputs, Notice.class)).extracting(Notice::code).containsExactly(399);
        assertThat(rig.last().status()).isEqualTo(OrderStatus.PRE_SUBMITTED);
        rig.until(Instant.parse("2026-03-11T13:29:59Z"));
        assertThat(rig.last().status()).isEqualTo(OrderStatus.PRE_SUBMITTED);
        rig.until(Instant.parse("2026-03-11T13:30:05Z"));
        assertThat(rig.last().status()).isEqualTo(OrderStatus.FILLED);
    }

    @Test
    void aWhatIfAnswersAndLeavesNoTrace() {
        Rig rig = Rig.empty().pinned(0.80, 0.86, 50);
        rig.step(new ExchangeInput.World(new MarketLine.Hold()));
        Ticket ask = rig.ticket(Rig.CALL, Side.BUY, 2, "0.86");
        List<ExchangeOutput> outputs = rig
                .place(new Ticket("", "", ask.side(), 2, ask.limit(), ask.tif(), ask.legs(), false, true));
        assertThat(Rig.of(outputs, ExchangeOutput.WhatIf.class)).singleElement().satisfies(w -> {
            assertThat(w.before().cash().minus(w.after().cash())).isEqualTo(Usd.of("172").plus(w.commission()));
            assertThat(w.commission().toDouble()).isBetween(1.8, 2.2);
        });
        assertThat(rig.exchange.openOrders()).isEmpty();
        assertThat(rig.exchange.market().held()).as("a what-if does not release prices").isTrue();
        rig.place(ask);
        assertThat(rig.exchange.market().held()).isFalse();
    }

    @Test
    void anOrderCanBeChangedAndKeepsItsIdentity() {
        Rig rig = Rig.empty().pinned(0.80, 0.86, 50);
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 1, "0.50"));
        long permId = rig.last().permId();
        rig.step(new ExchangeInput.Place(Rig.CLIENT, rig.lastId(), rig.ticket(Rig.CALL, Side.BUY, 1, "0.86")));
        assertThat(rig.last().permId()).isEqualTo(permId);
        assertThat(rig.last().status()).isEqualTo(OrderStatus.FILLED);
        rig.step(new ExchangeInput.Place(Rig.CLIENT, rig.lastId(), rig.ticket(Rig.CALL, Side.BUY, 1, "0.86")));
        assertThat(Rig.of(rig.all, Notice.class).getLast().code()).isEqualTo(104);
        assertThat(rig.held(Rig.CALL)).isEqualTo(1);
    }

    @Test
    void aHumanTradesTheSameAccount() {
        Rig rig = Rig.empty();
        rig.step(new ExchangeInput.HumanTrade(Rig.CALL, Side.BUY, 3, Price.of("0.81")));
        assertThat(rig.held(Rig.CALL)).isEqualTo(3);
        assertThat(rig.last().clientId()).isZero();
        assertThat(Rig.of(rig.all, PositionChanged.class)).last().extracting(p -> p.position().quantity())
                .isEqualTo(3);
        Tape tape = rig.tape(Rig.CALL);
        assertThat(tape.twoSided()).isTrue();
    }
}

package alvh.simulator.exchange;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.market.Market;
import alvh.simulator.market.Worlds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Orders that wait, trail, depend on others or fill leg by leg survive the exchange's own death, and lose no cent. */
class WaitingOrdersTest {

    @TempDir
    Path folder;

    private static Terms type(OrderType type) {
        return Terms.of(type);
    }

    private static Ticket of(Rig rig, Side side, int quantity, String limit, Ticket.Tif tif, Terms terms) {
        return new Ticket("", "w", side, quantity, limit == null ? null : Price.of(limit), tif,
                List.of(new Ticket.Leg(rig.conId(Rig.CALL), 1, Side.BUY)), false, false, terms);
    }

    private static Rig busy() {
        Rig rig = new Rig(Worlds.demo()).pinned(0.80, 0.86, 50);
        rig.step(new ExchangeInput.HoldFills());
        rig.step(new ExchangeInput.PermIdsFrom(9_007_199_254_740_993L));
        rig.place(of(rig, Side.BUY, 2, "0.70", Ticket.Tif.GTC, type(OrderType.LMT)));
        rig.place(of(rig, Side.SELL, 2, "1.50", Ticket.Tif.GTC, type(OrderType.LMT).childOf(1)));
        rig.place(of(rig, Side.SELL, 2, null, Ticket.Tif.GTC,
                type(OrderType.STP).triggered(Price.of("0.40")).childOf(1)));
        rig.place(of(rig, Side.SELL, 2, null, Ticket.Tif.GTC, type(OrderType.TRAIL).triggered(Price.of("0.30"))));
        rig.pinned(0.90, 0.96, 50);
        InstrumentKey spx = InstrumentKey.of("SPX");
        Instant later = rig.exchange.market().now().plusSeconds(1800);
        rig.place(of(rig, Side.BUY, 1, "0.50", Ticket.Tif.GTC, type(OrderType.LMT).when(List.of(
                new Condition.AtPrice(false, false, 5000, rig.conId(spx), "CBOE", 2),
                new Condition.AtTime(true, true, "later", later)), false)));
        rig.place(of(rig, Side.BUY, 4, "0.55", Ticket.Tif.GTC, type(OrderType.LMT).inGroup("G", 2)));
        rig.place(of(rig, Side.BUY, 8, "0.52", Ticket.Tif.GTC, type(OrderType.LMT).inGroup("G", 2)));
        rig.step(new ExchangeInput.ForceFill(rig.exchange.order(rig.last().permId() - 1).orElseThrow().permId(), 1));
        rig.place(rig.spread(Side.BUY, 3, "0.10"));
        rig.step(new ExchangeInput.FillLeg(rig.last().permId(), 1, 2));
        rig.step(new ExchangeInput.CancelTakes(Duration.ofMinutes(2)));
        rig.step(new ExchangeInput.Cancel(Rig.CLIENT, 1));
        rig.step(new ExchangeInput.Write(Rig.CALL, Side.BUY, 1, Price.of("0.45")));
        rig.step(new ExchangeInput.Bind(rig.last().permId()));
        return rig;
    }

    @Test
    void everyWaitingOrderComesBackAsItWas() {
        Rig live = busy();
        try (TruthLog log = TruthLog.open(folder)) {
            log.append(live.all);
        }
        Exchange again;
        try (TruthLog log = TruthLog.open(folder)) {
            assertThat(log.past()).containsExactlyElementsOf(live.all.stream().filter(ExchangeOutput::isFact).toList());
            again = log.exchange(Market.open(Worlds.demo()));
        }
        assertThat(again.openOrders()).isEqualTo(live.exchange.openOrders()).hasSize(9);
        assertThat(again.openOrders()).anyMatch(o -> o.stage().stop() != null)
                .anyMatch(o -> o.stage().whyHeld().equals("child,trigger")).anyMatch(o -> o.orderId() == -1)
                .anyMatch(o -> o.status() == OrderStatus.PENDING_CANCEL)
                .anyMatch(o -> o.ticket().quantity() == 6 && o.ticket().terms().ocaGroup().equals("G"));
        for (int minutes : new int[]{1, 3, 40, 60 * 24}) {
            ExchangeInput.Tick tick = new ExchangeInput.Tick(live.exchange.market().now().plusSeconds(60L * minutes));
            live.step(new ExchangeInput.HoldFills());
            again.step(new ExchangeInput.HoldFills());
            assertThat(again.step(tick)).isEqualTo(live.step(tick));
        }
        assertThat(again.openOrders()).isEqualTo(live.exchange.openOrders()).isNotEmpty();
    }

    @Test
    void legsThatFillAloneLoseNoCent() {
        Rig rig = busy();
        Usd start = invariant(new Rig(Worlds.demo()).exchange);
        assertThat(invariant(rig.exchange)).isEqualTo(start);
        long combo = rig.exchange.openOrders().stream().filter(o -> o.ticket().isCombo()).findFirst().orElseThrow()
                .permId();
        assertThat(rig.held(Rig.PUT_570)).isEqualTo(2);
        assertThat(rig.held(Rig.PUT_560)).isZero();
        rig.step(new ExchangeInput.ForceFill(combo, 1));
        assertThat(rig.held(Rig.PUT_560)).as("a fill of an uneven combo brings the other leg").isEqualTo(-2);
        assertThat(rig.exchange.order(combo).orElseThrow().filled()).isEqualTo(2);
        assertThat(rig.exchange.order(combo).orElseThrow().averagePrice()).isEqualTo(0.10);
        rig.step(new ExchangeInput.ForceFill(combo, 1));
        assertThat(rig.exchange.order(combo).orElseThrow().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(rig.exchange.positions()).noneMatch(p -> p.conId() == Execution.COMBO);
        assertThat(invariant(rig.exchange)).isEqualTo(start);
    }

    private static Usd invariant(Exchange exchange) {
        Usd cost = exchange.positions().stream().map(Position::cost).reduce(Usd.ZERO, Usd::plus);
        return exchange.values().cash().plus(cost).minus(exchange.values().realisedPnl());
    }

    @Test
    void aTruthFileWithoutTermsIsStillRead() {
        String old = "{\"kind\":\"OrderChanged\",\"at\":\"2026-03-10T14:15:00Z\",\"order\":{\"permId\":1203000001,"
                + "\"clientId\":7,\"orderId\":1,\"ticket\":{\"account\":\"\",\"orderRef\":\"x\",\"side\":\"BUY\","
                + "\"quantity\":1,\"limit\":\"0.70\",\"tif\":\"DAY\",\"legs\":[{\"conId\":5,\"ratio\":1,"
                + "\"side\":\"BUY\"}],\"outsideRth\":false,\"whatIf\":false},\"status\":\"SUBMITTED\",\"filled\":0,"
                + "\"averagePrice\":0.0,\"lastPrice\":\"0\",\"accepted\":\"2026-03-10T14:15:00Z\",\"expires\":null,"
                + "\"completed\":null,\"completedText\":\"\"}}";
        ExchangeOutput.OrderChanged fact = (ExchangeOutput.OrderChanged) TruthJson.read(old);
        assertThat(fact.order().ticket().terms()).isEqualTo(Terms.of(OrderType.LMT));
        assertThat(fact.order().stage()).isEqualTo(Stage.FIRST);
    }
}

package alvh.simulator.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.simulator.exchange.ExchangeOutput.Corrected;
import alvh.simulator.exchange.ExchangeOutput.Executed;
import alvh.simulator.exchange.ExchangeOutput.Settled;
import alvh.simulator.market.MarketLine;
import alvh.simulator.market.WorldSpec;
import alvh.simulator.market.Worlds;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Corrections, busts, settlement, assignment. */
class AfterTheTradeTest {

    private static final LocalDate MARCH_18 = LocalDate.of(2026, 3, 18);

    @Test
    void aCorrectionReplacesTheExecutionAndMovesCashByTheDifference() {
        Rig rig = Rig.empty().pinned(0.80, 0.86, 50);
        rig.place(rig.ticket(Rig.CALL, Side.BUY, 2, "0.86"));
        Usd cash = rig.exchange.values().cash();
        Execution old = Rig.of(rig.all, Executed.class).getFirst().execution();
        rig.step(new ExchangeInput.Correct(old.execId(), 2, Price.of("0.88")));
        Execution fresh = Rig.of(rig.all, Corrected.class).getFirst().execution();
        assertThat(fresh.execId()).isEqualTo(old.execId().replaceAll("01$", "02"));
        assertThat(fresh.stem()).isEqualTo(old.stem());
        assertThat(cash.minus(rig.exchange.values().cash())).isEqualTo(Usd.of("4"));
        assertThat(rig.exchange.executions(rig.exchange.market().date())).containsExactly(fresh);
        assertThat(rig.last().averagePrice()).isEqualTo(0.88);
        rig.step(new ExchangeInput.Correct(old.execId(), 0, Price.of("0.88")));
        assertThat(Rig.of(rig.all, Corrected.class).getLast().execution().execId()).endsWith(".03");
        assertThat(rig.held(Rig.CALL)).isZero();
        assertThat(rig.exchange.values().cash()).as("only the commission is gone")
                .isEqualTo(Usd.of("182450").minus(Usd.of("1.84")));
    }

    @Test
    void vixCallsSettleInCashOnTheOpeningQuotation() {
        InstrumentKey call = InstrumentKey.option("VIX", MARCH_18, Right.CALL, 16_000);
        InstrumentKey far = InstrumentKey.option("VIX", MARCH_18, Right.CALL, 60_000);
        Rig rig = Rig.empty();
        rig.step(new ExchangeInput.HumanTrade(call, Side.BUY, 3, Price.of("2.40")));
        rig.step(new ExchangeInput.HumanTrade(far, Side.BUY, 1, Price.of("0.02")));
        rig.step(new ExchangeInput.World(new MarketLine.Settlement("VRO", 21.50)));
        Usd cash = rig.exchange.values().cash();
        rig.until(Instant.parse("2026-03-18T13:29:00Z"));
        assertThat(Rig.of(rig.all, Settled.class)).isEmpty();
        rig.until(Instant.parse("2026-03-18T13:30:00Z"));
        assertThat(Rig.of(rig.all, Settled.class)).hasSize(2);
        assertThat(rig.exchange.positions()).isEmpty();
        assertThat(rig.exchange.values().cash().minus(cash)).isEqualTo(Usd.of("1650"));
    }

    @Test
    void optionsOnNamesInTheMoneyBecomeShares() {
        LocalDate april = LocalDate.of(2026, 4, 17);
        InstrumentKey put = InstrumentKey.option("DIS", april, Right.PUT, 120_000);
        InstrumentKey call = InstrumentKey.option("KO", april, Right.CALL, 150_000);
        WorldSpec spec = Worlds.empty().withPositions(List.of(new WorldSpec.Holding(put, -2, Price.of("25.00")),
                new WorldSpec.Holding(call, -1, Price.of("0.05"))), Usd.of("100000"));
        Rig rig = new Rig(spec);
        rig.until(Instant.parse("2026-04-17T20:00:00Z"));
        assertThat(rig.exchange.positions()).singleElement().satisfies(p -> {
            assertThat(p.key()).isEqualTo(InstrumentKey.of("DIS"));
            assertThat(p.quantity()).isEqualTo(200);
            assertThat(p.averageCost()).isEqualTo(120.0);
        });
        assertThat(rig.exchange.values().cash()).isEqualTo(Usd.of("76000"));
    }

    @Test
    void aShortPutCanBeAssignedEarly() {
        InstrumentKey put = InstrumentKey.option("DIS", LocalDate.of(2026, 4, 17), Right.PUT, 120_000);
        Rig rig = new Rig(Worlds.empty().withPositions(List.of(new WorldSpec.Holding(put, -1, Price.of("25.00"))),
                Usd.of("100000")));
        rig.step(new ExchangeInput.Assign(put));
        assertThat(rig.held(put)).isZero();
        assertThat(rig.held(InstrumentKey.of("DIS"))).isEqualTo(100);
    }

    @Test
    void aLongOptionOnSharesCanBeExercisedEarly() {
        InstrumentKey put = InstrumentKey.option("DIS", LocalDate.of(2026, 4, 17), Right.PUT, 120_000);
        InstrumentKey call = InstrumentKey.option("KO", LocalDate.of(2026, 4, 17), Right.CALL, 150_000);
        InstrumentKey dis = InstrumentKey.of("DIS");
        Rig rig = new Rig(Worlds.empty().withPositions(List.of(new WorldSpec.Holding(put, 3, Price.of("25.00")),
                new WorldSpec.Holding(dis, 100, Price.of("90.00")), new WorldSpec.Holding(call, 1, Price.of("0.05"))),
                Usd.of("100000")));
        Usd before = invariant(rig);
        rig.step(new ExchangeInput.Exercise(Rig.CLIENT, 1, rig.conId(put), false, 2, false));
        assertThat(rig.held(put)).isEqualTo(1);
        assertThat(rig.held(dis)).as("100 delivered, 100 sold short").isEqualTo(-100);
        assertThat(rig.exchange.values().cash()).isEqualTo(Usd.of("124000"));
        assertThat(invariant(rig)).isEqualTo(before);
        assertThat(rig.last().status()).isEqualTo(OrderStatus.FILLED);
        assertThat(refusal(rig, 2, call, 1)).contains("out of the money");
        assertThat(refusal(rig, 3, put, 2)).contains("holds 1 of it, asked for 2");
        assertThat(refusal(rig, 4, Rig.CALL, 1)).contains("only American options");
        assertThat(refusal(rig, 1, put, 1)).isEqualTo("Duplicate order id");
    }

    private static String refusal(Rig rig, int id, InstrumentKey key, int quantity) {
        return Rig.of(rig.step(new ExchangeInput.Exercise(Rig.CLIENT, id, rig.conId(key), false, quantity, false)),
                ExchangeOutput.Notice.class).getLast().text();
    }

    private static Usd invariant(Rig rig) {
        Usd cost = rig.exchange.positions().stream().map(Position::cost).reduce(Usd.ZERO, Usd::plus);
        return rig.exchange.values().cash().plus(cost).minus(rig.exchange.values().realisedPnl());
    }

    @Test
    void aHandSettlesAClassAtAValue() {
        Rig rig = Rig.empty();
        rig.step(new ExchangeInput.HumanTrade(Rig.PUT_570, Side.BUY, 1, Price.of("7.90")));
        Usd cash = rig.exchange.values().cash();
        rig.step(new ExchangeInput.Settle("XSP", LocalDate.of(2026, 5, 29), 555.5));
        assertThat(rig.exchange.values().cash().minus(cash)).isEqualTo(Usd.of("1450"));
        assertThat(rig.exchange.positions()).isEmpty();
    }
}

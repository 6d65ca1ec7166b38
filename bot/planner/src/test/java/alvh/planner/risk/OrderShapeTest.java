package alvh.planner.risk;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import alvh.planner.market.Side;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OrderShapeTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);
    private static final LocalDate MAY = LocalDate.of(2026, 5, 20);

    @Test
    void P07_aLongVixCallMayBeOpenedAndNothingShort() {
        assertThat(check(Effect.OPEN, 1, 0, vix(APRIL, 25, Side.BUY))).isEmpty();
        assertThat(check(Effect.OPEN, 1, 0, vix(APRIL, 25, Side.SELL))).containsExactly(Breach.Limit.NAKED);
        assertThat(check(Effect.OPEN, 1, 0, leg("VIX", APRIL, Right.PUT, 25, Side.BUY)))
                .containsExactly(Breach.Limit.SHAPE);
    }

    @Test
    void P07_onlyPutDebitSpreadsOfOneClassAndDate() {
        assertThat(check(Effect.OPEN, 1, 0, put(570, Side.BUY), put(560, Side.SELL))).isEmpty();
        assertThat(check(Effect.OPEN, 1, 0, put(560, Side.SELL), put(570, Side.BUY))).isEmpty();
        assertThat(check(Effect.OPEN, 1, 0, put(560, Side.BUY), put(570, Side.SELL)))
                .as("a credit spread").containsExactly(Breach.Limit.NAKED);
        assertThat(check(Effect.OPEN, 1, 0, put(570, Side.BUY), leg("XSP", APRIL, Right.PUT, 560, Side.SELL)))
                .as("two dates").containsExactly(Breach.Limit.NAKED);
        assertThat(check(Effect.OPEN, 1, 0, put(570, Side.BUY), new LotLeg(put(560, Side.SELL).key(), 2, Side.SELL)))
                .as("a ratio spread").containsExactly(Breach.Limit.NAKED);
        assertThat(check(Effect.OPEN, 1, 0, put(570, Side.BUY), leg("SPXW", MAY, Right.PUT, 5600, Side.SELL)))
                .as("two classes").containsExactly(Breach.Limit.NAKED);
    }

    @Test
    void P07_sellsOnlyWhatIsOwned() {
        assertThat(check(Effect.CLOSE, 2, 2, vix(APRIL, 25, Side.SELL))).isEmpty();
        assertThat(check(Effect.CLOSE, 3, 2, vix(APRIL, 25, Side.SELL))).containsExactly(Breach.Limit.NAKED);
        assertThat(check(Effect.CLOSE, 1, 1, put(570, Side.SELL), put(560, Side.BUY))).isEmpty();
        assertThat(check(Effect.CLOSE, 1, 1, vix(APRIL, 25, Side.BUY))).isNotEmpty();
    }

    @Test
    void P07_aRollIsOneSaleAndOneBuy() {
        assertThat(check(Effect.ROLL, 1, 1, vix(APRIL, 25, Side.SELL), vix(MAY, 26, Side.BUY))).isEmpty();
        assertThat(check(Effect.ROLL, 2, 1, vix(APRIL, 25, Side.SELL), vix(MAY, 26, Side.BUY)))
                .containsExactly(Breach.Limit.NAKED);
        assertThat(check(Effect.ROLL, 1, 1, vix(APRIL, 25, Side.BUY), vix(MAY, 26, Side.BUY)))
                .containsExactly(Breach.Limit.SHAPE);
    }

    @Test
    void MP13_aCurveSteepenerIsRefusedWithTheReason() {
        var legs = List.of(new LotLeg(InstrumentKey.future("VX", APRIL), 1, Side.SELL),
                new LotLeg(InstrumentKey.future("VX", MAY), 1, Side.BUY));
        List<Breach> breaches = OrderShape.check(Effect.OPEN, legs, 1, 0);
        assertThat(breaches).extracting(Breach::limit).containsOnly(Breach.Limit.STEEPENER);
        assertThat(breaches.get(0).because()).contains("short volatility in stress");
    }

    @Test
    void otherUnderlyingsAndBadQuantitiesAreRefused() {
        assertThat(check(Effect.OPEN, 1, 0, leg("AAPL", APRIL, Right.PUT, 200, Side.BUY)))
                .containsExactly(Breach.Limit.UNDERLYING);
        assertThat(check(Effect.OPEN, 0, 0, vix(APRIL, 25, Side.BUY))).containsExactly(Breach.Limit.QUANTITY);
        assertThat(check(Effect.OPEN, 10, 0, vix(APRIL, 25, Side.BUY))).isEmpty();
        assertThat(check(Effect.OPEN, 11, 0, vix(APRIL, 25, Side.BUY))).containsExactly(Breach.Limit.QUANTITY);
        assertThat(check(Effect.CLOSE, 50, 60, vix(APRIL, 25, Side.SELL))).isEmpty();
        assertThat(check(Effect.CLOSE, 51, 60, vix(APRIL, 25, Side.SELL))).containsExactly(Breach.Limit.QUANTITY);
    }

    private static List<Breach.Limit> check(Effect effect, long quantity, long owned, LotLeg... legs) {
        return OrderShape.check(effect, List.of(legs), quantity, owned).stream().map(Breach::limit).toList();
    }

    private static LotLeg vix(LocalDate date, int strike, Side side) {
        return leg("VIX", date, Right.CALL, strike, side);
    }

    private static LotLeg put(int strike, Side side) {
        return leg("XSP", MAY, Right.PUT, strike, side);
    }

    private static LotLeg leg(String root, LocalDate date, Right right, int strike, Side side) {
        return new LotLeg(InstrumentKey.option(root, date, right, strike * 1000L), 1, side);
    }
}

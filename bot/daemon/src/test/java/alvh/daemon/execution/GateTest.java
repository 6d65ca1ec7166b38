package alvh.daemon.execution;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import alvh.daemon.approval.PackageQuote;
import alvh.daemon.desk.OrderRequest;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.Lot.LotLeg;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quality;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** C3-C6, C13, C14 at their bounds, and every field of an order bent (promises 7 and 11). */
class GateTest {

    private static final LotLeg CALL = new LotLeg(Plans.VIX_CALL, 1, Side.BUY);
    private static final LotLeg CALL_SOLD = new LotLeg(Plans.VIX_CALL, 1, Side.SELL);
    private static final LotLeg FAR = new LotLeg(Plans.VIX_FAR, 1, Side.BUY);
    private static final LotLeg HIGH = new LotLeg(Plans.XSP_HIGH, 1, Side.BUY);
    private static final LotLeg LOW = new LotLeg(Plans.XSP_LOW, 1, Side.SELL);

    private final Map<InstrumentKey, Long> held = new HashMap<>();
    private String cap = "614.40";
    private long owned;

    private List<Refused.Code> codes(Effect effect, Side side, List<LotLeg> legs, long quantity, String limit,
            double bid, double ask) {
        return codes(effect, side, legs, quantity, limit, bid, ask, 100);
    }

    private List<Refused.Code> codes(Effect effect, Side side, List<LotLeg> legs, long quantity, String limit,
            double bid, double ask, int multiplier) {
        OrderRequest order = new OrderRequest(1, "ref", TinyBroker.ACCOUNT, legs, side, quantity, Price.of(limit));
        Map<InstrumentKey, IndexLevel> levels = Map.of(InstrumentKey.of("XSP"),
                new IndexLevel(580, Instant.EPOCH, Quality.LIVE));
        Gate.Input input = new Gate.Input(order, effect, multiplier, Usd.of("1.60").times(quantity),
                new PackageQuote(bid, ask, null, null), levels, Usd.of(cap), owned, held);
        return Gate.check(input, ExecutionSettings.Limits.DEFAULTS).stream().map(Refused::code).toList();
    }

    private List<Refused.Code> call(long quantity, String limit) {
        return codes(Effect.OPEN, Side.BUY, List.of(CALL), quantity, limit, 0.68, 0.76);
    }

    @Test
    void allowedShapesPass() {
        assertThat(call(1, "0.74")).isEmpty();
        assertThat(codes(Effect.OPEN, Side.BUY, List.of(HIGH, LOW), 1, "1.97", 1.84, 2.01)).isEmpty();
        owned = 1;
        assertThat(codes(Effect.CLOSE, Side.SELL, List.of(CALL_SOLD), 1, "0.70", 0.68, 0.76)).isEmpty();
        assertThat(codes(Effect.CLOSE, Side.BUY,
                List.of(new LotLeg(Plans.XSP_HIGH, 1, Side.SELL), new LotLeg(Plans.XSP_LOW, 1, Side.BUY)), 1, "-1.90",
                -2.01, -1.84)).isEmpty();
        assertThat(codes(Effect.ROLL, Side.BUY, List.of(CALL_SOLD, FAR), 1, "0.52", 0.41, 0.60)).isEmpty();
    }

    record Bent(String name, Effect effect, Side side, List<LotLeg> legs, String limit, int multiplier) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Bent> bent() {
        LotLeg vixPut = new LotLeg(InstrumentKey.of("VIX   260415P00026000"), 1, Side.BUY);
        LotLeg stock = new LotLeg(InstrumentKey.of("AAPL  260417C00200000"), 1, Side.BUY);
        LotLeg otherExpiry = new LotLeg(InstrumentKey.of("XSP   260619P00560000"), 1, Side.SELL);
        LotLeg call = new LotLeg(InstrumentKey.of("XSP   260529C00560000"), 1, Side.SELL);
        LotLeg spx = new LotLeg(InstrumentKey.of("SPXW  260529P05600000"), 1, Side.SELL);
        return Stream.of(new Bent("a short call", Effect.OPEN, Side.SELL, List.of(CALL_SOLD), "0.74", 100),
                new Bent("a bought call marked sell", Effect.OPEN, Side.SELL, List.of(CALL), "0.74", 100),
                new Bent("a VIX put", Effect.OPEN, Side.BUY, List.of(vixPut), "0.74", 100),
                new Bent("a stock option", Effect.OPEN, Side.BUY, List.of(stock), "0.74", 100),
                new Bent("a stock", Effect.OPEN, Side.BUY, List.of(new LotLeg(InstrumentKey.of("KO"), 1, Side.BUY)),
                        "0.74",
                        100),
                new Bent("a VX future", Effect.OPEN, Side.BUY,
                        List.of(new LotLeg(InstrumentKey.of("VX    260415"), 1, Side.BUY)), "0.74", 100),
                new Bent("multiplier 1000", Effect.OPEN, Side.BUY, List.of(CALL), "0.74", 1000),
                new Bent("ratio 2", Effect.OPEN, Side.BUY, List.of(HIGH, new LotLeg(Plans.XSP_LOW, 2, Side.SELL)),
                        "1.97",
                        100),
                new Bent("a naked short put", Effect.OPEN, Side.SELL, List.of(LOW), "1.97", 100),
                new Bent("a long put alone", Effect.OPEN, Side.BUY, List.of(HIGH), "1.97", 100),
                new Bent("a credit spread", Effect.OPEN, Side.BUY,
                        List.of(new LotLeg(Plans.XSP_HIGH, 1, Side.SELL), new LotLeg(Plans.XSP_LOW, 1, Side.BUY)),
                        "1.97",
                        100),
                new Bent("two expiries", Effect.OPEN, Side.BUY, List.of(HIGH, otherExpiry), "1.97", 100),
                new Bent("a call leg", Effect.OPEN, Side.BUY, List.of(HIGH, call), "1.97", 100),
                new Bent("two classes", Effect.OPEN, Side.BUY, List.of(HIGH, spx), "1.97", 100),
                new Bent("a spread for a credit", Effect.OPEN, Side.BUY, List.of(HIGH, LOW), "-0.10", 100),
                new Bent("a sold combo", Effect.OPEN, Side.SELL, List.of(HIGH, LOW), "1.97", 100),
                new Bent("closing by buying", Effect.CLOSE, Side.BUY, List.of(CALL), "0.70", 100),
                new Bent("closing a spread for a debit", Effect.CLOSE, Side.BUY,
                        List.of(new LotLeg(Plans.XSP_HIGH, 1, Side.SELL), new LotLeg(Plans.XSP_LOW, 1, Side.BUY)),
                        "0.10",
                        100),
                new Bent("a roll of two buys", Effect.ROLL, Side.BUY, List.of(CALL, FAR), "0.52", 100),
                new Bent("a roll into itself", Effect.ROLL, Side.BUY, List.of(CALL_SOLD, CALL), "0.52", 100),
                new Bent("a roll of spreads", Effect.ROLL, Side.BUY, List.of(HIGH, LOW), "0.52", 100),
                new Bent("a limit of zero", Effect.OPEN, Side.BUY, List.of(CALL), "0", 100),
                new Bent("a negative limit", Effect.OPEN, Side.BUY, List.of(CALL), "-0.74", 100));
    }

    @ParameterizedTest
    @MethodSource("bent")
    void P07_everythingElseIsRefused(Bent bent) {
        owned = 10;
        assertThat(codes(bent.effect(), bent.side(), bent.legs(), 1, bent.limit(), -5, 5, bent.multiplier()))
                .isNotEmpty().allMatch(c -> c == Refused.Code.SHAPE || c == Refused.Code.NOT_LISTED);
    }

    @ParameterizedTest
    @CsvSource({"0.74, true", "0.75, false", "0.7448, false", "0.744, true"})
    void P11_C6_limitIsAtMostMidAnd60PercentOfTheHalfSpread(String limit, boolean passes) {
        assertThat(call(1, limit).isEmpty()).isEqualTo(passes);
    }

    @Test
    void P11_C6_ceilings() {
        assertThat(codes(Effect.OPEN, Side.BUY, List.of(CALL), 1, "5.00", 4.98, 5.02)).isEmpty();
        assertThat(codes(Effect.OPEN, Side.BUY, List.of(CALL), 1, "5.01", 5.00, 5.04))
                .containsExactly(Refused.Code.COLLAR);
        assertThat(codes(Effect.OPEN, Side.BUY, List.of(HIGH, LOW), 1, "11.60", 11.50, 11.70)).isEmpty();
        assertThat(codes(Effect.OPEN, Side.BUY, List.of(HIGH, LOW), 1, "11.61", 11.50, 11.70))
                .containsExactly(Refused.Code.COLLAR);
    }

    @Test
    void C35_salesNeverBelowTheBidOrFiveCents() {
        owned = 1;
        assertThat(codes(Effect.CLOSE, Side.SELL, List.of(CALL_SOLD), 1, "0.68", 0.68, 0.76)).isEmpty();
        assertThat(codes(Effect.CLOSE, Side.SELL, List.of(CALL_SOLD), 1, "0.67", 0.68, 0.76))
                .containsExactly(Refused.Code.COLLAR);
        assertThat(codes(Effect.CLOSE, Side.SELL, List.of(CALL_SOLD), 1, "0.04", 0.03, 0.05))
                .containsExactly(Refused.Code.COLLAR);
    }

    @Test
    void C3_debitPerOrderToTheCent() {
        cap = "335.5600"; // 45 % = 151.002
        assertThat(call(2, "0.74")).as("148.00 + 3.20 = 151.20").containsExactly(Refused.Code.ORDER_CAP);
        cap = "336.0000"; // 45 % = 151.20
        assertThat(call(2, "0.74")).isEmpty();
        cap = "10";
        assertThat(call(1, "0.74")).as("one unit is always allowed").isEmpty();
    }

    @Test
    void C4_contractsPerOrder() {
        cap = "100000";
        assertThat(call(10, "0.74")).isEmpty();
        assertThat(call(11, "0.74")).containsExactly(Refused.Code.CONTRACTS);
        assertThat(call(0, "0.74")).containsExactly(Refused.Code.CONTRACTS);
        owned = 51;
        assertThat(codes(Effect.CLOSE, Side.SELL, List.of(CALL_SOLD), 50, "0.70", 0.68, 0.76)).isEmpty();
        assertThat(codes(Effect.CLOSE, Side.SELL, List.of(CALL_SOLD), 51, "0.70", 0.68, 0.76))
                .containsExactly(Refused.Code.CONTRACTS);
    }

    @Test
    void C5_positionPerExpiryAndInTotal() {
        cap = "100000";
        held.put(InstrumentKey.of("VIX   260415C00030000"), 199L);
        held.put(InstrumentKey.of("DIS   260417P00092000"), 500L);
        assertThat(call(1, "0.74")).isEmpty();
        assertThat(call(2, "0.74")).containsExactly(Refused.Code.POSITION_LIMIT);
        held.clear();
        held.put(Plans.VIX_FAR, 200L);
        assertThat(call(1, "0.74")).as("in total").containsExactly(Refused.Code.POSITION_LIMIT);
    }

    @Test
    void P07_C14_sellsAtMostWhatIsOwned() {
        owned = 1;
        assertThat(codes(Effect.CLOSE, Side.SELL, List.of(CALL_SOLD), 2, "0.70", 0.68, 0.76))
                .containsExactly(Refused.Code.NOT_OWNED);
        owned = 0;
        assertThat(codes(Effect.ROLL, Side.BUY, List.of(CALL_SOLD, FAR), 1, "0.52", 0.41, 0.60))
                .containsExactly(Refused.Code.NOT_OWNED);
    }
}

package alvh.daemon.execution;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

import alvh.planner.budget.BudgetState;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Side;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.plan.PriceLadder;

/** Plans of the tests: Tuesday 10 March 2026, quotes as in {@link Rig}. */
final class Plans {

    static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    static final InstrumentKey VIX_CALL = InstrumentKey.of("VIX   260415C00026000");
    static final InstrumentKey VIX_FAR = InstrumentKey.of("VIX   261021C00028000");
    static final InstrumentKey XSP_HIGH = InstrumentKey.of("XSP   260529P00570000");
    static final InstrumentKey XSP_LOW = InstrumentKey.of("XSP   260529P00560000");

    private Plans() {}

    static BudgetState budget(String cap) {
        Usd usd = Usd.of(cap);
        return new BudgetState(new BigDecimal("0.20"), new BigDecimal("0.25"), Usd.ofDollars(3072), Usd.ZERO, usd, usd,
                usd, Usd.ZERO, Usd.ZERO, Usd.ZERO, usd, Usd.ZERO, new TreeMap<>(), Usd.ZERO);
    }

    static PlannedOrder vixCall(int step, LayerId layer, InstrumentKey key, long quantity, String... rungs) {
        PriceLadder ladder = ladder(rungs);
        Usd fees = Usd.of("1.60").times(quantity);
        return new PlannedOrder(step, layer, Effect.OPEN, List.of(new Lot.LotLeg(key, 1, Side.BUY)), quantity, 100,
                ladder, ladder.last().cost(100, quantity).plus(fees), fees, List.of(), 0, "BUY " + quantity + " " + key,
                "test", Rig.QUOTES.get(key).bid(), Rig.QUOTES.get(key).ask());
    }

    static PlannedOrder sale(int step, InstrumentKey key, long quantity, String lotId, String... rungs) {
        return new PlannedOrder(step, LayerId.BASE, Effect.CLOSE, List.of(new Lot.LotLeg(key, 1, Side.SELL)), quantity,
                100, ladder(rungs), Usd.ZERO, Usd.of("1.60").times(quantity), List.of(lotId), 0,
                "SELL " + quantity + " " + key, "test", Rig.QUOTES.get(key).bid(), Rig.QUOTES.get(key).ask());
    }

    static PlannedOrder spread(int step, long quantity, String... rungs) {
        PriceLadder ladder = ladder(rungs);
        Usd fees = Usd.of("1.60").times(quantity);
        List<Lot.LotLeg> legs = List.of(new Lot.LotLeg(XSP_HIGH, 1, Side.BUY), new Lot.LotLeg(XSP_LOW, 1, Side.SELL));
        double bid = Rig.QUOTES.get(XSP_HIGH).bid() - Rig.QUOTES.get(XSP_LOW).ask();
        double ask = Rig.QUOTES.get(XSP_HIGH).ask() - Rig.QUOTES.get(XSP_LOW).bid();
        return new PlannedOrder(step, LayerId.ACCELERATION, Effect.OPEN, legs, quantity, 100, ladder,
                ladder.last().cost(100, quantity).plus(fees), fees, List.of(), 0, "BUY " + quantity + " XSP spread",
                "test", bid, ask);
    }

    static PriceLadder ladder(String... rungs) {
        return new PriceLadder(Arrays.stream(rungs).map(Price::of).toList());
    }

    static HedgePlan plan(String name, PlannedOrder... orders) {
        String hash = (name + "0".repeat(64)).substring(0, 64);
        Usd worst = Usd.ZERO;
        List<PlannedOrder> all = new ArrayList<>();
        for (PlannedOrder order : orders) {
            worst = worst.plus(order.worstCase());
            all.add(order);
        }
        return new HedgePlan(hash, HedgePlan.Kind.DAILY, Instant.parse("2026-03-10T14:15:00Z"), DAY, all, worst);
    }

    /** One VIX call, two rungs. */
    static HedgePlan oneCall(String name) {
        return plan(name, vixCall(1, LayerId.BASE, VIX_CALL, 1, "0.73", "0.74"));
    }
}

package alvh.planner.report;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.HedgePlanner;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.Right;
import alvh.planner.plan.BreakEvens;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Elementary checks of F15; the expected crossings are calculated here by hand from strikes, credits and premiums. */
class BreakEvensTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 17);
    private static final HedgeSettings.Preset OFF = HedgeSettings.Preset.OFF;

    private static BreakEvens of(World world) {
        return HedgePlanner.explained(world.preset(OFF).input()).report().details().breakEvens();
    }

    private static List<Double> crossings(BreakEvens map, LocalDate date, int response) {
        return map.expiries().stream().filter(e -> e.date().equals(date)).findFirst().orElseThrow().curves()
                .get(response).crossings();
    }

    @Test
    void aPutSpreadBreaksEvenAtItsShortStrikeLessTheCredit() {
        World world = new World();
        double spot = world.market.spx / 10;
        int sold = (int) Math.round(spot * 0.95);
        world.spread("XSP", APRIL, Right.PUT, sold, sold - 10, 2, "3.10", "1.10");
        BreakEvens map = of(world);
        for (int response = 0; response < 3; response++) {
            assertThat(crossings(map, APRIL, response)).singleElement().satisfies(
                    x -> assertThat(x).isCloseTo((sold - 2.00) / spot - 1, within(2e-6)));
        }
        assertThat(map.moves()).hasSize(91).startsWith(-0.30, -0.295).endsWith(0.145, 0.15);
        BreakEvens.Curve curve = map.expiries().get(0).curves().get(1);
        assertThat(curve.dollars().get(0)).as("width less credit").isEqualTo(-(10 - 2.00) * 200);
        assertThat(curve.dollars().get(90)).as("the credit is kept").isEqualTo(2.00 * 200);
    }

    @Test
    void aCondorAddsItsShortCallPlusTheCredit() {
        World world = new World();
        double spot = world.market.spx / 10;
        int put = (int) Math.round(spot * 0.95);
        int call = (int) Math.round(spot * 1.05);
        world.spread("XSP", APRIL, Right.PUT, put, put - 10, 1, "3.10", "1.10");
        world.spread("XSP", APRIL, Right.CALL, call, call + 10, 1, "2.00", "0.80");
        List<Double> crossings = crossings(of(world), APRIL, 1);
        assertThat(crossings).hasSize(2);
        assertThat(crossings.get(0)).isCloseTo((put - 3.20) / spot - 1, within(2e-6));
        assertThat(crossings.get(1)).isCloseTo((call + 3.20) / spot - 1, within(2e-6));
    }

    /** VIX by 5.6 from 17.92: elasticity between 11.5 at 14.5 and 8.5 at 18; F15: it settles at strike and premium. */
    @Test
    void aVixCallBreaksEvenWhereItSettlesAtStrikeAndPremium() {
        World world = new World();
        LocalDate expiry = LocalDate.of(2026, 4, 15);
        world.boughtCall(LayerId.BASE, expiry, 24, 1, "1.00", 10);
        // The five-minute rhythm releases nothing: without a book a daily plan would.
        world.kind = HedgePlan.Kind.MARKS;
        double x = crossings(of(world), expiry, 1).get(0);
        double elasticity = 11.5 + (8.5 - 11.5) * (17.92 - 14.5) / (18 - 14.5);
        double vix = 17.92 * Math.exp(-elasticity * x);
        assertThat(vix).isCloseTo(24 + 1.01, within(1e-3));
    }

    @Test
    void theMapCoversEveryExpiryOfBookAndHedgeAndSaysItsCrossings() {
        World world = World.demo();
        world.boughtCall(LayerId.BASE, LocalDate.of(2026, 4, 15), 24, 1, "1.00", 10);
        BreakEvens map = of(world);
        assertThat(map.expiries()).extracting(BreakEvens.Expiry::date).containsExactly(LocalDate.of(2026, 3, 20),
                LocalDate.of(2026, 4, 15), APRIL);
        assertThat(map.expiries()).allSatisfy(e -> assertThat(e.curves()).hasSize(3)
                .allSatisfy(c -> assertThat(c.dollars()).hasSize(91).allMatch(Double::isFinite)));
        assertThat(map.lines()).hasSize(3).allMatch(l -> l.startsWith("at the close of "));
        assertThat(map.lines().get(2)).contains("VIX as it answers breaks even at SPX ");
    }

    @Test
    void itDecidesNothingAndIsDrawnOnDemandOrWeekly() {
        World world = World.demo();
        assertThat(world.plan().report().details().breakEvens()).isEqualTo(BreakEvens.NONE);
        world.kind = HedgePlan.Kind.WEEKLY;
        assertThat(world.plan().report().details().breakEvens().expiries()).isNotEmpty();
        world.kind = HedgePlan.Kind.DAILY;
        PlanOutcome explained = HedgePlanner.explained(world.input());
        assertThat(((PlanOutcome.Planned) explained).plan()).isEqualTo(((PlanOutcome.Planned) world.plan()).plan());
    }
}

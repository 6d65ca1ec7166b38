package alvh.planner.report;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.plan.MarketReport;
import alvh.planner.plan.Past;
import alvh.planner.pricing.ForwardSource;
import alvh.planner.pricing.Smile;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** S08: the snapshot of surfaces, its fallbacks by name, and the change since the last stored one. */
class SurfaceLinesTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 15);

    private static MarketReport report(World world) {
        return world.levels(alvh.planner.layer.Level.FULL, alvh.planner.layer.Level.CORE,
                alvh.planner.layer.Level.CORE).plan().report().details().market();
    }

    private static MarketReport.SurfaceLine line(MarketReport report, String root, LocalDate expiry) {
        return report.surfaces().stream().filter(l -> l.root().equals(root) && l.expiry().equals(expiry)).findFirst()
                .orElseThrow();
    }

    /** The synthetic market's smile is stated: 0.85 VVIX (30/36)^0.20 at the money, its forward is the April future. */
    @Test
    void S08_eachExpiryHasItsForwardAndSmile() {
        MarketReport report = report(World.demo());
        MarketReport.SurfaceLine april = line(report, "VIX", APRIL);
        assertThat(april.forward()).isCloseTo(19.2, within(0.03));
        assertThat(april.forwardSource()).isEqualTo(ForwardSource.VX);
        assertThat(april.atm()).isCloseTo(0.85 * 0.964 * Math.pow(30 / 36.0, 0.20), within(0.02));
        assertThat(april.slope()).isPositive();
        assertThat(april.points()).isGreaterThan(5);
        assertThat(april.shape()).isEqualTo(Smile.Shape.QUADRATIC);
        assertThat(april.fallback()).isEmpty();
        assertThat(april.change()).isNull();
        assertThat(report.surfaces()).extracting(MarketReport.SurfaceLine::root).contains("AAPL", "XSP", "SPXW");
        assertThat(report.lines()).anyMatch(l -> l.startsWith("VIX 2026-04-15: forward 19.2"));
    }

    @Test
    void S08_changeIsAgainstTheLastStoredSurface() {
        World world = World.demo();
        MarketReport.SurfaceLine now = line(report(world), "VIX", APRIL);
        Past.SurfaceEntry stored = new Past.SurfaceEntry(now.at().minusSeconds(86_400 * 7), "VIX", APRIL,
                now.forward() + 1.5, now.atm() - 0.10, now.slope(), now.curvature());
        world.past = new Past(null, List.of(stored), List.of());
        MarketReport.Change change = line(report(world), "VIX", APRIL).change();
        assertThat(change.forward()).isCloseTo(-1.5, within(1e-9));
        assertThat(change.atm()).isCloseTo(0.10, within(1e-9));
        assertThat(change.since()).isEqualTo(stored.at());
        assertThat(now.entry()).isEqualTo(new Past.SurfaceEntry(now.at(), "VIX", APRIL, now.forward(), now.atm(),
                now.slope(), now.curvature()));
    }

    /** Calls 19 to 26 and puts below are taken away until so many are left. */
    @Test
    void S08_fallbacksAreVisibleByName() {
        assertThat(aprilWith(3).shape()).isEqualTo(Smile.Shape.LINEAR);
        assertThat(aprilWith(3).fallback()).isEqualTo("linear through 3 quotes, five are wanted");
        assertThat(aprilWith(1).fallback()).isEqualTo("flat at the one quote");
        World none = World.demo();
        none.market.withoutClass.add("VIX");
        none.boughtCall(alvh.planner.ledger.LayerId.BASE, APRIL, 22, 1, "1.10", 10);
        none.market.overridden.put(InstrumentKey.option("VIX", APRIL, Right.CALL, 22_000), Quote.NONE);
        MarketReport.SurfaceLine line = line(report(none), "VIX", APRIL);
        assertThat(line.shape()).isEqualTo(Smile.Shape.DEFAULT);
        assertThat(line.fallback()).contains("no quotes: the default smile of VIX options, from VVIX");
    }

    private static MarketReport.SurfaceLine aprilWith(int calls) {
        World world = World.demo();
        world.market.snapshot().quotes().keySet().stream()
                .filter(k -> k.isOption() && k.root().equals("VIX") && k.settlementDate().equals(APRIL))
                .filter(k -> k.right() == Right.PUT || k.strike() < 20 || k.strike() >= 20 + calls)
                .forEach(k -> world.market.overridden.put(k, Quote.NONE));
        return line(report(world), "VIX", APRIL);
    }
}

package alvh.planner.report;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.IndexLevel;
import alvh.planner.plan.Explanation;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.LossTable;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlanReport;
import alvh.planner.signal.SignalId;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExplanationTest {

    private static Explanation of(World world) {
        return world.plan().report().details().explanation();
    }

    private static List<String> section(Explanation explanation, String id) {
        return explanation.sections().stream().filter(s -> s.id().equals(id)).flatMap(s -> s.lines().stream())
                .map(Explanation.Line::text).toList();
    }

    private static World hedged() {
        World world = World.demo().levels(Level.FULL, Level.TWO_THIRDS, Level.CORE);
        world.boughtCall(LayerId.BASE, LocalDate.of(2026, 4, 15), 24, 3, "1.00", 10);
        return world;
    }

    @Test
    void everyOrderSaysTheNumbersThatMadeIt() {
        PlanOutcome outcome = World.demo().levels(Level.CORE, Level.ARMED, Level.CORE).plan();
        assertThat(outcome).isInstanceOfSatisfying(PlanOutcome.Planned.class,
                planned -> assertThat(planned.plan().orders()).isNotEmpty().allSatisfy(order -> {
                    assertThat(order.because()).contains(order.layer().word() + " is CORE (")
                            .contains(" <= $").contains("of the $530.80 left");
                    assertThat(section(outcome.report().details().explanation(), "decision"))
                            .anyMatch(line -> line.contains(order.words()) && line.endsWith(order.because()));
                }));
    }

    @Test
    void anEmptyPlanSaysWhatWouldOpenEachLayer() {
        Explanation explanation = of(World.small().levels(Level.CORE, Level.ARMED, Level.CORE));
        assertThat(section(explanation, "decision")).first().asString().startsWith("Nothing is sent, because BOOK_TOO");
        assertThat(section(explanation, "layer.L2")).anyMatch(
                line -> line.matches("opens if the SPX MACD rolls over( too)?: V2 \\+ V3 >= 1, now 0(\\.5)?"));
        assertThat(section(explanation, "votes"))
                .anyMatch(line -> line.startsWith("term structure (V4) adds 0.5 at VIX/VIX3M >= 0.95, now 0.9"));
    }

    @Test
    void everyRefusalOfThePlanIsInIt() {
        for (World world : List.of(World.demo().levels(Level.CORE, Level.ARMED, Level.CORE), World.small(), hedged(),
                new World())) {
            PlanReport report = world.plan().report();
            String all = String.join("\n", report.details().explanation().lines());
            assertThat(report.rejected()).isNotEmpty()
                    .allSatisfy(refusal -> assertThat(all).contains(refusal.because()).contains(refusal.code().name()));
        }
    }

    /** Cost 3 x 100.00 and $1.00 by hand: 1.0033 a contract, so 3.01 and 6.02; 15 Apr less 21 and less 8 days. */
    @Test
    void aHeldLotSaysItsNextRungsRollAndFloorWithTheirPrices() {
        List<String> lots = section(of(hedged()), "lots");
        assertThat(lots).anyMatch(l -> l.contains("rung 3.0 x its cost: sells 1 of 3 at a mark >= 3.01"))
                .anyMatch(l -> l.contains("rung 6.0 x its cost: sells 2 of 3 at a mark >= 6.02"))
                .anyMatch(l -> l.contains("rolls from 25 Mar 2026 (21 days left, now 36) while VIX/VIX3M < 0.95"))
                .anyMatch(l -> l.contains("rolls from 7 Apr 2026 (8 days left, now 36)"))
                .anyMatch(l -> l.contains("floor: sold on 13 Apr 2026 at the latest"));
    }

    @Test
    void itSaysWhatThePremiumBuysAndWhatItCosts() {
        PlanOutcome outcome = hedged().plan();
        Explanation explanation = outcome.report().details().explanation();
        List<String> buys = section(explanation, "buys");
        assertThat(buys).hasSize(3);
        LossTable.Column ten = outcome.report().losses().columns().get(2);
        assertThat(ten.name()).isEqualTo("-10 %");
        assertThat(buys.get(0)).contains(Explanation.dollars(ten.heldHedge() + ten.plannedHedge()))
                .contains("absorbs " + Math.round(100 * ten.absorbed()) + " %");
        assertThat(section(explanation, "cost")).anyMatch(l -> l.contains("a year at this pace"))
                .anyMatch(l -> l.startsWith("flow test: spent $301.00 + planned"));
    }

    @Test
    void anImpossiblePlanSaysWhatIsMissing() {
        World blind = World.demo();
        blind.market.levelOverride.put("VIX", IndexLevel.NONE);
        assertThat(blind.plan()).isInstanceOf(PlanOutcome.Impossible.class);
        assertThat(section(of(blind), "decision")).anyMatch(l -> l.startsWith("No decision is possible"));
    }

    @Test
    void noNumberInItIsNotANumberAndEachComparisonAgreesWithItself() {
        for (World world : List.of(hedged(), World.small(), new World())) {
            Explanation explanation = of(world);
            assertThat(explanation.lines()).noneMatch(l -> l.matches(".*\\b(NaN|Infinity)\\b.*"));
            assertThat(compared(explanation)).isNotEmpty().allSatisfy(c -> {
                assertThat(c.now() == null).isEqualTo(c.unknown() != null);
                if (c.met() != null && c.relation().equals(">=")) {
                    assertThat(c.met()).isEqualTo(c.now() >= c.threshold());
                }
            });
        }
    }

    private static List<Explanation.Compared> compared(Explanation explanation) {
        return explanation.sections().stream().flatMap(s -> s.lines().stream())
                .flatMap(l -> Stream.ofNullable(l.compared())).toList();
    }

    @Test
    void theOrderOfTheSectionsIsStable() {
        assertThat(of(hedged()).sections()).extracting(Explanation.Section::id).startsWith("decision", "layer.L1",
                "layer.L2", "layer.L3", "signals", "votes", "lots", "buys", "cost");
    }

    /** The thresholds that are said are those of the signals: at R = 0.95 and VVIX = 110 half a vote, just below none. */
    @Test
    void theVoteThresholdsThatAreSaidAreTheOnesTheSignalsUse() {
        for (double[] at : new double[][]{{0.95, 110}, {0.9499, 109.9}}) {
            World world = World.demo();
            world.market.vix3m = world.market.vix / at[0];
            world.market.vvix = at[1];
            List<String> votes = section(of(world), "votes");
            boolean reached = at[0] >= 0.95;
            assertThat(votes).anyMatch(l -> l.startsWith("term structure (V4) adds 0.5 at VIX/VIX3M >= "
                    + (reached ? "1.00" : "0.95"))).anyMatch(
                            l -> l.startsWith("VVIX (V6) adds 0.5 at VVIX >= " + (reached ? "125.0" : "110.0")));
        }
    }

    @Test
    void whereNothingMayBeBoughtTheGateIsSaidAndNoShare() {
        World world = World.demo().levels(Level.FULL, Level.FULL, Level.FULL);
        world.market.vvix = 150;
        assertThat(section(of(world), "layer.L1")).contains("no buys: VVIX 150.0 >= 140: protection is too dear")
                .noneMatch(l -> l.startsWith("its share"));
        World quiet = World.demo().preset(HedgeSettings.Preset.OFF);
        assertThat(section(of(quiet), "decision")).anyMatch(l -> l.contains("PRESET_OFF"));
    }

    @Test
    void aChosenPresetIsSaidFirstAndTheDefaultLast() {
        World vxth = World.demo().preset(HedgeSettings.Preset.VXTH);
        assertThat(section(of(vxth), "decision")).first().asString().startsWith("preset vxth: ").contains(" a year");
        assertThat(section(of(vxth), "notes")).noneMatch(l -> l.startsWith("preset "));
        assertThat(section(of(World.demo()), "decision")).noneMatch(l -> l.startsWith("preset "));
        assertThat(section(of(World.demo()), "notes")).first().asString().startsWith("preset default: ");
    }

    @Test
    void everySignalSaysWhatItCanChange() {
        assertThat(section(of(hedged()), "signals")).hasSize(SignalId.values().length)
                .allMatch(l -> l.matches(".*\\. It (can|could) change: .+"))
                .anyMatch(l -> l.startsWith("event surprise (V7): missing, no events file. It could change: one vote"));
    }
}

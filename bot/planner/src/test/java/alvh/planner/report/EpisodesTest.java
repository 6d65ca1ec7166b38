package alvh.planner.report;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.decide.Assessment;
import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.line.BookRisk;
import alvh.planner.line.Picture;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.MarketReport;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.scenario.Scenarios;
import alvh.planner.scenario.Shock;
import alvh.planner.world.Outcomes;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Replays R1-R4 and own scenarios in the report: unweighted, book, held hedge and plan side by side. */
class EpisodesTest {

    private static World world() {
        World world = World.demo().levels(Level.FULL, Level.CORE, Level.CORE);
        world.boughtCall(LayerId.BASE, LocalDate.of(2026, 4, 15), 25, 2, "0.90", 10);
        return world;
    }

    private static MarketReport.Episode episode(PlanOutcome outcome, String id) {
        return outcome.report().details().market().episodes().stream().filter(e -> e.id().equals(id)).findFirst()
                .orElseThrow();
    }

    /** By hand: from 17.92, ln(38.57/16.36) x E(17.92)/E(16.36), E = 11.5 - (VIX - 14.5) 3/3.5 between its bins. */
    @Test
    void replaysStartFromTodaysLevel() {
        PlanOutcome outcome = world().plan();
        double now = 11.5 - (17.92 - 14.5) * 3 / 3.5;
        double then = 11.5 - (16.36 - 14.5) * 3 / 3.5;
        MarketReport.Episode august = episode(outcome, "R3");
        assertThat(august.vixAfter()).isCloseTo(17.92 * Math.exp(Math.log(38.57 / 16.36) * now / then), within(1e-9));
        assertThat(august.spxReturn()).isCloseTo(5186.34 / 5522.29 - 1, within(1e-12));
        assertThat(august.book()).isNegative();
        assertThat(august.held()).isPositive();
        assertThat(august.planned()).isPositive();
        assertThat(august.withPlan()).isCloseTo(august.book() + august.held() + august.planned(), within(1e-9));
        assertThat(outcome.report().details().market().episodes()).extracting(MarketReport.Episode::id)
                .containsExactly("R1", "R2", "R3", "R4");
        assertThat(outcome.report().details().market().lines())
                .anyMatch(l -> l.startsWith("R3 (31 July to 5 August 2024): SPX -6.1 %, VIX to "))
                .anyMatch(l -> l.contains("decide nothing"));
    }

    /** A user's copy of scenario G with a weight must show what the base set shows, and leave the plan as it was. */
    @Test
    void ownScenariosAreShownAndNeverSized() {
        World plain = world();
        Shock own = Shock.market("mine", -0.06, 10, 0, 7, "my sell-off");
        Shock name = new Shock("name", 0, 0, -0.40, 0, 0, 7, "one name halves");
        World with = world();
        with.settings = own(List.of(own, name));
        assertThat(Outcomes.plan(with.plan()).hash()).isEqualTo(Outcomes.plan(plain.plan()).hash());
        MarketReport.Episode mine = episode(with.plan(), "mine");
        // ln(27/17) x E(17.92) / E(17) above 17.92, E on the straight line from 11.5 at 14.5 to 8.5 at 18: +9.2
        double scaled = 17.92 * Math.exp(Math.log(27.0 / 17) * (11.5 - 3.0 * 3.42 / 3.5) / (11.5 - 3.0 * 2.5 / 3.5));
        assertThat(mine.vixAfter()).isCloseTo(scaled, within(1e-9));
        assertThat(mine.note()).isEqualTo(String.format(java.util.Locale.ROOT,
                "my sell-off; VIX +10.0 for a start at 17, %+.1f at today's level", scaled - 17.92));
        assertThat(episode(with.plan(), "name").note()).isEqualTo("one name halves");
        double viaBase = BookRisk.of(Assessment.of(with.input(), alvh.planner.market.TradingCalendar.nyse(),
                World.TUESDAY).structures(), picture(with)).base()[6];
        assertThat(Scenarios.base().get(6).id()).isEqualTo("G");
        assertThat(mine.book()).isCloseTo(viaBase, within(0.01));
        assertThat(episode(with.plan(), "name").book()).as("the name with the greatest loss takes it").isNegative();
        assertThat(episode(with.plan(), "name").held()).isLessThan(1);
    }

    private static Picture picture(World world) {
        var calendar = alvh.planner.market.TradingCalendar.nyse();
        Picture first = Picture.of(world.input(), calendar);
        Assessment assessment = Assessment.of(world.input(), calendar, World.TUESDAY);
        return first.withState(first.state().withBetas(assessment.betas(), java.util.Map.of()));
    }

    private static HedgeSettings own(List<Shock> own) {
        HedgeSettings d = HedgeSettings.DEFAULTS;
        return new HedgeSettings(d.shareOfPremium(), d.maxUsd(), d.netLosses(), d.indexStructures(), d.preset(),
                d.keepCore(), d.holdIntoSoq(), d.edrVote(), d.lifo(), d.humanAboveUsd(), d.delayedAllowed(),
                d.ratePerYear(), d.fees(), d.futures(), d.dripFundsBudget(), own);
    }

    @Test
    void withoutVixNothingIsInvented() {
        World world = world();
        world.market.levelOverride.put("VVIX", alvh.planner.market.IndexLevel.NONE);
        MarketReport market = world.plan().report().details().market();
        assertThat(market.episodes()).isEmpty();
        assertThat(market.lines()).anyMatch(l -> l.startsWith("replays are not shown"));
    }
}

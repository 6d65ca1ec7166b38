package alvh.planner.report;

import java.time.LocalDate;
import java.util.SortedMap;

import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.plan.HedgePlan;
import alvh.planner.plan.Past;
import alvh.planner.plan.Recalibration;
import alvh.planner.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RecalibrationTest {

    private static World world() {
        World world = World.demo().levels(Level.FULL, Level.TWO_THIRDS, Level.CORE);
        world.boughtCall(LayerId.BASE, LocalDate.of(2026, 4, 15), 24, 1, "1.00", 10);
        return world;
    }

    /** Premium 3 x 204 + 5 x 248 + 2 x 142 + 2 x 145 + 4 x 57 by hand; the held call cost 100.00 and $1.00. */
    @Test
    void theFiguresOfAPlanHaveNamesForNextWeek() {
        SortedMap<String, Double> figures = world().plan().report().details().week().figures();
        assertThat(figures.get("premium.open.usd")).isEqualTo(2654.00);
        assertThat(figures.get("budget.spent.usd")).isEqualTo(101.00);
        assertThat(figures.get("budget.used.percent")).isCloseTo(101.00 / (0.20 * 2654) * 100, within(1e-4));
        assertThat(figures).containsEntry("level.L1", 4.0).containsEntry("level.L2", 3.0).containsEntry("level.L3", 2.0)
                .containsEntry("held.L1.usd", 101.0).containsEntry("held.L1.percent", 100.0)
                .containsEntry("held.L2.usd", 0.0);
        assertThat(figures.get("absorption.percent")).isBetween(1.0, 100.0);
        assertThat(figures.get("unhedgeable.usd")).isPositive();
        assertThat(figures.values()).allMatch(Double::isFinite);
    }

    private static Recalibration weekly(World world, Past.WeekEntry last) {
        world.kind = HedgePlan.Kind.WEEKLY;
        world.past = new Past(last, java.util.List.of(), java.util.List.of());
        return world.plan().report().details().week();
    }

    @Test
    void onlyAWeeklyPlanWritesAnEntryAndItBeginsWithTheFourNumbers() {
        assertThat(world().plan().report().details().week().lines()).isEmpty();
        Recalibration first = weekly(world(), null);
        assertThat(first.lines().get(0)).startsWith("budget used 19.0 %");
        assertThat(first.lines().get(1)).matches("absorbs \\d+ % of the book's loss in a -5 % week");
        assertThat(first.lines().get(2)).startsWith("held and planned hedges take by time ");
        assertThat(first.lines().get(3)).startsWith("worst name no market hedge reaches: NVDA, $");
        assertThat(first.lines()).contains("the first weekly entry: there is nothing to compare with")
                .anyMatch(l -> l.startsWith("adapt, because "))
                .anyMatch(l -> l.startsWith("break-even at the close of"));
        assertThat(first.changes()).isEmpty();
        assertThat(first.choice()).isEqualTo("THIRD");
    }

    @Test
    void whatChangedSinceLastWeekIsSaidBesideWhatItWas() {
        var figures = new java.util.TreeMap<>(weekly(world(), null).figures());
        figures.put("budget.used.percent", 12.5);
        figures.put("level.L1", 2.0);
        figures.put("beta.AAPL.slow", figures.get("beta.AAPL.slow") - 0.25);
        figures.put("beta.DIS.slow", 0.9);
        assertThat(figures.get("credit.AAPL")).as("tier B: its market capitalisation is unknown").isEqualTo(0.5);
        figures.put("credit.AAPL", 1.0);
        Recalibration second = weekly(world(), new Past.WeekEntry(LocalDate.of(2026, 3, 2), figures));
        assertThat(second.lines().get(0)).startsWith("budget used 19.0 % (was 12.5 %), with this plan ");
        assertThat(second.lines()).anyMatch(l -> l.contains("Base FULL (was CORE), Acceleration TWO_THIRDS,"))
                .contains("hedge credit by tier changed: AAPL 0.5 (was 1.0)")
                .anyMatch(l -> l.startsWith("slow betas that moved by 0.10 or more: AAPL "))
                .contains("names: gone DIS");
        assertThat(second.changes()).extracting(Recalibration.Change::name).containsExactly("beta.AAPL.slow",
                "beta.DIS.slow", "budget.used.percent", "credit.AAPL", "level.L1");
        assertThat(second.since()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void anEmptyWeekStaysWithTheThesisAndSaysWhy() {
        Recalibration week = weekly(World.small(), null);
        assertThat(week.lines().getLast()).startsWith("stay with the thesis, because book: book too small");
        assertThat(week.lines()).contains("no roll is due and nothing is added",
                "no hedge is held yet: nothing to compare with 40/40/20");
        assertThat(week.choice()).isEqualTo("LOYALTY");
    }

    /** $660 of Base alone: 100 % against 40 %, 60 points and $396 off; the others 40 and 20 points, $264 and $132. */
    @Test
    void aLayerFarFromItsShareIsNamed() {
        World world = World.demo().levels(Level.FULL, Level.TWO_THIRDS, Level.CORE);
        world.boughtCall(LayerId.BASE, LocalDate.of(2026, 4, 15), 24, 6, "1.0983", 10);
        assertThat(weekly(world, null).lines()).anyMatch(l -> l.endsWith(
                "off by more than 10 points and $150: Base by +60 points, $395.99, Acceleration by -40 points, $263.99"));
    }

    /** Methodology 3.7: the base shrank, nothing is sold by force and nothing bought. */
    @Test
    void aShrunkenBaseIsSaid() {
        World world = World.small().levels(Level.CORE, Level.ARMED, Level.CORE);
        world.boughtCall(LayerId.BASE, LocalDate.of(2026, 4, 15), 24, 1, "1.00", 10);
        assertThat(weekly(world, null).lines())
                .anyMatch(l -> l.startsWith("the base has shrunk: charged $101.00 against $10.00"));
    }
}

package alvh.planner.plan;

import java.time.LocalDate;
import java.util.SortedMap;

import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
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
}

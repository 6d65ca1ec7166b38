package alvh.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import alvh.planner.layer.LotDecision;
import alvh.planner.ledger.BookedEvent.Effect;
import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.Side;
import alvh.planner.plan.PlanOutcome;
import alvh.planner.plan.PlannedOrder;
import alvh.planner.world.Episode;
import alvh.planner.world.ReplayDrive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The episodes of methodology 6.4 walked day by day with the planner that trades. */
class ReplayDriveTest {

    static Stream<Episode> episodes() {
        return Episode.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("episodes")
    void MP15_theEpisodeIsBoughtInCalmHarvestedInTheStormAndPays(Episode episode) {
        List<ReplayDrive.Day> days = new ReplayDrive(episode).walk().days;
        ReplayDrive.Day peak = days.get(episode.rows().indexOf(episode.peak()));
        assertThat(days.get(0).orders()).as("the core is bought before the storm").extracting(PlannedOrder::layer)
                .contains(LayerId.BASE, LayerId.CONTINGENCY);
        assertThat(ReplayDrive.gain(peak)).as("the hedge's sign at the peak close").isPositive();
        assertThat(ReplayDrive.gain(days.get(days.size() - 1))).as("and at the end").isPositive();
        assertThat(days.get(0).orders()).noneMatch(order -> order.effect() == Effect.CLOSE);
        assertThat(days.subList(0, days.indexOf(peak) + 1)).as("harvest on the way up")
                .anyMatch(day -> harvests(day.sales()));
        assertThat(multiple(peak, LayerId.BASE)).as("rank: the short layer pays more per dollar than the long one")
                .isGreaterThan(multiple(peak, LayerId.CONTINGENCY));
        double unharvested = days.get(days.size() - 1).marked();
        assertThat(unharvested).as("most of the gain was taken, not left to melt")
                .isLessThan(ReplayDrive.gain(days.get(days.size() - 1)) / 2);
    }

    @ParameterizedTest
    @MethodSource("episodes")
    void P05_noDayOfAnEpisodeSpendsMoreThanIsLeftOrBuysIntoThePanic(Episode episode) {
        boolean rests = false;
        for (ReplayDrive.Day day : new ReplayDrive(episode).walk().days) {
            rests |= harvests(day.sales());
            if (day.daily() instanceof PlanOutcome.Planned planned) {
                assertThat(planned.plan().worstCase()).as("%s", day.row().date())
                        .isLessThanOrEqualTo(day.daily().report().budget().available());
            }
            boolean closed = day.row().vvix() >= 140 || rests && day.row().ratio() >= 0.95;
            if (closed) {
                assertThat(day.orders()).as("%s at VVIX %.0f", day.row().date(), day.row().vvix())
                        .allMatch(order -> order.effect() == Effect.CLOSE);
            }
            assertThat(day.ledger().openHedgeLots()).as("nothing is ever short")
                    .allMatch(lot -> lot.legs().get(0).side() == Side.BUY);
        }
    }

    @Test
    void walkedTwiceAnEpisodeGivesTheSamePlans() {
        assertThat(hashes()).isEqualTo(hashes()).hasSizeGreaterThan(4);
    }

    private static List<String> hashes() {
        var hashes = new ArrayList<String>();
        for (ReplayDrive.Day day : new ReplayDrive(Episode.ALL.get(2)).walk().days) {
            for (PlanOutcome outcome : List.of(day.sales(), day.daily())) {
                if (outcome instanceof PlanOutcome.Planned planned) {
                    hashes.add(planned.plan().hash());
                }
            }
        }
        return hashes;
    }

    private static boolean harvests(PlanOutcome outcome) {
        return outcome.report().lots().stream()
                .anyMatch(lot -> lot.decision().startsWith(LotDecision.Kind.HARVEST.name().toLowerCase(
                        java.util.Locale.ROOT)));
    }

    /** Proceeds and marks over cost, of all lots of a layer. */
    private static double multiple(ReplayDrive.Day day, LayerId layer) {
        double got = 0;
        double paid = 0;
        for (Lot lot : day.ledger().lots().values()) {
            if (lot.layer() == layer) {
                got += lot.proceeds().toDouble() + day.marks().getOrDefault(lot.lotId(), 0.0);
                paid += lot.cost().toDouble();
            }
        }
        return got / paid;
    }
}

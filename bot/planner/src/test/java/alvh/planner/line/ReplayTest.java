package alvh.planner.line;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import alvh.planner.ledger.LayerId;
import alvh.planner.ledger.Lot;
import alvh.planner.market.TradingCalendar;
import alvh.planner.plan.HedgeSettings;
import alvh.planner.plan.Refusal;
import alvh.planner.world.Episode;
import alvh.planner.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

/**
 * Methodology 6.4 and 8.1 item 15: the bundle of four, four and two VIX calls that the planner's strike rules choose on
 * the first day of each episode, at 0.50 and at 0.30 delta, marked day by day.
 */
class ReplayTest {
    private static final SortedMap<LayerId, Integer> BUNDLE = new TreeMap<>(
            Map.of(LayerId.BASE, 4, LayerId.ACCELERATION, 4, LayerId.CONTINGENCY, 2));

    /** What a bundle costs and is worth at each row, by layer. */
    private record Course(SortedMap<LayerId, List<Double>> worth) {

        double at(int row) {
            return worth.values().stream().mapToDouble(days -> days.get(row)).sum();
        }

        double multiple(int row) {
            return at(row) / at(0);
        }

        double multiple(LayerId layer, int row) {
            return worth.get(layer).get(row) / worth.get(layer).get(0);
        }
    }

    static Stream<Episode> episodes() {
        return Episode.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("episodes")
    void MP15_theReplaysKeepTheHedgesSignAndRank(Episode episode) {
        int peak = episode.rows().indexOf(episode.peak());
        Course half = course(episode, 0.50);
        Course third = course(episode, 0.30);
        for (Course course : List.of(half, third)) {
            assertThat(course.at(peak)).as("%s gains at the peak close", episode.name())
                    .isGreaterThan(course.at(0));
            double base = course.multiple(LayerId.BASE, peak);
            double middle = course.multiple(LayerId.ACCELERATION, peak);
            double far = course.multiple(LayerId.CONTINGENCY, peak);
            assertThat(base).as("%s: 30 days %.1f x over 110 days %.1f x", episode.name(), base, middle)
                    .isGreaterThan(middle);
            assertThat(middle).as("%s: 110 days %.1f x over 220 days %.1f x", episode.name(), middle, far)
                    .isGreaterThan(far);
            assertThat(far).as("the slow layer gains too").isGreaterThan(1);
        }
        assertThat(third.multiple(peak)).as("%s: the lower delta pays more per dollar", episode.name())
                .isGreaterThan(half.multiple(peak));
        // Unharvested, most of the gain is gone within two weeks; the wave of 2020 had not ended by its last row.
        int last = episode.rows().size() - 1;
        assertThat(third.at(last)).as("%s: what is not harvested melts", episode.name()).isLessThan(third.at(peak));
    }

    /** The multiples printed in 6.4, for the two episodes that have settlements of the whole curve. */
    @ParameterizedTest
    @MethodSource("episodes")
    void multiplesComeNearTheDossiers(Episode episode) {
        int peak = episode.rows().indexOf(episode.peak());
        double half = course(episode, 0.50).multiple(peak);
        double third = course(episode, 0.30).multiple(peak);
        switch (episode.name()) {
            case "R3" -> {
                assertThat(half).isCloseTo(4.7, withinPercentage(4));
                assertThat(third).isCloseTo(6.9, withinPercentage(4));
            }
            case "R4" -> {
                assertThat(half).isCloseTo(3.0, withinPercentage(4));
                assertThat(third).isCloseTo(3.9, withinPercentage(4));
            }
            default -> assertThat(third).isGreaterThan(2);
        }
    }

    private static Course course(Episode episode, double delta) {
        SortedMap<LayerId, List<Lot.LotLeg>> legs = new TreeMap<>();
        SortedMap<LayerId, List<Double>> worth = new TreeMap<>();
        for (Episode.Row row : episode.rows()) {
            var world = new World();
            episode.market(row, world.market);
            BUNDLE.forEach((layer, contracts) -> {
                List<Lot.LotLeg> line = legs.computeIfAbsent(layer, l -> chosen(world, l, delta));
                worth.computeIfAbsent(layer, l -> new ArrayList<>())
                        .add(100 * contracts * world.market.price(line.get(0).key()));
            });
        }
        return new Course(worth);
    }

    /** The target strike of a layer's call window, as the planner chooses it. */
    private static List<Lot.LotLeg> chosen(World world, LayerId layer, double delta) {
        var refusals = new ArrayList<Refusal>();
        Picture picture = Picture.of(world.input(), TradingCalendar.nyse());
        LayerProfile usual = LayerProfile.calls(layer, HedgeSettings.Preset.DEFAULT);
        var profile = new LayerProfile(layer, usual.fromDays(), usual.toDays(), usual.nearestDays(), delta);
        var lines = CallLines.of(new LinePricer(picture, refusals), profile).buys();
        assertThat(lines).as("%s", refusals).isNotEmpty();
        return lines.get(0).buys();
    }
}

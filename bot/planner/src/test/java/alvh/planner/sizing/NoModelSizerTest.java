package alvh.planner.sizing;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static alvh.planner.ledger.LayerId.ACCELERATION;
import static alvh.planner.ledger.LayerId.BASE;
import static alvh.planner.ledger.LayerId.CONTINGENCY;
import static org.assertj.core.api.Assertions.assertThat;

/** Methodology 4.5 with numbers that can be worked out in the head. */
class NoModelSizerTest {

    @Test
    void dollarsOverTheWorstCaseRoundedDownLayerByLayer() {
        Small three = lines(100, 150, 90);
        // 410/100 = 4, 390/150 = 2, 200/90 = 2; 10 + 90 + 20 are left, which buys Base one more.
        assertThat(solve(three, 410, 390, 200)).isEqualTo(Map.of("a", 5, "b", 2, "c", 2));
        assertThat(solve(three, 400, 370, 190)).as("10 + 70 + 10 do not buy one")
                .isEqualTo(Map.of("a", 4, "b", 2, "c", 2));
    }

    @Test
    void whatALayerCannotSpendGoesToBase() {
        Small two = new Small().budget(2_000, 2_000).pacing(2_000).buy("a", BASE, 100, 0, 10)
                .buy("c", CONTINGENCY, 90, 0, 10);
        assertThat(solve(two, 100, 250, 90)).as("Acceleration has no line").isEqualTo(Map.of("a", 3, "c", 1));
        assertThat(solve(new Small().buy("c", CONTINGENCY, 90, 0, 10), 400, 400, 200)).as("no Base, no others (10)")
                .isEmpty();
    }

    @Test
    void withinTheLayersShareItsOneCoreUnitAndTheDisplayedSize() {
        assertThat(solve(lines(100, 150, 90).layer(BASE, 250, 1, 0), 400, 0, 0)).as("row (3)")
                .isEqualTo(Map.of("a", 2));
        assertThat(solve(lines(100, 150, 90).layer(BASE, 50, 0, 100), 400, 0, 0)).as("row (4)")
                .isEqualTo(Map.of("a", 1));
        assertThat(solve(new Small().buy("a", BASE, 100, 0, 2), 700, 0, 0)).as("row (8)").isEqualTo(Map.of("a", 2));
        assertThat(solve(lines(100, 150, 90).closed(BASE), 400, 400, 200)).isEmpty();
    }

    @Test
    void withinBothBudgetTestsAndThePacing() {
        assertThat(solve(lines(100, 150, 90).budget(300, 1_000), 400, 0, 0)).as("row (2)").isEqualTo(Map.of("a", 3));
        assertThat(solve(lines(100, 150, 90).pacing(450), 400, 400, 200)).as("row (9): one each first, then Base")
                .isEqualTo(Map.of("a", 2, "b", 1, "c", 1));
        assertThat(solve(lines(100, 150, 90).pacing(10), 400, 400, 200)).as("one unit a layer always passes")
                .isEqualTo(Map.of("a", 1, "b", 1, "c", 1));
        assertThat(solve(lines(100, 150, 90).pacing(10).layer(BASE, 900, 1, 0), 400, 0, 0)).isEmpty();
    }

    @Test
    void itIsWithinEveryRowOnRandomProblemsAndWholeContracts() {
        int bought = 0;
        for (long seed = 0; seed < 500; seed++) {
            SizingProblem random = SizingProblem.of(new SizingInstances(seed, 9, 6, 14).next(0));
            SortedMap<LayerId, SizingLine> one = new TreeMap<>();
            random.lines().stream().filter(line -> line.fund() == null)
                    .forEach(line -> one.putIfAbsent(line.layer(), line));
            SizingProblem problem = random.keeping(one::containsValue);
            Usd left = problem.flowSlack().min(problem.stockSlack()).max(Usd.ZERO);
            int[] units = NoModelSizer.solve(problem, dollars(left, 0.4, 0.4, 0.2)).units();
            assertThat(PlainRows.hold(problem, units)).as("seed %d", seed).isTrue();
            bought += java.util.Arrays.stream(units).sum() > 0 ? 1 : 0;
        }
        assertThat(bought).isGreaterThan(200);
    }

    private static Small lines(int base, int acceleration, int contingency) {
        return new Small().budget(2_000, 2_000).pacing(2_000).buy("a", BASE, base, 0, 10)
                .buy("b", ACCELERATION, acceleration, 0, 10).buy("c", CONTINGENCY, contingency, 0, 10);
    }

    private static Map<String, Integer> solve(Small small, int base, int acceleration, int contingency) {
        SizingProblem problem = small.problem();
        SortedMap<LayerId, Usd> dollars = new TreeMap<>(Map.of(BASE, Usd.ofDollars(base), ACCELERATION,
                Usd.ofDollars(acceleration), CONTINGENCY, Usd.ofDollars(contingency)));
        SizingSolution solution = NoModelSizer.solve(problem, dollars);
        assertThat(solution.objective()).isNaN();
        assertThat(solution.crossCheckFails()).isFalse();
        Map<String, Integer> taken = new TreeMap<>();
        for (int j = 0; j < solution.units().length; j++) {
            if (solution.units()[j] > 0) {
                taken.put(problem.lines().get(j).line().id(), solution.units()[j]);
            }
        }
        return taken;
    }

    private static SortedMap<LayerId, Usd> dollars(Usd left, double base, double acceleration, double contingency) {
        return new TreeMap<>(Map.of(BASE, Usd.floor(left.toDouble() * base), ACCELERATION,
                Usd.floor(left.toDouble() * acceleration), CONTINGENCY, Usd.floor(left.toDouble() * contingency)));
    }
}

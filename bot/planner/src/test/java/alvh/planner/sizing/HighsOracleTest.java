package alvh.planner.sizing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class HighsOracleTest {

    @Test
    void theExactSearchFindsTheObjectiveThatHighsFinds() {
        compare(0, 240, 12, 10, 14, 0);
    }

    @Test
    void alsoWithRollsAndMoreScenarios() {
        compare(20_000, 120, 12, 10, 40, 4);
    }

    private static void compare(long from, int count, int lines, int upper, int scenarios, int rolls) {
        int buying = 0;
        for (int i = 0; i < count; i++) {
            SizingProblem problem = SizingProblem
                    .of(new SizingInstances(from + i, lines, upper, scenarios).next(rolls));
            SizingSolution solution = ExactSizer.solve(problem);
            double oracle = HighsOracle.objective(problem);
            assertThat(solution.proven()).isTrue();
            assertThat(solution.objective()).as("seed %d", from + i).isCloseTo(oracle, within(1e-6));
            buying += solution.buysNothing() ? 0 : 1;
        }
        assertThat(buying).isGreaterThan(count / 3);
    }
}

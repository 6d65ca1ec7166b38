package alvh.planner.sizing;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** At least 1,000 random instances of all sizes against an independent solver: the same objective to 1e-6 on all. */
class HighsOracleTest {

    @ParameterizedTest(name = "{1} instances of {2} lines, {4} scenarios, {5} rolls")
    @CsvSource({"0,      360, 12, 10, 14, 0", "20000,  200, 12, 10, 40, 4", "40000,  300,  8, 10, 14, 0",
            "60000,  240,  8,  6, 40, 3", "80000,  240,  5, 10, 14, 0", "100000, 160,  5,  4, 14, 2"})
    void theExactSearchFindsTheObjectiveThatHighsFinds(long from, int count, int lines, int upper, int scenarios,
            int rolls) {
        int buying = 0;
        for (int i = 0; i < count; i++) {
            SizingProblem problem = SizingProblem
                    .of(new SizingInstances(from + i, lines, upper, scenarios).next(rolls));
            SizingSolution solution = ExactSizer.solve(problem);
            double oracle = HighsOracle.objective(problem);
            assertThat(solution.proven()).isTrue();
            assertThat(PlainRows.hold(problem, solution.units())).as("seed %d", from + i).isTrue();
            assertThat(solution.objective()).as("seed %d", from + i).isCloseTo(oracle, within(1e-6));
            buying += solution.buysNothing() ? 0 : 1;
        }
        assertThat(buying).isGreaterThan(count / 3);
    }
}

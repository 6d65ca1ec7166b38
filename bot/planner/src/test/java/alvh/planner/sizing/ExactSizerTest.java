package alvh.planner.sizing;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ExactSizerTest {

    @Test
    void theTailMeanOfAKnownDistribution() {
        double[] losses = {10, 100, -5, 50};
        double[] weights = {0.5, 0.01, 0.46, 0.03};
        // worst 5 %: 0.01 x 100 + 0.03 x 50 + 0.01 x 10, over 0.05
        assertThat(Tail.cvar(losses, weights, 0.95)).isCloseTo((1 + 1.5 + 0.1) / 0.05, within(1e-9));
    }

    @Test
    void agreesWithBruteForceOnSmallCases() {
        for (long seed = 0; seed < 400; seed++) {
            SizingProblem problem = SizingProblem
                    .of(new SizingInstances(seed, 5, 3, 14).next(seed % 3 == 0 ? 2 : 0));
            SizingSolution ours = ExactSizer.solve(problem);
            int[] brute = BruteForce.solve(problem);
            assertThat(ours.proven()).isTrue();
            assertThat(ours.objective()).as("seed %d", seed).isCloseTo(problem.objective(brute), within(1e-6));
            assertThat(ours.units()).as("seed %d", seed).containsExactly(brute);
        }
    }

    /** Methodology 8.1 item 14, judged by every plan there is. */
    @Test
    void MP14_greedyStaysWithinFifteenPercentOfBruteForceOnSmallCases() {
        int compared = 0;
        for (long seed = 1000; seed < 1200; seed++) {
            SizingProblem problem = SizingProblem.of(new SizingInstances(seed, 6, 4, 14).next(seed % 5 == 0 ? 2 : 0));
            int[] brute = BruteForce.solve(problem);
            double best = problem.objective(brute);
            GreedySizer.Outcome greedy = GreedySizer.solve(problem);
            assertThat(PlainRows.hold(problem, greedy.units())).as("seed %d", seed).isTrue();
            assertThat(greedy.swapped()).as("seed %d", seed).isGreaterThanOrEqualTo(best - 1e-6)
                    .isLessThanOrEqualTo(greedy.once() + 1e-6);
            assertThat(greedy.once() - best).as("seed %d, one pass", seed)
                    .isLessThanOrEqualTo(0.15 * Math.abs(best) + 1e-6);
            assertThat(greedy.swapped() - best).as("seed %d, larger swaps", seed)
                    .isLessThanOrEqualTo(0.06 * Math.abs(best) + 1e-6);
            compared += java.util.Arrays.stream(brute).sum() > 0 ? 1 : 0;
        }
        assertThat(compared).isGreaterThan(100);
    }

    @Test
    void everySolutionCarriesItsCrossCheck() {
        for (long seed = 1000; seed < 1200; seed++) {
            SizingProblem problem = SizingProblem.of(new SizingInstances(seed, 10, 8, 14).next(0));
            SizingSolution exact = ExactSizer.solve(problem);
            GreedySizer.Outcome greedy = GreedySizer.solve(problem);
            assertThat(exact.greedy()).isEqualTo(greedy.once());
            assertThat(exact.swapped()).isEqualTo(greedy.swapped()).isGreaterThanOrEqualTo(exact.objective() - 1e-6);
            assertThat(exact.crossCheckFails()).as("seed %d: %.3f, %.3f", seed, exact.greedyGap(), exact.swappedGap())
                    .isFalse();
        }
    }

    @Test
    void aGreedyPlanThatIsTooFarOffIsADefect() {
        var fine = new SizingSolution(new int[]{1}, 0, 1_000, 900, 1, true, 0, 1_149, 1_059);
        assertThat(fine.crossCheckFails()).isFalse();
        assertThat(fine.greedyGap()).isCloseTo(0.149, within(1e-12));
        assertThat(new SizingSolution(new int[]{1}, 0, 1_000, 900, 1, true, 0, 1_151, 1_059).crossCheckFails())
                .isTrue();
        assertThat(new SizingSolution(new int[]{1}, 0, 1_000, 900, 1, true, 0, 1_100, 1_061).crossCheckFails())
                .isTrue();
        assertThat(new SizingSolution(new int[]{1}, 0, -1_000, 900, 1, true, 0, -849, -1_000).crossCheckFails())
                .isTrue();
    }

    @Test
    void P05_neverSpendsMoreThanTheBudgetNorASingleCentMore() {
        for (long seed = 5000; seed < 5300; seed++) {
            SizingProblem problem = SizingProblem.of(new SizingInstances(seed, 9, 6, 14).next(0));
            SizingSolution solution = ExactSizer.solve(problem);
            Usd spent = Usd.ZERO;
            for (int j = 0; j < solution.units().length; j++) {
                SizingLine line = problem.lines().get(j);
                boolean budget = line.fund() == null;
                spent = budget ? spent.plus(line.line().worstCase().times(solution.units()[j])) : spent;
            }
            assertThat(spent).isLessThanOrEqualTo(problem.flowSlack()).isLessThanOrEqualTo(problem.stockSlack());
        }
    }

    @Test
    void moreBudgetNeverMakesTheObjectiveWorseAmongEqualKeys() {
        for (long seed = 7000; seed < 7200; seed++) {
            SizingProblem problem = SizingProblem.of(new SizingInstances(seed, 8, 6, 14).next(0));
            SizingSolution less = ExactSizer.solve(problem);
            SizingProblem richer = problem.withMoreBudget(Usd.ofDollars(100));
            SizingSolution more = ExactSizer.solve(richer);
            boolean sameKeys = java.util.Arrays.equals(ExactSizer.keys(problem).firstUnit(),
                    ExactSizer.keys(richer).firstUnit());
            if (sameKeys) {
                assertThat(more.objective()).isLessThanOrEqualTo(less.objective() + 1e-6);
            }
        }
    }

    @Test
    void nothingOfLayersTwoAndThreeWithoutLayerOne() {
        int seen = 0;
        for (long seed = 9000; seed < 9300; seed++) {
            SizingProblem problem = SizingProblem.of(new SizingInstances(seed, 8, 4, 14).next(0));
            if (problem.deadlock() || problem.layers().get(LayerId.BASE).held() > 0) {
                continue;
            }
            int[] units = ExactSizer.solve(problem).units();
            long base = 0;
            long others = 0;
            for (int j = 0; j < units.length; j++) {
                boolean first = problem.lines().get(j).layer() == LayerId.BASE;
                base += first ? units[j] : 0;
                others += first ? 0 : units[j];
            }
            assertThat(others == 0 || base > 0).as("seed %d", seed).isTrue();
            seen += others > 0 ? 1 : 0;
        }
        assertThat(seen).isGreaterThan(10);
    }
}

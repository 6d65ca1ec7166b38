package alvh.planner.sizing;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.ledger.LayerId;
import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What must hold of every sizing problem, on seeded random ones. */
class ProgramPropertiesTest {

    @Test
    void P05_neverAboveEitherBudgetTestRollsAndExtensionsIncluded() {
        for (long seed = 0; seed < 1_500; seed++) {
            SizingProblem problem = instance(seed);
            int[] units = ExactSizer.solve(problem).units();
            assertThat(PlainRows.hold(problem, units)).as("seed %d", seed).isTrue();
            assertThat(flow(problem, units)).as("seed %d", seed)
                    .isLessThanOrEqualTo(Math.max(0, problem.flowSlack().e4()));
            assertThat(stock(problem, units)).as("seed %d", seed)
                    .isLessThanOrEqualTo(Math.max(0, problem.stockSlack().e4()));
            for (int j = 0; j < units.length; j++) {
                assertThat(units[j]).isBetween(0, problem.lines().get(j).line().upper());
            }
        }
    }

    /**
     * What is true of more budget: the always-on keys never get worse, and at equal keys the objective never does. (A plan
     * with better keys may have a worse objective: the first unit of an empty layer comes before it.)
     */
    @Test
    void monotone_moreBudgetNeverGivesWorseKeysNorAWorseObjectiveAtEqualKeys() {
        int better = 0;
        for (long seed = 0; seed < 600; seed++) {
            SizingProblem problem = instance(seed);
            SizingProblem richer = raised(problem, 100 * (1 + seed % 7));
            ExactSizer.Keys before = ExactSizer.keys(problem);
            ExactSizer.Keys after = ExactSizer.keys(richer);
            int keys = compare(after, before);
            assertThat(keys).as("seed %d", seed).isNotNegative();
            if (keys == 0) {
                double less = ExactSizer.solve(problem).objective();
                double more = ExactSizer.solve(richer).objective();
                assertThat(more).as("seed %d", seed).isLessThanOrEqualTo(less + 1e-6);
                better += more < less - 1e-6 ? 1 : 0;
            }
        }
        assertThat(better).isGreaterThan(50);
    }

    /**
     * What is true of the amount spent: when the two budget tests alone are raised, either the plan stays the same, or it
     * spends more in one of the two tests than the old limit of that test.
     */
    @Test
    void monotone_moreInBothTestsChangesThePlanOnlyToSpendMore() {
        int changed = 0;
        for (long seed = 0; seed < 600; seed++) {
            SizingProblem wide = instance(seed);
            SizingProblem problem = wide.withMoreBudget(Usd.ZERO.minus(wide.flowSlack().part(2, 3)));
            SizingProblem richer = problem.withMoreBudget(Usd.ofDollars(75));
            int[] less = ExactSizer.solve(problem).units();
            int[] more = ExactSizer.solve(richer).units();
            if (!Arrays.equals(less, more)) {
                boolean spends = flow(problem, more) > Math.max(flow(problem, less), limit(problem.flowSlack()))
                        || stock(problem, more) > Math.max(stock(problem, less), limit(problem.stockSlack()));
                assertThat(spends).as("seed %d", seed).isTrue();
                changed++;
            }
        }
        assertThat(changed).isGreaterThan(50);
    }

    /**
     * What whole contracts allow of scale: in an account k times as large (book, budget, shares, limits, lots and displayed
     * sizes), k times the small plan keeps every row but the one-unit exceptions of (4) and (9), and costs k times as much
     * less the line charge saved. So the large optimum is at least as good as k times the small one.
     */
    @Test
    void scale_aKTimesLargerAccountDoesAtLeastKTimesAsWell() {
        int compared = 0;
        int strictly = 0;
        for (long seed = 0; seed < 400; seed++) {
            SizingProblem small = instance(seed);
            for (int k : new int[]{2, 3, 7}) {
                SizingProblem large = scaled(small, k);
                SizingSolution one = ExactSizer.solve(small);
                int[] multiple = Arrays.stream(one.units()).map(x -> x * k).toArray();
                if (!PlainRows.hold(large, multiple) || compare(ExactSizer.keys(large), keysOf(large, multiple)) != 0) {
                    continue;
                }
                double lines = SizingProblem.RHO * Arrays.stream(one.units()).filter(x -> x > 0).count();
                assertThat(large.objective(multiple)).isCloseTo(k * (one.objective() - lines) + lines, within(1e-6));
                SizingSolution best = ExactSizer.solve(large);
                assertThat(best.proven()).isTrue();
                assertThat(best.objective()).as("seed %d x %d", seed, k)
                        .isLessThanOrEqualTo(k * one.objective() + 1e-6);
                compared++;
                strictly += best.objective() < large.objective(multiple) - 1e-6 ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(300);
        assertThat(strictly).as("finer steps help").isGreaterThan(30);
    }

    private static SizingProblem instance(long seed) {
        return SizingProblem.of(new SizingInstances(seed, 4 + (int) (seed % 6), 5, 14).next(seed % 4 == 0 ? 2 : 0));
    }

    private static long limit(Usd slack) {
        return Math.max(0, slack.e4());
    }

    private static long flow(SizingProblem problem, int[] units) {
        long sum = 0;
        for (int j = 0; j < units.length; j++) {
            sum += problem.lines().get(j).flowCharge().e4() * units[j];
        }
        return sum;
    }

    private static long stock(SizingProblem problem, int[] units) {
        long sum = 0;
        for (int j = 0; j < units.length; j++) {
            sum += problem.lines().get(j).stockCharge().e4() * units[j];
        }
        return sum;
    }

    /** Every row of the budget: both tests, pacing, shares and core caps of layers that are above zero. */
    private static SizingProblem raised(SizingProblem p, long dollars) {
        Usd more = Usd.ofDollars(dollars);
        SortedMap<LayerId, LayerRow> layers = new TreeMap<>();
        p.layers().forEach(
                (layer, row) -> layers.put(layer, new LayerRow(row.open(), row.capLeft().plus(more), row.held(),
                        row.coreCap().isPositive() ? row.coreCap().plus(more) : row.coreCap())));
        return new SizingProblem(p.weights(), p.baseLoss(), p.lines(), p.flowSlack().plus(more),
                p.stockSlack().plus(more), p.pacingLeft().plus(more), layers, p.rowNames(), p.rowLimits(),
                p.rollCapacity(), p.funds(), p.deadlock());
    }

    private static SizingProblem scaled(SizingProblem p, int k) {
        SortedMap<LayerId, LayerRow> layers = new TreeMap<>();
        p.layers().forEach((layer, row) -> layers.put(layer, new LayerRow(row.open(), row.capLeft().times(k),
                row.held() * k, row.coreCap().times(k))));
        SortedMap<String, Long> capacity = new TreeMap<>(p.rollCapacity());
        capacity.replaceAll((group, held) -> held * k);
        SortedMap<String, Usd> funds = new TreeMap<>(p.funds());
        funds.replaceAll((name, amount) -> amount.times(k));
        return new SizingProblem(p.weights(), Arrays.stream(p.baseLoss()).map(loss -> loss * k).toArray(),
                p.lines().stream().map(line -> wider(line, k)).toList(), p.flowSlack().times(k),
                p.stockSlack().times(k),
                p.pacingLeft().times(k), layers, p.rowNames(), Arrays.stream(p.rowLimits()).map(l -> l * k).toArray(),
                capacity, funds, p.deadlock());
    }

    private static SizingLine wider(SizingLine line, int k) {
        CandidateLine c = line.line();
        var more = new CandidateLine(c.id(), c.layer(), c.legs(), c.expectedFill(), c.worstCase(), c.valueByScenario(),
                c.calmValue(), c.upper() * k, c.rollsLots(), c.greeks(), c.dte());
        return new SizingLine(more, line.flowCharge(), line.stockCharge(), line.layerCharge(), line.newDebit(),
                line.rollGroup(), line.fund(), line.due(), line.use());
    }

    private static ExactSizer.Keys keysOf(SizingProblem problem, int[] units) {
        long rolled = 0;
        boolean[] first = new boolean[LayerId.values().length];
        for (int j = 0; j < units.length; j++) {
            SizingLine line = problem.lines().get(j);
            rolled += line.due() ? units[j] : 0;
            LayerRow row = problem.layers().get(line.layer());
            first[line.layer().ordinal()] |= units[j] > 0 && row.open() && row.held() == 0;
        }
        return new ExactSizer.Keys(rolled, first, units);
    }

    private static int compare(ExactSizer.Keys a, ExactSizer.Keys b) {
        if (a.rolled() != b.rolled()) {
            return Long.compare(a.rolled(), b.rolled());
        }
        for (LayerId layer : LayerId.values()) {
            int first = Boolean.compare(a.firstUnit()[layer.ordinal()], b.firstUnit()[layer.ordinal()]);
            if (first != 0) {
                return first;
            }
        }
        return 0;
    }
}

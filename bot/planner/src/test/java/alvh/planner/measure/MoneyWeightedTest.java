package alvh.planner.measure;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.measure.MoneyWeighted.Method;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** F14. Roots by SciPy's brentq, Dietz by a few lines of Python; the rest by hand. */
class MoneyWeightedTest {

    private static Flow flow(String date, double dollars) {
        return new Flow(LocalDate.parse(date), dollars);
    }

    @Test
    void F14_oneChangeOfSignIsAnIrr() {
        MoneyWeighted year = MoneyWeighted.of(List.of(flow("2025-01-02", -100), flow("2026-01-02", 110)));
        assertThat(year.method()).isEqualTo(Method.IRR);
        assertThat(year.perYear()).isCloseTo(0.10, within(1e-10));
        MoneyWeighted several = MoneyWeighted.of(List.of(flow("2025-01-02", -10_000), flow("2025-03-15", -2500),
                flow("2025-09-01", 1200), flow("2026-02-10", 12_950)));
        assertThat(several.method()).isEqualTo(Method.IRR);
        assertThat(several.perYear()).isCloseTo(0.12802551051202798, within(1e-10));
        assertThat(MoneyWeighted.of(List.of(flow("2025-01-02", -100), flow("2026-01-02", 40))).perYear())
                .isCloseTo(-0.60, within(1e-10));
    }

    @Test
    void F14_moreThanOneChangeOfSignIsModifiedDietz() {
        MoneyWeighted dietz = MoneyWeighted.of(List.of(flow("2025-01-02", -10_000), flow("2025-04-01", 500),
                flow("2025-06-30", -800), flow("2026-01-02", 10_600)));
        assertThat(dietz.method()).isEqualTo(Method.DIETZ);
        assertThat(dietz.perYear()).isCloseTo(0.02991149475524476, within(1e-12));
    }

    @Test
    void F14_flowsOfOneDayAreOneFlow() {
        assertThat(MoneyWeighted.signChanges(List.of(flow("2025-01-02", -100), flow("2025-06-01", 30),
                flow("2025-06-01", -40), flow("2025-12-01", 150)))).isEqualTo(1);
        assertThat(MoneyWeighted.signChanges(List.of(flow("2025-01-02", -100), flow("2025-06-01", 0),
                flow("2025-12-01", 150)))).isEqualTo(1);
    }

    @Test
    void whatHasNoRateHasNoNumber() {
        assertThat(MoneyWeighted.of(List.of()).method()).isEqualTo(Method.UNKNOWN);
        assertThat(MoneyWeighted.of(List.of(flow("2025-01-02", -100), flow("2026-01-02", -10))).method())
                .as("never a sign change").isEqualTo(Method.UNKNOWN);
        assertThat(MoneyWeighted.of(List.of(flow("2025-01-02", -1), flow("2025-01-12", 1000))).method())
                .as("the rate is above 10").isEqualTo(Method.UNKNOWN);
        assertThat(MoneyWeighted.of(List.of(flow("2025-01-02", -1), flow("2025-01-12", Double.NaN))).method())
                .isEqualTo(Method.UNKNOWN);
    }

    @Test
    void theRateMakesTheFlowsWorthNothing() {
        var random = new java.util.SplittableRandom(7);
        for (int n = 0; n < 200; n++) {
            LocalDate day = LocalDate.of(2025, 1, 2);
            var flows = new java.util.ArrayList<Flow>();
            flows.add(new Flow(day, -1000 - random.nextInt(1000)));
            for (int i = 0; i < 5; i++) {
                flows.add(new Flow(day.plusDays(20L * (i + 1) + random.nextInt(15)), random.nextInt(600)));
            }
            MoneyWeighted found = MoneyWeighted.of(flows);
            if (found.method() == Method.IRR) {
                double sum = 0;
                for (Flow f : flows) {
                    sum += f.dollars() * Math.exp(-Math.log1p(found.perYear())
                            * java.time.temporal.ChronoUnit.DAYS.between(day, f.date()) / 365.0);
                }
                assertThat(sum).isCloseTo(0, within(1e-6));
            }
        }
    }
}

package alvh.daemon.broker;

import java.math.BigDecimal;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnsetTest {

    @Test
    void aPriceThatIsNoneOfOursIsAbsent() {
        for (double raw : new double[]{-1, 0, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
                Double.MAX_VALUE, 1e308, -0.05}) {
            assertThat(Unset.price(raw)).as("price %s", raw).isNaN();
        }
        assertThat(Unset.price(0.05)).isEqualTo(0.05);
        assertThat(Unset.price(6512.25)).isEqualTo(6512.25);
    }

    @Test
    void breadthMayBeNegativeButNotMinusOne() {
        assertThat(Unset.level(-812)).isEqualTo(-812);
        assertThat(Unset.level(-1)).isNaN();
        assertThat(Unset.level(0)).isNaN();
    }

    @Test
    void aComboMayHaveACredit() {
        assertThat(Unset.value(-1.35)).isEqualTo(-1.35);
        assertThat(Unset.value(Double.MAX_VALUE)).isNaN();
    }

    @Test
    void permIdsAndOrderIdsHaveManyFormsOfNothing() {
        assertThat(Unset.permId(0)).isZero();
        assertThat(Unset.permId(Long.MAX_VALUE)).isZero();
        assertThat(Unset.permId(Integer.MAX_VALUE)).isZero();
        assertThat(Unset.permId(1234567890123L)).isEqualTo(1234567890123L);
        assertThat(Unset.orderId(-7)).isZero();
        assertThat(Unset.orderId(Integer.MAX_VALUE)).isZero();
        assertThat(Unset.orderId(51)).isEqualTo(51);
    }

    @Test
    void onlyWholeUnitsAreUnits() {
        assertThat(Unset.units(new BigDecimal("3.000"))).contains(3L);
        assertThat(Unset.units(new BigDecimal("-300"))).contains(-300L);
        assertThat(Unset.units(new BigDecimal("1.5"))).isEmpty();
        assertThat(Unset.units(new BigDecimal("1e9"))).isEmpty();
        assertThat(Unset.units(null)).isEmpty();
    }

    @Test
    void textsForPeopleAreCutAndBlanked() {
        assertThat(Unset.text("Order\nrejected\u001b[31m")).isEqualTo("Order rejected [31m");
        assertThat(Unset.text("x".repeat(1_000_000))).hasSize(503);
        assertThat(Unset.text(null)).isEmpty();
        assertThat(Unset.code("?")).isEmpty();
        assertThat(Unset.code("VIX   261118C00020000")).isEqualTo("VIX   261118C00020000");
    }

    @Test
    void datesAreReadStrictly() {
        assertThat(Unset.date("20261118")).contains(LocalDate.of(2026, 11, 18));
        assertThat(Unset.date("20261118 08:30:00 US/Central")).contains(LocalDate.of(2026, 11, 18));
        assertThat(Unset.date("202611")).isEmpty();
        assertThat(Unset.date("20260230")).isEmpty();
        assertThat(Unset.date(null)).isEmpty();
        assertThat(Unset.basic(LocalDate.of(2026, 1, 5))).isEqualTo("20260105");
    }
}

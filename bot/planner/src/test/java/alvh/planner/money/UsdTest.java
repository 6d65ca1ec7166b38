package alvh.planner.money;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UsdTest {

    @Test
    void countsTenThousandths() {
        assertThat(Usd.of("12.3456").e4()).isEqualTo(123_456);
        assertThat(Usd.ofCents(105)).isEqualTo(Usd.of("1.05"));
        assertThat(Usd.ofDollars(-3)).isEqualTo(Usd.of("-3"));
        assertThatThrownBy(() -> Usd.of("0.00001")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void analyticValuesAreRoundedAgainstUs() {
        assertThat(Usd.ceil(77.75001)).isEqualTo(Usd.of("77.7501"));
        assertThat(Usd.floor(77.75009)).isEqualTo(Usd.of("77.75"));
        assertThat(Usd.ceil(-1.00005)).isEqualTo(Usd.of("-1"));
        assertThat(Usd.floor(-1.00005)).isEqualTo(Usd.of("-1.0001"));
    }

    @Test
    void binaryNoiseCostsNothing() {
        assertThat(Usd.ceil(0.1 + 0.2)).isEqualTo(Usd.of("0.3"));
        assertThat(Usd.floor(0.29 * 100)).isEqualTo(Usd.of("29"));
        assertThatThrownBy(() -> Usd.ceil(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesRoundDown() {
        assertThat(Usd.of("490").share(new BigDecimal("0.20"))).isEqualTo(Usd.of("98"));
        assertThat(Usd.of("0.0003").part(1, 2)).isEqualTo(Usd.of("0.0001"));
        assertThat(Usd.of("-0.0003").part(1, 2)).isEqualTo(Usd.of("-0.0002"));
    }

    @Test
    void overflowIsAnErrorNotANumber() {
        assertThatThrownBy(() -> new Usd(Long.MAX_VALUE).plus(new Usd(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Usd(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void textIsAmericanUnderAnyLocale() {
        assertThat(Usd.of("1234.5").text()).isEqualTo("$1,234.50");
        assertThat(Usd.of("-3.1").text()).isEqualTo("-$3.10");
        assertThat(Usd.of("-0.0049").text()).isEqualTo("$0.00");
        assertThat(Usd.of("0.005").text()).isEqualTo("$0.00");
    }
}

package alvh.planner.market;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuoteTest {

    private static final Instant NOW = Instant.parse("2026-11-24T15:15:00Z");
    private static final Duration OLDEST = Duration.ofSeconds(5);

    private static Quote.Fault fault(double bid, double ask, Quality quality, long secondsOld) {
        return new Quote(bid, ask, 10, 10, NOW.minusSeconds(secondsOld), quality).fault(NOW, OLDEST, false);
    }

    @Test
    void goodQuoteHasNoFault() {
        assertThat(fault(1.10, 1.20, Quality.LIVE, 5)).isNull();
        assertThat(fault(1.10, 1.10, Quality.LIVE, 0)).isNull();
    }

    @Test
    void everyFaultHasItsName() {
        assertThat(fault(Double.NaN, Double.NaN, Quality.LIVE, 0)).isEqualTo(Quote.Fault.Q_EMPTY);
        assertThat(fault(-1, 0, Quality.LIVE, 0)).isEqualTo(Quote.Fault.Q_EMPTY);
        assertThat(fault(0, 1.2, Quality.LIVE, 0)).isEqualTo(Quote.Fault.Q_ONESIDED);
        assertThat(fault(1.1, Double.POSITIVE_INFINITY, Quality.LIVE, 0)).isEqualTo(Quote.Fault.Q_ONESIDED);
        assertThat(fault(1.3, 1.2, Quality.LIVE, 0)).isEqualTo(Quote.Fault.Q_CROSSED);
        assertThat(fault(1.1, 1.2, Quality.FROZEN, 0)).isEqualTo(Quote.Fault.Q_TYPE);
        assertThat(fault(1.1, 1.2, Quality.DELAYED, 0)).isEqualTo(Quote.Fault.Q_TYPE);
        assertThat(fault(1.1, 1.2, Quality.STALE, 0)).isEqualTo(Quote.Fault.Q_STALE);
        assertThat(fault(1.1, 1.2, Quality.LIVE, 6)).isEqualTo(Quote.Fault.Q_STALE);
    }

    @Test
    void delayedCountsOnlyWhereAllowed() {
        Quote delayed = new Quote(1.1, 1.2, 1, 1, NOW, Quality.DELAYED);
        assertThat(delayed.fault(NOW, OLDEST, true)).isNull();
    }

    @Test
    void midNeedsTwoSides() {
        assertThat(new Quote(1.1, 1.2, 1, 1, NOW, Quality.LIVE).mid()).isEqualTo(1.15);
        assertThat(new Quote(0, 1.2, 1, 1, NOW, Quality.LIVE).mid()).isNaN();
        assertThat(new Quote(1.3, 1.2, 1, 1, NOW, Quality.LIVE).mid()).isNaN();
        assertThat(Quote.NONE.mid()).isNaN();
    }
}

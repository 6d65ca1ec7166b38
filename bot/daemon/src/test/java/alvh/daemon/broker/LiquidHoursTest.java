package alvh.daemon.broker;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LiquidHoursTest {

    @Test
    void theEndOfTheSessionThatIsOpenNow() {
        LiquidHours hours = LiquidHours.of(Samples.HOURS, "US/Eastern");
        assertThat(hours.until(Instant.parse("2026-11-17T15:15:00Z"))).contains(Instant.parse("2026-11-17T21:15:00Z"));
        assertThat(hours.until(Instant.parse("2026-11-17T14:29:59Z"))).isEmpty();
        assertThat(hours.until(Instant.parse("2026-11-17T21:15:00Z"))).isEmpty();
    }

    @Test
    void olderFormClosedDaysAndNonsense() {
        LiquidHours old = LiquidHours.of("20261117:0830-1515;20261126:CLOSED", "US/Central");
        assertThat(old.until(Instant.parse("2026-11-17T15:15:00Z"))).contains(Instant.parse("2026-11-17T21:15:00Z"));
        assertThat(LiquidHours.of("20261126:CLOSED", "US/Eastern").sessions()).isEmpty();
        assertThat(LiquidHours.of(Samples.HOURS, "Nowhere/Land").sessions()).isEmpty();
        assertThat(LiquidHours.of("20261317:0930-20261317:1615", "US/Eastern").sessions()).isEmpty();
        assertThat(LiquidHours.of("", "").sessions()).isEmpty();
    }
}

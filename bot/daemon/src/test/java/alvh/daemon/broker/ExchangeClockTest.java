package alvh.daemon.broker;

import java.time.Duration;
import java.time.Instant;

import alvh.planner.market.AccountKind;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ExchangeClockTest {
    private static final Instant SUNDAY = Instant.parse("2026-11-22T23:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-17T15:15:00Z");
    private long nanos;

    private ExchangeClock clock(AccountKind kind) {
        return new ExchangeClock(kind, () -> SUNDAY.plusNanos(nanos), () -> nanos);
    }

    @Test
    void aSimulatedAccountLivesInItsGatewaysTime() {
        ExchangeClock clock = clock(AccountKind.SIMULATED);
        assertThat(clock.now()).isEqualTo(SUNDAY);
        assertThat(clock.measured(TUESDAY, 2_000_000)).isZero();
        assertThat(clock.now()).isEqualTo(TUESDAY.plusMillis(1));
        nanos += Duration.ofSeconds(5).toNanos();
        assertThat(clock.now()).isEqualTo(TUESDAY.plusMillis(5001));
    }

    @Test
    void itMayJumpForwardAndJitterMovesNothing() {
        ExchangeClock clock = clock(AccountKind.SIMULATED);
        clock.measured(TUESDAY, 0);
        assertThat(clock.measured(TUESDAY.plusSeconds(3600), 0)).isZero();
        assertThat(clock.now()).isEqualTo(TUESDAY.plusSeconds(3600));
        assertThat(clock.measured(TUESDAY.plusMillis(3_599_900), 0)).isZero();
        assertThat(clock.now()).isEqualTo(TUESDAY.plusSeconds(3600));
        assertThat(clock.measured(TUESDAY, 0)).as("a jump back is told").isEqualTo(-3_600_000);
    }

    @Test
    void P25_aRealGatewayIsOnlyComparedWith() {
        ExchangeClock clock = clock(AccountKind.PAPER);
        assertThat(clock.measured(SUNDAY.plusSeconds(7), 0)).isEqualTo(7000);
        assertThat(clock.now()).isEqualTo(SUNDAY);
    }
}

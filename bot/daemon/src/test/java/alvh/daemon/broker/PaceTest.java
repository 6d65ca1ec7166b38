package alvh.daemon.broker;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {

    @Test
    void P12_tenOrdersAtOnceThenFiveASecond() {
        var pace = new Pace(5, Duration.ofSeconds(1), 10);
        for (int i = 0; i < 10; i++) {
            assertThat(pace.next()).as("order %s", i).isZero();
        }
        Duration eleventh = pace.next();
        assertThat(eleventh).isBetween(Duration.ofMillis(1), Duration.ofMillis(200));
        assertThat(pace.next().minus(eleventh)).isBetween(Duration.ofMillis(150), Duration.ofMillis(200));
    }

    @Test
    void everythingElseIsSmooth() {
        var pace = new Pace(35, Duration.ofSeconds(1), 1);
        assertThat(pace.next()).isZero();
        Duration last = Duration.ZERO;
        for (int i = 0; i < 35; i++) {
            last = pace.next();
        }
        assertThat(last).isBetween(Duration.ofMillis(900), Duration.ofMillis(1010));
    }
}

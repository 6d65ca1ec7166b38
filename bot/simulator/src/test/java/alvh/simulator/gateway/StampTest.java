package alvh.simulator.gateway;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The forms of protocol page 2.6; UTC offsets of the expected instants are taken from the zones' public rules. */
class StampTest {

    @ParameterizedTest
    @CsvSource({"20261005 10:01:02 US/Eastern, 2026-10-05T14:01:02Z",
            "20261005 10:01:02 America/New_York, 2026-10-05T14:01:02Z",
            "20261005 10:01:02 US/Central, 2026-10-05T15:01:02Z", "20261117 15:15:00 US/Central, 2026-11-17T21:15:00Z",
            "20261005-10:01:02, 2026-10-05T10:01:02Z", "20261005 10:01:02, 2026-10-05T14:01:02Z",
            "20261005, 2026-10-05T04:00:00Z", "20260115, 2026-01-15T05:00:00Z",
            "20260115 09:30:00 EST, 2026-01-15T14:30:00Z", "20260402 09:30:00 Europe/Berlin, 2026-04-02T07:30:00Z",
            "20260402 09:30:00 UTC, 2026-04-02T09:30:00Z", "20260402 09:30:00 Japan, 2026-04-02T00:30:00Z"})
    void everyFormOfARequest(String text, String instant) {
        assertThat(Stamp.read(text)).contains(Instant.parse(instant));
    }

    /** An hour that the clocks skip is read an hour later, one that they repeat as its first pass. */
    @ParameterizedTest
    @CsvSource({"20260308 02:30:00 US/Eastern, 2026-03-08T07:30:00Z",
            "20261101 01:30:00 US/Eastern, 2026-11-01T05:30:00Z"})
    void theHoursAtWhichTheClocksChange(String text, String instant) {
        assertThat(Stamp.read(text)).contains(Instant.parse(instant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "202610", "20261305", "20260231", "20260231-10:00:00", "20261005 25:00:00",
            "20261005 10:01", "20261005 10:01:02 Mars/Olympus", "20261005T10:01:02", "now", "2026-10-05 10:01:02"})
    void whatIsNoTime(String text) {
        assertThat(Stamp.read(text)).isEmpty();
    }

    @Test
    void whatTheGatewayWrites() {
        Instant at = Instant.parse("2026-10-05T14:01:02Z");
        assertThat(Stamp.eastern(at)).isEqualTo("20261005 10:01:02 US/Eastern");
        assertThat(Stamp.dashedUtc(at)).isEqualTo("20261005-14:01:02");
        assertThat(Stamp.minutes(at)).isEqualTo("10:01");
        assertThat(Stamp.day(Stamp.newYorkDay(Instant.parse("2026-10-06T03:59:59Z")))).isEqualTo("20261005");
        assertThat(Stamp.read(Stamp.eastern(at))).contains(at);
        assertThat(Stamp.read(Stamp.dashedUtc(at))).contains(at);
    }

    @Test
    void onlyADateAndTimeWithoutAZoneDrawsTheWarning() {
        assertThat(Stamp.lacksZone("20261005 10:01:02")).isTrue();
        assertThat(Stamp.lacksZone("20261005-10:01:02")).isFalse();
        assertThat(Stamp.lacksZone("20261005 10:01:02 US/Eastern")).isFalse();
        assertThat(Stamp.lacksZone("20261005")).isFalse();
    }
}

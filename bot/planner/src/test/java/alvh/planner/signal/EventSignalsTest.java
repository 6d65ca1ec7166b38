package alvh.planner.signal;

import java.time.Instant;
import java.util.List;

import alvh.planner.portfolio.NameExposure;
import alvh.planner.signal.EventCalendar.ScheduledEvent;
import alvh.planner.signal.EventCalendar.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Methodology F12: windows without buys, and surprises. */
class EventSignalsTest {

    private static ScheduledEvent cpi(String at, double actual) {
        return new ScheduledEvent(Instant.parse(at), Type.CPI, null, 3, 0.3, actual, 0.1);
    }

    private static EventCalendar calendar(ScheduledEvent... events) {
        return new EventCalendar(List.of(events));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-11T11:29:59Z, false", "2026-03-11T11:30:00Z, true", "2026-03-11T12:44:59Z, true",
            "2026-03-11T12:45:00Z, false"})
    void MP10_noBuysFromSixtyMinutesBeforeToFifteenAfter(String now, boolean closed) {
        EventCalendar events = calendar(cpi("2026-03-11T12:30:00Z", Double.NaN));
        assertThat(EventSignals.blackout(Instant.parse(now), events) != null).isEqualTo(closed);
    }

    @Test
    void lessImportantEventsCloseNothing() {
        EventCalendar events = calendar(
                new ScheduledEvent(Instant.parse("2026-03-11T12:30:00Z"), Type.PPI, null, 2, 0, 0, 0));
        assertThat(EventSignals.blackout(Instant.parse("2026-03-11T12:30:00Z"), events)).isNull();
    }

    @Test
    void theNextEventIsSaidInNewYorkTime() {
        Signal next = EventSignals.next(new Markets().now(), calendar(cpi("2026-03-11T12:30:00Z", Double.NaN)));
        assertThat(next.reading()).isEqualTo("CPI Wed 11 Mar 08:30: no new buys from 07:30 to 08:45; the core is to be "
                + "held by the close of 2026-03-10");
        assertThat(EventSignals.next(new Markets().now(), calendar(cpi("2026-03-10T14:30:00Z", Double.NaN))).reading())
                .isEqualTo("CPI Tue 10 Mar 10:30: no new buys from 09:30 to 10:45");
        assertThat(EventSignals.next(new Markets().now(), EventCalendar.NONE).missing()).contains("no events file");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-10T12:30:00Z, 0.5, 1", "2026-03-09T12:30:00Z, 0.5, 1", "2026-03-09T12:30:00Z, 0.1, 1",
            "2026-03-06T13:30:00Z, 0.5, 0", "2026-03-06T22:00:00Z, 0.5, 1", "2026-03-10T12:30:00Z, 0.45, 0",
            "2026-03-10T16:30:00Z, 0.9, 0"})
    void aSurpriseOfTwoDeviationsVotesForTwoSessions(String at, double actual, double vote) {
        assertThat(EventSignals.surprise(new Markets().now(), calendar(cpi(at, actual))).vote()).isEqualTo(vote);
    }

    @Test
    void anEarningsSurpriseOfOneNameIsNotAMacroVote() {
        EventCalendar events = calendar(new ScheduledEvent(Instant.parse("2026-03-10T12:30:00Z"), Type.EARNINGS, "KO",
                3, 1, 9, 0.1));
        assertThat(EventSignals.surprise(new Markets().now(), events).vote()).isZero();
        assertThat(EventSignals.surprise(new Markets().now(), EventCalendar.NONE).known()).isFalse();
    }

    @Test
    void aLockUpOfANameOfTheBookRaisesTheGapFlag() {
        List<NameExposure> book = List.of(new NameExposure("RDDT", 100, 100, true, false, null));
        EventCalendar events = calendar(new ScheduledEvent(Instant.parse("2026-03-16T13:30:00Z"), Type.LOCKUP, "RDDT",
                2, Double.NaN, Double.NaN, Double.NaN));
        assertThat(OvernightGap.of(new Markets().now(), book, events).flag()).isTrue();
        assertThat(OvernightGap.of(new Markets().at("2026-03-06T15:15:00Z").now(), book, events).flag()).isFalse();
        assertThat(OvernightGap.of(new Markets().now(), List.of(), events).flag()).isFalse();
    }
}

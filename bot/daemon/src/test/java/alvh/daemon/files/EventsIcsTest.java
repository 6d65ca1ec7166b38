package alvh.daemon.files;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import alvh.daemon.config.Problem;
import alvh.planner.signal.EventCalendar.ScheduledEvent;
import alvh.planner.signal.EventCalendar.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** iCalendar (RFC 5545) as calendars really write it: folded lines, zones, all-day events, escapes. */
class EventsIcsTest {

    private final Faults faults = new Faults(Path.of("events.ics"));

    private List<ScheduledEvent> read(String... lines) {
        return EventsIcs.read("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("\r\n", lines)
                + "\r\nEND:VCALENDAR\r\n", faults);
    }

    private ScheduledEvent one(String... lines) {
        List<ScheduledEvent> events = read("BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT");
        assertThat(faults.problems()).isEmpty();
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"DTSTART:20260311T123000Z | 2026-03-11T12:30:00Z",
            "DTSTART;TZID=America/New_York:20260311T083000 | 2026-03-11T12:30:00Z",
            "DTSTART;TZID=America/New_York:20260107T083000 | 2026-01-07T13:30:00Z",
            "DTSTART;TZID=\"Europe/Berlin\":20260311T133000 | 2026-03-11T12:30:00Z",
            "DTSTART;TZID=/mozilla.org/20070129_1/Europe/Berlin:20260311T133000 | 2026-03-11T12:30:00Z",
            "DTSTART:20260311T083000 | 2026-03-11T12:30:00Z", "DTSTART;VALUE=DATE:20260311 | 2026-03-11T12:30:00Z"})
    void timesAreReadWithTheirZonesAndADayStandsAtItsUsualHour(String start, String expected) {
        assertThat(one(start, "SUMMARY:CPI").at()).isEqualTo(Instant.parse(expected));
    }

    @Test
    void aMeetingOfTwoDaysDecidesOnItsLast() {
        ScheduledEvent event = one("DTSTART;VALUE=DATE:20260317", "DTEND;VALUE=DATE:20260319", "SUMMARY:FOMC meeting");
        assertThat(event.at()).isEqualTo(Instant.parse("2026-03-18T18:00:00Z"));
        assertThat(event.importance()).isEqualTo(3);
    }

    @Test
    void foldedLinesAndEscapesAreOneText() {
        ScheduledEvent event = one("DTSTART:20260423", "SUMMARY:Quarterly results\\, Coca-Cola\\;", "  and more",
                "CATEGORIES:EARN", " INGS,K", "\tO,2", "X-OTHER;A=\"b:c;d\":whatever");
        assertThat(event.type()).isEqualTo(Type.EARNINGS);
        assertThat(event.symbol()).isEqualTo("KO");
        assertThat(event.importance()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"FOMC statement, FOMC", "US Consumer Price Index (Feb), CPI", "Core PPI m/m, PPI",
            "Advance GDP q/q, GDP", "RDDT lock-up expires, LOCKUP", "KO earnings, EARNINGS", "STRP IPO, IPO",
            "Team lunch, OTHER"})
    void withoutACategoryTheSummaryDecides(String summary, Type type) {
        assertThat(one("DTSTART:20260311T123000Z", "SUMMARY:" + summary).type()).isEqualTo(type);
    }

    @Test
    void theSummaryMayBeginWithTheSymbolAndSurprisesHaveTheirOwnNames() {
        assertThat(one("DTSTART:20260423", "SUMMARY:BRK.B earnings").symbol()).isEqualTo("BRK.B");
        ScheduledEvent cpi = one("DTSTART:20260311T123000Z", "SUMMARY:CPI", "PRIORITY:5", "X-ALVH-CONSENSUS:0.3",
                "X-ALVH-ACTUAL:0.5", "X-ALVH-SD:0.1");
        assertThat(cpi.importance()).isEqualTo(2);
        assertThat((cpi.actual() - cpi.consensus()) / cpi.surpriseSd()).isCloseTo(2,
                org.assertj.core.api.Assertions.within(1e-12));
    }

    @Test
    void alarmsZonesAndCancelledEventsAreNoEvents() {
        List<ScheduledEvent> events = read("BEGIN:VTIMEZONE", "TZID:America/New_York", "BEGIN:STANDARD",
                "DTSTART:20071104T020000", "RRULE:FREQ=YEARLY", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT",
                "DTSTART:20260311T123000Z", "SUMMARY:CPI", "BEGIN:VALARM", "TRIGGER:-PT15M", "SUMMARY:wrong",
                "DTSTART:20200101", "END:VALARM", "END:VEVENT", "BEGIN:VEVENT", "DTSTART:20260312",
                "STATUS:CANCELLED", "SUMMARY:PPI", "END:VEVENT");
        assertThat(faults.problems()).isEmpty();
        assertThat(events).extracting(ScheduledEvent::type).containsExactly(Type.CPI);
    }

    @Test
    void P24_allFaultsComeAtOnceWithTheirLines() {
        read("BEGIN:VEVENT", "SUMMARY:CPI", "END:VEVENT", "BEGIN:VEVENT", "DTSTART;TZID=Nowhere/Land:20260311T083000",
                "SUMMARY:CPI", "END:VEVENT", "BEGIN:VEVENT", "DTSTART:20260311T0830", "SUMMARY:earnings",
                "RRULE:FREQ=MONTHLY", "X-ALVH-SD:0,1", "END:VEVENT",
                "BEGIN:VEVENT", "SUMMARY:CPI", "DTSTART:22060311T123000Z", "END:VEVENT");
        assertThat(faults.problems()).extracting(p -> p.line() + " " + p.key()).containsExactlyInAnyOrder("3 DTSTART",
                "7 DTSTART", "10 CATEGORIES", "11 DTSTART", "13 RRULE", "14 X-ALVH-SD", "18 DTSTART");
        assertThat(faults.problems()).extracting(Problem::got).contains("Nowhere/Land 20260311T083000");
    }

    @Test
    void whatIsNoCalendarSaysSo() {
        assertThat(EventsIcs.read("utc_time,type\n", faults)).isEmpty();
        assertThat(EventsIcs.read("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260311\n", faults)).isEmpty();
        assertThat(faults.problems()).extracting(Problem::what).containsExactly("not an iCalendar file",
                "an event does not end");
    }
}

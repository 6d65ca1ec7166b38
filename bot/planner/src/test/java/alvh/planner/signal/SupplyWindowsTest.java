package alvh.planner.signal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import alvh.planner.market.TradingCalendar;
import alvh.planner.signal.EventCalendar.ScheduledEvent;
import alvh.planner.signal.EventCalendar.Type;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** S43: sessions counted on the NYSE calendar by hand. */
class SupplyWindowsTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final Map<String, String> SECTORS = Map.of("NVDA", "chips", "NEWCO", "chips", "KO", "staples");

    private static List<String> windows(String symbol, String date) {
        double no = Double.NaN;
        EventCalendar events = new EventCalendar(List.of(
                new ScheduledEvent(Instant.parse("2026-03-10T14:00:00Z"), Type.LOCKUP, "NEWCO", 2, no, no, no),
                new ScheduledEvent(Instant.parse("2026-03-10T14:00:00Z"), Type.EARNINGS, "NVDA", 2, no, no, no),
                new ScheduledEvent(Instant.parse("2026-03-10T14:00:00Z"), Type.IPO, null, 2, no, no, no)));
        return SupplyWindows.of(symbol, LocalDate.parse(date), events, SECTORS::get, NYSE);
    }

    @Test
    void aNamesSectorStandsInTheWindowFromFiveSessionsBeforeToTenAfter() {
        assertThat(windows("NVDA", "2026-03-02")).isEmpty();
        assertThat(windows("NVDA", "2026-03-03")).containsExactly("NEWCO LOCKUP of 2026-03-10 (chips, as NVDA)");
        assertThat(windows("NVDA", "2026-03-24")).hasSize(1);
        assertThat(windows("NVDA", "2026-03-25")).isEmpty();
    }

    @Test
    void itsOwnWindowNeedsNoSectorAndAnotherSectorNoWindow() {
        assertThat(windows("NEWCO", "2026-03-10")).containsExactly("NEWCO LOCKUP of 2026-03-10");
        assertThat(windows("KO", "2026-03-10")).isEmpty();
        assertThat(windows("UNKNOWN", "2026-03-10")).isEmpty();
    }
}

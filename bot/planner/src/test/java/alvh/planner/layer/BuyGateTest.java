package alvh.planner.layer;

import java.time.LocalDate;

import alvh.planner.market.TradingCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BuyGateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

    @ParameterizedTest
    @CsvSource({"10.99, 50", "11, 100", "29.99, 100", "30, 50", "49.99, 50", "50, 0", "80, 0"})
    void throttlesByTheForward(double forward, int percent) {
        assertThat(gate(forward, 95, Votes.at(TODAY), null).throttlePercent()).isEqualTo(percent);
    }

    @Test
    void nobodyBuysAtVvix140() {
        assertThat(gate(20, 139.9, Votes.at(TODAY), null).open()).isTrue();
        assertThat(gate(20, 140, Votes.at(TODAY), null).reason()).isEqualTo(BuyGate.Reason.VVIX_ABOVE_140);
    }

    @Test
    void nobodyBuysWithoutVix() {
        assertThat(gate(20, 95, Votes.at(TODAY).market(Double.NaN, Double.NaN), null).reason())
                .isEqualTo(BuyGate.Reason.NO_VIX);
    }

    @Test
    void nobodyBuysInABlackoutOrWhileResting() {
        assertThat(gate(20, 95, Votes.at(TODAY).withBlackout("CPI at 08:30"), null).reason())
                .isEqualTo(BuyGate.Reason.EVENT_BLACKOUT);
        assertThat(gate(20, 95, Votes.at(TODAY), TODAY).reason()).isEqualTo(BuyGate.Reason.AFTER_HARVEST_REST);
        assertThat(gate(20, 95, Votes.at(TODAY), LocalDate.of(2026, 2, 17)).open()).isTrue();
        assertThat(gate(20, 95, Votes.at(TODAY), LocalDate.of(2026, 2, 18)).open()).isFalse();
    }

    private static BuyGate gate(double forward, double vvix, Votes votes, LocalDate sold) {
        return BuyGate.of(forward, vvix, votes.signals(), sold, TODAY, TradingCalendar.nyse());
    }
}

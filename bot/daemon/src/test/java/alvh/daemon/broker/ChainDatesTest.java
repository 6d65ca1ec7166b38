package alvh.daemon.broker;

import java.time.LocalDate;
import java.util.List;

import alvh.planner.market.TradingCalendar;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ChainDatesTest {
    private final ChainDates dates = new ChainDates(TradingCalendar.nyse());

    @Test
    void aListedDateMeansTheSameSettlementInEitherForm() {
        LocalDate settlement = LocalDate.of(2026, 11, 18);
        assertThat(dates.settlement("VIX", LocalDate.of(2026, 11, 17))).isEqualTo(settlement);
        assertThat(dates.settlement("VIX", settlement)).isEqualTo(settlement);
        assertThat(dates.settlement("VIXW", LocalDate.of(2026, 12, 8))).isEqualTo(LocalDate.of(2026, 12, 9));
        assertThat(dates.settlement("SPX", LocalDate.of(2026, 11, 19))).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(dates.settlement("SPXW", LocalDate.of(2026, 11, 19))).isEqualTo(LocalDate.of(2026, 11, 19));
    }

    @Test
    void theOtherFormIsTheSecondTry() {
        var lastDay = new Chain("VIX", LocalDate.of(2026, 11, 18), "20261117", List.of(20_000L));
        var settled = new Chain("VIX", LocalDate.of(2026, 11, 18), "20261118", List.of(20_000L));
        assertThat(dates.otherDate(lastDay)).contains("20261118");
        assertThat(dates.otherDate(settled)).contains("20261117");
        assertThat(dates.otherDate(new Chain("XSP", LocalDate.of(2026, 11, 18), "20261118", List.of()))).isEmpty();
    }

    @Test
    void smartIsPreferredAndOtherMultipliersAreLeftOut() {
        List<Chain> chains = dates.chains(List.of(
                new Word.OptionParams(1, "CBOE", "VIX", "100", List.of("20261117"), List.of(20_000L)),
                new Word.OptionParams(1, "SMART", "VIX", "100", List.of("20261215", "20261117"),
                        List.of(20_000L, 21_000L)),
                new Word.OptionParams(1, "SMART", "VIX", "10", List.of("20270101"), List.of(1_000L)),
                new Word.OptionParams(1, "CBOE", "VIXW", "100", List.of("nonsense", "20261208"), List.of(22_000L))));
        assertThat(chains).containsExactly(
                new Chain("VIX", LocalDate.of(2026, 11, 18), "20261117", List.of(20_000L, 21_000L)),
                new Chain("VIX", LocalDate.of(2026, 12, 16), "20261215", List.of(20_000L, 21_000L)),
                new Chain("VIXW", LocalDate.of(2026, 12, 9), "20261208", List.of(22_000L)));
    }
}

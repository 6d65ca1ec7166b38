package alvh.planner.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import alvh.planner.money.Price;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SettlementTest {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final Settlement SETTLEMENT = new Settlement(NYSE);
    private static final Hours HOURS = new Hours(NYSE);

    @ParameterizedTest
    @CsvSource({"VIX   261118C00020000, 2026-11-18T14:30:00Z, 2026-11-17",
            "VIXW  260715C00020000, 2026-07-15T13:30:00Z, 2026-07-14",
            "SPX   260717P05700000, 2026-07-17T13:30:00Z, 2026-07-16",
            "SPXW  260717P05700000, 2026-07-17T20:00:00Z, 2026-07-17",
            "XSP   261127P00570000, 2026-11-27T18:00:00Z, 2026-11-27",
            "AAPL  261120P00200000, 2026-11-20T21:00:00Z, 2026-11-20",
            "VX    260519, 2026-05-19T13:30:00Z, 2026-05-19"})
    void settlesByClass(String key, Instant settlesAt, LocalDate lastTrade) {
        assertThat(SETTLEMENT.settlesAt(InstrumentKey.of(key))).isEqualTo(settlesAt);
        assertThat(new Expiries(NYSE).lastTradeDate(InstrumentKey.of(key))).isEqualTo(lastTrade);
    }

    @Test
    void daysAreNewYorkDaysAndYearsAreMinutes() {
        Instant eveningInNewYork = Instant.parse("2026-11-25T03:30:00Z");
        InstrumentKey key = InstrumentKey.of("VIX   261216C00020000");
        assertThat(Settlement.dte(eveningInNewYork, key)).isEqualTo(22);
        assertThat(SETTLEMENT.expiryYears(Instant.parse("2026-12-15T14:30:00Z"), key)).isEqualTo(1 / 365.0,
                within(1e-15));
        assertThat(SETTLEMENT.expiryYears(Instant.parse("2026-12-16T14:30:00Z"), key)).isZero();
        assertThat(SETTLEMENT.expiryYears(Instant.parse("2026-12-16T14:31:00Z"), key)).isNegative();
    }

    @Test
    void sessionsKnowClassDayAndExpiry() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        assertThat(HOURS.regular("VIX", day).orElseThrow())
                .isEqualTo(session("2026-11-24T14:30:00Z", "2026-11-24T21:15:00Z"));
        assertThat(HOURS.regular("AAPL", day).orElseThrow().close()).isEqualTo("2026-11-24T21:00:00Z");
        assertThat(HOURS.regular(InstrumentKey.of("SPXW  261124P05700000"), day).orElseThrow().close())
                .isEqualTo("2026-11-24T21:00:00Z");
        assertThat(HOURS.regular(InstrumentKey.of("SPXW  261125P05700000"), day).orElseThrow().close())
                .isEqualTo("2026-11-24T21:15:00Z");
        assertThat(HOURS.regular(InstrumentKey.of("VIX   261118C00020000"), LocalDate.of(2026, 11, 18))).isEmpty();
        assertThat(HOURS.regular(InstrumentKey.of("VX    261118"), LocalDate.of(2026, 11, 18))).isEmpty();
        assertThat(HOURS.regular("VIX", LocalDate.of(2026, 11, 26))).isEmpty();
    }

    @Test
    void orderWindowsShrinkOnEarlyDays() {
        assertThat(HOURS.buyWindow(LocalDate.of(2026, 11, 24)))
                .isEqualTo(Optional.of(session("2026-11-24T14:45:00Z", "2026-11-24T20:45:00Z")));
        assertThat(HOURS.saleWindow(LocalDate.of(2026, 11, 24)))
                .isEqualTo(Optional.of(session("2026-11-24T14:31:00Z", "2026-11-24T21:10:00Z")));
        assertThat(HOURS.buyWindow(LocalDate.of(2026, 11, 27)))
                .isEqualTo(Optional.of(session("2026-11-27T14:45:00Z", "2026-11-27T17:45:00Z")));
        assertThat(HOURS.saleWindow(LocalDate.of(2026, 11, 27)).orElseThrow().close())
                .isEqualTo("2026-11-27T18:10:00Z");
    }

    private static Hours.Session session(String open, String close) {
        return new Hours.Session(Instant.parse(open), Instant.parse(close));
    }

    @ParameterizedTest
    @CsvSource({"VIX, 2.99, 0.01", "VIX, 3.00, 0.05", "VIXW, 9.00, 0.01", "SPX, 2.95, 0.05", "SPXW, 3.00, 0.10",
            "XSP, 8.00, 0.01", "SPY, 8.00, 0.01", "AAPL, 2.00, 0.01", "AAPL, 3.00, 0.05", "OBSCURE, 2.00, 0.05",
            "VX, 18.00, 0.05", "VXM, 18.00, 0.01"})
    void fallbackGrids(String tradingClass, String price, String increment) {
        assertThat(ContractRules.fallbackIncrements(tradingClass).incrementE4(Price.of(price)))
                .isEqualTo(Price.of(increment).e4());
    }

    @Test
    void contractFacts() {
        assertThat(ContractRules.multiplier(InstrumentKey.of("VX    261118"))).isEqualTo(1000);
        assertThat(ContractRules.multiplier(InstrumentKey.of("VXM   261118"))).isEqualTo(100);
        assertThat(ContractRules.multiplier(InstrumentKey.of("VIX   261118C00020000"))).isEqualTo(100);
        assertThat(ContractRules.multiplier(InstrumentKey.of("AAPL"))).isEqualTo(1);
        assertThat(ContractRules.exercise("XSP")).isEqualTo(ExerciseStyle.EUROPEAN);
        assertThat(ContractRules.exercise("AAPL")).isEqualTo(ExerciseStyle.AMERICAN);
        assertThat(ContractRules.comboIncrements("SPXW").incrementE4(Price.of("5"))).isEqualTo(500);
        assertThat(ContractRules.comboIncrements("VIX").incrementE4(Price.of("5"))).isEqualTo(100);
    }
}

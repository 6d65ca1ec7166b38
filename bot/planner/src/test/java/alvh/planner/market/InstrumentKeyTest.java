package alvh.planner.market;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InstrumentKeyTest {

    @Test
    void optionIsItsOccSymbol() {
        InstrumentKey key = InstrumentKey.option("VIX", LocalDate.of(2026, 11, 18), Right.CALL, 20_000);
        assertThat(key.text()).isEqualTo("VIX   261118C00020000");
        assertThat(key.secType()).isEqualTo(SecType.OPTION);
        assertThat(key.root()).isEqualTo("VIX");
        assertThat(key.settlementDate()).isEqualTo(LocalDate.of(2026, 11, 18));
        assertThat(key.right()).isEqualTo(Right.CALL);
        assertThat(key.strike()).isEqualTo(20);
    }

    @Test
    void futureCarriesRootAndDate() {
        InstrumentKey key = InstrumentKey.future("VX", LocalDate.of(2026, 11, 18));
        assertThat(key.text()).isEqualTo("VX    261118");
        assertThat(key.secType()).isEqualTo(SecType.FUTURE);
        assertThat(key.underlying()).isEqualTo("VIX");
        assertThatThrownBy(key::right).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void underlyingsAreTheSymbolsThatDriveThePrice() {
        assertThat(InstrumentKey.of("VIXW  261125P00017500").underlying()).isEqualTo("VIX");
        assertThat(InstrumentKey.of("SPXW  261120P05700000").underlying()).isEqualTo("SPX");
        assertThat(InstrumentKey.of("XSP   261120P00570000").underlying()).isEqualTo("XSP");
        assertThat(InstrumentKey.of("AAPL  261120P00200000").underlying()).isEqualTo("AAPL");
        assertThat(InstrumentKey.future("VX48", LocalDate.of(2026, 11, 25)).underlying()).isEqualTo("VIX");
    }

    @Test
    void indicesAreNotStocks() {
        assertThat(InstrumentKey.of("VIX").secType()).isEqualTo(SecType.INDEX);
        assertThat(InstrumentKey.of("AAPL").secType()).isEqualTo(SecType.STOCK);
        assertThat(InstrumentKey.of("BRK.B").secType()).isEqualTo(SecType.STOCK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aapl", "VIX  261118C00020000", "VIX   261118X00020000", "AAPL MSFT", "VIX   26111"})
    void whatIsNoKeyIsRefused(String text) {
        assertThatThrownBy(() -> InstrumentKey.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}

package alvh.daemon.console;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import alvh.planner.money.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables and single values on a terminal. */
class ColumnsTest {

    private static Columns table() {
        return new Columns().left("name").flexible("what it is", 10).right("qty").rightIfRoom("beta")
                .rightIfRoom("touch").row("AAPL", "a bull put spread of some width", "3", "1.15", "1.84 x 2.01")
                .row("KO", "short", "12", "0.59", "-");
    }

    @Test
    void wideEnoughShowsEverythingNumbersToTheRight() {
        assertThat(table().lines(80, "   ")).containsExactly(
                "   name  what it is                       qty  beta        touch",
                "   AAPL  a bull put spread of some width    3  1.15  1.84 x 2.01",
                "   KO    short                             12  0.59            -");
    }

    @Test
    void aNarrowScreenCutsTheFlexibleColumnFirst() {
        assertThat(table().lines(60, "   ")).containsExactly(
                "   name  what it is                   qty  beta        touch",
                "   AAPL  a bull put spread of some …    3  1.15  1.84 x 2.01",
                "   KO    short                         12  0.59            -");
    }

    @Test
    void thenColumnsGoFromTheRight() {
        assertThat(table().lines(34, "   ")).containsExactly("   name  what it is  qty  beta",
                "   AAPL  a bull pu…    3  1.15", "   KO    short        12  0.59");
        assertThat(table().lines(24, "   ")).containsExactly("   name  what it is  qty",
                "   AAPL  a bull pu…    3", "   KO    short        12");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20, 40, 60, 80, 100})
    void noLineIsEverWiderThanTheScreen(int width) {
        assertThat(table().lines(width, "   ")).allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(width));
        assertThat(Text.wrap("   E-CODE  ", "a sentence with averyveryverylongwordthatfitsnowhereatall in it", width))
                .allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(width));
        assertThat(Text.unfold("   a sentence with averyveryverylongwordthatfitsnowhereatall in it, and more", width))
                .allSatisfy(l -> assertThat(l.length()).isLessThanOrEqualTo(width));
    }

    @Test
    void aWrappedSentenceStandsUnderItsBeginning() {
        assertThat(Text.wrap("   NO_BOOK  ", "there is nothing to protect and no budget", 30)).isEqualTo(
                List.of("   NO_BOOK  there is nothing", "            to protect and no", "            budget"));
    }

    @ParameterizedTest
    @CsvSource({"-1120.4, '-1,120'", "410, +410", "0, +0", "NaN, -"})
    void wholeDollarsCarryTheirSign(double value, String text) {
        assertThat(Text.wholeSigned(value)).isEqualTo(text);
    }

    @Test
    void moneyHasCentsAndOnePointForEverybody() {
        assertThat(Text.dollars(1234.5)).isEqualTo("1,234.50");
        assertThat(Text.dollars(-0.5)).isEqualTo("-0.50");
        assertThat(Text.dollars(Usd.of("-1234.50"))).isEqualTo("-1,234.50");
        assertThat(Text.dollars((Usd) null)).isEqualTo("-");
        assertThat(Text.fixed(Double.NaN, 2)).isEqualTo("-");
        assertThat(Text.percent(0.314)).isEqualTo("31 %");
    }

    @ParameterizedTest
    @CsvSource({"-5, 0 s", "119, 119 s", "120, 2 min", "7199, 119 min", "7200, 2 h", "172799, 47 h", "172800, 2 d"})
    void agesAreShort(long seconds, String text) {
        assertThat(Text.age(Duration.ofSeconds(seconds))).isEqualTo(text);
    }

    @Test
    void momentsAreNewYorks() {
        assertThat(Text.moment(Instant.parse("2026-03-10T14:15:00Z"))).isEqualTo("Tue 2026-03-10 10:15 ET");
    }
}

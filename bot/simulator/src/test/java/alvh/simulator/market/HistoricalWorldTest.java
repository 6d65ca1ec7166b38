package alvh.simulator.market;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.Right;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Real days of February 2018 from the shared data folder, when it is there. */
class HistoricalWorldTest {

    private static final Path DATA = Path.of("/work/shared/data");
    private static final Instant START = Instant.parse("2018-01-31T15:15:00Z");
    private static final InstrumentKey CALL = InstrumentKey.option("VIX", LocalDate.of(2018, 3, 21), Right.CALL,
            16_000);

    private static Map<String, List<DailyBars.Bar>> series() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "no market data at " + DATA);
        Map<String, List<DailyBars.Bar>> series = new TreeMap<>();
        for (String symbol : List.of("SPY", "VIX", "AAPL", "BAC")) {
            series.put(symbol, HistoricalWorld.bars(Files.readAllLines(DATA.resolve(symbol.toLowerCase(
                    java.util.Locale.ROOT) + "-daily.csv"))));
        }
        return series;
    }

    @Test
    void theMarketWalksThroughFebruary2018AsItWas() throws IOException {
        Map<String, List<DailyBars.Bar>> series = series();
        Market market = Market.open(HistoricalWorld.of(series, START, 7));
        double calm = market.modelPrice(CALL);
        market.advance(Instant.parse("2018-02-05T21:30:00Z"));
        DailyBars.Bar vix = day(series.get("VIX"), "2018-02-05");
        assertThat(vix.close()).isEqualTo(37.32);
        assertThat(market.tape(InstrumentKey.of("VIX")).last()).isEqualTo(37.32);
        assertThat(market.dailyBars(InstrumentKey.of("VIX")).bars()).last().isEqualTo(vix);
        assertThat(market.dailyBars(InstrumentKey.of("AAPL")).bars()).last()
                .isEqualTo(day(series.get("AAPL"), "2018-02-05"));
        assertThat(market.tape(InstrumentKey.of("SPX")).last())
                .isCloseTo(day(series.get("SPY"), "2018-02-05").close() * 10, within(0.01));
        assertThat(market.modelPrice(CALL)).as("VIX 16 call, calm %s", calm).isGreaterThan(4 * calm);
        double r = market.tape(InstrumentKey.of("VIX")).last() / market.tape(InstrumentKey.of("VIX3M")).last();
        assertThat(r).as("the curve inverts").isGreaterThan(1.05);
    }

    @Test
    void withinADayPricesStayInsideTheDaysRange() throws IOException {
        Map<String, List<DailyBars.Bar>> series = series();
        Market market = Market.open(HistoricalWorld.of(series, START, 7));
        market.advance(Instant.parse("2018-02-05T14:31:00Z"));
        DailyBars.Bar spy = day(series.get("SPY"), "2018-02-05");
        for (int i = 0; i < 380; i++) {
            market.advance(market.now().plusSeconds(60));
            assertThat(market.tape(InstrumentKey.of("SPX")).last()).isBetween(spy.low() * 10 - 0.01,
                    spy.high() * 10 + 0.01);
        }
    }

    private static DailyBars.Bar day(List<DailyBars.Bar> bars, String date) {
        return bars.stream().filter(b -> b.date().equals(LocalDate.parse(date))).findFirst().orElseThrow();
    }

    @Test
    void brokenLinesAndMissingSeriesAreNamed() {
        assertThatThrownBy(() -> HistoricalWorld.bars(List.of("date,open", "2018-01-02,1,2"))).hasMessageContaining(
                "2018-01-02,1,2");
        assertThatThrownBy(() -> HistoricalWorld.of(Map.of("AAPL", List.of()), START, 1)).hasMessageContaining("VIX");
    }
}

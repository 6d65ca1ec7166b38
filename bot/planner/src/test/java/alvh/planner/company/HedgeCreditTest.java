package alvh.planner.company;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** F11. Correlations: numpy's corrcoef and std(ddof=1) on the same made-up series. */
class HedgeCreditTest {

    private static final double NO = Double.NaN;
    private static final Instant NOW = Instant.parse("2026-03-10T14:15:00Z");

    @Test
    void tiersByTheirBoundaries() {
        assertThat(HedgeCredit.of(10e9, 0.08, 0.25, 0.10).tier()).isEqualTo(HedgeCredit.Tier.A);
        assertThat(HedgeCredit.of(9.99e9, 0.08, 0.25, 0.10).tier()).isEqualTo(HedgeCredit.Tier.B);
        assertThat(HedgeCredit.of(10e9, 0.081, 0.25, 0.10).tier()).isEqualTo(HedgeCredit.Tier.B);
        assertThat(HedgeCredit.of(10e9, 0.08, 0.251, 0.10).tier()).isEqualTo(HedgeCredit.Tier.B);
        assertThat(HedgeCredit.of(10e9, 0.08, 0.25, 0.099).tier()).isEqualTo(HedgeCredit.Tier.C);
        assertThat(HedgeCredit.of(10e9, 0.201, 0.25, 0.5).tier()).isEqualTo(HedgeCredit.Tier.C);
        assertThat(HedgeCredit.of(1.99e9, 0.01, 0.01, 0.5).tier()).isEqualTo(HedgeCredit.Tier.C);
        assertThat(HedgeCredit.of(2e9, 0.20, 0.5, 0.5).tier()).isEqualTo(HedgeCredit.Tier.B);
        assertThat(HedgeCredit.index().credit()).isEqualTo(1);
    }

    @Test
    void unknownIsB_butWhatIsKnownToBePoorIsStillC() {
        HedgeCredit nothing = HedgeCredit.of(NO, NO, NO, NO);
        assertThat(nothing.tier()).isEqualTo(HedgeCredit.Tier.B);
        assertThat(nothing.credit()).isEqualTo(0.5);
        assertThat(nothing.missing()).containsExactly("market value", "option spread", "correlation with VIX", "R2");
        assertThat(HedgeCredit.of(NO, 0.01, 0.1, 0.5).tier()).isEqualTo(HedgeCredit.Tier.B);
        assertThat(HedgeCredit.of(NO, 0.30, NO, NO).tier()).isEqualTo(HedgeCredit.Tier.C);
    }

    @Test
    void aWorseFigureNeverGivesMoreCredit() {
        double[] caps = {50e9, 5e9, 1e9};
        double[] spreads = {0.02, 0.10, 0.30};
        double[] steadiness = {0.1, 0.3};
        double[] fits = {0.4, 0.05};
        for (double cap : caps) {
            for (double spread : spreads) {
                for (double steady : steadiness) {
                    for (double fit : fits) {
                        double credit = HedgeCredit.of(cap, spread, steady, fit).credit();
                        assertThat(HedgeCredit.of(cap / 3, spread, steady, fit).credit()).isLessThanOrEqualTo(credit);
                        assertThat(HedgeCredit.of(cap, 2 * spread, steady, fit).credit()).isLessThanOrEqualTo(credit);
                        assertThat(HedgeCredit.of(cap, spread, 2 * steady, fit).credit()).isLessThanOrEqualTo(credit);
                        assertThat(HedgeCredit.of(cap, spread, steady, fit / 5).credit()).isLessThanOrEqualTo(credit);
                    }
                }
            }
        }
    }

    private static DailyBars bars(String symbol, double[] closes, int without) {
        List<DailyBars.Bar> bars = new ArrayList<>();
        LocalDate date = LocalDate.of(2025, 6, 1);
        for (int i = 0; i < closes.length; i++) {
            if (i != without) {
                bars.add(new DailyBars.Bar(date.plusDays(i), closes[i], closes[i], closes[i], closes[i]));
            }
        }
        return new DailyBars(InstrumentKey.of(symbol), bars);
    }

    @Test
    void sixWindowsOfTwentySessions() {
        double[] name = new double[121];
        double[] vix = new double[121];
        for (int i = 0; i < 121; i++) {
            double move = 0.01 * StrictMath.sin(1.7 * i) + 0.004 * StrictMath.cos(0.3 * i * i);
            name[i] = i == 0 ? 100 : name[i - 1] * StrictMath.exp(move);
            vix[i] = i == 0 ? 18 : 18 + 2 * StrictMath.sin(0.9 * i) - 1.5 * StrictMath.sin(1.7 * i);
        }
        LocalDate last = LocalDate.of(2025, 6, 1).plusDays(120);
        double spread = HedgeTies.correlationSpread(bars("X", name, -1), bars("VIX", vix, -1), last);
        assertThat(spread).isCloseTo(0.07936346202783315, within(1e-9));
        assertThat(HedgeTies.correlationSpread(bars("X", name, 50), bars("VIX", vix, -1), last)).isNotNaN();
        assertThat(HedgeTies.correlationSpread(bars("X", name, -1), bars("VIX", vix, -1), last.minusDays(1))).isNaN();
        assertThat(HedgeTies.correlationSpread(null, bars("VIX", vix, -1), last)).isNaN();
        double[] flat = new double[121];
        java.util.Arrays.fill(flat, 18);
        assertThat(HedgeTies.correlationSpread(bars("X", name, -1), bars("VIX", flat, -1), last)).isNaN();
    }

    @Test
    void theMedianSpreadOfUsableQuotes() {
        SortedMap<InstrumentKey, Quote> quotes = new TreeMap<>();
        String[][] sides = {{"0.95", "1.05"}, {"1.80", "2.20"}, {"0.46", "0.54"}, {"9", "1"}, {"2", "20"}};
        for (int i = 0; i < sides.length; i++) {
            Instant at = i == 4 ? NOW.minusSeconds(3600) : NOW;
            quotes.put(InstrumentKey.option("KO", LocalDate.of(2026, 4, 17), Right.PUT, 60_000L + 1000 * i), new Quote(
                    Double.parseDouble(sides[i][0]), Double.parseDouble(sides[i][1]), 5, 5, at, Quality.LIVE));
        }
        quotes.put(InstrumentKey.of("KO"), new Quote(70, 71, 1, 1, NOW, Quality.LIVE));
        MarketSnapshot market = new MarketSnapshot(NOW, NOW, new TreeMap<>(), quotes, List.of(), new TreeMap<>(),
                new TreeMap<>(), new TreeMap<>());
        // 10, 20 and 16 %; the crossed and the old one do not count.
        assertThat(HedgeTies.medianSpreads(market, Set.of("KO", "PEP"), Duration.ofSeconds(120), false))
                .containsOnlyKeys("KO").hasEntrySatisfying("KO", m -> assertThat(m).isCloseTo(0.16, within(1e-12)));
    }
}

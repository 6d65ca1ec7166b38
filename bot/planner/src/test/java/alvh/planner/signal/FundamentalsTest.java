package alvh.planner.signal;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

import alvh.planner.company.Companies;
import alvh.planner.company.Company;
import alvh.planner.portfolio.NameExposure;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What the fundamentals file says of the book: fragile names by figure, missing lists why, no vote. */
class FundamentalsTest {

    private static final double NO = Double.NaN;
    private static final List<NameExposure> BOOK = List.of(new NameExposure("KO", 1, 1, true, false, null),
            new NameExposure("DIS", 1, 1, true, false, null), new NameExposure("SPX", 1, 1, true, false, null));

    private static Company company(String symbol, double shares, double quick, double cash, double dividend,
            double growth, List<Company.Dated> earnings) {
        return new Company(symbol, null, NO, shares, 0, NO, NO, quick, cash, dividend, NO, growth, NO, NO, NO, earnings,
                List.of());
    }

    private static Signal of(Markets markets, Company... companies) {
        TreeMap<String, Company> bySymbol = new TreeMap<>();
        for (Company company : companies) {
            bySymbol.put(company.symbol(), company);
        }
        return Fundamentals.of(markets.now(), BOOK, new Companies(bySymbol), 0.043);
    }

    private static double input(Signal signal, String name) {
        return signal.inputs().stream().filter(i -> i.name().equals(name)).mapToDouble(Signal.Input::value).findFirst()
                .orElse(NO);
    }

    /** SPX and KO move as one, so beta is 1 whatever is shrunk: r = 4 % + 1 x 5 % = 9 %. */
    private static Markets markets() {
        double[] spx = Markets.walk(400, 5000, 0, 0.01, 5);
        double[] ko = new double[400];
        for (int i = 0; i < 400; i++) {
            ko[i] = spx[i] / spx[399] * 70;
        }
        double[] ten = new double[400];
        java.util.Arrays.fill(ten, 0.04);
        return new Markets().closes("SPX", spx).closes("KO", ko).closes("US10Y", ten).closes("US3M", ten);
    }

    @Test
    void fragileNamesAreSaidWithTheirFiguresByHand() {
        Signal signal = of(markets(), company("KO", 1e9, 0.92, 2.5e9, 2.04, 0.04, List.of()),
                company("DIS", NO, 1.4, NO, NO, NO, List.of()));
        // 70 x 1e9 / 2.5e9 = 28; Gordon: 2.04 x 1.04 / (0.09 - 0.04) = 42.432, 70 / 42.432 = 1.6497
        assertThat(signal.value()).isEqualTo(1);
        assertThat(signal.vote()).isZero();
        assertThat(input(signal, "P/CF KO")).isCloseTo(28, within(1e-9));
        assertThat(input(signal, "quick ratio KO")).isEqualTo(0.92);
        assertThat(input(signal, "price over DDM KO")).isCloseTo(1.649698, within(1e-6));
        assertThat(input(signal, "quick ratio DIS")).isEqualTo(1.4);
        assertThat(input(signal, "WACC change KO")).isCloseTo(0, within(1e-9));
        assertThat(signal.reading()).startsWith(
                "KO quick ratio 0.92 below 1, P/CF 28.0 above 25, price 1.65 x its DDM; unknown: "
                        + "KO P/E z (no earnings in the fundamentals file) · DIS P/E z (");
    }

    @Test
    void aQuoteOfNowComesBeforeTheLastClose() {
        Signal signal = of(markets().quote("KO", 59.9, 60.1), company("KO", 1e9, NO, 2.5e9, NO, NO, List.of()));
        assertThat(input(signal, "P/CF KO")).isCloseTo(24, within(1e-9));
        assertThat(signal.reading()).startsWith("no name is fragile by what is known; unknown: ")
                .endsWith("DIS (not in the file)");
    }

    @Test
    void aCompressedRatioIsSaidAndMakesNobodyFragile() {
        List<Company.Dated> earnings = List.of(new Company.Dated(LocalDate.of(2022, 1, 3), 2.0),
                new Company.Dated(LocalDate.of(2026, 3, 2), 4.0));
        double[] closes = Markets.walk(1_000, 60, 0, 0.01, 8);
        Signal signal = of(new Markets().closes("KO", closes).closes("SPX", closes),
                company("KO", NO, NO, NO, NO, NO, earnings));
        assertThat(input(signal, "P/E z KO")).isLessThan(-1);
        assertThat(signal.reading()).startsWith("KO P/E compressed, z -");
        assertThat(signal.value()).isZero();
        assertThat(of(new Markets().closes("KO", closes).closes("SPX", closes),
                company("KO", NO, NO, NO, NO, NO, earnings.subList(0, 1))).value()).isZero();
    }

    @Test
    void whatIsMissingIsAReasonAndPastClosesAreNotAsked() {
        assertThat(of(markets()).missing()).isEqualTo("no fundamentals file: no effect");
        assertThat(of(markets(), company("AAPL", NO, 1, NO, NO, NO, List.of())).missing())
                .isEqualTo("KO (not in the file) · DIS (not in the file)");
        Companies file = new Companies(
                new TreeMap<>(java.util.Map.of("KO", company("KO", NO, 1, NO, NO, NO, List.of()))));
        assertThat(Fundamentals.of(markets().close(Markets.LAST), BOOK, file, 0.043).missing())
                .startsWith("of now only");
        assertThat(Fundamentals.of(markets().now(), BOOK.subList(2, 3), file, 0.043).missing())
                .isEqualTo("no company in the book");
        assertThat(of(new Markets(), company("KO", 1e9, NO, 2.5e9, 2, 0.04, List.of())).missing())
                .contains("WACC change (no debt, or no market value").contains("price over DDM (n/a: no price");
    }

    @Test
    void everySignalSaysWhatItCanChange() {
        assertThat(SignalId.values()).allSatisfy(id -> assertThat(id.changes()).isNotBlank().doesNotContain("\n"));
        assertThat(java.util.Arrays.stream(SignalId.values()).filter(id -> id.vote().equals("-")))
                .allSatisfy(id -> assertThat(id.changes()).containsAnyOf("no vote", "shown only"));
    }
}

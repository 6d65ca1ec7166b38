package alvh.planner.company;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** F7, F10, F13, F19 and the two ratios. Reference values: numpy 2.4 from the formulas of the methodology, by hand. */
class CompanyFiguresTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final double NO = Double.NaN;

    private static Company company(double cap, double shares, double debt, double spread, double cash,
            double dividend, double gS, double gL, double fade) {
        return new Company("X", "tech", cap, shares, debt, spread, NO, 0.8, cash, dividend, gS, gL, fade, NO, NO,
                List.of(), List.of());
    }

    /** Closes 100 + 10 sin(i) + i/2 at the ends of the 48 months before today's, and one bar of this month. */
    private static DailyBars months(int count) {
        List<DailyBars.Bar> bars = new ArrayList<>();
        YearMonth month = YearMonth.of(2022, 3).plusMonths(48 - count);
        for (int i = 48 - count; i < 48; i++, month = month.plusMonths(1)) {
            double close = 100 + 10 * StrictMath.sin(i) + 0.5 * i;
            bars.add(new DailyBars.Bar(month.atDay(3), 500, 500, 500, 500));
            bars.add(new DailyBars.Bar(month.atDay(28), close, close, close, close));
        }
        bars.add(new DailyBars.Bar(LocalDate.of(2026, 3, 9), 1, 1, 1, 1));
        return new DailyBars(InstrumentKey.of("X"), bars);
    }

    private static final List<Company.Dated> EARNINGS = List.of(new Company.Dated(LocalDate.of(2022, 1, 1), 4),
            new Company.Dated(LocalDate.of(2024, 3, 28), 5));

    @Test
    void f7_compressionAgainstMedianAndMadOfMonthEnds() {
        Figure figure = PriceEarnings.compression(months(48), 118, EARNINGS, TODAY);
        assertThat(figure.value()).isCloseTo(-0.6164044876481972, within(1e-9));
        assertThat(figure.flag()).isFalse();
        assertThat(figure.input("percentile")).isCloseTo(25, within(1e-9));
        assertThat(figure.input("median P/E")).isCloseTo(24.973559140364056, within(1e-9));
        assertThat(figure.input("MAD of ln P/E")).isCloseTo(0.06190182376051334, within(1e-12));
        assertThat(figure.input("months")).isEqualTo(48);
        assertThat(PriceEarnings.compression(months(48), 95, EARNINGS, TODAY)).satisfies(low -> {
            assertThat(low.value()).isCloseTo(-2.9787712729363305, within(1e-9));
            assertThat(low.flag()).isTrue();
            assertThat(low.input("percentile")).isZero();
        });
    }

    @Test
    void f7_needs36MonthsPositiveEarningsAndNoLookAhead() {
        assertThat(PriceEarnings.compression(months(36), 95, EARNINGS, TODAY).known()).isTrue();
        assertThat(PriceEarnings.compression(months(35), 95, EARNINGS, TODAY).missing())
                .isEqualTo("35 months with price and positive earnings, needs 36");
        assertThat(PriceEarnings.compression(null, 95, EARNINGS, TODAY).missing()).startsWith("0 months");
        assertThat(PriceEarnings.compression(months(48), 95, List.of(), TODAY).missing())
                .isEqualTo("no earnings in the fundamentals file");
        List<Company.Dated> lost = List.of(new Company.Dated(LocalDate.of(2022, 1, 1), 4),
                new Company.Dated(LocalDate.of(2026, 2, 1), -1));
        assertThat(PriceEarnings.compression(months(48), 95, lost, TODAY).missing()).contains("not positive");
        List<Company.Dated> later = new ArrayList<>(EARNINGS);
        later.add(new Company.Dated(TODAY.plusDays(1), 50));
        assertThat(PriceEarnings.compression(months(48), 95, later, TODAY))
                .isEqualTo(PriceEarnings.compression(months(48), 95, EARNINGS, TODAY));
    }

    @Test
    void f7_aHigherPriceIsNeverMoreCompressed() {
        Figure before = PriceEarnings.compression(months(48), 90, EARNINGS, TODAY);
        for (double price = 91; price < 160; price++) {
            Figure next = PriceEarnings.compression(months(48), price, EARNINGS, TODAY);
            assertThat(next.value()).isGreaterThan(before.value());
            assertThat(next.input("percentile")).isGreaterThanOrEqualTo(before.input("percentile"));
            before = next;
        }
    }

    @Test
    void s33_priceToCashFlowByShareOrByMarketValue() {
        Company shares = company(NO, 1e9, 0, NO, 10e9, NO, NO, NO, NO);
        assertThat(BalanceRatios.priceToCashFlow(shares, 260).value()).isCloseTo(26, within(1e-12));
        assertThat(BalanceRatios.priceToCashFlow(shares, 260).flag()).isTrue();
        assertThat(BalanceRatios.priceToCashFlow(shares, 250).flag()).isFalse();
        assertThat(BalanceRatios.priceToCashFlow(company(120e9, NO, 0, NO, 10e9, NO, NO, NO, NO), NO).value())
                .isCloseTo(12, within(1e-12));
        Figure burning = BalanceRatios.priceToCashFlow(company(1e9, NO, 0, NO, -5e6, NO, NO, NO, NO), 10);
        assertThat(burning.flag()).isTrue();
        assertThat(burning.known()).isTrue();
        assertThat(burning.value()).isNaN();
        assertThat(BalanceRatios.priceToCashFlow(Company.unknown("X"), 10).missing()).contains("cash flow");
        assertThat(BalanceRatios.priceToCashFlow(company(NO, NO, 0, NO, 1, NO, NO, NO, NO), 10).missing())
                .contains("no shares");
    }

    @Test
    void s34_quickRatioBelowOne() {
        assertThat(BalanceRatios.quick(company(NO, NO, NO, NO, NO, NO, NO, NO, NO)).flag()).isTrue();
        assertThat(BalanceRatios.quick(Company.unknown("X")).known()).isFalse();
    }

    @Test
    void f13_waccAndItsChangeBesideTheDifferential() {
        Company company = company(60e9, NO, 20e9, 0.012, NO, NO, NO, NO, NO);
        CapitalCost.Day now = new CapitalCost.Day(100, 1.3, 0.043, 0.041);
        CapitalCost.Day then = new CapitalCost.Day(120, 1.1, 0.036, 0.044);
        assertThat(CapitalCost.of(company, now).value()).isCloseTo(0.0918625, within(1e-12));
        Figure change = CapitalCost.change(company, now, then);
        assertThat(change.value()).isCloseTo(124.0163043478261, within(1e-7));
        assertThat(change.flag()).isTrue();
        assertThat(change.input("WACC then")).isCloseTo(0.07946086956521739, within(1e-12));
        assertThat(change.input("change of 10-year less 3-month")).isCloseTo(100, within(1e-9));
        assertThat(CapitalCost.change(company, now, now).value()).isZero();
    }

    @Test
    void f13_withoutDebtItIsTheCostOfEquityAndWhatIsMissingIsNamed() {
        CapitalCost.Day day = new CapitalCost.Day(100, 1.3, 0.043, NO);
        assertThat(CapitalCost.of(company(60e9, NO, 0, NO, NO, NO, NO, NO, NO), day).value())
                .isCloseTo(0.043 + 1.3 * 0.05, within(1e-15));
        assertThat(CapitalCost.of(Company.unknown("X"), day).missing()).contains("no debt");
        assertThat(CapitalCost.of(company(60e9, NO, 1e9, NO, NO, NO, NO, NO, NO), day).missing())
                .contains("credit spread");
        Company whole = company(60e9, NO, 20e9, 0.012, NO, NO, NO, NO, NO);
        assertThat(CapitalCost.change(whole, day, new CapitalCost.Day(100, 1.3, NO, NO)).missing())
                .isEqualTo("63 sessions ago: no 10-year rate of the ten days before");
    }

    @Test
    void f19_hModelGordonAndTwoStage() {
        double r = CapitalCost.ofEquity(0.043, 0.9);
        Company fading = company(NO, NO, NO, NO, NO, 2, 0.12, 0.03, 8);
        Figure gap = DividendDiscount.gap(fading, 60, r);
        assertThat(gap.input("H-model")).isCloseTo(47.931034482758626, within(1e-9));
        assertThat(gap.input("two-stage")).isCloseTo(48.48951936101968, within(1e-9));
        assertThat(gap.value()).isCloseTo(60 / 47.931034482758626, within(1e-9));
        assertThat(gap.flag()).isTrue();
        assertThat(DividendDiscount.gap(fading, 59, r).flag()).isFalse();
        Figure gordon = DividendDiscount.gap(company(NO, NO, NO, NO, NO, 2, NO, 0.03, NO), 40, r);
        assertThat(gordon.input("Gordon")).isCloseTo(35.51724137931035, within(1e-9));
    }

    @Test
    void f19_notAvailable() {
        double r = 0.06;
        assertThat(DividendDiscount.gap(company(NO, NO, NO, NO, NO, 2, NO, 0.041, NO), 40, r).missing())
                .contains("below 2 %");
        assertThat(DividendDiscount.gap(company(NO, NO, NO, NO, NO, 2, NO, 0.04, NO), 40, r).known()).isTrue();
        assertThat(DividendDiscount.gap(company(NO, NO, NO, NO, NO, 0, NO, 0.03, NO), 40, r).missing())
                .isEqualTo("n/a: it pays no dividend");
        assertThat(DividendDiscount.gap(company(NO, NO, NO, NO, NO, 2, 0.1, 0.03, NO), 40, r).missing())
                .contains("fades");
        assertThat(DividendDiscount.gap(Company.unknown("X"), 40, r).missing()).contains("no dividend");
    }

    @Test
    void f19_equalGrowthMakesAllThreeModelsAgree() {
        Random random = new Random(19);
        for (int i = 0; i < 200; i++) {
            double d = 0.1 + 5 * random.nextDouble();
            double g = 0.06 * random.nextDouble();
            double r = g + 0.02 + 0.1 * random.nextDouble();
            int n = 1 + random.nextInt(20);
            double gordon = DividendDiscount.gordon(d, g, r);
            assertThat(DividendDiscount.hModel(d, g, g, 2.0 * n, r)).isCloseTo(gordon, within(1e-9 * gordon));
            assertThat(DividendDiscount.twoStage(d, g, n, g, r)).isCloseTo(gordon, within(1e-9 * gordon));
        }
    }

    private static Figure figure(String name, Boolean flag) {
        return flag == null
                ? Figure.missing(name, "", "no file")
                : new Figure(name, 1, "", flag, List.of(), null);
    }

    private static Fragility.Dates dates(Boolean yes) {
        return new Fragility.Dates(yes == null
                ? Fragility.Answer.UNKNOWN
                : yes ? Fragility.Answer.YES : Fragility.Answer.NO, "");
    }

    @Test
    void f10_theMultiplierAddsUpIsCappedAndListsWhatIsUnknown() {
        Fragility all = Fragility.of(figure("q", true), figure("p", true), figure("w", true), figure("d", true),
                dates(true), dates(true));
        assertThat(all.multiplier()).isEqualTo(1.5);
        Fragility some = Fragility.of(figure("q", true), figure("p", false), figure("w", null), figure("d", true),
                dates(null), dates(false));
        assertThat(some.multiplier()).isEqualTo(1.25);
        assertThat(some.unknown()).containsExactly("w", "earnings before expiry");
        Fragility none = Fragility.of(figure("q", null), figure("p", null), figure("w", null), figure("d", null),
                dates(null), dates(null));
        assertThat(none.multiplier()).isEqualTo(1);
        assertThat(none.unknown()).hasSize(6);
    }

    @Test
    void f10_oneMoreYesNeverLowersTheMultiplier() {
        for (int bits = 0; bits < 64; bits++) {
            double lower = multiplier(bits);
            assertThat(lower).isBetween(1.0, 1.5);
            for (int bit = 0; bit < 6; bit++) {
                assertThat(multiplier(bits | 1 << bit)).isGreaterThanOrEqualTo(lower);
            }
        }
    }

    private static double multiplier(int bits) {
        return Fragility.of(figure("q", (bits & 1) != 0), figure("p", (bits & 2) != 0), figure("w", (bits & 4) != 0),
                figure("d", (bits & 8) != 0), dates((bits & 16) != 0), dates((bits & 32) != 0)).multiplier();
    }
}

package alvh.planner.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import alvh.planner.ledger.Booking;
import alvh.planner.market.DailyBars;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.market.TradingCalendar;
import alvh.planner.money.Usd;
import alvh.planner.pricing.BlackScholes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Dollar deltas and book betas of methodology F4. */
class BookExposureTest {

    private static final Instant NOW = Instant.parse("2026-03-10T14:15:00Z");
    private static final TradingCalendar NYSE = TradingCalendar.nyse();
    private static final InstrumentKey PUT = InstrumentKey.of("DIS   260417P00092000");
    private static final InstrumentKey CALL = InstrumentKey.of("SPXW  260417C06200000");
    private static final InstrumentKey WING = InstrumentKey.of("SPXW  260417C06300000");
    private static final double YEARS = java.time.Duration.between(NOW, Instant.parse("2026-04-17T20:00:00Z"))
            .toMinutes() / (365.0 * 24 * 60);

    private final TreeMap<InstrumentKey, Quote> quotes = new TreeMap<>();
    private final TreeMap<InstrumentKey, IndexLevel> levels = new TreeMap<>();
    private final TreeMap<InstrumentKey, DailyBars> bars = new TreeMap<>();

    private BookExposure of(Booking book) {
        return BookExposure.of(structures(book), market(), NYSE, 0.043);
    }

    private static List<Structure> structures(Booking book) {
        return new Recogniser(BookRules.of(true, Usd.ZERO), NYSE).recognise(book.ledger().openBookLots(),
                LocalDate.of(2026, 3, 10));
    }

    private MarketSnapshot market() {
        return new MarketSnapshot(NOW, NOW, levels, quotes, List.of(), bars, new TreeMap<>(), new TreeMap<>());
    }

    private void quote(InstrumentKey key, double mid) {
        quotes.put(key, new Quote(mid - 0.01, mid + 0.01, 1, 1, NOW, Quality.LIVE));
    }

    private static Booking book() {
        return new Booking("2026-03-09T15:00:00Z");
    }

    /**
     * A call 25 in the money with a dividend of 3 ahead of its expiry, against a tree of Cox, Ross and Rubinstein with 2,000
     * steps that is written below; no quote, so the volatility is the 0.35 of methodology.
     */
    @Test
    void beforeAnExDateTheDeltaIsThatOfAnAmericanOption() {
        InstrumentKey deep = InstrumentKey.of("DIS   260417C00095000");
        quote(InstrumentKey.of("DIS"), 120);
        quotes.put(deep, new Quote(Double.NaN, Double.NaN, 0, 0, NOW, Quality.NONE));
        var dividends = new TreeMap<String, alvh.planner.pricing.Dividends>();
        dividends.put("DIS", new alvh.planner.pricing.Dividends(
                List.of(new alvh.planner.pricing.Dividends.One(10 / 365.0, 3))));
        BookExposure with = BookExposure.of(structures(book().holding(deep, -1, "2600")), market(), NYSE, 0.043,
                dividends, alvh.planner.company.Companies.NONE);
        double up = finer(121.2);
        double down = finer(118.8);
        assertThat(with.names().get(0).dollarDelta() / (-120 * 100)).isCloseTo((up - down) / 2.4, within(0.01));
        double european = BlackScholes.greeks(120 - 3 * Math.exp(-0.043 * 10 / 365), 95, YEARS, 0.35, 0.043, 0,
                Right.CALL).delta();
        assertThat(with.names().get(0).dollarDelta() / (-120 * 100)).isGreaterThan(european + 0.005);
    }

    /** Escrowed: the spot less the dividend's value walks; exercise at any of 2,000 dates brings the whole spot. */
    private static double finer(double spot) {
        int steps = 2000;
        double step = YEARS / steps;
        double ex = 10 / 365.0;
        double up = Math.exp(0.35 * Math.sqrt(step));
        double p = (Math.exp(0.043 * step) - 1 / up) / (up - 1 / up);
        double[] values = new double[steps + 1];
        for (int level = steps; level >= 0; level--) {
            double now = level * step;
            double toCome = now < ex ? 3 * Math.exp(-0.043 * (ex - now)) : 0;
            for (int i = 0; i <= level; i++) {
                double node = (spot - 3 * Math.exp(-0.043 * ex)) * Math.pow(up, 2 * i - level) + toCome;
                double hold = level == steps
                        ? 0
                        : Math.exp(-0.043 * step) * (p * values[i + 1] + (1 - p) * values[i]);
                values[i] = Math.max(Math.max(0, node - 95), hold);
            }
        }
        return values[0];
    }

    @Test
    void aShortPutMovesLikeTheSharesOfItsDelta() {
        quote(InstrumentKey.of("DIS"), 95);
        quote(PUT, BlackScholes.price(95, 92, YEARS, 0.30, 0.043, 0, Right.PUT));
        BookExposure exposure = of(book().holding(PUT, -2, "209"));
        double delta = BlackScholes.greeks(95, 92, YEARS, 0.30, 0.043, 0, Right.PUT).delta();
        NameExposure dis = exposure.names().get(0);
        assertThat(dis.dollarDelta()).isCloseTo(-2 * 100 * 95 * delta, within(0.01));
        assertThat(dis.dollarDelta()).isPositive();
        assertThat(dis.shortPuts()).isTrue();
        assertThat(dis.shortCalls()).isFalse();
        assertThat(exposure.betas().get("DIS").missing()).isEqualTo("no daily bars of DIS");
        assertThat(exposure.betaWeightedDelta()).isCloseTo(1.2 * dis.dollarDelta(), within(1e-9));
    }

    @Test
    void theBooksBetaIsWeightedByAbsoluteDollarDelta() {
        Random random = new Random(9);
        double[] spx = new double[300];
        double[] dis = new double[300];
        spx[0] = 6000;
        dis[0] = 95;
        for (int i = 1; i < 300; i++) {
            double move = 0.01 * random.nextGaussian();
            spx[i] = spx[i - 1] * Math.exp(move);
            dis[i] = dis[i - 1] * Math.exp(0.5 * move + 0.001 * random.nextGaussian());
        }
        bars(spx, "SPX");
        bars(dis, "DIS");
        quote(InstrumentKey.of("DIS"), 95);
        levels.put(InstrumentKey.of("SPX"), new IndexLevel(6000, NOW, Quality.LIVE));
        levels.put(InstrumentKey.of("VIX"), new IndexLevel(18, NOW, Quality.LIVE));
        BookExposure exposure = of(book().holding(PUT, -10, "209").holding(CALL, -1, "2500").holding(WING, 1, "1500"));
        NameExposure disney = exposure.names().get(0);
        NameExposure index = exposure.names().get(1);
        double weight = disney.weight() + index.weight();
        double slow = exposure.betas().get("DIS").slow();
        assertThat(slow).isCloseTo(0.5, within(0.03));
        assertThat(index.dollarDelta()).as("a bear call spread").isNegative();
        assertThat(exposure.betaSlow()).isCloseTo((disney.weight() * slow + index.weight()) / weight, within(1e-12));
        assertThat(exposure.betaWeightedDelta()).isCloseTo(disney.dollarDelta() * slow + index.dollarDelta(),
                within(1e-6));
        assertThat(exposure.hedgeableShare()).isBetween(0.5, 1.0);
    }

    private void bars(double[] closes, String symbol) {
        List<DailyBars.Bar> list = new java.util.ArrayList<>();
        LocalDate date = NYSE.plus(LocalDate.of(2026, 3, 9), 1 - closes.length);
        for (double close : closes) {
            list.add(new DailyBars.Bar(date, close, close, close, close));
            date = NYSE.next(date);
        }
        bars.put(InstrumentKey.of(symbol), new DailyBars(InstrumentKey.of(symbol), list));
    }

    @Test
    void withoutAPriceTheDeltaIsMissingByNameAndTheRiskIsTheWeight() {
        BookExposure exposure = of(book().holding(PUT, -2, "209"));
        assertThat(exposure.names().get(0).missing()).isEqualTo("no price of DIS");
        assertThat(exposure.names().get(0).dollarDelta()).isNaN();
        assertThat(exposure.names().get(0).weight()).isEqualTo(18_400);
        assertThat(exposure.betaWeightedDelta()).isZero();
    }

    @Test
    void optionsOnVixAreNoName() {
        BookExposure exposure = of(book().holding(Booking.VIX20, 3, "80"));
        assertThat(exposure.names()).isEmpty();
        assertThat(exposure.betaFast()).isNaN();
    }
}

package alvh.planner.scenario;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

import alvh.planner.market.DailyBars;
import alvh.planner.market.Expiries;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.market.Settlement;
import alvh.planner.market.TradingCalendar;
import alvh.planner.pricing.Black76;
import alvh.planner.pricing.Smile;
import alvh.planner.pricing.VixCurve;

/** A market at VIX 17 on Tuesday 24 November 2026, 10:15 in New York, quoted round the model's own prices. */
final class TestMarket {

    static final Instant NOW = Instant.parse("2026-11-24T15:15:00Z");
    static final TradingCalendar CALENDAR = TradingCalendar.nyse();
    static final double RATE = 0.04;
    static final double SPX = 6000;
    static final double INDEX_CARRY = 0.028;
    static final LocalDate SPX_EXPIRY = LocalDate.of(2027, 2, 5);
    static final LocalDate NAME_EXPIRY = LocalDate.of(2027, 1, 15);
    static final List<LocalDate> VIX_DATES = new Expiries(CALENDAR).vixMonthlies(LocalDate.of(2026, 11, 24), 8);
    static final double[] VIX_FORWARDS = {17.80, 18.60, 19.10, 19.45, 19.70, 19.90, 20.05, 20.15};
    static final DoubleUnaryOperator SPX_SMILE = m -> 0.16 - 0.50 * m + 0.40 * m * m;
    static final DoubleUnaryOperator NAME_SMILE = m -> 0.35 - 0.30 * m;

    final SortedMap<InstrumentKey, IndexLevel> levels = new TreeMap<>();
    final SortedMap<InstrumentKey, Quote> quotes = new TreeMap<>();
    final SortedMap<InstrumentKey, DailyBars> bars = new TreeMap<>();

    static TestMarket calm() {
        TestMarket market = new TestMarket();
        market.level("SPX", SPX);
        market.level("VIX", 17);
        market.level("VVIX", 95);
        for (int i = 0; i < VIX_DATES.size(); i++) {
            market.quote(InstrumentKey.future("VX", VIX_DATES.get(i)), VIX_FORWARDS[i], 0.04);
            market.vixChain("VIX", VIX_DATES.get(i), VIX_FORWARDS[i]);
        }
        market.chain("SPXW", SPX_EXPIRY, SPX * Math.exp(INDEX_CARRY * years("SPXW", SPX_EXPIRY)), SPX_SMILE, 0.1, 50,
                4800, 6600);
        market.quote(InstrumentKey.of("AAPL"), 200, 0.02);
        market.chain("AAPL", NAME_EXPIRY, 200 * Math.exp(0.03 * years("AAPL", NAME_EXPIRY)), NAME_SMILE, 0.01, 5, 150,
                250);
        return market;
    }

    void level(String symbol, double value) {
        levels.put(InstrumentKey.of(symbol), new IndexLevel(value, NOW, Quality.LIVE));
    }

    void quote(InstrumentKey key, double mid, double spread) {
        quotes.put(key, new Quote(mid - spread / 2, mid + spread / 2, 50, 50, NOW, Quality.LIVE));
    }

    void vixChain(String tradingClass, LocalDate date, double forward) {
        int dte = Settlement.dte(NOW, date);
        Smile smile = Smile.vixDefault(dte, 95);
        chain(tradingClass, date, forward, smile::vol, 0.02, 1, 12, 40);
    }

    void chain(String tradingClass, LocalDate date, double forward, DoubleUnaryOperator smile, double spread,
            double step, double lowest, double highest) {
        for (double strike = lowest; strike <= highest; strike += step) {
            double vol = smile.applyAsDouble(Math.log(strike / forward));
            for (Right right : Right.values()) {
                double price = Black76.price(forward, strike, years(tradingClass, date), vol, RATE, right);
                quote(InstrumentKey.option(tradingClass, date, right, Math.round(strike * 1000)), price, spread);
            }
        }
    }

    static double years(String tradingClass, LocalDate date) {
        return new Settlement(CALENDAR).expiryYears(NOW, tradingClass, date);
    }

    MarketSnapshot snapshot() {
        return new MarketSnapshot(NOW, NOW, levels, quotes, List.of(), bars, new TreeMap<>(), new TreeMap<>());
    }

    MarketState state() {
        return MarketState.from(snapshot(), CALENDAR, RATE);
    }

    /** The curve of the monthlies, built without the reader. */
    static VixCurve curve() {
        double[] years = VIX_DATES.stream().mapToDouble(date -> years("VIX", date)).toArray();
        return new VixCurve(17, years, VIX_FORWARDS);
    }
}

package alvh.planner.signal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

import alvh.planner.market.DailyBars;
import alvh.planner.market.IndexLevel;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.TradingCalendar;

/** Builds a market for tests: bars that end on Mon 9 March 2026, levels of Tue 10 March 10:15 New York. */
final class Markets {

    static final TradingCalendar NYSE = TradingCalendar.nyse();
    static final LocalDate LAST = LocalDate.of(2026, 3, 9);
    static final Instant NOW = Instant.parse("2026-03-10T14:15:00Z");

    private final TreeMap<InstrumentKey, DailyBars> bars = new TreeMap<>();
    private final TreeMap<InstrumentKey, IndexLevel> levels = new TreeMap<>();
    private final TreeMap<InstrumentKey, Quote> quotes = new TreeMap<>();
    private Instant now = NOW;

    Markets at(String time) {
        now = Instant.parse(time);
        return this;
    }

    Markets closes(String symbol, double... closes) {
        List<DailyBars.Bar> list = new ArrayList<>();
        LocalDate date = NYSE.plus(LAST, 1 - closes.length);
        for (int i = 0; i < closes.length; i++) {
            double open = closes[Math.max(0, i - 1)];
            list.add(new DailyBars.Bar(date, open, closes[i], closes[i], closes[i]));
            date = NYSE.next(date);
        }
        return bars(new DailyBars(InstrumentKey.of(symbol), list));
    }

    Markets bars(DailyBars daily) {
        bars.put(daily.key(), daily);
        return this;
    }

    Markets level(String symbol, double value) {
        levels.put(InstrumentKey.of(symbol), new IndexLevel(value, now.minusSeconds(1), Quality.LIVE));
        return this;
    }

    Markets quote(String key, double bid, double ask) {
        quotes.put(InstrumentKey.of(key), new Quote(bid, ask, 10, 10, now.minusSeconds(1), Quality.LIVE));
        return this;
    }

    MarketSnapshot snapshot() {
        return new MarketSnapshot(now, now, levels, quotes, List.of(), bars, new TreeMap<>(), new TreeMap<>());
    }

    History now() {
        return History.now(snapshot(), NYSE);
    }

    History close(LocalDate date) {
        MarketSnapshot market = snapshot();
        return History.atClose(market, NYSE, date, new Studies(market));
    }

    static double[] walk(int n, double start, double drift, double sd, long seed) {
        Random random = new Random(seed);
        double[] closes = new double[n];
        closes[0] = start;
        for (int i = 1; i < n; i++) {
            closes[i] = closes[i - 1] * Math.exp(drift + sd * random.nextGaussian());
        }
        return closes;
    }

    /** Closes that change by these fractions after {@code n} quiet days that end at {@code level}. */
    static double[] then(double[] base, double... changes) {
        double[] closes = new double[base.length + changes.length];
        System.arraycopy(base, 0, closes, 0, base.length);
        for (int i = 0; i < changes.length; i++) {
            closes[base.length + i] = closes[base.length + i - 1] * (1 + changes[i]);
        }
        return closes;
    }

    static DailyBars read(Path csv, String symbol) throws IOException {
        List<DailyBars.Bar> list = new ArrayList<>();
        for (String line : Files.readAllLines(csv).subList(1, (int) Files.lines(csv).count())) {
            String[] cells = line.split(",");
            list.add(new DailyBars.Bar(LocalDate.parse(cells[0]), Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]), Double.parseDouble(cells[3]), Double.parseDouble(cells[4])));
        }
        return new DailyBars(InstrumentKey.of(symbol), list);
    }
}

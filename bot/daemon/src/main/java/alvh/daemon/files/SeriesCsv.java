package alvh.daemon.files;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.OwnSeries;
import alvh.planner.market.TradingCalendar;
import alvh.planner.signal.AdvanceDecline;

/** Series by day: breadth of the NYSE, growth of GDP, an effective exchange rate. */
final class SeriesCsv {

    private static final TradingCalendar NYSE = TradingCalendar.nyse();

    private SeriesCsv() {}

    /** date, advances, declines: the seed of recorded breadth (methodology F8); trading days only, 1,500 to 4,500 issues. */
    static DailyBars breadth(String text, Faults faults) {
        return series(InstrumentKey.of(AdvanceDecline.SYMBOL), text, List.of("date", "advances", "declines"), faults,
                row -> {
                    LocalDate date = row.date("date", false);
                    int advances = row.whole("advances", 0, AdvanceDecline.MOST);
                    int declines = row.whole("declines", 0, AdvanceDecline.MOST);
                    AdvanceDecline counts = new AdvanceDecline(advances, declines);
                    if (row.clean() && NYSE.covers(date) && !NYSE.isTradingDay(date)) {
                        row.fault("date", "a day on which the NYSE traded");
                    }
                    if (row.clean() && !counts.sane()) {
                        row.fault("declines", "1500 to 4500 issues with the advances of " + advances);
                    }
                    return date == null ? null : counts.bar(date);
                });
    }

    /** date of the first release, growth_pct: real GDP on the year before, in percent (methodology S59). */
    static DailyBars growth(String text, Faults faults) {
        return plain(OwnSeries.GDP, "growth_pct", -50, 50, text, faults);
    }

    /** date of publication, index: a broad real effective exchange rate (methodology S22). */
    static DailyBars exchangeRate(String text, Faults faults) {
        return plain(OwnSeries.REER, "index", 1, 1_000, text, faults);
    }

    /** date, ten_year, three_month: US rates, decimals a year (methodology F13). */
    static List<DailyBars> rates(String text, Faults faults) {
        DailyBars both = series(OwnSeries.TEN_YEAR, text, List.of("date", "ten_year", "three_month"), faults, row -> {
            LocalDate date = row.date("date", false);
            double ten = row.number("ten_year", -0.05, 0.5, false);
            double three = row.number("three_month", -0.05, 0.5, false);
            return date == null ? null : new DailyBars.Bar(date, ten, ten, three, three);
        });
        return List.of(flat(OwnSeries.TEN_YEAR, both, DailyBars.Bar::open),
                flat(OwnSeries.THREE_MONTH, both, DailyBars.Bar::close));
    }

    private static DailyBars flat(InstrumentKey key, DailyBars bars, ToDoubleFunction<DailyBars.Bar> value) {
        return new DailyBars(key, bars.bars().stream().map(bar -> flat(bar.date(), value.applyAsDouble(bar))).toList());
    }

    private static DailyBars.Bar flat(LocalDate date, double value) {
        return new DailyBars.Bar(date, value, value, value, value);
    }

    private static DailyBars plain(InstrumentKey key, String column, double min, double max, String text,
            Faults faults) {
        return series(key, text, List.of("date", column), faults, row -> {
            LocalDate date = row.date("date", false);
            double value = row.number(column, min, max, false);
            return date == null ? null : flat(date, value);
        });
    }

    private static DailyBars series(InstrumentKey key, String text, List<String> columns, Faults faults,
            Function<Row, DailyBars.Bar> read) {
        Map<LocalDate, DailyBars.Bar> bars = new TreeMap<>();
        Map<LocalDate, Integer> seen = new HashMap<>();
        for (Row row : CsvTable.read(text, columns, List.of(), faults)) {
            DailyBars.Bar bar = read.apply(row);
            if (!row.clean()) {
                continue;
            }
            Integer first = seen.putIfAbsent(bar.date(), row.line());
            if (first == null) {
                bars.put(bar.date(), bar);
            } else {
                row.twice("the day " + bar.date(), first);
            }
        }
        return new DailyBars(key, new ArrayList<>(bars.values()));
    }
}

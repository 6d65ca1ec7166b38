package alvh.planner.world;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.layer.Level;
import alvh.planner.ledger.LayerId;
import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.market.MarketSnapshot;
import alvh.planner.market.Quality;
import alvh.planner.market.Quote;
import alvh.planner.market.Right;
import alvh.planner.market.TradingCalendar;
import alvh.planner.plan.PlanningInput;

/**
 * The account that performance row P6 is about: full chains of VIX, SPX, XSP and 12 names, 40 structures, 20 hedge lots and
 * five years of daily bars.
 */
final class LargeWorld {
    static final int QUOTES = 8_000;
    private static final int FIVE_YEARS = 1_260;
    private static final String[] NAMES = {"AAPL", "AMZN", "BAC", "CVX", "DIS", "GOOG", "JPM", "KO", "MSFT", "NVDA",
            "PFE", "XOM"};

    private LargeWorld() {}

    /** @param quotes options, futures and stocks together, at least what book and hedge need */
    static PlanningInput input(int quotes) {
        World world = new World();
        for (int i = 0; i < NAMES.length; i++) {
            world.market.name(NAMES[i], 60 + 25 * i, 0.20 + 0.02 * i, 0.6 + 0.1 * i);
        }
        structures(world);
        lots(world);
        world.levels(Level.TWO_THIRDS, Level.TWO_THIRDS, Level.TWO_THIRDS);
        PlanningInput input = world.input();
        MarketSnapshot market = input.market();
        return new PlanningInput(input.kind(), new MarketSnapshot(market.asOf(), market.takenAt(), market.levels(),
                quotes(world, market, quotes), market.listings(), bars(market.bars()), market.increments(),
                market.missing()), input.account(), input.ledger(), input.levels(), input.own(), input.past(),
                input.settings());
    }

    /** 40: three or four put and call spreads on each name. */
    private static void structures(World world) {
        LocalDate april = LocalDate.of(2026, 4, 17);
        LocalDate march = LocalDate.of(2026, 3, 27);
        for (int i = 0; i < NAMES.length; i++) {
            int spot = 60 + 25 * i;
            world.spread(NAMES[i], april, Right.PUT, spot - 6, spot - 11, 2 + i % 4, "2.10", "1.00");
            world.spread(NAMES[i], march, Right.CALL, spot + 6, spot + 11, 1 + i % 3, "1.60", "0.60");
            world.spread(NAMES[i], march, Right.PUT, spot - 5, spot - 9, 1 + i % 2, "1.40", "0.60");
            if (i < 4) {
                world.spread(NAMES[i], april, Right.CALL, spot + 8, spot + 14, 1, "1.50", "0.50");
            }
        }
    }

    /** 20 lots of calls, some of them due. */
    private static void lots(World world) {
        List<LocalDate> dates = world.market.vixMonthlies();
        for (int i = 0; i < 10; i++) {
            world.boughtCall(LayerId.BASE, dates.get(i % 3), 21 + i, 1, "0.40", 5 + i);
            world.boughtCall(LayerId.CONTINGENCY, dates.get(5 + i % 3), 26 + i, 1, "0.60", 6 + i);
        }
    }

    private static SortedMap<InstrumentKey, Quote> quotes(World world, MarketSnapshot market, int wanted) {
        SortedMap<InstrumentKey, Quote> quotes = new TreeMap<>(market.quotes());
        LocalDate friday = LocalDate.of(2026, 3, 20);
        for (int week = 0; quotes.size() < wanted && week < 60; week++) {
            LocalDate expiry = TradingCalendar.nyse().onOrBefore(friday.plusWeeks(week).with(DayOfWeek.FRIDAY));
            for (int i = 0; i < NAMES.length; i++) {
                for (int k = -14; k <= 14 && quotes.size() < wanted; k++) {
                    for (Right right : Right.values()) {
                        InstrumentKey key = InstrumentKey.option(NAMES[i], expiry, right, (60L + 25 * i + k) * 1_000);
                        quotes.computeIfAbsent(key, other -> quote(world, other, market.takenAt()));
                    }
                }
            }
        }
        return quotes;
    }

    private static Quote quote(World world, InstrumentKey key, Instant takenAt) {
        double price = world.market.price(key);
        double bid = Math.floor((price - 0.03) * 100) / 100;
        double ask = Math.ceil((price + 0.03) * 100) / 100;
        return new Quote(bid > 0 ? bid : Double.NaN, ask, bid > 0 ? 20 : 0, 20, takenAt.minusSeconds(1), Quality.LIVE);
    }

    /** The two years that the small market has, and what they looked like before, over again. */
    private static SortedMap<InstrumentKey, DailyBars> bars(SortedMap<InstrumentKey, DailyBars> recent) {
        SortedMap<InstrumentKey, DailyBars> bars = new TreeMap<>();
        recent.forEach((key, series) -> {
            List<DailyBars.Bar> all = new ArrayList<>(series.bars());
            int own = series.size();
            LocalDate day = all.get(0).date();
            while (all.size() < FIVE_YEARS) {
                day = TradingCalendar.nyse().previous(day);
                DailyBars.Bar same = series.bars().get(own - 1 - (all.size() - own) % own);
                all.add(0, new DailyBars.Bar(day, same.open(), same.high(), same.low(), same.close()));
            }
            bars.put(key, new DailyBars(key, all));
        });
        return bars;
    }
}

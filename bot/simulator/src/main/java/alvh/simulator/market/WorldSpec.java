package alvh.simulator.market;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.market.DailyBars;
import alvh.planner.market.InstrumentKey;
import alvh.planner.money.Price;
import alvh.planner.money.Usd;

/**
 * Everything a world is made from: equal specs give equal worlds.
 *
 * @param account id of the simulated account; begins with DUSIM unless a test asks otherwise
 * @param start exchange time at which it opens
 * @param cash settled dollars besides the positions
 * @param rate continuous riskless rate
 * @param history given daily bars by symbol, oldest first, all before the start; the rest is made from the seed
 * @param days sessions from the start on whose prices are given
 */
public record WorldSpec(String account, Instant start, long seed, Levels levels, List<Name> names,
        List<Holding> positions, Usd cash, double rate, Recent recent, Map<String, List<DailyBars.Bar>> history,
        List<ScriptedDay> days) {

    public WorldSpec {
        names = List.copyOf(names);
        positions = List.copyOf(positions);
        history = new TreeMap<>(history);
        days = List.copyOf(days);
    }

    /** Index levels at the start; points (VIX family) and issues (breadth). */
    public record Levels(double spx, double vix, double vix9d, double vix3m, double vix6m, double vvix, int advances,
            int declines) {}

    /**
     * A stock or ETF.
     *
     * @param vol its at-the-money 45-day implied volatility at the start
     * @param beta to SPX
     * @param residual annual volatility of what SPX does not explain
     * @param yield continuous dividend yield
     */
    public record Name(String symbol, String longName, double price, double vol, double beta, double residual,
            double yield, boolean etf) {}

    /** An opening position; price per share or point as traded, before the multiplier and commissions. */
    public record Holding(InstrumentKey key, int quantity, Price price) {}

    /**
     * How the last sessions before the start went, so that signals have a reason.
     *
     * @param spxLastDays simple returns of SPX in the last sessions, oldest first, the last one yesterday's
     * @param betaExpansion added to each name's beta in the last 20 sessions
     * @param breadthDrift daily log drift of RSP against SPY in the last 30 sessions
     * @param oversold symbols that fell steadily for three weeks
     */
    public record Recent(List<Double> spxLastDays, double betaExpansion, double breadthDrift, List<String> oversold) {

        public static final Recent QUIET = new Recent(List.of(), 0, 0, List.of());

        public Recent {
            spxLastDays = List.copyOf(spxLastDays);
            oversold = List.copyOf(oversold);
        }
    }

    public WorldSpec withAccount(String id) {
        return new WorldSpec(id, start, seed, levels, names, positions, cash, rate, recent, history, days);
    }

    public WorldSpec withStart(Instant at) {
        return new WorldSpec(account, at, seed, levels, names, positions, cash, rate, recent, history, days);
    }

    public WorldSpec withSeed(long newSeed) {
        return new WorldSpec(account, start, newSeed, levels, names, positions, cash, rate, recent, history, days);
    }

    public WorldSpec withLevels(Levels at) {
        return new WorldSpec(account, start, seed, at, names, positions, cash, rate, recent, history, days);
    }

    public WorldSpec withPositions(List<Holding> held, Usd dollars) {
        return new WorldSpec(account, start, seed, levels, names, held, dollars, rate, recent, history, days);
    }

    public WorldSpec withRecent(Recent story) {
        return new WorldSpec(account, start, seed, levels, names, positions, cash, rate, story, history, days);
    }

    public WorldSpec withHistory(Map<String, List<DailyBars.Bar>> bars) {
        return new WorldSpec(account, start, seed, levels, names, positions, cash, rate, recent, bars, days);
    }

    public WorldSpec withDays(List<ScriptedDay> scripted) {
        return new WorldSpec(account, start, seed, levels, names, positions, cash, rate, recent, history, scripted);
    }
}

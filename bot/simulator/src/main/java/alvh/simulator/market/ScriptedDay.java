package alvh.simulator.market;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import alvh.planner.market.DailyBars;

/**
 * One session whose prices are given (a historical day): the market opens, ends and ranges as the bars say; symbols not
 * named follow the model. Keys are symbols (SPX, VIX, VIX3M, VVIX, AAPL, ...).
 */
public record ScriptedDay(LocalDate date, Map<String, DailyBars.Bar> bars) {

    public ScriptedDay {
        bars = new TreeMap<>(bars);
    }
}

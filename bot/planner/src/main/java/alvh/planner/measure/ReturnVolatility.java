package alvh.planner.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Money-weighted return and its volatility with and without the hedge (methodology F14, S26). Capital is the account's value
 * at the first close of a window, put in then and taken back at its end; each session's profit is taken out when it is made.
 * Decimals a year: 0.12 is 12 %.
 *
 * @param hedged volatility of rolling 21-session Dietz returns, each times 252/21; {@code unhedged} of the book alone
 * @param because why there are no numbers, or null
 */
public record ReturnVolatility(MoneyWeighted hedgedReturn, MoneyWeighted unhedgedReturn, double hedged, double unhedged,
        int windows, String because) {

    static final int WINDOW = 21;
    private static final double SESSIONS_A_YEAR = 252;
    private static final int MONTHS = 3;

    private static ReturnVolatility missing(String because) {
        MoneyWeighted none = new MoneyWeighted(MoneyWeighted.Method.UNKNOWN, Double.NaN);
        return new ReturnVolatility(none, none, Double.NaN, Double.NaN, 0, because);
    }

    /** Volatility with the hedge less without: negative when the hedge made returns steadier. */
    public double difference() {
        return hedged - unhedged;
    }

    /**
     * @param start the close before the first session
     * @param sessions oldest first
     */
    public static ReturnVolatility of(LocalDate start, List<Session> sessions) {
        if (sessions.isEmpty() || sessions.get(sessions.size() - 1).date().isBefore(start.plusMonths(MONTHS))) {
            return missing(sessions.size() + " sessions are remembered, three months are needed");
        }
        if (sessions.size() <= WINDOW) {
            return missing(sessions.size() + " sessions of three months are known, more than 21 are needed");
        }
        double[] hedged = rolling(start, sessions, Session::hedged);
        double[] unhedged = rolling(start, sessions, Session::book);
        return new ReturnVolatility(MoneyWeighted.of(flows(start, sessions, Session::hedged)),
                MoneyWeighted.of(flows(start, sessions, Session::book)), deviation(hedged), deviation(unhedged),
                hedged.length, null);
    }

    private static double[] rolling(LocalDate start, List<Session> sessions, ToDoubleFunction<Session> profit) {
        double[] returns = new double[sessions.size() - WINDOW + 1];
        for (int i = 0; i < returns.length; i++) {
            LocalDate from = i == 0 ? start : sessions.get(i - 1).date();
            double whole = MoneyWeighted.dietz(flows(from, sessions.subList(i, i + WINDOW), profit));
            returns[i] = whole * SESSIONS_A_YEAR / WINDOW;
        }
        return returns;
    }

    /** Capital in, each session's profit out, capital out. */
    static List<Flow> flows(LocalDate from, List<Session> sessions, ToDoubleFunction<Session> profit) {
        double capital = sessions.get(0).capital();
        List<Flow> flows = new ArrayList<>();
        flows.add(new Flow(from, -capital));
        sessions.forEach(s -> flows.add(new Flow(s.date(), profit.applyAsDouble(s))));
        flows.add(new Flow(sessions.get(sessions.size() - 1).date(), capital));
        return flows;
    }

    /** Sample standard deviation; NaN as soon as one value is. */
    private static double deviation(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return StrictMath.sqrt(sum / (values.length - 1));
    }
}

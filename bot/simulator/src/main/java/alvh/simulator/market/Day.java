package alvh.simulator.market;

import java.time.Instant;
import java.time.LocalDate;

import alvh.planner.market.DailyBars;

/** The calendar day the market is in: its phase, where levels opened, and how far they went. */
final class Day {

    /** A day without a session is AFTER from its first second. */
    enum Phase {
        BEFORE, OPEN, AFTER
    }

    final LocalDate date;
    Phase phase;
    Script script = Script.FREE;
    /** Levels at the open; null before it. */
    Board open;
    private double[] high;
    private double[] low;

    Day(LocalDate date) {
        this.date = date;
        this.phase = SessionCalendar.isSession(date) ? Phase.BEFORE : Phase.AFTER;
    }

    /** When the phase ends. */
    Instant ends() {
        return switch (phase) {
            case BEFORE -> Hours.open(date);
            case OPEN -> Hours.at(date, SessionCalendar.stockClose(date));
            case AFTER -> date.plusDays(1).atStartOfDay(SessionCalendar.NEW_YORK).toInstant();
        };
    }

    void opened(Board at) {
        phase = Phase.OPEN;
        open = at.copy();
        high = new double[at.size()];
        low = new double[at.size()];
        for (int i = 0; i < at.size(); i++) {
            high[i] = at.at(i);
            low[i] = at.at(i);
        }
    }

    void seen(Board board) {
        for (int i = 0; i < high.length; i++) {
            high[i] = Math.max(high[i], board.at(i));
            low[i] = Math.min(low[i], board.at(i));
        }
    }

    boolean hasTraded() {
        return open != null;
    }

    double high(Board board, String symbol) {
        return symbol.equals("XSP") ? high[Board.SPX] / 10 : high[board.place(symbol)];
    }

    double low(Board board, String symbol) {
        return symbol.equals("XSP") ? low[Board.SPX] / 10 : low[board.place(symbol)];
    }

    /** The bar of this day so far, in cents; a scripted symbol's finished day is the script's. */
    DailyBars.Bar bar(Board board, String symbol) {
        int place = board.place(symbol);
        if (phase == Phase.AFTER && place >= 0 && script.leads(place)) {
            return script.bar(place);
        }
        return new DailyBars.Bar(date, Past.cents(open.level(symbol)), Past.cents(high(board, symbol)),
                Past.cents(low(board, symbol)), Past.cents(board.level(symbol)));
    }
}

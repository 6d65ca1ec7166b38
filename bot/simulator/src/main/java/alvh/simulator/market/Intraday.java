package alvh.simulator.market;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import alvh.planner.market.DailyBars;

/**
 * A path through one session that agrees with its daily bar: from the open through one extreme and the other to the
 * close. Made from the seed, so that the same session is the same whenever it is asked for; the running day follows its
 * bar so far.
 */
public final class Intraday {

    private static final int KNOTS = 390;
    private static final int SAMPLES = 12;
    /** How far the path strays from the straight way between two turns, as a share of the day's range. */
    private static final double STRAY = 0.12;
    private final Chance chance;
    private final String name;
    private final DailyBars.Bar bar;
    private final Instant open;
    private final Instant end;
    private final double[] times;
    private final double[] prices;

    /** One stretch of the session, prices in points. */
    public record Stretch(double open, double high, double low, double close) {}

    /** @param until the end of the session, or now while it runs */
    public Intraday(Chance chance, String symbol, DailyBars.Bar bar, Instant until) {
        this.chance = chance;
        this.name = "intraday " + symbol;
        this.bar = bar;
        this.open = open(bar.date());
        this.end = until.isBefore(close(bar.date())) ? until : close(bar.date());
        long day = bar.date().toEpochDay();
        boolean highFirst = chance.unit(name + " first", day) < 0.5;
        this.times = new double[]{0, 0.1 + 0.35 * chance.unit(name + " turn", day),
                0.55 + 0.35 * chance.unit(name + " return", day), 1};
        this.prices = new double[]{bar.open(), highFirst ? bar.high() : bar.low(), highFirst ? bar.low() : bar.high(),
                bar.close()};
    }

    public static Instant open(LocalDate day) {
        return Hours.open(day);
    }

    public static Instant close(LocalDate day) {
        return Hours.at(day, SessionCalendar.stockClose(day));
    }

    public Instant end() {
        return end;
    }

    /** The price at an instant of the session, in cents; outside it the open or the close. */
    public double at(Instant when) {
        double whole = Math.max(1, Duration.between(open, end).toMillis());
        return at(Math.min(1, Math.max(0, Duration.between(open, when).toMillis() / whole)));
    }

    private double at(double share) {
        int i = 1;
        while (i < times.length - 1 && share > times[i]) {
            i++;
        }
        double x = (share - times[i - 1]) / (times[i] - times[i - 1]);
        double straight = prices[i - 1] + x * (prices[i] - prices[i - 1]);
        double stray = STRAY * (bar.high() - bar.low()) * 4 * x * (1 - x) * noise(share * KNOTS);
        return Math.round(Math.min(bar.high(), Math.max(bar.low(), straight + stray)) * 100) / 100.0;
    }

    /** Between -1 and 1, continuous. */
    private double noise(double at) {
        long knot = (long) Math.floor(at);
        double x = at - knot;
        return (1 - x) * knot(knot) + x * knot(knot + 1);
    }

    private double knot(long index) {
        return 2 * chance.unit(name, bar.date().toEpochDay() * 1000 + index) - 1;
    }

    /** The stretch between two instants of the session; a turn of the day within it counts. */
    public Stretch between(Instant from, Instant to) {
        double first = at(from);
        double last = at(to);
        double high = Math.max(first, last);
        double low = Math.min(first, last);
        Duration step = Duration.between(from, to).dividedBy(SAMPLES);
        for (int i = 1; i < SAMPLES; i++) {
            double price = at(from.plus(step.multipliedBy(i)));
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
        for (int i = 1; i < times.length - 1; i++) {
            Instant turn = open.plusMillis(Math.round(times[i] * Duration.between(open, end).toMillis()));
            if (!turn.isBefore(from) && turn.isBefore(to)) {
                high = Math.max(high, prices[i]);
                low = Math.min(low, prices[i]);
            }
        }
        return new Stretch(first, high, low, last);
    }
}

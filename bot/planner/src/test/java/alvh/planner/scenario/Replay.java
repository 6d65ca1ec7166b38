package alvh.planner.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import alvh.planner.market.Expiries;
import alvh.planner.market.TradingCalendar;
import alvh.planner.pricing.VixCurve;

/**
 * One episode of methodology 6.4 day by day, read from {@code replays.txt}. Where no settlement is given a month moves from
 * its entry with the front month's settlement by the betas of 5.5, and where that is missing too with spot VIX.
 */
public record Replay(String id, List<Day> days, SortedMap<LocalDate, double[]> settlements,
        SortedMap<LocalDate, Double> front) {

    /** @param vvix NaN where the table gives none; {@code ratio} likewise */
    public record Day(LocalDate date, double spx, double vix, double high, double vvix, double ratio) {}

    private static final TradingCalendar NYSE = TradingCalendar.nyse();

    public static Replay of(String id) {
        var days = new ArrayList<Day>();
        SortedMap<LocalDate, double[]> settlements = new TreeMap<>();
        SortedMap<LocalDate, Double> front = new TreeMap<>();
        for (String line : lines()) {
            String[] cell = line.trim().split("\\s+");
            switch (cell[0]) {
                case "day" -> {
                    if (cell[1].equals(id)) {
                        days.add(new Day(LocalDate.parse(cell[2]), number(cell[3]), number(cell[4]), number(cell[5]),
                                number(cell[6]), number(cell[7])));
                    }
                }
                case "vx" -> settlements.put(LocalDate.parse(cell[1]),
                        Arrays.stream(cell, 2, cell.length).mapToDouble(Replay::number).toArray());
                case "front" -> front.put(LocalDate.parse(cell[1]), number(cell[2]));
                default -> {
                }
            }
        }
        LocalDate first = days.get(0).date();
        LocalDate after = days.get(days.size() - 1).date().plusDays(1);
        return new Replay(id, days, settlements.subMap(first, after), front.subMap(first, after));
    }

    private static List<String> lines() {
        try (var in = Replay.class.getResourceAsStream("replays.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String cell) {
        return cell.equals("-") ? Double.NaN : Double.parseDouble(cell);
    }

    public Day first() {
        return days.get(0);
    }

    public Day last() {
        return days.get(days.size() - 1);
    }

    /** The day with the highest VIX close. */
    public Day peak() {
        return days.stream().max(java.util.Comparator.comparingDouble(Day::vix)).orElseThrow();
    }

    /** VVIX as given, else by the answer of 5.5 to the move since entry. */
    public double vvix(Day day) {
        return Double.isNaN(day.vvix())
                ? VixResponse.shockedVvix(first().vvix(), day.vix() - first().vix())
                : day.vvix();
    }

    /** Settlement dates of the monthlies listed at entry, nearest first. */
    public List<LocalDate> monthlies(int count) {
        return new Expiries(NYSE).vixMonthlies(first().date().plusDays(2), count);
    }

    /** Forward on a day of a contract that ends at {@code expiry}. */
    public double forward(Day day, LocalDate expiry) {
        int month = monthlies(8).indexOf(expiry);
        double[] settled = settlements.get(day.date());
        if (month >= 0 && settled != null) {
            return settled[month];
        }
        double entry = atEntry(expiry);
        Double frontNow = front.get(day.date());
        if (frontNow != null) {
            double moved = frontNow - front.get(first().date());
            return Math.max(9, entry + moved * beta(day, expiry) / beta(day, monthlies(1).get(0)));
        }
        return Math.max(9, entry + (day.vix() - first().vix()) * beta(day, expiry));
    }

    /** As settled, or on the line from the spot to the front month and level after it. */
    private double atEntry(LocalDate expiry) {
        double[] settled = settlements.get(first().date());
        int month = monthlies(8).indexOf(expiry);
        if (settled != null && month >= 0) {
            return settled[month];
        }
        double frontYears = years(first(), monthlies(1).get(0));
        return new VixCurve(first().vix(), new double[]{frontYears}, new double[]{front.get(first().date())})
                .forward(years(first(), expiry));
    }

    private static double beta(Day day, LocalDate expiry) {
        return VixCurve.beta(years(day, expiry));
    }

    /** From that day's close, calendar days over 365. */
    static double years(Day day, LocalDate expiry) {
        return java.time.temporal.ChronoUnit.DAYS.between(day.date(), expiry) / 365.0;
    }
}

package alvh.planner.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

import alvh.planner.money.Usd;

/**
 * What earlier plans and closes left for this one, read from the journal: a plan never remembers by itself.
 *
 * @param lastWeek figures of the last weekly run, or null before the first
 * @param surfaces the last good surface of each expiry, oldest first; empty when none was stored
 * @param days one entry a close, oldest first
 */
public record Past(WeekEntry lastWeek, List<SurfaceEntry> surfaces, List<DayEntry> days) {

    public static final Past NONE = new Past(null, List.of(), List.of());

    public Past {
        surfaces = surfaces == null ? List.of() : List.copyOf(surfaces);
        days = days == null ? List.of() : List.copyOf(days);
    }

    /**
     * The figures that a weekly run compares itself with (methodology 3.7), by name: amounts in dollars, betas, votes and
     * levels as numbers.
     */
    public record WeekEntry(LocalDate date, SortedMap<String, Double> figures) {}

    /**
     * A smile as it was fitted (methodology 5.4, S08).
     *
     * @param root trading class; {@code forward} in points; {@code atm} volatility a year; {@code slope} and
     *        {@code curvature} per unit of ln(K/F)/sqrt(T/30 days)
     */
    public record SurfaceEntry(Instant at, String root, LocalDate expiry, double forward, double atm, double slope,
            double curvature) {}

    /**
     * One close.
     *
     * @param hedgeValue marks of held lots; {@code bookValue} dollars to pay to close the book now (negative when closing it
     *        brings money); {@code netLiquidation} of the account
     * @param hedgeFlow dollars paid into hedges since the entry before, less proceeds; {@code bookFlow} premium received
     *        since then less closing debits
     * @param spx close; {@code bookDelta} beta-weighted SPX dollars held into the close
     */
    public record DayEntry(LocalDate date, Usd hedgeValue, Usd bookValue, Usd netLiquidation, Usd hedgeFlow,
            Usd bookFlow, double spx, double bookDelta) {}
}

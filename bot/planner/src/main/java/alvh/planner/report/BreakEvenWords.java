package alvh.planner.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import alvh.planner.plan.BreakEvens;

/** The crossings of the break-even map in sentences, one an expiry. */
final class BreakEvenWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private BreakEvenWords() {}

    static List<String> of(double spx, List<BreakEvens.Expiry> expiries, List<String> leftOut) {
        var lines = new ArrayList<String>();
        for (BreakEvens.Expiry expiry : expiries) {
            lines.add("at the close of " + DAY.format(expiry.date()) + ": " + expiry.curves().stream()
                    .map(curve -> curve.response() + " " + crossings(spx, curve)).collect(Collectors.joining("; ")));
        }
        leftOut.forEach(why -> lines.add("measured from today, or left out: " + why));
        return lines;
    }

    private static String crossings(double spx, BreakEvens.Curve curve) {
        if (curve.crossings().isEmpty()) {
            return curve.dollars().get(0) < 0 ? "loses from -30 % to +15 %" : "earns from -30 % to +15 %";
        }
        return "breaks even at SPX " + curve.crossings().stream()
                .map(move -> String.format(Locale.ROOT, "%+.1f %% (%,.0f)", 100 * move, spx * (1 + move)))
                .collect(Collectors.joining(", "));
    }
}

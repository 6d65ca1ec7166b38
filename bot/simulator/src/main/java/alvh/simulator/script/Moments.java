package alvh.simulator.script;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 10:20}, {@code 10:20:30}, {@code 2026-03-11 10:15}, {@code +5m}, {@code +30s}, {@code +2h}, {@code +1d}. */
final class Moments {

    static final String FORMS = "a time: 10:20, 2026-03-11 10:15 or +5m";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})(ms|s|m|h|d)");

    /** Exchange time is played second by second: a longer span would hold everybody up. */
    static final Duration LONGEST = Duration.ofDays(366);

    private Moments() {}

    static Moment read(Words words) throws BrokenLine {
        String first = words.next(FORMS);
        try {
            if (first.startsWith("+")) {
                return new Moment.Later(span(words, first, first.substring(1)));
            }
            if (DATE.matcher(first).matches()) {
                LocalDate date = LocalDate.parse(first);
                return new Moment.DateTime(date.atTime(LocalTime.parse(words.next("a time of day such as 10:15"))));
            }
            return new Moment.TimeOfDay(LocalTime.parse(first));
        } catch (DateTimeException notATime) {
            throw words.broken(first, FORMS, List.of());
        }
    }

    static Duration span(Words words, String shown, String text) throws BrokenLine {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw words.broken(shown, "a span such as 30s, 5m, 2h, 1d", List.of());
        }
        long count = Long.parseLong(matcher.group(1));
        Duration span = switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        if (span.compareTo(LONGEST) > 0) {
            throw words.broken(shown, "a span of at most " + LONGEST.toDays() + "d", List.of());
        }
        return span;
    }
}

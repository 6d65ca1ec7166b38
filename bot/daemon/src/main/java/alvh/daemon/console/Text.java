package alvh.daemon.console;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import alvh.planner.money.Usd;

/** How single values look on the screen: money with sign and cents, numbers with a fixed form, New York times. */
final class Text {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private Text() {}

    static String moment(Instant at) {
        return MOMENT.format(at.atZone(NEW_YORK)) + " ET";
    }

    static String day(LocalDate date) {
        return date == null ? "-" : DAY.format(date);
    }

    /** 1,234.50 without the dollar sign, for columns that name the unit in their head; "-" when unknown. */
    static String dollars(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.2f", value) : "-";
    }

    static String dollars(Usd value) {
        return value == null ? "-" : value.text().replace("$", "");
    }

    /** Whole dollars with a sign: -1,120, +410. */
    static String wholeSigned(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%+,.0f", value) : "-";
    }

    static String fixed(double value, int places) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + places + "f", value) : "-";
    }

    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.0f %%", share * 100) : "-";
    }

    /** 1 s, 4 min, 3 h, 2 d. */
    static String age(Duration age) {
        long seconds = age.toSeconds();
        if (seconds < 120) {
            return Math.max(0, seconds) + " s";
        }
        if (seconds < 7200) {
            return seconds / 60 + " min";
        }
        return seconds < 2 * 86_400 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** Words from a file or the broker must not command the terminal: what is no character is shown as a point. */
    private static String harmless(String text) {
        return text.replaceAll("\\p{Cc}", "·");
    }

    /** A line that never wraps: cut with an ellipsis. */
    static String fit(String line, int width) {
        return line.length() <= width ? line : line.substring(0, Math.max(0, width - 1)) + "…";
    }

    /** A line that is too long, broken at blanks; what follows stands three deeper. */
    static List<String> unfold(String given, int width) {
        String line = harmless(given);
        if (line.length() <= width) {
            return List.of(line);
        }
        int indent = line.length() - line.stripLeading().length();
        List<String> lines = new ArrayList<>();
        StringBuilder part = new StringBuilder(" ".repeat(indent));
        boolean empty = true;
        for (String word : line.strip().split("(?<=\\S) ")) {
            if (!empty && part.length() + 1 + word.length() > width) {
                lines.add(fit(part.toString(), width));
                part = new StringBuilder(" ".repeat(indent + 3));
                empty = true;
            }
            part.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(fit(part.toString(), width));
        return lines;
    }

    /** A sentence broken at blanks into lines of at most {@code width}, each after the first under {@code indent}. */
    static List<String> wrap(String indent, String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        boolean empty = true;
        for (String word : harmless(text).split(" ")) {
            if (!empty && line.length() + 1 + word.length() > width) {
                lines.add(fit(line.toString(), width));
                line = new StringBuilder(" ".repeat(indent.length()));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(fit(line.toString().stripTrailing(), width));
        return lines;
    }
}

package alvh.daemon.ops;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * The third consent for a live account: HOME/LIVE-CONSENT, two lines written by its owner: the account id, and the last
 * day on which it holds (at most 92 days ahead).
 */
public final class LiveConsent {

    private static final Duration LONGEST = Duration.ofDays(92);

    private LiveConsent() {}

    /** What its owner wrote, on one line, for the journal; "" when it cannot be read. */
    public static String words(Home home) {
        try {
            return String.join(" until ", Files.readAllLines(home.folder().resolve("LIVE-CONSENT")).stream()
                    .map(String::strip).filter(l -> !l.isEmpty()).toList());
        } catch (IOException e) {
            return "";
        }
    }

    /** What is missing, or null when the consent holds now. */
    public static String missing(Home home, String account, Instant now) {
        Path file = home.folder().resolve("LIVE-CONSENT");
        try {
            List<String> lines = Files.readAllLines(file).stream().map(String::strip).filter(l -> !l.isEmpty())
                    .toList();
            if (lines.size() != 2 || !lines.get(0).equals(account)) {
                return "the consent file " + file + " does not name " + account + " and a date, on two lines";
            }
            LocalDate last = LocalDate.parse(lines.get(1));
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            if (last.isBefore(today)) {
                return "the consent file " + file + " expired on " + last;
            }
            return last.isAfter(today.plusDays(LONGEST.toDays()))
                    ? "the consent file " + file + " is dated " + last + ", more than " + LONGEST.toDays()
                            + " days ahead"
                    : null;
        } catch (IOException e) {
            return "there is no consent file " + file;
        } catch (DateTimeParseException e) {
            return "the consent file " + file + " holds no date like 2026-12-31 in its second line";
        }
    }
}

package alvh.simulator.gateway;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/** Dates and times as the protocol spells them (protocol page 2.6). */
final class Stamp {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter DAY = strict("uuuuMMdd");
    private static final DateTimeFormatter SECONDS = strict("uuuuMMdd HH:mm:ss");
    private static final DateTimeFormatter DASHED = strict("uuuuMMdd-HH:mm:ss");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Text of warning 2174. */
    static final String NO_ZONE = "Warning: You submitted request with date-time attributes without explicit time zone."
            + " Please switch to use yyyymmdd-hh:mm:ss in UTC or use instrument timezone, like US/Eastern";

    private Stamp() {}

    /** A 31st of February is refused, not read as the 28th. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** A date and a time of day, and no zone: the gateway takes its own. */
    static boolean lacksZone(String text) {
        return text.length() == 17 && text.charAt(8) == ' ';
    }

    static String dashedEastern(Instant at) {
        return DASHED.format(at.atZone(NEW_YORK));
    }

    static String day(LocalDate date) {
        return DAY.format(date);
    }

    static String eastern(Instant at) {
        return SECONDS.format(at.atZone(NEW_YORK)) + " US/Eastern";
    }

    static String dashedUtc(Instant at) {
        return DASHED.format(at.atZone(ZoneOffset.UTC));
    }

    /** As in the server's greeting. */
    static String greeting(Instant at) {
        return SECONDS.format(at.atZone(NEW_YORK)) + " EST";
    }

    static String minutes(Instant at) {
        return MINUTES.format(at.atZone(NEW_YORK));
    }

    static LocalDate newYorkDay(Instant at) {
        return at.atZone(NEW_YORK).toLocalDate();
    }

    /** Reads any of the request forms; without a zone New York is meant, as the gateway's own zone. */
    static Optional<Instant> read(String text) {
        try {
            if (text.length() == 8) {
                return Optional.of(LocalDate.parse(text, DAY).atStartOfDay(NEW_YORK).toInstant());
            }
            if (text.length() == 17 && text.charAt(8) == '-') {
                return Optional.of(java.time.LocalDateTime.parse(text, DASHED).toInstant(ZoneOffset.UTC));
            }
            if (text.length() >= 17) {
                ZoneId zone = text.length() > 18 ? ZoneId.of(text.substring(18), ZoneId.SHORT_IDS) : NEW_YORK;
                return Optional.of(java.time.LocalDateTime.parse(text.substring(0, 17), SECONDS).atZone(zone)
                        .toInstant());
            }
            return Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}

package alvh.daemon.config;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;

import org.quartz.CronExpression;

/** Whether a cron expression is one that the daemon may be woken by. */
final class CronCheck {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    // Any fixed past day will do: the rules below do not depend on the year.
    private static final Instant FROM = Instant.parse("2026-01-01T05:00:00Z");

    private CronCheck() {}

    /** What is wrong, or null. */
    static String problem(String text) {
        CronExpression cron;
        try {
            cron = new CronExpression(text);
        } catch (ParseException e) {
            return "not a cron expression: " + e.getMessage();
        }
        cron.setTimeZone(TimeZone.getTimeZone(NEW_YORK));
        Date first = cron.getNextValidTimeAfter(Date.from(FROM));
        if (first == null) {
            return "it never fires";
        }
        Date next = first;
        for (int i = 0; i < 200 && next != null; i++) {
            LocalTime at = LocalTime.ofInstant(next.toInstant(), NEW_YORK);
            if (at.isBefore(LocalTime.of(9, 30)) || at.isAfter(LocalTime.of(17, 0))) {
                return "it fires at " + at + " New York time, outside 09:30-17:00";
            }
            Date after = cron.getNextValidTimeAfter(next);
            if (after != null && after.getTime() - next.getTime() < 60_000) {
                return "it fires more than once a minute";
            }
            next = after;
        }
        return null;
    }
}

package alvh.daemon.schedule;

import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.TimeZone;

import alvh.daemon.desk.Event.Job;
import org.quartz.CronExpression;

/** The cron expressions of the settings, on New York time, as pure functions of an instant. */
public final class Crons {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private final Map<Job, CronExpression> expressions = new EnumMap<>(Job.class);

    /** @param texts checked by the settings' reader; a bad one here is IllegalArgumentException */
    public Crons(Map<Job, String> texts) {
        texts.forEach((job, text) -> {
            try {
                CronExpression cron = new CronExpression(text);
                cron.setTimeZone(TimeZone.getTimeZone(NEW_YORK));
                expressions.put(job, cron);
            } catch (ParseException e) {
                throw new IllegalArgumentException(job + ": " + text + ": " + e.getMessage(), e);
            }
        });
    }

    Map<Job, CronExpression> expressions() {
        return expressions;
    }

    /** The last time in (after, until] at which the job is due, or null. */
    Instant lastDue(Job job, Instant after, Instant until) {
        CronExpression cron = expressions.get(job);
        Instant last = null;
        Date next = cron.getNextValidTimeAfter(Date.from(after));
        while (next != null && !next.toInstant().isAfter(until)) {
            last = next.toInstant();
            next = cron.getNextValidTimeAfter(next);
        }
        return last;
    }

    /** When the job was due today (New York) up to now, or null: a start inside a window makes up for it. */
    Instant dueToday(Job job, Instant now) {
        Instant midnight = now.atZone(NEW_YORK).toLocalDate().atStartOfDay(NEW_YORK).toInstant();
        return lastDue(job, midnight, now);
    }
}

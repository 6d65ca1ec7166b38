package alvh.simulator.script;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A point of exchange time, New York wall time: {@code 10:20}, {@code 2026-03-11 10:15}, or {@code +5m} from now. */
public sealed interface Moment {

    ZoneId NEW_YORK = ZoneId.of("America/New_York");

    record TimeOfDay(LocalTime time) implements Moment {}

    record DateTime(LocalDateTime at) implements Moment {}

    record Later(Duration by) implements Moment {}

    /** The instant meant, seen from {@code now}; a time of day that has passed today is meant for today all the same. */
    default ZonedDateTime from(ZonedDateTime now) {
        ZonedDateTime here = now.withZoneSameInstant(NEW_YORK);
        return switch (this) {
            case TimeOfDay t -> here.with(t.time());
            case DateTime d -> d.at().atZone(NEW_YORK);
            case Later l -> here.plus(l.by());
        };
    }
}

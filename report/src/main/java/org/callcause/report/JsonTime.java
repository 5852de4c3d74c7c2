package org.callcause.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.callcause.dialog.PartialTime;
import tools.jackson.core.JsonGenerator;

/**
 * Times in JSON. A property holds an instant in UTC. Where the source gave no year there is none: what it did give stands
 * under the same name with {@code AsLogged} behind it.
 */
final class JsonTime {

    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("'--'MM-dd'T'", Locale.ROOT);

    private JsonTime() {}

    static void write(JsonGenerator generator, String name, Instant time) {
        if (PartialTime.isPartial(time)) {
            generator.writeStringProperty(name + "AsLogged", asLogged(time));
        } else {
            generator.writeStringProperty(name, time.toString());
        }
    }

    /** {@code --03-02T09:14:05.120}, {@code 09:14:05.120}, {@code day 2 00:00:01}. */
    private static String asLogged(Instant time) {
        LocalDateTime logged = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
        String timeOfDay = DateTimeFormatter.ISO_LOCAL_TIME.format(logged);
        if (!PartialTime.isTimeOfDay(time)) {
            return MONTH_AND_DAY.format(logged) + timeOfDay;
        }
        long days = PartialTime.daysSinceFirst(time);
        return days == 0 ? timeOfDay : "day " + (days + 1) + " " + timeOfDay;
    }
}

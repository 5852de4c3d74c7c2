package org.callcause.capture.text;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.dialog.PartialTime;
import org.jspecify.annotations.Nullable;

/**
 * Finds the times in the lines of one log. A time without a zone, or with a zone of which the log gives only the name, is in
 * the zone that other lines of the log give as an offset, and else taken as UTC. A time without a date, or with one that
 * lacks the year, is a {@link PartialTime} as it is written: when it goes back by more than half a day it is on the day
 * after the one before it, and when a date goes back by more than half a year, in the year after. A line that stands a
 * little late does not change the day, nor the year: on neither side of midnight.
 */
public final class LogClock {

    // Ten digits before a bar are a date of Polycom.
    private static final Pattern SINCE_1970 = Pattern.compile("^[\\s>\\[(]{0,20}(?!1[0-2][0-3]\\d{7}\\.\\d{3}\\|)"
            + "(?<seconds>[1-9]\\d{9})\\.(?<fraction>\\d{3,9})(?!\\d)");
    // What stands before it with a colon is the name of a file or the number of a line, as grep writes them.
    private static final Pattern TIME_ONLY =
            Pattern.compile("(?<![\\d.+])(?:(?<!:)|(?<=\\.[a-z]{2,4}:)|(?<=(?:^|\\.[a-z]{2,4}:)\\d{1,7}:))"
                    + DateForm.TIME + DateForm.HALF + "(?:" + DateForm.ZONE_HERE + ")?(?!\\d|:\\d)");

    private static final Pattern AT_START = Pattern.compile(
            "^(?:<\\d{1,3}>(?:1 )?)?(?:\\d{1,8}(?:\\.\\d{3})?(?:: [*.]?| ?\\|))?[\\[(<\\s]{0,4}(?:\\d{10}(?:\\.\\d{3,9}(?!\\d)|\\|)|(?:\\d{4}[-/.]\\d\\d[-/.]\\d\\d[T"
                    + " _]{1,2}|\\d{8}[-T]|\\d\\d-\\d\\d |\\d{1,2}([-/.])\\d{1,2}\\1\\d{4},?[ T]|"
                    + DateForm.MONTHS.replace("?<name>", "?:")
                    + " +\\d{1,2},? +(?:\\d{4},? +)?)?\\d{1,2}:\\d\\d:\\d\\d(?!\\d|:\\d))");

    private static final String MONTH_BEGINS = "JFMASOND";

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;

    private static final int HALF_A_YEAR = 6;
    private static final int MOST_YEARS = 5;

    // A line that is later than one of another thread is not so by more.
    private static final long MOST_LATE = 3_600 * NANOS_PER_SECOND;

    private static final int SUMMER = 3_600;

    // What a server of logs writes before a line.
    private static final int LONGEST_PREFIX = 100;
    private static final long LONGEST_DELAY = 60 * NANOS_PER_SECOND;
    // Zones differ by multiples of it.
    private static final long ZONE_STEP = 900 * NANOS_PER_SECOND;

    private static final int NOT_YET = -1;

    private long day;
    private long lastTimeOfDay = NOT_YET;
    private int year = PartialTime.UNKNOWN_YEAR;
    private int lastMonth;
    private long lastInYear = RawMessageSink.NO_TIME;

    /** The zone that the log gives; null while it gives none. */
    private @Nullable ZoneOffset zone;

    private boolean hasReadWithoutZone;

    private final MonthOrder order = new MonthOrder();

    /** Learns from the beginning of the log in which zone those of its lines are that do not say it, and how it writes dates. */
    public void lookAhead(String beginning) {
        order.lookAhead(beginning);
        beginning
                .lines()
                .filter(LogClock::begins)
                .flatMap(line -> zoneOf(line).stream())
                .findFirst()
                .ifPresent(found -> zone = found);
    }

    private static Optional<ZoneOffset> zoneOf(String line) {
        for (DateForm form : DateForm.ALL) {
            if (form.has(DateForm.Part.YEAR)
                    && form.has(DateForm.Part.ZONE)
                    && form.hint().test(line)) {
                Matcher matcher = form.pattern().matcher(line);
                if (matcher.find() && matcher.group("zone") != null) {
                    return Optional.of(offset(matcher.group("zone")));
                }
            }
        }
        return Optional.empty();
    }

    /** The first time in the line in nanoseconds since 1970, or {@link RawMessageSink#NO_TIME}. */
    public long find(String line) {
        if (!mayHoldTime(line)) {
            return RawMessageSink.NO_TIME;
        }
        Matcher epoch = SINCE_1970.matcher(line);
        if (epoch.find()) {
            return Long.parseLong(epoch.group("seconds")) * NANOS_PER_SECOND + fraction(epoch);
        }
        for (DateForm form : DateForm.ALL) {
            Matcher matcher = form.pattern().matcher(line);
            if (form.hint().test(line) && matcher.find()) {
                long nanos = dated(form, matcher);
                if (nanos != RawMessageSink.NO_TIME) {
                    return matcher.group("fraction") == null ? nanos + delayOfLog(line, matcher.end(), nanos) : nanos;
                }
            }
        }
        Matcher matcher = TIME_ONLY.matcher(line);
        return matcher.find() ? timeOnly(matcher) : RawMessageSink.NO_TIME;
    }

    /**
     * How much later the line shows the same moment once more, with a fraction: behind the time at which a server took the
     * line stands that of the device that wrote it, perhaps of another zone.
     */
    private static long delayOfLog(String line, int from, long nanos) {
        Matcher matcher = TIME_ONLY.matcher(line);
        matcher.region(from, Math.min(line.length(), from + LONGEST_PREFIX));
        if (!matcher.find() || matcher.group("fraction") == null) {
            return 0;
        }
        long later = Math.floorMod(timeOfDay(matcher) - nanos + LONGEST_DELAY, ZONE_STEP) - LONGEST_DELAY;
        return later <= LONGEST_DELAY ? later : 0;
    }

    /** Whether the line begins with a time, as the lines of a log do and those of a SIP message do not. */
    public static boolean begins(String line) {
        if (line.isEmpty() || (StartLines.isLetter(line.charAt(0)) && MONTH_BEGINS.indexOf(line.charAt(0)) < 0)) {
            return false;
        }
        return mayHoldTime(line) && AT_START.matcher(line).find();
    }

    private static boolean mayHoldTime(String line) {
        for (int at = line.indexOf(':'); at > 0 && at + 2 < line.length(); at = line.indexOf(':', at + 1)) {
            if (StartLines.isDigit(line.charAt(at - 1))
                    && StartLines.isDigit(line.charAt(at + 1))
                    && StartLines.isDigit(line.charAt(at + 2))) {
                return true;
            }
        }
        int point = line.indexOf('.');
        if (point >= 10 && StartLines.isDigit(line.charAt(point - 10)) && StartLines.isDigit(line.charAt(point - 1))) {
            return true;
        }
        if (point >= 15 && StartLines.isDigit(line.charAt(point - 1)) && line.charAt(point - 7) == ' ') {
            return true;
        }
        if (mayBeginWithDigits(line)) {
            return true;
        }
        int dash = line.indexOf('-');
        return dash >= 8 && StartLines.isDigit(line.charAt(dash - 1)) && StartLines.isDigit(line.charAt(dash - 8));
    }

    private static boolean mayBeginWithDigits(String line) {
        int bar = line.isEmpty() || StartLines.isLetter(line.charAt(0)) ? -1 : line.indexOf('|');
        return bar >= 10 && StartLines.isDigit(line.charAt(bar - 1)) && StartLines.isDigit(line.charAt(bar - 10));
    }

    private long dated(DateForm form, Matcher matcher) {
        String year = form.has(DateForm.Part.YEAR) ? matcher.group("year") : null;
        int day = Integer.parseInt(matcher.group("day"));
        int month = form.has(DateForm.Part.NAME)
                ? DateHints.month(matcher.group("name"))
                : Integer.parseInt(matcher.group("month"));
        boolean swapped = form.has(DateForm.Part.EITHER_ORDER)
                && !matcher.group("mark").equals(".")
                && order.isMonthFirst(day, month, matcher.group("half") != null);
        String written = form.has(DateForm.Part.ZONE) ? matcher.group("zone") : null;
        try {
            LocalDateTime time = LocalDateTime.of(
                    year == null ? PartialTime.UNKNOWN_YEAR : Integer.parseInt(year),
                    swapped ? day : month,
                    swapped ? month : day,
                    form.has(DateForm.Part.HALF) ? hour(matcher) : Integer.parseInt(matcher.group("hour")),
                    Integer.parseInt(matcher.group("minute")),
                    Integer.parseInt(matcher.group("second")),
                    0);
            if (year == null) {
                return inSomeYear(time.minusSeconds(shift(written)), fraction(matcher));
            }
            long seconds = time.toEpochSecond(written == null ? zoneOfOthers() : told(written));
            return Math.addExact(Math.multiplyExact(seconds, NANOS_PER_SECOND), fraction(matcher));
        } catch (DateTimeException | ArithmeticException e) {
            return RawMessageSink.NO_TIME;
        }
    }

    private ZoneOffset zoneOfOthers() {
        hasReadWithoutZone |= zone == null;
        return zone == null ? ZoneOffset.UTC : zone;
    }

    /**
     * The zone of a line that says it. Once lines that do not say it were taken as UTC they go on to be, and a line that has
     * another zone than the log does not change that of the log, unless summer begins or ends.
     */
    private ZoneOffset told(String written) {
        ZoneOffset offset = offset(written);
        if (zone == null) {
            zone = hasReadWithoutZone ? null : offset;
        } else if (written.charAt(0) == '+' || written.charAt(0) == '-') {
            int change = Math.abs(offset.getTotalSeconds() - zone.getTotalSeconds());
            zone = change <= SUMMER ? offset : zone;
        }
        return offset;
    }

    /** What is to be taken off a time of some zone for the time that the other lines write: the clock shows that one. */
    private int shift(@Nullable String written) {
        if (written == null) {
            return 0;
        }
        ZoneOffset offset = offset(written);
        zone = zone == null ? offset : zone;
        return offset.getTotalSeconds() - zone.getTotalSeconds();
    }

    private static ZoneOffset offset(String written) {
        String text = written.startsWith("GMT") || written.startsWith("UTC") ? written.substring(3) : written;
        return text.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    /** A date without its year, in the one in which it follows the one before it. */
    private long inSomeYear(LocalDateTime date, long fraction) {
        int month = date.getMonthValue();
        long sameYear = nanos(date, year, fraction);
        if (lastInYear != RawMessageSink.NO_TIME && year > PartialTime.UNKNOWN_YEAR) {
            long before = nanos(date, year - 1, fraction);
            if (before < lastInYear && before >= lastInYear - MOST_LATE) {
                return before;
            }
        }
        if (month < lastMonth - HALF_A_YEAR && year < PartialTime.UNKNOWN_YEAR + MOST_YEARS) {
            year++;
            sameYear = nanos(date, year, fraction);
        }
        lastMonth = month;
        lastInYear = sameYear;
        return sameYear;
    }

    private static long nanos(LocalDateTime date, int year, long fraction) {
        LocalDateTime dated = date.withYear(year);
        if (dated.getDayOfMonth() != date.getDayOfMonth()) {
            throw new DateTimeException("29 February in " + year);
        }
        return dated.toEpochSecond(ZoneOffset.UTC) * NANOS_PER_SECOND + fraction;
    }

    private long timeOnly(Matcher matcher) {
        int hour = hour(matcher);
        int minute = Integer.parseInt(matcher.group("minute"));
        int second = Integer.parseInt(matcher.group("second"));
        if (hour > 23 || minute > 59 || second > 60) {
            return RawMessageSink.NO_TIME;
        }
        long ofZone = shift(matcher.group("zone")) * NANOS_PER_SECOND;
        long timeOfDay = Math.floorMod(timeOfDay(matcher) - ofZone, NANOS_PER_DAY);
        if (lastTimeOfDay != NOT_YET) {
            if (timeOfDay - NANOS_PER_DAY >= lastTimeOfDay - MOST_LATE) {
                // From before the midnight that others have passed.
                return (day - 1) * NANOS_PER_DAY + timeOfDay;
            }
            if (timeOfDay < lastTimeOfDay - NANOS_PER_DAY / 2) {
                day++;
            }
        }
        lastTimeOfDay = timeOfDay;
        return day * NANOS_PER_DAY + timeOfDay;
    }

    private static long timeOfDay(Matcher matcher) {
        long minutes = hour(matcher) * 60L + Integer.parseInt(matcher.group("minute"));
        return (minutes * 60 + Integer.parseInt(matcher.group("second"))) * NANOS_PER_SECOND + fraction(matcher);
    }

    /** The hour of the day, which may be written as one of its first or second half. */
    private static int hour(Matcher matcher) {
        int hour = Integer.parseInt(matcher.group("hour"));
        String half = matcher.group("half");
        return half == null ? hour : hour % 12 + (half.equalsIgnoreCase("P") ? 12 : 0);
    }

    private static long fraction(Matcher matcher) {
        String digits = matcher.group("fraction");
        if (digits == null) {
            return 0;
        }
        long value = Long.parseLong(digits);
        for (int i = digits.length(); i < 9; i++) {
            value *= 10;
        }
        return value;
    }
}

package org.callcause.capture.text;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.dialog.PartialTime;

/**
 * Finds the times in the lines of one log. A time without a zone is taken as UTC. A time without a date, or with one that
 * lacks the year, is a {@link PartialTime}: when it goes back by more than half a day it is on the day after the one before
 * it, and when a date goes back by more than half a year, in the year after.
 */
public final class LogClock {

    private static final String TIME =
            "(?<hour>\\d{1,2}):(?<minute>\\d\\d):(?<second>\\d\\d)(?:[.,:](?<fraction>\\d{1,9}))?";
    private static final String HALF = "(?: (?<half>[AP])M\\b)?";
    private static final String MONTHS = "(?<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";

    private static final Pattern NUMERIC_DATE =
            Pattern.compile("(?<!\\d)(?<year>\\d{4})[-/.](?<month>\\d\\d)[-/.](?<day>\\d\\d)[T _\\t]{1,2}" + TIME
                    + "(?: ?(?<zone>Z|[+-]\\d\\d:?\\d\\d))?(?!\\d)");
    private static final Pattern COMPACT_DATE = Pattern.compile(
            "(?<!\\d)(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)[-T](?<hour>\\d\\d):?(?<minute>\\d\\d):?(?<second>\\d\\d)"
                    + "(?:[.,](?<fraction>\\d{1,9}))?(?!\\d)");
    private static final Pattern MONTH_FIRST = Pattern.compile(MONTHS + " +(?<day>\\d{1,2}),?(?: (?<year>\\d{4}),?)? +"
            + TIME + "(?: (?:GMT|UTC)?(?<zone>[+-]\\d\\d:?\\d\\d))?(?!\\d|:\\d)");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?<!\\d)(?<day>\\d{1,2})[ /-]" + MONTHS + "[ /-](?<year>\\d{4})[ :T]" + TIME + "(?!\\d|:\\d)");
    // 02/03/2026 is the second of March, unless there is no such month, or the day is halved as in America.
    private static final Pattern SLASHED = Pattern.compile(
            "(?<!\\d)(?<day>\\d{1,2})/(?<month>\\d{1,2})/(?<year>\\d{4})[ T]" + TIME + HALF + "(?!\\d|:\\d)");
    // Ribbon: 03022026 091405.120000
    private static final Pattern DIGITS_ONLY = Pattern.compile("(?<!\\d)(?<month>\\d\\d)(?<day>\\d\\d)(?<year>\\d{4})"
            + " (?<hour>\\d\\d)(?<minute>\\d\\d)(?<second>\\d\\d)\\.(?<fraction>\\d{1,9})");
    // AudioCodes: 02-03@09:14:05.120
    private static final Pattern DAY_AND_MONTH =
            Pattern.compile("(?<!\\d)(?<day>\\d\\d)-(?<month>\\d\\d)@" + TIME + "(?!\\d|:\\d)");
    // Android: 03-02 09:14:05.120
    private static final Pattern MONTH_AND_DAY =
            Pattern.compile("^[\\s>]{0,20}(?<month>\\d\\d)-(?<day>\\d\\d) " + TIME + "(?!\\d|:\\d)");
    private static final Pattern SINCE_1970 =
            Pattern.compile("^[\\s>\\[(]{0,20}(?<seconds>\\d{10})\\.(?<fraction>\\d{3,9})(?!\\d)");
    private static final Pattern TIME_ONLY = Pattern.compile("(?<![\\d:.+])" + TIME + HALF + "(?!\\d|:\\d)");

    /** What the dates of a form may have, beside numbers for day, month, hour, minute and second. */
    private enum Part {
        YEAR,
        /** The month by its name in place of its number. */
        NAME,
        /** The half of the day, as in America. */
        HALF,
        ZONE
    }

    /**
     * A form of dates.
     *
     * @param hint what stands in every one of them: looking for that costs less than the pattern
     * @param parts the groups of the pattern beside those that all have
     */
    private record DateForm(Pattern pattern, Predicate<String> hint, Set<Part> parts) {

        DateForm(Pattern pattern, Predicate<String> hint, Part... parts) {
            this(pattern, hint, Set.of(parts));
        }

        boolean has(Part part) {
            return parts.contains(part);
        }
    }

    private static final List<DateForm> DATED = List.of(
            new DateForm(NUMERIC_DATE, line -> DateHints.hasNumber(line, 4, "-/."), Part.YEAR, Part.ZONE),
            new DateForm(COMPACT_DATE, line -> DateHints.hasNumber(line, 8, "-T"), Part.YEAR),
            new DateForm(MONTH_FIRST, DateHints::hasMonth, Part.YEAR, Part.NAME, Part.ZONE),
            new DateForm(DAY_FIRST, DateHints::hasMonth, Part.YEAR, Part.NAME),
            new DateForm(
                    SLASHED,
                    line -> DateHints.hasNumber(line, 4, " T") && line.indexOf('/') >= 0,
                    Part.YEAR,
                    Part.HALF),
            new DateForm(DIGITS_ONLY, line -> DateHints.hasNumber(line, 8, " "), Part.YEAR),
            new DateForm(DAY_AND_MONTH, line -> line.indexOf('@') >= 0),
            new DateForm(MONTH_AND_DAY, line -> line.indexOf('-') >= 0));

    private static final Pattern AT_START = Pattern.compile(
            "^(?:<\\d{1,3}>(?:1 )?)?[\\[(<\\s]{0,4}(?:\\d{10}\\.\\d{3,9}(?!\\d)|(?:\\d{4}[-/.]\\d\\d[-/.]\\d\\d[T"
                    + " _]{1,2}|\\d{8}[-T]|\\d\\d-\\d\\d |"
                    + MONTHS.replace("?<name>", "?:")
                    + " +\\d{1,2},? +(?:\\d{4},? +)?)?\\d{1,2}:\\d\\d:\\d\\d(?!\\d|:\\d))");

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_DAY = 86_400 * NANOS_PER_SECOND;

    private static final int HALF_A_YEAR = 6;
    private static final int MOST_YEARS = 5;

    private long day;
    private long lastTimeOfDay;
    private int year = PartialTime.UNKNOWN_YEAR;
    private int lastMonth;

    /** The first time in the line in nanoseconds since 1970, or {@link RawMessageSink#NO_TIME}. */
    public long find(String line) {
        if (!mayHoldTime(line)) {
            return RawMessageSink.NO_TIME;
        }
        Matcher epoch = SINCE_1970.matcher(line);
        if (epoch.find()) {
            return Long.parseLong(epoch.group("seconds")) * NANOS_PER_SECOND + fraction(epoch);
        }
        for (DateForm form : DATED) {
            Matcher matcher = form.pattern().matcher(line);
            if (form.hint().test(line) && matcher.find()) {
                long nanos = dated(form, matcher);
                if (nanos != RawMessageSink.NO_TIME) {
                    return nanos;
                }
            }
        }
        Matcher matcher = TIME_ONLY.matcher(line);
        return matcher.find() ? timeOnly(matcher) : RawMessageSink.NO_TIME;
    }

    /** Whether the line begins with a time, as the lines of a log do and those of a SIP message do not. */
    public static boolean begins(String line) {
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
        int dash = line.indexOf('-');
        return dash >= 8 && StartLines.isDigit(line.charAt(dash - 1)) && StartLines.isDigit(line.charAt(dash - 8));
    }

    private long dated(DateForm form, Matcher matcher) {
        String year = form.has(Part.YEAR) ? matcher.group("year") : null;
        int day = Integer.parseInt(matcher.group("day"));
        int month = form.has(Part.NAME)
                ? DateHints.MONTHS.indexOf(matcher.group("name")) / DateHints.LETTERS + 1
                : Integer.parseInt(matcher.group("month"));
        boolean swapped = form.has(Part.HALF) && (month > 12 || matcher.group("half") != null);
        try {
            LocalDateTime time = LocalDateTime.of(
                    year == null ? yearOf(month) : Integer.parseInt(year),
                    swapped ? day : month,
                    swapped ? month : day,
                    form.has(Part.HALF) ? hour(matcher) : Integer.parseInt(matcher.group("hour")),
                    Integer.parseInt(matcher.group("minute")),
                    Integer.parseInt(matcher.group("second")),
                    0);
            String zone = form.has(Part.ZONE) ? matcher.group("zone") : null;
            ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone.toUpperCase(Locale.ROOT));
            long seconds = time.toEpochSecond(offset);
            return Math.addExact(Math.multiplyExact(seconds, NANOS_PER_SECOND), fraction(matcher));
        } catch (DateTimeException | ArithmeticException e) {
            return RawMessageSink.NO_TIME;
        }
    }

    private int yearOf(int month) {
        if (month < lastMonth - HALF_A_YEAR && year < PartialTime.UNKNOWN_YEAR + MOST_YEARS) {
            year++;
        }
        lastMonth = month;
        return year;
    }

    private long timeOnly(Matcher matcher) {
        int hour = hour(matcher);
        int minute = Integer.parseInt(matcher.group("minute"));
        int second = Integer.parseInt(matcher.group("second"));
        if (hour > 23 || minute > 59 || second > 60) {
            return RawMessageSink.NO_TIME;
        }
        long timeOfDay = ((hour * 60L + minute) * 60 + second) * NANOS_PER_SECOND + fraction(matcher);
        if (timeOfDay < lastTimeOfDay - NANOS_PER_DAY / 2) {
            day++;
        }
        lastTimeOfDay = timeOfDay;
        return day * NANOS_PER_DAY + timeOfDay;
    }

    /** The hour of the day, which may be written as one of its first or second half. */
    private static int hour(Matcher matcher) {
        int hour = Integer.parseInt(matcher.group("hour"));
        String half = matcher.group("half");
        return half == null ? hour : hour % 12 + (half.equals("P") ? 12 : 0);
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

package org.callcause.capture.text;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A form of dates.
 *
 * @param hint what stands in every one of them: looking for that costs less than the pattern
 * @param parts the groups of the pattern beside those that all have
 */
record DateForm(Pattern pattern, Predicate<String> hint, Set<Part> parts) {

    /** What the dates of a form may have, beside numbers for day, month, hour, minute and second. */
    enum Part {
        YEAR,
        /** The month by its name in place of its number. */
        NAME,
        /** The half of the day. */
        HALF,
        ZONE,
        /** The month may stand where the day does: {@link MonthOrder} tells. */
        EITHER_ORDER
    }

    // Behind a colon a fraction has three digits: 1:09:14:05 is a time behind the number of its line.
    static final String TIME = "(?<hour>\\d{1,2}):(?<minute>\\d\\d):(?<second>\\d\\d)"
            + "(?:[.,:](?<fraction>(?<=:)\\d{3}|(?<=[.,])\\d{1,9}))?";
    // An offset, or what has none. The names of other zones are short for several each.
    private static final String OFFSET = "[+-](?:0\\d|1[0-4])(?::?(?:00|15|30|45))";
    static final String ZONE_HERE = "(?<zone>Z\\b|(?:GMT|UTC)" + OFFSET + "|(?:GMT|UTC)\\b|" + OFFSET
            + "|(?<=[\\d])[+-](?:0\\d|1[0-4])(?![\\d:-]))";
    private static final String ZONE = "(?: ?" + ZONE_HERE + ")?";
    // The blank may be one that does not break, narrow (in UTF-8) or not.
    static final String HALF = "(?:(?: |\u00E2\u0080\u00AF|\u00C2\u00A0)(?<half>[APap])[Mm]\\b)?";
    static final String MONTHS = "(?<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";

    private static final DateForm NUMERIC = new DateForm(
            "(?<!\\d)(?<year>\\d{4})[-/.](?<month>\\d\\d)[-/.](?<day>\\d\\d)[T _\\t]{1,2}" + TIME + ZONE + "(?!\\d)",
            line -> DateHints.hasNumber(line, 4, "-/."),
            Part.YEAR,
            Part.ZONE);
    private static final DateForm COMPACT = new DateForm(
            "(?<!\\d)(?<year>\\d{4})(?<month>\\d\\d)(?<day>\\d\\d)[-T](?<hour>\\d\\d):?(?<minute>\\d\\d):?(?<second>\\d\\d)"
                    + "(?:[.,](?<fraction>\\d{1,9}))?" + ZONE + "(?!\\d)",
            line -> DateHints.hasNumber(line, 8, "-T"),
            Part.YEAR,
            Part.ZONE);
    // Kibana: Mar 2, 2026 @ 09:14:05.120
    private static final DateForm MONTH_FIRST = new DateForm(
            MONTHS + " +(?<day>\\d{1,2}),?(?: (?<year>\\d{4}),?)?(?: @)? +" + TIME + HALF + ZONE + "(?!\\d|:\\d)",
            DateHints::hasMonth,
            Part.YEAR,
            Part.NAME,
            Part.HALF,
            Part.ZONE);
    static final DateForm DAY_FIRST = new DateForm(
            "(?<!\\d)(?<day>\\d{1,2})[ /-]" + MONTHS + "[ /-](?<year>\\d{4}),?[ :T]" + TIME + HALF + ZONE
                    + "(?!\\d|:\\d)",
            DateHints::hasMonth,
            Part.YEAR,
            Part.NAME,
            Part.HALF,
            Part.ZONE);
    static final DateForm YEAR_LAST = new DateForm(
            "(?<![\\d.])(?<day>\\d{1,2})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<year>\\d{4}),?[ T]" + TIME + HALF
                    + ZONE + "(?!\\d|:\\d)",
            line -> DateHints.hasNumber(line, 4, " T,"),
            Part.YEAR,
            Part.HALF,
            Part.ZONE,
            Part.EITHER_ORDER);
    // Ribbon: 03022026 091405.120000
    private static final DateForm DIGITS_ONLY = new DateForm(
            "(?<!\\d)(?<month>\\d\\d)(?<day>\\d\\d)(?<year>\\d{4})"
                    + " (?<hour>\\d\\d)(?<minute>\\d\\d)(?<second>\\d\\d)\\.(?<fraction>\\d{1,9})",
            line -> DateHints.hasNumber(line, 8, " "), Part.YEAR);
    // Avaya SBC, tracesbc: [02-03-2026:09.14.05.120000]
    private static final DateForm DOTTED_TIME = new DateForm(
            "(?<!\\d)(?<day>\\d\\d)(?<mark>-)(?<month>\\d\\d)-(?<year>\\d{4}):"
                    + "(?<hour>\\d\\d)\\.(?<minute>\\d\\d)\\.(?<second>\\d\\d)\\.(?<fraction>\\d{1,9})" + HALF,
            line -> DateHints.hasNumber(line, 4, ":"),
            Part.YEAR,
            Part.HALF,
            Part.EITHER_ORDER);
    // AudioCodes: 02-03@09:14:05.120
    private static final DateForm DAY_AND_MONTH = new DateForm(
            "(?<!\\d)(?<day>\\d\\d)-(?<month>\\d\\d)@" + TIME + "(?!\\d|:\\d)", line -> line.indexOf('@') >= 0);
    // Android: 03-02 09:14:05.120
    private static final DateForm MONTH_AND_DAY = new DateForm(
            "^[\\s>]{0,20}(?<month>\\d\\d)-(?<day>\\d\\d) " + TIME + "(?!\\d|:\\d)", line -> line.indexOf('-') >= 0);
    // Polycom: 0302091405.120|sip  |
    private static final DateForm TEN_DIGITS = new DateForm(
            "^[\\s>]{0,20}(?<month>0[1-9]|1[0-2])(?<day>[0-3]\\d)(?<hour>[0-2]\\d)(?<minute>[0-5]\\d)(?<second>[0-5]\\d)"
                    + "(?:\\.(?<fraction>\\d{1,3}))?\\|",
            line -> line.indexOf('|') >= 0);

    static final List<DateForm> ALL = List.of(
            NUMERIC,
            COMPACT,
            MONTH_FIRST,
            DAY_FIRST,
            YEAR_LAST,
            DIGITS_ONLY,
            DOTTED_TIME,
            DAY_AND_MONTH,
            MONTH_AND_DAY,
            TEN_DIGITS);

    private DateForm(String pattern, Predicate<String> hint, Part... parts) {
        this(Pattern.compile(pattern), hint, Set.of(parts));
    }

    boolean has(Part part) {
        return parts.contains(part);
    }
}

package org.callcause.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.PartialTime;
import org.callcause.message.NameAddress;
import org.callcause.message.SipUri;

/** Values as a person reads them, the same in every locale. */
final class Wording {

    private static final DateTimeFormatter DATE = formatter("uuuu-MM-dd ");
    private static final DateTimeFormatter DAY_AND_MONTH = formatter("d MMM ");
    private static final DateTimeFormatter SECONDS = formatter("HH:mm:ss");
    private static final DateTimeFormatter MILLISECONDS = formatter("HH:mm:ss.SSS");

    private Wording() {}

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** {@code 2026-11-21 10:00:03.120 UTC}. */
    static String time(Instant time) {
        return date(time) + MILLISECONDS.format(time) + zone(time);
    }

    /** {@code 2026-11-21 10:00:03}. */
    static String second(Instant time) {
        return date(time) + SECONDS.format(time);
    }

    /** {@code 2026-11-21 10:00:03 to 10:05:00 UTC}. */
    static String span(Instant first, Instant last) {
        boolean sameDay = DATE.format(first).equals(DATE.format(last));
        return second(first) + " to " + (sameDay ? SECONDS.format(last) : second(last)) + zone(first);
    }

    /** As much of the date as the source gave. */
    private static String date(Instant time) {
        if (PartialTime.isTimeOfDay(time)) {
            long days = PartialTime.daysSinceFirst(time);
            return days == 0 ? "" : "day " + (days + 1) + " ";
        }
        return PartialTime.isPartial(time) ? DAY_AND_MONTH.format(time) : DATE.format(time);
    }

    /** A clock that does not tell the year does not tell its zone either. */
    private static String zone(Instant time) {
        return PartialTime.isPartial(time) ? "" : " UTC";
    }

    /** {@code 1 call}, {@code 2 calls}. */
    static String count(long number, String singular) {
        return count(number, singular, singular + "s");
    }

    static String count(long number, String singular, String plural) {
        return grouped(number) + " " + (number == 1 ? singular : plural);
    }

    /** {@code 12,345}. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The name and the address without the scheme and the parameters. */
    static String party(NameAddress address) {
        String where = address(address.uri());
        String name = address.displayName().strip();
        return printable(name.isEmpty() || name.equals(where) ? where : name + " <" + where + ">");
    }

    /** The address without the name, the scheme and the parameters. */
    static String bareParty(NameAddress address) {
        return printable(address(address.uri()));
    }

    private static String address(SipUri uri) {
        String user = uri.user().orElse("");
        if (user.isEmpty()) {
            return uri.host().isEmpty() ? uri.raw() : uri.host();
        }
        return uri.host().isEmpty() ? user : user + "@" + uri.host();
    }

    /** What follows a number of calls, such as "3 busy". */
    static String ended(Disposition.Kind kind) {
        return switch (kind) {
            case ANSWERED -> "answered";
            case CANCELLED -> "cancelled by the caller";
            case ANSWERED_ELSEWHERE -> "answered on another device";
            case BUSY -> "busy";
            case DECLINED -> "declined";
            case NO_ANSWER -> "not answered";
            case DO_NOT_DISTURB -> "refused as do not disturb";
            case REDIRECTED -> "redirected";
            case UNAVAILABLE -> "unavailable";
            case NOT_FOUND -> "not found";
            case REJECTED -> "rejected";
            case UNREACHABLE -> "unreachable";
            case FAILED -> "failed";
            case INCOMPLETE -> "not captured to the end";
            case SUCCEEDED -> "succeeded";
        };
    }

    /** The outcome as a heading. */
    static String heading(Disposition.Kind kind) {
        return kind.name().replace('_', ' ');
    }

    static String likelihood(Likelihood likelihood) {
        return switch (likelihood) {
            case CERTAIN -> "Certain";
            case LIKELY -> "Likely";
            case POSSIBLE -> "Possible";
        };
    }

    static String audience(Audience audience) {
        return switch (audience) {
            case CALLER -> "Caller";
            case USER -> "User";
            case ADMIN -> "Administrator";
            case CARRIER -> "Carrier";
        };
    }

    /** The text without what would move a terminal's cursor or change its colours. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            if (point == '\t' || point == '\n' || point == '\r') {
                shown.append(' ');
            } else if (type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE) {
                shown.append(String.format(Locale.ROOT, "\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    /** With a capital first letter. */
    static String capital(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}

package org.callcause.capture.text;

import java.util.Locale;
import java.util.Set;

/** Tells the header lines of a SIP message from other text. */
public final class HeaderLines {

    private static final Set<String> TELLING = Set.of(
            "via",
            "v",
            "from",
            "f",
            "to",
            "t",
            "call-id",
            "i",
            "cseq",
            "contact",
            "m",
            "max-forwards",
            "content-length",
            "l",
            "content-type",
            "c",
            "user-agent",
            "server",
            "allow",
            "record-route",
            "expires",
            // Of Microsoft's examples that show nothing else.
            "x-ms-userlocation",
            "x-ms-mediapath",
            "x-ms-usersite");

    private static final Set<String> KNOWN = Set.of(
            "accept",
            "allow-events",
            "alert-info",
            "authorization",
            "content-disposition",
            "content-encoding",
            "date",
            "diversion",
            "event",
            "history-info",
            "min-se",
            "organization",
            "privacy",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-require",
            "rack",
            "reason",
            "refer-to",
            "referred-by",
            "remote-party-id",
            "replaces",
            "require",
            "retry-after",
            "route",
            "rseq",
            "session-expires",
            "session-id",
            "subject",
            "subscription-state",
            "supported",
            "timestamp",
            "unsupported",
            "user-to-user",
            "warning",
            "www-authenticate");

    private HeaderLines() {}

    /** Whether the line has the form of a header: a name that begins with a letter, and a colon. */
    static boolean isHeader(String line) {
        return nameLength(line) > 0;
    }

    /** Whether the line is one of the headers that nearly every message has, or one that only SIP has. */
    public static boolean isTelling(String line) {
        int length = nameLength(line);
        return length > 0 && TELLING.contains(line.substring(0, length).toLowerCase(Locale.ROOT));
    }

    /** Whether the line is a header that is known by its name, or a private one. */
    static boolean isKnown(String line) {
        int length = nameLength(line);
        if (length == 0) {
            return false;
        }
        String name = line.substring(0, length).toLowerCase(Locale.ROOT);
        return TELLING.contains(name) || KNOWN.contains(name) || name.startsWith("x-") || name.startsWith("p-");
    }

    /** Whether the line is a header as they are mostly written, and not an address or the rest of one. */
    static boolean isPlain(String line) {
        int length = nameLength(line);
        if (length == 0) {
            return false;
        }
        int behind = line.indexOf(':', length) + 1;
        boolean spaced = behind == line.length() || line.charAt(behind) == ' ';
        return (spaced && line.lastIndexOf('.', length) < 0) || isKnown(line);
    }

    /** The value when the line is the header of this name, in its long or compact form; else an empty string. */
    static String value(String line, String name, String compact) {
        int length = nameLength(line);
        if (length == 0) {
            return "";
        }
        String found = line.substring(0, length);
        boolean matches = found.equalsIgnoreCase(name) || found.equalsIgnoreCase(compact);
        return matches ? line.substring(line.indexOf(':') + 1).trim() : "";
    }

    /** The length of the body when the line is the header that says it; -1 when it is another, or says no number. */
    static long contentLength(String line) {
        String value = value(line, "Content-Length", "l");
        long number = value.isEmpty() || !StartLines.isDigit(value.charAt(0)) ? -1 : 0;
        for (int i = 0; i < value.length() && StartLines.isDigit(value.charAt(i)) && number < Integer.MAX_VALUE; i++) {
            number = number * 10 + value.charAt(i) - '0';
        }
        return number;
    }

    private static int nameLength(String line) {
        if (line.isEmpty() || !StartLines.isLetter(line.charAt(0))) {
            return 0;
        }
        int at = 1;
        while (at < line.length() && StartLines.isToken(line.charAt(at))) {
            at++;
        }
        int length = at;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at < line.length() && line.charAt(at) == ':' ? length : 0;
    }
}

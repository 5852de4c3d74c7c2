package org.callcause.capture.text;

import java.util.Set;

/** Finds SIP start lines within lines of text, where other text may stand before them. */
public final class StartLines {

    private static final String PROTOCOL = "SIP";

    /** Documents print it with a blank before the slash now and then. */
    private static final String VERSION = "/2.0";

    private static final int MIN_METHOD_LENGTH = 3;
    private static final int MAX_PACKET_HEADER = 120;

    /** How long the headers of Ethernet and of the cooked link type are, which end in the type of what follows. */
    private static final int[] LINK_HEADERS = {14, 16};

    private static final Set<String> METHODS = Set.of(
            "INVITE",
            "ACK",
            "BYE",
            "CANCEL",
            "REGISTER",
            "OPTIONS",
            "PRACK",
            "UPDATE",
            "INFO",
            "REFER",
            "MESSAGE",
            "SUBSCRIBE",
            "NOTIFY",
            "PUBLISH");

    private StartLines() {}

    /** Whether this is a method of SIP, in capitals. */
    static boolean isKnownMethod(String word) {
        return METHODS.contains(word);
    }

    /** Where the first start line begins that stands at or behind {@code from} and runs to its end, or -1. */
    public static int find(String line, int from) {
        for (int slash = line.indexOf(VERSION, from); slash >= 0; slash = line.indexOf(VERSION, slash + 1)) {
            int at = spacesBefore(line, slash, from) - PROTOCOL.length();
            if (at < from || !line.startsWith(PROTOCOL, at)) {
                continue;
            }
            int end = slash + VERSION.length();
            if (isStatusLine(line, at, end)) {
                return at;
            }
            int start = startOfRequestLine(line, at, end, from);
            if (start >= 0) {
                return start;
            }
        }
        return -1;
    }

    private static boolean isStatusLine(String line, int at, int end) {
        int code = end;
        while (code < line.length() && line.charAt(code) == ' ') {
            code++;
        }
        if (code + 3 > line.length() || code == end) {
            return false;
        }
        for (int i = code; i < code + 3; i++) {
            if (line.charAt(i) < '0' || line.charAt(i) > '9') {
                return false;
            }
        }
        boolean ends = code + 3 == line.length() || !isToken(line.charAt(code + 3)) || line.charAt(code + 3) == '.';
        return ends
                && (at == 0
                        || (!isToken(line.charAt(at - 1)) && line.charAt(at - 1) != '/')
                        || isEscape(line, at - 1)
                        || isPacket(line, at));
    }

    /** Whether this is the letter of an escaped line end or tab, as in {@code \nINVITE}. */
    private static boolean isEscape(String line, int at) {
        return at > 0 && line.charAt(at - 1) == '\\' && "nrt".indexOf(line.charAt(at)) >= 0;
    }

    private static boolean isPacket(String line, int at) {
        return packetStart(line, at) >= 0;
    }

    /**
     * Where the bytes of an IP header begin that stand before this place, as tcpdump -A prints them, or those of the link
     * layer's header before it; -1 when there are none.
     */
    static int packetStart(String line, int at) {
        for (int start = Math.max(0, at - MAX_PACKET_HEADER); start + 2 < at; start++) {
            if (line.startsWith("E..", start) || line.startsWith("`..", start)) {
                if (isApart(line, start)) {
                    return start;
                }
                for (int length : LINK_HEADERS) {
                    if (start >= length && line.startsWith("..", start - 2) && isApart(line, start - length)) {
                        return start - length;
                    }
                }
            }
        }
        return -1;
    }

    private static boolean isApart(String line, int at) {
        return at == 0 || " \t>|".indexOf(line.charAt(at - 1)) >= 0;
    }

    /** The request line that this version ends, -1 when it ends none. */
    private static int startOfRequestLine(String line, int version, int end, int from) {
        if (version < from + MIN_METHOD_LENGTH + 2 || line.charAt(version - 1) != ' ' || !endsLine(line, end)) {
            return -1;
        }
        int uriEnd = spacesBefore(line, version, from);
        int uri = line.lastIndexOf(' ', uriEnd - 1) + 1;
        int methodEnd = spacesBefore(line, uri, from);
        if (methodEnd > from && line.charAt(methodEnd - 1) == ':') {
            // A blank behind the scheme, as documents print it: "INVITE sip: +1555...".
            uri = line.lastIndexOf(' ', methodEnd - 1) + 1;
            methodEnd = spacesBefore(line, uri, from);
        }
        int start = methodEnd;
        while (start > from && isMethodCharacter(line.charAt(start - 1))) {
            start--;
        }
        if (start < methodEnd && isEscape(line, start)) {
            start++;
        }
        if (isPacket(line, methodEnd)) {
            start = startOfKnownMethod(line, start, methodEnd);
        }
        boolean plausible = uri > methodEnd
                && uriEnd > uri
                && methodEnd - start >= MIN_METHOD_LENGTH
                && isUpperCase(line, start, methodEnd);
        return plausible ? start : -1;
    }

    /** Behind printed bytes, which may be letters, only a known method is a method. */
    private static int startOfKnownMethod(String line, int from, int end) {
        for (int at = from; at < end; at++) {
            if (isKnownMethod(line.substring(at, end))) {
                return at;
            }
        }
        return from;
    }

    private static int spacesBefore(String line, int at, int from) {
        int end = at;
        while (end > from && line.charAt(end - 1) == ' ') {
            end--;
        }
        return end;
    }

    private static boolean endsLine(String line, int version) {
        int at = version;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
        return at == line.length()
                || line.charAt(at) == '\\'
                || line.charAt(at) == '#'
                || line.charAt(at) == '"'
                || line.charAt(at) == '\''
                || (line.charAt(at) == '.' && at == line.length() - 1);
    }

    private static boolean isUpperCase(String line, int start, int end) {
        int upper = 0;
        for (int i = start; i < end; i++) {
            upper += line.charAt(i) >= 'A' && line.charAt(i) <= 'Z' ? 1 : 0;
        }
        return upper * 2 > end - start;
    }

    // The other characters of a token are more likely to be quotes of the text around.
    private static boolean isMethodCharacter(char c) {
        return isLetter(c) || isDigit(c) || c == '-' || c == '_';
    }

    static boolean isLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isToken(char c) {
        return isLetter(c) || isDigit(c) || "-.!%*_+`'~".indexOf(c) >= 0;
    }
}

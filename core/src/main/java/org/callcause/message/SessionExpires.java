package org.callcause.message;

import java.util.Optional;

/**
 * The value of a Session-Expires header (RFC 4028): {@code 1800;refresher=uac}.
 *
 * @param seconds how long the session lives without a refresh; a number beyond 2^32-1 is read as 2^32-1
 * @param refresher {@code uac} or {@code uas}, as written
 */
public record SessionExpires(long seconds, Optional<String> refresher) {

    /** Reads a value; empty where it does not start with a number. */
    public static Optional<SessionExpires> parse(String text) {
        int semicolon = text.indexOf(';');
        long seconds = Lexical.number((semicolon < 0 ? text : text.substring(0, semicolon)).trim());
        Parameters parameters = semicolon < 0 ? Parameters.NONE : Parameters.parse(text.substring(semicolon));
        return seconds < 0
                ? Optional.empty()
                : Optional.of(new SessionExpires(Math.min(seconds, 0xFFFF_FFFFL), parameters.value("refresher")));
    }

    /** The seconds without an object, where a number of up to nine digits stands alone or before parameters; else -1. */
    static long plainSeconds(MessageIndex index) {
        int line = index.find(HeaderName.SESSION_EXPIRES, 0);
        if (line < 0) {
            return -1;
        }
        int end = index.valueEnd(line);
        int digit = index.valueStart(line, end);
        int few = Math.min(end, digit + 9);
        long seconds = 0;
        int i = digit;
        while (i < few && index.bytes[i] >= '0' && index.bytes[i] <= '9') {
            seconds = seconds * 10 + index.bytes[i++] - '0';
        }
        return i > digit && (i == end || index.bytes[i] == ';') ? seconds : -1;
    }
}

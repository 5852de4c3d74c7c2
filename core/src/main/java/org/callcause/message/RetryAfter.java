package org.callcause.message;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The value of a Retry-After header (RFC 3261 section 20.33): {@code 120 (in a meeting);duration=3600}.
 *
 * @param seconds how long to wait before trying again; a number beyond 2^32-1 is read as 2^32-1
 * @param comment the text in parentheses, without them
 * @param duration how many seconds the callee will then be reachable
 * @param raw the whole value
 */
public record RetryAfter(long seconds, Optional<String> comment, OptionalLong duration, String raw) {

    /** Reads a value; empty where it does not start with a number, as with a date, which SIP does not allow. */
    public static Optional<RetryAfter> parse(String text) {
        String raw = text.trim();
        int end = 0;
        while (end < raw.length() && raw.charAt(end) >= '0' && raw.charAt(end) <= '9') {
            end++;
        }
        long seconds = Lexical.number(raw.substring(0, end));
        String rest = raw.substring(end).trim();
        boolean wellFormed = rest.isEmpty() || rest.charAt(0) == '(' || rest.charAt(0) == ';';
        if (seconds < 0 || !wellFormed) {
            return Optional.empty();
        }
        if (rest.isEmpty()) {
            return Optional.of(new RetryAfter(bounded(seconds), Optional.empty(), OptionalLong.empty(), raw));
        }
        Optional<String> comment = Optional.empty();
        if (rest.startsWith("(")) {
            int close = Lexical.endOfComment(rest, 0);
            comment = Optional.of(rest.substring(1, close < 0 ? rest.length() : close));
            rest = close < 0 ? "" : rest.substring(close + 1).trim();
        }
        long duration =
                Parameters.parse(rest).value("duration").map(Lexical::number).orElse(-1L);
        return Optional.of(new RetryAfter(
                bounded(seconds),
                comment,
                duration < 0 ? OptionalLong.empty() : OptionalLong.of(bounded(duration)),
                raw));
    }

    private static long bounded(long seconds) {
        return Math.min(seconds, 0xFFFF_FFFFL);
    }

    /** The waiting time for people: {@code 120 s}. */
    @Override
    public String toString() {
        return seconds + " s";
    }
}

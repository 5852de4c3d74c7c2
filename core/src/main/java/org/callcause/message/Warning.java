package org.callcause.message;

/**
 * One value of a Warning header (RFC 3261 section 20.43): {@code 399 proxy.example.com "Call limit reached"}.
 *
 * @param code the number, three digits in a correct message; 0 where there is none
 * @param agent who warns: a host or a pseudonym
 * @param text the text without quotes
 * @param raw the whole value
 */
public record Warning(int code, String agent, String text, String raw) {

    /** Reads one value, leniently. */
    public static Warning parse(String value) {
        String raw = value.trim();
        int endOfCode = Lexical.endOfWord(raw, 0);
        long number = Lexical.number(raw.substring(0, endOfCode));
        boolean readable = number >= 0 && number <= Integer.MAX_VALUE;
        String rest = readable ? raw.substring(endOfCode).trim() : raw;
        int endOfAgent = rest.startsWith("\"") ? 0 : Lexical.endOfWord(rest, 0);
        return new Warning(
                readable ? (int) number : 0,
                rest.substring(0, endOfAgent),
                Lexical.unquote(rest.substring(endOfAgent).trim()),
                raw);
    }

    @Override
    public String toString() {
        return raw;
    }
}

package org.callcause.message;

import java.util.List;

/** Whether a value follows the grammar of RFC 3261 section 25.1, as far as a reader could stumble over it. */
final class Grammar {
    private Grammar() {}

    static boolean quotesClose(String value) {
        int open = value.indexOf('"');
        while (open >= 0) {
            int close = Lexical.endOfQuoted(value, open);
            if (close < 0) {
                return false;
            }
            open = value.indexOf('"', close + 1);
        }
        return true;
    }

    /** {@code name-addr}, {@code addr-spec} or {@code *}, and parameters. */
    static boolean isAddress(String value) {
        if (value.equals("*")) {
            return true;
        }
        int open = Lexical.indexOutsideQuotes(value, '<');
        if (open < 0) {
            int semicolon = value.indexOf(';');
            String uri = semicolon < 0 ? value : value.substring(0, semicolon);
            // Without brackets a comma or question mark could end the address or belong to it (section 20).
            return uri.indexOf('?') < 0
                    && uri.indexOf(',') < 0
                    && SipUri.parse(uri).isWellFormed()
                    && areParameters(value.substring(uri.length()));
        }
        int close = value.indexOf('>', open);
        return close > 0
                && isDisplayName(value.substring(0, open).trim())
                && isBracketed(value.substring(open + 1, close))
                && areParameters(value.substring(close + 1));
    }

    private static boolean isBracketed(String uri) {
        return uri.equals(uri.trim())
                && !uri.startsWith("<")
                && SipUri.parse(uri).isWellFormed();
    }

    private static boolean isDisplayName(String name) {
        return name.startsWith("\"") ? Lexical.endOfQuoted(name, 0) == name.length() - 1 : Lexical.isTokens(name);
    }

    /** Nothing, or parameters none of which is empty. */
    private static boolean areParameters(String text) {
        String trimmed = text.trim();
        if (trimmed.isEmpty()) {
            return true;
        }
        List<String> pieces = Lexical.split(trimmed, ';');
        return pieces.get(0).isEmpty()
                && pieces.subList(1, pieces.size()).stream()
                        .noneMatch(piece -> piece.isEmpty() || piece.startsWith("="));
    }

    static boolean isVia(String value) {
        int semicolon = Lexical.indexOutsideQuotes(value, ';');
        String address = semicolon < 0 ? value : value.substring(0, semicolon);
        String[] parts = address.split("/", 3);
        if (parts.length != 3 || !Lexical.isToken(parts[0].trim()) || !Lexical.isToken(parts[1].trim())) {
            return false;
        }
        String rest = parts[2].trim();
        int endOfTransport = Lexical.endOfWord(rest, 0);
        return Lexical.isToken(rest.substring(0, endOfTransport))
                && HostPort.parse(rest.substring(endOfTransport)).wellFormed()
                && areParameters(value.substring(address.length()));
    }

    static boolean isCallId(String value) {
        return !value.isEmpty() && Lexical.endOfWord(value, 0) == value.length();
    }

    static boolean isCSeq(String value) {
        int end = Lexical.endOfWord(value, 0);
        return isNumberUpTo(0xFFFF_FFFFL, value.substring(0, end))
                && Lexical.isToken(value.substring(end).trim());
    }

    static boolean isNumberUpTo(long most, String value) {
        long number = Lexical.number(value);
        return number >= 0 && number <= most;
    }

    static boolean isWarning(String value) {
        Warning warning = Warning.parse(value);
        return warning.code() >= 100
                && warning.code() <= 999
                && !warning.agent().isEmpty()
                && value.endsWith("\"");
    }

    static boolean isReason(String value) {
        Reason reason = Reason.parse(value);
        return Lexical.isToken(reason.protocol())
                && (reason.cause().isPresent() || !reason.parameters().has("cause"));
    }
}

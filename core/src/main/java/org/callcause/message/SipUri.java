package org.callcause.message;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A URI, read leniently: nothing is rejected, what cannot be read is left empty.
 *
 * @param scheme in lower case, {@code sip}, {@code sips}, {@code tel} or any other; empty where there is none
 * @param user what stands before the {@code @}, without a password, escapes as on the wire; for {@code tel} the number
 * @param host as on the wire, an IPv6 address in its brackets; empty for schemes without one
 * @param port the port, if the URI names one from 1 to 65535
 * @param parameters what follows the host
 * @param headers what follows the question mark, escapes as on the wire
 * @param raw the text of the URI
 */
public record SipUri(
        String scheme,
        Optional<String> user,
        String host,
        OptionalInt port,
        Parameters parameters,
        String headers,
        String raw) {

    /** Reads a URI; angle brackets around it are taken off. */
    public static SipUri parse(String text) {
        String raw = withoutBrackets(text.trim());
        int colon = raw.indexOf(':');
        String scheme =
                colon > 0 && isScheme(raw, colon) ? raw.substring(0, colon).toLowerCase(Locale.ROOT) : "";
        String rest = raw.substring(scheme.isEmpty() ? 0 : colon + 1);
        return switch (scheme) {
            case "sip", "sips", "im", "pres", "" -> hierarchical(scheme, rest, raw);
            case "tel" -> telephone(rest, raw);
            default -> new SipUri(scheme, Optional.empty(), "", OptionalInt.empty(), Parameters.NONE, "", raw);
        };
    }

    private static SipUri hierarchical(String scheme, String rest, String raw) {
        int at = endOfUser(rest);
        HostPort hostPort = HostPort.parse(rest.substring(at + 1, endOfHostPort(rest, at)));
        int question = rest.indexOf('?', at + 1);
        String headers = question < 0 ? "" : rest.substring(question + 1);
        String parameters = rest.substring(endOfHostPort(rest, at), question < 0 ? rest.length() : question);
        return new SipUri(
                scheme, user(rest, at), hostPort.host(), hostPort.port(), Parameters.parse(parameters), headers, raw);
    }

    private static SipUri telephone(String rest, String raw) {
        int semicolon = rest.indexOf(';');
        String number = semicolon < 0 ? rest : rest.substring(0, semicolon);
        Parameters parameters = semicolon < 0 ? Parameters.NONE : Parameters.parse(rest.substring(semicolon));
        return new SipUri("tel", Optional.of(number.trim()), "", OptionalInt.empty(), parameters, "", raw);
    }

    /**
     * Where the {@code @} behind the user stands, or -1. Semicolons and question marks may stand in a user (RFC 3261
     * section 25.1). An {@code @} may not, but senders forget to escape it: then the last one before the host's own
     * parameters counts.
     */
    private static int endOfUser(String rest) {
        int at = rest.indexOf('@');
        if (at >= 0) {
            for (int i = at + 1; i < rest.length() && rest.charAt(i) != ';' && rest.charAt(i) != '?'; i++) {
                if (rest.charAt(i) == '@') {
                    at = i;
                }
            }
        }
        return at;
    }

    private static int endOfHostPort(String rest, int at) {
        int end = at + 1;
        while (end < rest.length() && rest.charAt(end) != ';' && rest.charAt(end) != '?') {
            end++;
        }
        return end;
    }

    private static Optional<String> user(String rest, int at) {
        if (at < 0) {
            return Optional.empty();
        }
        int password = rest.indexOf(':');
        return Optional.of(rest.substring(0, password >= 0 && password < at ? password : at));
    }

    private static String withoutBrackets(String text) {
        if (!text.startsWith("<")) {
            return text;
        }
        return text.substring(1, text.endsWith(">") ? text.length() - 1 : text.length())
                .trim();
    }

    private static boolean isScheme(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            if (!letter && (i == 0 || ((c < '0' || c > '9') && c != '+' && c != '-' && c != '.'))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether it names a port that no host has: 0, or one above 65535. Such a place cannot be reached, and it is not the
     * one that a URI without a port means.
     */
    public boolean hasImpossiblePort() {
        if (port.isPresent() || host.isEmpty()) {
            return false;
        }
        String rest = raw.substring(scheme.isEmpty() ? 0 : scheme.length() + 1);
        int at = endOfUser(rest);
        return HostPort.hasImpossiblePort(rest.substring(at + 1, endOfHostPort(rest, at)));
    }

    /** Whether nothing had to be guessed: there is a scheme, for SIP a host, and no blank anywhere. */
    boolean isWellFormed() {
        if (scheme.isEmpty() || raw.length() == scheme.length() + 1 || Lexical.endOfWord(raw, 0) < raw.length()) {
            return false;
        }
        if (!scheme.equals("sip") && !scheme.equals("sips")) {
            return true;
        }
        String rest = raw.substring(scheme.length() + 1);
        int at = endOfUser(rest);
        return at != 0
                && HostPort.parse(rest.substring(at + 1, endOfHostPort(rest, at)))
                        .wellFormed();
    }

    @Override
    public String toString() {
        return raw;
    }
}

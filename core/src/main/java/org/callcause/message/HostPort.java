package org.callcause.message;

import java.util.OptionalInt;

/** {@code host[:port]}, as in a URI and in a Via. */
record HostPort(String host, OptionalInt port, boolean wellFormed) {
    static HostPort parse(String text) {
        String trimmed = text.trim();
        int colon = portColon(trimmed);
        if (colon < 0) {
            return new HostPort(trimmed, OptionalInt.empty(), isHost(trimmed));
        }
        String host = trimmed.substring(0, colon).trim();
        long port = Lexical.number(trimmed.substring(colon + 1).trim());
        return port > 0 && port <= 65535
                ? new HostPort(host, OptionalInt.of((int) port), isHost(host))
                : new HostPort(host, OptionalInt.empty(), false);
    }

    /** Whether the text names a port that no host has: 0, or one above 65535. */
    static boolean hasImpossiblePort(String text) {
        String trimmed = text.trim();
        int colon = portColon(trimmed);
        long port = colon < 0 ? -1 : Lexical.number(trimmed.substring(colon + 1).trim());
        return port == 0 || port > 65535;
    }

    /** IPv6 addresses belong in square brackets; where they are missing there is no telling a port from the address. */
    private static int portColon(String text) {
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            return close < 0 ? -1 : text.indexOf(':', close);
        }
        int colon = text.indexOf(':');
        return colon >= 0 && text.indexOf(':', colon + 1) >= 0 ? -1 : colon;
    }

    private static boolean isHost(String host) {
        if (host.startsWith("[")) {
            return host.endsWith("]");
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            // An underscore is not in the grammar, but in many names of hosts.
            if (!letterOrDigit && c != '-' && c != '.' && c != '_') {
                return false;
            }
        }
        return !host.isEmpty();
    }
}

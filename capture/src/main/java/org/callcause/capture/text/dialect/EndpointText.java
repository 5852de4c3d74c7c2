package org.callcause.capture.text.dialect;

import java.util.Locale;
import org.callcause.capture.text.line.Characters;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Transport;

/** Reads addresses and transports as logs write them. */
public final class EndpointText {

    private static final int MAX_PORT = 65_535;

    // How a socket for both address families shows an IPv4 address (RFC 4291 2.5.5.2).
    private static final String MAPPED = "::ffff:";

    private EndpointText() {}

    /**
     * The endpoint that the text stands for: {@code 192.0.2.1:5060}, {@code 192.0.2.1.5060}, {@code 192.0.2.1},
     * {@code 192.0.2.1/5060}, {@code [2001:db8::1]:5060}, {@code 2001:db8::1:5060}, {@code sip.example.com:5060}. Else,
     * and for the address that means none ({@code 0.0.0.0}), {@link Endpoint#UNKNOWN}.
     */
    public static Endpoint parse(String text) {
        int slash = text.lastIndexOf('/');
        return slash > 0 ? parse(text.substring(0, slash), text.substring(slash + 1)) : parsed(text);
    }

    /** The endpoint of a host and a port that stand apart. */
    public static Endpoint parse(String host, String port) {
        return endpoint(host, port);
    }

    /** Whether somebody has made the address unreadable: no digit is left in it. */
    public static boolean isMasked(Endpoint endpoint) {
        return endpoint.isKnown() && endpoint.host().chars().noneMatch(c -> c >= '0' && c <= '9');
    }

    private static Endpoint parsed(String text) {
        int bracket = text.indexOf(']');
        if (text.startsWith("[") && bracket > 0) {
            boolean port = bracket + 1 < text.length() && text.charAt(bracket + 1) == ':';
            return endpoint(text.substring(1, bracket), port ? text.substring(bracket + 2) : "");
        }
        int split = text.lastIndexOf(':');
        if (split < 0) {
            // tcpdump writes 192.0.2.1.5060: five numbers.
            long dots = text.chars().filter(c -> c == '.').count();
            if (dots == 3) {
                return isNumeric(text) ? new Endpoint(text, 0) : Endpoint.UNKNOWN;
            }
            split = dots == 4 && isNumeric(text) ? text.lastIndexOf('.') : -1;
        } else if (text.indexOf(':') != split && text.lastIndexOf('.') > split) {
            split = text.lastIndexOf('.');
        }
        return split < 0 ? Endpoint.UNKNOWN : endpoint(text.substring(0, split), text.substring(split + 1));
    }

    private static Endpoint endpoint(String written, String port) {
        String host = Characters.of(written).toLowerCase(Locale.ROOT);
        if (host.startsWith(MAPPED) && host.indexOf('.') > 0) {
            host = host.substring(MAPPED.length());
        }
        int number = 0;
        for (int i = 0; i < port.length(); i++) {
            int digit = port.charAt(i) - '0';
            if (digit < 0 || digit > 9 || number > MAX_PORT) {
                return Endpoint.UNKNOWN;
            }
            number = number * 10 + digit;
        }
        boolean plausible = number <= MAX_PORT
                && !host.isEmpty()
                && !host.equals("0.0.0.0")
                && !host.equals("::")
                && (host.indexOf('.') >= 0 || host.indexOf(':') < host.lastIndexOf(':') || host.equals("localhost"));
        return plausible ? new Endpoint(host, number) : Endpoint.UNKNOWN;
    }

    private static boolean isNumeric(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    /** The transport that a word stands for, in any case. */
    public static Transport transport(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "U", "UDP" -> Transport.UDP;
            case "T", "TCP" -> Transport.TCP;
            case "TLS", "SSL" -> Transport.TLS;
            case "SCTP" -> Transport.SCTP;
            case "WS" -> Transport.WS;
            case "WSS" -> Transport.WSS;
            default -> Transport.UNKNOWN;
        };
    }
}

package org.callcause.jainsip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.callcause.dialog.Endpoint;

/** Reads how the stack writes the ends of a path: {@code 192.0.2.1:5060}, {@code [2001:db8::1]:5060}. */
final class EndpointText {

    private EndpointText() {}

    static Endpoint read(String text) {
        int colon = text.lastIndexOf(':');
        int port = colon < 0 ? -1 : port(text.substring(colon + 1));
        if (port < 0) {
            return Endpoint.UNKNOWN;
        }
        String host = text.substring(0, colon).toLowerCase(Locale.ROOT);
        int start = host.startsWith("[") ? 1 : 0;
        int zone = host.indexOf('%');
        int end = zone >= 0 ? zone : host.endsWith("]") ? host.length() - 1 : host.length();
        // InetAddress writes "name/address".
        int slash = host.lastIndexOf('/');
        String address = host.substring(Math.max(start, slash + 1), end);
        return address.indexOf(':') < 0 ? new Endpoint(address, port) : ofIpv6(address, port);
    }

    /** The stack writes all groups, where captures and Via follow RFC 5952. A text with a colon is never looked up. */
    private static Endpoint ofIpv6(String address, int port) {
        try {
            return Endpoint.of(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (UnknownHostException noAddress) {
            return new Endpoint(address, port);
        }
    }

    private static int port(String digits) {
        try {
            int port = Integer.parseInt(digits);
            return port <= 65_535 ? port : -1;
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}

package org.callcause.cli;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a feed comes in, as an option says it.
 *
 * @param transport {@code udp}, {@code tcp} or {@code tls}
 * @param address the address to listen at
 */
record FeedAddress(String transport, InetSocketAddress address) {

    private static final Pattern FORM =
            Pattern.compile("(?:(udp|tcp|tls):)?(?:(?:\\[(.+)]|([^:\\[\\]]+)):)?(\\d{1,5})");

    /** Reads {@code udp:9060}, {@code 192.0.2.1:9060}, {@code tcp:[::1]:9060}, or a port alone. */
    static FeedAddress of(String option, String text, String usualTransport, String usualHost) {
        Matcher matcher = FORM.matcher(text.toLowerCase(Locale.ROOT));
        int port = matcher.matches() ? Integer.parseInt(matcher.group(4)) : -1;
        if (port < 0 || port > 65_535) {
            throw CommandException.badInput(
                    option + " " + text + ": not of the form [HOST:]PORT with a port up to 65535");
        }
        String transport = matcher.group(1) == null ? usualTransport : matcher.group(1);
        String host = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
        InetSocketAddress address = new InetSocketAddress(host == null || host.equals("*") ? usualHost : host, port);
        if (address.isUnresolved()) {
            throw CommandException.badInput(option + " " + text + ": no such host");
        }
        return new FeedAddress(transport, address);
    }
}

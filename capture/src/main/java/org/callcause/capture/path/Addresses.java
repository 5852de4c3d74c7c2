package org.callcause.capture.path;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.callcause.dialog.Endpoint;
import org.callcause.message.NameAddress;
import org.callcause.message.SipRequest;
import org.callcause.message.SipUri;
import org.callcause.message.Via;

/** The endpoints that the values of headers name. */
public final class Addresses {

    private static final int SIP_PORT = 5060;
    private static final int SIPS_PORT = 5061;

    private Addresses() {}

    /** Where the element listens that added a Via (RFC 3261 18.2.2 gives the port that is left out). */
    static Endpoint sentBy(Via via) {
        boolean secure = via.transport().equalsIgnoreCase("TLS");
        return via.hasImpossiblePort()
                ? Endpoint.UNKNOWN
                : endpoint(via.host(), via.port(), secure ? SIPS_PORT : SIP_PORT);
    }

    /** Where a request came from, when its receiver noted that in the Via (RFC 3261 18.2.1, RFC 3581 4). */
    static Optional<Endpoint> source(Via via) {
        Optional<String> rport = via.rport().filter(port -> !port.isEmpty());
        if (via.received().isEmpty() && rport.isEmpty()) {
            return Optional.empty();
        }
        Endpoint sentBy = sentBy(via);
        String host = via.received().orElse(sentBy.host());
        return Optional.of(endpoint(host, rport.map(Addresses::port).orElse(via.port()), sentBy.port()));
    }

    /** The host and port of a URI. */
    static Endpoint of(SipUri uri) {
        boolean secure = uri.scheme().equals("sips")
                || uri.parameters()
                        .value("transport")
                        .filter("tls"::equalsIgnoreCase)
                        .isPresent();
        return uri.hasImpossiblePort()
                ? Endpoint.UNKNOWN
                : endpoint(uri.host(), uri.port(), secure ? SIPS_PORT : SIP_PORT);
    }

    /** Where a request goes next: the first Route that is not the sender's own, else the Request-URI (RFC 3261 8.1.2). */
    public static Endpoint nextHop(SipRequest request, Endpoint sender) {
        for (NameAddress route : request.routes()) {
            Endpoint endpoint = of(route.uri());
            if (route.uri().hasImpossiblePort()) {
                return endpoint;
            }
            if (endpoint.isKnown() && !endpoint.host().equals(sender.host())) {
                return endpoint;
            }
        }
        return of(request.uri());
    }

    /** Whether the host is an IP address and not a name. */
    static boolean isNumeric(Endpoint endpoint) {
        String host = endpoint.host();
        return host.indexOf(':') >= 0
                || (!host.isEmpty() && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
    }

    private static OptionalInt port(String text) {
        try {
            int port = Integer.parseInt(text.trim());
            return isPort(port) ? OptionalInt.of(port) : OptionalInt.empty();
        } catch (NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }

    private static Endpoint endpoint(String host, OptionalInt port, int usual) {
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        int number = port.orElse(usual);
        return isPort(number) && !bare.isEmpty()
                ? new Endpoint(bare.toLowerCase(Locale.ROOT), number)
                : Endpoint.UNKNOWN;
    }

    private static boolean isPort(int number) {
        return number > 0 && number <= 65_535;
    }
}

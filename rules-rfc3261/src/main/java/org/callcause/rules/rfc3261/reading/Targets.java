package org.callcause.rules.rfc3261.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.HeaderName;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipUri;

/** Where a request inside a dialog has to go: the peer's Contact and the route set (RFC 3261 12.2.1.1). */
public final class Targets {

    /** RFC 3261 18.2.2: where a sent-by or a URI names no port. */
    static final int DEFAULT_PORT = 5060;

    private Targets() {}

    /** Whether both name the same place, and no two different users there; parameters do not count. */
    public static boolean same(SipUri one, SipUri other) {
        boolean differentUsers = one.user().isPresent()
                && other.user().isPresent()
                && !one.user().equals(other.user());
        return !differentUsers && samePlace(one, other);
    }

    private static boolean samePlace(SipUri one, SipUri other) {
        return HostKind.isSame(one.host(), other.host())
                && one.port().orElse(DEFAULT_PORT) == other.port().orElse(DEFAULT_PORT);
    }

    /**
     * Whether the request goes to the Contact that the message of the peer gave. Nearly always the text says so at once;
     * only else are the two read.
     */
    public static boolean isAimedAtContact(SipRequest request, SipMessage peer) {
        Optional<String> contact = peer.header(HeaderName.CONTACT);
        if (contact.isEmpty() || contact.get().contains("<" + request.requestUri() + ">")) {
            return true;
        }
        SipUri target = request.uri();
        return peer.contacts().stream().map(NameAddress::uri).anyMatch(uri -> same(uri, target));
    }

    /** Whether the request goes to where the peer's messages really come from, as a repair of NAT makes it. */
    public static boolean isAimedAt(SipRequest request, Endpoint peer) {
        SipUri target = request.uri();
        return HostKind.isSame(target.host(), peer.host()) && target.port().orElse(DEFAULT_PORT) == peer.port();
    }

    /** The places of a Record-Route or Route, as {@code host:port}, in the order of the message. */
    public static List<String> places(List<NameAddress> route) {
        List<String> places = new ArrayList<>(route.size());
        for (NameAddress address : route) {
            SipUri uri = address.uri();
            places.add(uri.host().toLowerCase(Locale.ROOT) + ":" + uri.port().orElse(DEFAULT_PORT));
        }
        return places;
    }

    /** The route set of the side that sent the INVITE, from the 2xx as it got it: the other way round. */
    public static List<String> callersRouteSet(TrackedMessage success) {
        List<String> places = places(success.message().recordRoutes());
        Collections.reverse(places);
        return places;
    }

    /** Whether all routes loosely route: without {@code lr} the Request-URI and the Routes change places. */
    public static boolean isLoose(List<NameAddress> routes) {
        return routes.stream().allMatch(route -> route.uri().parameters().has("lr"));
    }

    /** Whether the routes of a request are the route set, perhaps behind an outbound proxy that the sender adds. */
    public static boolean follows(List<String> routes, List<String> routeSet) {
        int added = routes.size() - routeSet.size();
        return added >= 0 && routes.subList(added, routes.size()).equals(routeSet);
    }
}

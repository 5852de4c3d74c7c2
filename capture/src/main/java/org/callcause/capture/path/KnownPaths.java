package org.callcause.capture.path;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callcause.capture.source.Direction;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;
import org.callcause.message.Via;

/** What the messages of one log have told so far of who sits where. */
final class KnownPaths {

    private static final int MOST_LOCAL = 16;

    /** By the branch of a request: its ends, as far as they were seen or worked out. */
    private final Recent<Path> paths = new Recent<>();

    /** By the branch of a request: the element that received it and added its own Via above. */
    private final Recent<Endpoint> receivers = new Recent<>();

    /** By the branch of a request: who seems to have answered it. */
    private final Recent<Endpoint> answerers = new Recent<>();

    /** By the branch of a request: the name that it was sent to, with the Call-ID. */
    private final Recent<String> namesAsked = new Recent<>();

    /** By Call-ID and name: the proxy that answered there and put itself into the route. */
    private final Recent<Endpoint> proxies = new Recent<>();

    /** By Call-ID and sent-by: the address that the receiver saw behind it. */
    private final Recent<Endpoint> sources = new Recent<>();

    /** The addresses of the element that wrote the log. */
    private final Set<Endpoint> local = new LinkedHashSet<>();

    void learn(CapturedMessage captured, String key, Direction direction) {
        SipMessage message = captured.message();
        List<Via> vias = message.vias();
        String callId = message.callId().orElse("");
        for (int i = 0; i < vias.size(); i++) {
            Via via = vias.get(i);
            Addresses.source(via)
                    .filter(Endpoint::isKnown)
                    .ifPresent(source -> sources.put(callId + '|' + via.sentBy(), source));
            if (i > 0) {
                receivers.put(key(via, callId), Addresses.sentBy(vias.get(i - 1)));
            }
        }
        if (vias.isEmpty()) {
            return;
        }
        boolean request = message instanceof SipRequest;
        if ((direction == Direction.SENT) == request && direction != Direction.UNKNOWN) {
            learnLocal(Addresses.sentBy(vias.get(0)));
        }
        if (message instanceof SipRequest sent) {
            Endpoint next = Addresses.nextHop(sent, Addresses.sentBy(vias.get(0)));
            if (next.isKnown() && !Addresses.isNumeric(next)) {
                namesAsked.put(key, named(callId, next));
            }
        } else if (vias.size() == 1 && namesItsSender((SipResponse) message)) {
            answerer(message).ifPresent(endpoint -> answered(message, key, endpoint));
        }
        remember(message, key, captured.from(), captured.to());
    }

    /** The Contact of a redirection is where to go instead, and those of a registration are the client's own. */
    private static boolean namesItsSender(SipResponse response) {
        return response.status() > 100
                && response.status() < 300
                && !response.sequenceMethod().equals(Method.REGISTER);
    }

    /** A proxy in the Record-Route is the element that was asked; a Contact may be of one behind it. */
    private void answered(SipMessage response, String key, Endpoint endpoint) {
        answerers.put(key, endpoint);
        if (!response.recordRoutes().isEmpty()) {
            namesAsked.get(key).ifPresent(name -> proxies.put(name, endpoint));
        }
    }

    private static String named(String callId, Endpoint name) {
        return callId + '|' + name;
    }

    private void learnLocal(Endpoint endpoint) {
        if (endpoint.isKnown() && local.size() < MOST_LOCAL) {
            local.add(endpoint);
        }
    }

    /** The proxy next to the client stands last in Record-Route (RFC 3261 16.6 step 4); without one, the Contact. */
    private static Optional<Endpoint> answerer(SipMessage response) {
        List<NameAddress> proxies = response.recordRoutes();
        List<NameAddress> shown = proxies.isEmpty() ? response.contacts() : proxies;
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(Addresses.of(shown.get(shown.size() - 1).uri())).filter(Endpoint::isKnown);
    }

    /** Keeps what is known of the ends of a message for the others of its transaction. */
    void remember(SipMessage message, String key, Endpoint from, Endpoint to) {
        if (!key.isEmpty()) {
            Path path = message instanceof SipRequest ? new Path(from, to) : new Path(to, from);
            paths.put(key, path.or(paths.get(key).orElse(Path.UNKNOWN)));
        }
    }

    /** What other messages of the same transaction have shown of its ends. */
    Path pathOf(String key) {
        return paths.get(key).orElse(Path.UNKNOWN);
    }

    /** The element that is seen to have passed a request on. */
    Optional<Endpoint> receiverOf(String key) {
        return receivers.get(key).filter(Endpoint::isKnown);
    }

    /** The element that is seen to have answered a request. */
    Optional<Endpoint> answererOf(String key) {
        return answerers.get(key);
    }

    /** The proxy that requests of the same call reached under this name. */
    Optional<Endpoint> proxyNamed(SipMessage message, Endpoint name) {
        return proxies.get(named(message.callId().orElse(""), name));
    }

    /** Where the element that added this Via sends from, as the other side saw it. */
    Endpoint sourceOf(SipMessage message, Via via) {
        return Addresses.source(via)
                .filter(Endpoint::isKnown)
                .or(() -> sources.get(message.callId().orElse("") + '|' + via.sentBy()))
                .orElseGet(() -> Addresses.sentBy(via));
    }

    /** The address that was seen behind one that a message of the same call names, as a Contact does behind a NAT. */
    Endpoint sourceBehind(SipMessage message, Endpoint named) {
        String callId = message.callId().orElse("");
        return sources.get(callId + '|' + named.host() + ':' + named.port())
                .or(() -> sources.get(callId + '|' + named.host()))
                .orElse(named);
    }

    /** The address of the element that wrote the log: the one that was meant if it is known, else the likeliest. */
    Endpoint local(Endpoint meant) {
        if (local.isEmpty() || local.contains(meant)) {
            return meant;
        }
        List<Endpoint> samePort = new ArrayList<>(local);
        samePort.removeIf(endpoint -> endpoint.port() != meant.port());
        return samePort.isEmpty() ? local.iterator().next() : samePort.get(0);
    }

    /** What the messages of one transaction have in common; empty for a message without a Via. */
    static String key(SipMessage message) {
        return message.topVia()
                .map(via -> key(via, message.callId().orElse("")))
                .orElse("");
    }

    /** A branch without the cookie of RFC 3261 8.1.1.7 is not unique, so the Via's host and the call belong to it. */
    private static String key(Via via, String callId) {
        return via.branch().orElse("") + '|' + via.sentBy() + '|' + callId;
    }
}

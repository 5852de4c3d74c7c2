package org.callcause.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is left of a message when its names, numbers and wording are taken away: two messages with the same outline put
 * the same questions to a parser.
 */
final class MessageOutline {
    private static final Set<String> TRANSPORTS = Set.of("UDP", "TCP", "TLS", "SCTP");
    private static final Pattern HOST_NAME = Pattern.compile("[a-zA-Z][\\w.-]*");
    private static final Pattern IPV4 = Pattern.compile("[\\d.]+");

    private MessageOutline() {}

    static List<String> of(SipMessage message) {
        List<String> outline = new ArrayList<>();
        if (message instanceof SipRequest request) {
            outline.add("request " + method(request.method()) + uri(request.uri()));
        } else if (message instanceof SipResponse response) {
            outline.add("response " + response.status() + " phrase " + isThere(response.reasonPhrase()));
        }
        for (Header header : message.headers()) {
            String name = header.name().id() > 0 ? header.name().canonical() : "extension";
            String form = header.rawName().length() == 1 ? " compact" : "";
            outline.add(name + form + (header.line().contains("\n") ? " folded" : ""));
        }
        outline.add("from " + address(message.from()) + ", to " + address(message.to()));
        message.contacts().forEach(contact -> outline.add("contact " + address(Optional.of(contact))));
        message.routes().forEach(route -> outline.add("route " + address(Optional.of(route))));
        message.vias().forEach(via -> outline.add("via " + via(via)));
        String method = message.cseq().map(cseq -> method(cseq.method())).orElse("unreadable");
        outline.add("cseq " + method + ", max-forwards " + message.maxForwards().isPresent());
        outline.add("body " + (message.bodyLength() > 0) + ", length " + isExact(message));
        message.sdp()
                .ifPresent(sdp -> sdp.media()
                        .forEach(media -> outline.add(media.type() + " " + media.formats() + " "
                                + host(media.connectionAddress().orElse("")))));
        return outline;
    }

    private static String isExact(SipMessage message) {
        if (message.contentLength().isEmpty()) {
            return "unknown";
        }
        return message.contentLength().getAsLong() == message.bodyLength() ? "exact" : "wrong";
    }

    private static String method(Method method) {
        return List.of(Method.INVITE, Method.OPTIONS, Method.REGISTER, Method.BYE, Method.MESSAGE)
                        .contains(method)
                ? method.name()
                : "other";
    }

    private static String address(Optional<NameAddress> address) {
        return address.map(found -> "name " + isThere(found.displayName()) + uri(found.uri()) + ", tag "
                        + found.tag().isPresent() + ", "
                        + found.parameters().all().size() + " parameters")
                .orElse("absent");
    }

    private static String uri(SipUri uri) {
        String scheme = uri.scheme().startsWith("sip") ? uri.scheme() : "other";
        return " uri " + scheme + ", user " + uri.user().isPresent() + ", host " + host(uri.host()) + ", port "
                + uri.port().isPresent() + ", " + uri.parameters().all().size() + " parameters, headers "
                + isThere(uri.headers());
    }

    private static String via(Via via) {
        String transport = TRANSPORTS.contains(via.transport()) ? via.transport() : "other";
        String branch = via.branch()
                .map(value -> value.startsWith("z9hG4bK") ? "cookie" : "no cookie")
                .orElse("no branch");
        return transport + " " + host(via.host()) + " " + via.port().isPresent() + " " + branch + " "
                + via.received().map(MessageOutline::host) + " " + via.rport();
    }

    private static String host(String host) {
        if (IPV4.matcher(host).matches()) {
            return "IPv4";
        }
        if (host.isEmpty() || HOST_NAME.matcher(host).matches()) {
            return host.isEmpty() ? "no host" : "name";
        }
        String kind = host.contains(":::") ? "IPv6 with three colons" : host.contains(".") ? "IPv6 with IPv4" : "IPv6";
        return host.startsWith("[") ? kind + " in brackets" : kind;
    }

    private static boolean isThere(String text) {
        return !text.isEmpty();
    }
}

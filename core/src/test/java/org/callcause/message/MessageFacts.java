package org.callcause.message;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a message says, asked for by name and answered as text: the vocabulary of the tables of tortuous messages. */
final class MessageFacts {
    private MessageFacts() {}

    /** The fact, empty where it is absent; lists with blanks between. Control characters become {@code \xNN}. */
    static String of(SipMessage message, String fact) {
        if (fact.startsWith("header ")) {
            return shown(String.join(" | ", message.headerValues(fact.substring(7))));
        }
        if (fact.endsWith(".length")) {
            return fact.equals("body.length")
                    ? String.valueOf(message.bodyLength())
                    : String.valueOf(
                            of(message, fact.substring(0, fact.length() - 7)).length());
        }
        int dot = fact.indexOf('.');
        String part = fact.substring(dot + 1);
        return shown(
                switch (dot < 0 ? fact : fact.substring(0, dot)) {
                    case "uri" ->
                        dot < 0
                                ? request(message).requestUri()
                                : uri(request(message).uri(), part);
                    case "from" -> address(message.from(), part);
                    case "to" -> address(message.to(), part);
                    case "contact" -> address(message.contacts().stream().findFirst(), part);
                    case "vias" -> vias(message.vias(), dot < 0 ? "" : part);
                    case "warning" -> warning(message.warnings().get(0), part);
                    default -> simple(message, fact);
                });
    }

    private static SipRequest request(SipMessage message) {
        return (SipRequest) message;
    }

    private static SipResponse response(SipMessage message) {
        return (SipResponse) message;
    }

    private static String simple(SipMessage message, String fact) {
        return switch (fact) {
            case "method" -> request(message).method().name();
            case "status" -> String.valueOf(response(message).status());
            case "phrase" -> response(message).reasonPhrase();
            case "call-id" -> message.callId().orElse("");
            case "cseq" -> text(message.cseq());
            case "max-forwards" -> text(message.maxForwards().stream().boxed());
            case "expires" -> text(message.expires().stream().boxed());
            case "content-length" -> text(message.contentLength().stream().boxed());
            case "retry-after" -> text(message.retryAfter().stream().map(RetryAfter::seconds));
            case "user-agent" -> message.userAgent().orElse("");
            case "transports" -> text(message.vias().stream().map(Via::transport));
            case "branches" -> text(message.vias().stream().flatMap(via -> via.branch().stream()));
            case "received" -> text(message.vias().stream().flatMap(via -> via.received().stream()));
            case "rport" -> text(message.vias().stream().flatMap(via -> via.rport().stream()));
            case "contacts" -> uris(message.contacts());
            case "routes" -> uris(message.routes());
            case "credentials" ->
                text(message.credentials().stream().map(each -> each.scheme() + " " + each.parameters()));
            case "media" ->
                text(message.sdp().stream().flatMap(sdp -> sdp.media().stream()).map(MessageFacts::media));
            default -> throw new IllegalArgumentException(fact);
        };
    }

    private static String address(Optional<NameAddress> address, String part) {
        return address.map(found -> switch (part) {
                    case "name" -> found.displayName();
                    case "tag" -> found.tag().orElse("");
                    case "uri" -> found.uri().raw();
                    case "parameters" -> found.parameters().toString();
                    default -> uri(found.uri(), part.substring("uri.".length()));
                })
                .orElse("");
    }

    private static String uri(SipUri uri, String part) {
        return switch (part) {
            case "scheme" -> uri.scheme();
            case "user" -> uri.user().orElse("");
            case "host" -> uri.host();
            case "port" -> text(uri.port().stream().boxed());
            case "parameters" -> uri.parameters().toString();
            case "headers" -> uri.headers();
            default -> throw new IllegalArgumentException(part);
        };
    }

    private static String vias(List<Via> vias, String part) {
        return switch (part) {
            case "count" -> String.valueOf(vias.size());
            case "first" -> vias.get(0).sentBy();
            case "last" -> vias.get(vias.size() - 1).sentBy();
            default -> text(vias.stream().map(Via::sentBy));
        };
    }

    private static String warning(Warning warning, String part) {
        return part.equals("code") ? String.valueOf(warning.code()) : warning.text();
    }

    private static String media(Media media) {
        return media.type() + ":" + media.port() + "@"
                + media.connectionAddress().orElse("");
    }

    private static String uris(List<NameAddress> addresses) {
        return text(addresses.stream().map(address -> address.uri().raw()));
    }

    private static String text(Optional<?> value) {
        return text(value.stream());
    }

    private static String text(Stream<?> values) {
        return values.map(String::valueOf).collect(joining(" "));
    }

    private static String shown(String text) {
        Function<Integer, String> shown = c -> c < ' ' || c == 0x7F ? "\\x%02X".formatted(c) : Character.toString(c);
        return text.codePoints().boxed().map(shown).collect(joining());
    }
}

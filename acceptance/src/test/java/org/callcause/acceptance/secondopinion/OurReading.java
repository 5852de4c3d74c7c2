package org.callcause.acceptance.secondopinion;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.callcause.message.Challenge;
import org.callcause.message.Credentials;
import org.callcause.message.HeaderName;
import org.callcause.message.NameAddress;
import org.callcause.message.Parameters;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;
import org.callcause.message.SipUri;
import org.callcause.message.Via;
import org.callcause.message.Warning;

/** What Callcause reads in a message, in words that {@link TheirReading} can be compared with. */
final class OurReading {

    private OurReading() {}

    static List<String> of(Fact fact, SipMessage message) {
        return switch (fact) {
            case METHOD -> request(message, request -> request.method().toString());
            case REQUEST_URI -> request(message, request -> uri(request.uri()));
            case STATUS -> response(message, response -> String.valueOf(response.status()));
            case REASON_PHRASE -> response(message, SipResponse::reasonPhrase);
            case CALL_ID -> message.callId().stream().toList();
            case CSEQ -> message.cseq().stream().map(String::valueOf).toList();
            case FROM -> addresses(message.from().stream());
            case FROM_TAG -> message.fromTag().stream().toList();
            case TO -> addresses(message.to().stream());
            case TO_TAG -> message.toTag().stream().toList();
            case VIA -> message.vias().stream().map(OurReading::via).toList();
            case CONTACT -> addresses(message.contacts().stream());
            case ROUTE -> addresses(message.routes().stream());
            case RECORD_ROUTE -> addresses(message.recordRoutes().stream());
            case REFER_TO -> addresses(message.nameAddresses(HeaderName.REFER_TO).stream());
            case MAX_FORWARDS ->
                message.maxForwards().stream().mapToObj(String::valueOf).toList();
            case EXPIRES -> message.expires().stream().mapToObj(String::valueOf).toList();
            case CONTENT_LENGTH ->
                message.contentLength().stream().mapToObj(String::valueOf).toList();
            case CONTENT_TYPE ->
                message.contentType().stream().map(OurReading::mediaType).toList();
            case RETRY_AFTER ->
                message.retryAfter().stream()
                        .map(value -> value.seconds() + " " + value.comment().orElse("") + " "
                                + value.duration().orElse(-1))
                        .toList();
            case REASON ->
                message.reasons().stream()
                        .map(reason -> reason.protocol() + " " + reason.cause().orElse(-1) + " "
                                + reason.text().orElse(""))
                        .toList();
            case WARNING -> message.warnings().stream().map(OurReading::warning).toList();
            case SESSION_EXPIRES ->
                message.sessionExpires().stream()
                        .map(value -> value.seconds() + " " + value.refresher().orElse(""))
                        .toList();
            case CHALLENGE ->
                message.challenges().stream().map(OurReading::challenge).toList();
            case CREDENTIALS ->
                message.credentials().stream().map(OurReading::credentials).toList();
        };
    }

    private static List<String> request(SipMessage message, Function<SipRequest, String> value) {
        return message instanceof SipRequest request ? List.of(value.apply(request)) : List.of();
    }

    private static List<String> response(SipMessage message, Function<SipResponse, String> value) {
        return message instanceof SipResponse response ? List.of(value.apply(response)) : List.of();
    }

    private static List<String> addresses(Stream<NameAddress> addresses) {
        return addresses
                .map(address -> address.displayName() + " " + uri(address.uri()))
                .toList();
    }

    private static String uri(SipUri uri) {
        return uri.scheme().equals("sip") || uri.scheme().equals("sips")
                ? uri.scheme() + " " + uri.user().orElse("") + " " + uri.host() + " "
                        + uri.port().orElse(-1)
                : uri.raw();
    }

    private static String via(Via via) {
        return via.transport() + " " + via.host() + " " + via.port().orElse(-1) + " "
                + via.branch().orElse("") + " " + via.received().orElse("") + " "
                + via.rport().filter(port -> !port.isEmpty()).orElse("-1");
    }

    private static String mediaType(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    }

    private static String warning(Warning warning) {
        return warning.code() + " " + warning.agent() + " " + warning.text();
    }

    private static String challenge(Challenge challenge) {
        return authentication(challenge.scheme(), challenge.parameters(), "realm", "nonce", "algorithm", "qop");
    }

    private static String credentials(Credentials credentials) {
        return authentication(
                credentials.scheme(), credentials.parameters(), "username", "realm", "nonce", "uri", "response");
    }

    private static String authentication(String scheme, Parameters parameters, String... names) {
        return scheme
                + Stream.of(names)
                        .map(parameters::value)
                        .map(value -> " " + value.orElse(""))
                        .reduce("", String::concat);
    }
}

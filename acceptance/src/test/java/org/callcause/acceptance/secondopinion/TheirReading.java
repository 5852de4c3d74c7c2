package org.callcause.acceptance.secondopinion;

import gov.nist.javax.sip.address.AddressImpl;
import gov.nist.javax.sip.address.SipUri;
import gov.nist.javax.sip.header.AuthenticationHeader;
import gov.nist.javax.sip.header.SIPHeader;
import gov.nist.javax.sip.header.extensions.SessionExpires;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sip.address.Address;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContentLengthHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.HeaderAddress;
import javax.sip.header.MaxForwardsHeader;
import javax.sip.header.ReasonHeader;
import javax.sip.header.RetryAfterHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.header.WarningHeader;
import org.jspecify.annotations.Nullable;

/** What jain-sip-ri reads in a message, in the words of {@link OurReading}. */
final class TheirReading {

    private TheirReading() {}

    /** Lenient, as stacks use it: a header that cannot be read is left out. Empty where nothing can be read at all. */
    static Optional<SIPMessage> parse(byte[] bytes) {
        try {
            return Optional.ofNullable(new StringMsgParser()
                    .parseSIPMessage(bytes, true, false, (thrown, message, type, header, text) -> {}));
        } catch (ParseException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** Empty also where the value makes the parser throw when it is asked for. */
    static List<String> of(Fact fact, SIPMessage message) {
        try {
            return read(fact, message);
        } catch (RuntimeException unreadable) {
            return List.of();
        }
    }

    private static List<String> read(Fact fact, SIPMessage message) {
        return switch (fact) {
            case METHOD -> message instanceof SIPRequest request ? one(request.getMethod()) : List.of();
            case REQUEST_URI ->
                message instanceof SIPRequest request ? List.of(uri(request.getRequestURI())) : List.of();
            case STATUS ->
                message instanceof SIPResponse response ? List.of(String.valueOf(response.getStatusCode())) : List.of();
            case REASON_PHRASE -> message instanceof SIPResponse response ? one(response.getReasonPhrase()) : List.of();
            case CALL_ID -> all(message, "Call-ID", CallIdHeader.class, CallIdHeader::getCallId);
            case CSEQ ->
                all(message, "CSeq", CSeqHeader.class, value -> value.getSeqNumber() + " " + value.getMethod());
            case FROM -> addresses(message, "From");
            case FROM_TAG -> all(message, "From", FromHeader.class, FromHeader::getTag);
            case TO -> addresses(message, "To");
            case TO_TAG -> all(message, "To", ToHeader.class, ToHeader::getTag);
            case VIA -> all(message, "Via", ViaHeader.class, TheirReading::via);
            case CONTACT -> addresses(message, "Contact");
            case ROUTE -> addresses(message, "Route");
            case RECORD_ROUTE -> addresses(message, "Record-Route");
            case REFER_TO -> addresses(message, "Refer-To");
            case MAX_FORWARDS ->
                all(message, "Max-Forwards", MaxForwardsHeader.class, value -> String.valueOf(value.getMaxForwards()));
            case EXPIRES -> all(message, "Expires", ExpiresHeader.class, value -> String.valueOf(value.getExpires()));
            case CONTENT_LENGTH ->
                all(
                        message,
                        "Content-Length",
                        ContentLengthHeader.class,
                        value -> String.valueOf(value.getContentLength()));
            case CONTENT_TYPE ->
                all(
                        message,
                        "Content-Type",
                        ContentTypeHeader.class,
                        value -> value.getContentType() + "/" + value.getContentSubType());
            case RETRY_AFTER ->
                all(
                        message,
                        "Retry-After",
                        RetryAfterHeader.class,
                        value -> value.getRetryAfter() + " " + text(value.getComment()) + " "
                                + (value.getDuration() > 0 ? value.getDuration() : -1));
            case REASON ->
                all(
                        message,
                        "Reason",
                        ReasonHeader.class,
                        value -> value.getProtocol() + " " + value.getCause() + " " + text(value.getText()));
            case WARNING ->
                all(
                        message,
                        "Warning",
                        WarningHeader.class,
                        value -> value.getCode() + " " + value.getAgent() + " " + value.getText());
            case SESSION_EXPIRES ->
                all(
                        message,
                        "Session-Expires",
                        SessionExpires.class,
                        value -> value.getExpires() + " " + text(value.getRefresher()));
            case CHALLENGE ->
                Stream.of("WWW-Authenticate", "Proxy-Authenticate")
                        .flatMap(name -> authentication(message, name, "realm", "nonce", "algorithm", "qop"))
                        .toList();
            case CREDENTIALS ->
                Stream.of("Authorization", "Proxy-Authorization")
                        .flatMap(name -> authentication(message, name, "username", "realm", "nonce", "uri", "response"))
                        .toList();
        };
    }

    private static List<String> one(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static <T> List<String> all(
            SIPMessage message, String name, Class<T> type, Function<T, @Nullable String> value) {
        List<String> values = new ArrayList<>();
        for (Iterator<SIPHeader> headers = message.getHeaders(name); headers.hasNext(); ) {
            SIPHeader header = headers.next();
            String read = type.isInstance(header) ? value.apply(type.cast(header)) : null;
            if (read != null && !read.isBlank()) {
                values.add(read);
            }
        }
        return values;
    }

    private static List<String> addresses(SIPMessage message, String name) {
        return all(message, name, HeaderAddress.class, value -> address(value.getAddress()));
    }

    private static String address(Address address) {
        return address instanceof AddressImpl all && all.isWildcard()
                ? " *"
                : text(address.getDisplayName()) + " " + uri(address.getURI());
    }

    private static String uri(URI uri) {
        return uri instanceof SipUri sip
                ? sip.getScheme() + " " + text(sip.getUser()) + " " + sip.getHost() + " " + sip.getPort()
                : uri.toString();
    }

    private static String via(ViaHeader via) {
        return via.getTransport() + " " + via.getHost() + " " + via.getPort() + " " + text(via.getBranch()) + " "
                + text(via.getReceived()) + " " + via.getRPort();
    }

    private static Stream<String> authentication(SIPMessage message, String header, String... names) {
        return all(
                message,
                header,
                AuthenticationHeader.class,
                value -> value.getScheme()
                        + Stream.of(names)
                                .map(name -> " " + text(value.getParameter(name)))
                                .reduce("", String::concat))
                .stream();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}

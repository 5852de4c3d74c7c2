package org.callcause.rules.teams.recognition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.message.Header;
import org.callcause.message.HeaderName;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;

/** What Microsoft's proxy writes into its own messages. */
final class ProxyMarks {

    private static final String PRODUCT = "microsoft.pstnhub.sipproxy";

    /** Commercial cloud and government clouds; the exact names are in {@code proxy-names.tsv}. */
    private static final List<String> DOMAINS =
            List.of(".pstnhub.microsoft.com", ".pstnhub.gov.teams.microsoft.us", ".pstnhub.dod.teams.microsoft.us");

    private static final String ALLOW = "INVITE,ACK,OPTIONS,CANCEL,BYE,NOTIFY";

    /** {@code i.EUNO.0}: the region and the number of the instance. */
    private static final Pattern INSTANCE = Pattern.compile("\\bi\\.([A-Z0-9]+)\\.\\d+");

    private static final HeaderName TENANT = HeaderName.of("X-MS-TenantID");
    private static final HeaderName MOBILE = HeaderName.of("X-MS-FMC");
    private static final List<HeaderName> OF_PROXY = List.of(
            HeaderName.of("X-MS-UserLocation"), HeaderName.of("X-MS-MediaPath"), HeaderName.of("X-MS-UserSite"));

    private ProxyMarks() {}

    /** Whether the host is one of Microsoft's proxies by name or by address. */
    static boolean isProxyHost(String host) {
        return isProxyName(host) || AddressRanges.hold(host);
    }

    static boolean isProxyName(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return DOMAINS.stream().anyMatch(lower::endsWith);
    }

    /** Whether the message names the proxy as the software that made it, or carries what only the proxy adds. */
    static boolean isMadeByProxy(SipMessage message) {
        return message.userAgent()
                        .filter(agent -> agent.toLowerCase(Locale.ROOT).contains(PRODUCT))
                        .isPresent()
                || isFromProxyContact(message)
                || OF_PROXY.stream().anyMatch(message::has)
                || writesLikeProxy(message);
    }

    private static boolean isFromProxyContact(SipMessage message) {
        return message.header(HeaderName.CONTACT)
                        .filter(contact -> contact.contains("pstnhub"))
                        .isPresent()
                && message.contacts().stream()
                        .anyMatch(contact -> isProxyName(contact.uri().host()));
    }

    /** Header names in capitals, and Allow in the proxy's own words: left when a log hides product and addresses. */
    private static boolean writesLikeProxy(SipMessage message) {
        return message.header(HeaderName.ALLOW).filter(ALLOW::equals).isPresent()
                && message.headers().stream()
                        .map(Header::rawName)
                        .allMatch(name -> name.equals(name.toUpperCase(Locale.ROOT)));
    }

    static boolean isAddressedToProxy(SipMessage message) {
        return message instanceof SipRequest request
                && request.requestUri().contains("pstnhub")
                && isProxyName(request.uri().host());
    }

    static Optional<Connection> operators(SipMessage message) {
        if (message.has(TENANT)) {
            return Optional.of(Connection.OPERATOR_CONNECT);
        }
        return message.has(MOBILE) ? Optional.of(Connection.TEAMS_PHONE_MOBILE) : Optional.empty();
    }

    static Optional<String> region(SipMessage message) {
        return message.userAgent().map(INSTANCE::matcher).filter(Matcher::find).map(found -> found.group(1));
    }
}

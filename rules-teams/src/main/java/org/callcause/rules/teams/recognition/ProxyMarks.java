package org.callcause.rules.teams.recognition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callcause.message.Glance;
import org.callcause.message.Header;
import org.callcause.message.HeaderName;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;

/** What Microsoft's proxy writes into its own messages. */
final class ProxyMarks {

    private static final String PRODUCT = "Microsoft.PSTNHub.SIPProxy";

    /** The letters of the product before its first full stop. */
    private static final int VENDOR = PRODUCT.indexOf('.');

    /** Commercial cloud and government clouds; the exact names are in {@code proxy-names.tsv}. */
    private static final List<String> DOMAINS =
            List.of(".pstnhub.microsoft.com", ".pstnhub.gov.teams.microsoft.us", ".pstnhub.dod.teams.microsoft.us");

    /** What the product and the names of the proxies have in common. */
    private static final String PSTN_HUB = "pstnhub";

    private static final String ALLOW = "INVITE,ACK,OPTIONS,CANCEL,BYE,NOTIFY";
    private static final String ALLOW_IN_ANY_CASE = ALLOW.toLowerCase(Locale.ROOT);

    /** {@code i.EUNO.0}: the region and the number of the instance. */
    private static final Pattern INSTANCE = Pattern.compile("\\bi\\.([A-Z0-9]+)\\.\\d+");

    private static final HeaderName TENANT = HeaderName.of("X-MS-TenantID");
    private static final HeaderName MOBILE = HeaderName.of("X-MS-FMC");

    /** Maker, model and version of an SBC, which it tells Microsoft. */
    private static final HeaderName OF_SBC = HeaderName.of("X-MS-SBC");

    private static final HeaderName[] OF_PROXY = {
        HeaderName.of("X-MS-UserLocation"), HeaderName.of("X-MS-MediaPath"), HeaderName.of("X-MS-UserSite")
    };

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
        return isProduct(message)
                || isFromProxyContact(message)
                || hasHeaderOfProxy(message)
                || writesLikeProxy(message);
    }

    private static boolean isProduct(SipMessage message) {
        return (speaksOfProxy(message, HeaderName.USER_AGENT) || speaksOfProxy(message, HeaderName.SERVER))
                && message.userAgent().filter(ProxyMarks::isProduct).isPresent();
    }

    /** Asked of every message of a call, and most say no: hence at the bytes, before anything is read. */
    private static boolean speaksOfProxy(SipMessage message, HeaderName name) {
        return Glance.mentions(message, name, PSTN_HUB);
    }

    private static boolean isProduct(String agent) {
        for (int at = agent.indexOf('.'); at >= 0; at = agent.indexOf('.', at + 1)) {
            if (agent.regionMatches(true, at - VENDOR, PRODUCT, 0, PRODUCT.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasHeaderOfProxy(SipMessage message) {
        for (HeaderName name : OF_PROXY) {
            if (message.has(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFromProxyContact(SipMessage message) {
        return speaksOfProxy(message, HeaderName.CONTACT)
                && message.contacts().stream()
                        .anyMatch(contact -> isProxyName(contact.uri().host()));
    }

    /** Header names in capitals, and Allow in the proxy's own words: left when a log hides product and addresses. */
    private static boolean writesLikeProxy(SipMessage message) {
        return Glance.mentions(message, HeaderName.ALLOW, ALLOW_IN_ANY_CASE)
                && message.header(HeaderName.ALLOW).filter(ALLOW::equals).isPresent()
                && message.headers().stream()
                        .map(Header::rawName)
                        .allMatch(name -> name.equals(name.toUpperCase(Locale.ROOT)));
    }

    /** Whether the request goes to the proxy by name, or names the SBC as only the trunk to Microsoft asks for. */
    static boolean isAddressedToProxy(SipMessage message) {
        return message instanceof SipRequest request
                && ((Glance.asksFor(request, PSTN_HUB)
                                && isProxyName(request.uri().host()))
                        || request.has(OF_SBC));
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

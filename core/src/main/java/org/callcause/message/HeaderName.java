package org.callcause.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The name of a header. Two names are equal when they differ only in case or in using the compact form. */
public final class HeaderName {
    // The constants below add themselves. The place in the list, counted from 1, is the id in the index of a message.
    private static final List<HeaderName> REGISTERED = new ArrayList<>();

    /** {@code Accept}. */
    public static final HeaderName ACCEPT = list("Accept");

    /** {@code Accept-Contact}, compact {@code a}. */
    public static final HeaderName ACCEPT_CONTACT = list("Accept-Contact", 'a');

    /** {@code Accept-Encoding}. */
    public static final HeaderName ACCEPT_ENCODING = list("Accept-Encoding");

    /** {@code Accept-Language}. */
    public static final HeaderName ACCEPT_LANGUAGE = list("Accept-Language");

    /** {@code Alert-Info}. */
    public static final HeaderName ALERT_INFO = list("Alert-Info");

    /** {@code Allow}. */
    public static final HeaderName ALLOW = list("Allow");

    /** {@code Allow-Events}, compact {@code u}. */
    public static final HeaderName ALLOW_EVENTS = list("Allow-Events", 'u');

    /** {@code Answer-Mode}. */
    public static final HeaderName ANSWER_MODE = single("Answer-Mode");

    /** {@code Authentication-Info}. */
    public static final HeaderName AUTHENTICATION_INFO = single("Authentication-Info");

    /** {@code Authorization}. */
    public static final HeaderName AUTHORIZATION = single("Authorization");

    /** {@code Call-ID}, compact {@code i}. */
    public static final HeaderName CALL_ID = single("Call-ID", 'i');

    /** {@code Call-Info}. */
    public static final HeaderName CALL_INFO = list("Call-Info");

    /** {@code Contact}, compact {@code m}. */
    public static final HeaderName CONTACT = list("Contact", 'm');

    /** {@code Content-Disposition}. */
    public static final HeaderName CONTENT_DISPOSITION = single("Content-Disposition");

    /** {@code Content-Encoding}, compact {@code e}. */
    public static final HeaderName CONTENT_ENCODING = list("Content-Encoding", 'e');

    /** {@code Content-ID}. */
    public static final HeaderName CONTENT_ID = single("Content-ID");

    /** {@code Content-Language}. */
    public static final HeaderName CONTENT_LANGUAGE = list("Content-Language");

    /** {@code Content-Length}, compact {@code l}. */
    public static final HeaderName CONTENT_LENGTH = single("Content-Length", 'l');

    /** {@code Content-Type}, compact {@code c}. */
    public static final HeaderName CONTENT_TYPE = single("Content-Type", 'c');

    /** {@code CSeq}. */
    public static final HeaderName CSEQ = single("CSeq");

    /** {@code Date}. */
    public static final HeaderName DATE = single("Date");

    /** {@code Diversion}. */
    public static final HeaderName DIVERSION = list("Diversion");

    /** {@code Error-Info}. */
    public static final HeaderName ERROR_INFO = list("Error-Info");

    /** {@code Event}, compact {@code o}. */
    public static final HeaderName EVENT = single("Event", 'o');

    /** {@code Expires}. */
    public static final HeaderName EXPIRES = single("Expires");

    /** {@code Feature-Caps}. */
    public static final HeaderName FEATURE_CAPS = list("Feature-Caps");

    /** {@code Flow-Timer}. */
    public static final HeaderName FLOW_TIMER = single("Flow-Timer");

    /** {@code From}, compact {@code f}. */
    public static final HeaderName FROM = single("From", 'f');

    /** {@code Geolocation}. */
    public static final HeaderName GEOLOCATION = list("Geolocation");

    /** {@code Geolocation-Error}. */
    public static final HeaderName GEOLOCATION_ERROR = single("Geolocation-Error");

    /** {@code Geolocation-Routing}. */
    public static final HeaderName GEOLOCATION_ROUTING = single("Geolocation-Routing");

    /** {@code History-Info}. */
    public static final HeaderName HISTORY_INFO = list("History-Info");

    /** {@code Identity}, compact {@code y}. */
    public static final HeaderName IDENTITY = single("Identity", 'y');

    /** {@code Info-Package}. */
    public static final HeaderName INFO_PACKAGE = single("Info-Package");

    /** {@code In-Reply-To}. */
    public static final HeaderName IN_REPLY_TO = list("In-Reply-To");

    /** {@code Join}. */
    public static final HeaderName JOIN = single("Join");

    /** {@code Max-Breadth}. */
    public static final HeaderName MAX_BREADTH = single("Max-Breadth");

    /** {@code Max-Forwards}. */
    public static final HeaderName MAX_FORWARDS = single("Max-Forwards");

    /** {@code MIME-Version}. */
    public static final HeaderName MIME_VERSION = single("MIME-Version");

    /** {@code Min-Expires}. */
    public static final HeaderName MIN_EXPIRES = single("Min-Expires");

    /** {@code Min-SE}. */
    public static final HeaderName MIN_SE = single("Min-SE");

    /** {@code Organization}. */
    public static final HeaderName ORGANIZATION = single("Organization");

    /** {@code P-Access-Network-Info}. */
    public static final HeaderName P_ACCESS_NETWORK_INFO = list("P-Access-Network-Info");

    /** {@code P-Asserted-Identity}. */
    public static final HeaderName P_ASSERTED_IDENTITY = list("P-Asserted-Identity");

    /** {@code P-Asserted-Service}. */
    public static final HeaderName P_ASSERTED_SERVICE = list("P-Asserted-Service");

    /** {@code P-Associated-URI}. */
    public static final HeaderName P_ASSOCIATED_URI = list("P-Associated-URI");

    /** {@code P-Called-Party-ID}. */
    public static final HeaderName P_CALLED_PARTY_ID = single("P-Called-Party-ID");

    /** {@code P-Charging-Function-Addresses}. */
    public static final HeaderName P_CHARGING_FUNCTION_ADDRESSES = single("P-Charging-Function-Addresses");

    /** {@code P-Charging-Vector}. */
    public static final HeaderName P_CHARGING_VECTOR = single("P-Charging-Vector");

    /** {@code P-Early-Media}. */
    public static final HeaderName P_EARLY_MEDIA = list("P-Early-Media");

    /** {@code P-Preferred-Identity}. */
    public static final HeaderName P_PREFERRED_IDENTITY = list("P-Preferred-Identity");

    /** {@code P-Preferred-Service}. */
    public static final HeaderName P_PREFERRED_SERVICE = list("P-Preferred-Service");

    /** {@code P-Served-User}. */
    public static final HeaderName P_SERVED_USER = single("P-Served-User");

    /** {@code P-Visited-Network-ID}. */
    public static final HeaderName P_VISITED_NETWORK_ID = list("P-Visited-Network-ID");

    /** {@code Path}. */
    public static final HeaderName PATH = list("Path");

    /** {@code Priority}. */
    public static final HeaderName PRIORITY = single("Priority");

    /** {@code Privacy}. */
    public static final HeaderName PRIVACY = single("Privacy");

    /** {@code Proxy-Authenticate}. */
    public static final HeaderName PROXY_AUTHENTICATE = single("Proxy-Authenticate");

    /** {@code Proxy-Authorization}. */
    public static final HeaderName PROXY_AUTHORIZATION = single("Proxy-Authorization");

    /** {@code Proxy-Require}. */
    public static final HeaderName PROXY_REQUIRE = list("Proxy-Require");

    /** {@code RAck}. */
    public static final HeaderName RACK = single("RAck");

    /** {@code Reason}. */
    public static final HeaderName REASON = list("Reason");

    /** {@code Record-Route}. */
    public static final HeaderName RECORD_ROUTE = list("Record-Route");

    /** {@code Recv-Info}. */
    public static final HeaderName RECV_INFO = list("Recv-Info");

    /** {@code Referred-By}, compact {@code b}. */
    public static final HeaderName REFERRED_BY = single("Referred-By", 'b');

    /** {@code Refer-Sub}. */
    public static final HeaderName REFER_SUB = single("Refer-Sub");

    /** {@code Refer-To}, compact {@code r}. */
    public static final HeaderName REFER_TO = single("Refer-To", 'r');

    /** {@code Reject-Contact}, compact {@code j}. */
    public static final HeaderName REJECT_CONTACT = list("Reject-Contact", 'j');

    /** {@code Remote-Party-ID}. */
    public static final HeaderName REMOTE_PARTY_ID = single("Remote-Party-ID");

    /** {@code Replaces}. */
    public static final HeaderName REPLACES = single("Replaces");

    /** {@code Reply-To}. */
    public static final HeaderName REPLY_TO = single("Reply-To");

    /** {@code Request-Disposition}, compact {@code d}. */
    public static final HeaderName REQUEST_DISPOSITION = list("Request-Disposition", 'd');

    /** {@code Require}. */
    public static final HeaderName REQUIRE = list("Require");

    /** {@code Resource-Priority}. */
    public static final HeaderName RESOURCE_PRIORITY = list("Resource-Priority");

    /** {@code Retry-After}. */
    public static final HeaderName RETRY_AFTER = single("Retry-After");

    /** {@code Route}. */
    public static final HeaderName ROUTE = list("Route");

    /** {@code RSeq}. */
    public static final HeaderName RSEQ = single("RSeq");

    /** {@code Security-Client}. */
    public static final HeaderName SECURITY_CLIENT = list("Security-Client");

    /** {@code Security-Server}. */
    public static final HeaderName SECURITY_SERVER = list("Security-Server");

    /** {@code Security-Verify}. */
    public static final HeaderName SECURITY_VERIFY = list("Security-Verify");

    /** {@code Server}. */
    public static final HeaderName SERVER = single("Server");

    /** {@code Service-Route}. */
    public static final HeaderName SERVICE_ROUTE = list("Service-Route");

    /** {@code Session-Expires}, compact {@code x}. */
    public static final HeaderName SESSION_EXPIRES = single("Session-Expires", 'x');

    /** {@code Session-ID}. */
    public static final HeaderName SESSION_ID = single("Session-ID");

    /** {@code SIP-ETag}. */
    public static final HeaderName SIP_ETAG = single("SIP-ETag");

    /** {@code SIP-If-Match}. */
    public static final HeaderName SIP_IF_MATCH = single("SIP-If-Match");

    /** {@code Subject}, compact {@code s}. */
    public static final HeaderName SUBJECT = single("Subject", 's');

    /** {@code Subscription-State}. */
    public static final HeaderName SUBSCRIPTION_STATE = single("Subscription-State");

    /** {@code Supported}, compact {@code k}. */
    public static final HeaderName SUPPORTED = list("Supported", 'k');

    /** {@code Target-Dialog}. */
    public static final HeaderName TARGET_DIALOG = single("Target-Dialog");

    /** {@code Timestamp}. */
    public static final HeaderName TIMESTAMP = single("Timestamp");

    /** {@code To}, compact {@code t}. */
    public static final HeaderName TO = single("To", 't');

    /** {@code Unsupported}. */
    public static final HeaderName UNSUPPORTED = list("Unsupported");

    /** {@code User-Agent}. */
    public static final HeaderName USER_AGENT = single("User-Agent");

    /** {@code User-to-User}. */
    public static final HeaderName USER_TO_USER = list("User-to-User");

    /** {@code Via}, compact {@code v}. */
    public static final HeaderName VIA = list("Via", 'v');

    /** {@code Warning}. */
    public static final HeaderName WARNING = list("Warning");

    /** {@code WWW-Authenticate}. */
    public static final HeaderName WWW_AUTHENTICATE = single("WWW-Authenticate");

    private final String canonical;
    private final byte[] lowerCase;
    private final char compact;
    private final boolean list;
    private final int id;

    private HeaderName(String canonical, char compact, boolean list, int id) {
        this.canonical = canonical;
        this.lowerCase = canonical.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        this.compact = compact;
        this.list = list;
        this.id = id;
    }

    private static HeaderName single(String canonical) {
        return register(canonical, '\0', false);
    }

    private static HeaderName single(String canonical, char compact) {
        return register(canonical, compact, false);
    }

    private static HeaderName list(String canonical) {
        return register(canonical, '\0', true);
    }

    private static HeaderName list(String canonical, char compact) {
        return register(canonical, compact, true);
    }

    private static HeaderName register(String canonical, char compact, boolean list) {
        HeaderName name = new HeaderName(canonical, compact, list, REGISTERED.size() + 1);
        REGISTERED.add(name);
        return name;
    }

    /** The header of this name, in any case or in its compact form; any other name is an extension. */
    public static HeaderName of(String name) {
        int id = KnownHeaders.find(name);
        return id == 0 ? new HeaderName(name, '\0', false, 0) : registered(id);
    }

    static HeaderName registered(int id) {
        return REGISTERED.get(id - 1);
    }

    static int registeredCount() {
        return REGISTERED.size();
    }

    /** The long form as the standard spells it; for an extension as it was given. */
    public String canonical() {
        return canonical;
    }

    /**
     * Whether the grammar of the header is a list, so that a comma may part several values (RFC 3261 section 7.3.1).
     * Where it is not, a comma belongs to the value, as in {@code Subject}, {@code Date} and {@code WWW-Authenticate}.
     */
    public boolean isList() {
        return list;
    }

    /** 0 for an extension. */
    int id() {
        return id;
    }

    char compact() {
        return compact;
    }

    byte[] lowerCase() {
        return lowerCase;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof HeaderName name && Arrays.equals(lowerCase, name.lowerCase));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(lowerCase);
    }

    @Override
    public String toString() {
        return canonical;
    }
}

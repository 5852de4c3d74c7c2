package org.callcause.leg;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipUri;
import org.callcause.message.Via;

/** What one call can be known by among others, read from its invitations on all their hops. */
final class LegFacts {

    private static final String COOKIE = "z9hG4bK";
    /** A shorter value, such as a zero, is rather a flag than the name of a call. */
    private static final int SHORTEST_VALUE = 4;

    private static final int FEWEST_DIGITS = 3;
    private static final int MOST_DIGITS = 7;

    private final Call call;
    private final Set<String> sessionIds = new LinkedHashSet<>();
    private final Set<String> correlations = new LinkedHashSet<>();
    private final Set<String> chargingIds = new LinkedHashSet<>();
    private final Set<String> replaced = new LinkedHashSet<>();
    private final Set<String> origins = new LinkedHashSet<>();
    private final Set<String> topBranches = new LinkedHashSet<>();
    private final Set<String> lowerBranches = new LinkedHashSet<>();
    private final Set<String> targets = new LinkedHashSet<>();
    private final Set<Endpoint> receivers = new LinkedHashSet<>();
    private final List<Referral> referrals = new ArrayList<>();
    private Optional<String> referredBy = Optional.empty();

    private LegFacts(Call call) {
        this.call = call;
    }

    static LegFacts of(Call call, List<HeaderName> correlationHeaders) {
        LegFacts facts = new LegFacts(call);
        for (Transaction attempt : call.attempts()) {
            for (Hop hop : attempt.hops()) {
                hop.request().map(TrackedMessage::message).ifPresent(message -> {
                    facts.receivers.add(hop.to());
                    facts.read((SipRequest) message, correlationHeaders);
                });
            }
        }
        facts.lowerBranches.removeAll(facts.topBranches);
        call.transactions(Method.REFER).forEach(facts::readReferral);
        return facts;
    }

    private void read(SipRequest invite, List<HeaderName> correlationHeaders) {
        invite.header(HeaderName.SESSION_ID)
                .map(LegFacts::firstPart)
                .filter(LegFacts::isRealSessionId)
                .ifPresent(sessionIds::add);
        for (HeaderName header : correlationHeaders) {
            invite.header(header)
                    .filter(value -> value.length() >= SHORTEST_VALUE)
                    .ifPresent(correlations::add);
        }
        chargingId(invite).ifPresent(chargingIds::add);
        invite.headerValues(HeaderName.REPLACES).stream()
                .map(LegFacts::callIdIn)
                .forEach(replaced::add);
        originLine(invite).ifPresent(origins::add);
        List<Via> vias = invite.vias();
        for (int i = 0; i < vias.size(); i++) {
            Set<String> branches = i == 0 ? topBranches : lowerBranches;
            vias.get(i)
                    .branch()
                    .filter(branch -> branch.startsWith(COOKIE) && branch.length() > COOKIE.length())
                    .ifPresent(branches::add);
        }
        targets.addAll(targets(invite));
        if (referredBy.isEmpty()) {
            referredBy = invite.nameAddresses(HeaderName.REFERRED_BY).stream()
                    .findFirst()
                    .map(address -> bare(address.uri()));
        }
    }

    private void readReferral(Transaction refer) {
        refer.request()
                .ifPresent(request -> request.message().nameAddresses(HeaderName.REFER_TO).stream()
                        .findFirst()
                        .ifPresent(target -> referrals.add(new Referral(
                                request,
                                target,
                                user(target.uri()),
                                refer.finalResponse()
                                        .filter(response -> response.status() / 100 == 2)
                                        .isPresent(),
                                replacedIn(target.uri())))));
    }

    private static String firstPart(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).trim();
    }

    /** RFC 7989 5: the nil UUID stands for a side that is not known yet. */
    private static boolean isRealSessionId(String value) {
        return value.length() >= 16 && value.chars().anyMatch(c -> c != '0' && c != '-');
    }

    private static Optional<String> chargingId(SipMessage invite) {
        return invite.header(HeaderName.P_CHARGING_VECTOR).flatMap(value -> {
            for (String part : value.split(";", -1)) {
                String parameter = part.trim();
                if (parameter.toLowerCase(Locale.ROOT).startsWith("icid-value=")) {
                    String icid = parameter
                            .substring(parameter.indexOf('=') + 1)
                            .replace("\"", "")
                            .trim();
                    return icid.isEmpty() ? Optional.empty() : Optional.of(icid);
                }
            }
            return Optional.empty();
        });
    }

    private static Optional<String> originLine(SipMessage invite) {
        return invite.bodyLength() == 0
                ? Optional.empty()
                : invite.bodyText()
                        .lines()
                        .limit(2)
                        .filter(line -> line.startsWith("o="))
                        .findFirst();
    }

    /** The Call-ID that a Replaces value names (RFC 3891 6.1). */
    static String callIdIn(String replaces) {
        return firstPart(replaces);
    }

    /** The Call-ID in the Replaces that a Refer-To carries in escapes (RFC 3891 6.2). */
    static Optional<String> replacedIn(SipUri referTo) {
        for (String header : referTo.headers().split("&", -1)) {
            int equals = header.indexOf('=');
            if (equals > 0 && header.substring(0, equals).equalsIgnoreCase("Replaces")) {
                return unescaped(header.substring(equals + 1)).map(LegFacts::callIdIn);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> unescaped(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException brokenEscape) {
            return Optional.empty();
        }
    }

    /** Whom the invitation is for: the users of its request line and of To. */
    static Set<String> targets(SipRequest invite) {
        Set<String> users = new LinkedHashSet<>();
        String line = invite.startLine();
        int from = line.indexOf(' ');
        int to = line.lastIndexOf(' ');
        if (from > 0 && to > from) {
            users.add(user(SipUri.parse(line.substring(from + 1, to))));
        }
        invite.to().ifPresent(address -> users.add(user(address.uri())));
        users.remove("");
        return users;
    }

    /** The user, or the host of an address without one, in lower case. */
    static String user(SipUri uri) {
        return uri.user().filter(user -> !user.isEmpty()).orElse(uri.host()).toLowerCase(Locale.ROOT);
    }

    private static String bare(SipUri uri) {
        return (uri.user().orElse("") + "@" + uri.host()).toLowerCase(Locale.ROOT);
    }

    Call call() {
        return call;
    }

    Set<String> sessionIds() {
        return sessionIds;
    }

    Set<String> correlations() {
        return correlations;
    }

    Set<String> chargingIds() {
        return chargingIds;
    }

    Set<String> replaced() {
        return replaced;
    }

    Set<String> origins() {
        return origins;
    }

    Set<String> topBranches() {
        return topBranches;
    }

    Set<String> lowerBranches() {
        return lowerBranches;
    }

    List<Referral> referrals() {
        return referrals;
    }

    Set<String> targets() {
        return targets;
    }

    /** Whether Referred-By names who sent this REFER, or whom the REFER names so itself (RFC 3892 2). */
    boolean isReferredBy(Referral referral) {
        SipMessage refer = referral.request().message();
        return referredBy
                .filter(by -> refer.nameAddresses(HeaderName.REFERRED_BY).stream()
                                .anyMatch(address -> bare(address.uri()).equals(by))
                        || refer.from()
                                .map(NameAddress::uri)
                                .map(LegFacts::bare)
                                .filter(by::equals)
                                .isPresent())
                .isPresent();
    }

    /** Whether who sent this is the party that the REFER was sent to, by the user in From and in the To of the REFER. */
    boolean isFromWhomAsked(Referral referral) {
        String asked = referral.request()
                .message()
                .to()
                .map(NameAddress::uri)
                .map(LegFacts::user)
                .orElse("");
        return !asked.isEmpty()
                && call.from()
                        .map(NameAddress::uri)
                        .map(LegFacts::user)
                        .filter(asked::equals)
                        .isPresent();
    }

    boolean isReferredBySomebody() {
        return referredBy.isPresent();
    }

    String callId() {
        return call.legs().get(0).callId();
    }

    boolean hasTimes() {
        return call.initialRequest().filter(TrackedMessage::hasTime).isPresent();
    }

    long start() {
        return call.initialRequest().map(TrackedMessage::nanos).orElse(0L);
    }

    long index() {
        return call.initialRequest().map(TrackedMessage::index).orElse(0L);
    }

    Endpoint sender() {
        return call.caller();
    }

    /** Where the invitation went, on every hop. */
    Set<Endpoint> receivers() {
        return receivers;
    }

    /** Whether the last digits of both called numbers agree. */
    boolean isForSameNumberAs(LegFacts other) {
        String mine = digits(call.to());
        return mine.length() >= FEWEST_DIGITS && mine.equals(digits(other.call.to()));
    }

    private static String digits(Optional<NameAddress> address) {
        String user = address.map(NameAddress::uri).flatMap(SipUri::user).orElse("");
        int from = user.length();
        while (from > Math.max(0, user.length() - MOST_DIGITS)
                && user.charAt(from - 1) >= '0'
                && user.charAt(from - 1) <= '9') {
            from--;
        }
        return user.substring(from);
    }
}

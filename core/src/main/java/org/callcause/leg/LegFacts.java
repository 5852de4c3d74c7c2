package org.callcause.leg;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
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
import org.callcause.message.Replaces;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipUri;
import org.callcause.message.Via;

/** What one call can be known by among others, read from its invitations on all their hops. */
final class LegFacts {

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
        LegIdentifiers.sessionId(invite).ifPresent(sessionIds::add);
        for (HeaderName header : correlationHeaders) {
            invite.header(header)
                    .filter(value -> value.length() >= SHORTEST_VALUE)
                    .ifPresent(correlations::add);
        }
        LegIdentifiers.chargingId(invite).ifPresent(chargingIds::add);
        invite.headerValues(HeaderName.REPLACES).stream()
                .map(value -> Replaces.parse(value).callId())
                .forEach(replaced::add);
        LegIdentifiers.originLine(invite).ifPresent(origins::add);
        List<Via> vias = invite.vias();
        for (int i = 0; i < vias.size(); i++) {
            Set<String> branches = i == 0 ? topBranches : lowerBranches;
            LegIdentifiers.uniqueBranch(vias.get(i)).ifPresent(branches::add);
        }
        targets.addAll(LegIdentifiers.targets(invite));
        if (referredBy.isEmpty()) {
            referredBy = invite.nameAddresses(HeaderName.REFERRED_BY).stream()
                    .findFirst()
                    .map(address -> LegIdentifiers.bare(address.uri()));
        }
    }

    private void readReferral(Transaction refer) {
        refer.request()
                .ifPresent(request -> request.message().nameAddresses(HeaderName.REFER_TO).stream()
                        .findFirst()
                        .ifPresent(target -> referrals.add(new Referral(
                                request,
                                target,
                                LegIdentifiers.user(target.uri()),
                                refer.finalResponse()
                                        .filter(response -> response.status() / 100 == 2)
                                        .isPresent(),
                                Replaces.in(target.uri()).map(Replaces::callId)))));
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
                                .anyMatch(address ->
                                        LegIdentifiers.bare(address.uri()).equals(by))
                        || refer.from()
                                .map(NameAddress::uri)
                                .map(LegIdentifiers::bare)
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
                .map(LegIdentifiers::user)
                .orElse("");
        return !asked.isEmpty()
                && call.from()
                        .map(NameAddress::uri)
                        .map(LegIdentifiers::user)
                        .filter(asked::equals)
                        .isPresent();
    }

    boolean isReferredBySomebody() {
        return referredBy.isPresent();
    }

    String callId() {
        return call.leg().callId();
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

    /** Whether both have an identifier that was made to tell calls apart, and to be carried from leg to leg. */
    boolean sharesName(LegFacts other) {
        return !Collections.disjoint(sessionIds, other.sessionIds)
                || !Collections.disjoint(chargingIds, other.chargingIds)
                || !Collections.disjoint(correlations, other.correlations)
                || correlations.contains(other.callId())
                || other.correlations.contains(callId());
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

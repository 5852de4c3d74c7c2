package org.callcause.leg;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.callcause.call.Call;
import org.callcause.dialog.CapturedMessage;
import org.callcause.hashing.FingerprintNumbers;
import org.callcause.message.Fingerprint;
import org.callcause.message.HeaderName;
import org.callcause.message.HeaderSet;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.Replaces;
import org.callcause.message.SipRequest;
import org.jspecify.annotations.Nullable;

/**
 * Finds the calls that share something by a few hashes of each invitation. What is found is only worth a look: whether two
 * calls are legs of one is for {@link LegMatching} to say.
 */
final class LegCandidates<R> {

    private static final int MOST_EARLY_REFERRALS = 256;
    private static final Duration GUESSED_ONWARD = Duration.ofSeconds(2);

    private final WaitingLegs<R> waiting;
    private final RecentInvitations recent = new RecentInvitations();
    private final FingerprintNumbers byCallId = new FingerprintNumbers();
    private final FingerprintNumbers byMark = new FingerprintNumbers();
    private final FingerprintNumbers byReferTarget = new FingerprintNumbers();
    private final FingerprintNumbers byReferredTarget = new FingerprintNumbers();
    private final Map<Long, CandidateLeg<R>> candidates = new HashMap<>();
    /** REFERs that a capture delivered before the INVITE of their call, by its Call-ID. */
    private final Map<Long, SipRequest> earlyReferrals = new LinkedHashMap<>();

    /** Those of the settings: a list would make an iterator for every call. */
    private final HeaderName[] correlationHeaders;

    private long crowdedIdentifiers;
    private boolean correlated;

    /** Kept, so that the compiler may not leave the reading ahead out. */
    @SuppressWarnings("UnusedVariable")
    private long seen;

    LegCandidates(LegSettings settings, WaitingLegs<R> waiting) {
        this.correlationHeaders = settings.correlationHeaders().toArray(new HeaderName[0]);
        this.waiting = waiting;
    }

    /** How often calls shared an identifier with more others than one call has legs. */
    long crowdedIdentifiers() {
        return crowdedIdentifiers;
    }

    void invited(CapturedMessage captured, SipRequest invite) {
        long callId = Fingerprint.ofCallId(invite);
        if (callId == Fingerprint.NONE) {
            return;
        }
        long origin = Fingerprint.ofSessionOrigin(invite);
        long branch = Fingerprint.ofLowestBranch(invite);
        long numbers = numbers(captured);
        // Asked one after the other, each of these would be waited for; so they are together.
        seen = byCallId.readAhead(callId) + recent.readAhead(origin, branch, numbers);
        long next = recent.next();
        long leg = byCallId.putIfAbsent(callId, next);
        if (leg == next || isNew(OnwardMark.ORIGIN, origin, leg) || isNew(OnwardMark.BRANCH, branch, leg)) {
            long invitation = recent.add(captured, callId, leg);
            markOnward(invitation, OnwardMark.ORIGIN, LegMarks.ORIGIN, origin);
            markOnward(invitation, OnwardMark.BRANCH, LegMarks.BRANCH, branch);
            if (leg == next) {
                compareNumbers(captured, invitation, numbers);
            }
        }
        identify(leg, callId, invite);
        refer(leg, callId, invite);
    }

    private boolean isNew(OnwardMark kind, long fingerprint, long leg) {
        long holder = fingerprint == Fingerprint.NONE ? RecentInvitations.NONE : recent.find(kind, fingerprint);
        return fingerprint != Fingerprint.NONE && (holder == RecentInvitations.NONE || recent.leg(holder) != leg);
    }

    /** For what clients may use again: calls that share it wait for each other only where one may be the other sent on. */
    private void markOnward(long invitation, OnwardMark kind, long mark, long fingerprint) {
        if (fingerprint == Fingerprint.NONE) {
            return;
        }
        long holder = recent.find(kind, fingerprint);
        if (holder == RecentInvitations.NONE || !mayBeJoined(holder)) {
            recent.put(kind, fingerprint, invitation);
            return;
        }
        long leg = recent.leg(invitation);
        long other = recent.leg(holder);
        if (other == leg) {
            return;
        }
        if (!recent.mayBeSentOnAs(holder, invitation)) {
            candidate(other).reuse(mark ^ fingerprint);
        } else if (!isReused(other, mark ^ fingerprint)) {
            join(leg, other, mark ^ fingerprint);
        }
    }

    /** Whether the call is not over, or waits for another. */
    private boolean mayBeJoined(long invitation) {
        long leg = recent.leg(invitation);
        return byCallId.get(recent.callId(invitation)) == leg || known(leg) != null;
    }

    private boolean isReused(long leg, long mark) {
        CandidateLeg<R> known = known(leg);
        return known != null && known.isReused(mark);
    }

    private static long numbers(CapturedMessage captured) {
        return captured.hasTime() && captured.to().isKnown()
                ? Fingerprint.ofLastDigits(captured.message())
                : Fingerprint.NONE;
    }

    /** Where the element that one invitation reached sent a like one, and no third is like them, the two may be one call. */
    private void compareNumbers(CapturedMessage captured, long invitation, long numbers) {
        if (numbers == Fingerprint.NONE) {
            return;
        }
        long before = recent.find(OnwardMark.NUMBERS, numbers);
        recent.put(OnwardMark.NUMBERS, numbers, invitation);
        if (before == RecentInvitations.NONE || recent.gap(before, invitation).compareTo(GUESSED_ONWARD) > 0) {
            return;
        }
        String earlier = recent.name(before).orElse("");
        if (earlier.isEmpty() || !recent.isSentOnAs(before, invitation)) {
            recent.forgetName(invitation);
        } else if (mayBeJoined(before)) {
            Duration gap = recent.gap(before, invitation);
            String later = captured.message().callId().orElse("");
            candidate(recent.leg(invitation)).guess(new LegGuess(earlier, false, gap));
            candidate(recent.leg(before)).guess(new LegGuess(later, true, gap));
        }
    }

    private void identify(long leg, long callId, SipRequest invite) {
        HeaderSet headers = invite.headerSet();
        if (headers.mayHave(HeaderName.SESSION_ID)) {
            mark(leg, LegMarks.SESSION, Fingerprint.ofFirstPart(invite, HeaderName.SESSION_ID));
        }
        if (headers.mayHave(HeaderName.P_CHARGING_VECTOR)) {
            mark(leg, LegMarks.CHARGING, Fingerprint.ofChargingId(invite));
        }
        for (HeaderName header : correlationHeaders) {
            long fingerprint = headers.mayHave(header) ? Fingerprint.ofHeader(invite, header) : Fingerprint.NONE;
            if (fingerprint != Fingerprint.NONE) {
                correlated = true;
                mark(leg, LegMarks.CORRELATION, fingerprint);
                join(leg, byCallId.get(fingerprint), 0);
            }
        }
        if (correlated) {
            join(leg, byMark.get(LegMarks.CORRELATION ^ callId), LegMarks.CORRELATION ^ callId);
        }
    }

    private void mark(long leg, long kind, long fingerprint) {
        if (fingerprint == Fingerprint.NONE) {
            return;
        }
        long mark = kind ^ fingerprint;
        long other = byMark.get(mark);
        if (other == FingerprintNumbers.NONE) {
            byMark.putIfAbsent(mark, leg);
            candidate(leg).mark(mark);
        } else {
            join(leg, other, mark);
        }
    }

    private void refer(long leg, long callId, SipRequest invite) {
        HeaderSet headers = invite.headerSet();
        if (headers.mayHave(HeaderName.REPLACES)) {
            String replaced = Replaces.parse(invite.header(HeaderName.REPLACES).orElse(""))
                    .callId();
            join(leg, byCallId.get(Fingerprint.of(replaced)), 0);
        }
        SipRequest early = earlyReferrals.isEmpty() ? null : earlyReferrals.remove(callId);
        if (early != null) {
            referred(leg, early);
        }
        boolean saysSo = headers.mayHave(HeaderName.REFERRED_BY);
        if (saysSo || !byReferTarget.isEmpty()) {
            for (String user : LegIdentifiers.targets(invite)) {
                long target = Fingerprint.of(user);
                join(leg, byReferTarget.get(target), 0);
                // A capture may deliver the REFER after the call that it asks for.
                if (saysSo && byReferredTarget.putIfAbsent(target, leg) == leg) {
                    candidate(leg).refersTo(target);
                }
            }
        }
    }

    void referred(SipRequest refer) {
        long callId = Fingerprint.ofCallId(refer);
        long leg = byCallId.get(callId);
        if (leg != FingerprintNumbers.NONE) {
            referred(leg, refer);
            return;
        }
        earlyReferrals.put(callId, refer.detach());
        if (earlyReferrals.size() > MOST_EARLY_REFERRALS) {
            earlyReferrals.remove(earlyReferrals.keySet().iterator().next());
        }
    }

    private void referred(long leg, SipRequest refer) {
        for (NameAddress target : refer.nameAddresses(HeaderName.REFER_TO)) {
            long user = Fingerprint.of(LegIdentifiers.user(target.uri()));
            if (user != Fingerprint.NONE && byReferTarget.putIfAbsent(user, leg) == leg) {
                candidate(leg).refersTo(user);
            }
            join(leg, byReferredTarget.get(user), 0);
            Replaces.in(target.uri())
                    .ifPresent(replaced -> join(leg, byCallId.get(Fingerprint.of(replaced.callId())), 0));
        }
    }

    private void join(long leg, long other, long mark) {
        if (other == FingerprintNumbers.NONE || other == leg) {
            return;
        }
        CandidateLeg<R> one = candidate(leg);
        CandidateLeg<R> two = candidate(other);
        if (!waiting.join(one, two)) {
            crowdedIdentifiers++;
            crowd(one, mark);
            crowd(two, mark);
        }
    }

    private void crowd(CandidateLeg<R> leg, long mark) {
        if (leg.group != null) {
            leg.group.addCrowded(mark);
        }
    }

    private CandidateLeg<R> candidate(long leg) {
        return candidates.computeIfAbsent(leg, CandidateLeg::new);
    }

    private @Nullable CandidateLeg<R> known(long leg) {
        return candidates.isEmpty() ? null : candidates.get(leg);
    }

    /** What is known of a call that is over, and not found by its Call-ID any more; null of nearly all calls. */
    @Nullable
    CandidateLeg<R> over(Call call) {
        if (!call.method().equals(Method.INVITE) || call.messages().isEmpty()) {
            return null;
        }
        long callId = Fingerprint.ofCallId(call.messages().get(0).message());
        long leg = byCallId.remove(callId);
        return leg == FingerprintNumbers.NONE ? null : known(leg);
    }

    /** Nothing joins the leg any more. */
    void forget(CandidateLeg<R> leg) {
        for (long mark : leg.marks()) {
            byMark.remove(mark, leg.number);
        }
        for (long target : leg.referTargets()) {
            byReferTarget.remove(target, leg.number);
            byReferredTarget.remove(target, leg.number);
        }
        candidates.remove(leg.number);
    }
}

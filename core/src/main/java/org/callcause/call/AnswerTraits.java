package org.callcause.call;

import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Glance;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.jspecify.annotations.Nullable;

/** What followed the answer of a call: its ACK, where later requests go, and whether a session timer could run out. */
final class AnswerTraits {

    /** RFC 4028 4: no interval may be shorter. */
    private static final long SHORTEST_TIMER = 90;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final TraitCollector traits;
    private @Nullable TrackedMessage answer;
    private boolean acknowledged;
    private long asked = -1;
    private long interval = -1;

    AnswerTraits(TraitCollector traits) {
        this.traits = traits;
    }

    void request(TrackedMessage tracked, SipRequest request) {
        Method method = request.method();
        if (method.equals(Method.ACK)) {
            acknowledgement(tracked, request);
            return;
        }
        if (method.equals(Method.BYE)) {
            traits.addIf(!acknowledged, Trait.UNUSUAL_ACK);
        }
        boolean setsTimer = method.equals(Method.INVITE) || method.equals(Method.UPDATE);
        if (setsTimer) {
            asked = timer(request);
        }
        if (request.hasToTag()) {
            traits.addIf(setsTimer, Trait.CHANGE);
            traits.addIf(misses(request), Trait.UNUSUAL_TARGET);
        }
    }

    private void acknowledgement(TrackedMessage tracked, SipRequest request) {
        if (answer == null) {
            return;
        }
        SipMessage success = answer.message();
        boolean fits = request.sequenceMethod().equals(Method.ACK)
                && request.sequence() == success.sequence()
                && request.hasSameToTag(success)
                && request.hasSameFromTag(success)
                && !request.hasSameBranch(success)
                && tracked.from().equals(answer.to());
        traits.addIf(!fits, Trait.UNUSUAL_ACK);
        traits.addIf(misses(request), Trait.UNUSUAL_TARGET);
        acknowledged |= fits;
    }

    private boolean misses(SipRequest request) {
        return answer != null
                && !request.method().equals(Method.CANCEL)
                && request.hasSameFromTag(answer.message())
                && !Glance.isAimedAtContact(request, answer.message());
    }

    void success(TrackedMessage tracked) {
        SipMessage success = tracked.message();
        boolean toInvite = success.sequenceMethod().equals(Method.INVITE);
        if (!toInvite && !success.sequenceMethod().equals(Method.UPDATE)) {
            return;
        }
        if (success.has(HeaderName.SESSION_EXPIRES)) {
            interval = timer(success);
            traits.addIf(
                    !Glance.namesRefresher(success) || (asked >= 0 && interval > asked) || !tracked.hasTime(),
                    Trait.UNUSUAL_SESSION_TIMER);
        }
        if (toInvite && (answer == null || tracked.isFirst())) {
            answer = tracked;
            acknowledged = false;
        }
    }

    /** The Session-Expires of a message; -1 without one. */
    private long timer(SipMessage message) {
        long shortest = Glance.number(message, HeaderName.MIN_SE);
        long seconds = Glance.number(message, HeaderName.SESSION_EXPIRES);
        boolean unreadable = seconds < 0 && message.has(HeaderName.SESSION_EXPIRES);
        traits.addIf(
                unreadable
                        || (seconds >= 0 && seconds < SHORTEST_TIMER)
                        || (shortest >= 0 && shortest < SHORTEST_TIMER),
                Trait.UNUSUAL_SESSION_TIMER);
        return seconds;
    }

    /** At the end of the messages. */
    void end(TrackedMessage last) {
        if (answer == null) {
            return;
        }
        traits.addIf(!acknowledged, Trait.UNUSUAL_ACK);
        boolean ranLong = interval >= 0 && last.nanos() - answer.nanos() >= interval * NANOS_PER_SECOND / 2;
        traits.addIf(ranLong, Trait.UNUSUAL_SESSION_TIMER);
    }

    static boolean isLate(TrackedMessage request, TrackedMessage response) {
        return !request.hasTime()
                || !response.hasTime()
                || response.nanos() - request.nanos() >= SipTimers.TRANSACTION_LIFETIME.toNanos();
    }
}

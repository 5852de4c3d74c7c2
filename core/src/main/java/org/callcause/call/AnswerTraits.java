package org.callcause.call;

import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Glance;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.jspecify.annotations.Nullable;

/** What followed the answer of a call: its ACK, where later requests go, and whether a session timer could run out. */
final class AnswerTraits {

    private final TraitCollector traits;
    private final MessageNotes notes;
    private @Nullable TrackedMessage answer;
    private boolean acknowledged;

    AnswerTraits(TraitCollector traits, MessageNotes notes) {
        this.traits = traits;
        this.notes = notes;
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
        if (request.hasToTag()) {
            traits.addIf(method.equals(Method.INVITE) || method.equals(Method.UPDATE), Trait.CHANGE);
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
        boolean toInvite = tracked.message().sequenceMethod().equals(Method.INVITE);
        if (toInvite && (answer == null || tracked.isFirst())) {
            answer = tracked;
            acknowledged = false;
        }
    }

    /** At the end of the messages. */
    void end(TrackedMessage last) {
        if (answer == null) {
            return;
        }
        traits.addIf(!acknowledged, Trait.UNUSUAL_ACK);
        traits.addIf(notes.mayTimerBeDue(last.nanos() - answer.nanos()), Trait.UNUSUAL_SESSION_TIMER);
    }

    static boolean isLate(TrackedMessage request, TrackedMessage response) {
        return !request.hasTime()
                || !response.hasTime()
                || response.nanos() - request.nanos() >= SipTimers.TRANSACTION_LIFETIME.toNanos();
    }
}

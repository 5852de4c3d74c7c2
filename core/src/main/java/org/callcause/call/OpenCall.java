package org.callcause.call;

import java.util.Optional;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.DialogTracker;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.CSeq;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/** A call that may still change, and the time from which it cannot. */
final class OpenCall {

    static final long NEVER = Long.MAX_VALUE;

    private enum Phase {
        WAITING(SipTimers.TRANSACTION_LIFETIME.toNanos()),
        PROCEEDING(SipTimers.TIMER_C.plus(SipTimers.TRANSACTION_LIFETIME).toNanos()),
        REFUSED(SipTimers.TRANSACTION_LIFETIME.toNanos()),
        /** A person may have to type the password first. */
        CHALLENGED(SipTimers.TIMER_C.toNanos()),
        ANSWERED(NEVER),
        ENDED(SipTimers.TRANSACTION_LIFETIME.toNanos());

        private final long patience;

        Phase(long patience) {
            this.patience = patience;
        }
    }

    private final CallKey key;
    private final String id;
    private final DialogTracker tracker = new DialogTracker();
    private Phase phase = Phase.WAITING;
    private int messages;
    private long bytes;
    private long lastNanos = Long.MIN_VALUE;
    private long queuedDeadline = NEVER;

    OpenCall(CallKey key, String id) {
        this.key = key;
        this.id = id;
    }

    CallKey key() {
        return key;
    }

    /** Takes a message unless the limits of a call are reached. */
    boolean add(CapturedMessage captured, CallLimits limits) {
        if (captured.hasTime()) {
            lastNanos = Math.max(lastNanos, captured.nanos());
        }
        SipMessage message = captured.message();
        if (messages >= limits.messagesPerCall() || bytes + message.length() > limits.bytesPerCall()) {
            phase = phaseAfter(message, true);
            return false;
        }
        messages++;
        bytes += message.length();
        TrackedMessage tracked = tracker.add(captured.detach());
        phase = phaseAfter(message, tracked.isFirst());
        return true;
    }

    private Phase phaseAfter(SipMessage message, boolean first) {
        if (key.group() != CallKey.Group.CALL) {
            return phaseOfExchange(message);
        }
        if (phase == Phase.ENDED) {
            return phase;
        }
        if (message instanceof SipRequest request) {
            return phaseAfterRequest(request, first);
        }
        boolean toInvite =
                message.cseq().map(CSeq::method).filter(Method.INVITE::equals).isPresent();
        return toInvite && phase != Phase.ANSWERED ? phaseAfterResponse(message) : phase;
    }

    private static Phase phaseOfExchange(SipMessage message) {
        return message instanceof SipResponse response && isChallenge(response.status())
                ? Phase.CHALLENGED
                : Phase.WAITING;
    }

    private static boolean isChallenge(int status) {
        return status == 401 || status == 407;
    }

    private Phase phaseAfterRequest(SipRequest request, boolean first) {
        if (request.method().equals(Method.BYE)) {
            return Phase.ENDED;
        }
        boolean inDialog = request.toTag().isPresent();
        if (request.method().equals(Method.INVITE)) {
            if (inDialog) {
                return Phase.ANSWERED;
            }
            boolean tryingAgain = phase == Phase.REFUSED || phase == Phase.CHALLENGED;
            return first && tryingAgain ? Phase.WAITING : phase;
        }
        return phase;
    }

    private Phase phaseAfterResponse(SipMessage message) {
        int status = ((SipResponse) message).status();
        if (status / 100 == 2) {
            return Phase.ANSWERED;
        }
        if (status >= 300) {
            return isChallenge(status) ? Phase.CHALLENGED : Phase.REFUSED;
        }
        return phase == Phase.WAITING ? Phase.PROCEEDING : phase;
    }

    /** Nanoseconds since 1970 from which nothing more can change the report; {@link #NEVER} while the call runs. */
    long deadline() {
        if (lastNanos == Long.MIN_VALUE || phase.patience == NEVER) {
            return NEVER;
        }
        return lastNanos + phase.patience;
    }

    /** Whether no entry in the queue of deadlines stands for this call yet, or only one that comes too late. */
    boolean needsDeadline() {
        long deadline = deadline();
        if (deadline == NEVER || queuedDeadline <= deadline) {
            return false;
        }
        queuedDeadline = deadline;
        return true;
    }

    void deadlineReached() {
        queuedDeadline = NEVER;
    }

    Call close(RecentRefusals refusals, CloseReason reason, Optional<Long> clock) {
        return CallAssembly.assemble(id, key.callId(), tracker, refusals, reason, clock);
    }
}

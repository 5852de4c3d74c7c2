package org.callcause.dialog;

import java.util.List;
import org.callcause.message.HeaderName;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/** Tells a message sent again from one that the capture saw twice, and both from a new one. */
final class Repetition {

    /** Repeats come soon after: a longer look back would make a flood on one call cost its square. */
    private static final int LOOK_BACK = 32;

    private Repetition() {}

    static Sighting sighting(List<TrackedMessage> earlier, CapturedMessage captured) {
        int oldest = Math.max(0, earlier.size() - LOOK_BACK);
        for (int i = earlier.size() - 1; i >= oldest; i--) {
            TrackedMessage other = earlier.get(i);
            if (sameMessage(other.message(), captured.message())) {
                return isMirrored(other.captured(), captured) ? Sighting.DUPLICATE : Sighting.RETRANSMISSION;
            }
        }
        return Sighting.FIRST;
    }

    /**
     * Two requests of one branch are the same when their methods are. Two responses are the same when status, To tag
     * and RSeq are: a second 180 from another phone carries another tag, a reliable one another RSeq (RFC 3262 3).
     */
    private static boolean sameMessage(SipMessage one, SipMessage other) {
        if (one instanceof SipRequest first && other instanceof SipRequest second) {
            return first.method().equals(second.method());
        }
        if (one instanceof SipResponse first && other instanceof SipResponse second) {
            return first.status() == second.status()
                    && first.hasSameToTag(second)
                    && sameReliableSequence(first, second)
                    && (first.status() >= 200 || first.bodyLength() == second.bodyLength());
        }
        return false;
    }

    private static boolean sameReliableSequence(SipResponse first, SipResponse second) {
        boolean reliable = first.has(HeaderName.RSEQ);
        return reliable == second.has(HeaderName.RSEQ)
                && (!reliable || first.header(HeaderName.RSEQ).equals(second.header(HeaderName.RSEQ)));
    }

    private static boolean isMirrored(CapturedMessage one, CapturedMessage other) {
        return one.hasTime()
                && other.hasTime()
                && Math.abs(other.nanos() - one.nanos()) < SipTimers.MIRROR_WINDOW.toNanos()
                && one.message().length() == other.message().length();
    }
}

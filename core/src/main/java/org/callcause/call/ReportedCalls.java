package org.callcause.call;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.callcause.dialog.CapturedMessage;
import org.callcause.message.CallId;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;

/**
 * Remembers the Call-IDs of the calls that were reported last, within a fixed number, so that what comes late of one of
 * them is not taken for another call.
 */
final class ReportedCalls {

    private static final int MOST_CALLS = 32_768;

    /** The time of the latest message of each, the earliest report first. */
    private final Map<CallId, Long> latest = new LinkedHashMap<>();

    void remember(OpenCall call) {
        latest.remove(call.callId());
        latest.put(call.callId(), call.lastNanos());
        if (latest.size() > MOST_CALLS) {
            Iterator<CallId> earliest = latest.keySet().iterator();
            earliest.next();
            earliest.remove();
        }
    }

    /**
     * Whether a message that belongs to no open call is part of one that was reported. An INVITE outside a dialog begins
     * a call again, even with a Call-ID that was used, unless it was sent while that call lasted.
     */
    boolean isLate(CapturedMessage captured) {
        if (latest.isEmpty()) {
            return false;
        }
        Long last = latest.get(captured.message().callIdKey());
        if (last == null) {
            return false;
        }
        boolean beginsCall = captured.message() instanceof SipRequest request
                && request.method().equals(Method.INVITE)
                && !request.hasToTag();
        return !beginsCall || (captured.hasTime() && captured.nanos() <= last);
    }

    void forget() {
        latest.clear();
    }
}

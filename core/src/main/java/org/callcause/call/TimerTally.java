package org.callcause.call;

import org.callcause.dialog.CapturedMessage;
import org.callcause.message.Glance;
import org.callcause.message.HeaderName;
import org.callcause.message.HeaderSet;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.message.SipResponse;

/** The session timers that a call's messages ask for and grant (RFC 4028), in seconds, gathered as they come. */
final class TimerTally {

    /** RFC 4028 4: no interval may be shorter. */
    private static final int SHORTEST_TIMER = 90;

    private static final int NONE = -1;

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private int shortestAsked = Integer.MAX_VALUE;
    private int shortestGranted = Integer.MAX_VALUE;
    private int longestGranted = NONE;
    private boolean unusual;

    /** Whether the message may say anything of session timers. */
    static boolean concerns(SipMessage message) {
        HeaderSet headers = message.headerSet();
        return headers.has(HeaderName.SESSION_EXPIRES) || headers.has(HeaderName.MIN_SE);
    }

    /** Takes a message that {@link #concerns} timers. */
    void add(CapturedMessage captured) {
        SipMessage message = captured.message();
        Method method = message.sequenceMethod();
        if (!method.equals(Method.INVITE) && !method.equals(Method.UPDATE)) {
            return;
        }
        if (message instanceof SipRequest request) {
            asked(request);
        } else if (message instanceof SipResponse response
                && response.status() / 100 == 2
                && response.has(HeaderName.SESSION_EXPIRES)) {
            granted(response, captured.hasTime());
        }
    }

    private void asked(SipRequest request) {
        int seconds = interval(request);
        if (seconds != NONE && request.method().equals(request.sequenceMethod())) {
            shortestAsked = Math.min(shortestAsked, seconds);
        }
    }

    private void granted(SipResponse success, boolean timed) {
        int seconds = interval(success);
        unusual |= !timed || !Glance.namesRefresher(success);
        if (seconds != NONE) {
            shortestGranted = Math.min(shortestGranted, seconds);
            longestGranted = Math.max(longestGranted, seconds);
        }
    }

    /** The Session-Expires of a message; {@link #NONE} without one. */
    private int interval(SipMessage message) {
        int shortest = (int) Glance.number(message, HeaderName.MIN_SE);
        int seconds = (int) Glance.number(message, HeaderName.SESSION_EXPIRES);
        boolean unreadable = seconds < 0 && message.has(HeaderName.SESSION_EXPIRES);
        unusual |= unreadable
                || (seconds >= 0 && seconds < SHORTEST_TIMER)
                || (shortest >= 0 && shortest < SHORTEST_TIMER);
        return seconds;
    }

    /** Whether a timer is out of the ordinary, or longer than one that was asked for. */
    boolean isUnusual() {
        return unusual || longestGranted > shortestAsked;
    }

    /** Whether half of a timer may have passed in this time, when it has to be refreshed (RFC 4028 10). */
    boolean mayBeDue(long nanos) {
        return longestGranted != NONE && nanos >= shortestGranted * NANOS_PER_SECOND / 2;
    }
}

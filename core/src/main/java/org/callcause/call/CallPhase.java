package org.callcause.call;

import java.time.Duration;
import org.callcause.dialog.SipTimers;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipResponse;

/** How far a call has come, and for how long it may be quiet before nothing more is to be expected of it. */
enum CallPhase {
    /** Nothing came back, or it is no call but another exchange. */
    WAITING(SipTimers.TRANSACTION_LIFETIME),
    /** Nothing but 100 came back. */
    TRYING(SipTimers.TIMER_C.plus(SipTimers.TRANSACTION_LIFETIME)),
    /**
     * Who lets a call ring for long should say so every minute (RFC 3261 13.3.1.1), but queues play music for much longer
     * after one 183, where no proxy gives up.
     */
    RINGING(Duration.ofMinutes(15)),
    REFUSED(SipTimers.TRANSACTION_LIFETIME),
    /** A person may have to type the password first. */
    CHALLENGED(SipTimers.TIMER_C),
    /** Until its BYE, however long that takes. */
    ANSWERED(Duration.ofNanos(CallPhase.NEVER)),
    ENDED(SipTimers.TRANSACTION_LIFETIME),
    /**
     * The dialog may last at the other side, until there is a BYE with credentials, or one from there: when no media come
     * any more, or at the end of a session interval, of which an hour is a long one (RFC 4028 4).
     */
    BYE_REFUSED(Duration.ofHours(1).plus(SipTimers.TRANSACTION_LIFETIME));

    static final long NEVER = Long.MAX_VALUE;

    private final long patience;

    CallPhase(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** Nanoseconds after its last message; {@link #NEVER} while it is answered. */
    long patience() {
        return patience;
    }

    /** Whether no final response to an INVITE was seen. */
    boolean isUndecided() {
        return this == WAITING || this == TRYING || this == RINGING;
    }

    /** The phase after a response to an INVITE, unless the call is answered by now. */
    CallPhase afterResponse(int status) {
        if (status / 100 == 2) {
            return ANSWERED;
        }
        if (status >= 300) {
            return isChallenge(status) ? CHALLENGED : REFUSED;
        }
        if (this != WAITING && this != TRYING) {
            return this;
        }
        return status == 100 ? TRYING : RINGING;
    }

    /** The phase of an exchange that is no call. */
    static CallPhase ofExchange(SipMessage latest) {
        return latest instanceof SipResponse response && isChallenge(response.status()) ? CHALLENGED : WAITING;
    }

    private static boolean isChallenge(int status) {
        return status == 401 || status == 407;
    }

    /** The phase of a call that a BYE ended: only 481 and 408 refuse a BYE and end the dialog (RFC 3261 12.2.1.2). */
    static CallPhase afterEnd(SipMessage latest) {
        boolean refused = latest instanceof SipResponse response
                && response.status() >= 300
                && response.status() != 481
                && response.status() != 408
                && latest.sequenceMethod().equals(Method.BYE);
        return refused ? BYE_REFUSED : ENDED;
    }
}

package org.callcause.call;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a call ended, with the numbers that the reading rests on. Made by the library.
 *
 * @param kind the outcome
 * @param finalStatus the status code of the last word, or 0 without one
 * @param ringTime how long it rang
 * @param talkTime from the answer to the BYE
 * @param endedBy the side that ended it
 */
public record Disposition(
        Kind kind, int finalStatus, Optional<Duration> ringTime, Optional<Duration> talkTime, Party endedBy) {

    /** Keeps the parts as they are. */
    public Disposition {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(ringTime, "ringTime");
        Objects.requireNonNull(talkTime, "talkTime");
        Objects.requireNonNull(endedBy, "endedBy");
    }

    /** The same numbers under another outcome. */
    public Disposition withKind(Kind other) {
        return new Disposition(other, finalStatus, ringTime, talkTime, endedBy);
    }

    /**
     * The outcomes, each with its nearest word in other vocabularies. The SIP status and the Q.850 cause follow
     * RFC 3398 where it has a row; {@code DIALSTATUS} is that of Asterisk's Dial application.
     */
    public enum Kind {
        /** A 2xx to the INVITE. */
        ANSWERED(200, 16, "ANSWER", "NORMAL_CLEARING"),
        /** The caller's CANCEL, or its BYE before the answer, then 487. */
        CANCELLED(487, 16, "CANCEL", "ORIGINATOR_CANCEL"),
        /** Another device took the call: a CANCEL that says so, or a fork that lost. */
        ANSWERED_ELSEWHERE(487, 26, "CANCEL", "LOSE_RACE"),
        /** 486, 600, or Q.850 cause 17. */
        BUSY(486, 17, "BUSY", "USER_BUSY"),
        /** 603, or a decline said in a Reason header, before it had rung out. */
        DECLINED(603, 21, "BUSY", "CALL_REJECTED"),
        /** It rang, and a timer ended it. */
        NO_ANSWER(480, 19, "NOANSWER", "NO_ANSWER"),
        /** A response that says so. */
        DO_NOT_DISTURB(480, 17, "BUSY", "USER_BUSY"),
        /** A 3xx was the last word. */
        REDIRECTED(302, 23, "CHANUNAVAIL", "REDIRECTION_TO_NEW_DESTINATION"),
        /** Known, but not reachable now, and it did not ring. */
        UNAVAILABLE(480, 20, "CHANUNAVAIL", "SUBSCRIBER_ABSENT"),
        /** The address does not exist, is incomplete or is ambiguous. */
        NOT_FOUND(404, 1, "CHANUNAVAIL", "UNALLOCATED_NUMBER"),
        /** Refused by policy, authentication, identity or the offered media. */
        REJECTED(403, 21, "CONGESTION", "CALL_REJECTED"),
        /** Nobody answered the request. */
        UNREACHABLE(408, 102, "CHANUNAVAIL", "RECOVERY_ON_TIMER_EXPIRE"),
        /** Any other 4xx or 5xx. */
        FAILED(500, 41, "CONGESTION", "NORMAL_TEMPORARY_FAILURE"),
        /** The capture begins or ends so that the outcome cannot be known. */
        INCOMPLETE(0, 31, "", "NORMAL_UNSPECIFIED"),
        /** A 2xx to a request that is not an INVITE. */
        SUCCEEDED(200, 16, "", "NORMAL_CLEARING");

        private final int sipStatus;
        private final int q850Cause;
        private final String asteriskDialStatus;
        private final String freeSwitchHangupCause;

        Kind(int sipStatus, int q850Cause, String asteriskDialStatus, String freeSwitchHangupCause) {
            this.sipStatus = sipStatus;
            this.q850Cause = q850Cause;
            this.asteriskDialStatus = asteriskDialStatus;
            this.freeSwitchHangupCause = freeSwitchHangupCause;
        }

        /** Whether it ended in a way nobody wanted: neither answered, nor withdrawn, nor cut off by the capture. */
        public boolean isFailure() {
            return switch (this) {
                case ANSWERED, SUCCEEDED, CANCELLED, ANSWERED_ELSEWHERE, INCOMPLETE -> false;
                default -> true;
            };
        }

        /** Whether nobody answered, or a server said that it cannot: never the doing of who calls or is called. */
        public boolean isHardFailure() {
            return this == FAILED || this == UNREACHABLE;
        }

        /** The status code that says this best, 0 for {@link #INCOMPLETE}. */
        public int sipStatus() {
            return sipStatus;
        }

        /** The Q.850 cause value that says this best. */
        public int q850Cause() {
            return q850Cause;
        }

        /** What Asterisk's {@code DIALSTATUS} would hold, empty where it has no word. */
        public String asteriskDialStatus() {
            return asteriskDialStatus;
        }

        /** The name of FreeSWITCH's hangup cause. */
        public String freeSwitchHangupCause() {
            return freeSwitchHangupCause;
        }
    }
}

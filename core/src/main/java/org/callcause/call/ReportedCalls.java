package org.callcause.call;

import java.util.Arrays;
import org.callcause.dialog.CapturedMessage;
import org.callcause.hashing.FingerprintNumbers;
import org.callcause.message.SipRequest;

/**
 * The calls that were reported last, within a fixed number, so that what comes late of one of them is not taken for another
 * call. They are no objects and not among those that are open: every message is looked for there first, and that table
 * stays small.
 */
final class ReportedCalls {

    private static final int MOST = 32_768;
    private static final int FEWEST = 64;

    private static final int CALL_ID = 0;
    private static final int LAST_NANOS = 1;
    private static final int WORDS = 2;

    /** Their numbers, by Call-ID; those of one Call-ID that was used again have one place there, and it is the last's. */
    private FingerprintNumbers numbers = new FingerprintNumbers();

    /** What is known of each, by number; the newest takes the place of the oldest. */
    private long[] ring = new long[WORDS * FEWEST];

    private long next = 1;

    /**
     * Takes a call, and forgets the oldest where there would be too many.
     *
     * @param callId the fingerprint of its Call-ID
     * @param lastNanos the latest time of its messages
     */
    void add(long callId, long lastNanos) {
        if (next > MOST) {
            numbers.remove(ring[at(next) + CALL_ID], next - MOST);
        } else if (at(next) == ring.length) {
            ring = Arrays.copyOf(ring, 2 * ring.length);
        }
        ring[at(next) + CALL_ID] = callId;
        ring[at(next) + LAST_NANOS] = lastNanos;
        numbers.put(callId, next);
        next++;
    }

    /** A number made of what {@link #add} will look at; see {@link ReadAhead}. */
    int readAhead(long callId) {
        return (int) numbers.readAhead(callId);
    }

    private static int at(long number) {
        return (int) (number - 1 & MOST - 1) * WORDS;
    }

    /**
     * Whether this message is part of a call that was reported. An INVITE outside a dialog begins a call again, even with a
     * Call-ID that was used, unless it was sent while that call lasted.
     */
    boolean own(long callId, CapturedMessage late) {
        long number = numbers.get(callId);
        if (number == FingerprintNumbers.NONE) {
            return false;
        }
        boolean beginsCall = late.message() instanceof SipRequest request && request.isInitialInvite();
        return !beginsCall || (late.hasTime() && late.nanos() <= ring[at(number) + LAST_NANOS]);
    }

    /** Forgets them all. */
    void clear() {
        numbers = new FingerprintNumbers();
        next = 1;
    }
}

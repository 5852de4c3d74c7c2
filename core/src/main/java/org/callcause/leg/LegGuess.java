package org.callcause.leg;

import java.time.Duration;
import java.util.Objects;

/**
 * Another Call-ID that may belong to the same call, by nothing but the last digits of both numbers, the element between
 * them and the time. A guess: no cause is taken from the other call, and nothing is followed on from it.
 *
 * @param callId the other Call-ID
 * @param later whether the other call began later, so that it would be this one sent on
 * @param gap the time between the two invitations
 */
public record LegGuess(String callId, boolean later, Duration gap) {

    /** Keeps the parts as they are. */
    public LegGuess {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(gap, "gap");
    }

    /** Always {@link LegProof#NUMBERS_AND_TIMING}. */
    public LegProof proof() {
        return LegProof.NUMBERS_AND_TIMING;
    }
}

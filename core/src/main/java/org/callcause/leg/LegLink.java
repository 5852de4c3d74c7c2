package org.callcause.leg;

import java.util.List;
import java.util.Objects;

/**
 * Two legs that belong together, and how that is known. Made by the library.
 *
 * @param earlierCall the {@link org.callcause.call.Call#id id} of the leg that began first
 * @param laterCall that of the other
 * @param relation what the later is to the earlier
 * @param proof the best proof
 * @param further what else proves it
 * @param detail what was found, such as the value that both carry
 */
public record LegLink(
        String earlierCall,
        String laterCall,
        LegRelation relation,
        LegProof proof,
        List<LegProof> further,
        String detail) {

    /** Copies the list. */
    public LegLink {
        Objects.requireNonNull(earlierCall, "earlierCall");
        Objects.requireNonNull(laterCall, "laterCall");
        further = List.copyOf(further);
        Objects.requireNonNull(detail, "detail");
    }

    /** 0 to 100; see {@link LegProof#score()}. */
    public int score() {
        return proof.score();
    }

    /** Whether it is no proof. */
    public boolean isGuess() {
        return proof.isGuess();
    }
}

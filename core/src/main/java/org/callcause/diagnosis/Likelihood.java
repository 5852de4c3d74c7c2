package org.callcause.diagnosis;

/** How sure a diagnosis is, the surest first. */
public enum Likelihood {
    /** The messages prove it. */
    CERTAIN,
    /** Other readings exist, but none that fits this call as well. */
    LIKELY,
    /** One reading among several. */
    POSSIBLE;

    /** The next less sure step; {@link #POSSIBLE} stays. */
    public Likelihood lowered() {
        return this == CERTAIN ? LIKELY : POSSIBLE;
    }
}

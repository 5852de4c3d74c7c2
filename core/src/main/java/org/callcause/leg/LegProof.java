package org.callcause.leg;

/** How it is known that two Call-IDs belong to one call, the most trustworthy first. */
public enum LegProof {
    /** Both invitations carry the same Session-ID, which is made to survive elements that change everything else (RFC 7989). */
    SESSION_ID(100, "Session-ID"),
    /** One carries the other's Call-ID, or both the same value, in a header that is configured for this. */
    CORRELATION_HEADER(95, "correlation header"),
    /** Both carry the same icid in P-Charging-Vector (RFC 7315 4.6). */
    CHARGING_ID(90, "P-Charging-Vector icid"),
    /** A Replaces names the other dialog (RFC 3891), or a REFER asked for this call (RFC 3515, RFC 3892). */
    DIALOG_REFERENCE(85, "Replaces, Refer-To or Referred-By"),
    /** Both offer the session of the same o= line, and the way or the called number fits (RFC 8866 5.2). */
    SESSION_ORIGIN(75, "SDP o= line"),
    /** One carries the branch of the other's top Via further down, as a proxy would (RFC 3261 8.1.1.7). */
    VIA_BRANCH(70, "Via branch"),
    /** Only the last digits of both numbers agree, and the time. Nothing is concluded from it. */
    NUMBERS_AND_TIMING(30, "numbers and timing");

    private final int score;
    private final String words;

    LegProof(int score, String words) {
        this.score = score;
        this.words = words;
    }

    /** 0 to 100: an order of trust, not a probability. */
    public int score() {
        return score;
    }

    /** What it is called in reports. */
    public String words() {
        return words;
    }

    /** Whether it is no proof. A guess is told and never followed further. */
    public boolean isGuess() {
        return this == NUMBERS_AND_TIMING;
    }
}

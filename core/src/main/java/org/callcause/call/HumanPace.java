package org.callcause.call;

import java.time.Duration;

/** How fast a person can be: what comes sooner was done by a machine. Of experience, no standard gives a number. */
public final class HumanPace {

    /**
     * From an INVITE on nobody hears a phone that begins to ring, sees who calls and declines within this time. Machines that
     * ask a list or another network first may take a second and more.
     */
    public static final Duration LEAST_TO_DECLINE = Duration.ofSeconds(2);

    /** Nobody reacts to a phone that rings within this time. */
    public static final Duration LEAST_TO_REACT = Duration.ofMillis(500);

    /** After a refusal nobody hears the tone, hangs up and dials again within this time. */
    public static final Duration LEAST_TO_REDIAL = Duration.ofSeconds(5);

    private HumanPace() {}
}

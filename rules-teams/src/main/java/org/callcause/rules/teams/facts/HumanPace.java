package org.callcause.rules.teams.facts;

import java.time.Duration;

/** How fast a person can be: what comes sooner was done by a machine. Of experience, Microsoft documents neither. */
public final class HumanPace {

    /** From an INVITE on nobody picks up a phone, reads who calls and declines within this time. */
    public static final Duration LEAST_TO_DECLINE = Duration.ofSeconds(2);

    /** After a refusal nobody hears the tone, hangs up and dials again within this time. */
    public static final Duration LEAST_TO_REDIAL = Duration.ofSeconds(5);

    private HumanPace() {}
}

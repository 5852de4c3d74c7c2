package org.callcause.rules.rfc3261.sessiontimer;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** Session timers: what they end, and how they are negotiated (RFC 4028). */
public final class SessionTimerRules {

    private SessionTimerRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(SessionExpiryRules.rules(), RoundAgeRules.rules(), SessionTimerHeaderRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

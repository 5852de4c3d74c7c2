package org.callcause.rules.rfc3261.sessiontimer;

import java.util.List;
import org.callcause.rule.Rule;

/** Session timers. */
public final class SessionTimerRules {

    private SessionTimerRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return List.of();
    }
}

package org.callcause.rules.rfc3261.sessiontimer;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls for session timers. */
public final class SessionTimerCalls {

    private SessionTimerCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return List.of();
    }
}

package org.callcause.rules.rfc3261.network;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls for what telephone networks and their filters say: release causes, identity, blocking. */
public final class NetworkCalls {

    private NetworkCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return List.of();
    }
}

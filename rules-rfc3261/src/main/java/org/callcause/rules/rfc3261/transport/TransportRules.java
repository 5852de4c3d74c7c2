package org.callcause.rules.rfc3261.transport;

import java.util.List;
import org.callcause.rule.Rule;

/** Transports, addresses and what lies between. */
public final class TransportRules {

    private TransportRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return List.of();
    }
}

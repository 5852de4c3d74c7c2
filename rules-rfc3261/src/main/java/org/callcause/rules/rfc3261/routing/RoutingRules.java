package org.callcause.rules.rfc3261.routing;

import java.util.List;
import org.callcause.rule.Rule;

/** The way of requests through proxies, and forking. */
public final class RoutingRules {

    private RoutingRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return List.of();
    }
}

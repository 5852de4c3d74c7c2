package org.callcause.rules.rfc3261.routing;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.RuleExample;

/** Calls for the way of requests through proxies, and forking. */
public final class RoutingCalls {

    private RoutingCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return Stream.of(
                        LoopCalls.examples(),
                        RouteSetCalls.examples(),
                        DownstreamCalls.examples(),
                        ProxyCodeCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}

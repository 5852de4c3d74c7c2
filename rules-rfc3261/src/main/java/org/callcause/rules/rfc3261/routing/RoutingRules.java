package org.callcause.rules.rfc3261.routing;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** The way of requests through proxies, and forking. */
public final class RoutingRules {

    private RoutingRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(
                        MaxForwardsRules.rules(),
                        LoopRules.rules(),
                        RouteSetRules.rules(),
                        RemoteTargetRules.rules(),
                        HiddenUnavailabilityRules.rules(),
                        ServerFailureRules.rules(),
                        ProxyCodeRules.rules(),
                        RedirectRules.rules(),
                        RequiredHeaderRules.rules(),
                        ForeignDomainRules.rules(),
                        ProvisionalOriginRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

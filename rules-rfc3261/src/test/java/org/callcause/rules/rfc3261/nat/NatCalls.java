package org.callcause.rules.rfc3261.nat;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.RuleExample;

/** Calls for addresses behind NATs. */
public final class NatCalls {

    private NatCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return Stream.of(ContactAddressCalls.examples(), ReturnPathCalls.examples(), AddressRewritingCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}

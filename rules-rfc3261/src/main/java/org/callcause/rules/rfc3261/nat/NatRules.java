package org.callcause.rules.rfc3261.nat;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** Addresses that are valid on one side of a NAT only, and what it takes to get through one. */
public final class NatRules {

    private NatRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(ContactAddressRules.rules(), ReturnPathRules.rules(), AddressRewritingRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

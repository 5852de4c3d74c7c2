package org.callcause.rules.rfc3261.network;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** What telephone networks and their filters say: release causes, identity, blocking. */
public final class NetworkRules {

    private NetworkRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(
                        ReleaseCauseRules.rules(),
                        ReasonRules.rules(),
                        SipReasonRules.rules(),
                        EarlyReleaseRules.rules(),
                        AsteriskCauseRules.rules(),
                        AsteriskHangUpRules.rules(),
                        MediaTimeoutRules.rules(),
                        BlockingRules.rules(),
                        IdentityRules.rules(),
                        DiversionRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

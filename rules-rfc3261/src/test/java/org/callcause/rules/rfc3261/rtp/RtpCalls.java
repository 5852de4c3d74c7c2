package org.callcause.rules.rfc3261.rtp;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.RuleExample;

/** Calls whose media were seen. */
public final class RtpCalls {

    private RtpCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return Stream.of(SilentSideCalls.examples(), MediaTargetCalls.examples(), MediaSetupCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}

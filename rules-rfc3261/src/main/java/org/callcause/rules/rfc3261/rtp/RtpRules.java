package org.callcause.rules.rfc3261.rtp;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** Answered calls whose packets of media show that somebody heard nothing. */
public final class RtpRules {

    private RtpRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(SilentSideRules.rules(), MediaTargetRules.rules(), MediaSetupRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

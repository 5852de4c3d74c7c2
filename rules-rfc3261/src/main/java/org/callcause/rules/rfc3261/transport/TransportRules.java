package org.callcause.rules.rfc3261.transport;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** How messages travel: sizes, lengths, connections, and what is done when a server cannot serve. */
public final class TransportRules {

    private TransportRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(
                        MessageSizeRules.rules(),
                        ContentLengthRules.rules(),
                        CutBodyRules.rules(),
                        ConnectionRules.rules(),
                        FailoverRules.rules(),
                        UndeliveredRules.rules(),
                        NextHopRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

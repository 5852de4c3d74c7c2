package org.callcause.rules.rfc3261.transport;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.RuleExample;

/** Calls for transports, addresses and what lies between. */
public final class TransportCalls {

    private TransportCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return Stream.of(
                        MessageSizeCalls.examples(),
                        ContentLengthCalls.examples(),
                        ConnectionCalls.examples(),
                        FailoverCalls.examples(),
                        UndeliveredCalls.examples(),
                        NextHopCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}

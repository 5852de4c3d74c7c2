package org.callcause.rules.rfc3261.transaction;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.RuleExample;

/** Calls for transactions and their timers: what was not answered, repeated or acknowledged. */
public final class TransactionCalls {

    private TransactionCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return Stream.of(
                        NoResponseCalls.examples(),
                        SilentHopCalls.examples(),
                        ProvisionalCalls.examples(),
                        RetransmissionCalls.examples(),
                        FinalResponseCalls.examples(),
                        RefusalAcknowledgementCalls.examples(),
                        AcknowledgementCalls.examples(),
                        CancelCalls.examples(),
                        ResponseMatchingCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}

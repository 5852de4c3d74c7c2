package org.callcause.rules.rfc3261.transaction;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** Transactions and their timers: what was not answered, repeated or acknowledged. */
public final class TransactionRules {

    private TransactionRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(
                        NoResponseRules.rules(),
                        SilentHopRules.rules(),
                        ProvisionalRules.rules(),
                        RetransmissionRules.rules(),
                        FinalResponseRules.rules(),
                        RefusalAcknowledgementRules.rules(),
                        AcknowledgementRules.rules(),
                        AcknowledgementFormRules.rules(),
                        CancelRules.rules(),
                        CancelOutcomeRules.rules(),
                        ResponseMatchingRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

package org.callcause.rules.rfc3261.transaction;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** Transactions and their timers: what was not answered, repeated or acknowledged. */
public final class TransactionRules {

    private TransactionRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(NoResponseRules.rules(), AcknowledgementRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

package org.callcause.rules.rfc3261.transfer;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** Transfer: REFER, its notifications, and Replaces. */
public final class TransferRules {

    private TransferRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(
                        TransferOutcomeRules.rules(),
                        TransferHoldRules.rules(),
                        ReplacesRules.rules(),
                        ReferFormRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

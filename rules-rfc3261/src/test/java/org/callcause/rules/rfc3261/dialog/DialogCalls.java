package org.callcause.rules.rfc3261.dialog;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.RuleExample;

/** Calls for the identity of dialogs and the order within them. */
public final class DialogCalls {

    private DialogCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return Stream.of(
                        SequenceCalls.examples(),
                        RefusedSequenceCalls.examples(),
                        IdentityCalls.examples(),
                        MandatoryHeaderCalls.examples(),
                        DialogEndCalls.examples(),
                        RefusedByeCalls.examples(),
                        DialogEffectCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}

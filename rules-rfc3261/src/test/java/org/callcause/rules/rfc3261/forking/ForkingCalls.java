package org.callcause.rules.rfc3261.forking;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.RuleExample;

/** Calls that ring in several places. */
public final class ForkingCalls {

    private ForkingCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return Stream.of(
                        SeveralAnswersCalls.examples(),
                        BranchCalls.examples(),
                        UnreachedPhoneCalls.examples(),
                        EarlyDialogCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}

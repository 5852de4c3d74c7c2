package org.callcause.rules.rfc3261.forking;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** Calls that ring in several places: the branches, who answered, and what became of the others. */
public final class ForkingRules {

    private ForkingRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(
                        SeveralAnswersRules.rules(),
                        BranchRules.rules(),
                        UnreachedPhoneRules.rules(),
                        EarlyDialogRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

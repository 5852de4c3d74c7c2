package org.callcause.rules.rfc3261.grammar;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** What breaks the grammar of a message. */
public final class GrammarRules {

    private GrammarRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(BrokenMessageRules.rules(), HeaderFormRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

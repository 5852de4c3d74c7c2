package org.callcause.rules.rfc3261.dialog;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** The identity of dialogs and the order within them. */
public final class DialogRules {

    private DialogRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(
                        SequenceRules.rules(),
                        RefusedSequenceRules.rules(),
                        IdentityRules.rules(),
                        MandatoryHeaderRules.rules(),
                        DialogEndRules.rules(),
                        RefusedByeRules.rules(),
                        DialogEffectRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

package org.callcause.rules.rfc3261.registration;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.rule.Rule;

/** Registration, authentication and their challenges. */
public final class RegistrationRules {

    private RegistrationRules() {}

    /** All of this package. */
    public static List<Rule> rules() {
        return Stream.of(
                        AuthenticationRules.rules(),
                        CredentialRules.rules(),
                        NonceRules.rules(),
                        CredentialReuseRules.rules(),
                        ForbiddenRegistrationRules.rules(),
                        ChallengeRules.rules(),
                        BindingRules.rules(),
                        RegistrationIntervalRules.rules(),
                        LapseRules.rules())
                .flatMap(List::stream)
                .toList();
    }
}

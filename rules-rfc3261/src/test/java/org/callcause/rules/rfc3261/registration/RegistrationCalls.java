package org.callcause.rules.rfc3261.registration;

import java.util.List;
import java.util.stream.Stream;
import org.callcause.testkit.RuleExample;

/** Calls for registration, authentication and their challenges. */
public final class RegistrationCalls {

    private RegistrationCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return Stream.of(
                        AuthenticationCalls.examples(),
                        CredentialCalls.examples(),
                        NonceCalls.examples(),
                        ForbiddenRegistrationCalls.examples(),
                        ChallengeCalls.examples(),
                        BindingCalls.examples())
                .flatMap(List::stream)
                .toList();
    }
}

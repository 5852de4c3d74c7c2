package org.callcause.testkit;

import java.util.List;
import java.util.Objects;
import org.callcause.CallReport;
import org.callcause.rule.RuleModule;
import org.callcause.rule.RuleSet;

/**
 * Assertions on what rules say of a call. They throw an {@link AssertionError} that shows the call and what was found.
 *
 * <pre>{@code
 * assertThat(script).examinedBy(new AcmeRules())
 *         .hasDisposition(Disposition.Kind.FAILED)
 *         .isFoundBy("acme/trunk-full")
 *         .hasLikelihood(Likelihood.LIKELY)
 *         .quotes("Retry-After");
 * }</pre>
 */
public final class CallAssertions {

    private CallAssertions() {}

    /** Begins with a script. */
    public static ScriptAssertion assertThat(CallScript script) {
        return new ScriptAssertion(Objects.requireNonNull(script, "script"));
    }

    /** A script that waits for the rules to look at it. */
    public static final class ScriptAssertion {

        private final CallScript script;

        ScriptAssertion(CallScript script) {
            this.script = script;
        }

        /**
         * Examines the script's calls by the rules of these modules alone.
         *
         * @throws AssertionError if a module's rules break the contract and were not taken
         */
        public CallAssertion examinedBy(RuleModule... modules) {
            RuleSet.Builder rules = RuleSet.builder();
            for (RuleModule module : modules) {
                rules.add(module);
            }
            return examinedBy(rules.build());
        }

        /**
         * Examines the script's calls by these rules.
         *
         * @throws AssertionError if some rules could not be loaded
         */
        public CallAssertion examinedBy(RuleSet rules) {
            if (!rules.problems().isEmpty()) {
                throw new AssertionError("not all rules were taken: " + rules.problems());
            }
            List<CallReport> reports = Examination.of(script, rules);
            return new CallAssertion(script, reports, reports);
        }
    }
}

package org.callcause.testkit;

import static org.callcause.rule.Trigger.header;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;

/** A module as an author would write it, with one rule that a more specific one replaces. */
final class SampleRules implements RuleModule {

    static final Rule UNAVAILABLE = Rule.named("sample/unavailable")
            .title("The server cannot serve the call")
            .cites("RFC 3261 21.5.4")
            .on(status(503))
            .check((call, findings) -> findings.diagnose(Cause.UNAVAILABLE_UNDETERMINED, Likelihood.POSSIBLE)
                    .because("the server refused the call with 503")
                    .evidence(call.finalResponse())
                    .remedy(Audience.ADMIN, "look at the server")
                    .confirm("the server's log at that time"));

    static final Rule FULL = Rule.named("sample/trunk-full")
            .title("All trunk channels are in use")
            .cites("RFC 3261 21.5.4")
            .supersedes("sample/unavailable")
            .on(status(503).and(header("Retry-After")))
            .check((call, findings) -> findings.diagnose(Cause.CAPACITY_EXCEEDED, Likelihood.LIKELY)
                    .because("the trunk refused the call and asks to retry in "
                            + call.retryAfter().orElseThrow())
                    .evidence(call.finalResponse(), "Retry-After")
                    .remedy(Audience.ADMIN, "raise the channel limit of the trunk")
                    .confirm("the number of calls on the trunk at that time"));

    static final String FULL_CALL = """
            0.000 caller -> proxy INVITE
            0.020 proxy -> trunk INVITE
            0.040 trunk -> proxy 503 | Retry-After: 20
            0.042 proxy -> trunk ACK
            0.044 proxy -> caller 503
            0.060 caller -> proxy ACK
            """;

    static final String UNAVAILABLE_CALL = """
            0.000 caller -> trunk INVITE
            0.020 trunk -> caller 503
            0.040 caller -> trunk ACK
            """;

    static final String FAILED_CALL = """
            0.000 caller -> trunk INVITE
            0.020 trunk -> caller 500
            0.040 caller -> trunk ACK
            """;

    static final List<RuleExample> EXAMPLES = List.of(
            RuleExample.fires("sample/trunk-full", "The trunk says when to come back.", FULL_CALL),
            RuleExample.silent("sample/trunk-full", "The trunk says nothing more.", UNAVAILABLE_CALL),
            RuleExample.fires("sample/unavailable", "The trunk says nothing more.", UNAVAILABLE_CALL),
            RuleExample.silent("sample/unavailable", "The trunk itself failed.", FAILED_CALL));

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public List<Rule> rules() {
        return List.of(UNAVAILABLE, FULL);
    }
}

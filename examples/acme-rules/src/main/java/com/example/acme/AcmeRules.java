package com.example.acme;

import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.header;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleModule;

/** Rules for Acme trunks. */
public final class AcmeRules implements RuleModule {

    @Override
    public String id() {
        return "acme";
    }

    @Override
    public List<Rule> rules() {
        return List.of(Rule.named("acme/trunk-full")
                .title("All channels of the Acme trunk are in use")
                .cites("RFC 3261 21.5.4")
                .supersedes("rfc3261/503-overload")
                .on(status(503).and(header("X-Acme-Channels")))
                .check((call, findings) -> findings.diagnose(Cause.CAPACITY_EXCEEDED, LIKELY)
                        .because("the trunk refused the call and names its channels in X-Acme-Channels")
                        .evidence(call.finalResponse(), "X-Acme-Channels")
                        .remedy(Audience.ADMIN, "raise the channel limit of the trunk or add a second route")
                        .confirm("the number of concurrent calls on the trunk at that moment")));
    }
}

package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Likelihood.LIKELY;

import java.util.function.Consumer;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rules.rfc3261.reading.HangUps;

/** A session that was described wrongly: a violation always, and the reason of the call's end where it was given up soon. */
final class Broken {

    private Broken() {}

    static void tell(Call call, Findings findings, Cause cause, Consumer<Finding> words) {
        tell(call, findings, cause, LIKELY, words);
    }

    static void tell(Call call, Findings findings, Cause cause, Likelihood likelihood, Consumer<Finding> words) {
        words.accept(findings.violation());
        boolean refused = HangUps.forSession(call);
        if (refused || HangUps.soon(call)) {
            Finding diagnosis = findings.diagnose(cause, likelihood);
            words.accept(diagnosis);
            diagnosis
                    .because(
                            refused
                                    ? "the BYE says that the session could not be used, as a refusal of it would"
                                    : HangUps.told(call) + ", as people do who hear nothing")
                    .evidence(call.bye());
            if (refused) {
                diagnosis.evidence(call.bye(), "Reason");
            }
        }
    }
}

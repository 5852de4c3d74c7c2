package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.HastyRetry;
import org.callcause.rules.rfc3261.reading.RefusalWords;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.UnavailableWords;

/** 503 where the response itself, or the hop behind it, says which of its many causes it was. */
final class ServiceUnavailableCauseRules {

    private static final Search<UnavailableWords> NAMED =
            new Search<>("its own words name the cause", call -> UnavailableWords.in(RefusalWords.besideCauses(call)));

    private ServiceUnavailableCauseRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/503-says-why")
                .title("The server says itself why it is unavailable")
                .cites("RFC 3261 21.5.4")
                .supersedes("rfc3261/503-at-once")
                .supersedes("rfc3261/503-structural")
                .supersedes("rfc3261/503-undetermined")
                .on(status(503).and(CALL_OR_REGISTRATION).and(NAMED.found()))
                .check(NAMED.then(ServiceUnavailableCauseRules::tellNamed)));
    }

    private static void tellNamed(Call call, Findings findings, UnavailableWords named) {
        Finding finding = findings.diagnose(named.cause(), LIKELY)
                .title("The server is unavailable, and says why: " + named.meaning())
                .because(Telling.answeringSide(call) + " answered " + Telling.answerAndTime(call)
                        + ", and its words say that " + named.meaning())
                .because("words are its author's and not the standard's, so they show where to look first");
        RefusalWords.quote(call, finding);
        if (named == UnavailableWords.RATE) {
            HastyRetry.of(call)
                    .ifPresent(hasty -> finding.origin(Refusals.callerRefusedBy(call))
                            .because("it had named the time to wait before, " + hasty.seconds() + " s, and "
                                    + hasty.again().from() + " asked again "
                                    + Telling.later(hasty.refusal(), hasty.again()))
                            .evidence(hasty.refusal())
                            .evidence(hasty.refusal(), "Retry-After")
                            .evidence(hasty.again()));
        }
        finding.remedy(ADMIN, named.remedy())
                .remedy(CALLER, "Try again later or another way")
                .confirm("The log of the server that answered, at the time of this call");
    }
}

package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.RefusalWords;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/**
 * Refusals that name the number shown as the caller's as what is not accepted: carriers take only those that the account
 * owns.
 */
final class CallerNumberRules {

    private static final String NUMBER = "(?:caller(?:'s)? ?-?(?:id|number)|caller origination number"
            + "|calling (?:party(?:'s)? )?(?:number|id)|originat(?:ing|ion|or)(?:'s)? (?:number|id|tn|caller)"
            + "|source number|present(?:ed|ation) number|number in (?:the )?(?:from|p-asserted-identity)|from (?:phone )?number"
            + "|p-asserted-identity|\\b(?:pai|cli|ani)\\b)";

    private static final String NOT_TAKEN =
            "(?:\\bunverified|\\bunauthori[sz]ed|\\binvalid|\\bmalformed|\\bbad\\b|\\bwrong\\b|\\billegal"
                    + "|\\bdisallowed|\\bnot (?:\\w{1,12} ){0,3}?(?:verified|valid|allowed|permitted|authori[sz]ed|accepted|owned"
                    + "|assigned|e\\.?164))";

    private static final Pattern NUMBER_NOT_TAKEN =
            Pattern.compile(NUMBER + "[^\\n.;]{0,30}?" + NOT_TAKEN + "|" + NOT_TAKEN + "[^\\n.;]{0,12}?" + NUMBER
                    // Twilio's numbers for one that was not verified, and for one that is none.
                    + "|(?m:^)\\s*(?:21210|21212|13214)\\b");

    private CallerNumberRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/caller-number-refused")
                .title("The number shown as the caller's is not accepted")
                .cites("RFC 3261 20.43")
                .cites("RFC 3325 9.1")
                .supersedes("rfc3261/403-forbidden")
                .supersedes("rfc3261/404-not-found")
                .supersedes("rfc3261/400-without-fault")
                .supersedes("rfc3261/480-not-registered")
                .supersedes("rfc3261/603-declined")
                .supersedes("rfc3261/603-without-ringing")
                .supersedes("rfc3261/refused-by-machine")
                .supersedes("rfc3261/refused")
                .supersedes("rfc3261/q850-release")
                .on(statusClass(4)
                        .or(statusClass(5))
                        .or(statusClass(6))
                        .and(not(status(401, 407, 428, 433, 436, 437, 438, 486, 487)))
                        .and(method(Method.INVITE))
                        .and(where(
                                "its own words say that the caller's number is not accepted",
                                CallerNumberRules::isStated)))
                .check(CallerNumberRules::tell));
    }

    private static boolean isStated(Call call) {
        return NUMBER_NOT_TAKEN.matcher(RefusalWords.of(call)).find();
    }

    private static void tell(Call call, Findings findings) {
        Optional<TrackedMessage> request = call.decisiveAttempt().flatMap(Transaction::request);
        Finding finding = findings.diagnose(Cause.AUTHORIZATION_REFUSED, LIKELY)
                .origin(Refusals.callerRefusedBy(call))
                .because("the called side answered " + Telling.answerAndCourse(call)
                        + ", and its own words say that it does not accept the number shown as the caller's")
                .evidence(request)
                .evidence(request, "From")
                .evidence(request, "P-Asserted-Identity");
        RefusalWords.quote(call, finding);
        finding.remedy(
                        ADMIN,
                        "Show a number that the account owns or has had verified, in the form that the carrier expects"
                                + " (mostly a plus and the country code), in From and in P-Asserted-Identity")
                .remedy(CARRIER, "Say which numbers this account may show, and in which header they are looked for")
                .remedy(CALLER, "Trying again will not help until the number shown is put right")
                .confirm("Call the same number and show the main number of the account: it should get through");
    }
}

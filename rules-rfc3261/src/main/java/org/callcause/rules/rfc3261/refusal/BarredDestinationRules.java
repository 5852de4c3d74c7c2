package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Transaction;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.RefusalWords;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** Refusals that name the destination as what is not allowed: a country, a range of numbers, a prefix. */
final class BarredDestinationRules {

    private static final String PLACE =
            "(?:destination|(?:dial(?:l)?ed|called) (?:number|prefix|country)|countr(?:y|ies)|\\bprefix"
                    + "|international|number range|\\bregion|\\bzone|\\bgeo|premium)";

    private static final String BARRED =
            "(?:not (?:\\w{1,20} ){0,2}?(?:allow|permit|authori[sz]ed|enabled|included|whitelisted|open)"
                    + "|disallowed|unauthori[sz]ed|barr(?:ed|ing)|blocked|forbidden|restricted|blacklisted|denied|disabled|prohibited"
                    + "|\\bno\\b[\\w ]{0,20}permission)";

    private static final Pattern PLACE_BARRED = Pattern.compile(PLACE + "[^\\n.;,]{0,60}?" + BARRED + "|" + BARRED
            + "[^\\n.;,]{0,30}?" + PLACE + "|\\bno " + PLACE + "[ \\w]{0,20}permission");

    /** Twilio's numbers for its geographic permissions. */
    private static final Pattern TWILIO = Pattern.compile("(?m:^)\\s*(?:13227|21215|32205)\\b");

    /** The address that the call came from is another matter, as is the number shown. */
    private static final Pattern OF_THE_ADDRESS = Pattern.compile("\\bip\\b|from (?:this|your|an?) ");

    private BarredDestinationRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/destination-barred")
                .title("Calls to this destination are not allowed")
                .cites("RFC 3261 21.4.4")
                .cites("RFC 3261 20.43")
                .supersedes("rfc3261/403-forbidden")
                .supersedes("rfc3261/404-not-found")
                .supersedes("rfc3261/603-declined")
                .supersedes("rfc3261/603-without-ringing")
                .supersedes("rfc3261/refused-by-machine")
                .supersedes("rfc3261/q850-release")
                .on(Refusals.callRefusedWith(403, 404, 603)
                        .and(where(
                                "its own words say that the destination is not allowed",
                                BarredDestinationRules::isStated)))
                .check(BarredDestinationRules::tell));
    }

    private static boolean isStated(Call call) {
        String words = RefusalWords.of(call);
        return (PLACE_BARRED.matcher(words).find()
                        && !OF_THE_ADDRESS.matcher(words).find()
                        && !RefusalWords.speakOfTheCaller(words))
                || TWILIO.matcher(words).find();
    }

    private static void tell(Call call, Findings findings) {
        Finding finding = findings.diagnose(Cause.BLOCKED_BY_POLICY, LIKELY)
                .because("the called side answered " + Telling.answerAndCourse(call)
                        + ", and its own words say that calls to this destination are not allowed");
        Refusals.refusedCredentials(call)
                .ifPresent(credentials -> finding.because("the credentials of "
                        + credentials.username().orElse("the account")
                        + " were not asked for again, so the login is in order, and it is the destination that its rights"
                        + " do not cover"));
        finding.because(
                "many carriers open other countries and costly ranges only on demand, as a guard against fraud");
        call.decisiveAttempt().flatMap(Transaction::request).ifPresent(finding::evidence);
        RefusalWords.quote(call, finding);
        finding.remedy(
                        ADMIN,
                        "If the call was meant, allow that country or range in the settings of the account at the carrier;"
                                + " if nobody meant it, look who dials such numbers")
                .remedy(
                        ADMIN,
                        "Check that the number has the form that the carrier expects: without its plus or country"
                                + " code it may be taken for one of another country")
                .remedy(CALLER, "Ask whoever runs the line to allow it: trying again will not help")
                .confirm("Call a number at home over the same account: it should get through");
    }
}

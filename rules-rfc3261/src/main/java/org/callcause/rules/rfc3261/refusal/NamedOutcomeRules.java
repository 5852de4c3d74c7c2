package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.RefusalWords;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/**
 * Refusals whose words name another end than their code: phones that can be set to refuse with any code, and servers that
 * have one code for all.
 */
final class NamedOutcomeRules {

    /** What the words name. */
    @SuppressWarnings("ImmutableEnumChecker") // a cause is a record of one word
    private enum Named {
        DECLINED(
                Cause.DECLINED,
                Disposition.Kind.DECLINED,
                "the callee declined the call",
                "(?:rejected|declined|refused|dismissed) by (?:the )?(?:user|callee|called|remote party|person)"
                        + "|\\b(?:user|callee|called party) (?:has )?(?:rejected|declined|refused|dismissed)",
                "Let the phone refuse with 603 or 486, so that callers and servers can tell"),
        BUSY(
                Cause.BUSY,
                Disposition.Kind.BUSY,
                "the callee is busy",
                "\\b(?:user|callee|called party|subscriber|line|extension)(?: is)? busy\\b",
                "Let the element that answered say 486 for it, so that callers and servers can tell"),
        INVALID_NUMBER(
                Cause.INVALID_NUMBER_FORMAT,
                Disposition.Kind.NOT_FOUND,
                "the called number is not valid as it was sent",
                // The last are Twilio's numbers for a wrong form, for no number at all and for a wrong country code.
                "\\b(?:invalid|malformed|bad|wrong) (?:(?:diall?ed|called|destination|phone|telephone|e\\.?164) )?number\\b"
                        + "(?! (?:of|translation|plan|type)\\b)"
                        + "|(?<!\\b(?:sequence|cseq|port|id|version) )\\bnumber (?:format )?(?:is |was )?"
                        + "(?:invalid|not valid|malformed)\\b"
                        + "|\\bnot (?:a valid |in |valid )e\\.?164|(?m:^)\\s*1322[346]\\b",
                "Send the number in the form that the carrier expects, mostly with a plus and the country code (E.164)"),
        FORWARDING_LOOP(
                Cause.FORWARDING_LOOP,
                Disposition.Kind.FAILED,
                "the call was forwarded too often",
                "\\b(?:too many|max(?:imum)?(?: number of)?) (?:call )?(?:diversion|forwarding|redirection|redirect|deflection)s?\\b"
                        + "|\\b(?:diversion|forwarding|call forward) (?:limit|loop)|\\bdiversions? exceeded",
                "Follow the forwarding of each number from the called one on: one leads back to an earlier one"),
        NO_ROUTE(
                Cause.STRUCTURAL_UNAVAILABLE,
                Disposition.Kind.FAILED,
                "it has no route for the call",
                "\\bno (?:valid |available |matching )?routes? (?:found|available|to|for|defined|matched)",
                "Add a route for the called number where it answered, or send the number in the form that its routes"
                        + " expect");

        private final Cause cause;
        private final Disposition.Kind outcome;
        private final String meaning;
        private final Pattern words;
        private final String remedy;

        Named(Cause cause, Disposition.Kind outcome, String meaning, String words, String remedy) {
            this.cause = cause;
            this.outcome = outcome;
            this.meaning = meaning;
            this.words = Pattern.compile(words);
            this.remedy = remedy;
        }
    }

    private static final Search<Named> NAMED = new Search<>(
            "its own words say that the callee declined or is busy, that the number is not valid, that the call was forwarded too often, or"
                    + " that there is no route",
            NamedOutcomeRules::named);

    private NamedOutcomeRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/outcome-stated")
                .title("The refusal names another reason than its code")
                .cites("RFC 3261 20.43")
                .cites("RFC 3326 2")
                .supersedes("rfc3261/480-not-registered")
                .supersedes("rfc3261/480-rang-out")
                .supersedes("rfc3261/403-forbidden")
                .supersedes("rfc3261/refused-by-machine")
                .supersedes("rfc3261/400-without-fault")
                .on(statusClass(4)
                        .or(statusClass(5))
                        .and(not(status(401, 404, 407, 410, 482, 483, 484, 486, 487, 503)))
                        .and(method(Method.INVITE))
                        .and(NAMED.found()))
                .check(NAMED.then(NamedOutcomeRules::tell)));
    }

    private static Optional<Named> named(Call call) {
        String words = RefusalWords.of(call);
        return Stream.of(Named.values())
                .filter(named -> named.outcome != call.disposition().kind()
                        && named.words.matcher(words).find()
                        && (named != Named.INVALID_NUMBER || !RefusalWords.speakOfTheCaller(words)))
                .findFirst();
    }

    private static void tell(Call call, Findings findings, Named named) {
        Finding finding = findings.diagnose(named.cause, LIKELY)
                .refines(named.outcome)
                .title("The refusal says that " + named.meaning)
                .because("the called side answered " + Telling.answerAndRinging(call) + ", and its own words say that "
                        + named.meaning)
                .because("the code alone would say something else: devices can be set to refuse with any");
        RefusalWords.quote(call, finding);
        finding.remedy(ADMIN, named.remedy)
                .remedy(CALLER, "Go by what the words say, and not by the code")
                .confirm("The log of the element that answered, at the time of this call");
    }
}

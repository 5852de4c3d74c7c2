package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.RefusalWords;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/**
 * Refusals that name a limit, whatever their code: carriers and trunks give busy, forbidden, unavailable or declined for
 * it. What a 503 says is read with its other causes.
 */
final class LimitRules {

    private static final Pattern RATE = Pattern.compile(RefusalWords.TOO_FAST);

    private static final String CALLS = "(?:channel|line|call|session|trunk|circuit|concurren|simul)";

    private static final Pattern TOO_MANY = Pattern.compile("too many (?:\\w{1,20} ){0,2}" + CALLS);

    private static final Pattern LIMIT_OF_CALLS = Pattern.compile(CALLS
            + "\\w{0,12}[ -](?:\\w{1,20}[ -]){0,3}?(?:limit|capacity|quota|maximum|licen[cs]e)"
            + "|(?:max|limit|capacity|quota)\\w{0,12}?[ _-]?(?:\\w{1,20}[ -]){0,4}?" + CALLS
            + "|(?:concurren|simul)\\w{0,12}[ -](?:\\w{1,20}[ -]){0,2}?(?:call|session|channel)");

    private static final Pattern REACHED =
            Pattern.compile("exceed|reach|violat|exhaust|\\bfull\\b|\\bover\\b|used up|\\bhit\\b");

    /** Limits of time, money, hops or bindings are others. */
    private static final Pattern OTHER_LIMIT =
            Pattern.compile("duration|minute|seconds|time ?(?:limit|out)|timer|(?:call|talk)"
                    + " time|credit|balance|cost|spen[dt]|price|daily|per day|month|\\bhops?\\b|attempt|forward|redirect|divert"
                    + "|regist|contact|reached? the (?:called|callee|user|number)|(?:not|n't) (?:be )?reach|unreach");

    /** Which limit. */
    @SuppressWarnings("ImmutableEnumChecker") // a cause is a record of one word
    private enum Limit {
        RATE(
                Cause.RATE_LIMITED,
                "calls come faster than it allows",
                "Send at most as many calls a second as the contract allows, and wait before the next try"),
        CALLS(
                Cause.CAPACITY_EXCEEDED,
                "a limit of calls at one time is reached",
                "Count the calls that were up over that trunk, account or number at that moment, and those that never got"
                        + " their BYE; then raise the limit, or add a second way for what is above it");

        private final Cause cause;
        private final String meaning;
        private final String remedy;

        Limit(Cause cause, String meaning, String remedy) {
            this.cause = cause;
            this.meaning = meaning;
            this.remedy = remedy;
        }
    }

    private static final Search<Limit> STATED = new Search<>(
            "its own words say that a limit of calls is reached, or that they come too fast", LimitRules::stated);

    private LimitRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/limit-stated")
                .title("A limit of calls is reached")
                .cites("RFC 3261 20.43")
                .cites("RFC 3326 2")
                .supersedes("rfc3261/busy")
                .supersedes("rfc3261/480-not-registered")
                .supersedes("rfc3261/403-forbidden")
                .supersedes("rfc3261/404-not-found")
                .supersedes("rfc3261/603-declined")
                .supersedes("rfc3261/603-without-ringing")
                .supersedes("rfc3261/refused-by-machine")
                .supersedes("rfc3261/offer-not-acceptable")
                .supersedes("rfc3261/q850-release")
                .on(statusClass(4)
                        .or(statusClass(5))
                        .or(statusClass(6))
                        .and(not(status(401, 407, 482, 483, 487, 503)))
                        .and(method(Method.INVITE))
                        .and(STATED.found()))
                .check(STATED.then(LimitRules::tell)));
    }

    private static Optional<Limit> stated(Call call) {
        String words = RefusalWords.of(call);
        if (RATE.matcher(words).find()) {
            return Optional.of(Limit.RATE);
        }
        boolean reached = TOO_MANY.matcher(words).find()
                || (LIMIT_OF_CALLS.matcher(words).find()
                        && REACHED.matcher(words).find());
        return reached && !OTHER_LIMIT.matcher(words).find() ? Optional.of(Limit.CALLS) : Optional.empty();
    }

    private static void tell(Call call, Findings findings, Limit limit) {
        Finding finding = findings.diagnose(limit.cause, LIKELY)
                .title("The call was refused because " + limit.meaning)
                .because("the called side answered " + Telling.answerAndCourse(call) + ", and its own words say that "
                        + limit.meaning)
                .because(
                        "the limit is that of the account, the trunk or the line there: it says nothing of the callee, who"
                                + " may be free");
        RefusalWords.quote(call, finding);
        finding.remedy(ADMIN, limit.remedy)
                .remedy(CALLER, "Try again a little later")
                .remedy(CARRIER, "Say which limit it was, of the account, the trunk or the number, and how high it is")
                .confirm("The counters of the element that answered, at the time of this call");
    }
}

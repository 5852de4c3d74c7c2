package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Credentials;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.RefusalWords;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/** 403 Forbidden: understood and refused, and logging in will not help. */
final class ForbiddenRules {

    private static final String MISSING = "(?:is |was )?(?:not|no longer|un)[ -]?registered";

    private static final Pattern OF_CALLER = Pattern.compile(
            "(?:(?:^|\")(?:user )?|\\b(?:caller|source|client) )" + MISSING
                    + "|\\b(?:must|please) register\\b|\\bregistration (?:has )?(?:expired|required)",
            Pattern.MULTILINE);

    /** A number or a brand may also lack a registration, of another kind: a carrier's leave to call from it. */
    private static final Pattern OF_SOMEBODY =
            Pattern.compile("\\b(?:user|endpoint|account|device|subscriber|peer|phone|extension) " + MISSING
                    + "|\\b(?:is|was) (?:not|no longer|un)[ -]?registered");

    /** Whose registration the words of the refusal miss. */
    private enum Missed {
        OF_CALLER,
        OF_CALLEE,
        OF_EITHER
    }

    private static final Search<Missed> MISSED = new Search<>("its words miss a registration", ForbiddenRules::missed);

    private ForbiddenRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/403-forbidden")
                        .title("The caller may not do this")
                        .cites("RFC 3261 21.4.4")
                        .on(status(403)
                                .and(method(Method.INVITE))
                                .and(not(where("its words name the password", Refusals::namesTheCredentials))))
                        .check(ForbiddenRules::forbidden),
                Rule.named("rfc3261/403-not-registered")
                        .title("The call was refused because a registration is missing")
                        .cites("RFC 3261 21.4.4")
                        .cites("RFC 3261 10.2.4")
                        .supersedes("rfc3261/403-forbidden")
                        .on(status(403).and(method(Method.INVITE)).and(MISSED.found()))
                        .check(MISSED.then(ForbiddenRules::notRegistered)),
                Rule.named("rfc3261/403-wrong-password")
                        .title("The credentials were refused with 403")
                        .cites("RFC 3261 21.4.4")
                        .cites("RFC 3261 22.4")
                        .on(status(403)
                                .and(CALL_OR_REGISTRATION)
                                .and(where("its words name the password", Refusals::namesTheCredentials)))
                        .check(ForbiddenRules::wrongPassword));
    }

    private static Optional<TrackedMessage> request(Call call) {
        return call.decisiveAttempt().flatMap(Transaction::request);
    }

    private static void forbidden(Call call, Findings findings) {
        Optional<Credentials> credentials = Refusals.refusedCredentials(call);
        Finding finding = findings.diagnose(
                        Cause.AUTHORIZATION_REFUSED, Refusals.requestCaptured(call) ? LIKELY : POSSIBLE)
                .because("the called side answered " + Telling.answerAndTime(call)
                        + ": it understood the request and refuses it by a rule");
        if (credentials.isPresent()) {
            finding.because("the INVITE carried credentials of "
                    + credentials.get().username().orElse("an unnamed user")
                    + ", and they were not asked for again, so they are probably right: what is refused is then the"
                    + " destination, the number shown as the caller's, or a right or credit of the account");
        } else if (Refusals.requestCaptured(call)) {
            finding.because(
                    "it did not ask for credentials, so what it dislikes is usually the caller's address, number"
                            + " or domain, or the destination");
        }
        finding.evidence(request(call))
                .evidence(request(call), "From")
                .evidence(request(call), "P-Asserted-Identity")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .evidence(call.furthestFinalResponse(), "Warning")
                .remedy(CALLER, "Do not repeat it: ask whoever runs the service that refused")
                .remedy(
                        ADMIN,
                        "Check on the element that answered: barred destinations and the dial plan, the caller's number"
                                + " and domain in From and P-Asserted-Identity, the rights and credit of the account,"
                                + " and the allowed addresses")
                .remedy(CARRIER, "Say which rule refused the request")
                .confirm("The log of the element that answered names the rule");
        if (credentials.isPresent()) {
            finding.confirm("See whether the same account registers with the same password: if not, it is the login");
        }
    }

    private static Optional<Missed> missed(Call call) {
        String words = RefusalWords.of(call);
        if (misses(words, SipMessage::from, call)) {
            return Optional.of(Missed.OF_CALLER);
        }
        if (misses(words, SipMessage::to, call)) {
            return Optional.of(Missed.OF_CALLEE);
        }
        if (OF_CALLER.matcher(words).find()) {
            return Optional.of(Missed.OF_CALLER);
        }
        return OF_SOMEBODY.matcher(words).find() ? Optional.of(Missed.OF_EITHER) : Optional.empty();
    }

    /** Whether the words name the user of this address as the one without a registration. */
    private static boolean misses(String words, Function<SipMessage, Optional<NameAddress>> address, Call call) {
        return request(call)
                .flatMap(request -> address.apply(request.message()))
                .flatMap(named -> named.uri().user())
                .filter(user -> Pattern.compile(
                                "(?<![\\w+])" + Pattern.quote(user.toLowerCase(Locale.ROOT)) + "(?:@\\S+)? " + MISSING)
                        .matcher(words)
                        .find())
                .isPresent();
    }

    private static void notRegistered(Call call, Findings findings, Missed missed) {
        Finding finding = findings.diagnose(Cause.NOT_REGISTERED, missed == Missed.OF_EITHER ? POSSIBLE : LIKELY)
                .because("the called side answered " + Telling.answerAndTime(call)
                        + ", and its own words say that a registration is missing")
                .because("a registration ends by itself when the client does not renew it in time, or when the server"
                        + " restarts and forgets it")
                .evidence(request(call));
        RefusalWords.quote(call, finding);
        switch (missed) {
            case OF_CALLER -> tellCaller(call, finding);
            case OF_CALLEE ->
                finding.title("The callee is not registered, says the 403")
                        .because("the words name the one who was called")
                        .evidence(request(call), "To")
                        .remedy(USER, "Let the phone that was called register again")
                        .confirm("The last REGISTER of the callee: what it was answered, and how long that held");
            case OF_EITHER ->
                finding.title("A registration is missing, of the callee or of the caller")
                        .because("they do not say whose: most often it is that of the one who was called; a server that"
                                + " takes calls only of registered clients says so of the caller")
                        .evidence(request(call), "From")
                        .evidence(request(call), "To")
                        .remedy(USER, "See whether the phones of both sides are registered")
                        .confirm("The list of the registrar at that time: which of the two was not in it");
        }
        finding.remedy(
                ADMIN,
                "Compare the time that the registrar granted with the time after which the client registers"
                        + " again, and see that both use one address and account");
    }

    private static void tellCaller(Call call, Finding finding) {
        finding.title("The caller was refused because it is not registered")
                .origin(Refusals.callerRefusedBy(call))
                .evidence(request(call), "From")
                .ratherThan(
                        Cause.NOT_REGISTERED,
                        "The callee is not registered",
                        "404, 408 or 480 are the words for that, and 403 speaks of the caller's rights")
                .remedy(USER, "Let the phone or PBX that called register again")
                .confirm("The last REGISTER of the caller: what it was answered, and how long that held");
    }

    private static void wrongPassword(Call call, Findings findings) {
        boolean carried = Refusals.refusedCredentials(call).isPresent();
        findings.diagnose(Cause.AUTHENTICATION_FAILED, carried ? LIKELY : POSSIBLE)
                .origin(Refusals.callerRefusedBy(call))
                .because(Telling.answeringSide(call) + " answered " + Telling.answerAndTime(call)
                        + ", and its own words blame the credentials")
                .because(
                        carried
                                ? "the request did carry credentials; 403 instead of a new challenge means that it"
                                        + " will not be asked again"
                                : "the request carried no credentials here, so an earlier element may have checked"
                                        + " them")
                .evidence(request(call), "Authorization")
                .evidence(request(call), "Proxy-Authorization")
                .evidence(call.furthestFinalResponse())
                .remedy(USER, "Enter user name and password again, exactly as given")
                .remedy(
                        ADMIN,
                        "Compare user name, realm and domain of the request with the account on the server, and set"
                                + " the password anew")
                .confirm("The log of the server that answered says whether user, password or domain is wrong");
    }
}

package org.callcause.rules.rfc3261.registration;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Challenge;
import org.callcause.message.Credentials;
import org.callcause.message.SipRequest;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Edited;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** What is wrong with credentials, as far as the messages tell without the password. */
final class CredentialRules {

    private static final Trigger REFUSED_FOR_CREDENTIALS = status(401, 403, 407).and(CALL_OR_REGISTRATION);

    static final Trigger HAS_CREDENTIALS = carries("Authorization").or(carries("Proxy-Authorization"));

    private CredentialRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/auth-realm-mismatch")
                        .title("The credentials are for a realm that nobody asked for")
                        .cites("RFC 3261 22.1")
                        .cites("RFC 3261 22.3")
                        .supersedes("rfc3261/auth-not-answered")
                        .supersedes("rfc3261/auth-refused")
                        .supersedes("rfc3261/403-registration-credentials")
                        .on(REFUSED_FOR_CREDENTIALS.and(where(
                                "no realm of the credentials was challenged", CredentialRules::answersOtherRealm)))
                        .needs(HAS_CREDENTIALS)
                        .check(CredentialRules::realmMismatch),
                Rule.named("rfc3261/auth-realm-unanswered")
                        .title("Several realms asked for credentials, and not all got them")
                        .cites("RFC 3261 16.7")
                        .cites("RFC 3261 22.3")
                        .supersedes("rfc3261/auth-not-answered")
                        .supersedes("rfc3261/auth-refused")
                        .on(status(401, 407)
                                .and(CALL_OR_REGISTRATION)
                                .and(where(
                                        "two realms were challenged, and the last request answers some of them",
                                        call -> !unansweredRealms(call).isEmpty())))
                        .needs(HAS_CREDENTIALS)
                        .check(CredentialRules::realmUnanswered),
                Rule.named("rfc3261/auth-uri-mismatch")
                        .title("The credentials were computed for another address than the request has")
                        .cites("RFC 7616 3.4.6")
                        .cites("RFC 2617 3.2.2.5")
                        .on(REFUSED_FOR_CREDENTIALS.and(where(
                                "the uri of the refused credentials is not the Request-URI",
                                call -> otherUri(call).isPresent())))
                        .needs(HAS_CREDENTIALS)
                        .check(CredentialRules::uriMismatch));
    }

    /** What the request of an attempt carries. */
    static List<Credentials> credentials(Transaction attempt) {
        return attempt.request().map(request -> request.message().credentials()).orElse(List.of());
    }

    /** What the final response to an attempt asks for. */
    static List<Challenge> challenges(Transaction attempt) {
        return attempt.finalResponse()
                .map(response -> response.message().challenges())
                .orElse(List.of());
    }

    private static Finding refused(Call call, Findings findings, Cause cause) {
        return findings.diagnose(cause, LIKELY)
                .origin(Refusals.callerRefusedBy(call))
                .because(Telling.answeringSide(call) + " answered " + Telling.answerAndTime(call));
    }

    /** With the refused credentials and the challenge that came back. */
    static Finding quoted(Call call, Finding finding) {
        Optional<TrackedMessage> request = call.decisiveAttempt().flatMap(Transaction::request);
        return finding.evidence(request, "Authorization")
                .evidence(request, "Proxy-Authorization")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "WWW-Authenticate")
                .evidence(call.furthestFinalResponse(), "Proxy-Authenticate");
    }

    private static Set<String> challengedRealms(Call call) {
        return call.attempts().stream()
                .flatMap(attempt -> challenges(attempt).stream())
                .flatMap(challenge -> challenge.realm().stream())
                .collect(Collectors.toSet());
    }

    private static boolean answersOtherRealm(Call call) {
        Set<String> challenged = challengedRealms(call);
        List<String> given = call.decisiveAttempt().map(CredentialRules::credentials).orElse(List.of()).stream()
                .flatMap(credentials -> credentials.realm().stream())
                .toList();
        return !challenged.isEmpty()
                && !given.isEmpty()
                && given.stream().noneMatch(challenged::contains)
                && call.messages().stream().map(TrackedMessage::message).noneMatch(Edited::is);
    }

    private static void realmMismatch(Call call, Findings findings) {
        String given = call.decisiveAttempt().map(CredentialRules::credentials).orElse(List.of()).stream()
                .flatMap(credentials -> credentials.realm().stream())
                .findFirst()
                .orElse("");
        quoted(
                        call,
                        refused(call, findings, Cause.AUTHENTICATION_FAILED)
                                .because("the credentials are for the realm \"" + given
                                        + "\", and the challenge asked for \""
                                        + Sentences.all(challengedRealms(call).stream()
                                                .sorted()
                                                .toList())
                                        + "\", so the server does not look at them"))
                .remedy(ADMIN, "Leave the realm of the account open, or set it to exactly what the server asks for")
                .remedy(USER, "Check that the account in the device belongs to this server")
                .confirm("Compare the realm in both headers letter by letter, and see whether an element rewrites it");
    }

    /** The challenged realms that the last request left out, where it answered at least one. */
    private static List<String> unansweredRealms(Call call) {
        Set<String> given = call.decisiveAttempt().map(CredentialRules::credentials).orElse(List.of()).stream()
                .flatMap(credentials -> credentials.realm().stream())
                .collect(Collectors.toSet());
        Set<String> challenged = challengedRealms(call);
        boolean some = challenged.stream().anyMatch(given::contains);
        return some && challenged.size() > 1
                ? challenged.stream()
                        .filter(realm -> !given.contains(realm))
                        .sorted()
                        .toList()
                : List.of();
    }

    private static void realmUnanswered(Call call, Findings findings) {
        List<String> missing = unansweredRealms(call);
        quoted(
                        call,
                        refused(call, findings, Cause.AUTHENTICATION_NOT_ANSWERED)
                                .because("more than one realm asked for credentials, and the last request has none for "
                                        + Sentences.all(missing) + ", so that server asks again and again"))
                .remedy(
                        ADMIN,
                        "Give the calling device an account for each realm, or let only one element on the way ask")
                .remedy(USER, "Enter the second account, if you were given one")
                .confirm("See in the device's configuration for which realms it has accounts");
    }

    private static Optional<String> otherUri(Call call) {
        Optional<Transaction> attempt = call.decisiveAttempt();
        Optional<SipRequest> request = attempt.flatMap(Transaction::requestMessage);
        if (request.isEmpty() || Refusals.says(call, "password")) {
            return Optional.empty();
        }
        String target = bare(request.get().requestUri());
        return credentials(attempt.get()).stream()
                .filter(credentials -> credentials.scheme().equalsIgnoreCase("Digest"))
                .flatMap(credentials -> credentials.uri().stream())
                .filter(uri -> !bare(uri).equals(target))
                .findFirst()
                .filter(uri -> !Edited.is(request.get()));
    }

    /** Parameters and the default port make no difference that a server is known to refuse. */
    private static String bare(String uri) {
        int semicolon = uri.indexOf(';');
        String address = semicolon < 0 ? uri : uri.substring(0, semicolon);
        return address.endsWith(":5060") ? address.substring(0, address.length() - 5) : address;
    }

    private static void uriMismatch(Call call, Findings findings) {
        String uri = otherUri(call).orElseThrow();
        Optional<TrackedMessage> request = call.decisiveAttempt().flatMap(Transaction::request);
        quoted(
                        call,
                        findings.diagnose(Cause.AUTHENTICATION_FAILED, POSSIBLE)
                                .origin(Refusals.callerRefusedBy(call))
                                .because(Telling.answeringSide(call) + " answered " + Telling.answer(call))
                                .because("the credentials were computed for " + uri
                                        + ", and the request goes to another address: many servers overlook that, some"
                                        + " refuse it even with the right password")
                                .evidence(request))
                .remedy(
                        ADMIN,
                        "See which element rewrites the Request-URI between the device and the server (ALG, proxy), and"
                                + " let the server authenticate before it")
                .confirm("Compare the request line as it leaves the device with that at the server");
    }
}

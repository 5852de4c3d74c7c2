package org.callcause.rules.rfc3261.registration;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Challenge;
import org.callcause.message.Credentials;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/**
 * 403 to a REGISTER. RFC 3261 21.4.4 keeps it for what credentials cannot change, and would have wrong ones challenged
 * again (22.1); many registrars nevertheless answer a wrong password or an unknown user with 403.
 */
final class ForbiddenRegistrationRules {

    private static final Trigger FORBIDDEN = status(403).and(method(Method.REGISTER));

    private static final Trigger HAD_CREDENTIALS = where(
            "the refused REGISTER carried credentials",
            call -> Refusals.refusedCredentials(call).isPresent());

    private static final Trigger OTHER_WORDS = not(where("its words name the password", Refusals::namesTheCredentials));

    private static final Trigger CREDENTIALS_FAILED_BEFORE = where(
            "credentials that answered a challenge were challenged again before, not as stale, and none was accepted since",
            call -> !refusedBefore(call).isEmpty());

    private ForbiddenRegistrationRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/403-registration-credentials")
                        .title("The registrar did not accept the credentials")
                        .cites("RFC 3261 21.4.4")
                        .cites("RFC 3261 22.1")
                        .on(FORBIDDEN.and(HAD_CREDENTIALS).and(OTHER_WORDS))
                        .check(ForbiddenRegistrationRules::credentialsRefused),
                Rule.named("rfc3261/403-registration-account")
                        .title("The account is blocked, or may not register from here")
                        .cites("RFC 3261 21.4.4")
                        .cites("RFC 3261 10.3")
                        .on(FORBIDDEN.and(HAD_CREDENTIALS).and(OTHER_WORDS))
                        .check(ForbiddenRegistrationRules::accountRefused),
                Rule.named("rfc3261/403-registration-unasked")
                        .title("The registrar refuses this client before it asks for a password")
                        .cites("RFC 3261 21.4.4")
                        .cites("RFC 3261 10.3")
                        .on(FORBIDDEN.and(not(HAD_CREDENTIALS)).and(OTHER_WORDS).and(not(CREDENTIALS_FAILED_BEFORE)))
                        .check(ForbiddenRegistrationRules::unasked),
                Rule.named("rfc3261/403-registration-after-failures")
                        .title("The registrar bars the client, whose credentials it had refused before")
                        .cites("RFC 3261 21.4.4")
                        .cites("RFC 3261 22.1")
                        .on(FORBIDDEN.and(not(HAD_CREDENTIALS)).and(OTHER_WORDS).and(CREDENTIALS_FAILED_BEFORE))
                        .check(ForbiddenRegistrationRules::barredAfterFailures));
    }

    private static Optional<TrackedMessage> request(Call call) {
        return call.decisiveAttempt().flatMap(Transaction::request);
    }

    private static String user(Call call) {
        return Refusals.refusedCredentials(call).flatMap(Credentials::username).orElse("an unnamed user");
    }

    private static boolean wasChallenged(Call call) {
        return before(call).anyMatch(ForbiddenRegistrationRules::isChallenge);
    }

    private static boolean isChallenge(Transaction attempt) {
        return attempt.finalStatus() == 401 || attempt.finalStatus() == 407;
    }

    private static Stream<Transaction> before(Call call) {
        return call.attempts().stream()
                .takeWhile(attempt -> !Optional.of(attempt).equals(call.decisiveAttempt()));
    }

    /**
     * Since the client was last accepted, the requests whose credentials were challenged again, though they answered the
     * challenge just before and it was not too old.
     */
    private static List<Transaction> refusedBefore(Call call) {
        List<Transaction> refused = new ArrayList<>();
        List<String> issued = List.of();
        for (Transaction attempt : before(call).toList()) {
            if (isChallenge(attempt)) {
                List<Challenge> challenges = CredentialRules.challenges(attempt);
                boolean answered = CredentialRules.credentials(attempt).stream()
                        .flatMap(credentials -> credentials.nonce().stream())
                        .anyMatch(issued::contains);
                if (answered && challenges.stream().noneMatch(Challenge::stale)) {
                    refused.add(attempt);
                }
                issued = challenges.stream()
                        .flatMap(challenge -> challenge.nonce().stream())
                        .toList();
            } else if (attempt.finalStatus() / 100 == 2) {
                refused.clear();
                issued = List.of();
            }
        }
        return refused;
    }

    /** Whether its words speak of the account, the address or a limit. */
    private static boolean namesTheAccount(Call call) {
        return Refusals.says(
                call,
                "disabled",
                "suspend",
                "block",
                "banned",
                "blacklist",
                "not allowed",
                "not permitted",
                "address",
                "expired",
                "limit",
                "too many",
                "domain");
    }

    private static Finding begun(Call call, Findings findings, Cause cause, boolean first) {
        return findings.diagnose(cause, first ? LIKELY : POSSIBLE)
                .origin(Refusals.callerRefusedBy(call))
                .because("the REGISTER carried credentials of " + user(call) + ", and the registrar's side answered "
                        + Telling.answerAndTime(call)
                        + (wasChallenged(call) ? ", after it had asked for them" : ""));
    }

    private static Finding quoted(Call call, Finding finding) {
        return finding.evidence(request(call), "Authorization")
                .evidence(request(call), "Proxy-Authorization")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .evidence(call.furthestFinalResponse(), "Warning");
    }

    private static void credentialsRefused(Call call, Findings findings) {
        Finding finding = begun(call, findings, Cause.AUTHENTICATION_FAILED, !namesTheAccount(call))
                .because("RFC 3261 would have it ask again when they are wrong; many registrars say 403 instead, for a"
                        + " wrong password, a user name that they do not know, or an authorization ID that does not"
                        + " belong to the address that is registered");
        if (!namesTheAccount(call)) {
            finding.ratherThan(
                    Cause.REGISTRATION_REJECTED,
                    "The account is blocked, or may not register from here",
                    "possible, and behind: nothing in the answer speaks of it, and a wrong login is far more frequent");
        }
        quoted(call, finding)
                .remedy(USER, "Enter user name, authorization ID and password of the account again, exactly as given")
                .remedy(
                        ADMIN,
                        "Compare the user name of the credentials (" + user(call)
                                + "), the address in To and the realm with the account at the registrar, and set the"
                                + " password anew")
                .remedy(
                        ADMIN,
                        "If they are right, look whether the account is blocked and whether it may register from the"
                                + " address of this client")
                .confirm("The registrar's log says whether the user is unknown, the password wrong or the account"
                        + " barred");
    }

    private static void accountRefused(Call call, Findings findings) {
        Finding finding = begun(call, findings, Cause.REGISTRATION_REJECTED, namesTheAccount(call));
        if (namesTheAccount(call)) {
            finding.because("its own words speak of the account, the address or a limit rather than of the password");
        } else {
            finding.because("a registrar refuses so for good when the account is barred or unpaid, or when the address"
                    + " of the client is not on its list; the answer does not say that");
        }
        quoted(call, finding)
                .evidence(request(call), "Contact")
                .remedy(USER, "Ask who runs the service whether the account is active")
                .remedy(
                        ADMIN,
                        "Look at the account on the registrar: whether it is active, from which addresses it may"
                                + " register, and how many contacts it may have")
                .remedy(CARRIER, "Say whether the account or the address of the client is barred")
                .confirm("Register the same account from another address, and another account from this one");
    }

    private static void barredAfterFailures(Call call, Findings findings) {
        List<Transaction> refused = refusedBefore(call);
        Transaction latest = refused.get(refused.size() - 1);
        Finding finding = findings.diagnose(Cause.AUTHENTICATION_FAILED, LIKELY)
                .origin(Refusals.callerRefusedBy(call))
                .because("the registrar's side had asked again after "
                        + (refused.size() == 1 ? "a REGISTER" : refused.size() + " REGISTERs")
                        + " with credentials, so it did not accept them")
                .because("it answered the next REGISTER " + Telling.answerAndTime(call)
                        + " without asking any more, as registrars do that bar an address or an account for some time"
                        + " after failed logins");
        call.finalResponse()
                .flatMap(response -> response.message().retryAfter())
                .ifPresent(wait -> finding.because("its Retry-After says for how long: " + wait.seconds() + " s"));
        finding.evidence(latest.request(), "Authorization")
                .evidence(latest.finalResponse())
                .evidence(request(call))
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Retry-After")
                .remedy(
                        USER,
                        "Enter user name and password of the account again, exactly as given, and switch the device"
                                + " off until the bar is over")
                .remedy(
                        ADMIN,
                        "Compare user name, realm and password with the account at the registrar, then take the client"
                                + " off the registrar's list of banned addresses")
                .confirm("The registrar's log, or that of what bans for it, names the failed logins and the bar");
    }

    private static void unasked(Call call, Findings findings) {
        findings.diagnose(Cause.REGISTRATION_REJECTED, Refusals.requestCaptured(call) ? LIKELY : POSSIBLE)
                .origin(Refusals.callerRefusedBy(call))
                .because("the registrar's side answered " + Telling.answerAndTime(call)
                        + (Refusals.requestCaptured(call)
                                ? ", without asking for credentials"
                                : "; whether the REGISTER carried credentials was not captured"))
                .because((Refusals.requestCaptured(call) ? "so it is not the password: " : "if it did not, ")
                        + "the registrar does not serve this domain, user or device, or bars"
                        + " the address that the client comes from")
                .evidence(request(call))
                .evidence(request(call), "To")
                .evidence(request(call), "Contact")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .evidence(call.furthestFinalResponse(), "Warning")
                .remedy(USER, "Check the domain or server name and the user name of the account in the device")
                .remedy(
                        ADMIN,
                        "Look on the registrar at its lists of allowed and banned addresses (a ban after wrong"
                                + " passwords looks like this), the domains it serves, and filters on the User-Agent")
                .remedy(CARRIER, "Say which rule refused the registration")
                .confirm(
                        "The registrar's log names the rule; register from another address to tell the address from the"
                                + " account");
    }
}

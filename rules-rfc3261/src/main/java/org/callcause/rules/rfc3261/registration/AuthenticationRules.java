package org.callcause.rules.rfc3261.registration;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.CloseReason;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Challenge;
import org.callcause.message.Credentials;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** 401 and 407 as the last word: the challenge was not answered, or not well. A challenge that is answered is healthy. */
final class AuthenticationRules {

    private static final Trigger CHALLENGED_TO_THE_END =
            status(401, 407).and(CALL_OR_REGISTRATION).and(ended(Disposition.Kind.REJECTED));

    /** A device answers at once; a person may have to type the password, which shows in a capture that goes on. */
    private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(5);

    private AuthenticationRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/auth-not-answered")
                        .title("The caller did not answer the request for credentials")
                        .cites("RFC 3261 22.1")
                        .cites("RFC 3261 22.2")
                        .on(CHALLENGED_TO_THE_END.and(where(
                                "no request carried credentials for it",
                                call -> lastCredentials(call).isEmpty())))
                        .check(AuthenticationRules::notAnswered),
                Rule.named("rfc3261/auth-refused")
                        .title("The credentials were refused")
                        .cites("RFC 3261 22.2")
                        .cites("RFC 3261 22.4")
                        .on(CHALLENGED_TO_THE_END
                                .and(where(
                                        "the request carried credentials",
                                        call -> lastCredentials(call).isPresent()))
                                .and(where("the challenge is not marked stale", call -> !lastChallengeIsStale(call))))
                        .check(AuthenticationRules::refused));
    }

    private static Optional<TrackedMessage> lastRequest(Call call) {
        return call.decisiveAttempt().flatMap(Transaction::request);
    }

    private static Optional<Credentials> lastCredentials(Call call) {
        List<String> realms = lastChallenges(call).stream()
                .flatMap(challenge -> challenge.realm().stream())
                .toList();
        return lastRequest(call).map(request -> request.message().credentials()).orElse(List.of()).stream()
                .filter(credentials -> realms.isEmpty()
                        || credentials
                                .realm()
                                .filter(realm -> !realms.contains(realm))
                                .isEmpty())
                .findFirst();
    }

    private static List<Challenge> lastChallenges(Call call) {
        return call.finalResponse()
                .map(response -> response.message().challenges())
                .orElse(List.of());
    }

    private static boolean lastChallengeIsStale(Call call) {
        return lastChallenges(call).stream().anyMatch(Challenge::stale);
    }

    private static void notAnswered(Call call, Findings findings) {
        Optional<Duration> watched = call.observedAfterEnd();
        boolean waited = call.closedBecause() == CloseReason.OVER
                || watched.filter(time -> time.compareTo(TIME_TO_ANSWER) >= 0).isPresent();
        if (watched.isEmpty()) {
            findings.notChecked("whether the caller had the time to answer: the source gives no times, and ends with"
                    + " the challenge");
        }
        Finding finding = findings.diagnose(Cause.AUTHENTICATION_NOT_ANSWERED, waited ? LIKELY : POSSIBLE)
                .origin(Refusals.callerRefusedBy(call))
                .because(Telling.answeringSide(call) + " answered " + Telling.answerAndTime(call)
                        + ", which asks for credentials and is normal by itself")
                .because("no further " + call.method().name() + " with credentials followed"
                        + (waited || watched.isEmpty() ? "" : ", up to the end of what was captured"));
        lastChallenges(call).stream()
                .flatMap(challenge -> challenge.realm().stream())
                .findFirst()
                .ifPresent(realm -> finding.because("the credentials asked for belong to the realm " + realm));
        finding.evidence(lastRequest(call))
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "WWW-Authenticate")
                .evidence(call.furthestFinalResponse(), "Proxy-Authenticate")
                .remedy(USER, "Enter user name and password for this account in the calling device")
                .remedy(
                        ADMIN,
                        "If the caller should not need credentials, let the server know its address; if it"
                                + " should, check that it holds credentials for this realm and algorithm")
                .confirm("See in the calling device's log why it did not try again, and that the capture shows the"
                        + " way a second request would take");
    }

    private static void refused(Call call, Findings findings) {
        List<TrackedMessage> answered = requestsWithCredentials(call);
        Optional<Transaction> accepted = accepted(call);
        boolean freshNonce = usedNonceOfThisCall(call) && !Refusals.says(call, "nonce");
        String user = lastCredentials(call).flatMap(Credentials::username).orElse("an unnamed user");
        Finding finding = findings.diagnose(
                        Cause.AUTHENTICATION_FAILED, freshNonce && accepted.isEmpty() ? CERTAIN : LIKELY)
                .origin(Refusals.callerRefusedBy(call))
                .because("the " + call.method().name() + " carried credentials of " + user + ", and "
                        + Telling.answeringSide(call) + " answered " + Telling.answer(call) + " again");
        if (accepted.isPresent()) {
            finding.because(
                    "the registrar's side had taken credentials of this user before, so that the password or the"
                            + " account was changed since, here or there, or the server did not accept its own nonce");
        } else if (freshNonce) {
            finding.because(
                    "the credentials were made for the nonce that had just been given and the new challenge does"
                            + " not call it stale, so user name, password or realm is wrong");
        } else {
            finding.because(
                    "whether the nonce was still valid cannot be seen here; a wrong user name, password or realm"
                            + " is the usual reason");
        }
        if (answered.size() > 1) {
            finding.because(answered.size() + " requests with credentials were refused so");
        }
        CredentialRules.quoted(call, finding.evidence(accepted.flatMap(Transaction::finalResponse)))
                .remedy(USER, "Enter user name and password again, exactly as given")
                .remedy(
                        ADMIN,
                        "Compare the user name and the realm of the credentials with the account on the server,"
                                + " and set the password anew")
                .confirm(
                        "The log of the server that challenged says whether the user is unknown or the password wrong");
    }

    /** The latest request before whose credentials of the same user were taken. */
    private static Optional<Transaction> accepted(Call call) {
        Optional<Credentials> refused = lastCredentials(call);
        return call.attempts().stream()
                .filter(attempt -> attempt.finalStatus() / 100 == 2)
                .filter(attempt -> CredentialRules.credentials(attempt).stream()
                        .anyMatch(credentials -> refused.filter(
                                        one -> one.username().isPresent()
                                                && one.username().equals(credentials.username())
                                                && one.realm().equals(credentials.realm()))
                                .isPresent()))
                .reduce((earlier, later) -> later);
    }

    private static List<TrackedMessage> requestsWithCredentials(Call call) {
        List<TrackedMessage> requests = new ArrayList<>();
        for (Transaction attempt : call.attempts()) {
            attempt.request()
                    .filter(request -> !request.message().credentials().isEmpty())
                    .filter(request -> attempt.finalStatus() == 401 || attempt.finalStatus() == 407)
                    .ifPresent(requests::add);
        }
        return requests;
    }

    /** Whether the refused credentials answer a nonce that an earlier response of this call offered. */
    private static boolean usedNonceOfThisCall(Call call) {
        Optional<String> used = lastCredentials(call).flatMap(Credentials::nonce);
        return used.isPresent()
                && call.attempts().stream()
                        .filter(attempt -> !Optional.of(attempt).equals(call.decisiveAttempt()))
                        .flatMap(attempt -> attempt.finalResponse().stream())
                        .flatMap(response -> response.message().challenges().stream())
                        .anyMatch(challenge -> challenge.nonce().equals(used));
    }
}

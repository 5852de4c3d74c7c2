package org.callcause.rules.rfc3261.registration;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Transaction;
import org.callcause.message.Challenge;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** Credentials that were refused for their nonce and not for the password. */
final class NonceRules {

    private static final Trigger REFUSED_FOR_CREDENTIALS = status(401, 403, 407).and(CALL_OR_REGISTRATION);

    private static final Trigger CHALLENGED_TO_THE_END =
            status(401, 407).and(CALL_OR_REGISTRATION).and(ended(Disposition.Kind.REJECTED));

    private static final String KEEP_NONCES =
            "Let the servers of a cluster share their nonces or keep each client at one of them; lengthen the nonce"
                    + " lifetime; check their clocks";

    /** One stale nonce is in order; after the second fresh nonce that is stale at once, no third will do. */
    private static final int TELLING_STALE_CHALLENGES = 2;

    private NonceRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/auth-stale-loop")
                        .title("Each nonce is called stale as soon as it is used")
                        .cites("RFC 3261 22.4")
                        .cites("RFC 7616 3.3")
                        .supersedes("rfc3261/auth-stale-nonce")
                        .supersedes("rfc3261/auth-refused")
                        .on(REFUSED_FOR_CREDENTIALS.and(where(
                                "two or more requests with credentials were answered with stale=true, the last with a"
                                        + " nonce that was new",
                                call -> isStaleLoop(call) && !usedStale(call))))
                        .needs(CredentialRules.HAS_CREDENTIALS)
                        .check(NonceRules::loop),
                Rule.named("rfc3261/auth-old-nonce")
                        .title("The caller keeps to an old nonce")
                        .cites("RFC 3261 22.2")
                        .cites("RFC 7616 3.3")
                        .supersedes("rfc3261/auth-stale-nonce")
                        .supersedes("rfc3261/auth-refused")
                        .on(REFUSED_FOR_CREDENTIALS.and(where(
                                "the last request has a nonce that an earlier answer called stale",
                                NonceRules::usedStale)))
                        .needs(CredentialRules.HAS_CREDENTIALS)
                        .check(NonceRules::old),
                Rule.named("rfc3261/auth-stale-nonce")
                        .title("The nonce had expired, and the caller gave up instead of trying again")
                        .cites("RFC 3261 22.4")
                        .cites("RFC 2617 3.2.1")
                        .on(CHALLENGED_TO_THE_END.and(where(
                                "the credentials were answered with a challenge that is marked stale",
                                call -> hasCredentials(call)
                                        && latestChallenges(call).stream().anyMatch(Challenge::stale))))
                        .needs(CredentialRules.HAS_CREDENTIALS)
                        .check(NonceRules::stale),
                Rule.named("rfc3261/auth-nonce-blamed")
                        .title("The server blames the nonce, and does not call it stale")
                        .cites("RFC 3261 22.4")
                        .cites("RFC 7616 3.3")
                        .supersedes("rfc3261/auth-refused")
                        .on(CHALLENGED_TO_THE_END.and(where(
                                "its words speak of the nonce alone, and stale=true is missing",
                                call -> hasCredentials(call)
                                        && Refusals.says(call, "nonce")
                                        && !Refusals.namesTheCredentials(call)
                                        && latestChallenges(call).stream().noneMatch(Challenge::stale))))
                        .needs(CredentialRules.HAS_CREDENTIALS)
                        .check(NonceRules::blamed));
    }

    private static boolean hasCredentials(Call call) {
        return Refusals.refusedCredentials(call).isPresent();
    }

    private static List<Challenge> latestChallenges(Call call) {
        return call.decisiveAttempt().map(CredentialRules::challenges).orElse(List.of());
    }

    private static boolean isChallenge(Transaction attempt) {
        return attempt.finalStatus() == 401 || attempt.finalStatus() == 407;
    }

    private static List<Transaction> staleChallenges(Call call) {
        return call.attempts().stream()
                .filter(attempt -> isChallenge(attempt)
                        && !CredentialRules.credentials(attempt).isEmpty())
                .filter(attempt -> CredentialRules.challenges(attempt).stream().anyMatch(Challenge::stale))
                .toList();
    }

    private static boolean isStaleLoop(Call call) {
        return staleChallenges(call).size() >= TELLING_STALE_CHALLENGES;
    }

    /** Whether the last nonce is one that an earlier answer called stale, and gave a new one for. */
    private static boolean usedStale(Call call) {
        Optional<String> used = nonce(call.decisiveAttempt());
        return used.isPresent()
                && staleChallenges(call).stream()
                        .map(Optional::of)
                        .filter(attempt -> !attempt.equals(call.decisiveAttempt()))
                        .anyMatch(attempt -> nonce(attempt).equals(used));
    }

    private static Optional<String> nonce(Optional<Transaction> attempt) {
        return attempt.map(CredentialRules::credentials).orElse(List.of()).stream()
                .flatMap(credentials -> credentials.nonce().stream())
                .findFirst();
    }

    private static void loop(Call call, Findings findings) {
        CredentialRules.quoted(
                        call,
                        findings.diagnose(Cause.AUTHENTICATION_FAILED, LIKELY)
                                .because(Telling.answeringSide(call) + " answered " + Telling.answerAndTime(call))
                                .because(staleChallenges(call).size()
                                        + " requests with credentials came back with stale=true and a new nonce each"
                                        + " time; stale says that the password is right, so the server does not accept"
                                        + " its own nonces"))
                .remedy(ADMIN, KEEP_NONCES)
                .remedy(ADMIN, "See whether an element on the way keeps an old nonce or answers challenges itself")
                .confirm("The server's log says how old it takes each nonce to be");
    }

    private static void old(Call call, Findings findings) {
        CredentialRules.quoted(
                        call,
                        findings.diagnose(Cause.AUTHENTICATION_FAILED, LIKELY)
                                .origin(Refusals.callerRefusedBy(call))
                                .because(Telling.answeringSide(call) + " answered " + Telling.answerAndTime(call))
                                .because("it had called the nonce stale before and given a new one, and the caller came"
                                        + " back with the old one; stale says that the password is right"))
                .remedy(ADMIN, "Update the calling device: it has to take the nonce of the latest challenge")
                .remedy(
                        ADMIN,
                        "See whether an element on the way answers challenges for it, with a nonce that it keeps")
                .confirm("The device's log says which nonce it holds");
    }

    private static void stale(Call call, Findings findings) {
        CredentialRules.quoted(
                        call,
                        findings.diagnose(Cause.AUTHENTICATION_NOT_ANSWERED, LIKELY)
                                .origin(Refusals.callerRefusedBy(call))
                                .because("the " + call.method().name() + " carried credentials, and "
                                        + Telling.answeringSide(call) + " answered " + Telling.answer(call)
                                        + " with a new nonce and stale=true")
                                .because("that means that the credentials are right and only the nonce was too old; the"
                                        + " caller should have tried once more with the new one, and did not"))
                .remedy(ADMIN, "Update the calling device; until then a longer nonce lifetime on the server helps")
                .remedy(USER, "Try again: a new call begins with a new nonce")
                .confirm("See in the calling device's log why it did not answer the second challenge");
    }

    private static void blamed(Call call, Findings findings) {
        CredentialRules.quoted(
                        call,
                        findings.diagnose(Cause.AUTHENTICATION_FAILED, LIKELY)
                                .because("the " + call.method().name() + " carried credentials, and "
                                        + Telling.answeringSide(call) + " answered " + Telling.answerAndTime(call)
                                        + ": its words blame the nonce, and not the user or the password")
                                .because(
                                        "its challenge does not say stale=true, which alone lets a client try the same"
                                                + " password with the new nonce, so clients give up or ask for another password"))
                .remedy(ADMIN, KEEP_NONCES)
                .remedy(ADMIN, "Let the server say stale=true where only the nonce is too old")
                .remedy(USER, "Try again; the password need not be wrong")
                .confirm("The server's log says how old it takes each nonce to be, and which of its machines gave it");
    }
}

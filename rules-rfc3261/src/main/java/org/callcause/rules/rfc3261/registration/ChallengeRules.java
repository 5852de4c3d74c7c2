package org.callcause.rules.rfc3261.registration;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.MessagePattern.response;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.sent;
import static org.callcause.rule.Trigger.some;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Sides;

/** Challenges that are not as RFC 3261 22 has them. */
final class ChallengeRules {

    private ChallengeRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/challenge-header")
                        .title("A 401 or 407 lacks the challenge that belongs into it")
                        .cites("RFC 3261 22.2")
                        .cites("RFC 3261 22.3")
                        .on(responded(401, 407)
                                .and(where(
                                        "a 401 has no WWW-Authenticate, or a 407 no Proxy-Authenticate",
                                        call -> unchallenging(call).isPresent())))
                        .needs(some(response(401).without("WWW-Authenticate"))
                                .or(some(response(407).without("Proxy-Authenticate"))))
                        .check(ChallengeRules::wrongHeader),
                Rule.named("rfc3261/cancel-challenged")
                        .title("A CANCEL was asked for credentials")
                        .cites("RFC 3261 22.1")
                        .on(sent(Method.CANCEL)
                                .and(responded(401, 407))
                                .and(where(
                                        "a CANCEL was answered 401 or 407",
                                        call -> challengedCancel(call).isPresent())))
                        .check(ChallengeRules::cancelChallenged));
    }

    private static Optional<TrackedMessage> unchallenging(Call call) {
        return call.transactions().stream()
                .filter(transaction -> !transaction.method().equals(Method.CANCEL))
                .flatMap(transaction -> transaction.finalResponse().stream())
                .filter(response -> (response.status() == 401
                                && response.message().lacks(HeaderName.WWW_AUTHENTICATE))
                        || (response.status() == 407 && response.message().lacks(HeaderName.PROXY_AUTHENTICATE)))
                .findFirst();
    }

    private static void wrongHeader(Call call, Findings findings) {
        TrackedMessage response = unchallenging(call).orElseThrow();
        boolean server = response.status() == 401;
        boolean other = response.message().has(server ? HeaderName.PROXY_AUTHENTICATE : HeaderName.WWW_AUTHENTICATE);
        findings.violation()
                .origin(Sides.senderOf(call, response))
                .because("a " + response.status() + " has to say in "
                        + (server ? "WWW-Authenticate" : "Proxy-Authenticate") + " what credentials it wants; this one "
                        + (other
                                ? "says it in the header of the other code, and a client may answer in the wrong header"
                                : "says nothing, so no client can answer it"))
                .evidence(response)
                .evidence(response, "WWW-Authenticate")
                .evidence(response, "Proxy-Authenticate")
                .remedy(ADMIN, "Correct the server; if it means to refuse for good, 403 is the code for it")
                .confirm("Compare with the response as it left its author");
    }

    private static Optional<Transaction> challengedCancel(Call call) {
        return call.transactions(Method.CANCEL).stream()
                .filter(cancel -> cancel.finalStatus() == 401 || cancel.finalStatus() == 407)
                .findFirst();
    }

    private static void cancelChallenged(Call call, Findings findings) {
        Transaction cancel = challengedCancel(call).orElseThrow();
        TrackedMessage response = cancel.finalResponse().orElseThrow();
        findings.violation()
                .origin(Sides.senderOf(call, response))
                .because("a CANCEL cannot be sent again with credentials, so a server must not ask for them; the caller"
                        + " cannot take its call back, and phones may go on ringing")
                .evidence(cancel.request())
                .evidence(response)
                .remedy(ADMIN, "Let the server take a CANCEL from wherever it took the INVITE")
                .confirm("See whether the INVITE was ended all the same");
    }
}

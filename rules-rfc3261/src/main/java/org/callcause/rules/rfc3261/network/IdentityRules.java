package org.callcause.rules.rfc3261.network;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** The signed identity of the caller (STIR), where it stopped a call or was only complained of. */
final class IdentityRules {

    private IdentityRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/identity-refused")
                        .title("The proof of the caller's identity was refused")
                        .cites("RFC 8224 6.2.2")
                        .supersedes("rfc3261/403-forbidden")
                        .on(Refusals.callRefusedWith(428, 436, 437, 438)
                                .or(status(403).and(where("its phrase is Stale Date", IdentityRules::isStale))))
                        .check(IdentityRules::refused),
                Rule.named("rfc3261/identity-doubted")
                        .title("The proof of the caller's identity did not hold, and the call went on")
                        .cites("RFC 9410 3")
                        .on(method(Method.INVITE)
                                .and(carries("Reason"))
                                .and(where(
                                        "a response has a Reason of STIR, and the call was not refused for it",
                                        call -> !wasRefused(call)
                                                && doubted(call).isPresent())))
                        .needs(Trait.UNUSUAL_REASON)
                        .check(IdentityRules::tellDoubted));
    }

    private static boolean isStale(Call call) {
        return call.finalPhrase().toLowerCase(Locale.ROOT).contains("stale date");
    }

    private static boolean wasRefused(Call call) {
        return switch (call.finalStatus()) {
            case 428, 436, 437, 438 -> true;
            default -> call.finalStatus() == 403 && isStale(call);
        };
    }

    private static String meaning(int status) {
        return switch (status) {
            case 428 ->
                "the called network wants a signed identity, and says that the INVITE arrived there without one";
            case 436 -> "the certificate named in the Identity header could not be fetched from there";
            case 437 ->
                "the certificate named in the Identity header is not accepted: expired, of an authority that is"
                        + " not trusted, or not for this number";
            case 438 ->
                "the signature does not fit the INVITE: the calling or called number was changed after it was"
                        + " signed, or the key is another one";
            default -> "the Date of the INVITE is too old or too far ahead for its signature";
        };
    }

    private static String remedy(int status) {
        return switch (status) {
            case 428 -> "Let the originating carrier sign the call, and border elements pass the Identity header on";
            case 436 -> "See that the URL in info= can be reached from outside and answers with the certificate";
            case 437 -> "Renew the certificate, and check its authority and the numbers that it covers";
            case 438 -> "Sign after the last change of numbers: number rewriting behind the signing point breaks it";
            default -> "Synchronise the clock of the signing element";
        };
    }

    /** The invitation with its signature, else as the caller sent it. */
    private static Optional<TrackedMessage> invitation(Call call) {
        return call.decisiveAttempt().stream()
                .flatMap(attempt -> attempt.hops().stream())
                .flatMap(hop -> hop.request().stream())
                .filter(IdentityRules::isSigned)
                .findFirst()
                .or(() -> call.decisiveAttempt().flatMap(Transaction::request));
    }

    private static boolean isSigned(TrackedMessage invite) {
        return invite.message().header("Identity").isPresent();
    }

    private static void refused(Call call, Findings findings) {
        Optional<TrackedMessage> request = invitation(call);
        boolean signed = request.filter(IdentityRules::isSigned).isPresent();
        boolean wanting = call.finalStatus() == 428;
        // What is refused is a signature that this capture does not hold: only the code speaks of it.
        boolean unseen = request.isPresent() && !signed && !wanting;
        // A 428 to an INVITE without a signature, and a refused signature that is there, agree with what was sent.
        boolean agreeing = request.isPresent() && signed != wanting && !isStale(call);
        Finding finding = findings.diagnose(Cause.IDENTITY_INVALID, agreeing ? CERTAIN : LIKELY)
                .origin(signer(call, request, unseen))
                .title("The proof of the caller's identity was refused: " + Telling.answer(call))
                .because(
                        "the called side answered " + Telling.answerAndTime(call) + ": " + meaning(call.finalStatus()));
        if (request.isPresent()) {
            finding.because(
                    signed
                            ? "the INVITE in this capture carries an Identity header"
                                    + (wanting ? ", so something on the way took it off" : "")
                            : "the INVITE in this capture carries no Identity header"
                                    + (wanting
                                            ? ""
                                            : ", so the one that was refused was added behind this place, or the code"
                                                    + " is meant otherwise there"));
        }
        finding.evidence(request, "Identity")
                .evidence(request, "Date")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .ratherThan(
                        Cause.AUTHENTICATION_FAILED,
                        "The caller's password was refused",
                        "the code is about the signed number, not about credentials, which a 401 or 407 would ask for")
                .remedy(CARRIER, remedy(call.finalStatus()))
                .remedy(
                        ADMIN,
                        signed
                                ? "Give the carrier the Identity header and the time of this call"
                                : "Give the carrier the Call-ID, the numbers and the time of this call")
                .confirm(
                        wanting
                                ? "Capture the INVITE at the place that refused: does it carry an Identity header there"
                                : "Verify the Identity header by hand with its certificate, at the place that refused");
    }

    /** Who added the header that was refused; a caller who sent none has signed nothing. */
    private static Origin signer(Call call, Optional<TrackedMessage> invitation, boolean unseen) {
        if (unseen) {
            return signedBehind(call);
        }
        Optional<TrackedMessage> asSent = call.decisiveAttempt().flatMap(Transaction::request);
        return invitation
                .filter(signed -> isSigned(signed)
                        && asSent.filter(sent -> !isSigned(sent)).isPresent())
                .map(signed -> new Origin(
                        Origin.NETWORK,
                        signed.from(),
                        Origin.Basis.SEEN,
                        "which signed the call: its caller had sent no Identity header; "
                                + Refusals.callerRefusedBy(call).explanation()))
                .orElseGet(() -> Refusals.callerRefusedBy(call));
    }

    private static Origin signedBehind(Call call) {
        Origin refused = Refusals.callerRefusedBy(call);
        return new Origin(
                Origin.NETWORK,
                call.nextHop(),
                Origin.Basis.INFERRED,
                "signed at or behind " + call.nextHop()
                        + (refused.explanation().isEmpty() ? "" : "; " + refused.explanation()));
    }

    private static Optional<TrackedMessage> doubted(Call call) {
        return call.messages().stream()
                .filter(message -> message.status() > 100)
                .filter(message -> message.message().reasons().stream().anyMatch(reason -> reason.isOf("STIR")))
                .findFirst();
    }

    private static void tellDoubted(Call call, Findings findings) {
        TrackedMessage response = doubted(call).orElseThrow();
        findings.violation()
                .origin(new Origin(
                        Origin.CALLER, call.caller(), Origin.Basis.INFERRED, "as " + response.from() + " reports"))
                .because("message #" + response.index()
                        + " reports a fault of the caller's Identity header; the call was"
                        + " not refused for it, and the callee may see it as unverified")
                .evidence(response)
                .evidence(response, "Reason")
                .remedy(CARRIER, "Mend the signing of this number; the cause in the Reason names the fault")
                .confirm("Verify the Identity header by hand with its certificate");
    }
}

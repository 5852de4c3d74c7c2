package org.callcause.rules.rfc3261.registration;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Sides;

/** How long a registration is to hold, and how long the registrar lets it hold (RFC 3261 10.2.8 and 10.3). */
final class RegistrationIntervalRules {

    private static final Trigger REGISTRATION = method(Method.REGISTER);

    private RegistrationIntervalRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/423-not-adapted")
                        .title("The device goes on asking for a shorter registration than the registrar allows")
                        .cites("RFC 3261 10.2.8")
                        .cites("RFC 3261 21.4.17")
                        .on(REGISTRATION
                                .and(status(423))
                                .and(where(
                                        "a later REGISTER still asks for less than Min-Expires",
                                        call -> stubborn(call).isPresent())))
                        .check(RegistrationIntervalRules::notAdapted),
                Rule.named("rfc3261/423-misused")
                        .title("The registrar calls an interval too short that may not be called so")
                        .cites("RFC 3261 10.3")
                        .on(REGISTRATION
                                .and(responded(423))
                                .and(where(
                                        "the REGISTER asked for an hour or more, or for the end",
                                        call -> misused(call).isPresent())))
                        .check(RegistrationIntervalRules::intervalMisused));
    }

    private static Optional<SipMessage> request(Transaction attempt) {
        return attempt.request().map(TrackedMessage::message);
    }

    private static OptionalLong minimum(Transaction attempt) {
        String value = attempt.finalResponse()
                .flatMap(response -> response.message().header(HeaderName.MIN_EXPIRES))
                .orElse("")
                .strip();
        return attempt.finalStatus() == 423 && value.matches("[0-9]{1,10}")
                ? OptionalLong.of(Long.parseLong(value))
                : OptionalLong.empty();
    }

    private record Stubborn(Transaction told, Transaction later, long minimum, long asked) {}

    private static Optional<Stubborn> stubborn(Call call) {
        List<Transaction> attempts = call.attempts();
        for (int i = 0; i + 1 < attempts.size(); i++) {
            OptionalLong minimum = minimum(attempts.get(i));
            Transaction later = attempts.get(i + 1);
            Optional<SipMessage> next = request(later);
            if (minimum.isPresent() && next.isPresent() && Bindings.requested(next.get()) < minimum.getAsLong()) {
                return Optional.of(
                        new Stubborn(attempts.get(i), later, minimum.getAsLong(), Bindings.requested(next.get())));
            }
        }
        return Optional.empty();
    }

    private static void notAdapted(Call call, Findings findings) {
        Stubborn found = stubborn(call).orElseThrow();
        findings.diagnose(Cause.REGISTRATION_REJECTED, CERTAIN)
                .origin(Refusals.callerRefusedBy(call))
                .because("the registrar takes registrations of " + found.minimum()
                        + " s and more (423 with Min-Expires), and the next REGISTER asks for " + found.asked()
                        + " s again")
                .evidence(found.told().finalResponse())
                .evidence(found.told().finalResponse(), "Min-Expires")
                .evidence(found.later().request(), "Expires")
                .evidence(found.later().request(), "Contact")
                .remedy(
                        ADMIN,
                        "Set the registration interval of the device to at least " + found.minimum()
                                + " s, or lower the registrar's minimum")
                .confirm("The device's log says whether it read Min-Expires");
    }

    private static Optional<Transaction> misused(Call call) {
        return call.attempts().stream()
                .filter(attempt -> attempt.finalStatus() == 423)
                .filter(attempt -> request(attempt)
                        .filter(register -> Bindings.requested(register) >= Bindings.USUAL_SECONDS
                                || Bindings.requested(register) == 0)
                        .isPresent())
                .findFirst();
    }

    private static boolean names(SipMessage register) {
        return register.expires().isPresent()
                || register.contacts().stream()
                        .anyMatch(contact -> Bindings.expiry(contact).isPresent());
    }

    private static void intervalMisused(Call call, Findings findings) {
        Transaction attempt = misused(call).orElseThrow();
        long asked = Bindings.requested(request(attempt).orElseThrow());
        Finding finding = call.finalStatus() == 423
                ? findings.diagnose(Cause.REGISTRATION_REJECTED, LIKELY)
                : findings.violation();
        TrackedMessage response = attempt.finalResponse().orElseThrow();
        finding.origin(Sides.senderOf(call, response))
                .because((names(request(attempt).orElseThrow())
                                ? "the device asked for " + asked + " s"
                                : "the device named no time, which leaves it to the registrar")
                        + ", and the registrar answered 423; it may do so only for"
                        + " more than 0 and less than 3600 s")
                .evidence(attempt.request(), "Expires")
                .evidence(attempt.request(), "Contact")
                .evidence(response)
                .evidence(response, "Min-Expires")
                .remedy(ADMIN, "Lower the minimum interval of the registrar to an hour or less")
                .confirm("Compare the Expires as the device sent it with that at the registrar");
    }
}

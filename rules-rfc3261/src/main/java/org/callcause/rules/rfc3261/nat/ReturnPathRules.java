package org.callcause.rules.rfc3261.nat;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.retransmitted;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import java.util.function.Predicate;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.HostKind;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.ViaReading;

/** The way of a response back through a NAT: received and rport (RFC 3261 18.2, RFC 3581). */
final class ReturnPathRules {

    /** A request that goes on being repeated after it was answered: one repeat may have crossed the answer. */
    private static final int TELLING_REPEATS = 2;

    private ReturnPathRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/response-to-closed-port")
                        .title("The answers go to a port that the caller's NAT does not pass")
                        .cites("RFC 3261 18.2.2")
                        .cites("RFC 3581 3")
                        .on(retransmitted(TELLING_REPEATS)
                                .and(CALL_OR_REGISTRATION)
                                .and(timed(
                                        "the request was repeated after its answer, and its Via is private and lacks"
                                                + " rport",
                                        has(ReturnPathRules::goesToClosedPort))))
                        .check(ReturnPathRules::closedPort),
                Rule.named("rfc3261/response-from-other-socket")
                        .title("The answer comes from another address or port than the request went to")
                        .cites("RFC 3581 4")
                        .on(CALL_OR_REGISTRATION.and(where(
                                "the request asked for rport, and the response came from another socket",
                                has(via -> via.asksForReturnPort() && via.answersFromElsewhere()))))
                        .needs(Trait.OTHER_SOCKET)
                        .check(ReturnPathRules::otherSocket),
                Rule.named("rfc3261/via-return-address")
                        .title("The answering side did not note where the request came from")
                        .cites("RFC 3261 18.2.1")
                        .cites("RFC 3581 4")
                        .on(CALL_OR_REGISTRATION.and(where(
                                "the Via of the response lacks received, or its rport is empty",
                                has(via -> via.lacksReceived() || via.lacksReturnPort()))))
                        .needs(Trait.UNUSUAL_VIA)
                        .check(ReturnPathRules::returnAddress));
    }

    private static Predicate<Call> has(Predicate<ViaReading> predicate) {
        return call -> ViaReading.of(call).filter(predicate).isPresent();
    }

    private static boolean goesToClosedPort(ViaReading via) {
        return via.repeatsAfterResponse() >= TELLING_REPEATS
                && !via.hop().transport().isReliable()
                && !via.asksForReturnPort()
                && HostKind.of(via.sent().host()).isLocal()
                && HostKind.of(via.request().from().host()) == HostKind.PUBLIC;
    }

    private static void closedPort(Call call, Findings findings) {
        ViaReading via = ViaReading.of(call).orElseThrow();
        TrackedMessage response = via.response().orElseThrow();
        findings.diagnose(Cause.NAT_SIGNALLING, LIKELY)
                .origin(Sides.senderOf(call, via.request()))
                .because("the request came from " + via.request().from() + " and names "
                        + via.sent().sentBy()
                        + " in its Via without rport, so the answer goes to the port named there, which the NAT in"
                        + " front of the sender did not open")
                .because("it was repeated " + via.repeatsAfterResponse() + " times after it had been answered, so the"
                        + " answer did not arrive")
                .evidence(via.request(), "Via")
                .evidence(response)
                .remedy(
                        ADMIN,
                        "Switch on rport (symmetric response routing, RFC 3581) in the device, or let the server"
                                + " answer to where the request came from in any case")
                .confirm("Capture at the device: do the answers arrive");
    }

    private static void otherSocket(Call call, Findings findings) {
        ViaReading via = ViaReading.of(call).orElseThrow();
        boolean lost = via.repeatsAfterResponse() >= TELLING_REPEATS;
        TrackedMessage response = via.response().orElseThrow();
        Finding finding = lost ? findings.diagnose(Cause.NAT_SIGNALLING, LIKELY) : findings.violation();
        finding.origin(Sides.senderOf(call, response))
                .because("the request went to " + via.hop().to() + ", and the answer comes from " + response.from()
                        + "; where rport is asked for it has to come from where the request went, or a NAT or firewall"
                        + " in front of the caller drops it");
        if (lost) {
            finding.because("the request was repeated " + via.repeatsAfterResponse()
                    + " times after that, so it seems to have been dropped");
        }
        finding.evidence(via.request(), "Via")
                .evidence(response)
                .remedy(
                        ADMIN,
                        "Let the server send from the address and port that it listens on (one socket, no other"
                                + " interface, no port translation on the way out)")
                .confirm("Capture at the caller: does the answer arrive, and from which address");
    }

    private static void returnAddress(Call call, Findings findings) {
        ViaReading via = ViaReading.of(call).orElseThrow();
        TrackedMessage response = via.response().orElseThrow();
        Finding finding = findings.violation().origin(Sides.senderOf(call, response));
        if (via.lacksReceived()) {
            finding.because("the request came from " + via.request().from() + " and names "
                    + via.sent().sentBy()
                    + " in its Via; the answering side has to add received with the real address, and did not, so an"
                    + " element on the way that goes by the Via would lose the answer");
        } else {
            finding.because("the request asks for rport, the port it came from, and it came back empty");
        }
        finding.evidence(via.request(), "Via")
                .evidence(response, "Via")
                .remedy(ADMIN, "Update the answering side or switch on its NAT support")
                .confirm("Compare the Via of the response as it left its author");
    }
}

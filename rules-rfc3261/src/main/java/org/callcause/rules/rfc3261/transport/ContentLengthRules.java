package org.callcause.rules.rfc3261.transport;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.MessagePattern.message;
import static org.callcause.rule.Trigger.defect;
import static org.callcause.rule.Trigger.some;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Defect;
import org.callcause.message.DefectKind;
import org.callcause.message.HeaderName;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Edited;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** Content-Length, by which a receiver knows where a message ends (RFC 3261 18.3). */
final class ContentLengthRules {

    private ContentLengthRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/content-length")
                        .title("Content-Length does not fit the message")
                        .cites("RFC 3261 18.3")
                        .cites("RFC 3261 20.14")
                        .on(defect(DefectKind.TRUNCATED_BODY)
                                .or(defect(DefectKind.CONTENT_LENGTH_MISMATCH))
                                .or(defect(DefectKind.BAD_CONTENT_LENGTH)))
                        .check(ContentLengthRules::unfit),
                Rule.named("rfc3261/content-length-missing")
                        .title("A message on a stream does not say how long it is")
                        .cites("RFC 3261 18.3")
                        .cites("RFC 3261 20.14")
                        .on(where(
                                "a message over TCP or TLS has no Content-Length",
                                call -> lacking(call).isPresent()))
                        .needs(some(message().without("Content-Length")))
                        .check(ContentLengthRules::missing));
    }

    private static Optional<TrackedMessage> broken(Call call, DefectKind... kinds) {
        return call.messages().stream()
                .filter(message -> !message.message().hasIntactStructure())
                .filter(message ->
                        message.message().defects().stream().map(Defect::kind).anyMatch(List.of(kinds)::contains))
                .findFirst();
    }

    private static void unfit(Call call, Findings findings) {
        Optional<TrackedMessage> contradictory =
                broken(call, DefectKind.CONTENT_LENGTH_MISMATCH, DefectKind.BAD_CONTENT_LENGTH);
        if (contradictory.isPresent()) {
            TrackedMessage message = contradictory.get();
            findings.violation()
                    .origin(Sides.senderOrWay(call, message))
                    .because("its Content-Length is repeated with different values or is no number, so receivers may"
                            + " disagree on where the message ends")
                    .evidence(message, "Content-Length")
                    .remedy(ADMIN, "Update the sender, or the element that adds the second header")
                    .confirm("Compare with the message as it left its author");
            return;
        }
        TrackedMessage message = broken(call, DefectKind.TRUNCATED_BODY).orElseThrow();
        Optional<Transaction> refused = call.transactions().stream()
                .filter(transaction -> transaction.finalStatus() == 400)
                .filter(transaction -> transaction.hops().stream()
                        .map(Hop::request)
                        .flatMap(Optional::stream)
                        .anyMatch(request -> request.index() == message.index()))
                .findFirst();
        long declared = message.message().contentLength().orElse(0);
        int there = message.message().bodyLength();
        if (refused.isEmpty() || Edited.is(message.message())) {
            findings.notChecked("whether message " + message.index() + " is broken: it declares a body of " + declared
                    + " bytes and has " + there
                    + "; either its Content-Length is wrong, or the capture cut it off, or somebody replaced addresses in"
                    + " it; a capture with full packets would tell");
            return;
        }
        Finding finding = refused.equals(call.decisiveAttempt())
                ? findings.diagnose(Cause.MALFORMED_MESSAGE, LIKELY)
                : findings.violation();
        finding.origin(Sides.senderOrWay(call, message))
                .because("the request declares a body of " + declared + " bytes and has " + there
                        + ", and the other side answered " + refused.get().finalStatus() + ", as it has to: "
                        + Telling.answer(call))
                .evidence(message)
                .evidence(message, "Content-Length")
                .evidence(refused.get().finalResponse())
                .remedy(
                        ADMIN,
                        "See which element changed the body without the length (SIP ALG of a router, media"
                                + " rewriting of a proxy)")
                .confirm("Capture where the message is made and compare");
    }

    private static Optional<TrackedMessage> lacking(Call call) {
        for (TrackedMessage message : call.messages()) {
            boolean stream = switch (message.transport()) {
                case TCP, TLS -> true;
                case UDP, SCTP, WS, WSS, UNKNOWN -> false;
            };
            if (stream && message.message().lacks(HeaderName.CONTENT_LENGTH)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    private static void missing(Call call, Findings findings) {
        TrackedMessage message = lacking(call).orElseThrow();
        findings.violation()
                .origin(Sides.senderOrWay(call, message))
                .because("it went over " + message.transport()
                        + ", where only Content-Length tells where one message ends and the next begins, and has none")
                .evidence(message)
                .remedy(ADMIN, "Update the sender")
                .confirm("See whether the receiver takes the next message on this connection");
    }
}

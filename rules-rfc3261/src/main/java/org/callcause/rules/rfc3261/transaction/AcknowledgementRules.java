package org.callcause.rules.rfc3261.transaction;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Telling;

/** The ACK of an answered call. */
final class AcknowledgementRules {

    /** One lost packet makes one repeat; two show that the ACK does not come. */
    private static final int TELLING_RETRANSMISSIONS = 2;

    /** A lost ACK is repaired by the next one; a 2xx that is repeated for so long never got any. */
    private static final Duration TELLING_SPAN = Duration.ofSeconds(16);

    private AcknowledgementRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/missing-ack")
                .title("The answer was never acknowledged")
                .cites("RFC 3261 13.3.1.4")
                .cites("RFC 3261 13.2.2.4")
                .on(ended(Disposition.Kind.ANSWERED)
                        .and(method(Method.INVITE))
                        .and(where(
                                "the 2xx was sent again and again",
                                call -> unacknowledged(call).isPresent())))
                .check(AcknowledgementRules::missing));
    }

    /** The hop on which the answer was repeated for want of an ACK. */
    private static Optional<Hop> unacknowledged(Call call) {
        Transaction answered = call.decisiveAttempt().orElseThrow();
        return answered.hops().stream()
                .filter(hop -> hop.finalResponseRetransmissions() >= TELLING_RETRANSMISSIONS)
                .filter(hop -> !answered.isAcknowledged() || repeatedFor(hop).compareTo(TELLING_SPAN) >= 0)
                .findFirst();
    }

    private static Duration repeatedFor(Hop hop) {
        List<TrackedMessage> answers = hop.messages().stream()
                .filter(message -> message.status() / 100 == 2)
                .toList();
        return Duration.ofNanos(
                answers.get(answers.size() - 1).nanos() - answers.get(0).nanos());
    }

    private static void missing(Call call, Findings findings) {
        Hop hop = unacknowledged(call).orElseThrow();
        Transaction answered = call.decisiveAttempt().orElseThrow();
        TrackedMessage answer = hop.finalResponse().orElseThrow();
        boolean seen = answered.isAcknowledged();
        boolean toTheEnd = repeatedFor(hop).compareTo(TELLING_SPAN) >= 0;
        Finding finding = findings.diagnose(Cause.MISSING_ACK, toTheEnd && !seen ? CERTAIN : LIKELY)
                .origin(new Origin(
                        Origin.CALLER, hop.from(), Origin.Basis.INFERRED, "or the way from there to " + hop.to()))
                .because(hop.to() + " sent its " + answer.status() + " "
                        + (hop.finalResponseRetransmissions() + 1) + " times over " + Telling.time(repeatedFor(hop))
                        + ", as it does while no ACK reaches it");
        if (seen) {
            finding.because("an ACK was captured here, but it did not arrive or was not accepted there");
        } else {
            finding.because("no ACK was captured");
        }
        misdirection(hop, answer).ifPresent(finding::because);
        finding.because("without an ACK the answering side gives up after 32 s and ends the call")
                .evidence(answer)
                .evidence(answer, "Contact")
                .evidence(answer, "Record-Route");
        answered.acknowledgements().stream().findFirst().ifPresent(finding::evidence);
        finding.remedy(
                        ADMIN,
                        "See that the answering side puts a reachable address into its Contact (NAT settings, external"
                                + " address), and that the Record-Route of the proxies is right")
                .remedy(ADMIN, "Check that firewalls let the caller's side reach that address")
                .confirm("Capture at the caller: does it send an ACK, and to which address");
    }

    /** A Contact that is not the address the INVITE went to is where an ACK goes astray. */
    private static Optional<String> misdirection(Hop hop, TrackedMessage answer) {
        return answer.message().contacts().stream()
                .findFirst()
                .map(NameAddress::uri)
                .filter(uri -> hop.to().isKnown() && !uri.host().equals(hop.to().host()))
                .map(uri -> "the Contact sends the ACK to " + uri.raw() + ", which is not the address " + hop.to()
                        + " that the INVITE went to: if it is wrong or private, it misdirects the ACK");
    }
}

package org.callcause.rules.rfc3261.transaction;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.has;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Traffic;

/** The ACK of a refused INVITE, which the client's transaction sends hop by hop. */
final class RefusalAcknowledgementRules {

    /** One lost packet makes one repeat; two show that the ACK does not come. */
    private static final int TELLING_REPEATS = 2;

    private record Fault(Hop hop, TrackedMessage acknowledgement, String header, String what) {}

    private static final Search<Hop> MISSING =
            new Search<>("a refusal was repeated and no ACK came", RefusalAcknowledgementRules::unacknowledged);
    private static final Search<Fault> WRONG = new Search<>(
            "the ACK of a refusal is not that of its INVITE", RefusalAcknowledgementRules::wrongAcknowledgement);

    private RefusalAcknowledgementRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/missing-ack-of-refusal")
                        .title("The refusal was never acknowledged")
                        .cites("RFC 3261 17.2.1")
                        .cites("RFC 3261 17.1.1.3")
                        .on(has(Trait.REFUSAL).and(has(Trait.SENT_AGAIN)).and(MISSING.found()))
                        .check(MISSING.then(RefusalAcknowledgementRules::missing)),
                Rule.named("rfc3261/bad-ack-of-refusal")
                        .title("The ACK of the refusal is malformed")
                        .cites("RFC 3261 17.1.1.3")
                        .on(has(Trait.REFUSAL).and(WRONG.found()))
                        .needs(Trait.UNUSUAL_REFUSAL_ACK)
                        .check(WRONG.then(RefusalAcknowledgementRules::wrong)));
    }

    private static Optional<Hop> unacknowledged(Call call) {
        return Traffic.hops(call, true)
                .filter(RefusalAcknowledgementRules::isRefused)
                .filter(hop -> hop.finalResponseRetransmissions() >= TELLING_REPEATS
                        && hop.acknowledgement().isEmpty())
                .findFirst();
    }

    private static boolean isRefused(Hop hop) {
        return hop.finalStatus() >= 300;
    }

    private static void missing(Call call, Findings findings, Hop hop) {
        TrackedMessage refusal = hop.finalResponse().orElseThrow();
        findings.violation()
                .origin(Sides.receiverOf(call, refusal, "or the way from there to " + hop.to()))
                .because(hop.to() + " sent its " + refusal.status() + " "
                        + Sentences.times(hop.finalResponseRetransmissions() + 1)
                        + ", as it does while no ACK reaches it, and no ACK was captured")
                .because("the ACK has to take the way of the INVITE: the same address, port and transport; either the"
                        + " refusal does not reach " + hop.from() + ", or its ACK goes elsewhere or is blocked")
                .because("the call had failed before; what is lost is that the caller learns of it")
                .evidence(refusal)
                .evidence(refusal, "Via")
                .remedy(ADMIN, "Let firewalls and NAT pass both ways between " + hop.from() + " and " + hop.to())
                .confirm("Capture at " + hop.from() + ": does the refusal arrive, and where does the ACK go");
    }

    private static Optional<Fault> wrongAcknowledgement(Call call) {
        return Traffic.hops(call, true)
                .filter(RefusalAcknowledgementRules::isRefused)
                .filter(hop ->
                        hop.request().isPresent() && hop.acknowledgement().isPresent())
                .flatMap(hop -> fault(hop).stream())
                .findFirst();
    }

    private static Optional<Fault> fault(Hop hop) {
        SipRequest invite = (SipRequest) hop.request().orElseThrow().message();
        TrackedMessage seen = hop.acknowledgement().orElseThrow();
        SipMessage acknowledgement = seen.message();
        if (!acknowledgement.hasSameBranch(invite)) {
            return Optional.of(new Fault(hop, seen, "Via", "its branch is not that of the INVITE"));
        }
        // A stateless proxy sends the ACK on like any request, with its own Via above those before.
        if (acknowledgement.viaCount() > 1 && invite.viaCount() == 1) {
            return Optional.of(new Fault(hop, seen, "Via", "it has more Vias than the one of its sender"));
        }
        if (hop.responses().stream()
                .filter(response -> response.status() >= 300)
                .noneMatch(response -> acknowledgement.hasSameToTag(response.message()))) {
            return Optional.of(new Fault(hop, seen, "To", "its To tag is not that of the refusal"));
        }
        if (acknowledgement instanceof SipRequest request
                && !request.requestUri().equals(invite.requestUri())) {
            return Optional.of(new Fault(hop, seen, "", "its Request-URI is not that of the INVITE"));
        }
        return Optional.empty();
    }

    private static void wrong(Call call, Findings findings, Fault fault) {
        Hop hop = fault.hop();
        boolean repeated = hop.finalResponseRetransmissions() >= TELLING_REPEATS;
        Finding finding = findings.violation()
                .origin(Sides.senderOf(call, fault.acknowledgement()))
                .because("the ACK of the " + hop.finalResponse().orElseThrow().status()
                        + " does not belong to the INVITE: " + fault.what())
                .because(
                        repeated
                                ? hop.to() + " did not take it and went on repeating the refusal"
                                : hop.to() + " took it all the same here; others go on repeating the refusal for 32 s")
                .evidence(hop.request().orElseThrow())
                .evidence(fault.acknowledgement());
        if (!fault.header().isEmpty()) {
            finding.evidence(hop.finalResponse().orElseThrow(), fault.header())
                    .evidence(fault.acknowledgement(), fault.header());
        }
        finding.remedy(ADMIN, "Report it to the maker of " + hop.from())
                .confirm("Whether " + hop.to() + " goes on repeating the refusal");
    }
}

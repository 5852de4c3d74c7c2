package org.callcause.rules.rfc3261.nat;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.HostKind;
import org.callcause.rules.rfc3261.reading.Sides;

/**
 * A Contact that cannot be reached from the other side. Behind most NATs the Contact is private and the call works all
 * the same, because a proxy or border element knows better: only a request that gets lost makes it a fault.
 */
final class ContactAddressRules {

    /** One lost packet makes one repeat; two show that nothing gets through. */
    private static final int TELLING_REPEATS = 2;

    private ContactAddressRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/contact-unreachable")
                .title("A side gives an address for later requests that cannot be reached")
                .cites("RFC 3261 12.1.1")
                .cites("RFC 3261 12.2.1.1")
                .cites("RFC 5626 1")
                .on(ended(Disposition.Kind.ANSWERED)
                        .and(method(Method.INVITE))
                        .and(where(
                                "an ACK or a later request got lost, and the Contact it has to go to is private, the"
                                        + " own machine or no address",
                                call -> lost(call).isPresent())))
                .needs(has(Trait.SENT_AGAIN).or(has(Trait.UNANSWERED_REQUEST)))
                .check(ContactAddressRules::unreachable));
    }

    /**
     * What got lost, and whose Contact misdirected it.
     *
     * @param described the message with the Contact
     * @param contact the Contact
     * @param what the consequence, in words
     * @param consequence the message that shows it
     */
    private record Lost(TrackedMessage described, NameAddress contact, String what, TrackedMessage consequence) {}

    private static Optional<Lost> lost(Call call) {
        return lostAcknowledgement(call).or(() -> lostRequest(call));
    }

    private static Optional<Lost> lostAcknowledgement(Call call) {
        Optional<Hop> hop = call.decisiveAttempt().map(Transaction::firstHop);
        return hop.filter(first -> first.finalResponseRetransmissions() >= TELLING_REPEATS)
                .filter(first -> call.decisiveAttempt().orElseThrow().acknowledgements().stream()
                        .noneMatch(sent -> wentBack(sent, first.finalResponse())))
                .flatMap(first -> first.finalResponse())
                .flatMap(answer -> misleading(answer)
                        .map(contact -> new Lost(
                                answer,
                                contact,
                                "the " + answer.status() + " was sent "
                                        + (hop.orElseThrow().finalResponseRetransmissions() + 1)
                                        + " times, so the ACK did not reach its sender",
                                answer)));
    }

    private static Optional<Lost> lostRequest(Call call) {
        for (Transaction transaction : call.transactions()) {
            boolean silent = transaction.responses().isEmpty()
                    && transaction.sendings() > TELLING_REPEATS
                    && !transaction.isInitial();
            if (silent) {
                TrackedMessage request = transaction.request().orElseThrow();
                Optional<Lost> lost = contactOfReceiver(call, request)
                        .flatMap(described -> misleading(described)
                                .map(contact -> new Lost(
                                        described,
                                        contact,
                                        "the " + transaction.method() + " to it was sent " + transaction.sendings()
                                                + " times without any response",
                                        request)));
                if (lost.isPresent()) {
                    return lost;
                }
            }
        }
        return Optional.empty();
    }

    /** An ACK that was seen leaving for where the answer came from did not follow the Contact. */
    private static boolean wentBack(TrackedMessage acknowledgement, Optional<TrackedMessage> answer) {
        return answer.filter(sent -> acknowledgement.to().equals(sent.from()) && !isOwnEndUnknown(sent))
                .isPresent();
    }

    /** The message in which the receiver of this request said where it can be reached. */
    private static Optional<TrackedMessage> contactOfReceiver(Call call, TrackedMessage request) {
        return Sides.isFromCaller(call, request)
                ? call.finalResponse()
                : call.decisiveAttempt().flatMap(Transaction::request);
    }

    private static Optional<NameAddress> misleading(TrackedMessage described) {
        HostKind source = HostKind.of(reachedAs(described).host());
        boolean routed = !described.message().recordRoutes().isEmpty();
        return described.message().contacts().stream()
                .findFirst()
                .filter(contact ->
                        !routed && isMisleading(HostKind.of(contact.uri().host()), source));
    }

    /**
     * Where the sender is reached. A log that does not name its own end leaves it to be worked out from this very
     * Contact; then the far end tells from where it has to be reached.
     */
    private static Endpoint reachedAs(TrackedMessage described) {
        return isOwnEndUnknown(described) ? described.to() : described.from();
    }

    private static boolean isOwnEndUnknown(TrackedMessage described) {
        return described.captured().isFromInferred();
    }

    private static boolean isMisleading(HostKind contact, HostKind source) {
        return switch (contact) {
            case PRIVATE -> source == HostKind.PUBLIC;
            case LOOPBACK -> source == HostKind.PUBLIC || source == HostKind.PRIVATE;
            case NULL, MULTICAST -> true;
            case PUBLIC, NAME -> false;
        };
    }

    /** The ACK that followed the Contact into nowhere. */
    private static Optional<TrackedMessage> misdirected(Call call, Lost lost) {
        return call.decisiveAttempt().stream()
                .flatMap(attempt -> attempt.acknowledgements().stream())
                .filter(sent -> lost.consequence().equals(lost.described())
                        && !sent.captured().isToInferred()
                        && HostKind.isSame(
                                sent.to().host(), lost.contact().uri().host()))
                .findFirst();
    }

    private static void unreachable(Call call, Findings findings) {
        Lost lost = lost(call).orElseThrow();
        Optional<TrackedMessage> misdirected = misdirected(call, lost);
        Finding finding = findings.diagnose(Cause.NAT_SIGNALLING, misdirected.isPresent() ? CERTAIN : LIKELY)
                .origin(Sides.senderOf(call, lost.described()))
                .because(Sides.name(call, lost.described())
                        + (isOwnEndUnknown(lost.described()) ? " wrote to " : " sent from ")
                        + reachedAs(lost.described())
                        + " and gave " + lost.contact().uri().raw() + " as its Contact, an address that is "
                        + told(HostKind.of(lost.contact().uri().host())))
                .because(
                        "requests inside the call go to the Contact unless an element on the way corrects it, and here "
                                + lost.what());
        misdirected.ifPresent(sent ->
                finding.because("the ACK was seen on its way to " + sent.to()).evidence(sent));
        finding.evidence(lost.described(), "Contact")
                .evidence(lost.described(), "Via")
                .evidence(lost.consequence())
                .remedy(
                        ADMIN,
                        "Let the device learn its public address (NAT setting, STUN, rport), or let the proxy in"
                                + " front of it correct the Contact and keep the way open (Record-Route, outbound)")
                .remedy(USER, "Check the NAT or external-address setting of the device or app")
                .confirm("Capture at the other side: to which address does it send the request that got lost");
    }

    private static String told(HostKind kind) {
        return switch (kind) {
            case LOOPBACK -> "the sender's own machine for whoever uses it";
            case NULL -> "no address at all";
            case MULTICAST -> "a group of receivers";
            case PRIVATE, PUBLIC, NAME -> "private and cannot be reached from outside";
        };
    }
}

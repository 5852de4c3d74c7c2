package org.callcause.rules.rfc3261.transaction;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Party;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Dialog;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.HostKind;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** The ACK of an answer that does not come: the drop after 32 seconds. */
final class AcknowledgementRules {

    /** One lost packet makes one repeat; two show that the ACK does not come. */
    private static final int TELLING_RETRANSMISSIONS = 2;

    /** A lost ACK is repaired by the next one; a 2xx that is repeated for so long never got any. */
    private static final Duration TELLING_SPAN = Duration.ofSeconds(16);

    /** How exactly devices keep to 64·T1, and how long their hanging up takes. */
    private static final Duration TOLERANCE = Duration.ofMillis(1_500);

    private static final Search<Hop> REPEATED =
            new Search<>("the 2xx was sent again and again", AcknowledgementRules::unacknowledged);
    private static final Search<TrackedMessage> DROPPED = new Search<>(
            "the called side hung up 32 s after its 2xx, for which no fitting ACK was seen",
            AcknowledgementRules::droppedAfter32Seconds);
    private static final Search<Hop> RENEGOTIATION = new Search<>(
            "the 2xx to an INVITE inside the dialog was sent again and again", AcknowledgementRules::renegotiation);

    private AcknowledgementRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/missing-ack")
                        .title("The answer was never acknowledged")
                        .cites("RFC 3261 13.3.1.4")
                        .cites("RFC 3261 13.2.2.4")
                        .supersedes("rfc3261/q850-hang-up")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(method(Method.INVITE))
                                .and(REPEATED.foundInTime()))
                        .needs(Trait.SENT_AGAIN)
                        .check(REPEATED.then(AcknowledgementRules::missing)),
                Rule.named("rfc3261/dropped-without-ack")
                        .title("The called side hung up 32 s after an answer without ACK")
                        .cites("RFC 3261 13.3.1.4")
                        .supersedes("rfc3261/q850-hang-up")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(method(Method.INVITE))
                                .and(DROPPED.foundInTime()))
                        .needs(AcknowledgementFormRules.MAY_BE_WRONG)
                        .check(DROPPED.then(AcknowledgementRules::dropped)),
                Rule.named("rfc3261/missing-ack-of-reinvite")
                        .title("The answer to a re-INVITE was never acknowledged")
                        .cites("RFC 3261 14.2")
                        .cites("RFC 3261 13.3.1.4")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(method(Method.INVITE))
                                .and(RENEGOTIATION.found()))
                        .needs(Trait.CHANGE)
                        .check(RENEGOTIATION.then(AcknowledgementRules::missingOfRenegotiation)));
    }

    /** The hop on which the answer was repeated for want of an ACK. */
    private static Optional<Hop> unacknowledged(Call call) {
        return call.decisiveAttempt()
                .filter(attempt -> !isOneOfSeveral(call, attempt))
                .flatMap(AcknowledgementRules::unacknowledged);
    }

    /** Where several devices answered, a dialog without an ACK beside one that has it is not the call. */
    private static boolean isOneOfSeveral(Call call, Transaction attempt) {
        return call.dialogs().size() > 1
                && attempt.hops().stream()
                        .map(hop -> answered(call, hop))
                        .anyMatch(dialogs -> dialogs.stream().anyMatch(Dialog::isAcknowledged)
                                && dialogs.stream().anyMatch(dialog -> !dialog.isAcknowledged()));
    }

    private static List<Dialog> answered(Call call, Hop hop) {
        Set<String> tags = hop.responses().stream()
                .filter(response -> response.status() / 100 == 2)
                .flatMap(response -> response.message().toTag().stream())
                .collect(Collectors.toSet());
        return call.dialogs().stream()
                .filter(dialog -> tags.contains(dialog.calleeTag()))
                .toList();
    }

    private static Optional<Hop> unacknowledged(Transaction answered) {
        return answered.hops().stream()
                // Another branch may have been refused, again and again.
                .filter(hop -> hop.finalStatus() / 100 == 2)
                .filter(hop -> hop.finalResponseRetransmissions() >= TELLING_RETRANSMISSIONS)
                .filter(AcknowledgementRules::isRepeatedByTimer)
                .filter(hop -> !answered.isAcknowledged()
                        || repeatedFor(hop).compareTo(TELLING_SPAN) >= 0
                        || AcknowledgementFormRules.ignored(answered, hop, TELLING_RETRANSMISSIONS)
                                .isPresent())
                .findFirst();
    }

    /** A 2xx that waits for its ACK comes again after 500 ms and 1 s more; closer copies are not of that timer. */
    private static boolean isRepeatedByTimer(Hop hop) {
        boolean timed = hop.finalResponse().filter(TrackedMessage::hasTime).isPresent();
        return !timed || repeatedFor(hop).compareTo(SipTimers.T1) >= 0;
    }

    private static Duration repeatedFor(Hop hop) {
        List<TrackedMessage> answers = hop.messages().stream()
                .filter(message -> message.status() / 100 == 2)
                .toList();
        return Duration.ofNanos(
                answers.get(answers.size() - 1).nanos() - answers.get(0).nanos());
    }

    private static void missing(Call call, Findings findings, Hop hop) {
        Transaction answered = call.decisiveAttempt().orElseThrow();
        TrackedMessage answer = hop.finalResponse().orElseThrow();
        boolean seen = answered.isAcknowledged();
        boolean toTheEnd = repeatedFor(hop).compareTo(TELLING_SPAN) >= 0;
        Optional<AcknowledgementFormRules.Fault> fault = AcknowledgementFormRules.fault(call)
                .or(() -> AcknowledgementFormRules.ignored(answered, hop, TELLING_RETRANSMISSIONS));
        Finding finding = findings.diagnose(
                        Cause.MISSING_ACK, toTheEnd && (!seen || fault.isPresent()) ? CERTAIN : LIKELY)
                .origin(whoLostIt(call, answered, hop, fault.isPresent()))
                .because(hop.to() + " sent its " + answer.status() + " "
                        + Sentences.times(hop.finalResponseRetransmissions() + 1) + span(hop, answer)
                        + ", as it does while no ACK reaches it")
                .because(whatWasSeen(answered, hop, fault));
        misdirection(hop, answer).ifPresent(finding::because);
        privateContact(answered, hop)
                .ifPresent(host -> finding.because("its Contact, " + host + ", is an address of a private network, and "
                        + hop.from() + ", to which it was given, is outside of it"));
        finding.because(howItEnded(call, answer))
                .evidence(answer)
                .evidence(answer, "Contact")
                .evidence(answer, "Record-Route");
        answered.acknowledgements().stream().findFirst().ifPresent(finding::evidence);
        remedies(finding);
    }

    private static String span(Hop hop, TrackedMessage answer) {
        return answer.hasTime() ? " over " + Sentences.time(repeatedFor(hop)) : "";
    }

    private static void remedies(Finding finding) {
        finding.remedy(
                        ADMIN,
                        "See that the answering side puts a reachable address into its Contact (NAT settings, external"
                                + " address), and that the Record-Route of the proxies is right")
                .remedy(ADMIN, "Check that firewalls let the caller's side reach that address")
                .confirm("Capture at the caller: does it send an ACK, and to which address");
    }

    /**
     * An ACK that was seen to reach an element, but not to leave it, was lost there. One that went straight to the answering
     * side as it should is not the caller's fault.
     */
    private static Origin whoLostIt(Call call, Transaction answered, Hop hop, boolean faulty) {
        boolean sentThere = answered.acknowledgements().stream()
                .anyMatch(acknowledgement -> acknowledgement.to().equals(hop.to()));
        if (sentThere && !faulty) {
            return new Origin(
                    Origin.NETWORK,
                    hop.to(),
                    Origin.Basis.INFERRED,
                    "an ACK was sent to " + hop.to() + " and got lost on the way, or was not taken there");
        }
        if (privateContact(answered, hop).isPresent()) {
            return Sides.likelySender(
                    call, hop.finalResponse().orElseThrow(), "whose Contact leads into its own private network");
        }
        Optional<Endpoint> lastReached = answered.acknowledgements().stream()
                .reduce((nearer, further) -> further)
                .map(TrackedMessage::to)
                .filter(reached -> !reached.equals(hop.to()) && sentOn(answered, reached));
        return lastReached
                .map(reached -> new Origin(
                        Origin.NETWORK,
                        reached,
                        Origin.Basis.INFERRED,
                        "the ACK reached it and was not seen to leave it"))
                .orElseGet(() -> Sides.receiverOf(
                        call, hop.finalResponse().orElseThrow(), "or the way from there to " + hop.to()));
    }

    private static boolean sentOn(Transaction answered, Endpoint element) {
        return answered.hops().stream().anyMatch(hop -> hop.from().host().equals(element.host()));
    }

    private static String whatWasSeen(Transaction answered, Hop hop, Optional<AcknowledgementFormRules.Fault> fault) {
        if (fault.isPresent()) {
            return "an ACK was captured, but it " + fault.get().clause();
        }
        if (!answered.isAcknowledged()) {
            return "no ACK was captured";
        }
        boolean reached =
                answered.acknowledgements().stream().anyMatch(ack -> ack.to().equals(hop.to()));
        return reached
                ? "an ACK was captured here, but it did not arrive or was not accepted there"
                : "an ACK was captured, but not on the way to " + hop.to();
    }

    private static String howItEnded(Call call, TrackedMessage answer) {
        return endOfDialog(call, answer)
                .map(bye -> "as it has to without an ACK, it hung up " + Telling.later(answer, bye) + " (64·T1 = 32 s)")
                .orElse("without an ACK the answering side gives up after 32 s and ends the call");
    }

    /** The BYE of the called side, 32 s after the answer. */
    private static Optional<TrackedMessage> endOfDialog(Call call, TrackedMessage answer) {
        if (call.disposition().endedBy() != Party.CALLEE) {
            return Optional.empty();
        }
        return Traffic.byes(call).stream()
                .flatMap(bye -> bye.request().stream())
                .filter(bye -> is32SecondsAfter(answer, bye))
                .findFirst();
    }

    private static boolean is32SecondsAfter(TrackedMessage answer, TrackedMessage bye) {
        return Traffic.between(answer, bye)
                .map(time -> time.minus(SipTimers.TRANSACTION_LIFETIME).abs())
                .filter(distance -> distance.compareTo(TOLERANCE) <= 0)
                .isPresent();
    }

    /** A hang-up after 32 s is a coincidence while there is nothing wrong with the ACK. */
    private static Optional<TrackedMessage> droppedAfter32Seconds(Call call) {
        if (call.disposition().endedBy() != Party.CALLEE || unacknowledged(call).isPresent()) {
            return Optional.empty();
        }
        Optional<Transaction> answered = call.decisiveAttempt();
        Optional<TrackedMessage> answer = answered.flatMap(Transaction::finalResponse);
        return answer.flatMap(success -> endOfDialog(call, success)
                .filter(bye -> !answered.get().isAcknowledged()
                        || AcknowledgementFormRules.fault(call).isPresent()));
    }

    private static void dropped(Call call, Findings findings, TrackedMessage bye) {
        Transaction answered = call.decisiveAttempt().orElseThrow();
        TrackedMessage answer = answered.finalResponse().orElseThrow();
        Finding finding = findings.diagnose(Cause.MISSING_ACK, LIKELY)
                .origin(Sides.receiverOf(call, answer, "or the way from there to " + answer.from()))
                .because("the called side hung up " + Telling.later(answer, bye)
                        + ", which is the moment when it has to give up an answer without ACK (64·T1 = 32 s)")
                .because(AcknowledgementFormRules.fault(call)
                        .map(fault -> "an ACK was captured, but it " + fault.clause())
                        .orElse("no ACK was captured; its repeats of the " + answer.status()
                                + " are missing as well, so the capture does not show all"))
                .evidence(answer)
                .evidence(answer, "Contact")
                .evidence(bye);
        remedies(finding);
    }

    private static Optional<Hop> renegotiation(Call call) {
        return call.transactions(Method.INVITE).stream()
                .filter(invite -> !invite.isInitial())
                .flatMap(invite -> unacknowledged(invite).stream())
                .findFirst();
    }

    private static void missingOfRenegotiation(Call call, Findings findings, Hop hop) {
        TrackedMessage answer = hop.finalResponse().orElseThrow();
        Optional<TrackedMessage> bye = Traffic.byes(call).stream()
                .flatMap(end -> end.request().stream())
                .filter(end -> end.from().host().equals(answer.from().host()) && is32SecondsAfter(answer, end))
                .findFirst();
        Finding finding = findings.diagnose(Cause.MISSING_ACK, bye.isPresent() ? CERTAIN : LIKELY)
                .origin(Sides.receiverOf(call, answer, "or the way from there to " + hop.to()))
                .because("during the call " + hop.from()
                        + " sent a re-INVITE, as for hold, a change of media or a session"
                        + " refresh; " + hop.to() + " sent its " + answer.status() + " "
                        + Sentences.times(hop.finalResponseRetransmissions() + 1) + " over "
                        + Sentences.time(repeatedFor(hop)) + ", as it does while no ACK reaches it");
        bye.ifPresent(end ->
                finding.because("then it hung up, " + Telling.later(answer, end) + ", as it has to (64·T1 = 32 s)"));
        finding.evidence(hop.request())
                .evidence(answer)
                .evidence(answer, "Contact")
                .evidence(bye);
        remedies(finding);
    }

    /** The Contact of the 2xx, where it leads into a private network in which the other side is not, and no ACK was seen. */
    private static Optional<String> privateContact(Transaction answered, Hop hop) {
        return hop.finalResponse().stream()
                .filter(answer -> !answered.isAcknowledged())
                .flatMap(answer -> answer.message().contacts().stream())
                .map(contact -> contact.uri().host())
                .filter(host -> HostKind.of(host) == HostKind.PRIVATE
                        && HostKind.of(hop.from().host()) == HostKind.PUBLIC)
                .findFirst();
    }

    /** A Contact that is not the address the INVITE went to is where an ACK goes astray. */
    private static Optional<String> misdirection(Hop hop, TrackedMessage answer) {
        return answer.message().contacts().stream()
                .findFirst()
                .map(NameAddress::uri)
                .filter(uri -> hop.to().isKnown()
                        && !HostKind.isSame(uri.host(), hop.to().host()))
                .map(uri -> "the Contact sends the ACK to " + uri.raw() + ", which is not the address " + hop.to()
                        + " that the INVITE went to: if it is wrong or private, it misdirects the ACK");
    }
}

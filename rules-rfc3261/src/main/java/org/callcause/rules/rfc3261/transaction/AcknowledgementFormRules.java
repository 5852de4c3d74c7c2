package org.callcause.rules.rfc3261.transaction;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Targets;
import org.callcause.rules.rfc3261.reading.Traffic;

/** The ACK of a 2xx: a request of its own in the new dialog, which must find its way there. */
final class AcknowledgementFormRules {

    /**
     * What is wrong with an ACK.
     *
     * @param answer the 2xx that it is for
     * @param header the header that shows it; empty where it is the request line
     * @param clause what is wrong, as a clause with the ACK as its subject
     */
    record Fault(TrackedMessage acknowledgement, TrackedMessage answer, String header, String clause) {}

    /** What an ACK must show for {@link #fault} to find anything. */
    static final Trigger MAY_BE_WRONG =
            has(Trait.UNUSUAL_ACK).or(has(Trait.UNUSUAL_TARGET)).or(has(Trait.RECORD_ROUTE));

    private static final Search<Fault> WRONG =
            new Search<>("the ACK does not belong to the dialog of the 2xx", AcknowledgementFormRules::fault);
    private static final Search<TrackedMessage> NO_CREDENTIALS = new Search<>(
            "the INVITE carried credentials and the ACK does not", AcknowledgementFormRules::withoutCredentials);

    private AcknowledgementFormRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/bad-ack")
                        .title("The ACK does not fit the answer")
                        .cites("RFC 3261 13.2.2.4")
                        .cites("RFC 3261 12.2.1.1")
                        .cites("RFC 3261 17.1.1.3")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(method(Method.INVITE))
                                .and(WRONG.found()))
                        .needs(MAY_BE_WRONG)
                        .check(WRONG.then(AcknowledgementFormRules::bad)),
                Rule.named("rfc3261/ack-missing-credentials")
                        .title("The ACK lacks the credentials of its INVITE")
                        .cites("RFC 3261 13.2.2.4")
                        .cites("RFC 3261 22.1")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(method(Method.INVITE))
                                .and(NO_CREDENTIALS.found()))
                        .needs(carries("Authorization").or(carries("Proxy-Authorization")))
                        .check(NO_CREDENTIALS.then(AcknowledgementFormRules::missingCredentials)));
    }

    /** What is wrong with the ACK of the answered attempt. */
    static Optional<Fault> fault(Call call) {
        Optional<Transaction> answered = call.decisiveAttempt();
        if (answered.isEmpty()) {
            return Optional.empty();
        }
        Hop hop = answered.get().firstHop();
        Optional<TrackedMessage> answer = hop.finalResponse().filter(response -> response.status() / 100 == 2);
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        Optional<TrackedMessage> withBranchOfInvite = hop.acknowledgement();
        if (withBranchOfInvite.isPresent()) {
            return withBranchOfInvite.map(seen -> new Fault(
                    seen, answer.get(), "Via", "has the branch of the INVITE, where it needs one of its own"));
        }
        List<TrackedMessage> acknowledgements = answered.get().acknowledgements();
        if (acknowledgements.isEmpty()) {
            return strayAcknowledgement(call, answered.get(), answer.get());
        }
        for (TrackedMessage seen : acknowledgements) {
            if (seen.from().equals(answer.get().to())) {
                return fault(call, seen, answered.get(), answer.get());
            }
        }
        return Optional.empty();
    }

    /** An ACK with another CSeq number belongs to no INVITE, so it stands as a transaction by itself. */
    private static Optional<Fault> strayAcknowledgement(Call call, Transaction answered, TrackedMessage answer) {
        return call.transactions().stream()
                .filter(other -> other.method().equals(Method.INVITE)
                        && other.request().isEmpty()
                        && other.responses().isEmpty()
                        && other.sequence() != answered.sequence())
                .flatMap(other -> other.acknowledgements().stream())
                .filter(seen -> seen.index() > answer.index() && seen.message().hasSameToTag(answer.message()))
                .findFirst()
                .map(seen -> new Fault(seen, answer, "CSeq", "has another CSeq number than the INVITE"));
    }

    private static Optional<Fault> fault(Call call, TrackedMessage seen, Transaction answered, TrackedMessage answer) {
        Hop hop = answered.firstHop();
        SipRequest acknowledgement = (SipRequest) seen.message();
        if (!acknowledgement.sequenceMethod().equals(Method.ACK)) {
            return Optional.of(new Fault(seen, answer, "CSeq", "names another method than ACK in its CSeq"));
        }
        boolean ofSomeAnswer = hop.responses().stream()
                .filter(response -> response.status() / 100 == 2)
                .map(TrackedMessage::message)
                .anyMatch(acknowledgement::hasSameToTag);
        if (!ofSomeAnswer) {
            return hop.request().isEmpty() || isOfOtherDialog(call, acknowledgement)
                    ? Optional.empty()
                    : Optional.of(new Fault(seen, answer, "To", "does not carry the To tag of the 2xx"));
        }
        if (!acknowledgement.hasSameFromTag(answer.message())) {
            return Optional.of(new Fault(seen, answer, "From", "does not carry the From tag of the INVITE"));
        }
        boolean sentByClient =
                hop.request().filter(invite -> invite.message().viaCount() == 1).isPresent();
        if (!acknowledgement.hasSameToTag(answer.message()) || answered.isInferred() || !sentByClient) {
            return Optional.empty();
        }
        boolean routed = answer.message().has(HeaderName.RECORD_ROUTE);
        if (routed) {
            Optional<Fault> route = routeFault(seen, answer);
            if (route.isPresent() || !Targets.isLoose(answer.message().recordRoutes())) {
                return route;
            }
        }
        return misaimed(seen, answer);
    }

    /** Another device may have answered too, with a 2xx that was not captured here: it used the tag before or after. */
    private static boolean isOfOtherDialog(Call call, SipRequest acknowledgement) {
        return Traffic.responses(call)
                .anyMatch(response ->
                        response.status() < 300 && response.message().hasSameToTag(acknowledgement));
    }

    private static Optional<Fault> misaimed(TrackedMessage seen, TrackedMessage answer) {
        SipRequest acknowledgement = (SipRequest) seen.message();
        return Targets.isAimedAtContact(acknowledgement, answer.message())
                        || Targets.isAimedAt(acknowledgement, answer.from())
                ? Optional.empty()
                : Optional.of(new Fault(
                        seen,
                        answer,
                        "Contact",
                        "goes to " + acknowledgement.requestUri() + ", which is not the Contact of the 2xx"));
    }

    /**
     * An ACK to another address than the Contact, after which the 2xx was sent again and again: the side that answered
     * does not take it for its own. Holds even where branches were masked.
     */
    static Optional<Fault> ignored(Transaction answered, Hop hop, int tellingRepeats) {
        Optional<TrackedMessage> answer = hop.finalResponse()
                .filter(response -> response.status() / 100 == 2)
                .filter(response -> !response.message().has(HeaderName.RECORD_ROUTE));
        return answer.flatMap(success -> answered.acknowledgements().stream()
                .filter(seen -> seen.message().hasSameToTag(success.message()))
                .filter(seen -> repeatsAfter(hop, seen) >= tellingRepeats)
                .findFirst()
                .flatMap(seen -> misaimed(seen, success)));
    }

    private static long repeatsAfter(Hop hop, TrackedMessage acknowledgement) {
        return hop.messages().stream()
                .filter(message -> message.status() / 100 == 2 && message.index() > acknowledgement.index())
                .count();
    }

    private static Optional<Fault> routeFault(TrackedMessage seen, TrackedMessage answer) {
        SipMessage acknowledgement = seen.message();
        List<String> routeSet = Targets.callersRouteSet(answer);
        if (!Targets.isLoose(answer.message().recordRoutes())
                || Targets.follows(Targets.places(acknowledgement.routes()), routeSet)) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                seen,
                answer,
                "Record-Route",
                acknowledgement.has(HeaderName.ROUTE)
                        ? "has other Routes than the Record-Routes of the 2xx in reverse"
                        : "has no Route, though the 2xx has Record-Route"));
    }

    private static void bad(Call call, Findings findings, Fault fault) {
        Finding finding = findings.violation()
                .origin(Sides.senderOf(call, fault.acknowledgement()))
                .because("the ACK " + fault.clause())
                .because("an ACK that the answering side cannot match, or that never reaches it, counts as none: it"
                        + " repeats its 2xx and hangs up after 32 s")
                .evidence(fault.answer())
                .evidence(fault.acknowledgement());
        if (!fault.header().isEmpty()) {
            finding.evidence(fault.answer(), fault.header()).evidence(fault.acknowledgement(), fault.header());
        }
        if (fault.header().equals("Record-Route")) {
            finding.evidence(fault.acknowledgement(), "Route");
        }
        finding.remedy(
                        ADMIN,
                        "Report it to the maker of " + fault.acknowledgement().from()
                                + ", or look for an SBC or ALG on the way that rewrites Contact or Record-Route")
                .confirm("Whether the 2xx stopped being repeated: then the ACK was taken all the same");
    }

    private static Optional<TrackedMessage> withoutCredentials(Call call) {
        Optional<Transaction> answered = call.decisiveAttempt();
        if (answered.isEmpty() || answered.get().request().isEmpty()) {
            return Optional.empty();
        }
        SipMessage invite = answered.get().request().get().message();
        boolean proxy = invite.has(HeaderName.PROXY_AUTHORIZATION);
        if (!proxy && !invite.has(HeaderName.AUTHORIZATION)) {
            return Optional.empty();
        }
        HeaderName needed = proxy ? HeaderName.PROXY_AUTHORIZATION : HeaderName.AUTHORIZATION;
        Hop hop = answered.get().firstHop();
        return answered.get().acknowledgements().stream()
                .filter(seen -> seen.from().equals(hop.from()))
                .findFirst()
                .filter(seen -> !seen.message().has(needed));
    }

    private static void missingCredentials(Call call, Findings findings, TrackedMessage acknowledgement) {
        findings.violation()
                .origin(Sides.senderOf(call, acknowledgement))
                .because(
                        "the INVITE carried credentials, and its ACK does not repeat them; an ACK cannot be challenged,"
                                + " so they have to be in it")
                .because("most servers take such an ACK; some SBCs drop it, and the call then ends after 32 s")
                .evidence(acknowledgement)
                .evidence(acknowledgement, "CSeq")
                .confirm("Whether the 2xx was repeated after this ACK: then it was dropped");
    }
}

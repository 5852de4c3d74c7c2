package org.callcause.rules.rfc3261.transaction;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.dialog.Hop;
import org.callcause.dialog.Sighting;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.Transport;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Traffic;

/** How a CANCEL has to look, and when it may be sent. */
final class CancelRules {

    private record Unheard(Hop hop, Fault fault) {}

    private record Fault(TrackedMessage cancel, TrackedMessage invite, String header, String clause) {}

    private static final Search<Fault> EARLY =
            new Search<>("no response to the INVITE had come before", CancelRules::early);
    private static final Search<Fault> BAD = new Search<>("it does not fit the INVITE", CancelRules::bad);
    private static final Search<Fault> WRONG_METHOD =
            new Search<>("it names another request than INVITE", CancelRules::ofOtherMethod);

    private CancelRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/cancel-before-provisional")
                        .title("CANCEL was sent before any response to the INVITE")
                        .cites("RFC 3261 9.1")
                        .on(has(Trait.CANCEL)
                                .and(where(
                                        "it left before any response",
                                        call -> unheard(call).findAny().isPresent()))
                                .and(EARLY.foundInTime()))
                        .check(EARLY.then(CancelRules::tellEarly)),
                Rule.named("rfc3261/bad-cancel")
                        .title("The CANCEL does not fit its INVITE")
                        .cites("RFC 3261 9.1")
                        .on(has(Trait.CANCEL).and(BAD.found()))
                        .check(BAD.then(CancelRules::tellBad)),
                Rule.named("rfc3261/cancel-of-non-invite")
                        .title("CANCEL was sent for another request than INVITE")
                        .cites("RFC 3261 9.1")
                        .on(has(Trait.CANCEL).and(WRONG_METHOD.found()))
                        .check(WRONG_METHOD.then(CancelRules::tellOtherMethod)));
    }

    private static Optional<Fault> early(Call call) {
        return unheard(call)
                .filter(unheard -> isBeforeRepeat(unheard.hop(), unheard.fault().cancel()))
                .map(Unheard::fault)
                .findFirst();
    }

    private static Stream<Unheard> unheard(Call call) {
        return call.transactions(Method.INVITE).stream()
                .filter(invite -> invite.cancelledBy().isPresent())
                .flatMap(invite -> invite.hops().stream()
                        .flatMap(hop -> unheard(invite, hop).map(fault -> new Unheard(hop, fault)).stream()));
    }

    private static Optional<Fault> unheard(Transaction invite, Hop hop) {
        Optional<TrackedMessage> cancel = cancelOn(invite, hop);
        boolean nothingBefore = cancel.isPresent()
                && hop.responses().stream()
                        .noneMatch(response -> response.index() < cancel.get().index()
                                || response.nanos() < cancel.get().nanos());
        return hop.request()
                .filter(request ->
                        nothingBefore && request.index() < cancel.get().index())
                .filter(request -> isHeardBack(invite, hop))
                .map(request -> new Fault(cancel.get(), request, "", ""));
    }

    /** Whether the capture shows this way back at all. */
    private static boolean isHeardBack(Transaction invite, Hop hop) {
        return !hop.responses().isEmpty()
                || invite.cancelledBy().stream()
                        .flatMap(cancel -> cancel.hops().stream())
                        .anyMatch(cancelled -> cancelled.from().equals(hop.from())
                                && !cancelled.responses().isEmpty());
    }

    /**
     * Over UDP an INVITE is repeated until a provisional response comes (17.1.1.2), after T1 at first and twice as long each
     * time: who waited for longer and did not repeat it has got one that was not captured.
     */
    private static boolean isBeforeRepeat(Hop hop, TrackedMessage cancel) {
        Optional<TrackedMessage> latest = hop.messages().stream()
                .filter(message -> message.isRequest() && message.sighting() != Sighting.DUPLICATE)
                .filter(message -> Traffic.between(message, cancel).isPresent())
                .reduce((earlier, later) -> later);
        Duration due = SipTimers.T1.multipliedBy(1L << Math.min(hop.requestRetransmissions(), 6));
        return latest.isPresent()
                && (hop.transport() != Transport.UDP || !Traffic.apart(latest.get(), cancel, due.plus(SipTimers.T1)));
    }

    private static Optional<TrackedMessage> cancelOn(Transaction invite, Hop hop) {
        return invite.cancelledBy().stream()
                .flatMap(cancel -> cancel.hops().stream())
                .filter(cancelled ->
                        cancelled.from().equals(hop.from()) && cancelled.to().equals(hop.to()))
                .flatMap(cancelled -> cancelled.request().stream())
                .findFirst();
    }

    private static void tellEarly(Call call, Findings findings, Fault fault) {
        findings.violation()
                .origin(Sides.senderOf(call, fault.cancel()))
                .because(fault.cancel().from() + " sent CANCEL before "
                        + fault.cancel().to()
                        + " had answered the INVITE at all; it has to wait for the first provisional response")
                .because("a CANCEL that overtakes its INVITE meets nothing to cancel: it gets 481 or is lost, and the"
                        + " phone rings on")
                .evidence(fault.invite())
                .evidence(fault.cancel())
                .remedy(
                        ADMIN,
                        "Report it to the maker of " + fault.cancel().from()
                                + ": hold the CANCEL back until the first provisional response")
                .confirm("Whether a provisional response had reached the sender unseen by this capture");
    }

    private static Optional<Fault> bad(Call call) {
        for (Transaction cancel : call.transactions(Method.CANCEL)) {
            for (Hop hop : cancel.hops()) {
                Optional<Fault> fault = bad(call, hop);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> bad(Call call, Hop cancelled) {
        Optional<TrackedMessage> seen = cancelled.request();
        Optional<TrackedMessage> invite = seen.flatMap(cancel -> Traffic.hops(call, true)
                .filter(hop -> hop.from().equals(cancelled.from()) && hop.to().equals(cancelled.to()))
                .flatMap(hop -> hop.request().stream())
                .filter(request -> request.index() < cancel.index())
                .max((one, other) -> Integer.compare(closeness(one, cancel), closeness(other, cancel))));
        return invite.flatMap(request -> fault(seen.get(), request));
    }

    private static int closeness(TrackedMessage invite, TrackedMessage cancel) {
        int branch = invite.message().hasSameBranch(cancel.message()) ? 2 : 0;
        return branch + (invite.message().sequence() == cancel.message().sequence() ? 1 : 0);
    }

    private static Optional<Fault> fault(TrackedMessage seen, TrackedMessage invited) {
        SipRequest cancel = (SipRequest) seen.message();
        SipRequest invite = (SipRequest) invited.message();
        if (cancel.sequence() != invite.sequence()) {
            return Optional.of(new Fault(seen, invited, "CSeq", "its CSeq number is not that of the INVITE"));
        }
        if (!cancel.hasSameBranch(invite)) {
            return Optional.of(new Fault(seen, invited, "Via", "its branch is not that of the INVITE"));
        }
        if (!cancel.hasSameFromTag(invite)) {
            return Optional.of(new Fault(seen, invited, "From", "its From tag is not that of the INVITE"));
        }
        if (!cancel.hasSameToTag(invite)) {
            return Optional.of(new Fault(seen, invited, "To", "its To tag is not that of the INVITE"));
        }
        if (!cancel.requestUri().equals(invite.requestUri())) {
            return Optional.of(new Fault(seen, invited, "", "its Request-URI is not that of the INVITE"));
        }
        if (cancel.has("Require") || cancel.has("Proxy-Require")) {
            String header = cancel.has("Require") ? "Require" : "Proxy-Require";
            return Optional.of(new Fault(seen, invited, header, "it has " + header + ", which no CANCEL may have"));
        }
        if (invite.has(HeaderName.ROUTE) && !cancel.has(HeaderName.ROUTE)) {
            return Optional.of(new Fault(seen, invited, "Route", "it lacks the Route of the INVITE"));
        }
        return Optional.empty();
    }

    private static void tellBad(Call call, Findings findings, Fault fault) {
        Finding finding = findings.violation()
                .origin(Sides.senderOf(call, fault.cancel()))
                .because("the CANCEL does not belong to the INVITE that "
                        + fault.cancel().from() + " had sent: " + fault.clause())
                .because("a server that goes by it finds nothing to cancel and answers 481, and the phone rings on")
                .evidence(fault.invite())
                .evidence(fault.cancel());
        if (!fault.header().isEmpty()) {
            finding.evidence(fault.invite(), fault.header()).evidence(fault.cancel(), fault.header());
        }
        finding.remedy(ADMIN, "Report it to the maker of " + fault.cancel().from())
                .confirm("What the CANCEL was answered with, and whether 487 to the INVITE followed");
    }

    private static Optional<Fault> ofOtherMethod(Call call) {
        for (Transaction cancel : call.transactions(Method.CANCEL)) {
            Optional<Fault> fault = cancel.request()
                    .flatMap(seen -> call.transactions().stream()
                            .filter(other -> !other.method().equals(Method.INVITE)
                                    && !other.method().equals(Method.CANCEL))
                            .flatMap(other -> other.request().stream())
                            .filter(other ->
                                    other.message().sequence() == seen.message().sequence()
                                            && other.message().hasSameBranch(seen.message()))
                            .findFirst()
                            .map(other -> new Fault(seen, other, "CSeq", "")));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static void tellOtherMethod(Call call, Findings findings, Fault fault) {
        findings.violation()
                .origin(Sides.senderOf(call, fault.cancel()))
                .because("the CANCEL has the branch and the number of a "
                        + ((SipRequest) fault.invite().message()).method().name()
                        + "; only an INVITE waits for a person and can be cancelled, all else is answered at once")
                .evidence(fault.invite(), "Via")
                .evidence(fault.invite(), "CSeq")
                .evidence(fault.cancel(), "Via")
                .evidence(fault.cancel(), "CSeq")
                .remedy(ADMIN, "Report it to the maker of " + fault.cancel().from())
                .confirm("What the CANCEL was answered with");
    }
}

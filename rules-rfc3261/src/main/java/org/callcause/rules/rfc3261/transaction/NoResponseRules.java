package org.callcause.rules.rfc3261.transaction;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.Transport;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Nothing came back, or nothing beyond 100 Trying; and 408, which says so in a message. */
final class NoResponseRules {

    /** RFC 3261 18.1.1: a request over this size must not go over UDP where the path's MTU is unknown. */
    private static final int LARGEST_UDP_REQUEST = 1_300;

    private NoResponseRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/no-response")
                        .title("Nothing answered the request")
                        .cites("RFC 3261 17.1.1.2")
                        .cites("RFC 3261 8.1.3.1")
                        .on(CALL_OR_REGISTRATION.and(where(
                                "no response came at all, though it was waited or asked for long enough",
                                NoResponseRules::unanswered)))
                        .needs(Trait.UNANSWERED_REQUEST)
                        .check(NoResponseRules::noResponse),
                Rule.named("rfc3261/stuck-behind-next-hop")
                        .title("The next hop took the request, and nothing came from behind it")
                        .cites("RFC 3261 21.1.1")
                        .cites("RFC 3261 16.8")
                        .on(CALL_OR_REGISTRATION
                                .and(ended(Disposition.Kind.UNREACHABLE))
                                .and(where("a 100 or a 408 came back and no ringing", call -> !silent(call))))
                        .check(NoResponseRules::stuck),
                Rule.named("rfc3261/408-rang-out")
                        .title("It rang and nobody answered in time")
                        .cites("RFC 3261 21.4.9")
                        .on(Refusals.callRefusedWith(408).and(where("it rang", Refusals::rang)))
                        .check(NoResponseRules::rangOut));
    }

    private static boolean silent(Call call) {
        return call.decisiveAttempt()
                .filter(attempt -> attempt.responses().isEmpty())
                .isPresent();
    }

    private static boolean unanswered(Call call) {
        if (!silent(call) || call.initialRequest().isEmpty()) {
            return false;
        }
        boolean timed = call.start().isPresent();
        return call.disposition().kind() == Disposition.Kind.UNREACHABLE
                || (timed && call.unansweredSendings() > Traffic.TELLING_REPEATS);
    }

    private static void noResponse(Call call, Findings findings) {
        Transaction attempt = call.decisiveAttempt().orElseThrow();
        Hop furthest = attempt.hops().get(attempt.hops().size() - 1);
        TrackedMessage request = attempt.request().orElseThrow();
        boolean reliable = furthest.transport().isReliable();
        Finding finding = findings.diagnose(Cause.NO_RESPONSE, LIKELY)
                .origin(silentSide(furthest.to()))
                .because("the " + call.method().name() + " was sent " + Sentences.times(call.unansweredSendings())
                        + ", and no response of any kind was captured, not even 100 Trying");
        if (reliable) {
            finding.because("it went over " + furthest.transport()
                    + ", so the connection delivered it, and the program at its end kept silent");
        } else {
            finding.because(
                    "either it never arrived (wrong address or port, firewall, host down), or the answers take a"
                            + " way that this capture does not see");
        }
        int size = request.message().length();
        if (furthest.transport() == Transport.UDP && size > LARGEST_UDP_REQUEST) {
            finding.because("the request has " + size
                            + " bytes: over UDP it is cut into IP fragments, which many firewalls"
                            + " drop, so RFC 3261 18.1.1 asks for TCP from 1300 bytes on")
                    .remedy(
                            ADMIN,
                            "Send large requests over TCP, or make them smaller: fewer codecs, ICE candidates and"
                                    + " headers");
        }
        String silent = furthest.to().isKnown() ? furthest.to().toString() : "the next hop";
        finding.evidence(request);
        if (reliable) {
            finding.remedy(ADMIN, "Read the log of " + silent + " for this request: it had it and kept silent")
                    .remedy(CALLER, "Try again later or another way")
                    .confirm("Whether other requests on the same connection were answered");
            return;
        }
        finding.remedy(
                        ADMIN,
                        "Check name, address, port and transport of " + silent
                                + ", the firewalls on the way there, and that a server listens")
                .remedy(CALLER, "Check the network connection, then try again")
                .confirm("Capture at " + silent + " as well: if the request arrives there, look at that server; if not,"
                        + " at the way between");
    }

    private static Origin silentSide(Endpoint silent) {
        return silent.isKnown()
                ? new Origin(Origin.CALLED_SIDE, silent, Origin.Basis.INFERRED, "nothing came back from " + silent)
                : new Origin(Origin.CALLED_SIDE, silent, Origin.Basis.INFERRED, "");
    }

    private static void stuck(Call call, Findings findings) {
        Transaction attempt = call.decisiveAttempt().orElseThrow();
        Optional<TrackedMessage> trying = attempt.responses().stream()
                .filter(response -> response.status() == 100)
                .findFirst();
        boolean timedOut = call.finalStatus() == 408;
        Finding finding = findings.diagnose(Cause.STUCK_BEHIND_NEXT_HOP, LIKELY);
        if (trying.isPresent()) {
            finding.because(trying.get().from()
                    + " answered 100 Trying, so it had the request; 100 says nothing of what is behind it");
        }
        if (timedOut) {
            finding.because("then it answered " + Telling.answerAndTime(call)
                    + ", without any ringing: it found nobody in time");
        } else {
            finding.because("no ringing and no final response followed");
        }
        call.cancel().ifPresent(cancel -> finding.because("the caller gave up meanwhile and sent CANCEL"));
        finding.evidence(attempt.request())
                .evidence(trying)
                .evidence(call.cancel())
                .evidence(call.furthestFinalResponse())
                .remedy(
                        ADMIN,
                        "Follow the request beyond the element that answered 100: its routes, the health of its next"
                                + " hop, name resolution and firewalls there")
                .remedy(CALLER, "Try again later")
                .confirm("The log or a capture of the element that answered 100 shows where it sent the request on");
    }

    private static void rangOut(Call call, Findings findings) {
        Refusals.fromPhoneNotPickedUp(findings.diagnose(Cause.NO_ANSWER, call.rangOut() ? CERTAIN : LIKELY), call)
                .because("the called side answered " + Telling.answerAndRinging(call) + ": a timer ended the ringing")
                .evidence(call.ringing())
                .evidence(call.furthestFinalResponse())
                .remedy(CALLER, "Try again later or leave a message")
                .remedy(ADMIN, "If the user wants it, forward unanswered calls to voicemail or to another device")
                .confirm("Compare the ring time with the no-answer timer of the server that sent it");
    }
}

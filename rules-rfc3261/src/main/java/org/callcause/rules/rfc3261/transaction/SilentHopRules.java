package org.callcause.rules.rfc3261.transaction;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.SilentHops;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Silence behind an element that the capture shows both sides of, and silence that no SIP message explains. */
final class SilentHopRules {

    private static final int TELLING_REPEATS = 2;
    private static final Duration TELLING_SILENCE = Duration.ofSeconds(4);

    private static final Search<Hop> SILENT = new Search<>(
            "a hop behind was silent, and what came to the caller was made for it", SilentHopRules::silent);

    private SilentHopRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/no-response-behind")
                        .title("An element on the way got no response from behind it")
                        .cites("RFC 3261 16.7")
                        .cites("RFC 3261 16.8")
                        .supersedes("rfc3261/stuck-behind-next-hop")
                        .on(CALL_OR_REGISTRATION.and(has(Trait.SEVERAL_HOPS)).and(SILENT.found()))
                        .check(SILENT.then(SilentHopRules::tellSilent)),
                Rule.named("rfc3261/transport-error-unseen")
                        .title("Whether the transport failed is not in the SIP messages")
                        .cites("RFC 3261 8.1.3.1")
                        .cites("RFC 3261 18.4")
                        .on(ended(Disposition.Kind.UNREACHABLE)
                                .and(CALL_OR_REGISTRATION)
                                .and(where(
                                        "no response came at all, and the input does not say why",
                                        call -> call.transportFailures().isEmpty()
                                                && call.decisiveAttempt()
                                                        .filter(attempt -> attempt.responses()
                                                                .isEmpty())
                                                        .isPresent())))
                        .check((call, findings) -> findings.notChecked(
                                "whether the transport itself failed (ICMP unreachable, a refused TCP connection, a"
                                        + " failed TLS handshake), which the caller's log shows as a 503 that was never"
                                        + " on the wire, or a timeout, shown as 408: a capture that keeps ICMP, TCP and"
                                        + " TLS tells")));
    }

    private static Optional<Hop> silent(Call call) {
        return SilentHops.of(call)
                .filter(hop -> hop.number() > 1)
                .filter(hop -> hop.request()
                        .filter(request -> isTelling(call, hop, request))
                        .isPresent())
                .findFirst();
    }

    private static boolean isTelling(Call call, Hop hop, TrackedMessage request) {
        return hop.requestRetransmissions() >= TELLING_REPEATS
                || (hop.transport().isReliable() && Traffic.observedAfter(call, request, TELLING_SILENCE));
    }

    private static void tellSilent(Call call, Findings findings, Hop hop) {
        TrackedMessage request = hop.request().orElseThrow();
        Finding finding = findings.diagnose(Cause.NO_RESPONSE, LIKELY)
                .origin(new Origin(
                        Origin.CALLED_SIDE,
                        hop.to(),
                        Origin.Basis.INFERRED,
                        "nothing came back from " + hop.to() + " to " + hop.from()))
                .because(hop.from() + " sent the request on to " + hop.to() + " "
                        + Sentences.times(hop.requestRetransmissions() + 1)
                        + ", and no response of any kind came back, not even 100 Trying");
        if (call.finalStatus() != 0) {
            finding.because(
                    Telling.answerThatWasGot(call) + " was made for that reason by " + hop.from() + " or before it");
        }
        finding.because("either it never arrived there (wrong address or port, firewall, host down), or the answers"
                        + " take another way back")
                .evidence(request)
                .evidence(call.furthestFinalResponse())
                .remedy(
                        ADMIN,
                        "Check that " + hop.to() + " runs, and the route of " + hop.from() + " to it: address,"
                                + " port, transport, firewalls")
                .remedy(ADMIN, "Give " + hop.from() + " a second target, so that it can go on after a short time")
                .remedy(CALLER, "Try again later")
                .confirm("Capture at " + hop.to() + ": does the request arrive there");
    }
}

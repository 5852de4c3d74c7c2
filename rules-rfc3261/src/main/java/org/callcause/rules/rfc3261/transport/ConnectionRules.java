package org.callcause.rules.rfc3261.transport;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.timed;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.Transport;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;
import org.callcause.rules.rfc3261.reading.ViaReading;

/** Connections and flows: the wrong transport, a secure address without TLS, a connection that a firewall forgot. */
final class ConnectionRules {

    /** NATs and firewalls forget a connection after a minute at the earliest. */
    private static final Duration LONG_SILENCE = Duration.ofSeconds(60);

    private ConnectionRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/430-flow-failed")
                        .title("The connection that the callee keeps open for calls is gone")
                        .cites("RFC 5626 11.5")
                        .cites("RFC 5626 4.4")
                        .on(status(430))
                        .check(ConnectionRules::flowFailed),
                Rule.named("rfc3261/idle-connection-dropped")
                        .title("A request on a connection that had been idle was lost")
                        .cites("RFC 5626 4.4")
                        .cites("RFC 5923 1")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(method(Method.INVITE))
                                .and(timed(
                                        "a request over TCP or TLS after a minute of silence got no response",
                                        call -> idle(call).isPresent())))
                        .needs(Trait.UNANSWERED_REQUEST)
                        .check(ConnectionRules::idleConnection),
                Rule.named("rfc3261/via-transport")
                        .title("The Via names another transport than the one in use")
                        .cites("RFC 3261 18.1.1")
                        .on(CALL_OR_REGISTRATION.and(where(
                                "the top Via and the transport of the request differ",
                                call -> ViaReading.of(call)
                                        .filter(ViaReading::namesOtherTransport)
                                        .isPresent())))
                        .needs(Trait.UNUSUAL_VIA)
                        .check(ConnectionRules::transport),
                Rule.named("rfc3261/sips-without-tls")
                        .title("A secure address is used without TLS")
                        .cites("RFC 3261 26.2.2")
                        .cites("RFC 5630 3.1.3")
                        .on(CALL_OR_REGISTRATION.and(where(
                                "a sips address is asked for over UDP, or a Warning 380 or 381 speaks of one",
                                call -> insecure(call) || warned(call))))
                        .needs(has(Trait.SIPS).or(carries("Warning")))
                        .check(ConnectionRules::sips));
    }

    private static void flowFailed(Call call, Findings findings) {
        findings.diagnose(Cause.TRANSPORT_FAILED, CERTAIN)
                .because("the called side answered " + Telling.answerAndTime(call)
                        + ": the proxy nearest the callee reaches it only over a connection that the callee opened"
                        + " itself, and that connection is broken")
                .evidence(call.decisiveAttempt().flatMap(Transaction::request))
                .evidence(call.furthestFinalResponse())
                .remedy(USER, "Start the callee's device or app again, so that it registers anew")
                .remedy(
                        ADMIN,
                        "Let the device send keep-alives more often than the NAT in front of it forgets, and open"
                                + " two flows (RFC 5626)")
                .confirm("The edge proxy's log says when the connection of the callee was lost");
    }

    private record Idle(TrackedMessage before, TrackedMessage request, Transaction transaction) {}

    private static Optional<Idle> idle(Call call) {
        for (Transaction transaction : call.transactions()) {
            if (!transaction.isInitial()
                    && transaction.responses().isEmpty()
                    && transaction.firstHop().transport().isReliable()) {
                Optional<TrackedMessage> request = transaction.request();
                Optional<TrackedMessage> before = request.flatMap(sent -> lastBetweenTheSameEnds(call, sent));
                boolean silent = before.flatMap(last -> Traffic.between(last, request.orElseThrow()))
                        .filter(gap -> gap.compareTo(LONG_SILENCE) >= 0)
                        .isPresent();
                boolean waited = call.observedAfterEnd()
                        .filter(seen -> seen.compareTo(SipTimers.TRANSACTION_LIFETIME) >= 0)
                        .isPresent();
                if (silent && waited) {
                    return Optional.of(new Idle(before.orElseThrow(), request.orElseThrow(), transaction));
                }
            }
        }
        return Optional.empty();
    }

    /** What other hops carry keeps no connection here open. Told by the hosts, as the request may leave from another port. */
    private static Optional<TrackedMessage> lastBetweenTheSameEnds(Call call, TrackedMessage request) {
        return call.messages().stream()
                .filter(message -> message.index() < request.index())
                .filter(message -> isBetween(message, request.from(), request.to())
                        || isBetween(message, request.to(), request.from()))
                .reduce((earlier, later) -> later);
    }

    private static boolean isBetween(TrackedMessage message, Endpoint from, Endpoint to) {
        return message.from().host().equals(from.host()) && message.to().host().equals(to.host());
    }

    private static void idleConnection(Call call, Findings findings) {
        Idle idle = idle(call).orElseThrow();
        Optional<Hop> first = call.decisiveAttempt().map(Transaction::firstHop);
        boolean fresh = first.filter(hop -> !hop.from().equals(idle.request().from())
                        && !hop.to().equals(idle.request().from()))
                .isPresent();
        findings.diagnose(Cause.TRANSPORT_FAILED, fresh ? LIKELY : POSSIBLE)
                .origin(Sides.receiverOf(call, idle.request(), "or a firewall on the way that forgot the connection"))
                .because("after "
                        + Traffic.between(idle.before(), idle.request())
                                .map(Sentences::time)
                                .orElse("a long time")
                        + " without a message, the " + idle.transaction().method() + " over "
                        + idle.request().transport() + " got no response of any kind")
                .because(
                        fresh
                                ? "it left from another port than the call was set up on, so a new connection was"
                                        + " tried, which the other side may not accept"
                                : "a NAT or firewall on the way forgets a connection that carries nothing for so long")
                .evidence(idle.request())
                .evidence(idle.request(), "Via")
                .remedy(
                        ADMIN,
                        "Send keep-alives on the connection (RFC 5626 CRLF, or TCP keep-alive) more often than"
                                + " the firewall's idle time, or lengthen that")
                .confirm("Capture at the receiver: does the request arrive, and is the connection reset");
    }

    private static void transport(Call call, Findings findings) {
        ViaReading via = ViaReading.of(call).orElseThrow();
        findings.violation()
                .origin(Sides.senderOf(call, via.request()))
                .because("the request went over " + via.hop().transport() + ", and its Via says "
                        + via.sent().transport()
                        + "; whoever sends has to write the transport in use, as the answers go"
                        + " by it")
                .evidence(via.request(), "Via")
                .remedy(
                        ADMIN,
                        "Correct the transport setting of the sender, or of the element that changed the transport")
                .confirm("See whether the answers reach the sender");
    }

    private static Optional<SipRequest> request(Call call) {
        return call.decisiveAttempt().flatMap(Transaction::requestMessage);
    }

    private static boolean insecure(Call call) {
        return call.decisiveAttempt()
                .filter(attempt -> attempt.firstHop().transport() == Transport.UDP)
                .flatMap(Transaction::requestMessage)
                .filter(request -> request.requestUri().regionMatches(true, 0, "sips:", 0, 5))
                .isPresent();
    }

    /** RFC 5630 6.2: the secure address was not allowed, or was required. */
    private static boolean warned(Call call) {
        return call.finalStatus() == 480 && Refusals.warns(call, 380, 381);
    }

    private static void sips(Call call, Findings findings) {
        boolean warned = warned(call);
        Finding finding = warned ? findings.diagnose(Cause.TLS_FAILED, LIKELY) : findings.violation();
        if (warned) {
            finding.because("the called side answered " + Telling.answer(call)
                    + ", and its Warning says that a secure address (sips) is wanted and cannot be had, or the"
                    + " reverse");
        } else {
            call.decisiveAttempt()
                    .flatMap(Transaction::request)
                    .ifPresent(sent -> finding.origin(Sides.senderOf(call, sent)));
            finding.because("the request asks for "
                    + request(call).map(SipRequest::requestUri).orElse("a sips address")
                    + ", which promises TLS on every hop, and goes over UDP");
        }
        finding.evidence(call.decisiveAttempt().flatMap(Transaction::request))
                .evidence(call.decisiveAttempt().flatMap(Transaction::request), "Via")
                .evidence(call.finalResponse(), "Warning")
                .remedy(
                        ADMIN,
                        "Use TLS to the next hop, or sip addresses with TLS as transport where not every hop can")
                .confirm("See which hop has no TLS");
    }
}

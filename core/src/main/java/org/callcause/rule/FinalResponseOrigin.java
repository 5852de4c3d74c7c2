package org.callcause.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Party;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Origin.Basis;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;

/**
 * Who made the response that decided, as far as the capture shows. The Via stack of a response names the hops back to
 * the caller and never its author (RFC 3261 8.2.6.2), so only the hops that were seen count: the response was made at
 * or beyond the endpoint that sent it on the furthest hop where it was seen.
 */
final class FinalResponseOrigin {

    /** An element that first asks another one needs longer than this to answer. */
    private static final Duration TOO_FAST_FOR_A_LONG_WAY = Duration.ofMillis(50);

    private FinalResponseOrigin() {}

    static Origin of(Call call) {
        Optional<TrackedMessage> last = call.finalResponse();
        if (last.isEmpty() || call.decisiveAttempt().isEmpty()) {
            return withoutResponse(call);
        }
        Transaction attempt = call.decisiveAttempt().get();
        TrackedMessage response = last.get();
        Endpoint received = response.from();
        if (!received.isKnown()) {
            return new Origin(Origin.CALLED_SIDE, Endpoint.UNKNOWN, Basis.INFERRED, "");
        }
        List<Hop> hops = attempt.hops();
        Endpoint furthest = furthestSender(hops, response).orElse(received);
        boolean madeHere = hops.stream().anyMatch(hop -> wentOnFrom(hop, furthest))
                && hops.stream().noneMatch(hop -> sentSameTo(hop, furthest, response));
        if (madeHere) {
            return madeHere(hops, furthest);
        }
        String seen = furthest.equals(received) ? "" : ", and passed on by " + received;
        return new Origin(
                Origin.CALLED_SIDE,
                furthest,
                Basis.INFERRED,
                "generated at or beyond " + furthest + seen + clues(call, response, furthest));
    }

    /** What narrows the place down without proving it. */
    private static String clues(Call call, TrackedMessage response, Endpoint furthest) {
        List<String> clues = new ArrayList<>(3);
        response.message().header(HeaderName.SERVER).ifPresent(server -> clues.add("its Server header says " + server));
        call.responseTime()
                .filter(delay -> delay.compareTo(TOO_FAST_FOR_A_LONG_WAY) < 0)
                .ifPresent(delay -> clues.add(
                        "it came after " + delay.toMillis() + " ms, which speaks for " + furthest + " itself"));
        if (response.status() == 503) {
            clues.add("a proxy is not to pass a 503 on (RFC 3261 16.7), which speaks for " + furthest + " itself");
        }
        return clues.isEmpty() ? "" : "; " + String.join("; ", clues);
    }

    private static Origin withoutResponse(Call call) {
        if (call.disposition().endedBy() == Party.CALLER) {
            return new Origin(Origin.CALLER, call.caller(), Basis.SEEN, "");
        }
        Endpoint silent = call.decisiveAttempt()
                .map(attempt -> attempt.hops().get(attempt.hops().size() - 1).to())
                .orElse(Endpoint.UNKNOWN);
        if (call.disposition().kind() != Disposition.Kind.UNREACHABLE || !silent.isKnown()) {
            return Origin.UNKNOWN;
        }
        return new Origin(Origin.CALLED_SIDE, silent, Basis.INFERRED, "nothing came back from " + silent);
    }

    /** The endpoint that sent the same status on the hop furthest from the caller. */
    private static Optional<Endpoint> furthestSender(List<Hop> hops, TrackedMessage response) {
        return hops.stream()
                .flatMap(hop -> hop.finalResponse().stream())
                .filter(other -> other.status() == response.status())
                .map(TrackedMessage::from)
                .reduce((nearer, further) -> further);
    }

    private static boolean wentOnFrom(Hop hop, Endpoint element) {
        return hop.from().host().equals(element.host());
    }

    private static boolean sentSameTo(Hop hop, Endpoint element, TrackedMessage response) {
        return wentOnFrom(hop, element)
                && hop.finalResponse()
                        .filter(other -> other.status() == response.status())
                        .isPresent();
    }

    private static Origin madeHere(List<Hop> hops, Endpoint element) {
        String behind = hops.stream()
                .filter(hop -> wentOnFrom(hop, element))
                .map(hop -> hop.finalResponse()
                        .map(other -> hop.to() + " had answered " + other.status())
                        .orElse(hop.to() + " had not answered"))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
        return new Origin(
                Origin.NETWORK,
                element,
                Basis.SEEN,
                "generated by " + element + ", which had sent the request on: " + behind);
    }
}

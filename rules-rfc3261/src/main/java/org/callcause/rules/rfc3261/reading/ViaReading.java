package org.callcause.rules.rfc3261.reading;

import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.dialog.Hop;
import org.callcause.dialog.Sighting;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.Transport;
import org.callcause.message.Method;
import org.callcause.message.Via;

/**
 * What the top Via of a call's deciding request and of the first response to it say of the way, on the hop nearest the
 * caller. Read once a call.
 *
 * @param hop the hop
 * @param request the request
 * @param sent its top Via
 * @param response the first response
 * @param returned the response's top Via
 */
public record ViaReading(
        Hop hop, TrackedMessage request, Via sent, Optional<TrackedMessage> response, Optional<Via> returned) {

    private record Found(Optional<ViaReading> reading) {}

    /** That of this call; absent where the request was not captured. */
    public static Optional<ViaReading> of(Call call) {
        return call.reading(Found.class, ViaReading::read).reading();
    }

    private static Found read(Call call) {
        Optional<Hop> hop = call.decisiveAttempt().map(Transaction::firstHop);
        return new Found(hop.flatMap(Hop::request)
                .flatMap(request -> request.message().topVia().map(sent -> {
                    Optional<TrackedMessage> response =
                            hop.orElseThrow().responses().stream().findFirst();
                    return new ViaReading(
                            hop.orElseThrow(),
                            request,
                            sent,
                            response,
                            response.flatMap(first -> first.message().topVia()));
                })));
    }

    /** Whether the sender asks for the response at the port that the request comes from (RFC 3581). */
    public boolean asksForReturnPort() {
        return sent.rport().isPresent();
    }

    /** Whether the Via names a transport that is not the one in use. TLS may be seen as TCP, and WSS as WS. */
    public boolean namesOtherTransport() {
        String named = sent.transport().toUpperCase(Locale.ROOT);
        return switch (hop.transport()) {
            case UDP -> named.equals("TCP") || named.equals("TLS") || named.equals("WS") || named.equals("WSS");
            case TCP, TLS, WS, WSS -> named.equals("UDP");
            case SCTP, UNKNOWN -> false;
        };
    }

    /**
     * Whether the answering side had to say where the request came from, and did not (RFC 3261 18.2.1). Two addresses of
     * one host, or of one network, are passed over: whoever goes by the Via reaches them.
     */
    public boolean lacksReceived() {
        return returned.filter(via -> via.received().isEmpty())
                .filter(via -> HostKind.of(via.host()).isLocal()
                        && HostKind.of(request.from().host()) == HostKind.PUBLIC)
                .isPresent();
    }

    /** Whether the port that was asked for came back empty, though it is not the one in the Via. */
    public boolean lacksReturnPort() {
        return request.from().port() != sent.port().orElse(Targets.DEFAULT_PORT)
                && sent.rport().filter(String::isEmpty).isPresent()
                && returned.flatMap(Via::rport).filter(String::isEmpty).isPresent();
    }

    /** Whether a response came from another socket than the one the request went to. */
    public boolean answersFromElsewhere() {
        return hop.transport() == Transport.UDP
                && response.filter(first -> first.from().isKnown() && hop.to().isKnown())
                        .filter(first -> hop.to().port() != 0 && first.from().port() != 0)
                        .filter(first -> !first.from().equals(hop.to()))
                        .isPresent();
    }

    /** How often the request was repeated after it had been answered: the answer did not reach its sender. */
    public long repeatsAfterResponse() {
        if (hop.requestRetransmissions() == 0) {
            return 0;
        }
        boolean invite = request.message().sequenceMethod().equals(Method.INVITE);
        Optional<TrackedMessage> silencing = invite ? response : hop.finalResponse();
        return silencing
                .map(first -> hop.messages().stream()
                        .filter(message -> message.isRequest()
                                && message.sighting() == Sighting.RETRANSMISSION
                                && message.nanos() > first.nanos())
                        .count())
                .orElse(0L);
    }
}

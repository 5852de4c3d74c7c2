package org.callcause.rules.teams.recognition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.rule.Trigger;

/** A call in which Microsoft's SIP proxy was seen, with the role of each endpoint. */
public final class TeamsCall {

    /** Recognised once a call, however many rules ask. */
    private record Recognised(Optional<TeamsCall> teams) {

        static Recognised in(Call call) {
            Set<String> microsoft = Recognition.microsoftHosts(call);
            return new Recognised(microsoft.isEmpty() ? Optional.empty() : Optional.of(new TeamsCall(call, microsoft)));
        }
    }

    private final Call call;
    private final Set<String> microsoft;
    private final Connection connection;

    private TeamsCall(Call call, Set<String> microsoft) {
        this.call = call;
        this.microsoft = microsoft;
        this.connection = connection(call);
    }

    /** The call as one with Teams, if it is one. */
    public static Optional<TeamsCall> of(Call call) {
        return call.reading(Recognised.class, Recognised::in).teams();
    }

    /** A call with Teams, whatever connects it. */
    public static Trigger any() {
        return Trigger.where("Microsoft's proxy takes part", call -> of(call).isPresent());
    }

    /** A call over an SBC of the customer: Operator Connect and Teams Phone Mobile are the operator's to look at. */
    public static Trigger directRouting() {
        return Trigger.where(
                "Microsoft's Direct Routing proxy takes part",
                call -> of(call).filter(TeamsCall::isDirectRouting).isPresent());
    }

    /** The same where the predicate holds too, in the words of the sentence. */
    public static Trigger directRouting(String sentence, Predicate<TeamsCall> predicate) {
        return Trigger.where(
                "in a Direct Routing call with Teams " + sentence,
                call -> of(call).filter(TeamsCall::isDirectRouting)
                        .filter(predicate)
                        .isPresent());
    }

    /** The call itself. */
    public Call call() {
        return call;
    }

    /** How the tenant is connected; Direct Routing unless a header of an operator says otherwise. */
    public Connection connection() {
        return connection;
    }

    private static Connection connection(Call call) {
        return call.attempts().stream()
                .flatMap(attempt -> attempt.request().stream())
                .flatMap(request -> ProxyMarks.operators(request.message()).stream())
                .findFirst()
                .orElse(Connection.DIRECT_ROUTING);
    }

    /** See {@link #connection()}. */
    public boolean isDirectRouting() {
        return connection() == Connection.DIRECT_ROUTING;
    }

    /** What the endpoint is. */
    public Role role(Endpoint endpoint) {
        if (!endpoint.isKnown()) {
            return Role.UNKNOWN;
        }
        if (isMicrosoft(endpoint)) {
            return Role.MICROSOFT;
        }
        if (talksToMicrosoft(endpoint)) {
            return Role.SBC;
        }
        return call.messages().stream()
                        .filter(message -> message.from().host().equals(endpoint.host()))
                        .flatMap(message -> message.message().userAgent().stream())
                        .anyMatch(Phones::isPhone)
                ? Role.PHONE
                : Role.CARRIER;
    }

    private boolean isMicrosoft(Endpoint endpoint) {
        return microsoft.contains(endpoint.host());
    }

    private boolean talksToMicrosoft(Endpoint endpoint) {
        String host = endpoint.host();
        return call.messages().stream()
                .anyMatch(message -> (message.from().host().equals(host) && isMicrosoft(message.to()))
                        || (message.to().host().equals(host) && isMicrosoft(message.from())));
    }

    /** Whether Microsoft sent this. */
    public boolean isFromMicrosoft(TrackedMessage message) {
        return isMicrosoft(message.from());
    }

    /** Whether it was sent to Microsoft. */
    public boolean isToMicrosoft(TrackedMessage message) {
        return isMicrosoft(message.to());
    }

    /** The request of the deciding attempt as it went to Microsoft: the call comes from the telephone network. */
    public Optional<TrackedMessage> requestToMicrosoft() {
        return requests().stream().filter(this::isToMicrosoft).findFirst();
    }

    /** The request of the deciding attempt as it came from Microsoft: a Teams user calls. */
    public Optional<TrackedMessage> requestFromMicrosoft() {
        return requests().stream().filter(this::isFromMicrosoft).findFirst();
    }

    private List<TrackedMessage> requests() {
        return call.decisiveAttempt().stream()
                .flatMap(attempt -> attempt.hops().stream())
                .map(Hop::request)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The final response on the hop between Microsoft and the SBC, whichever sent it. */
    public Optional<TrackedMessage> finalResponseAtTheEdge() {
        return call.decisiveAttempt().stream()
                .flatMap(attempt -> attempt.hops().stream())
                .filter(hop -> isMicrosoft(hop.from()) || isMicrosoft(hop.to()))
                .flatMap(hop -> hop.finalResponse().stream())
                .findFirst();
    }

    /** The BYEs that Microsoft sent, but for those that only ended a surplus dialog. */
    public Stream<TrackedMessage> byesFromMicrosoft() {
        return call.messages().stream()
                .filter(message -> message.message() instanceof SipRequest request
                        && request.method().equals(Method.BYE))
                .filter(this::isFromMicrosoft)
                .filter(bye -> !call.endsSurplusDialog(bye.message()));
    }

    /** Whether Microsoft sent the final response. */
    public boolean isRefusedByMicrosoft() {
        return finalResponseAtTheEdge()
                .filter(response -> response.status() >= 300)
                .filter(this::isFromMicrosoft)
                .isPresent();
    }

    /** Whether the SBC sent the final response to Microsoft. */
    public boolean isRefusedToMicrosoft() {
        return finalResponseAtTheEdge()
                .filter(response -> response.status() >= 300)
                .filter(this::isToMicrosoft)
                .isPresent();
    }

    /** Microsoft's end of the edge. */
    public Endpoint microsoftEndpoint() {
        return edge(true);
    }

    /** The SBC's end of the edge. */
    public Endpoint sbcEndpoint() {
        return edge(false);
    }

    /** The name by which the SBC calls itself in its Contact; absent where it uses an address. */
    public Optional<String> sbcName() {
        return call.messages().stream()
                .filter(this::isToMicrosoft)
                .flatMap(message -> message.message().contacts().stream())
                .map(contact -> contact.uri().host())
                .filter(host -> !host.isEmpty() && !AddressRanges.isAddress(host) && !ProxyMarks.isProxyName(host))
                .findFirst();
    }

    private Endpoint edge(boolean ofMicrosoft) {
        return call.messages().stream()
                .filter(message -> isFromMicrosoft(message) || isToMicrosoft(message))
                .map(message -> isFromMicrosoft(message) == ofMicrosoft ? message.from() : message.to())
                .findFirst()
                .orElse(Endpoint.UNKNOWN);
    }

    /** The region in the proxy's product name, such as {@code EUNO}. */
    public Optional<String> region() {
        return call.messages().stream()
                .limit(24)
                .flatMap(message -> ProxyMarks.region(message.message()).stream())
                .findFirst();
    }

    /** The id under which Microsoft knows the call, for its support and its records; see {@link CorrelationIds}. */
    public Optional<String> correlationId() {
        return CorrelationIds.of(call).stream().findFirst();
    }

    /** Who sent a message, seen. */
    public Origin sender(TrackedMessage message, String explanation) {
        return new Origin(role(message.from()).party(), message.from(), Origin.Basis.SEEN, explanation);
    }

    /** Whose answer ended the call, as far as the capture shows. */
    public Origin answerer() {
        return call.furthestFinalResponse()
                .map(this::author)
                .orElseGet(() -> new Origin(
                        requestFromMicrosoft().isPresent() ? Role.SBC.party() : Role.MICROSOFT.party(),
                        requestFromMicrosoft().isPresent() ? sbcEndpoint() : microsoftEndpoint(),
                        Origin.Basis.INFERRED,
                        "no final response came from there"));
    }

    private Origin author(TrackedMessage response) {
        Role role = role(response.from());
        String place = response.from().toString();
        return new Origin(
                role.party(),
                response.from(),
                Origin.Basis.INFERRED,
                switch (role) {
                    case MICROSOFT ->
                        "generated at or behind Microsoft's proxy " + place
                                + region().map(region -> " in region " + region).orElse("");
                    case SBC -> "sent by the SBC " + place + ", of its own or passed on from the side behind it";
                    case CARRIER, PHONE -> "generated at or beyond " + place + ", behind the SBC";
                    case UNKNOWN -> "";
                });
    }
}

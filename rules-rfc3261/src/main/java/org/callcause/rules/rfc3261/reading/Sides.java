package org.callcause.rules.rfc3261.reading;

import org.callcause.call.Call;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;

/** Which side of a call sent a message, or which element between them. */
public final class Sides {

    private Sides() {}

    /**
     * Whether it came from the side that made the call, told by the tag of From (RFC 3261 12.2.1.1). Where the capture
     * begins within the call, the side that sent the first request stands for the caller.
     */
    public static boolean isFromCaller(Call call, TrackedMessage message) {
        String tag = message.message().fromTag().orElse("");
        boolean callersRequest = call.attempts().isEmpty()
                ? call.messages().get(0).message().fromTag().orElse("").equals(tag)
                : call.attempts().stream().map(Transaction::fromTag).anyMatch(tag::equals);
        return message.isRequest() == callersRequest;
    }

    /** Whether both came from one side. */
    public static boolean same(Call call, TrackedMessage one, TrackedMessage other) {
        return isFromCaller(call, one) == isFromCaller(call, other);
    }

    /** The sender, as the capture shows it. */
    public static Origin senderOf(Call call, TrackedMessage message) {
        return origin(call, message.from(), isFromCaller(call, message), Origin.Basis.SEEN, "");
    }

    /** The sender, or what stands between it and the place of capture. */
    public static Origin senderOrWay(Call call, TrackedMessage message) {
        return likelySender(call, message, "or an element on the way that changed the message");
    }

    /** The sender as far as it can be inferred, with what else it may be. */
    public static Origin likelySender(Call call, TrackedMessage message, String explanation) {
        return origin(call, message.from(), isFromCaller(call, message), Origin.Basis.INFERRED, explanation);
    }

    /** The receiver of a message, from which something was expected. */
    public static Origin receiverOf(Call call, TrackedMessage message, String explanation) {
        return origin(call, message.to(), !isFromCaller(call, message), Origin.Basis.INFERRED, explanation);
    }

    private static Origin origin(
            Call call, Endpoint endpoint, boolean ofCaller, Origin.Basis basis, String explanation) {
        String side = ofCaller ? Origin.CALLER : Origin.CALLED_SIDE;
        return new Origin(isBetween(call, endpoint) ? Origin.NETWORK : side, endpoint, basis, explanation);
    }

    /** Whether the capture shows this element, which is not the caller, sending the call on; told by the host. */
    private static boolean isBetween(Call call, Endpoint element) {
        return element.isKnown()
                && !element.host().equals(call.caller().host())
                && call.decisiveAttempt().stream()
                        .flatMap(attempt -> attempt.hops().stream())
                        .anyMatch(hop -> hop.from().host().equals(element.host()));
    }

    /** {@code the caller's side} or {@code the called side}. */
    public static String name(Call call, TrackedMessage sent) {
        return name(isFromCaller(call, sent));
    }

    /** The side that the message went to. */
    public static String otherName(Call call, TrackedMessage sent) {
        return name(!isFromCaller(call, sent));
    }

    private static String name(boolean ofCaller) {
        return ofCaller ? "the caller's side" : "the called side";
    }
}

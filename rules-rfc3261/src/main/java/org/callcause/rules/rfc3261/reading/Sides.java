package org.callcause.rules.rfc3261.reading;

import org.callcause.call.Call;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.TrackedMessage;

/** Which side of a call sent a message. */
public final class Sides {

    private Sides() {}

    /** Whether it came from the side that made the call, told by the tag of From (RFC 3261 12.2.1.1). */
    public static boolean isFromCaller(Call call, TrackedMessage message) {
        boolean callersRequest = call.decisiveAttempt()
                .map(attempt ->
                        attempt.fromTag().equals(message.message().fromTag().orElse("")))
                .orElse(true);
        return message.isRequest() == callersRequest;
    }

    /** Whether both came from one side. */
    public static boolean same(Call call, TrackedMessage one, TrackedMessage other) {
        return isFromCaller(call, one) == isFromCaller(call, other);
    }

    /** The sender, as the capture shows it. */
    public static Origin senderOf(Call call, TrackedMessage message) {
        return sender(call, message, Origin.Basis.SEEN, "");
    }

    /** The sender, or what stands between it and the place of capture. */
    public static Origin senderOrWay(Call call, TrackedMessage message) {
        return sender(call, message, Origin.Basis.INFERRED, "or an element on the way that changed the message");
    }

    /** The receiver of a message, from which something was expected. */
    public static Origin receiverOf(Call call, TrackedMessage message, String explanation) {
        return new Origin(
                isFromCaller(call, message) ? Origin.CALLED_SIDE : Origin.CALLER,
                message.to(),
                Origin.Basis.INFERRED,
                explanation);
    }

    private static Origin sender(Call call, TrackedMessage message, Origin.Basis basis, String explanation) {
        return new Origin(
                isFromCaller(call, message) ? Origin.CALLER : Origin.CALLED_SIDE, message.from(), basis, explanation);
    }

    /** {@code the caller's side} or {@code the called side}. */
    public static String name(Call call, TrackedMessage sent) {
        return isFromCaller(call, sent) ? "the caller's side" : "the called side";
    }
}

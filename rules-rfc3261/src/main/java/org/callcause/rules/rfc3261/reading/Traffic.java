package org.callcause.rules.rfc3261.reading;

import static org.callcause.rule.Trigger.method;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.dialog.Dialog;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.rule.Trigger;

/** What was sent in a call, and when. */
public final class Traffic {

    /** A call or a registration: what a person notices the end of. */
    public static final Trigger CALL_OR_REGISTRATION = method(Method.INVITE).or(method(Method.REGISTER));

    /** Five sendings over 7.5 s (RFC 3261 17.1.1.2): a live peer answers one of them. */
    public static final int TELLING_REPEATS = 4;

    private Traffic() {}

    /** From one message to the other; absent when one has no time, or they come in the other order. */
    public static Optional<Duration> between(TrackedMessage earlier, TrackedMessage later) {
        if (!earlier.hasTime() || !later.hasTime() || later.nanos() < earlier.nanos()) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos(later.nanos() - earlier.nanos()));
    }

    /** Whether the second message came within this time behind the first. */
    public static boolean within(TrackedMessage earlier, TrackedMessage later, Duration bound) {
        return between(earlier, later).filter(gap -> gap.compareTo(bound) <= 0).isPresent();
    }

    /** Whether the capture saw so much time pass from one message to the other. */
    public static boolean apart(TrackedMessage earlier, TrackedMessage later, Duration atLeast) {
        return between(earlier, later)
                .filter(time -> time.compareTo(atLeast) >= 0)
                .isPresent();
    }

    /** Whether the capture went on for so long after the message. */
    public static boolean observedAfter(Call call, TrackedMessage message, Duration atLeast) {
        List<TrackedMessage> all = call.messages();
        TrackedMessage last = all.get(all.size() - 1);
        Duration after = call.observedAfterEnd().orElse(Duration.ZERO);
        return between(message, last)
                .filter(time -> time.plus(after).compareTo(atLeast) >= 0)
                .isPresent();
    }

    /** Whether the capture shows nobody sending the request on from where this hop ends; told by the host. */
    public static boolean isLast(Hop hop, Transaction transaction) {
        return transaction.hops().stream()
                .noneMatch(other -> other.from().host().equals(hop.to().host()));
    }

    /** Every hop of every transaction that is, or is not, an INVITE. */
    public static Stream<Hop> hops(Call call, boolean invite) {
        return call.transactions().stream()
                .filter(transaction -> transaction.method().equals(Method.INVITE) == invite)
                .flatMap(transaction -> transaction.hops().stream());
    }

    /** Every request, as first seen on each of its hops. */
    public static Stream<TrackedMessage> requests(Call call) {
        return call.messages().stream().filter(message -> message.isRequest() && message.isFirst());
    }

    /** Every response, as first seen on each of its hops. */
    public static Stream<TrackedMessage> responses(Call call) {
        return call.messages().stream().filter(message -> !message.isRequest() && message.isFirst());
    }

    /** Whether the message is a BYE. */
    public static boolean isBye(TrackedMessage message) {
        return message.message() instanceof SipRequest request
                && request.method().equals(Method.BYE);
    }

    /** The BYEs whose request was captured, in order. */
    public static List<Transaction> byes(Call call) {
        return call.transactions(Method.BYE).stream()
                .filter(bye -> bye.request().isPresent())
                .toList();
    }

    /** Whether the callee of some dialog of the call sent this request. */
    public static boolean sentByCallee(Call call, TrackedMessage request) {
        String tag = request.message().fromTag().orElse("");
        return call.dialogs().stream().map(Dialog::calleeTag).anyMatch(tag::equals)
                && call.dialogs().stream().map(Dialog::callerTag).noneMatch(tag::equals);
    }
}

package org.callcause.rules.rfc3261.incident;

import java.util.Optional;
import org.callcause.call.Disposition;
import org.callcause.incident.CallMoments;
import org.callcause.incident.CallParties;
import org.callcause.incident.EndedCall;

/**
 * That a call got through or did not, known at its answer or refusal. Got through means what ITU-T E.425 counts into the
 * network effectiveness ratio: who is busy, away, or declines was reached.
 *
 * @param started the call's first message
 * @param settled its answer or refusal, or its last message where none came
 * @param parties who it was between
 * @param failure the call, where it did not get through
 */
record SetUp(long started, long settled, CallParties parties, Optional<EndedCall> failure) {

    /** Nothing for what is not a call, was told at its answer, or says nothing of the network. */
    static Optional<SetUp> of(EndedCall call) {
        if (!call.isCall() || call.wasAnswered() || !says(call)) {
            return Optional.empty();
        }
        return Optional.of(new SetUp(
                call.moments().start(),
                call.moments().settled(),
                call.parties(),
                failed(call) ? Optional.of(call) : Optional.empty()));
    }

    /** Of another exchange: nothing where the server refused it, which says that it is there and no more. */
    static Optional<SetUp> ofExchange(EndedCall exchange) {
        boolean failed = isHard(exchange);
        return failed || exchange.outcome() == Disposition.Kind.SUCCEEDED
                ? Optional.of(new SetUp(
                        exchange.moments().start(),
                        exchange.moments().settled(),
                        exchange.parties(),
                        failed ? Optional.of(exchange) : Optional.empty()))
                : Optional.empty();
    }

    /** Of a call that was cut off, or given up before it rang, nobody knows what would have become of it. */
    private static boolean says(EndedCall call) {
        return switch (call.outcome()) {
            case INCOMPLETE -> false;
            case CANCELLED -> call.moments().ringTime() != CallMoments.ABSENT;
            default -> true;
        };
    }

    private static boolean failed(EndedCall call) {
        return switch (call.outcome()) {
            case FAILED, UNREACHABLE, REJECTED, NOT_FOUND, UNAVAILABLE -> true;
            default -> false;
        };
    }

    boolean isFailure() {
        return failure.isPresent();
    }

    /** Whether nobody answered, or a server said that it cannot: never the doing of who calls or is called. */
    boolean isHardFailure() {
        return failure.map(SetUp::isHard).orElse(false);
    }

    private static boolean isHard(EndedCall call) {
        return call.outcome() == Disposition.Kind.FAILED || call.outcome() == Disposition.Kind.UNREACHABLE;
    }
}

package org.callcause.rules.rfc3261.incident;

import org.callcause.call.Disposition;
import org.callcause.incident.CallMoments;
import org.callcause.incident.EndedCall;

/**
 * Whether a call got through, as its refusal says. Got through means what ITU-T E.425 counts into the network effectiveness
 * ratio: who is busy, away, or declines was reached.
 */
enum SetUp {
    /** It is no call, was told at its answer, or says nothing of the network. */
    SAYS_NOTHING,
    /** The network reached whom it was to reach. */
    GOT_THROUGH,
    /** It did not. */
    FAILED;

    static SetUp of(EndedCall call) {
        if (!call.isCall() || call.wasAnswered() || !says(call)) {
            return SAYS_NOTHING;
        }
        return failed(call) ? FAILED : GOT_THROUGH;
    }

    /** Of another exchange: nothing where the server refused it, which says that it is there and no more. */
    static SetUp ofExchange(EndedCall exchange) {
        if (exchange.outcome().isHardFailure()) {
            return FAILED;
        }
        return exchange.outcome() == Disposition.Kind.SUCCEEDED ? GOT_THROUGH : SAYS_NOTHING;
    }

    /** Of a call that was cut off, or given up before it rang, nobody knows what would have become of it. */
    private static boolean says(EndedCall call) {
        return switch (call.outcome()) {
            case INCOMPLETE -> false;
            case CANCELLED -> call.moments().ringTime() != CallMoments.ABSENT;
            default -> true;
        };
    }

    /** Fewer than {@link Disposition.Kind#isFailure()}: who is busy, does not answer or declines was reached. */
    private static boolean failed(EndedCall call) {
        return switch (call.outcome()) {
            case FAILED, UNREACHABLE, REJECTED, NOT_FOUND, UNAVAILABLE -> true;
            default -> false;
        };
    }

    /** Whether the called phones are away or signed out (480), which is no fault of the way to them. */
    static boolean isAbsence(EndedCall call) {
        return call.outcome() == Disposition.Kind.UNAVAILABLE;
    }

    /** Whether the called address is unknown there: it is a wrong number, unless it was reached before. */
    static boolean isUnknownNumber(EndedCall call) {
        return call.outcome() == Disposition.Kind.NOT_FOUND;
    }
}

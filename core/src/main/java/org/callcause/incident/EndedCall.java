package org.callcause.incident;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Party;
import org.callcause.message.Method;

/**
 * What incident rules know of a call, a registration or another exchange that is over: a few facts, drawn from its report
 * once. Holds nothing of the call itself, so that it may be kept for a while or be sent to another machine. Made by the
 * library.
 *
 * @param callId the Call-ID
 * @param firstMessage the number of its first message in the input
 * @param method INVITE for a call; otherwise the method of the exchange
 * @param parties who it was between
 * @param moments when things happened
 * @param outcome how it ended
 * @param status the final status, 0 without one
 * @param endedBy the side that ended it
 * @param reading the best reading; absent for a healthy call
 * @param signs what else there is to tell
 * @param wentOn whether it is a leg that failed and the call went on by another way, so that another leg tells how the call
 *     ended: this failure is one of its peer, and not of the call
 */
public record EndedCall(
        String callId,
        long firstMessage,
        Method method,
        CallParties parties,
        CallMoments moments,
        Disposition.Kind outcome,
        int status,
        Party endedBy,
        Optional<CallReading> reading,
        CallSigns signs,
        boolean wentOn) {

    /** Keeps the parts as they are. */
    public EndedCall {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(parties, "parties");
        Objects.requireNonNull(moments, "moments");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(endedBy, "endedBy");
        Objects.requireNonNull(reading, "reading");
        Objects.requireNonNull(signs, "signs");
    }

    /** The id of the call. Few are ever named, so it is put together when asked for. */
    public String id() {
        return Call.id(callId, firstMessage);
    }

    /** The same with the ways that other legs of the call tried as well, as its own {@link CallSigns#routes()}. */
    public EndedCall along(List<EndedCall> legs) {
        return legs.size() < 2
                ? this
                : with(
                        signs.with(legs.stream()
                                .flatMap(leg -> leg.ways().stream())
                                .toList()),
                        wentOn);
    }

    /** The same of a leg whose call went on by another way. */
    public EndedCall goingOn() {
        return with(signs, true);
    }

    private EndedCall with(CallSigns otherSigns, boolean goesOn) {
        return new EndedCall(
                callId, firstMessage, method, parties, moments, outcome, status, endedBy, reading, otherSigns, goesOn);
    }

    private List<CallSigns.Route> ways() {
        return signs.routes().isEmpty()
                ? List.of(new CallSigns.Route(
                        parties.source(),
                        parties.peer(),
                        status,
                        moments.ringTime() != CallMoments.ABSENT,
                        moments.start(),
                        status == 0 ? CallSigns.ABSENT : moments.settled()))
                : signs.routes();
    }

    /** Whether it is a call and not a registration or another exchange. */
    public boolean isCall() {
        return method.equals(Method.INVITE);
    }

    /** What its end is. */
    public CallEvent event() {
        if (isCall()) {
            return outcome == Disposition.Kind.ANSWERED ? CallEvent.ANSWERED_CALL_OVER : CallEvent.UNANSWERED_CALL_OVER;
        }
        if (method.equals(Method.REGISTER)) {
            return CallEvent.REGISTRATION_OVER;
        }
        return method.equals(Method.OPTIONS) ? CallEvent.OPTIONS_OVER : CallEvent.OTHER_EXCHANGE_OVER;
    }

    /** Whether it is a call that was answered, of which the rules were told before at its answer. */
    public boolean wasAnswered() {
        return isCall() && outcome == Disposition.Kind.ANSWERED;
    }
}

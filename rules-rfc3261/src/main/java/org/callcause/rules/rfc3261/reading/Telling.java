package org.callcause.rules.rfc3261.reading;

import org.callcause.call.Call;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.SipResponse;

/** Clauses that several rules tell a call with. */
public final class Telling {

    private Telling() {}

    /** {@code 603 Decline} as its author worded it, or the bare code where the phrase is empty. */
    public static String answer(Call call) {
        String phrase = call.furthestFinalResponse()
                .map(response -> ((SipResponse) response.message()).reasonPhrase())
                .orElse("");
        return (call.finalStatus() + " " + phrase).strip();
    }

    /** {@code 603 Decline}: the code and phrase of a response, as its status line has them. */
    public static String answer(TrackedMessage response) {
        return response.codeAndPhrase();
    }

    /** Who answers, of whom no more is known: {@code the called side}, or {@code the registrar's side}. */
    public static String answeringSide(Call call) {
        return call.method().equals(Method.REGISTER) ? "the registrar's side" : "the called side";
    }

    /** {@code the 503 Service Unavailable that the caller got}; of a registration it is the client that got it. */
    public static String answerThatWasGot(Call call) {
        return "the " + answer(call) + " that the " + (call.method().equals(Method.INVITE) ? "caller" : "client")
                + " got";
    }

    /** {@code 603 Decline 16 ms after the INVITE}; of a source without times the answer alone. */
    public static String answerAndTime(Call call) {
        return answer(call) + after(call);
    }

    /** {@code 603 Decline after 4.1 s of ringing}, with as much of the ringing as is known. */
    public static String answerAndRinging(Call call) {
        return answer(call) + spaced(ringing(call));
    }

    /** {@code 603 Decline 16 ms after the INVITE, without any ringing}, with as much of both as is known. */
    public static String answerAndCourse(Call call) {
        String after = after(call);
        String ringing = spaced(ringing(call));
        return answer(call) + after + (after.isEmpty() || ringing.isEmpty() ? ringing : "," + ringing);
    }

    /** {@code  16 ms after the INVITE} with the space before it; empty where the source gives no times. */
    public static String after(Call call) {
        return call.responseTime()
                .map(delay -> " " + Sentences.time(delay) + " after the "
                        + call.method().name())
                .orElse("");
    }

    /** Empty where the capture begins too late to show whether it rang. */
    private static String ringing(Call call) {
        if (call.ringing().isEmpty()) {
            return Refusals.requestCaptured(call) ? "without any ringing" : "";
        }
        String signal = Refusals.alerted(call) ? "ringing" : "progress (183, ringing or an announcement)";
        return call.ringTime()
                .map(time -> "after " + Sentences.time(time) + " of " + signal)
                .orElse("after " + signal);
    }

    private static String spaced(String clause) {
        return clause.isEmpty() ? "" : " " + clause;
    }

    /** {@code 16 ms later}, or {@code later} where the source gave no times. */
    public static String later(TrackedMessage earlier, TrackedMessage after) {
        return Traffic.between(earlier, after)
                .map(time -> Sentences.time(time) + " later")
                .orElse("later");
    }
}

package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.where;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Telling;

/** Codes with one plain reading, in a table: what is said where no other rule knows better. */
final class OtherRefusalRules {

    private record Reading(Cause cause, String meaning, String remedy, String reference) {}

    private static final Map<Integer, Reading> READINGS = readings();

    private static final Trigger REFUSED = statusClass(4)
            .or(statusClass(5))
            .or(statusClass(6))
            .and(method(Method.INVITE).or(method(Method.REGISTER)))
            .and(where("it was neither cancelled nor cut short by the capture", OtherRefusalRules::isRefused));

    private OtherRefusalRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/refused")
                .title("The request was refused")
                .cites("RFC 3261 21")
                .asFallback()
                .on(REFUSED)
                .check(OtherRefusalRules::refused));
    }

    private static boolean isRefused(Call call) {
        return switch (call.disposition().kind()) {
            case CANCELLED, ANSWERED_ELSEWHERE, INCOMPLETE, ANSWERED, SUCCEEDED -> false;
            default -> call.finalStatus() != 487;
        };
    }

    private static void refused(Call call, Findings findings) {
        boolean registration = call.method().equals(Method.REGISTER);
        Reading reading = Optional.ofNullable(READINGS.get(call.finalStatus()))
                .orElseGet(() -> ofClass(call.finalStatus() / 100));
        boolean known = READINGS.containsKey(call.finalStatus());
        Cause cause = registration && !known ? Cause.REGISTRATION_REJECTED : reading.cause();
        findings.diagnose(cause, known ? LIKELY : POSSIBLE)
                .title((registration ? "The registration" : "The call") + " was refused: " + reading.meaning())
                .because("the called side answered " + Telling.answer(call) + " " + Telling.after(call) + ", "
                        + Telling.ringing(call))
                .because("this code means that " + reading.meaning())
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .evidence(call.furthestFinalResponse(), "Warning")
                .evidence(call.furthestFinalResponse(), "Require")
                .evidence(call.furthestFinalResponse(), "Unsupported")
                .evidence(call.furthestFinalResponse(), "Min-SE")
                .evidence(call.furthestFinalResponse(), "Server")
                .remedy(ADMIN, reading.remedy())
                .confirm("The log of the element that answered says more about this request")
                .cites(reading.reference());
    }

    private static Reading ofClass(int statusClass) {
        return switch (statusClass) {
            case 4 ->
                new Reading(
                        Cause.CONFORMANCE,
                        "the receiver would not serve the request as it was",
                        "Read what the phrase and the log of the element that answered say",
                        "RFC 3261 21.4");
            case 5 ->
                new Reading(
                        Cause.SERVER_ERROR,
                        "the server failed on a request that may be in order",
                        "Read the log of the element that answered",
                        "RFC 3261 21.5");
            default ->
                new Reading(
                        Cause.DECLINED,
                        "the call is refused wherever else it may go",
                        "Read what the phrase and the log of the element that answered say",
                        "RFC 3261 21.6");
        };
    }

    private static Map<Integer, Reading> readings() {
        Map<Integer, Reading> table = new HashMap<>();
        put(
                table,
                400,
                Cause.MALFORMED_MESSAGE,
                "the receiver could not understand the request's syntax",
                "Compare the request with the grammar; the phrase often names the header",
                "RFC 3261 21.4.1");
        put(
                table,
                405,
                Cause.NOT_IMPLEMENTED,
                "the method is known and not allowed for this address",
                "Use only the methods that the Allow header of the response lists",
                "RFC 3261 21.4.6");
        put(
                table,
                413,
                Cause.MESSAGE_TOO_LARGE,
                "the body is larger than the receiver takes",
                "Shorten the body, or raise the limit of the receiver",
                "RFC 3261 21.4.11");
        put(
                table,
                414,
                Cause.INVALID_NUMBER_FORMAT,
                "the Request-URI is longer than the receiver takes",
                "Shorten the Request-URI",
                "RFC 3261 21.4.12");
        put(
                table,
                416,
                Cause.INVALID_NUMBER_FORMAT,
                "the scheme of the Request-URI is not supported",
                "Send a sip: address instead of tel: or another scheme",
                "RFC 3261 21.4.14");
        put(
                table,
                420,
                Cause.EXTENSION_REQUIRED,
                "the request demands an extension that the receiver lacks",
                "Take the option tags in Unsupported out of Require",
                "RFC 3261 21.4.15");
        put(
                table,
                421,
                Cause.EXTENSION_REQUIRED,
                "the receiver demands an extension that the request does not support",
                "Support the option tags in Require, or let the receiver do without them",
                "RFC 3261 21.4.16");
        put(
                table,
                422,
                Cause.SESSION_INTERVAL_TOO_SMALL,
                "the session timer is shorter than the receiver allows",
                "Ask for at least the Min-SE of the response, and try again with it",
                "RFC 4028 6");
        put(
                table,
                423,
                Cause.REGISTRATION_REJECTED,
                "the asked registration time is shorter than the registrar allows",
                "Register for at least the Min-Expires of the response",
                "RFC 3261 21.4.17");
        put(
                table,
                428,
                Cause.IDENTITY_INVALID,
                "the receiver demands a signed caller identity",
                "Let the originating network sign the call (STIR)",
                "RFC 8224 6.2.2");
        put(
                table,
                433,
                Cause.BLOCKED_BY_POLICY,
                "the callee takes no anonymous calls",
                "Call without suppressing the number",
                "RFC 5079 5");
        put(
                table,
                436,
                Cause.IDENTITY_INVALID,
                "the certificate of the caller's identity could not be fetched",
                "Check that the URL in the Identity header can be reached from there",
                "RFC 8224 6.2.2");
        put(
                table,
                437,
                Cause.IDENTITY_INVALID,
                "the certificate of the caller's identity is not accepted",
                "Sign with a certificate that the receiver trusts",
                "RFC 8224 6.2.2");
        put(
                table,
                438,
                Cause.IDENTITY_INVALID,
                "the signature of the caller's identity is not valid",
                "Look for an element that changed numbers or the date after signing",
                "RFC 8224 6.2.2");
        put(
                table,
                481,
                Cause.DIALOG_UNKNOWN,
                "the receiver does not know the dialog or transaction",
                "Check whether an element on the way restarted or changed tags or Call-ID",
                "RFC 3261 21.4.19");
        put(
                table,
                482,
                Cause.LOOP,
                "the request came back to an element that had handled it",
                "Follow the Via headers and correct the route that leads back",
                "RFC 3261 21.4.20");
        put(
                table,
                483,
                Cause.LOOP,
                "the request passed more elements than Max-Forwards allows",
                "Follow the Via headers: the same elements again and again show the loop",
                "RFC 3261 21.4.21");
        put(
                table,
                489,
                Cause.NOT_IMPLEMENTED,
                "the event package is not supported",
                "Subscribe only to what Allow-Events lists",
                "RFC 6665 8.3.2");
        put(
                table,
                491,
                Cause.GLARE,
                "the receiver had a request of its own pending",
                "Try again after the wait that RFC 3261 14.1 prescribes",
                "RFC 3261 21.4.27");
        put(
                table,
                500,
                Cause.SERVER_ERROR,
                "something failed inside the server",
                "Read its log; a proxy also makes 500 of a 503 that came from further on",
                "RFC 3261 21.5.1");
        put(
                table,
                501,
                Cause.NOT_IMPLEMENTED,
                "the server does not implement the method",
                "Use only the methods that its Allow header lists",
                "RFC 3261 21.5.2");
        put(
                table,
                502,
                Cause.DOWNSTREAM_FAILURE,
                "the server got a bad answer from the next server",
                "Look at the next server on the route",
                "RFC 3261 21.5.3");
        put(
                table,
                504,
                Cause.DOWNSTREAM_FAILURE,
                "another server that this one needed did not answer in time",
                "Look at the next server on the route, and at name resolution",
                "RFC 3261 21.5.5");
        put(
                table,
                505,
                Cause.NOT_IMPLEMENTED,
                "the version in the request line is not supported",
                "Send SIP/2.0",
                "RFC 3261 21.5.6");
        put(
                table,
                513,
                Cause.MESSAGE_TOO_LARGE,
                "the message is longer than the server can process",
                "Offer fewer codecs and ICE candidates, and send large requests over TCP",
                "RFC 3261 21.5.7");
        put(
                table,
                580,
                Cause.CONFORMANCE,
                "a precondition of the offer cannot be met",
                "Compare the precondition attributes of both sides",
                "RFC 3312 8");
        put(
                table,
                607,
                Cause.UNWANTED_CALL,
                "the callee marked the call as unwanted",
                "Do not call again; check the reputation of the calling number",
                "RFC 8197 4");
        put(
                table,
                608,
                Cause.NETWORK_BLOCKED_ANALYTICS,
                "an intermediary's analytics blocked the call",
                "Use the contact in Call-Info to ask for redress",
                "RFC 8688 3.1");
        return Map.copyOf(table);
    }

    private static void put(
            Map<Integer, Reading> table, int code, Cause cause, String meaning, String remedy, String reference) {
        table.put(code, new Reading(cause, meaning, remedy, reference));
    }
}

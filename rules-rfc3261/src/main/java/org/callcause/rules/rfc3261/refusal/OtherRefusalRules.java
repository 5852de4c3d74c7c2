package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.where;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.Reason;
import org.callcause.message.SipMessage;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.catalogue.ReleaseCauses;
import org.callcause.rules.rfc3261.catalogue.StatusCatalogue;
import org.callcause.rules.rfc3261.catalogue.StatusEntry;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.WarningNames;

/** Codes with one plain reading, in a table: what is said where no other rule knows better. */
final class OtherRefusalRules {

    private record Reading(Cause cause, String meaning, String remedy, String reference) {}

    private static final StatusCatalogue CATALOGUE = StatusCatalogue.in(Locale.ENGLISH);

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
        return call.disposition().kind().isFailure() && call.finalStatus() != 487;
    }

    private static void refused(Call call, Findings findings) {
        boolean registration = call.method().equals(Method.REGISTER);
        Reading reading = reading(call.finalStatus());
        boolean known = READINGS.containsKey(call.finalStatus());
        boolean assigned = CATALOGUE.entry(call.finalStatus()).isRegistered();
        Cause cause = registration && !known ? Cause.REGISTRATION_REJECTED : reading.cause();
        Finding finding = findings.diagnose(cause, known ? LIKELY : POSSIBLE)
                .title((registration ? "The registration" : "The call") + " was refused"
                        + (assigned ? ": " + reading.meaning() : " with a code that no standard gives a meaning"))
                .because(Telling.answeringSide(call) + " answered "
                        + (registration ? Telling.answerAndTime(call) : Telling.answerAndCourse(call)))
                .because(
                        assigned
                                ? "this code means that " + reading.meaning()
                                : unassigned(call.finalStatus()) + ", by which " + reading.meaning());
        if (!registration) {
            maker(call).ifPresent(finding::because);
        }
        finding.evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .evidence(call.furthestFinalResponse(), "Warning")
                .evidence(call.furthestFinalResponse(), "Require")
                .evidence(call.furthestFinalResponse(), "Unsupported")
                .evidence(call.furthestFinalResponse(), "Min-SE")
                .evidence(call.furthestFinalResponse(), "Server")
                .remedy(ADMIN, reading.remedy())
                .evidence(call.furthestFinalResponse(), "Retry-After")
                .confirm("The log of the element that answered says more about this request")
                .cites(reading.reference());
        beside(call).forEach(finding::because);
        WarningNames.told(call).ifPresent(finding::because);
    }

    /** What the response says of itself beside its code. */
    private static List<String> beside(Call call) {
        List<String> clauses = new ArrayList<>(3);
        Optional<SipMessage> response = call.furthestFinalResponse().map(TrackedMessage::message);
        response.flatMap(SipMessage::retryAfter)
                .ifPresent(retry -> clauses.add("it asks to wait " + retry
                        + retry.comment().map(comment -> " (" + comment + ")").orElse("")
                        + ", so its author expects another try to do better then"));
        response.map(SipMessage::reasons).orElse(List.of()).stream()
                .filter(reason -> reason.cause().isPresent())
                .map(OtherRefusalRules::told)
                .forEach(clauses::add);
        response.flatMap(SipMessage::userAgent)
                .ifPresent(server -> clauses.add("it was written by " + server + ", as its Server header says"));
        return clauses;
    }

    private static String told(Reason reason) {
        int cause = reason.cause().orElse(0);
        String name =
                reason.isOf("Q.850") ? ReleaseCauses.name(cause) : reason.text().orElse("");
        return "its Reason says " + reason.protocol() + " " + cause + (name.isBlank() ? "" : " (" + name + ")");
    }

    /** What the time and the course of the call say of who made the response. */
    private static Optional<String> maker(Call call) {
        if (Refusals.rang(call)) {
            return Optional.of("it came after ringing or progress, so the called side had been reached");
        }
        return call.responseTime()
                .map(time -> Refusals.fasterThanAPerson(call)
                        ? fast(call.finalStatus())
                        : "it took " + Sentences.time(time) + ", so something further on may have been asked first");
    }

    /** A server that failed, or failed to reach another one, decided nothing. */
    private static String fast(int status) {
        return switch (status) {
            case 500, 502 -> "it came so fast that no person had a part in it";
            case 504 ->
                "it came too fast for a server that was waited for: either the connection to the other one failed at"
                        + " once, or this one knew already that it does not answer";
            default -> "it came so fast that a machine decided, by the request itself or by its settings";
        };
    }

    /** What is known of the code itself, else of its class. */
    private static Reading reading(int code) {
        Reading own = READINGS.get(code);
        if (own != null) {
            return own;
        }
        Reading ofClass = ofClass(code / 100);
        StatusEntry entry = CATALOGUE.entry(code);
        return entry.isRegistered()
                ? new Reading(ofClass.cause(), entry.meaning(), ofClass.remedy(), entry.reference())
                : ofClass;
    }

    /** RFC 3261 section 8.1.3.2. */
    private static String unassigned(int code) {
        return "no standard gives " + code
                + " a meaning, and only its sender knows what it meant; whoever gets it has to" + " treat it as "
                + CATALOGUE.entry(code).countsAs();
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
                "Compare the request with the grammar; the phrase often names the header");
        put(
                table,
                404,
                Cause.REGISTRATION_REJECTED,
                "Compare the user and the domain in To with the accounts and domains that the registrar has");
        put(table, 405, Cause.NOT_IMPLEMENTED, "Use only the methods that the Allow header of the response lists");
        put(table, 413, Cause.MESSAGE_TOO_LARGE, "Shorten the body, or raise the limit of the receiver");
        put(table, 414, Cause.INVALID_NUMBER_FORMAT, "Shorten the Request-URI");
        put(table, 416, Cause.INVALID_NUMBER_FORMAT, "Send a sip: address instead of tel: or another scheme");
        put(
                table,
                420,
                Cause.EXTENSION_REQUIRED,
                "Take the option tags in Unsupported out of Require and Proxy-Require");
        put(
                table,
                421,
                Cause.EXTENSION_REQUIRED,
                "Support the option tags in Require, or let the receiver do without them");
        put(
                table,
                422,
                Cause.SESSION_INTERVAL_TOO_SMALL,
                "Ask for at least the Min-SE of the response, and try again with it");
        put(table, 423, Cause.REGISTRATION_REJECTED, "Register for at least the Min-Expires of the response");
        put(table, 428, Cause.IDENTITY_INVALID, "Let the originating network sign the call (STIR)");
        put(table, 433, Cause.BLOCKED_BY_POLICY, "Call without suppressing the number");
        put(table, 436, Cause.IDENTITY_INVALID, "Check that the URL in the Identity header can be reached from there");
        put(table, 437, Cause.IDENTITY_INVALID, "Sign with a certificate that the receiver trusts");
        put(table, 438, Cause.IDENTITY_INVALID, "Look for an element that changed numbers or the date after signing");
        put(
                table,
                481,
                Cause.DIALOG_UNKNOWN,
                "Check whether an element on the way restarted or changed tags or Call-ID");
        put(table, 482, Cause.LOOP, "Follow the Via headers and correct the route that leads back");
        put(table, 483, Cause.LOOP, "Follow the Via headers: the same elements again and again show the loop");
        put(table, 489, Cause.NOT_IMPLEMENTED, "Subscribe only to what Allow-Events lists");
        put(table, 491, Cause.GLARE, "Try again after the wait that RFC 3261 14.1 prescribes");
        put(table, 500, Cause.SERVER_ERROR, "Read its log; a proxy also makes 500 of a 503 that came from further on");
        put(table, 501, Cause.NOT_IMPLEMENTED, "Use only the methods that its Allow header lists");
        put(table, 502, Cause.DOWNSTREAM_FAILURE, "Look at the next server on the route");
        put(table, 504, Cause.DOWNSTREAM_FAILURE, "Look at the next server on the route, and at name resolution");
        put(table, 505, Cause.NOT_IMPLEMENTED, "Send SIP/2.0");
        put(
                table,
                513,
                Cause.MESSAGE_TOO_LARGE,
                "Offer fewer codecs and ICE candidates, and send large requests over TCP");
        put(table, 580, Cause.CONFORMANCE, "Compare the precondition attributes of both sides");
        put(table, 607, Cause.UNWANTED_CALL, "Do not call again; check the reputation of the calling number");
        put(table, 608, Cause.NETWORK_BLOCKED_ANALYTICS, "Use the contact in Call-Info to ask for redress");
        return Map.copyOf(table);
    }

    /** What the code means stands in the catalogue. */
    private static void put(Map<Integer, Reading> table, int code, Cause cause, String remedy) {
        StatusEntry entry = CATALOGUE.entry(code);
        table.put(code, new Reading(cause, entry.meaning(), remedy, entry.reference()));
    }
}

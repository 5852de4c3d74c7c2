package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.message.SipRequest;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** 404, 410, 484, 485 and 604: something is wrong with the address that was called. */
final class AddressRules {

    private AddressRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/404-not-found")
                        .title("The called address does not exist where the call arrived")
                        .cites("RFC 3261 21.4.5")
                        .on(Refusals.callRefusedWith(404))
                        .check(AddressRules::notFound),
                Rule.named("rfc3261/604-nowhere")
                        .title("The called address exists nowhere")
                        .cites("RFC 3261 21.6.3")
                        .on(Refusals.callRefusedWith(604))
                        .check(AddressRules::nowhere),
                Rule.named("rfc3261/410-gone")
                        .title("The called address is gone")
                        .cites("RFC 3261 21.4.10")
                        .on(Refusals.callRefusedWith(410))
                        .check(AddressRules::gone),
                Rule.named("rfc3261/484-incomplete")
                        .title("The called number is incomplete")
                        .cites("RFC 3261 21.4.22")
                        .on(Refusals.callRefusedWith(484))
                        .check(AddressRules::incomplete),
                Rule.named("rfc3261/485-ambiguous")
                        .title("The called address fits several people")
                        .cites("RFC 3261 21.4.23")
                        .on(Refusals.callRefusedWith(485))
                        .check(AddressRules::ambiguous));
    }

    private static String called(Call call) {
        return call.initialRequest()
                .map(request -> ((SipRequest) request.message()).requestUri())
                .or(() -> call.to().map(to -> to.uri().raw()))
                .orElse("the called address");
    }

    /** What rang before such a refusal is not what refused: the number led somewhere, and from there on to nowhere. */
    private static String answered(Call call) {
        String answered = "the called side answered " + Telling.answerAndCourse(call);
        if (Refusals.alerted(call)) {
            return answered
                    + ", so the number had led somewhere, and what refused is a forwarding or a network behind it";
        }
        return Refusals.rang(call) ? answered + ", which may have been the announcement that says so" : answered;
    }

    private static void notFound(Call call, Findings findings) {
        boolean ipInUser = called(call).matches("sips?:\\d+\\.\\d+\\.\\d+\\.\\d+@.*");
        findings.diagnose(ipInUser ? Cause.INVALID_NUMBER_FORMAT : Cause.UNALLOCATED_NUMBER, LIKELY)
                .because(answered(call)
                        + ": it serves no "
                        + called(call)
                        + (ipInUser ? ", where an IP address stands in the place of a user name" : ""))
                .because("either the number or name is wrong, or a dial plan, prefix or domain on the way made it so;"
                        + " some registrars also say 404 for a user who is not registered now")
                .evidence(call.initialRequest())
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(CALLER, "Check the number")
                .remedy(
                        ADMIN,
                        "Compare the Request-URI with the dial plan and the domains of the element that answered:"
                                + " prefix, plus sign, user part, host")
                .confirm("Look the called address up in the directory of the element that answered");
    }

    private static void nowhere(Call call, Findings findings) {
        findings.diagnose(Cause.UNALLOCATED_NUMBER, CERTAIN)
                .because(answered(call) + ": it claims to know that " + called(call)
                        + " exists nowhere, so nothing may try another place")
                .evidence(call.initialRequest())
                .evidence(call.furthestFinalResponse())
                .remedy(CALLER, "Check the number")
                .remedy(
                        ADMIN,
                        "Make sure that the element that answered really is the authority for this address; 404"
                                + " is right where it is not")
                .confirm("Look the called address up in the directory of the element that answered");
    }

    private static void gone(Call call, Findings findings) {
        findings.diagnose(Cause.NUMBER_CHANGED, LIKELY)
                .because(answered(call) + ": " + called(call) + " was served there once, and no new address is known")
                .evidence(call.initialRequest())
                .evidence(call.furthestFinalResponse())
                .remedy(CALLER, "Ask for the new number and remove the old one")
                .remedy(ADMIN, "Remove the address from directories and routes")
                .confirm("Look in the directory for when the address was removed");
    }

    private static void incomplete(Call call, Findings findings) {
        findings.diagnose(Cause.INVALID_NUMBER_FORMAT, LIKELY)
                .because(answered(call) + ": " + called(call) + " has too few digits or lacks a prefix for it")
                .evidence(call.initialRequest())
                .evidence(call.furthestFinalResponse())
                .remedy(CALLER, "Dial the whole number with its prefix")
                .remedy(
                        ADMIN,
                        "Check the digit map of the phone and the prefix rules on the way; where overlap dialling"
                                + " is meant, the caller's side must send more digits (RFC 3578)")
                .confirm("Compare the number dialled with the number in the Request-URI of each hop");
    }

    private static void ambiguous(Call call, Findings findings) {
        findings.diagnose(Cause.INVALID_NUMBER_FORMAT, LIKELY)
                .because(answered(call) + ": " + called(call) + " fits more than one person")
                .evidence(call.initialRequest())
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Contact")
                .remedy(CALLER, "Call one of the full addresses")
                .remedy(ADMIN, "Give each person an address of their own")
                .confirm("The Contact headers of the response may list the candidates");
    }
}

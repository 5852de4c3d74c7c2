package org.callcause.rules.rfc3261.network;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/**
 * 603 with cause 16: what Asterisk makes of a dial plan that hangs up, or comes to its end, before the call was answered. A
 * callee who declines makes cause 21 of it, and 403.
 */
final class AsteriskHangUpRules {

    private static final int NORMAL_CLEARING = 16;

    private static final Search<TrackedMessage> HUNG_UP =
            new Search<>("an Asterisk answered 603 with cause 16", AsteriskHangUpRules::hungUp);

    private AsteriskHangUpRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/asterisk-hung-up")
                .title("The dial plan of an Asterisk ended the call")
                .cites("RFC 3261 21.6.2")
                .cites("ITU-T Q.850 table 1")
                .supersedes("rfc3261/603-declined")
                .supersedes("rfc3261/603-without-ringing")
                .supersedes("rfc3261/q850-release")
                .supersedes("rfc3261/refused-by-machine")
                .on(status(603)
                        .and(ended(Disposition.Kind.DECLINED))
                        .and(method(Method.INVITE))
                        .and(HUNG_UP.found()))
                .check(HUNG_UP.then(AsteriskHangUpRules::tell)));
    }

    private static Optional<TrackedMessage> hungUp(Call call) {
        return call.furthestFinalResponse()
                .filter(response -> AsteriskCauseRules.isOfAsterisk(response.message()))
                .filter(response -> Stream.of(Refusals.q850Cause(call), AsteriskCauseRules.noted(response.message()))
                        .anyMatch(cause -> cause.equals(Optional.of(NORMAL_CLEARING))));
    }

    private static void tell(Call call, Findings findings, TrackedMessage response) {
        boolean rang = Refusals.rang(call);
        findings.diagnose(Cause.UNAVAILABLE_UNDETERMINED, rang ? POSSIBLE : LIKELY)
                .refines(Disposition.Kind.FAILED)
                .because("the Asterisk at " + response.from() + " answered " + Telling.answerAndCourse(call)
                        + ", and with Q.850 cause 16: this is what it makes of a dial plan that hangs up, or comes to its end,"
                        + " before the call was answered")
                .because(
                        rang
                                ? "its attempt to reach the callee had rung and ended: the time of Dial() was over, a"
                                        + " phone failed or somebody declined"
                                : "the leg behind it failed before anything rang, or the dial plan had none to try")
                .ratherThan(
                        Cause.DECLINED,
                        "The callee declined",
                        "of a callee who declines Asterisk itself notes cause 21, and answers 403; only a dial plan that"
                                + " hangs up afterwards makes 603 with 16 of it")
                .evidence(response)
                .evidence(response, "Reason")
                .evidence(response, "X-Asterisk-HangupCauseCode")
                .evidence(response, "Server")
                .remedy(
                        ADMIN,
                        "Read how the outgoing leg of this call ended, and let the dial plan pass that on:"
                                + " Hangup(${HANGUPCAUSE}) instead of Hangup()")
                .remedy(CALLER, "Try again later")
                .confirm("The Asterisk log at the time of the call: DIALSTATUS, or the line \"Everyone is"
                        + " busy/congested\", and the step of the dial plan that hung up");
    }
}

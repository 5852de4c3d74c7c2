package org.callcause.rules.teams;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.callcause.call.Call;
import org.callcause.call.CallContext;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;

/** 603 in a call with Teams: what it says depends on what the call was for. */
final class DeclineRules {

    private static final Trigger BLOCKED =
            where("the phrase is Network Blocked", call -> call.finalPhrase().equalsIgnoreCase("Network Blocked"));

    private DeclineRules() {}

    static List<Rule> rules() {
        return List.of(
                declined("teams/603-voice")
                        .title("The Teams call was declined, or nobody answered it")
                        .on(declinedCall("it is an ordinary call", call -> !isTransfer(call) && !isInvitation(call)))
                        .check(DeclineRules::voice),
                declined("teams/603-transfer")
                        .title("The target of the transfer was not available")
                        .cites("RFC 5589 6")
                        .on(declinedCall("it is the new leg of a transfer", DeclineRules::isTransfer))
                        .check(DeclineRules::transfer),
                declined("teams/603-invitation")
                        .title("The invitation to a conference or to sharing was declined")
                        .on(declinedCall("it invites to a conference or to sharing", DeclineRules::isInvitation))
                        .check(DeclineRules::invitation));
    }

    private static Rule.Builder declined(String id) {
        return Rule.named(id)
                .cites("RFC 3261 21.6.2")
                .cites(Pages.CALL_END_CODES)
                .cites(Pages.CLIENT_ERRORS)
                .supersedes("rfc3261/603-declined")
                .supersedes("rfc3261/603-rang-out")
                .supersedes("rfc3261/603-without-ringing");
    }

    private static Trigger declinedCall(String sentence, Predicate<Call> predicate) {
        return status(603).and(Microsoft.teamsCall()).and(not(BLOCKED)).and(where(sentence, predicate));
    }

    private static boolean isTransfer(Call call) {
        return call.context() == CallContext.TRANSFER;
    }

    private static boolean isInvitation(Call call) {
        return call.context() == CallContext.CONFERENCE || call.context() == CallContext.SHARING;
    }

    private static String answered(Call call) {
        String ringing = call.ringTime()
                .map(time -> String.format(Locale.ROOT, "after %.1f s of ringing", time.toMillis() / 1_000.0))
                .orElse(call.ringing().isPresent() ? "after ringing for an unknown time" : "without any ringing");
        return "the call ended with " + call.finalStatus() + " " + call.finalPhrase() + " " + ringing;
    }

    private static Finding withEvidence(Finding finding, Call call) {
        return finding.evidence(call.ringing())
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .confirm(Pages.USAGE_REPORT);
    }

    private static void voice(Call call, Findings findings) {
        if (call.rangOut()) {
            withEvidence(findings.diagnose(Cause.NO_ANSWER, LIKELY), call)
                    .title("Nobody answered the Teams call")
                    .because(answered(call) + ": so late, it rang out rather than that somebody declined")
                    .because("in Teams, 603 is the outcome of a call and no sign of an outage")
                    .remedy(CALLER, "Try again later or leave a message")
                    .remedy(USER, "Review forwarding, simultaneous ring and the time before voicemail answers")
                    .remedy(
                            ADMIN,
                            "Start with this one user and number before looking at firewalls, the SBC or the trunk")
                    .confirm(Pages.CALL_ANALYTICS);
            return;
        }
        boolean rang = call.ringTime().isPresent();
        Finding finding = withEvidence(findings.diagnose(Cause.DECLINED, rang ? LIKELY : POSSIBLE), call)
                .title("The Teams call was declined")
                .because(answered(call))
                .because(
                        "in Teams, 603 is the outcome of a call and no sign of an outage: a person declined it, or a client"
                                + " did for the person");
        if (!rang) {
            finding.because(
                    "as no ringing was captured, a machine may have refused it: a carrier's spam filter, a fraud"
                            + " rule or a limit of concurrent calls also answers 603 (the report then says 603 with subcode 560603)");
        }
        finding.remedy(CALLER, "Ask the other side whether the call was seen and declined")
                .remedy(USER, "Try another client, and sign out and in on the phone if it declines by itself")
                .remedy(
                        ADMIN,
                        "Start with this one user and number; look at the SBC or the trunk only if many callees refuse"
                                + " at once")
                .confirm(Pages.CALL_ANALYTICS);
    }

    private static void transfer(Call call, Findings findings) {
        withEvidence(findings.diagnose(Cause.TRANSFER_TARGET_UNAVAILABLE, LIKELY), call)
                .refines(Disposition.Kind.UNAVAILABLE)
                .because(answered(call) + ", and its INVITE is the new leg of a transfer")
                .because(
                        "the first call may be healthy: only the target of the transfer could not, or would not, take it")
                .evidence(call.initialRequest(), "Referred-By")
                .evidence(call.initialRequest(), "Replaces")
                .remedy(USER, "Call the target directly before transferring to it")
                .remedy(
                        ADMIN,
                        "Test a direct call to the target and a transfer apart: if only the transfer fails, look at the"
                                + " target and at the way of the transfer, not at the whole phone system")
                .confirm("The call that was transferred: what its REFER and the NOTIFY after it say");
    }

    private static void invitation(Call call, Findings findings) {
        withEvidence(findings.diagnose(Cause.DECLINED, LIKELY), call)
                .because(answered(call) + ", and its INVITE invites to a conference or to sharing")
                .because("there, 603 says that the invitation was declined")
                .evidence(call.initialRequest(), "Contact")
                .remedy(CALLER, "Ask the person invited, and invite again when wanted")
                .remedy(ADMIN, "If nobody saw the invitation, check whether conferencing is allowed for the user")
                .confirm(Pages.CALL_ANALYTICS);
    }
}

package org.callcause.rules.teams.decline;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.sent;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.TeamsCall;

/** What the call that is transferred learns of the new leg: a NOTIFY with the status line of its refusal. */
public final class TransferReportRules {

    private TransferReportRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(Rule.named("teams/transfer-refused-603")
                .title("The transfer failed: its target answered 603")
                .cites(Documents.SIP_PROTOCOL)
                .cites("RFC 3515 2.4.5")
                .on(sent(Method.NOTIFY)
                        .and(TeamsCall.directRouting(
                                "a NOTIFY reports 603 of a transfer's new leg",
                                teams -> report(teams.call()).isPresent())))
                .check(TransferReportRules::refused));
    }

    private static Optional<TrackedMessage> report(Call call) {
        return call.messages().stream()
                .filter(message -> message.message() instanceof SipRequest request
                        && request.method().equals(Method.NOTIFY)
                        && request.bodyText().startsWith("SIP/2.0 603"))
                .findFirst();
    }

    private static void refused(Call call, Findings findings) {
        TrackedMessage notify = report(call).orElseThrow();
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        findings.diagnose(Cause.TRANSFER_TARGET_UNAVAILABLE, LIKELY)
                .origin(teams.sender(notify, "reported by " + notify.from() + ", which had called the target"))
                .because("the NOTIFY after the REFER says \""
                        + notify.message().bodyText().lines().findFirst().orElse("") + "\"")
                .because("the call itself was answered and is healthy; what failed is its new leg to the target")
                .evidenceInBody(notify, "SIP/2.0 603")
                .remedy(USER, "Call the target directly before transferring to it")
                .remedy(ADMIN, "Look at the new leg and at its target; the SBC is right not to send the INVITE again")
                .confirm(Places.DIRECT_OR_TRANSFER)
                .confirm(Places.USAGE_REPORT);
    }
}

package org.callcause.rules.teams.decline;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import java.util.function.Predicate;
import org.callcause.call.Call;
import org.callcause.call.CallContext;
import org.callcause.call.Disposition;
import org.callcause.call.HumanPace;
import org.callcause.call.NetworkBlock;
import org.callcause.diagnosis.Cause;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.LegacyClients;
import org.callcause.rules.teams.recognition.TeamsCall;
import org.callcause.rules.teams.recognition.Telling;

/** 603 in a call with Teams: what it says depends on what the call was for, and on who was asked. */
public final class DeclineRules {

    private static final String NARROW_FIRST =
            "Start narrow: this one user, this number, this target; look at the SBC, the trunk or the firewall only if"
                    + " many users of one site see it";

    private DeclineRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(
                declined("teams/603-voice")
                        .title("The Teams call was declined, or nobody answered it")
                        .on(declinedCall("is an ordinary call", teams -> isOrdinary(teams) && !isBlocked(teams)))
                        .check(DeclineRules::voice),
                declined("teams/603-several-devices")
                        .title("The Teams user declined the call while several devices rang")
                        .cites(Documents.SIP_PROTOCOL)
                        .supersedes("teams/603-voice")
                        .on(declinedCall(
                                "rang on several devices",
                                teams -> isOrdinary(teams) && !teams.call().rangOut() && Forks.ringing(teams) > 1))
                        .check(DeclineRules::severalDevices),
                declined("teams/603-transfer")
                        .title("The target of the transfer was not available")
                        .cites("RFC 5589 6")
                        .on(declinedCall("is the new leg of a transfer", DeclineRules::isTransfer))
                        .check(DeclineRules::transfer),
                declined("teams/603-invitation")
                        .title("The invitation to a conference or to sharing was declined")
                        .on(declinedCall("invites to a conference or to sharing", DeclineRules::isInvitation))
                        .check(DeclineRules::invitation),
                declined("teams/603-carrier-block")
                        .title("A machine behind the SBC refused the call from Teams")
                        .on(declinedCall(
                                "comes from a Teams user and is refused within 2 s, without ringing",
                                teams -> isOrdinary(teams) && isBlocked(teams)))
                        .check(DeclineRules::carrierBlock),
                declined("teams/603-lync")
                        .title("The call to Lync or Skype for Business was ignored or declined")
                        .on(status(603).and(LegacyClients.takePart()).and(not(TeamsCall.any())))
                        .check(DeclineRules::lync));
    }

    private static Rule.Builder declined(String id) {
        return Rule.named(id)
                .cites("RFC 3261 21.6.2")
                .cites(id.endsWith("lync") ? Documents.CLIENT_ERRORS : Documents.CALL_END_CODES)
                .supersedes("rfc3261/603-declined")
                .supersedes("rfc3261/603-rang-out")
                .supersedes("rfc3261/603-without-ringing");
    }

    private static Trigger declinedCall(String sentence, Predicate<TeamsCall> predicate) {
        return status(603)
                .and(not(Trigger.where(
                        "the phrase is Network Blocked or a Reason text begins with v=analytics1",
                        NetworkBlock::isSaid)))
                .and(TeamsCall.directRouting("it " + sentence, predicate));
    }

    private static boolean isTransfer(TeamsCall teams) {
        return teams.call().context() == CallContext.TRANSFER;
    }

    private static boolean isInvitation(TeamsCall teams) {
        CallContext context = teams.call().context();
        return context == CallContext.CONFERENCE || context == CallContext.SHARING;
    }

    private static boolean isOrdinary(TeamsCall teams) {
        return !isTransfer(teams) && !isInvitation(teams);
    }

    private static boolean isBlocked(TeamsCall teams) {
        Call call = teams.call();
        return teams.isRefusedToMicrosoft()
                && call.ringing().isEmpty()
                && call.responseTime()
                        .filter(time -> time.compareTo(HumanPace.LEAST_TO_DECLINE) < 0)
                        .isPresent();
    }

    private static Finding begin(Findings findings, Call call, Cause cause, boolean likely) {
        Finding finding = findings.diagnose(cause, likely ? LIKELY : POSSIBLE)
                .evidence(call.ringing())
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason");
        TeamsCall.of(call)
                .ifPresent(teams -> finding.origin(teams.answerer())
                        .because(Telling.ending(teams)
                                + teams.correlationId()
                                        .map(id -> " (Microsoft's GUID " + id + ")")
                                        .orElse("")));
        return finding;
    }

    private static void voice(Call call, Findings findings) {
        if (call.rangOut()) {
            begin(findings, call, Cause.NO_ANSWER, true)
                    .title("Nobody answered the Teams call")
                    .because("so late, it rang out rather than that somebody declined")
                    .because("in Teams, 603 is the outcome of a call and no sign of an outage")
                    .remedy(CALLER, "Try again later or leave a message")
                    .remedy(USER, "Review forwarding, simultaneous ring and the time before voicemail answers")
                    .remedy(ADMIN, NARROW_FIRST)
                    .confirm(Places.FORWARDING)
                    .confirm(Places.USAGE_REPORT)
                    .confirm(Places.CALL_ANALYTICS);
            return;
        }
        boolean rang = call.ringTime().isPresent();
        Finding finding = begin(findings, call, Cause.DECLINED, rang)
                .title("The Teams call was declined")
                .because("in Teams, 603 is the outcome of a call and no sign of an outage: a person declined it, or a"
                        + " client or an application did for the person; how well the call would have sounded"
                        + " plays no part in it");
        if (!rang) {
            finding.because("as no ringing was captured, a machine may have refused it");
        }
        finding.remedy(CALLER, "Ask the other side whether the call was seen and declined")
                .remedy(USER, "Try another client, and sign out and in on the phone if it declines by itself")
                .remedy(ADMIN, NARROW_FIRST)
                .confirm(Places.FAR_SIDE)
                .confirm(Places.OTHER_CLIENT)
                .confirm(Places.SIGN_IN_AGAIN)
                .confirm(Places.USAGE_REPORT)
                .confirm(Places.CALL_FLOW)
                .confirm(Places.CALL_ANALYTICS);
    }

    private static void severalDevices(Call call, Findings findings) {
        int devices = TeamsCall.of(call).map(Forks::ringing).orElse(0);
        begin(findings, call, Cause.DECLINED, true)
                .because(devices
                        + " devices rang, each with a To tag of its own, and 603 ended all of them: it is the answer"
                        + " for the user and not for one device")
                .because("a device that declines by itself, or a delegate, ends the call for the others too")
                .remedy(CALLER, "Ask the other side whether somebody declined, and on which device")
                .remedy(USER, "Sign out of devices that are not used, and review delegates and simultaneous ring")
                .remedy(ADMIN, NARROW_FIRST)
                .confirm(Places.FORWARDING)
                .confirm(Places.OTHER_CLIENT)
                .confirm(Places.CALL_ANALYTICS);
    }

    private static void transfer(Call call, Findings findings) {
        begin(findings, call, Cause.TRANSFER_TARGET_UNAVAILABLE, true)
                .refines(Disposition.Kind.UNAVAILABLE)
                .because("its INVITE is the new leg of a transfer")
                .because("the first call may be healthy: only the target of the transfer could not, or would not, take"
                        + " it")
                .evidence(call.initialRequest(), "Referred-By")
                .evidence(call.initialRequest(), "Replaces")
                .remedy(USER, "Call the target directly before transferring to it")
                .remedy(
                        ADMIN,
                        "If a direct call to the target works and only the transfer fails, look at the target and at"
                                + " the way of the transfer, not at the whole phone system")
                .confirm(Places.DIRECT_OR_TRANSFER)
                .confirm(Places.administrator(
                        "the call that was transferred: what its REFER and the NOTIFY after it say"))
                .confirm(Places.CALL_FLOW);
    }

    private static void invitation(Call call, Findings findings) {
        begin(findings, call, Cause.DECLINED, true)
                .because("its INVITE invites to a conference or to sharing; there, 603 says that the invitation was"
                        + " declined")
                .evidence(call.initialRequest(), "Contact")
                .remedy(CALLER, "Ask the person invited, and invite again when wanted")
                .remedy(ADMIN, "If nobody saw the invitation, check whether conferencing is allowed for the user")
                .confirm(Places.FAR_SIDE)
                .confirm(Places.REAL_TIME_ANALYTICS);
    }

    private static void carrierBlock(Call call, Findings findings) {
        begin(findings, call, Cause.BLOCKED_BY_POLICY, true)
                .refines(Disposition.Kind.REJECTED)
                .because("no person declines so fast: the carrier's fraud or spam filter, a limit of concurrent calls"
                        + " or the SBC's own policy refused it; Microsoft writes it down as 603 with subcode"
                        + " 560603")
                .because("one callee who always refuses so speaks for a block by that callee; many callees within"
                        + " minutes speak for the carrier")
                .remedy(CALLER, "Try one other number: if it works, only this callee or number is blocked")
                .remedy(
                        ADMIN,
                        "List the calls with 560603 by callee: if there are many within minutes, check the number of"
                                + " concurrent calls and ask the carrier about a fraud block of your numbers")
                .confirm(Places.USAGE_REPORT)
                .confirm(Places.administrator(
                        "the SBC's log of this call: whether the carrier's leg answered 603 or the SBC itself"))
                .confirm(Places.FAR_SIDE)
                .confirm(Places.COLLEAGUE);
    }

    private static void lync(Call call, Findings findings) {
        begin(findings, call, Cause.DECLINED, true)
                .because("the call ended with " + Telling.answer(call))
                .because("the client of Lync and Skype for Business sends 603 when its user ignores the call, and tells"
                        + " the caller that the user did not answer; a decline by hand may come as 486 there")
                .remedy(CALLER, "Call again later, or write")
                .remedy(ADMIN, "Read 603 of these clients as no answer as well as decline before anything is changed")
                .confirm(Places.user("the client's own history of the call: missed or declined"))
                .confirm(Places.administrator("the server's own trace of this call: which client sent the 603"));
    }
}

package org.callcause.rules.teams.setup;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transport;
import org.callcause.message.SessionExpires;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.codes.ResultCode;
import org.callcause.rules.teams.codes.ResultCodes;
import org.callcause.rules.teams.facts.Defaults;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.TeamsCall;
import org.callcause.rules.teams.recognition.Telling;

/** Refusals of the SBC, session intervals that are too short, and messages too large for the trunk behind the SBC. */
public final class RefusalRules {

    /** Beyond it datagrams are cut in pieces on most ways (RFC 3261 18.1.1). */
    private static final int LARGEST_DATAGRAM = 1_500;

    private RefusalRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(
                Rule.named("teams/refused-by-sbc")
                        .title("The SBC refused the call from Teams")
                        .cites(Documents.RESULT_CODES)
                        .asFallback()
                        .on(statusClass(4)
                                .or(statusClass(5))
                                .and(TeamsCall.directRouting(
                                        "the SBC answers Microsoft with a refusal", TeamsCall::isRefusedToMicrosoft)))
                        .check(RefusalRules::bySbc),
                Rule.named("teams/422-session-interval")
                        .title("The SBC offered a session interval that is too short for Microsoft")
                        .cites("Microsoft: Direct Routing, SIP response code 422 (2025-08-18)")
                        .cites("RFC 4028 6")
                        .supersedes("rfc3261/refused")
                        .on(status(422)
                                .and(TeamsCall.directRouting(
                                        "the call ends with Microsoft's 422", TeamsCall::isRefusedByMicrosoft)))
                        .check(RefusalRules::sessionInterval),
                Rule.named("teams/too-large-for-udp")
                        .title("The INVITE grew too large for the UDP trunk behind the SBC")
                        .cites(Documents.SIP_PROTOCOL)
                        .cites("RFC 3261 18.1.1")
                        .supersedes("rfc3261/no-response")
                        .supersedes("rfc3261/stuck-behind-next-hop")
                        .on(ended(Disposition.Kind.UNREACHABLE)
                                .or(ended(Disposition.Kind.CANCELLED))
                                .or(statusClass(4))
                                .or(statusClass(5))
                                .and(TeamsCall.directRouting(
                                        "an INVITE of more than 1500 bytes goes out over UDP and nothing comes back",
                                        teams -> largeAndUnanswered(teams).isPresent())))
                        .check(RefusalRules::tooLarge));
    }

    private static void bySbc(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        String code = String.valueOf(call.finalStatus());
        String subcode = "560" + code;
        Optional<ResultCode> row = ResultCodes.best(code, subcode, call.finalPhrase());
        findings.diagnose(row.flatMap(ResultCode::cause).orElse(Cause.UNAVAILABLE_UNDETERMINED), POSSIBLE)
                .origin(teams.answerer())
                .because(Telling.ending(teams) + "; Microsoft writes it down as " + code + " with subcode " + subcode
                        + ": the final response was the SBC's, and the reason is to be found there and not at Microsoft"
                        + row.map(found -> " (" + found.meaning() + ")").orElse(""))
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(ADMIN, row.map(ResultCode::action).orElse("Read the SBC's log of this call"))
                .remedy(CARRIER, "Tell why the call was refused, if the SBC passed the carrier's answer on")
                .confirm(Places.administrator(
                        "the SBC's log of this call: whether the carrier's leg answered so or the SBC itself"))
                .confirm(Places.USAGE_REPORT + ", where " + subcode + " is expected")
                .confirm(Places.OTHER_CLIENT)
                .confirm(Places.COLLEAGUE);
    }

    private static void sessionInterval(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        String offered = teams.requestToMicrosoft()
                .flatMap(request -> request.message().sessionExpires())
                .map(SessionExpires::seconds)
                .map(seconds -> "a session interval of " + seconds + " s")
                .orElse("its session interval");
        findings.diagnose(Cause.SESSION_INTERVAL_TOO_SMALL, LIKELY)
                .origin(teams.requestToMicrosoft()
                        .map(request -> teams.sender(request, "offered by the SBC " + request.from()))
                        .orElseGet(teams::answerer))
                .because("the SBC offered " + offered + ", Microsoft answered 422"
                        + call.finalResponse()
                                .flatMap(response -> response.message().header("Min-SE"))
                                .map(least -> " and asks for " + least + " s at least")
                                .orElse("; its least is "
                                        + Defaults.smallestSessionInterval().toSeconds() + " s")
                        + ", and the SBC did not ask again with a longer one")
                .evidence(teams.requestToMicrosoft(), "Session-Expires")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Min-SE")
                .remedy(ADMIN, "Raise the session timer of the SBC to 1800 s, or let it repeat the INVITE after 422")
                .confirm(Places.USAGE_REPORT
                        + "; 422 with 540422 is expected, alone and not followed by a call that works")
                .confirm(Places.OUTSIDE_CALLER);
    }

    private static Optional<Hop> largeAndUnanswered(TeamsCall teams) {
        return teams.call().decisiveAttempt().stream()
                .flatMap(attempt -> attempt.hops().stream())
                .filter(hop -> hop.transport() == Transport.UDP)
                .filter(hop -> hop.responses().isEmpty())
                .filter(hop -> hop.request()
                        .filter(request -> !teams.isToMicrosoft(request) && !teams.isFromMicrosoft(request))
                        .filter(request -> request.message().length() > LARGEST_DATAGRAM)
                        .isPresent())
                .findFirst();
    }

    private static void tooLarge(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        Hop hop = largeAndUnanswered(teams).orElseThrow();
        TrackedMessage request = hop.request().orElseThrow();
        findings.diagnose(Cause.MESSAGE_TOO_LARGE, LIKELY)
                .origin(teams.sender(request, "sent by the SBC " + request.from() + " over UDP"))
                .because("the INVITE that the SBC sent to " + hop.to() + " has "
                        + request.message().length()
                        + " bytes, and nothing came back; with Teams' session description INVITEs"
                        + " often pass 1500 bytes, where UDP is cut in pieces that firewalls drop")
                .evidence(request)
                .remedy(
                        ADMIN,
                        "Use TCP or TLS to the carrier, or let the SBC take codecs and headers out of the INVITE")
                .remedy(CARRIER, "Accept fragmented UDP, or offer TCP")
                .confirm(Places.administrator("a capture at the carrier: whether the INVITE arrives whole"))
                .confirm(Places.CALL_FLOW)
                .confirm(Places.COLLEAGUE);
    }
}

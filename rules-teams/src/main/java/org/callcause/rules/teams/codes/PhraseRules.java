package org.callcause.rules.teams.codes;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.MessagePattern.request;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.some;
import static org.callcause.rule.Trigger.statusClass;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.codes.ResultCode.Outcome;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.readiness.MediaRanges;
import org.callcause.rules.teams.recognition.TeamsCall;
import org.callcause.rules.teams.recognition.Telling;

/**
 * SIP messages carry no subcode, but Microsoft's Reason header carries the phrase that stands beside it, behind the GUID of
 * the call. The phrase leads to the row, and the row to the subcode that the report will show.
 */
public final class PhraseRules {

    private PhraseRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(
                Rule.named("teams/result-phrase")
                        .title("Microsoft says why it refused")
                        .cites(Documents.RESULT_CODES)
                        .supersedes("rfc3261/q850-release")
                        .supersedes("rfc3261/403-forbidden")
                        .supersedes("rfc3261/480-not-registered")
                        .supersedes("rfc3261/404-not-found")
                        .supersedes("rfc3261/offer-not-acceptable")
                        .supersedes("rfc3261/refused")
                        .on(statusClass(4)
                                .or(statusClass(5))
                                .and(carries("Reason"))
                                .and(TeamsCall.directRouting(
                                        "a documented phrase stands in Microsoft's Reason header",
                                        teams -> teams.isRefusedByMicrosoft()
                                                && ofRefusal(teams.call()).isPresent())))
                        .check(PhraseRules::refused),
                Rule.named("teams/media-failure")
                        .title("Microsoft ended the call because its media failed")
                        .cites("Microsoft: Direct Routing, SIP response code 410 (2023-10-30)")
                        .cites(Documents.CALL_END_CODES)
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(some(request(Method.BYE)
                                        .with("Reason")
                                        .where("names a failure of the media", PhraseRules::namesMediaFailure)))
                                .and(TeamsCall.directRouting(
                                        "Microsoft's BYE names a failure of the media",
                                        teams -> mediaFailure(teams).isPresent())))
                        .needs(Trait.UNUSUAL_REASON)
                        .check(PhraseRules::mediaFailed));
    }

    private static Optional<ResultCode> ofRefusal(Call call) {
        String code = String.valueOf(call.finalStatus());
        return call.reasons().stream()
                .flatMap(reason -> reason.text().stream())
                .flatMap(text -> ResultCodes.inText(code, text).stream())
                .filter(row -> row.outcome() != Outcome.SUCCESS)
                .findFirst();
    }

    private static void refused(Call call, Findings findings) {
        ResultCode row = ofRefusal(call).orElseThrow();
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        Finding finding = findings.diagnose(row.cause().orElse(Cause.SERVER_ERROR), LIKELY)
                .title("Microsoft refused: " + row.meaning())
                .origin(teams.answerer())
                .because(Telling.ending(teams) + ", and its Reason header says \"" + row.phrase() + "\"")
                .because("that phrase stands beside subcode " + row.subcode() + ": " + row.meaning() + " ("
                        + row.outcome().sentence() + ")")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(ADMIN, row.action())
                .confirm(Places.USAGE_REPORT + ", where " + row.subcode() + " is expected")
                .confirm(Places.CALL_FLOW)
                .confirm(Places.SIGN_IN_AGAIN)
                .confirm(Places.OTHER_CLIENT)
                .cites(row.source());
        SecurityStatuses.inText(row.phrase())
                .ifPresent(
                        status -> finding.because(status.number() + " is " + status.name() + ": " + status.meaning()));
    }

    private record MediaFailure(TrackedMessage bye, ResultCode row) {}

    private static Optional<MediaFailure> mediaFailure(TeamsCall teams) {
        return teams.byesFromMicrosoft()
                .flatMap(bye -> namedIn(bye.message()).map(row -> new MediaFailure(bye, row)))
                .findFirst();
    }

    private static boolean namesMediaFailure(SipMessage bye) {
        return namedIn(bye).findFirst().isPresent();
    }

    private static Stream<ResultCode> namedIn(SipMessage bye) {
        return bye.reasons().stream()
                .flatMap(reason -> reason.text().stream())
                .flatMap(text -> ResultCodes.inText("410", text).stream());
    }

    private static void mediaFailed(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        MediaFailure failure = mediaFailure(teams).orElseThrow();
        Finding finding = findings.diagnose(failure.row().cause().orElse(Cause.NO_MEDIA), LIKELY);
        MediaRanges.sayOfMicrosoft(teams)
                .ifPresent(where -> finding.because("Microsoft's side named for its media: " + where)
                        .cites(Documents.PLAN)
                        .cites(Documents.PLAN_BYPASS));
        finding.origin(teams.sender(
                        failure.bye(), "ended by Microsoft; which side's media failed, the BYE does not say"))
                .because("Microsoft's BYE came "
                        + call.talkTime()
                                .map(time -> Sentences.time(time) + " ")
                                .orElse("")
                        + "after the answer and names \"" + failure.row().phrase() + "\": "
                        + failure.row().meaning())
                .evidence(failure.bye())
                .evidence(failure.bye(), "Reason")
                .remedy(ADMIN, failure.row().action())
                .confirm(Places.USAGE_REPORT + ", where 410 with "
                        + failure.row().subcode() + " is expected")
                .confirm(Places.CALL_QUALITY)
                .confirm(Places.TRAFFIC_PRIORITY)
                .confirm(Places.OTHER_CLIENT);
    }
}

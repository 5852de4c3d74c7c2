package org.callcause.rules.teams.setup;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.MessagePattern.request;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.some;
import static org.callcause.rule.Trigger.timed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.Reason;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.teams.codes.ResultCodes;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.readiness.MediaRanges;
import org.callcause.rules.teams.recognition.TeamsCall;

/** Answered calls that Microsoft ends when no media have come for 10 to 20 s, though its BYE does not say so. */
public final class MediaDropRules {

    private static final Duration SOONEST = Duration.ofSeconds(10);
    private static final Duration LATEST = Duration.ofSeconds(20);

    /** Normal call clearing. */
    private static final int NORMAL = 16;

    /** A user who hangs up, also where a log cuts the phrase, and a session that Microsoft itself took down by mistake. */
    private static final List<String> OTHER_ENDS = List.of("CallEndRe", "BackToBackSessionDeleted");

    private MediaDropRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(Rule.named("teams/drop-without-media")
                .title("Microsoft may have given the call up because no media arrived")
                .cites(Documents.INBOUND)
                .on(ended(Disposition.Kind.ANSWERED)
                        .and(some(request(Method.BYE).with("Reason")))
                        .and(TeamsCall.directRouting(
                                "Microsoft hangs up with another Q.850 cause than 16, in words that say no more",
                                teams -> abnormalEnd(teams).isPresent()))
                        .and(timed("it does so 10 to 20 s after the answer", MediaDropRules::isInTime)))
                .needs(Trait.UNUSUAL_REASON)
                .check(MediaDropRules::withoutMedia));
    }

    private static Optional<TrackedMessage> abnormalEnd(TeamsCall teams) {
        return teams.byesFromMicrosoft()
                .filter(bye -> cause(bye).filter(MediaDropRules::saysNoMore).isPresent())
                .findFirst();
    }

    private static Optional<Reason> cause(TrackedMessage bye) {
        return bye.message().reasons().stream()
                .filter(reason -> reason.isOf("Q.850"))
                .filter(reason -> reason.cause().isPresent())
                .findFirst();
    }

    private static boolean saysNoMore(Reason reason) {
        String text = reason.text().orElse("");
        return reason.cause().orElse(NORMAL) != NORMAL
                && OTHER_ENDS.stream().noneMatch(text::contains)
                && ResultCodes.inText("410", text).isEmpty();
    }

    private static boolean isInTime(Call call) {
        return call.talkTime()
                .filter(time -> time.compareTo(SOONEST) >= 0 && time.compareTo(LATEST) <= 0)
                .isPresent();
    }

    private static void withoutMedia(Call call, Findings findings) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        TrackedMessage bye = abnormalEnd(teams).orElseThrow();
        findings.diagnose(Cause.NO_MEDIA, POSSIBLE)
                .origin(teams.sender(bye, "ended by Microsoft; which side's media failed, the BYE does not say"))
                .because("Microsoft's BYE came "
                        + call.talkTime().map(Sentences::time).orElse("") + " after the answer with Q.850 cause "
                        + cause(bye).orElseThrow().cause().orElse(0) + ", which is no normal hang-up")
                .because("a call without audio that ends 10 to 20 s after the answer is how failed ICE or blocked media"
                        + " ports look to Microsoft"
                        + MediaRanges.sayOfMicrosoft(teams)
                                .map(where -> "; Microsoft's side named for its media: " + where)
                                .orElse(""))
                .evidence(bye)
                .evidence(bye, "Reason")
                .remedy(
                        ADMIN,
                        "Open the firewall's media ports towards Microsoft's ranges, and check the"
                                + " public address and the ICE candidates that the SBC offers")
                .remedy(USER, "Tell whether anything was heard before the call dropped")
                .confirm(Places.USAGE_REPORT + "; 410 with a subcode of media would confirm it")
                .confirm(Places.administrator(
                        "a capture of the media at the SBC: whether packets come and go both ways"))
                .confirm(Places.CALL_QUALITY)
                .confirm(Places.user("whether both sides heard nothing from the answer on"));
    }
}

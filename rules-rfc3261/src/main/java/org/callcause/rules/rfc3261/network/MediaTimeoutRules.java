package org.callcause.rules.rfc3261.network;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.MessagePattern.request;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.some;

import java.util.List;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.HangUps;
import org.callcause.rules.rfc3261.reading.Sides;

/** A call that a device ended because it received no media, and says so in its BYE. */
final class MediaTimeoutRules {

    private MediaTimeoutRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/media-timeout")
                .title("A device heard nothing from the other side for too long and ended the call")
                .cites("RFC 3326 2")
                .supersedes("rfc3261/q850-hang-up")
                .on(ended(Disposition.Kind.ANSWERED)
                        .or(ended(Disposition.Kind.INCOMPLETE))
                        .and(method(Method.INVITE))
                        .and(some(request(Method.BYE)
                                .with("Reason")
                                .where(
                                        "names a timeout of media in its Reason, or in a Warning beside it",
                                        HangUps::isMediaTimeout))))
                .needs(Trait.UNUSUAL_REASON)
                .check(MediaTimeoutRules::tell));
    }

    private static void tell(Call call, Findings findings) {
        call.bye().filter(bye -> HangUps.isMediaTimeout(bye.message())).ifPresent(bye -> tell(call, findings, bye));
    }

    private static void tell(Call call, Findings findings, TrackedMessage bye) {
        Finding finding = findings.diagnose(Cause.NO_MEDIA, LIKELY)
                .origin(Sides.receiverOf(call, bye, "or the way of its media to " + bye.from()))
                .because(bye.from() + " ended the call by itself and says why: no media reached it for longer than it"
                        + " waits");
        call.talkTime().ifPresent(talk -> finding.because("that was " + Sentences.time(talk) + " after the answer"));
        finding.because("nobody hung up; the media were blocked, sent to a wrong address, or the other side fell"
                        + " silent, as on hold or with silence suppression")
                .evidence(bye)
                .evidence(bye, "Reason")
                .evidence(bye, "Warning")
                .remedy(
                        ADMIN,
                        "Check NAT and firewalls for the media ports between the two sides, and the addresses in both"
                                + " session descriptions")
                .remedy(ADMIN, "If such calls were on hold or muted, lengthen that timer of " + bye.from())
                .remedy(USER, "Say whether you heard the other side until then")
                .confirm("Capture the RTP at " + bye.from() + ": when does the last packet come");
    }
}

package org.callcause.rules.rfc3261.network;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.MessagePattern.request;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.header;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.some;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.Reason;
import org.callcause.message.SipMessage;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.catalogue.ReleaseCauses;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/**
 * The Q.850 cause that Asterisk adds in headers of its own: how it recorded the end of the leg behind it, before it made
 * a status or a BYE of that for the leg that is seen here.
 */
final class AsteriskCauseRules {

    private static final String CODE = "X-Asterisk-HangupCauseCode";
    private static final String NAME = "X-Asterisk-HangupCause";

    private static final int REJECTED = 21;

    /** Requested circuit or channel not available. */
    private static final int NO_CHANNEL = 44;

    /** No circuit or channel available. */
    private static final int NO_CIRCUIT = 34;

    /** FreePBX names itself so, with the release of the Asterisk in it. */
    private static final Pattern ASTERISK = Pattern.compile("(?i)asterisk|fpbx");

    private static final Search<TrackedMessage> CONGESTION =
            new Search<>("an Asterisk answered 503 with cause 34", AsteriskCauseRules::congestion);
    private static final Search<Integer> SAYS_MORE =
            new Search<>("its cause says more than the status", AsteriskCauseRules::cause);

    private AsteriskCauseRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/asterisk-cause-hang-up")
                        .title("Asterisk ended the answered call because something failed")
                        .cites("ITU-T Q.850 table 1")
                        .on(ended(Disposition.Kind.ANSWERED)
                                .and(method(Method.INVITE))
                                .and(some(request(Method.BYE)
                                        .with(CODE)
                                        .where(
                                                "its cause is one of failure",
                                                bye -> failure(bye).isPresent()))))
                        .check(AsteriskCauseRules::tellHangUp),
                Rule.named("rfc3261/asterisk-cause")
                        .title("Asterisk names the cause for which the leg behind it ended")
                        .cites("RFC 3398 7.2.4.1")
                        .cites("RFC 3398 8.2.6.1")
                        .cites("ITU-T Q.850 table 1")
                        .supersedes("rfc3261/403-forbidden")
                        .supersedes("rfc3261/503-structural")
                        .supersedes("rfc3261/503-at-once")
                        .on(header(CODE)
                                .and(statusClass(4).or(statusClass(5)).or(statusClass(6)))
                                .and(method(Method.INVITE))
                                .and(SAYS_MORE.found()))
                        .check(SAYS_MORE.then(AsteriskCauseRules::tell)),
                Rule.named("rfc3261/asterisk-congestion")
                        .title("Asterisk could not place the call behind it")
                        .cites("RFC 3261 21.5.4")
                        .cites("ITU-T Q.850 table 1")
                        .supersedes("rfc3261/q850-release")
                        .supersedes("rfc3261/asterisk-cause")
                        .supersedes("rfc3261/503-structural")
                        .supersedes("rfc3261/503-at-once")
                        .supersedes("rfc3261/503-after-trying")
                        .on(status(503).and(method(Method.INVITE)).and(CONGESTION.found()))
                        .check(CONGESTION.then(AsteriskCauseRules::tellCongestion)));
    }

    private static Optional<TrackedMessage> congestion(Call call) {
        return call.furthestFinalResponse()
                .filter(response -> isOfAsterisk(response.message()))
                .filter(response -> Stream.of(Refusals.q850Cause(call), noted(response.message()))
                        .anyMatch(cause -> cause.equals(Optional.of(NO_CIRCUIT))));
    }

    /** The cause in the header of Asterisk's own. */
    static Optional<Integer> noted(SipMessage message) {
        return message.header(CODE).flatMap(AsteriskCauseRules::number);
    }

    /** Whether it says that an Asterisk made it. */
    static boolean isOfAsterisk(SipMessage message) {
        return message.has(CODE)
                || message.header("Server")
                        .or(message::userAgent)
                        .filter(name -> ASTERISK.matcher(name).find())
                        .isPresent();
    }

    private static void tellCongestion(Call call, Findings findings, TrackedMessage response) {
        findings.diagnose(Cause.DOWNSTREAM_FAILURE, LIKELY)
                .because("the Asterisk at " + response.from() + " answered " + Telling.answerAndCourse(call)
                        + " with Q.850 cause 34")
                .because(
                        "Asterisk writes 34 for whatever kept its own attempt from going through: a trunk that answered"
                                + " 503, could not be reached or is not registered, or a dial plan that ends with Congestion()")
                .ratherThan(
                        Cause.CAPACITY_EXCEEDED,
                        "No circuit was free",
                        "that is what the cause means in a telephone network; an Asterisk in front of one passes it on"
                                + " too, and its log or the leg behind tells")
                .evidence(response)
                .evidence(response, "Reason")
                .evidence(response, CODE)
                .evidence(response, "Server")
                .remedy(
                        ADMIN,
                        "Look at the outgoing leg of this call on the Asterisk: what the trunk answered, or why it could"
                                + " not be reached (pjsip show endpoints, pjsip show registrations)")
                .remedy(CALLER, "Try again later")
                .confirm("The Asterisk log at the time of the call: the line \"Everyone is busy/congested\" and what"
                        + " stands before it");
    }

    /** A pair that RFC 3398 makes by itself adds nothing; 403 and the server errors stand for several causes each. */
    private static Optional<Integer> cause(Call call) {
        int status = call.finalStatus();
        if (Refusals.q850Cause(call).isPresent() || status == 401 || status == 407 || status == 487) {
            return Optional.empty();
        }
        boolean vague = status == 403 || status / 100 == 5;
        return call.finalResponse()
                .flatMap(response -> noted(response.message()))
                .filter(cause -> cause != 16 && cause != 31 && cause != 127 && ReleaseCauses.isKnown(cause))
                .filter(cause -> vague || !ReleaseCauses.arePaired(cause, status));
    }

    /** A Q.850 cause in a Reason is read where it stands. */
    private static Optional<Integer> failure(SipMessage bye) {
        return noted(bye)
                .filter(cause -> ReleaseCauseRules.isOfFailure(cause)
                        && Reason.causes(bye.reasons(), "Q.850").findAny().isEmpty());
    }

    private static void tellHangUp(Call call, Findings findings) {
        call.bye().ifPresent(bye -> failure(bye.message()).ifPresent(cause -> tellHangUp(call, findings, bye, cause)));
    }

    private static void tellHangUp(Call call, Findings findings, TrackedMessage bye, int cause) {
        boolean silent = cause == NO_CHANNEL;
        Cause named = ReleaseCauses.causeOf(cause, true);
        boolean unfit = named.equals(Cause.INTERWORKING);
        Finding finding = findings.diagnose(silent ? Cause.NO_MEDIA : unfit ? named : Cause.PSTN_RELEASE, LIKELY)
                .title("Asterisk ended the answered call with cause " + cause + ", " + ReleaseCauses.name(cause))
                .origin(Sides.likelySender(call, bye, "or the leg behind it"))
                .because("the BYE of " + bye.from() + " has the Q.850 cause " + cause + " (" + ReleaseCauses.name(cause)
                        + "), by which Asterisk notes why it hung up; a person who hangs up leaves 16");
        call.talkTime().ifPresent(talk -> finding.because("it came " + Sentences.time(talk) + " after the answer"));
        if (silent) {
            finding.because("Asterisk notes this one where no media reached it for longer than its rtptimeout, too")
                    .remedy(ADMIN, "See whether media reached that Asterisk: NAT, firewall, a call on hold")
                    .confirm("The Asterisk log says \"lack of RTP activity\" if that was it");
        } else if (unfit) {
            finding.because("it takes this one where it cannot join the two legs: they have no codec in common, and no"
                            + " translation from one to the other is at hand")
                    .remedy(
                            ADMIN,
                            "Let both legs have a codec in common, or load the codec module that translates between"
                                    + " them");
        }
        finding.evidence(bye)
                .evidence(bye, CODE)
                .evidence(bye, NAME)
                .remedy(ADMIN, "Read the log of " + bye.from() + " at the time of the BYE, for both legs of the call")
                .confirm("The leg behind that Asterisk: how it ended, and which codecs it agreed on");
    }

    private static Optional<Integer> number(String value) {
        String digits = value.strip();
        boolean isNumber =
                !digits.isEmpty() && digits.length() <= 3 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    private static void tell(Call call, Findings findings, int cause) {
        boolean paired = ReleaseCauses.arePaired(cause, call.finalStatus());
        Finding finding = findings.diagnose(
                        cause == REJECTED ? Cause.DECLINED : ReleaseCauses.causeOf(cause, Refusals.rang(call)),
                        paired && cause != REJECTED ? LIKELY : POSSIBLE)
                .title("Asterisk ended the call with cause " + cause + ", " + ReleaseCauses.name(cause))
                .because("Asterisk answered " + Telling.answerAndCourse(call)
                        + ", and wrote beside it that the leg behind ended with Q.850 cause " + cause + " ("
                        + ReleaseCauses.name(cause) + ")");
        if (cause == REJECTED) {
            finding.because("it notes 21 for a 603 of the callee as well as for a 403 or 401 from behind, and makes"
                            + " 403 of all of them: this 403 need not mean that the caller may not call there")
                    .ratherThan(
                            Cause.AUTHORIZATION_REFUSED,
                            "The caller may not call there",
                            "the cause beside the 403 is that of the leg behind, if there was one; a dial plan that"
                                    + " bars the caller may hang up with 21 too, and the Asterisk log tells")
                    .remedy(CALLER, "Try again later: the callee may just have declined");
        } else {
            finding.because(
                    paired
                            ? "the status alone stands for several causes, and this names the one"
                            : "RFC 3398 pairs that cause with " + ReleaseCauseRules.usualStatus(cause)
                                    + ", so the status was chosen for another reason; the cause is the deeper word");
        }
        finding.evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), CODE)
                .evidence(call.furthestFinalResponse(), NAME)
                .remedy(
                        ADMIN,
                        "Look at the outgoing leg of this call on the Asterisk: what the phone or trunk behind it"
                                + " answered is what the caller should be told")
                .confirm("The Asterisk log, or a capture behind it, shows the response that it read as cause " + cause);
    }
}

package org.callcause.rules.rfc3261.network;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CARRIER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.Reason;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.catalogue.ReleaseCauses;
import org.callcause.rules.rfc3261.reading.Traffic;

/** What the Reason header of a BYE, a CANCEL or a final response says of networks: Q.850, preemption, 3GPP. */
final class ReasonRules {

    private static final Trigger CALL_WITH_REASON = method(Method.INVITE).and(carries("Reason"));

    /** A Reason and the message that carries it. */
    private record Said(TrackedMessage message, Reason reason) {
        int cause() {
            return reason.cause().orElse(0);
        }
    }

    private ReasonRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/q850-hang-up")
                        .title("A network ended the answered call for a reason of its own")
                        .cites("RFC 3326 2")
                        .cites("RFC 8606 4")
                        .on(CALL_WITH_REASON
                                .and(ended(Disposition.Kind.ANSWERED))
                                .and(where(
                                        "a BYE has a Q.850 cause of failure",
                                        call -> failureInBye(call).isPresent())))
                        .needs(Trait.UNUSUAL_REASON)
                        .check(ReasonRules::tellHangUp),
                Rule.named("rfc3261/preempted")
                        .title("A call of higher priority took the place of this one")
                        .cites("RFC 4411 5")
                        .on(CALL_WITH_REASON.and(where(
                                "a Reason names preemption",
                                call -> last(call, ReasonRules::isPreemption).isPresent())))
                        .needs(Trait.UNUSUAL_REASON)
                        .check(ReasonRules::tellPreempted),
                Rule.named("rfc3261/3gpp-release")
                        .title("The mobile network released the call")
                        .cites("3GPP TS 24.229 7.2A.18")
                        .on(CALL_WITH_REASON.and(where(
                                "a Reason has RELEASE_CAUSE 2 to 7 or FAILURE_CAUSE",
                                call -> last(call, ReasonRules::is3gpp).isPresent())))
                        .needs(Trait.UNUSUAL_REASON)
                        .check(ReasonRules::tell3gpp));
    }

    /**
     * An answered call is ended by its BYE: what refused an attempt before, or a change, did not end it, nor did the BYE of
     * a device that answered beside the one that the call went on with.
     */
    private static Stream<Said> ends(Call call) {
        boolean answered = call.disposition().kind() == Disposition.Kind.ANSWERED;
        return call.messages().stream()
                .filter(TrackedMessage::isFirst)
                .filter(message -> (Traffic.isBye(message) && !call.endsSurplusDialog(message.message()))
                        || (!answered
                                && (message.status() >= 300
                                        || message.message().startLine().startsWith("CANCEL "))))
                .flatMap(message -> message.message().reasons().stream().map(reason -> new Said(message, reason)));
    }

    private static Optional<Said> last(Call call, Predicate<Said> wanted) {
        return ends(call).filter(wanted).reduce((earlier, later) -> later);
    }

    private static Optional<Said> failureInBye(Call call) {
        return last(
                call,
                said -> Traffic.isBye(said.message())
                        && said.reason().isOf("Q.850")
                        && ReleaseCauseRules.isOfFailure(said.cause()));
    }

    private static Origin origin(Said said) {
        return new Origin(
                Origin.NETWORK,
                said.message().from(),
                Origin.Basis.INFERRED,
                "at or behind " + said.message().from()
                        + ReleaseLocation.of(said.reason())
                                .map(place -> ", in the " + place)
                                .orElse(""));
    }

    private static Finding told(Finding finding, Said said) {
        return finding.origin(origin(said)).evidence(said.message()).evidence(said.message(), "Reason");
    }

    private static void tellHangUp(Call call, Findings findings) {
        Said said = failureInBye(call).orElseThrow();
        Finding finding = findings.diagnose(Cause.PSTN_RELEASE, LIKELY)
                .title("A network ended the answered call: Q.850 cause " + said.cause() + ", "
                        + ReleaseCauses.name(said.cause()))
                .because("the BYE of " + said.message().from() + " gives Q.850 cause " + said.cause() + " ("
                        + ReleaseCauses.name(said.cause()) + "), where a person who hangs up gives 16")
                .because("some gateways write such a cause for their own time-outs too, of media or of the session");
        told(finding, said)
                .remedy(CARRIER, "Trace the call to the switch that released it with cause " + said.cause())
                .remedy(ADMIN, "Read the log of " + said.message().from() + " at the time of the BYE")
                .confirm("Whether other calls over the same trunk ended at that time");
    }

    private static boolean isPreemption(Said said) {
        int cause = said.cause();
        return said.reason().isOf("preemption")
                || (said.reason().isOf("Q.850") && (cause == 8 || cause == 9 || cause == 45 || cause == 46));
    }

    private static void tellPreempted(Call call, Findings findings) {
        Said said = last(call, ReasonRules::isPreemption).orElseThrow();
        String where = said.reason().isOf("preemption")
                ? switch (said.cause()) {
                    case 1 -> "in the phone itself";
                    case 2 -> "in the network, where resources reserved for it were taken";
                    case 4 -> "in a network that is not IP";
                    default -> "somewhere in the network";
                }
                : "in the telephone network";
        String what = isBlockedByPrecedence(said)
                ? "the Reason says that every line was held by calls of the same or a higher priority"
                : "the Reason says that a call of higher priority took the place of this one, " + where;
        told(findings.diagnose(Cause.EMERGENCY_OR_PREEMPTION, CERTAIN).because(what), said)
                .remedy(
                        ADMIN,
                        "Call again when the line is free; if it happens often, add channels or review priorities")
                .confirm("Which call with Resource-Priority was set up at that moment");
    }

    /** Cause 46: this call might have taken another's place, and there was none of a lower priority. */
    private static boolean isBlockedByPrecedence(Said said) {
        return said.reason().isOf("Q.850") && said.cause() == 46;
    }

    private static boolean is3gpp(Said said) {
        int cause = said.cause();
        return (said.reason().isOf("RELEASE_CAUSE") && cause >= 2 && cause <= 7)
                || (said.reason().isOf("FAILURE_CAUSE") && cause >= 1 && cause <= 3);
    }

    private static void tell3gpp(Call call, Findings findings) {
        Said said = last(call, ReasonRules::is3gpp).orElseThrow();
        boolean release = said.reason().isOf("RELEASE_CAUSE");
        String meaning = release
                ? switch (said.cause()) {
                    case 2 -> "no media came for too long";
                    case 3 -> "the radio bearer of the media was lost";
                    case 4 -> "no ACK came";
                    case 5 -> "a SIP request got no response";
                    case 6 -> "the set-up took too long";
                    default -> "a redirection failed";
                }
                : switch (said.cause()) {
                    case 1 -> "the media bearer or its quality was lost";
                    case 2 -> "the bearer of the signalling was released";
                    default -> "resources could not be allocated";
                };
        Cause cause = release
                ? switch (said.cause()) {
                    case 2 -> Cause.NO_MEDIA;
                    case 4 -> Cause.MISSING_ACK;
                    case 5 -> Cause.NO_RESPONSE;
                    case 6 -> Cause.NO_ANSWER;
                    case 7 -> Cause.DOWNSTREAM_FAILURE;
                    default -> Cause.TRANSPORT_FAILED;
                }
                : said.cause() == 3 ? Cause.CAPACITY_EXCEEDED : Cause.TRANSPORT_FAILED;
        Likelihood likelihood = release && said.cause() == 6 ? POSSIBLE : LIKELY;
        told(
                        findings.diagnose(cause, likelihood)
                                .title("The mobile network released the call: " + meaning)
                                .because("the Reason " + said.reason().protocol() + " " + said.cause()
                                        + " is the mobile network's own word: " + meaning),
                        said)
                .remedy(CARRIER, "Look at the radio bearer and the media plane of this call at that time")
                .remedy(ADMIN, "If it is always the same user, check reception there; if it is many, report it")
                .confirm("The mobile network's call record, which has the cell and the bearer");
    }
}

package org.callcause.rules.rfc3261.network;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.MessagePattern.request;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.some;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.Reason;
import org.callcause.message.SipMessage;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.catalogue.StatusCatalogue;
import org.callcause.rules.rfc3261.catalogue.StatusEntry;
import org.callcause.rules.rfc3261.reading.Sides;

/**
 * A BYE whose Reason is a SIP status: an answered call that was ended because something else was refused. It is read where
 * the capture shows nothing that tells more.
 */
final class SipReasonRules {

    private static final StatusCatalogue CATALOGUE = StatusCatalogue.in(Locale.ENGLISH);

    private static final Pattern ICE = Pattern.compile("(?i)\\bice\\b");
    private static final Pattern ACK = Pattern.compile("(?i)\\back\\b");

    private SipReasonRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/sip-reason-hang-up")
                .title("The answered call was ended because something failed")
                .cites("RFC 3326 2")
                .asFallback()
                .on(ended(Disposition.Kind.ANSWERED)
                        .and(method(Method.INVITE))
                        .and(some(request(Method.BYE)
                                .with("Reason")
                                .where("names the SIP status of a failure in its Reason", SipReasonRules::saysSo))))
                .needs(Trait.UNUSUAL_REASON)
                .check(SipReasonRules::tell));
    }

    private static boolean saysSo(SipMessage bye) {
        return failure(bye).isPresent();
    }

    /** Where a network says beside it that the call was cleared normally, that goes first. */
    private static OptionalInt failure(SipMessage bye) {
        boolean cleared = Reason.causes(bye.reasons(), "Q.850").anyMatch(cause -> cause == 16);
        return Reason.causes(bye.reasons(), "SIP")
                .filter(status -> !cleared && isFailure(status))
                .findFirst();
    }

    /** What a person does, or who is not there, is no failure. */
    private static boolean isFailure(int status) {
        return switch (status) {
            case 480, 486, 487, 600, 603, 607 -> false;
            default -> status >= 400 && status < 700;
        };
    }

    private static Cause cause(int status) {
        return switch (status) {
            case 408, 504 -> Cause.NO_RESPONSE;
            case 415, 488, 606 -> Cause.MEDIA_TYPE_UNSUPPORTED;
            case 422 -> Cause.SESSION_INTERVAL_TOO_SMALL;
            case 481 -> Cause.DIALOG_UNKNOWN;
            case 491 -> Cause.GLARE;
            default -> Cause.DOWNSTREAM_FAILURE;
        };
    }

    private static boolean names(Pattern words, TrackedMessage bye) {
        return bye.message().reasons().stream()
                .flatMap(reason -> reason.text().stream())
                .anyMatch(text -> words.matcher(text).find());
    }

    private static void tell(Call call, Findings findings) {
        call.bye().ifPresent(bye -> failure(bye.message()).ifPresent(status -> tell(call, findings, bye, status)));
    }

    private static void tell(Call call, Findings findings, TrackedMessage bye, int status) {
        StatusEntry entry = CATALOGUE.entry(status);
        String named = entry.isRegistered() ? status + " " + entry.phrase() : String.valueOf(status);
        // What browsers and their libraries write when no pair of candidates works (RFC 8445).
        if (names(ICE, bye)) {
            tellIce(call, findings, bye);
            return;
        }
        if (cause(status).equals(Cause.NO_RESPONSE) && names(ACK, bye)) {
            tellAck(call, findings, bye);
            return;
        }
        Finding finding = findings.diagnose(cause(status), LIKELY)
                .title("The answered call was ended because something failed: SIP " + named)
                .origin(Sides.likelySender(call, bye, "or something behind it"))
                .because("the BYE of " + bye.from() + " gives the SIP status " + named
                        + " as its reason, where who just hangs up gives none"
                        + call.talkTime()
                                .map(talk -> "; it came " + Sentences.time(talk) + " after the answer")
                                .orElse(""));
        if (entry.isRegistered()) {
            finding.because("that code means that " + entry.meaning());
        }
        finding.because("it is what another request was answered, here or on another leg of the call, or what "
                        + bye.from() + " would have answered if it still could")
                .evidence(bye)
                .evidence(bye, "Reason")
                .remedy(ADMIN, "Read the log of " + bye.from() + " at the time of the BYE");
        if (cause(status).equals(Cause.MEDIA_TYPE_UNSUPPORTED)) {
            finding.remedy(ADMIN, "Compare the offer and the answer of this call with what " + bye.from() + " takes");
        }
        finding.confirm("Which request got " + status + ", on a leg behind " + bye.from() + " or inside this call");
    }

    private static void tellAck(Call call, Findings findings, TrackedMessage bye) {
        findings.diagnose(Cause.MISSING_ACK, LIKELY)
                .title("The answered call was ended because the answer was not acknowledged")
                .origin(Sides.receiverOf(call, bye, "or the way of its ACK to " + bye.from()))
                .because("the BYE of " + bye.from()
                        + " names the ACK that it waited for, and gives up after 64·T1 = 32 s,"
                        + " as RFC 3261 13.3.1.4 has it")
                .evidence(bye)
                .evidence(bye, "Reason")
                .remedy(
                        ADMIN,
                        "See that the ACK goes where the Contact and the Record-Route of the answer lead, and that these"
                                + " can be reached from the other side")
                .confirm("Capture at the other side: does it send an ACK, and to which address");
    }

    private static void tellIce(Call call, Findings findings, TrackedMessage bye) {
        findings.diagnose(Cause.ICE_FAILED, LIKELY)
                .title("The answered call was ended because no path for the media was found")
                .origin(Sides.likelySender(call, bye, "or what stands between the two sides"))
                .because("the BYE of " + bye.from()
                        + " names ICE as its reason: no pair of addresses that the two sides had"
                        + " offered for the media worked")
                .evidence(bye)
                .evidence(bye, "Reason")
                .remedy(ADMIN, "Give both sides a TURN server that they reach (RFC 8656)")
                .remedy(
                        ADMIN,
                        "Look which candidates each side offered: local addresses alone meet only in one network")
                .confirm("The log of the checks on " + bye.from() + ", such as a browser's page on WebRTC");
    }
}

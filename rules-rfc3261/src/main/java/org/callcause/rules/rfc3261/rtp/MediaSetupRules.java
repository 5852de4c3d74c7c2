package org.callcause.rules.rfc3261.rtp;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;

import java.util.List;
import java.util.stream.Collectors;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.TlsAlert;
import org.callcause.dialog.TrackedMessage;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Sides;

/** What has to succeed on the sockets of media before any may flow: the checks of ICE, and the handshake of DTLS. */
final class MediaSetupRules {

    private static final int MOST_QUOTED = 4;

    private MediaSetupRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/ice-failed")
                        .title("ICE found no way for the media")
                        .cites("RFC 8445 7.2.5")
                        .cites("RFC 8489 6.3.4")
                        .supersedes("rfc3261/rtp-missing")
                        .supersedes("rfc3261/rtp-one-way")
                        .supersedes("rfc3261/private-media-address")
                        .supersedes("rfc3261/media-timeout")
                        .supersedes("rfc3261/asterisk-cause-hang-up")
                        .on(TalkWindow.answered(
                                "both sides use ICE, no connectivity check of one was answered with success, and it sent no media",
                                call -> FailedChecks.of(call).isPresent()))
                        .needs(Trait.RTP_SEEN)
                        .check(MediaSetupRules::checksFailed),
                Rule.named("rfc3261/dtls-failed")
                        .title("The two sides agreed on no keys for the media")
                        .cites("RFC 5764 5.1")
                        .cites("RFC 9147 5.8.1")
                        .supersedes("rfc3261/rtp-missing")
                        .supersedes("rfc3261/rtp-one-way")
                        .supersedes("rfc3261/srtp-keys")
                        .supersedes("rfc3261/private-media-address")
                        .supersedes("rfc3261/media-timeout")
                        .supersedes("rfc3261/asterisk-cause-hang-up")
                        .on(TalkWindow.answered(
                                "a DTLS handshake on the sockets of media was not answered or ended with an alert, and the"
                                        + " side that began it, or alerted, sent no media",
                                call -> FailedHandshake.of(call).isPresent()))
                        .needs(Trait.RTP_SEEN)
                        .check(MediaSetupRules::handshakeFailed));
    }

    private static void checksFailed(Call call, Findings findings) {
        FailedChecks failed = FailedChecks.of(call).orElseThrow();
        TrackedMessage checked = failed.checked();
        String checks = Sides.name(call, failed.checking()) + " sent " + failed.sent() + " connectivity checks";
        if (!failed.inView()) {
            findings.notChecked("whether ICE failed: " + checks + " and none was answered, but a side has sockets or"
                    + " relays that the capture does not show, and the media may go there");
            return;
        }
        Finding finding = findings.diagnose(Cause.ICE_FAILED, LIKELY).origin(origin(call, failed));
        if (failed.refusals().isEmpty()) {
            finding.because(checks + ", and none was answered");
        } else {
            finding.because(checks + ", and each answer was an error: " + codes(failed.refusals()));
        }
        if (failed.bothCheck()) {
            finding.because(Sides.name(call, checked) + " sent checks too, so it does use ICE");
        } else if (failed.refusals().isEmpty()) {
            finding.because(
                    "nothing of ICE came from " + Sides.name(call, checked) + ", though it says that it uses it");
        }
        finding.because(failed.unheard().inWords(call));
        failed.checks().stream().limit(MOST_QUOTED).forEach(check -> finding.evidence(failed.checking(), check));
        failed.refusals().stream().limit(MOST_QUOTED).forEach(refusal -> finding.evidence(checked, refusal));
        finding.evidenceInBody(checked, "a=candidate")
                .evidenceInBody(checked, "c=")
                .evidence(call.bye());
        finding.remedy(
                        ADMIN,
                        failed.refusals().isEmpty()
                                ? "Let UDP pass between the candidates of both sides, or give the clients a TURN relay"
                                : "See that ice-ufrag, ice-pwd and the roles that both sides use are those of their"
                                        + " latest session descriptions, and that no element between them changes these")
                .confirm("Capture at " + checked.from() + ": whether the checks arrive there, and what it answers");
    }

    private static Origin origin(Call call, FailedChecks failed) {
        if (!failed.refusals().isEmpty()) {
            return Sides.likelySender(call, failed.checked(), "or what changed ice-ufrag or ice-pwd on the way");
        }
        return Sides.likelySender(
                call,
                failed.checked(),
                failed.bothCheck()
                        ? "or what is between the two"
                        : "or what is between " + failed.checked().from() + " and the place of capture");
    }

    private static String codes(List<MediaSignal> refusals) {
        return refusals.stream()
                .map(MediaSignal::number)
                .distinct()
                .map(code -> code
                        + switch (code) {
                            case 400 -> " (Bad Request)";
                            case 401 -> " (Unauthenticated: not the user or the password that it expects)";
                            case 487 -> " (Role Conflict: both claim the same role)";
                            default -> "";
                        })
                .collect(Collectors.joining(", "));
    }

    private static void handshakeFailed(Call call, Findings findings) {
        FailedHandshake failed = FailedHandshake.of(call).orElseThrow();
        String sender = Sides.name(call, failed.sender());
        String receiver = Sides.name(call, failed.receiver());
        MediaSignal signal = failed.signal();
        Finding finding = findings.diagnose(Cause.SRTP_MISMATCH, LIKELY);
        switch (failed.how()) {
            case ALERT -> {
                TlsAlert alert = new TlsAlert(signal.number());
                TrackedMessage suspect = alert.refusesCertificate() ? failed.receiver() : failed.sender();
                finding.origin(Sides.likelySender(
                                call,
                                suspect,
                                alert.refusesCertificate()
                                        ? "or what changed a=fingerprint on the way"
                                        : "or the other side, which shares too little with it"))
                        .because(sender + " ended the DTLS handshake with the fatal " + alert)
                        .remedy(
                                ADMIN,
                                alert.refusesCertificate()
                                        ? "Compare a=fingerprint with the certificate in the handshake, and see that no"
                                                + " element between the two changes it"
                                        : "Compare the versions, cipher suites and SRTP profiles that both sides"
                                                + " allow for DTLS");
            }
            case UNANSWERED ->
                finding.origin(Sides.likelySender(
                                call,
                                failed.receiver(),
                                "or what is between " + failed.receiver().from() + " and the place of capture"))
                        .because(sender + " began a DTLS handshake " + signal.packets() + " times" + ", and " + receiver
                                + " answered nothing")
                        .remedy(
                                ADMIN,
                                "Let UDP pass to the media port that " + receiver
                                        + " names, and see whether it takes part in DTLS there as its a=setup says");
            case ANSWER_NOT_HEARD ->
                finding.origin(Sides.likelySender(
                                call,
                                failed.sender(),
                                "or what is between " + failed.sender().from() + " and the place of capture"))
                        .because(receiver + " answered the DTLS handshake, and " + sender
                                + " began it again and again, so"
                                + " the answers did not get there or were dropped there")
                        .remedy(
                                ADMIN,
                                "See whether the way to " + sender + " drops large or fragmented UDP packets, as those"
                                        + " of a certificate are, or all of that port");
        }
        finding.because(failed.unheard().inWords(call))
                .evidence(failed.sender(), signal)
                .evidenceInBody(failed.sender(), "a=setup")
                .evidenceInBody(failed.receiver(), "m=audio")
                .evidenceInBody(failed.receiver(), "a=setup")
                .evidence(call.bye())
                .confirm("Capture the media ports at " + failed.receiver().from() + ", and look for the DTLS packets");
    }
}

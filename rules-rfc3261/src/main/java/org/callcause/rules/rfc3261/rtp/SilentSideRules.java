package org.callcause.rules.rfc3261.rtp;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.HostKind;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;

/** A side that was heard too little or not at all. */
final class SilentSideRules {

    /**
     * RTCP that came with the last media does not show that a device is still there; it comes each 5 s, mostly (RFC 3550
     * 6.2).
     */
    private static final Duration ALIVE = Duration.ofSeconds(3);

    private SilentSideRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/rtp-one-way")
                        .title("The media of one side never came")
                        .cites("RFC 3264 5.1")
                        .cites("RFC 4961 3")
                        .supersedes("rfc3261/private-media-address")
                        .supersedes("rfc3261/media-timeout")
                        .supersedes("rfc3261/asterisk-cause-hang-up")
                        .supersedes("rfc3261/3gpp-release")
                        .supersedes("rfc3261/q850-hang-up")
                        .on(TalkWindow.answered(
                                "both sides may talk, RTP of one was seen for 3 s or more and none of the other",
                                call -> Silence.of(call).isPresent()))
                        .needs(Trait.RTP_SEEN)
                        .check(SilentSideRules::oneWay),
                Rule.named("rfc3261/rtp-stopped")
                        .title("The media of one side stopped, and a timer ended the call")
                        .cites("RFC 3264 5.1")
                        .supersedes("rfc3261/media-timeout")
                        .supersedes("rfc3261/asterisk-cause-hang-up")
                        .supersedes("rfc3261/3gpp-release")
                        .supersedes("rfc3261/q850-hang-up")
                        .on(TalkWindow.answered(
                                "the RTP of one side ended 10 s or more before the BYE of the other, whose own went on",
                                call -> Halt.of(call).isPresent()))
                        .needs(Trait.RTP_SEEN)
                        .check(SilentSideRules::stopped),
                Rule.named("rfc3261/rtp-missing")
                        .title("No media in either direction")
                        .cites("RFC 3264 5.1")
                        .supersedes("rfc3261/private-media-address")
                        .supersedes("rfc3261/media-timeout")
                        .on(TalkWindow.answered(
                                "no RTP of the call was seen in 5 s of talk or more, though that of other calls was seen"
                                        + " between its hosts before and after it",
                                call -> missing(call).isPresent()))
                        .needs(Trait.RTP_SEEN)
                        .check(SilentSideRules::missing));
    }

    private static void oneWay(Call call, Findings findings) {
        Silence silence = Silence.of(call).orElseThrow();
        TrackedMessage silent = silence.silentDescription();
        if (!call.rtp().bothDirections()
                && call.rtp().neverHeard().contains(silence.heard().to().host())) {
            findings.notChecked("whether " + Sides.name(call, silent) + " sent media: "
                    + silence.heard().to().host()
                    + " was sent media by several hosts or at several times and never seen to send any, as"
                    + " where a capture does not show what its own machine sends");
            return;
        }
        Reports reports = Reports.on(silence.section(), silence.byCaller());
        boolean reported = reports.otherHeardNothing(silence.window().begin().plus(Unheard.NOTICED));
        Optional<String> unseen = reports.unseen(call);
        if (unseen.isPresent() && !reported) {
            findings.notChecked("whether the media of " + Sides.name(call, silent) + " arrived: none were seen, but "
                    + unseen.get() + ", so they go another way than past the place of capture, or are lost before it");
            return;
        }
        Optional<TrackedMessage> unreachable = behindPrivateAddress(silence);
        Finding finding = findings.diagnose(
                        unreachable.isPresent() ? Cause.PRIVATE_MEDIA_ADDRESS : Cause.ONE_WAY_MEDIA,
                        call.rtp().bothDirections() || unreachable.isPresent() ? LIKELY : POSSIBLE)
                .origin(unreachable
                        .map(described -> Sides.senderOf(call, described))
                        .orElseGet(() -> Sides.likelySender(
                                call, silent, "or what is between " + silent.from() + " and the place of capture")))
                .because(Sides.name(call, silence.heardDescription()) + " sent media for "
                        + Sentences.time(silence.heardFor()) + ", and in the "
                        + Sentences.time(silence.window().length())
                        + " of talk nothing came from " + Sides.name(call, silent)
                        + ", though both had agreed to send and to receive");
        if (reported) {
            finding.because("the RTCP of " + Sides.otherName(call, silent) + " reports on no packet that arrived"
                    + (reports.sent() == 0
                            ? ""
                            : ", though that of the silent side counts " + reports.sent() + " sent"));
        }
        if (reports.sentNone()) {
            finding.because("the RTCP of " + Sides.name(call, silent) + " counts no packet that it sent");
        }
        if (silence.before().isPresent()) {
            finding.because("before the hold its media did come");
        }
        if (!call.rtp().bothDirections() && !reported) {
            finding.because("nowhere in the capture do media run both ways, so it may have been taken where those of "
                    + silent.from().host() + " are not seen");
        }
        unreachable.ifPresent(described -> finding.because(Sides.name(call, described)
                + " asks for media at an address of a private network, which the other side cannot reach"));
        finding.evidence(silence.heardDescription(), silence.heard())
                .evidenceInBody(silent, "c=")
                .evidenceInBody(silent, "m=audio")
                .evidence(call.bye())
                .remedy(
                        ADMIN,
                        unreachable.isPresent()
                                ? "Tell the device its public address (NAT setting, STUN), or put a border element in"
                                        + " front of it that relays media"
                                : "Check firewall and NAT between " + silent.from()
                                        + " and the place of capture for the media ports, and where it sends to")
                .remedy(
                        USER,
                        "A microphone on mute mostly still sends; if the phone stops sending when muted, unmute it")
                .confirm("Capture at " + silent.from() + ": whether media leave it, and for which address");
    }

    /** The side that asks for media at a private address, where the other side is outside that network. */
    private static Optional<TrackedMessage> behindPrivateAddress(Silence silence) {
        Endpoint source = silence.heard().from();
        Endpoint target = silence.heard().to();
        TrackedMessage silent = silence.silentDescription();
        // Inside of that network the packets that arrive look the same, but so do its own messages.
        if (HostKind.of(target.host()) == HostKind.PRIVATE
                && HostKind.of(source.host()) == HostKind.PUBLIC
                && HostKind.of(silent.from().host()) == HostKind.PUBLIC) {
            return Optional.of(silent);
        }
        TrackedMessage heard = silence.heardDescription();
        boolean asksForPrivate = heard.message().sdp().stream()
                .flatMap(sdp -> sdp.media().stream())
                .anyMatch(media -> HostKind.of(media.connectionAddress().orElse("")) == HostKind.PRIVATE);
        boolean otherIsOutside = HostKind.of(silent.from().host()) == HostKind.PUBLIC;
        return Optional.of(heard).filter(message -> asksForPrivate && otherIsOutside);
    }

    private static void stopped(Call call, Findings findings) {
        Halt halt = Halt.of(call).orElseThrow();
        TrackedMessage silent = halt.silentDescription();
        String stopped = "the media of " + Sides.name(call, silent) + " stopped " + Sentences.time(halt.silence())
                + " before the BYE, and those of the other side went on";
        if (halt.end() == Halt.End.ORDINARY) {
            findings.notChecked(
                    "whether " + Sides.name(call, silent) + " was lost: " + stopped
                            + ", which is also what a phone on mute, one that sends no silence, or a mailbox that records does");
            return;
        }
        Reports reports = Reports.on(halt.section(), halt.byCaller());
        Optional<String> unseen = reports.unseen(call);
        if (unseen.isPresent()) {
            findings.notChecked(
                    "whether " + Sides.name(call, silent) + " was lost: " + stopped + ", but " + unseen.get()
                            + ", so they went on another way than past the place of capture, or were lost before it");
            return;
        }
        boolean said = halt.end() == Halt.End.SAID_TIMEOUT;
        Finding finding = findings.diagnose(Cause.ONE_WAY_MEDIA, said ? LIKELY : POSSIBLE)
                .origin(Sides.likelySender(
                        call, silent, "or what is between " + silent.from() + " and the place of capture"))
                .because(stopped)
                .because(
                        said
                                ? "the BYE says that a timer of media ended the call"
                                : "that is what timers of media are set to, so a device may have ended the call, and no"
                                        + " person");
        Instant fellSilent = halt.last().last();
        boolean alive = reports.goOnAfter(fellSilent.plus(ALIVE));
        if (reports.sayGoodbye(fellSilent.minus(ALIVE), fellSilent.plus(ALIVE))) {
            finding.because("its RTCP said that it ends its stream (BYE), so it stopped on purpose");
        } else if (alive) {
            finding.because(
                    "its RTCP went on, so it was there and could be heard: on mute, or without silence to send");
        }
        finding.evidence(silent, halt.last()).evidence(call.bye()).evidence(call.bye(), "Reason");
        if (!alive) {
            finding.remedy(
                    ADMIN,
                    "See what happened on the way from " + silent.from()
                            + " at that time: a lost network, a NAT binding or a relay that expired, a device that"
                            + " restarted");
        }
        finding.remedy(ADMIN, "If such calls were on mute, lengthen the timer, or let the phone send silence")
                .remedy(USER, "Say whether the phone was on mute")
                .confirm("Capture at " + silent.from()
                        + ": whether media still leave it when the other side hears nothing");
    }

    private static Optional<TalkWindow> missing(Call call) {
        return call.rtp().othersOnItsWay()
                ? TalkWindow.of(call).stream()
                        .filter(window -> window.isTwoWay() && window.length().compareTo(Unheard.NOTICED) >= 0)
                        .findFirst()
                : Optional.empty();
    }

    private static void missing(Call call, Findings findings) {
        TalkWindow window = missing(call).orElseThrow();
        TrackedMessage answer =
                Sessions.of(call).initial().orElseThrow().answer().message();
        findings.diagnose(Cause.NO_MEDIA, POSSIBLE)
                .origin(Sides.likelySender(call, answer, "or the other side, or the way of the media"))
                .because("in " + Sentences.time(window.length())
                        + " of talk no packet of media was seen to or from the addresses that the two sides named")
                .because("media of other calls between these hosts were seen before and after it, so its own would have"
                        + " been seen too unless they went another way")
                .evidenceInBody(answer, "c=")
                .evidenceInBody(answer, "m=audio")
                .evidence(call.bye())
                .remedy(ADMIN, "Check the media ports of both hosts, and whether their media programs run")
                .confirm("Capture the RTP at both hosts during such a call");
    }
}

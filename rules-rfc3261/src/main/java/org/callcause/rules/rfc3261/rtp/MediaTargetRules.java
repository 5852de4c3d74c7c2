package org.callcause.rules.rfc3261.rtp;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.Codec;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.HangUps;
import org.callcause.rules.rfc3261.reading.HostKind;
import org.callcause.rules.rfc3261.reading.Sides;

/** Media that are sent where nobody takes them, or in a form that the other side did not ask for. */
final class MediaTargetRules {

    private MediaTargetRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/rtp-astray")
                        .title("A side asks for media at an address that it does not send from")
                        .cites("RFC 4961 3")
                        .cites("RFC 3264 5.1")
                        .supersedes("rfc3261/private-media-address")
                        .on(TalkWindow.answered(
                                "a side sends from another network than it names for media and is sent nothing but there,"
                                        + " and that one is private, or it hung up within 20 s",
                                call -> astray(call).isPresent()))
                        .needs(Trait.RTP_SEEN)
                        .check(MediaTargetRules::astray),
                Rule.named("rfc3261/rtp-refused")
                        .title("Nothing takes the media at the address that one side names")
                        .cites("RFC 792")
                        .cites("RFC 3264 5.1")
                        .supersedes("rfc3261/rtp-one-way")
                        .supersedes("rfc3261/private-media-address")
                        .supersedes("rfc3261/media-timeout")
                        .on(TalkWindow.answered(
                                "ICMP errors refused RTP for 3 s or more of the talk",
                                call -> RefusedMedia.of(call).isPresent()))
                        .needs(Trait.RTP_SEEN)
                        .check(MediaTargetRules::refused),
                Rule.named("rfc3261/rtp-not-moved")
                        .title("Media go on to a socket that the other side has left")
                        .cites("RFC 3264 8.3.1")
                        .supersedes("rfc3261/rtp-refused")
                        .supersedes("rfc3261/rtp-one-way")
                        .on(TalkWindow.answered(
                                "a side moved its media, and 2 s later and for 3 s or more the other still sent to where they"
                                        + " were before, and nowhere else",
                                call -> MovedMedia.of(call).isPresent()))
                        .needs(Trait.RTP_SEEN)
                        .check(MediaTargetRules::notMoved),
                Rule.named("rfc3261/rtp-wrong-port")
                        .title("Media go to a port that the other side did not name")
                        .cites("RFC 3264 5.1")
                        .cites("RFC 4961 3")
                        .supersedes("rfc3261/rtp-refused")
                        .supersedes("rfc3261/rtp-one-way")
                        .on(TalkWindow.answered(
                                "a side sends for 3 s or more to the host that the other names, and to another port than that"
                                        + " which it names and sends from",
                                call -> WrongPort.of(call).isPresent()))
                        .needs(Trait.RTP_SEEN)
                        .check(MediaTargetRules::wrongPort),
                Rule.named("rfc3261/rtp-payload-type")
                        .title("Media are sent in a format that the other side did not list")
                        .cites("RFC 3264 6.1")
                        .cites("RFC 3551 6")
                        .on(TalkWindow.answered(
                                "RTP of a payload type with a fixed meaning, which no description of its receiver has, was"
                                        + " seen for 3 s or more",
                                call -> UnknownPayload.of(call).isPresent()))
                        .needs(Trait.RTP_SEEN)
                        .check(MediaTargetRules::unknownPayload));
    }

    /** Some hosts send from one of their addresses and listen at another: then nobody hangs up for it. */
    private static Optional<StrayMedia> astray(Call call) {
        return StrayMedia.of(call)
                .filter(stray ->
                        isOutsideOf(stray) || (HangUps.soon(call) && HangUps.isBySenderOf(call, stray.description())));
    }

    /** Whether the address that the side names is one of its private network, and its media come from elsewhere. */
    private static boolean isOutsideOf(StrayMedia stray) {
        return HostKind.of(stray.astray().to().host()) == HostKind.PRIVATE
                && HostKind.of(stray.own().from().host()) == HostKind.PUBLIC
                && HostKind.of(stray.astray().from().host()) == HostKind.PUBLIC;
    }

    private static void astray(Call call, Findings findings) {
        StrayMedia stray = astray(call).orElseThrow();
        boolean isPrivate = isOutsideOf(stray);
        String side = Sides.name(call, stray.description());
        findings.diagnose(isPrivate ? Cause.PRIVATE_MEDIA_ADDRESS : Cause.ONE_WAY_MEDIA, isPrivate ? LIKELY : POSSIBLE)
                .origin(Sides.senderOf(call, stray.description()))
                .because(side + " sends its media from " + stray.own().from() + " and asks for media at "
                        + stray.astray().to() + ", and there alone the other side sends them")
                .because(
                        isPrivate
                                ? "that is an address of a private network, which the other side cannot reach, so "
                                        + side + " heard nothing"
                                : "where these are not two addresses of one machine, " + side + " heard nothing; "
                                        + HangUps.told(call) + ", by that side, which fits")
                .evidence(stray.description(), stray.astray())
                .evidence(stray.description(), stray.own())
                .evidenceInBody(stray.description(), "c=")
                .evidence(call.bye())
                .remedy(
                        ADMIN,
                        "Set the address for media that " + stray.description().from()
                                + " names: its public address may have changed, or its NAT setting is missing")
                .confirm("Capture at " + stray.description().from() + ": whether any media arrive");
    }

    private static void refused(Call call, Findings findings) {
        RefusedMedia refused = RefusedMedia.of(call).orElseThrow();
        boolean neitherHeard = Silence.of(call)
                .filter(silence -> silence.byCaller() != refused.byCaller())
                .isPresent();
        boolean hungUpForIt = HangUps.isBySenderOf(call, refused.description());
        refused(call, refused, findings.violation());
        if (neitherHeard || hungUpForIt) {
            Finding diagnosis = findings.diagnose(neitherHeard ? Cause.NO_MEDIA : Cause.ONE_WAY_MEDIA, LIKELY);
            refused(call, refused, diagnosis);
            diagnosis
                    .because(
                            neitherHeard
                                    ? "nothing came from that side either"
                                    : "it was that side that hung up, as people do who hear nothing")
                    .evidence(call.bye());
        }
    }

    private static void refused(Call call, RefusedMedia refused, Finding finding) {
        RtpStream stream = refused.refused();
        String host = stream.to().host();
        RtpStream.Refusal why = stream.refusal().orElseThrow();
        boolean onTheWay = why.reporter().isKnown() && !why.reporter().host().equals(host);
        finding.origin(
                        onTheWay
                                ? new Origin(Origin.NETWORK, why.reporter(), Origin.Basis.SEEN, "")
                                : Sides.senderOf(call, refused.description()))
                .because("for " + Sentences.time(refused.window().within(stream)) + " of the talk "
                        + (onTheWay ? why.reporter() + " refused" : "the host refused") + " the media for "
                        + stream.to() + ": " + meaning(why.kind()))
                .because("that is the address that " + Sides.name(call, refused.description())
                        + " names for media, so that side heard nothing")
                .evidence(refused.description(), stream)
                .evidenceInBody(refused.description(), "c=")
                .evidenceInBody(refused.description(), "m=audio")
                .remedy(
                        ADMIN,
                        onTheWay
                                ? "Let the media ports of " + host + " pass at " + why.reporter()
                                        + ", or mend its route there"
                                : "See whether the program that takes media runs at " + host
                                        + ", whether it opened that port, and whether a firewall rejects the range")
                .confirm("Look at the open UDP sockets of " + host + " during such a call");
    }

    private static String meaning(TransportFailure.Kind kind) {
        return switch (kind) {
            case PROHIBITED -> "a firewall forbids them";
            case UNREACHABLE -> "no way leads there";
            default -> "nothing listens there, or a firewall forbids them";
        };
    }

    private static void wrongPort(Call call, Findings findings) {
        WrongPort wrong = WrongPort.of(call).orElseThrow();
        Optional<RtpStream> refused = call.rtp().streams().stream()
                .filter(stream ->
                        stream.isRefused() && stream.to().equals(wrong.sent().to()))
                .findFirst();
        boolean hungUp = HangUps.soon(call) && HangUps.isBySenderOf(call, wrong.receiver());
        Finding finding = findings.diagnose(Cause.ONE_WAY_MEDIA, refused.isPresent() || hungUp ? LIKELY : POSSIBLE)
                .origin(Sides.senderOf(call, wrong.sender()))
                .because(Sides.name(call, wrong.sender()) + " sent its media to "
                        + wrong.sent().to() + ", a port that "
                        + Sides.name(call, wrong.receiver())
                        + " neither named nor sent from, so that side heard nothing");
        refused.ifPresent(stream ->
                finding.because("the network says that nothing listens there").evidence(wrong.sender(), stream));
        finding.evidence(wrong.sender(), wrong.sent())
                .evidenceInBody(wrong.receiver(), "c=")
                .evidenceInBody(wrong.receiver(), "m=audio")
                .evidence(call.bye())
                .remedy(
                        ADMIN,
                        "See why " + wrong.sender().from() + " does not send to the port of the latest description: an"
                                + " earlier call at that address, or one that it learnt from a packet")
                .confirm("Capture at " + wrong.sender().from() + " from before the call on");
    }

    private static void notMoved(Call call, Findings findings) {
        MovedMedia media = MovedMedia.of(call).orElseThrow();
        findings.diagnose(Cause.ONE_WAY_MEDIA, LIKELY)
                .origin(Sides.senderOf(call, media.sender()))
                .because(Sides.name(call, media.moved()) + " moved its media, "
                        + Sides.name(call, media.sender()) + " agreed and still sent to "
                        + media.sent().to()
                        + ", the socket of before")
                .because("there nobody takes them any more, so " + Sides.name(call, media.moved()) + " heard nothing")
                .evidence(media.sender(), media.sent())
                .evidenceInBody(media.moved(), "c=")
                .evidenceInBody(media.moved(), "m=audio")
                .evidence(call.bye())
                .remedy(
                        ADMIN,
                        "Update " + media.sender().from()
                                + ", or see whether it learnt where to send from the packets that"
                                + " came before and does not unlearn it when an offer says otherwise")
                .confirm("Capture at " + media.sender().from() + " before and after the re-INVITE or UPDATE");
    }

    private static void unknownPayload(Call call, Findings findings) {
        UnknownPayload unknown = UnknownPayload.of(call).orElseThrow();
        int type = unknown.sent().payloadType().orElseThrow();
        findings.diagnose(Cause.CODEC_MISMATCH, LIKELY)
                .origin(Sides.senderOf(call, unknown.sender()))
                .because(Sides.name(call, unknown.sender()) + " sent "
                        + unknown.sent().packets()
                        + " packets of payload type " + type + " ("
                        + Codec.ofPayloadType(type).name()
                        + "), which no session description of the other side lists")
                .because("a receiver need not know what it did not list, so that side probably heard nothing or noise")
                .evidence(unknown.sender(), unknown.sent())
                .evidenceInBody(unknown.receiver(), "m=audio")
                .evidence(call.bye())
                .remedy(
                        ADMIN,
                        "See why " + unknown.sender().from() + " sends another codec than was agreed on: its list of"
                                + " codecs, or a transcoder that it should have asked for")
                .confirm("Play that direction of the capture with the codec of payload type " + type);
    }
}

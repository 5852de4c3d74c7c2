package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.where;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.RtpStream;
import org.callcause.message.Codec;
import org.callcause.message.Media;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.Formats;
import org.callcause.rules.rfc3261.reading.OfferAnswer;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.SeenMedia;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** The formats of an answer, held against those of its offer. */
final class CodecRules {

    private static final String RTPMAP = "rtpmap:";
    private static final int FIRST_DYNAMIC = 96;
    private static final int LAST_DYNAMIC = 127;

    private CodecRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/payload-type-twice")
                        .title("The offer uses one payload type for two formats")
                        .cites("RFC 8866 6.6")
                        .cites("RFC 3264 5.1")
                        .supersedes("rfc3261/offer-not-acceptable")
                        .supersedes("rfc3261/srtp-refused")
                        .on(Refusals.callRefusedWith(400, 488, 606)
                                .and(where(
                                        "a payload type of the offer stands for two formats",
                                        call -> twice(call).isPresent())))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(CodecRules::payloadTypeTwice),
                Rule.named("rfc3261/answer-codec-not-offered")
                        .title("The answer holds no format of the offer")
                        .cites("RFC 3264 6.1")
                        .on(AnsweredSessions.exchanged(
                                "an agreed stream has no format in common",
                                exchange -> Formats.withoutCommon(exchange).isPresent()))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(CodecRules::notOffered),
                Rule.named("rfc3261/rtpmap-missing")
                        .title("A dynamic payload type is not said to mean anything")
                        .cites("RFC 3264 6.1")
                        .cites("RFC 3264 5.1")
                        .on(AnsweredSessions.exchanged(
                                "a payload type from 96 to 127 has no rtpmap",
                                exchange -> unmapped(exchange.answer().activeMedia())
                                        || unmapped(exchange.offer().activeMedia())))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(CodecRules::rtpmapMissing),
                Rule.named("rfc3261/dtmf-not-agreed")
                        .title("Only one side knows key tones as telephone-event")
                        .cites("RFC 4733 2.1")
                        .cites("RFC 3264 6.1")
                        .on(AnsweredSessions.answered(
                                        "telephone-event is in one of the two descriptions",
                                        call -> Sessions.of(call)
                                                .initial()
                                                .flatMap(CodecRules::keyTonesOfOneSide)
                                                .isPresent())
                                .and(Trigger.not(Trigger.sent(Method.INFO))))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(CodecRules::dtmf));
    }

    private static Optional<String> twice(Call call) {
        return Sessions.of(call).request().flatMap(offer -> twice(offer.sdp().media()));
    }

    private static Optional<String> twice(List<Media> all) {
        for (Media media : all) {
            if (Formats.isRtp(media)) {
                Map<String, String> meanings = new HashMap<>();
                for (String attribute : media.attributes()) {
                    int blank = attribute.indexOf(' ');
                    if (attribute.startsWith(RTPMAP) && blank > 0) {
                        String type = attribute.substring(RTPMAP.length(), blank);
                        String known = meanings.putIfAbsent(type, attribute);
                        if (known != null
                                && !known.equals(attribute)
                                && media.formats().contains(type)) {
                            return Optional.of(type);
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static void payloadTypeTwice(Call call, Findings findings) {
        String type = twice(call).orElseThrow();
        Described offer = Sessions.of(call).request().orElseThrow();
        boolean said = Refusals.says(call, "payload", "duplicate");
        findings.diagnose(Cause.CODEC_MISMATCH, said ? CERTAIN : LIKELY)
                .origin(Sides.senderOrWay(call, offer.message()))
                .because("the called side answered " + Telling.answerAndTime(call))
                .because("the offer gives payload type " + type
                        + " two meanings, so a receiver cannot tell which of them a packet has, and may refuse the"
                        + " whole offer")
                .evidenceInBody(offer.message(), "m=")
                .evidenceInBody(offer.message(), "a=rtpmap:" + type)
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason")
                .evidence(call.furthestFinalResponse(), "Warning")
                .remedy(
                        ADMIN,
                        "Give each dynamic format a number of its own in the offering device, or see which element"
                                + " on the way adds the second one")
                .confirm("Send the same offer without one of the two formats");
    }

    private static int dynamic(String format) {
        if (!format.matches("[0-9]{1,3}")) {
            return 0;
        }
        int number = Integer.parseInt(format);
        return number >= FIRST_DYNAMIC && number <= LAST_DYNAMIC ? number : 0;
    }

    private static void notOffered(Call call, Findings findings) {
        OfferAnswer exchange = AnsweredSessions.exchange(
                        call, any -> Formats.withoutCommon(any).isPresent())
                .orElseThrow();
        OfferAnswer.Stream stream = Formats.withoutCommon(exchange).orElseThrow();
        Broken.tell(
                call,
                findings,
                Cause.CODEC_MISMATCH,
                finding -> finding.origin(
                                Sides.senderOrWay(call, exchange.answer().message()))
                        .because(
                                "the offer for " + stream.offered().type() + " holds " + Formats.names(stream.offered())
                                        + ", and the answer " + Formats.names(stream.answered())
                                        + ": an answer has to hold one of the offered formats, so neither side may be able"
                                        + " to play what it gets")
                        .evidenceInBody(
                                exchange.offer().message(),
                                "m=" + stream.offered().type())
                        .evidenceInBody(
                                exchange.answer().message(),
                                "m=" + stream.answered().type())
                        .remedy(
                                ADMIN,
                                "Enable one codec on both sides, and see whether an element on the way rewrites the"
                                        + " codec list of only one direction")
                        .confirm(SeenMedia.confirm(
                                call, "Capture the RTP and compare its payload types with both descriptions")));
    }

    private static boolean unmapped(List<Media> streams) {
        return streams.stream()
                .filter(Formats::isRtp)
                .flatMap(media -> media.codecs().stream())
                .anyMatch(codec -> codec.name().isEmpty() && dynamic(codec.format()) > 0);
    }

    private static void rtpmapMissing(Call call, Findings findings) {
        OfferAnswer exchange = AnsweredSessions.exchange(
                        call,
                        any -> unmapped(any.answer().activeMedia())
                                || unmapped(any.offer().activeMedia()))
                .orElseThrow();
        Described described = unmapped(exchange.answer().activeMedia()) ? exchange.answer() : exchange.offer();
        findings.violation()
                .origin(Sides.senderOrWay(call, described.message()))
                .because("a payload type from 96 to 127 means nothing by itself, and this description names one without"
                        + " the a=rtpmap line that says which codec it is")
                .evidenceInBody(described.message(), "m=")
                .evidenceInBody(described.message(), "a=rtpmap")
                .remedy(ADMIN, "See whether an element on the way drops a=rtpmap lines; else update the device")
                .confirm("Compare with the description as it left its author");
    }

    private static Optional<OfferAnswer.Stream> keyTonesOfOneSide(OfferAnswer exchange) {
        return exchange.agreed().stream()
                .filter(stream -> stream.offered().type().equalsIgnoreCase("audio"))
                .filter(stream -> hasKeyTones(stream.offered()) != hasKeyTones(stream.answered()))
                .filter(stream -> hasVoice(stream.answered()))
                .findFirst();
    }

    private static boolean hasKeyTones(Media media) {
        return media.codecs().stream().anyMatch(CodecRules::isKeyTones);
    }

    private static boolean hasVoice(Media media) {
        return media.codecs().stream().anyMatch(Formats::isOfVoice);
    }

    /** How many packets were seen of the numbers that this side gives them. */
    private static long keyTonesSeen(Call call, Media media) {
        Set<String> numbers = media.codecs().stream()
                .filter(CodecRules::isKeyTones)
                .map(Codec::format)
                .collect(Collectors.toSet());
        return call.rtp().streams().stream()
                .filter(stream ->
                        numbers.contains(String.valueOf(stream.payloadType().orElse(-1))))
                .mapToLong(RtpStream::packets)
                .sum();
    }

    private static boolean isKeyTones(Codec codec) {
        return codec.name().equalsIgnoreCase("telephone-event");
    }

    private static void dtmf(Call call, Findings findings) {
        OfferAnswer exchange = Sessions.of(call).initial().orElseThrow();
        OfferAnswer.Stream stream = keyTonesOfOneSide(exchange).orElseThrow();
        boolean offered = hasKeyTones(stream.offered());
        long sent = keyTonesSeen(call, offered ? stream.offered() : stream.answered());
        findings.notChecked("whether pressed keys arrive: telephone-event is only in the "
                + (offered ? "offer" : "answer")
                + (sent > 0
                        ? ", and " + sent + " of its packets were seen, which the other side need not understand"
                        : ", so keys travel as tones in the audio, if at all"
                                + (SeenMedia.isThere(call) ? "" : "; the RTP of the call would show them")));
    }
}

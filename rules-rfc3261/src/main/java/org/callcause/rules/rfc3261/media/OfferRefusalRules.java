package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Codec;
import org.callcause.message.HeaderName;
import org.callcause.message.Media;
import org.callcause.message.Sdp;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Formats;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.WarningNames;

/** 488, 606 and 415: what the caller offered cannot be used. */
final class OfferRefusalRules {

    /** What nearly every telephone can do (RFC 3551, and RFC 7874 for browsers). */
    private static final Set<String> COMMON_CODECS = Set.of("PCMU", "PCMA");

    /** The Warning code of RFC 3261 20.43. */
    static final int INCOMPATIBLE_MEDIA_FORMAT = 305;

    private static final String LATE_OFFER =
            "the INVITE carries no offer at all, which leaves the offer to the called side"
                    + " and is allowed (RFC 3261 13.2.1); many devices and trunks take only an INVITE that has one";

    private static final String EARLY_OFFER = "Let the calling side put its offer into the INVITE (early offer)";

    private OfferRefusalRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/offer-not-acceptable")
                        .title("The offered media were not acceptable")
                        .cites("RFC 3261 21.4.26")
                        .cites("RFC 3261 21.6.4")
                        .cites("RFC 3264 6")
                        .on(Refusals.callRefusedWith(488, 606))
                        .check(OfferRefusalRules::notAcceptable),
                Rule.named("rfc3261/415-unsupported-body")
                        .title("The type of the body was not understood")
                        .cites("RFC 3261 21.4.13")
                        .on(Refusals.callRefusedWith(415))
                        .check(OfferRefusalRules::unsupportedBody));
    }

    /** Whether the refusal blames the codecs in its own words. */
    static boolean namesCodecs(Call call) {
        return Refusals.says(call, "payload", "codec", "media format", "rtpmap");
    }

    /** Whether the refusal blames the codecs, in its own words or by its Warning. */
    static boolean blamesCodecs(Call call) {
        return namesCodecs(call) || Refusals.warns(call, INCOMPATIBLE_MEDIA_FORMAT);
    }

    private static Optional<TrackedMessage> request(Call call) {
        return call.decisiveAttempt().flatMap(Transaction::request);
    }

    private static void notAcceptable(Call call, Findings findings) {
        List<Media> media = request(call)
                .flatMap(request -> request.message().sdp())
                .map(Sdp::media)
                .orElse(List.of());
        List<String> codecs = voiceCodecs(media);
        List<Media> streams =
                media.stream().filter(line -> !ExtensionRules.isFax(line)).toList();
        boolean fax = streams.size() < media.size();
        boolean late = isLateOffer(call);
        boolean encryptedOnly = !streams.isEmpty() && streams.stream().allMatch(Encryption::isRequired);
        boolean named = namesCodecs(call);
        boolean warned = Refusals.warns(call, INCOMPATIBLE_MEDIA_FORMAT);
        // Every telephone has audio: who warns that the type is missing (304) lacks the codecs.
        boolean rareVoice = !codecs.isEmpty()
                && !encryptedOnly
                && !holdsCommonCodec(codecs)
                && media.stream().allMatch(line -> line.type().equalsIgnoreCase("audio"));
        Optional<Cause> otherWarning = warned
                ? Optional.empty()
                : OfferWarnings.cause(call)
                        .map(blamed -> rareVoice && blamed.equals(Cause.MEDIA_TYPE_UNSUPPORTED)
                                ? Cause.CODEC_MISMATCH
                                : blamed);
        boolean unsaid = !named && !warned && otherWarning.isEmpty();
        boolean doubtful = unsaid && (encryptedOnly || codecs.isEmpty() || holdsCommonCodec(codecs));
        Cause cause = otherWarning.orElse(
                late ? Cause.INTERWORKING : unsaid && encryptedOnly ? Cause.SRTP_MISMATCH : Cause.CODEC_MISMATCH);
        Finding finding = findings.diagnose(cause, warned && !fax && !late ? CERTAIN : doubtful ? POSSIBLE : LIKELY)
                .because("the called side answered " + Telling.answerAndTime(call)
                        + (late ? "" : ": it will not use what the INVITE offered")
                        + (call.finalStatus() == 606 ? ", and says that no other place would either" : ""));
        if (named) {
            finding.because("its own words name the codecs or payload types, so look there first");
        }
        WarningNames.told(call).ifPresent(finding::because);
        finding.because(late ? LATE_OFFER : offered(codecs, encryptedOnly, unsaid));
        if (unsaid && !encryptedOnly && holdsCommonCodec(codecs)) {
            otherReadings(finding, media);
        }
        request(call).ifPresent(request -> finding.evidenceInBody(request, "m="));
        finding.evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Warning")
                .evidence(call.furthestFinalResponse(), "Reason");
        if (late) {
            finding.title("An INVITE without an offer of media was not acceptable")
                    .remedy(ADMIN, EARLY_OFFER)
                    .remedy(CALLER, "Try another device")
                    .confirm("Send the same INVITE with an offer of PCMA or PCMU, and see whether it is taken");
            return;
        }
        finding.remedy(
                        ADMIN,
                        "Compare the m= lines and codecs of the offer with what the callee's device, and each border"
                                + " element before it, has enabled, and enable one codec on both sides")
                .remedy(
                        ADMIN,
                        "If the codecs fit, compare encryption (RTP/SAVP against RTP/AVP), the IP version and ICE")
                .remedy(CALLER, "Try another device")
                .confirm(
                        "Let the callee call: its own offer shows the codecs, the encryption and the IP version that it"
                                + " takes")
                .confirm("Send the same offer with a single common codec, PCMA or PCMU, and see whether it is taken");
    }

    private static boolean isLateOffer(Call call) {
        return request(call)
                .map(TrackedMessage::message)
                .filter(invite -> invite.hasIntactStructure() && invite.bodyLength() == 0)
                .filter(invite -> invite.contentLength().orElse(0) == 0)
                .isPresent();
    }

    private static boolean holdsCommonCodec(List<String> codecs) {
        for (String codec : codecs) {
            if (COMMON_CODECS.contains(codec.toUpperCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static String offered(List<String> codecs, boolean encryptedOnly, boolean unsaid) {
        if (codecs.isEmpty()) {
            return "the INVITE was captured without a session description that offers audio";
        }
        String offered = "the offer held " + Sentences.all(codecs);
        if (encryptedOnly) {
            return offered + ", only with encryption (RTP/SAVP)"
                    + (unsaid ? ": a callee without SRTP must refuse that" : "");
        }
        if (!holdsCommonCodec(codecs)) {
            return offered + ", and none of the codecs that every telephone knows (PCMU, PCMA)";
        }
        return unsaid
                ? offered + ", which nearly every telephone takes, and the answer does not say what it dislikes: the"
                        + " callee, or an element before it, may have these codecs switched off, or refuse another"
                        + " part of the offer"
                : offered;
    }

    /** What else of an offer with ordinary codecs is refused, and what would tell (RFC 3261 20.43). */
    private static void otherReadings(Finding finding, List<Media> media) {
        finding.ratherThan(
                        Cause.SRTP_MISMATCH,
                        "The callee takes encrypted media only",
                        "the offer is " + media.get(0).protocol()
                                + "; a callee that demands RTP/SAVP or DTLS refuses that, and its own offers, or a"
                                + " Warning 302, would show it")
                .ratherThan(
                        Cause.INTERWORKING,
                        "Another part of the session description is refused",
                        "a Warning would name the address family (300, 301), the bandwidth (303, 370) or an attribute"
                                + " such as the packet time (306, 307), and none came")
                .ratherThan(
                        Cause.MEDIA_TYPE_UNSUPPORTED,
                        "The number or the kind of the media lines is refused",
                        media.size() == 1
                                ? "there is one m= line, " + media.get(0).type() + ", which every telephone has"
                                : "there are " + media.size() + " m= lines ("
                                        + Sentences.all(
                                                media.stream().map(Media::type).toList())
                                        + "); a callee may set the port of one it lacks to 0, so it need not refuse");
    }

    private static List<String> voiceCodecs(List<Media> media) {
        Set<String> names = new LinkedHashSet<>();
        for (Media line : media) {
            if (line.type().equalsIgnoreCase("audio")) {
                for (Codec codec : line.codecs()) {
                    if (Formats.isOfVoice(codec)) {
                        names.add(codec.name());
                    }
                }
            }
        }
        return List.copyOf(names);
    }

    private static void unsupportedBody(Call call, Findings findings) {
        String type = request(call)
                .flatMap(request -> request.message().contentType())
                .orElse("of unknown type");
        boolean late = isLateOffer(call);
        boolean plain = type.strip().equalsIgnoreCase("application/sdp")
                && request(call)
                        .filter(request -> !request.message().has(HeaderName.CONTENT_ENCODING))
                        .isPresent();
        Finding finding = findings.diagnose(Cause.MEDIA_TYPE_UNSUPPORTED, plain || late ? POSSIBLE : LIKELY)
                .because("the called side answered " + Telling.answerAndTime(call)
                        + (late ? "" : ": it cannot read the body of the INVITE, which is " + type));
        if (late) {
            finding.because(LATE_OFFER).remedy(ADMIN, EARLY_OFFER);
        }
        if (plain) {
            finding.because("every telephone reads that type, so what it means may be the media described there: some"
                            + " devices say 415 of a codec that they lack, where 488 is the word")
                    .remedy(ADMIN, "Compare the codecs of the offer with those that the called side has enabled");
        }
        finding.evidence(request(call), "Content-Type")
                .evidence(request(call), "Content-Encoding")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Accept")
                .evidence(call.furthestFinalResponse(), "Accept-Encoding")
                .remedy(
                        ADMIN,
                        "Let the border element remove bodies that the far side does not know (ISUP, XML), and send"
                                + " plain application/sdp")
                .confirm("The Accept header of the response lists the types that it takes");
    }
}

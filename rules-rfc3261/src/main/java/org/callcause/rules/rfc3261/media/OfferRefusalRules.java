package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Codec;
import org.callcause.message.Media;
import org.callcause.message.Sdp;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Telling;

/** 488, 606 and 415: what the caller offered cannot be used. */
final class OfferRefusalRules {

    /** What nearly every telephone can do (RFC 3551, and RFC 7874 for browsers). */
    private static final Set<String> COMMON_CODECS = Set.of("PCMU", "PCMA");

    /** The Warning code of RFC 3261 20.43. */
    private static final int INCOMPATIBLE_MEDIA_FORMAT = 305;

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
    private static boolean namesCodecs(Call call) {
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
        Optional<Sdp> offer = request(call).flatMap(request -> request.message().sdp());
        List<Media> media = offer.map(Sdp::media).orElse(List.of());
        List<String> codecs = voiceCodecs(media);
        boolean encryptedOnly = !media.isEmpty() && media.stream().allMatch(Encryption::isRequired);
        boolean warned = Refusals.warns(call, INCOMPATIBLE_MEDIA_FORMAT);
        boolean named = namesCodecs(call);
        Cause cause = encryptedOnly && !warned && !named ? Cause.SRTP_MISMATCH : Cause.CODEC_MISMATCH;
        Finding finding = findings.diagnose(cause, warned ? CERTAIN : encryptedOnly && !named ? POSSIBLE : LIKELY)
                .because("the called side answered " + Telling.answer(call) + " " + Telling.after(call)
                        + ": it will not use what the INVITE offered"
                        + (call.finalStatus() == 606 ? ", and says that no other place would either" : ""));
        if (named) {
            finding.because("its own words name the codecs or payload types, so look there first");
        }
        explainOffer(finding, codecs, encryptedOnly, warned || named);
        if (warned) {
            finding.because("the Warning 305 says incompatible media format");
        }
        request(call).ifPresent(request -> finding.evidenceInBody(request, "m="));
        finding.evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Warning")
                .evidence(call.furthestFinalResponse(), "Reason")
                .remedy(
                        ADMIN,
                        "Compare the m= lines and codecs of the offer with what the callee's device has enabled, and"
                                + " enable one codec on both sides")
                .remedy(
                        ADMIN,
                        "If the codecs fit, compare encryption (RTP/SAVP against RTP/AVP), the IP version and ICE")
                .remedy(CALLER, "Try another device")
                .confirm("Send the same offer with a single common codec, PCMA or PCMU, and see whether it is taken");
    }

    private static void explainOffer(
            Finding finding, List<String> codecs, boolean encryptedOnly, boolean blamesCodecs) {
        if (codecs.isEmpty()) {
            finding.because("the INVITE was captured without a session description that offers audio");
            return;
        }
        boolean common =
                codecs.stream().map(codec -> codec.toUpperCase(Locale.ROOT)).anyMatch(COMMON_CODECS::contains);
        String offered = "the offer held " + Telling.list(codecs);
        if (encryptedOnly) {
            finding.because(offered + ", only with encryption (RTP/SAVP)"
                    + (blamesCodecs ? "" : ": a callee without SRTP must refuse that"));
        } else if (common) {
            finding.because(
                    offered + "; the callee, it seems, accepts none of these codecs although common ones were offered,"
                            + " so its own list is probably empty or set to something unusual");
        } else {
            finding.because(offered + ", and none of the codecs that every telephone knows (PCMU, PCMA)");
        }
    }

    private static List<String> voiceCodecs(List<Media> media) {
        return media.stream()
                .filter(line -> line.type().equalsIgnoreCase("audio"))
                .flatMap(line -> line.codecs().stream())
                .map(Codec::name)
                .filter(name -> !CodecRules.BESIDE_VOICE.contains(name.toUpperCase(Locale.ROOT)))
                .distinct()
                .toList();
    }

    private static void unsupportedBody(Call call, Findings findings) {
        String type = request(call)
                .flatMap(request -> request.message().contentType())
                .orElse("of unknown type");
        findings.diagnose(Cause.MEDIA_TYPE_UNSUPPORTED, LIKELY)
                .because("the called side answered " + Telling.answer(call) + " " + Telling.after(call)
                        + ": it cannot read the body of the INVITE, which is " + type)
                .evidence(request(call), "Content-Type")
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

package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.message.Media;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.HangUps;
import org.callcause.rules.rfc3261.reading.OfferAnswer;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** Encrypted media that only one side wants, or whose keys do not fit. */
final class EncryptionRules {

    private EncryptionRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/srtp-refused")
                        .title("One side insists on encrypted media, and the other refuses")
                        .cites("RFC 3264 6")
                        .cites("RFC 4568 7.1")
                        .supersedes("rfc3261/offer-not-acceptable")
                        .on(Refusals.callRefusedWith(488, 606, 415)
                                .and(where(
                                        "all offered media are encrypted, or the refusal asks for encryption",
                                        call -> offersOnlyEncrypted(call) || asksForEncryption(call)))
                                .and(where(
                                        "neither a Warning nor its words blame something else",
                                        call -> !OfferRefusalRules.blamesCodecs(call)
                                                && OfferWarnings.cause(call)
                                                        .filter(cause -> !cause.equals(Cause.SRTP_MISMATCH))
                                                        .isEmpty())))
                        .check(EncryptionRules::refused),
                Rule.named("rfc3261/srtp-keys")
                        .title("The keys for encrypted media do not fit each other")
                        .cites("RFC 4568 5.1.2")
                        .cites("RFC 4568 5.1.3")
                        .cites("RFC 5763 5")
                        .cites("RFC 4145 4")
                        .on(AnsweredSessions.exchanged(
                                "an encrypted stream has no key, a suite that was not offered, or two sides of one"
                                        + " role",
                                exchange -> fault(exchange).isPresent()))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(EncryptionRules::keys));
    }

    private static Optional<Described> offer(Call call) {
        return Sessions.of(call).request();
    }

    private static boolean offersOnlyEncrypted(Call call) {
        return call.has(Trait.UNUSUAL_SESSION)
                && offer(call)
                        .filter(offer -> offer.activeMedia().stream().allMatch(Encryption::isRequired))
                        .isPresent();
    }

    private static boolean asksForEncryption(Call call) {
        return namesEncryption(call)
                && offer(call)
                        .filter(offer -> offer.activeMedia().stream().noneMatch(Encryption::isRequired))
                        .isPresent();
    }

    /** Whether the refusal speaks of encryption in its phrase, its Reason or its Warning. */
    private static boolean namesEncryption(Call call) {
        return Refusals.says(call, "srtp", "encrypt", "savp", "crypto") || OfferWarnings.nameEncryption(call);
    }

    private static void refused(Call call, Findings findings) {
        boolean encrypted = offersOnlyEncrypted(call);
        boolean said = namesEncryption(call);
        Described offer = offer(call).orElseThrow();
        String protocol =
                offer.activeMedia().stream().findFirst().map(Media::protocol).orElse("RTP");
        Finding finding = findings.diagnose(Cause.SRTP_MISMATCH, said ? LIKELY : POSSIBLE)
                .because("the called side answered " + Telling.answerAndTime(call));
        if (encrypted) {
            finding.because("the INVITE offers media as " + protocol
                            + " only, that is with encryption, and a callee without SRTP has to refuse that")
                    .because("a callee that does SRTP may still have refused the codecs");
        } else {
            finding.because("the INVITE offers plain " + protocol + ", and the refusal speaks of encryption");
        }
        finding.evidenceInBody(offer.message(), "m=")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Warning")
                .remedy(ADMIN, "Set media encryption the same way on both sides: required, optional or off")
                .remedy(ADMIN, "Or let a border element between them end the encryption")
                .confirm("Send the same call with and without encryption, and see which is taken");
    }

    private static Optional<String> fault(OfferAnswer exchange) {
        return exchange.agreed().stream()
                .map(stream -> fault(exchange, stream))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> fault(OfferAnswer exchange, OfferAnswer.Stream stream) {
        if (!Encryption.isRequired(stream.offered()) || !Encryption.isRequired(stream.answered())) {
            return Optional.empty();
        }
        if (Encryption.answersUnknownSuite(stream)) {
            return Optional.of(
                    "the offer has keys for " + Sentences.all(stream.offered().crypto())
                            + ", and the answer one for "
                            + Sentences.all(stream.answered().crypto())
                            + ", which was not offered");
        }
        if (Encryption.answersOtherTag(stream)) {
            return Optional.of(
                    "the answer names " + Sentences.all(stream.answered().crypto())
                            + " under the tag of another suite of the offer, so the two sides may take different"
                            + " suites for agreed");
        }
        boolean keysOffered = !stream.offered().crypto().isEmpty();
        // Older browsers name the protocol of the handshake RTP/SAVPF too (RFC 8829 5.1.2).
        boolean handshake = has(exchange.offer(), stream.offered(), "fingerprint")
                && (!keysOffered
                        || stream.offered().protocol().toUpperCase(Locale.ROOT).startsWith("UDP/TLS"));
        if (handshake) {
            return handshakeFault(exchange, stream);
        }
        return keysOffered && stream.answered().crypto().isEmpty()
                ? Optional.of("the offer has keys for "
                        + Sentences.all(stream.offered().crypto()) + ", and the answer takes "
                        + stream.answered().protocol() + " without a key of its own")
                : Optional.empty();
    }

    private static Optional<String> handshakeFault(OfferAnswer exchange, OfferAnswer.Stream stream) {
        if (!has(exchange.answer(), stream.answered(), "fingerprint")) {
            return Optional.of(
                    "the offer announces a DTLS handshake with a fingerprint, and the answer has none, so the"
                            + " caller cannot know whose keys it gets");
        }
        String offered = stream.offered().attribute("setup").orElse("");
        String answered = stream.answered().attribute("setup").orElse("");
        boolean conflict = answered.equals("actpass")
                || (offered.equals("active") && answered.equals("active"))
                || (offered.equals("passive") && answered.equals("passive"));
        return conflict
                ? Optional.of("the offer has setup:" + offered + " and the answer setup:" + answered
                        + ", so it is not settled who begins the DTLS handshake")
                : Optional.empty();
    }

    private static boolean has(Described described, Media media, String attribute) {
        return media.attribute(attribute).isPresent()
                || described.sdp().attributes().stream().anyMatch(line -> line.startsWith(attribute + ":"));
    }

    private static void keys(Call call, Findings findings) {
        OfferAnswer exchange =
                AnsweredSessions.exchange(call, any -> fault(any).isPresent()).orElseThrow();
        String fault = fault(exchange).orElseThrow();
        // Without a key that fits nothing is heard: only a call that lasted shows that the two got along.
        if (!HangUps.lasted(call)) {
            keys(call, exchange, fault, findings.diagnose(Cause.SRTP_MISMATCH, LIKELY));
        }
        keys(call, exchange, fault, findings.violation());
    }

    private static void keys(Call call, OfferAnswer exchange, String fault, Finding finding) {
        finding.origin(Sides.senderOrWay(call, exchange.answer().message()))
                .because(fault)
                .because("without keys that fit, each side drops what it cannot decrypt")
                .evidenceInBody(exchange.offer().message(), "m=")
                .evidenceInBody(exchange.answer().message(), "m=")
                .evidenceInBody(exchange.answer().message(), "a=setup")
                .remedy(
                        ADMIN,
                        "Enable one common suite on both sides, and see that no element between them drops"
                                + " a=crypto, a=fingerprint or a=setup")
                .confirm("The log of either device counts packets that failed authentication");
    }
}

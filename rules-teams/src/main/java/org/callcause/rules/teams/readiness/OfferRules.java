package org.callcause.rules.teams.readiness;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import java.util.function.Predicate;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Media;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.teams.facts.Documents;
import org.callcause.rules.teams.facts.Places;
import org.callcause.rules.teams.recognition.TeamsCall;
import org.callcause.rules.teams.recognition.Telling;

/** Offers of the SBC that Microsoft refused: no offer, no encryption, no common codec, doubled numbers, no ICE. */
public final class OfferRules {

    private static final String CODE_488 = "Microsoft: Direct Routing, SIP response code 488 (2024-11-22)";

    private OfferRules() {}

    /** The rules of this file. */
    public static List<Rule> rules() {
        return List.of(
                Rule.named("teams/offer-missing")
                        .title("The SBC called Teams without an offer")
                        .cites(Documents.SIP_PROTOCOL)
                        .cites("Microsoft: Direct Routing, SIP response code 415 (2025-08-18)")
                        .supersedes("rfc3261/415-unsupported-body")
                        .supersedes("rfc3261/offer-not-acceptable")
                        .on(status(400, 415, 488)
                                .and(TeamsCall.directRouting(
                                        "Microsoft refuses an INVITE that has no body",
                                        teams -> teams.isRefusedByMicrosoft()
                                                && teams.requestToMicrosoft()
                                                        .filter(invite ->
                                                                invite.message().bodyLength() == 0)
                                                        .isPresent())))
                        .check(OfferRules::missing),
                refused("teams/488-srtp")
                        .title("The SBC offered media that are not encrypted as Teams requires")
                        .on(refusedOffer("without " + Offers.SUITE, audio -> !Offers.isEncrypted(audio)))
                        .check(OfferRules::srtp),
                refused("teams/488-codec")
                        .title("The SBC offered no codec that Teams has")
                        .on(refusedOffer(
                                "without SILK, G.711, G.722 and G.729",
                                audio -> Offers.isEncrypted(audio) && !Offers.hasCodec(audio)))
                        .check(OfferRules::codec),
                refused("teams/488-payload-type")
                        .title("A payload type of the SBC's offer stands for two things")
                        .cites("RFC 8866 6.6")
                        .on(refusedOffer(
                                "with a payload type number that stands for two things",
                                audio -> Offers.doubledPayloadType(audio).isPresent()))
                        .check(OfferRules::payloadType),
                refused("teams/488-ice")
                        .title("The SBC's offer has no ICE candidates, which media bypass needs")
                        .on(refusedOffer(
                                "with encryption and codecs in order, but without ICE candidates",
                                audio -> Offers.isEncrypted(audio)
                                        && Offers.hasCodec(audio)
                                        && Offers.doubledPayloadType(audio).isEmpty()
                                        && !Offers.hasCandidates(audio)))
                        .check(OfferRules::ice));
    }

    private static Rule.Builder refused(String id) {
        return Rule.named(id)
                .cites(CODE_488)
                .cites(Documents.MEDIA_PROTOCOL)
                .supersedes("rfc3261/offer-not-acceptable")
                .supersedes("rfc3261/q850-release");
    }

    private static Trigger refusedOffer(String sentence, Predicate<Media> predicate) {
        return status(488)
                .and(TeamsCall.directRouting(
                        "Microsoft refuses an offer " + sentence,
                        teams -> Offers.refusedAudio(teams).filter(predicate).isPresent()));
    }

    private static Finding begin(Call call, Findings findings, Cause cause, Likelihood likelihood) {
        TeamsCall teams = TeamsCall.of(call).orElseThrow();
        TrackedMessage invite = teams.requestToMicrosoft().orElseThrow();
        return findings.diagnose(cause, likelihood)
                .origin(teams.sender(invite, "offered by the SBC " + invite.from()))
                .because(Telling.ending(teams))
                .evidence(invite)
                .evidenceInBody(invite, "m=audio")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Reason");
    }

    private static Media audio(Call call) {
        return TeamsCall.of(call).flatMap(Offers::refusedAudio).orElseThrow();
    }

    private static void missing(Call call, Findings findings) {
        begin(call, findings, Cause.MEDIA_TYPE_UNSUPPORTED, LIKELY)
                .because("the INVITE has no session description; Microsoft does not make the first offer itself")
                .remedy(ADMIN, "Let the SBC offer early: an INVITE towards Teams carries the SBC's SDP")
                .confirm(Places.USAGE_REPORT + "; 415 with 540415 is expected")
                .confirm(Places.OUTSIDE_CALLER);
    }

    private static void srtp(Call call, Findings findings) {
        Media audio = audio(call);
        begin(call, findings, Cause.SRTP_MISMATCH, LIKELY)
                .because("the SBC offered audio as " + audio.protocol()
                        + (audio.crypto().isEmpty() ? " without a key" : " with " + String.join(", ", audio.crypto()))
                        + "; Microsoft takes only SRTP, and of its suites " + Offers.SUITE + " has to be among them")
                .remedy(ADMIN, "Switch SRTP on for the trunk to Teams, with " + Offers.SUITE + " and keys in the SDP")
                .confirm(Places.USAGE_REPORT + "; 488 with 531000 and SrtpEncryptionRequired is expected")
                .confirm(Places.OUTSIDE_CALLER);
    }

    private static void codec(Call call, Findings findings) {
        begin(call, findings, Cause.CODEC_MISMATCH, LIKELY)
                .because("the SBC offered "
                        + String.join(", ", Offers.codecNames(audio(call)))
                        + "; Microsoft takes SILK, G.711, G.722 and G.729")
                .remedy(ADMIN, "Offer one of SILK, G.711, G.722 or G.729 towards Teams, by transcoding if need be")
                .confirm(Places.USAGE_REPORT + "; 488 with 531000 and CannotSupportAnyMedia is expected")
                .confirm(Places.OUTSIDE_CALLER);
    }

    private static void payloadType(Call call, Findings findings) {
        Offers.Doubled doubled = Offers.doubledPayloadType(audio(call)).orElseThrow();
        TrackedMessage invite =
                TeamsCall.of(call).flatMap(TeamsCall::requestToMicrosoft).orElseThrow();
        begin(call, findings, Cause.CONFORMANCE, LIKELY)
                .because("payload type " + doubled.number() + " stands for " + doubled.first() + " and for "
                        + doubled.second() + " in the offer: an SBC that adds a codec may take a number that the"
                        + " carrier has given to another one")
                .evidenceInBody(invite, "a=rtpmap:" + doubled.number() + " ")
                .remedy(ADMIN, "Let the SBC take a free payload type for the codecs that it adds")
                .confirm(Places.administrator(
                        "the carrier's offer and the SBC's offer to Teams side by side: who took the"
                                + " number first"))
                .confirm(Places.OUTSIDE_CALLER);
    }

    private static void ice(Call call, Findings findings) {
        begin(call, findings, Cause.ICE_FAILED, POSSIBLE)
                .because("the offer is encrypted and has a codec that Microsoft takes, but no ICE candidates")
                .because("that is right for a trunk without media bypass; where the trunk is set to bypass Microsoft"
                        + " refuses it")
                .remedy(ADMIN, "Switch ICE lite on in the SBC, or media bypass off for this trunk")
                .confirm(Places.administrator("whether the gateway has media bypass switched on"))
                .confirm(Places.USAGE_REPORT + "; 488 with 531027 would confirm it")
                .confirm(Places.OUTSIDE_CALLER);
    }
}

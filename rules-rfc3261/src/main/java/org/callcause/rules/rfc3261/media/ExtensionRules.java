package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.where;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Media;
import org.callcause.message.Method;
import org.callcause.message.Sdp;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Preconditions (RFC 3312) and fax over IP (T.38). */
final class ExtensionRules {

    /** Who hears no fax gives up after 35 s (timer T1 of T.30, 5 s to either side); a page takes as long. */
    private static final Duration NO_PAGE = Duration.ofSeconds(40);

    private ExtensionRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/precondition-failed")
                        .title("The media resources that the call depends on could not be had")
                        .cites("RFC 3312 8")
                        .on(Refusals.callRefusedWith(580))
                        .check(ExtensionRules::precondition),
                Rule.named("rfc3261/fax-refused")
                        .title("The change to fax (T.38) was refused")
                        .cites("RFC 3264 6")
                        .cites("RFC 3261 21.4.26")
                        .supersedes("rfc3261/offer-not-acceptable")
                        .supersedes("rfc3261/415-unsupported-body")
                        .on(method(Method.INVITE)
                                .and(responded(488, 415, 606))
                                .and(where(
                                        "a call for fax alone, or a change to fax, was refused",
                                        call -> refusedFax(call).isPresent())))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(ExtensionRules::fax),
                Rule.named("rfc3261/fax-beside-audio-refused")
                        .title("Audio and fax (T.38) were offered together and refused, perhaps for the fax")
                        .cites("RFC 3264 6")
                        .cites("RFC 3261 21.4.26")
                        .on(Refusals.callRefusedWith(488, 415, 606)
                                .and(where(
                                        "the INVITE offered udptl beside other media, and the refusal names nothing"
                                                + " else",
                                        call -> besideAudio(call).isPresent() && !isLaidToElse(call))))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(ExtensionRules::faxBesideAudio));
    }

    private static void precondition(Call call, Findings findings) {
        Optional<Described> request = Sessions.of(call).request();
        Finding finding = findings.diagnose(Cause.CAPACITY_EXCEEDED, LIKELY)
                .because("the called side answered " + Telling.answerAndTime(call)
                        + ": the caller made the call depend on reserved media resources (quality of service), and the"
                        + " reservation failed or was not wanted");
        request.ifPresent(offer -> finding.evidenceInBody(offer.message(), "a=curr")
                .evidenceInBody(offer.message(), "a=des")
                .evidence(offer.message(), "Require"));
        finding.evidence(call.furthestFinalResponse())
                .remedy(
                        ADMIN,
                        "Find out why the access network did not grant the bearer, or make the precondition"
                                + " optional")
                .remedy(CALLER, "Try again later")
                .confirm("The a=curr lines of the last description say which side had no resources");
    }

    private static Optional<Transaction> refusedFax(Call call) {
        return call.transactions(Method.INVITE).stream()
                .filter(invite -> List.of(488, 415, 606).contains(invite.finalStatus()))
                .filter(invite -> invite.requestMessage()
                        .flatMap(request -> request.sdp())
                        .filter(sdp -> invite.isInitial() ? isFaxOnly(sdp) : hasFax(sdp))
                        .isPresent())
                .filter(invite -> !invite.isInitial() || Optional.of(invite).equals(call.decisiveAttempt()))
                .findFirst();
    }

    private static boolean hasFax(Sdp sdp) {
        return sdp.media().stream().anyMatch(ExtensionRules::isFax);
    }

    /** Beside audio it need not be the fax that was refused: who lacks it sets its port to 0. */
    private static boolean isFaxOnly(Sdp sdp) {
        return sdp.media().stream().allMatch(media -> media.rejected() || isFax(media)) && hasFax(sdp);
    }

    static boolean isFax(Media media) {
        return media.type().equalsIgnoreCase("image")
                && media.protocol().toLowerCase(Locale.ROOT).contains("udptl")
                && !media.rejected();
    }

    private static void fax(Call call, Findings findings) {
        Transaction invite = refusedFax(call).orElseThrow();
        TrackedMessage request = invite.request().orElseThrow();
        TrackedMessage refusal = invite.finalResponse().orElseThrow();
        boolean within = !invite.isInitial();
        boolean retried = within
                && call.transactions(Method.INVITE).stream()
                        .anyMatch(later -> later.request()
                                        .filter(next -> next.index() > refusal.index())
                                        .isPresent()
                                && later.finalStatus() / 100 == 2);
        if (retried
                || (within
                        && !call.bye()
                                .flatMap(bye -> Traffic.between(refusal, bye))
                                .filter(gap -> gap.compareTo(NO_PAGE) < 0)
                                .isPresent())) {
            findings.notChecked("whether the fax got through: the change to T.38 was refused with " + refusal.status()
                    + ", and the call went on, so the fax may have gone as audio; the fax log would tell");
            return;
        }
        Finding finding = findings.diagnose(Cause.MEDIA_TYPE_UNSUPPORTED, within ? LIKELY : CERTAIN)
                .title(within ? "The change to fax (T.38) was refused" : "The call for fax (T.38) was refused");
        if (within) {
            finding.origin(Sides.senderOf(call, refusal));
        }
        finding.because("the " + (within ? "call was to change to fax over IP" : "call was offered as fax over IP")
                        + " (T.38, m=image udptl), and the other side refused that with " + refusal.status())
                .evidence(request)
                .evidenceInBody(request, "m=image")
                .evidence(refusal)
                .evidence(call.bye())
                .remedy(
                        ADMIN,
                        "Enable T.38 on the refusing side, or let the sending side fall back to fax as audio"
                                + " (G.711 passthrough)")
                .confirm("Look at the fax log: did it fall back to audio, and at which page did it stop");
    }

    /** The offer of a refused call that held fax beside what was not fax. */
    private static Optional<TrackedMessage> besideAudio(Call call) {
        return call.decisiveAttempt()
                .flatMap(Transaction::request)
                .filter(request -> request.message()
                        .sdp()
                        .filter(sdp -> hasFax(sdp) && !isFaxOnly(sdp))
                        .isPresent());
    }

    /** Whether the refusal says that it is about the fax, in its words or by Warning 304 (media type not available). */
    private static boolean isLaidToFax(Call call) {
        return Refusals.says(call, "t.38", "t38", "fax", "udptl") || Refusals.warns(call, 304);
    }

    private static boolean isLaidToElse(Call call) {
        return !isLaidToFax(call)
                && (OfferRefusalRules.namesCodecs(call)
                        || OfferWarnings.cause(call).isPresent());
    }

    private static void faxBesideAudio(Call call, Findings findings) {
        TrackedMessage request = besideAudio(call).orElseThrow();
        boolean said = isLaidToFax(call);
        findings.diagnose(Cause.MEDIA_TYPE_UNSUPPORTED, said ? LIKELY : POSSIBLE)
                .because("the INVITE offered fax over IP (T.38, m=image udptl) together with "
                        + Sentences.all(others(request)) + ", and the called side answered "
                        + Telling.answerAndTime(call))
                .because(
                        said
                                ? "the refusal says itself that it is about the fax, or about a kind of media, of which"
                                        + " the fax is the less common"
                                : (Refusals.warns(call, OfferRefusalRules.INCOMPATIBLE_MEDIA_FORMAT)
                                                ? "its Warning 305 may mean the codecs or the T.38"
                                                : "it does not say which of them it refused")
                                        + ": who lacks only T.38 is to answer with port"
                                        + " 0 for it and take the rest, but some devices refuse the whole call for it")
                .evidence(request)
                .evidenceInBody(request, "m=image")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Warning")
                .remedy(
                        ADMIN,
                        "Let the calling side begin with audio alone and change to T.38 when it hears the fax, or enable"
                                + " T.38 on the called side")
                .confirm("Send the same INVITE without its m=image line: where that is taken, it was the fax");
    }

    private static List<String> others(TrackedMessage request) {
        return request.message().sdp().stream()
                .flatMap(sdp -> sdp.media().stream())
                .filter(media -> !media.rejected() && !isFax(media))
                .map(media -> media.type().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}

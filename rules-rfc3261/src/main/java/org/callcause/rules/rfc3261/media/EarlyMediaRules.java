package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.MessagePattern.response;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.some;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Media;
import org.callcause.message.Method;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.ReliableResponses;
import org.callcause.rules.rfc3261.reading.SeenMedia;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;

/** What is described before the answer: ringing tones and announcements (RFC 3960). */
final class EarlyMediaRules {

    private static final Trigger NOT_ANSWERED =
            method(Method.INVITE).and(Trigger.not(ended(Disposition.Kind.ANSWERED)));

    private EarlyMediaRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/answer-changed")
                        .title("The answer names other media than the provisional response of the same dialog did")
                        .cites("RFC 3261 13.2.1")
                        .cites("RFC 6337 3.1.1")
                        .on(responded(180, 181, 182, 183)
                                .and(AnsweredSessions.answered(
                                        "the session in the 2xx differs from that in an earlier 18x with its To tag",
                                        call -> changed(call).isPresent())))
                        .needs(Trait.UNUSUAL_SESSION)
                        .check(EarlyMediaRules::changedAnswer),
                Rule.named("rfc3261/early-media-unheard")
                        .title("Early media were announced, and the capture does not show what the caller heard")
                        .cites("RFC 3960 3")
                        .cites("RFC 3262 3")
                        .cites("RFC 6337 3.1.1")
                        .on(responded(180, 181, 182, 183)
                                .and(NOT_ANSWERED)
                                .and(where(
                                        "a provisional response describes a session",
                                        call -> !Sessions.of(call).early().isEmpty())))
                        .needs(some(response(180, 181, 182, 183).with("Content-Type")))
                        .check(EarlyMediaRules::unheard));
    }

    /** The earlier description, of the same dialog and not brought up to date in between, that differs. */
    private static Optional<Described> changed(Call call) {
        Sessions sessions = Sessions.of(call);
        if (sessions.answer().isEmpty() || sessions.request().isEmpty() || updatedBeforeAnswer(call)) {
            return Optional.empty();
        }
        Described answer = sessions.answer().get();
        return sessions.early().stream()
                .filter(early ->
                        early.message().message().hasSameToTag(answer.message().message()))
                .filter(early -> !targets(early).equals(targets(answer)))
                .findFirst();
    }

    private static boolean updatedBeforeAnswer(Call call) {
        return call.transactions().stream()
                .anyMatch(change ->
                        change.method().equals(Method.UPDATE) || change.method().equals(Method.PRACK));
    }

    /** Where media go and in which format, which is what the caller took for the answer. */
    private static List<String> targets(Described described) {
        return described.activeMedia().stream()
                .map(media -> media.type() + " " + media.connectionAddress().orElse("") + " " + media.port() + " "
                        + firstFormat(media))
                .toList();
    }

    private static String firstFormat(Media media) {
        return media.formats().stream().findFirst().orElse("");
    }

    private static void changedAnswer(Call call, Findings findings) {
        Described early = changed(call).orElseThrow();
        Described answer = Sessions.of(call).answer().orElseThrow();
        Broken.tell(
                call,
                findings,
                Cause.ONE_WAY_MEDIA,
                POSSIBLE,
                finding -> finding.origin(Sides.senderOrWay(call, answer.message()))
                        .because("the " + early.message().status() + " described the session already, and the "
                                + answer.message().status()
                                + " of the same dialog names another address, port or format: a caller may keep the"
                                + " first description and go on sending to where nobody listens; many take over the"
                                + " second")
                        .evidenceInBody(early.message(), "c=")
                        .evidenceInBody(early.message(), "m=")
                        .evidenceInBody(answer.message(), "c=")
                        .evidenceInBody(answer.message(), "m=")
                        .remedy(
                                ADMIN,
                                "Let the answering side use a new To tag for another session, or change the session"
                                        + " with UPDATE or a re-INVITE")
                        .confirm(SeenMedia.confirm(
                                call, "Capture the RTP: does the caller send to the first or to the second address")));
    }

    private static void unheard(Call call, Findings findings) {
        List<Described> early = Sessions.of(call).early();
        TrackedMessage first = early.get(0).message();
        long dialogs = early.stream()
                .map(described -> described.message().message().toTag().orElse(""))
                .distinct()
                .count();
        StringBuilder why = new StringBuilder("what the caller heard before the end: the " + first.status()
                + " describes early media, which may be a ringing tone or an announcement that says why the"
                + " call fails");
        if (dialogs > 1) {
            why.append("; ").append(dialogs).append(" places described some, and a caller plays one of them, or a mix");
        }
        if (!ReliableResponses.isReliable(first)) {
            why.append("; it was not sent reliably, so the caller may have missed it");
        }
        if (ringsBeside(call)) {
            why.append("; a 180 without a session came too, and devices differ in whether they then play their own"
                    + " ringing or what they receive");
        }
        if (!SeenMedia.isThere(call)) {
            why.append("; the RTP before the end of the call would tell");
        }
        findings.notChecked(why.toString());
    }

    private static boolean ringsBeside(Call call) {
        return call.decisiveAttempt().map(Transaction::responses).orElse(List.of()).stream()
                .anyMatch(response ->
                        response.status() == 180 && response.message().bodyLength() == 0);
    }
}

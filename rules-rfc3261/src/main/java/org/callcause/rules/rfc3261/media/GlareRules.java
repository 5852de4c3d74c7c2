package org.callcause.rules.rfc3261.media;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.responded;
import static org.callcause.rule.Trigger.timed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Media;
import org.callcause.message.Method;
import org.callcause.message.Sdp;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Described;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sessions;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Changes of the session that both sides make at once (RFC 3261 14.1). */
final class GlareRules {

    /** RFC 3261 14.1: the owner of the Call-ID waits from 2.1 to 4 s, the other side up to 2 s; network delay beside. */
    private static final Duration OWNER_WAITS_AT_LEAST = Duration.ofMillis(2_100);

    /** By then both waiting times are over, and the second try is on its way. */
    private static final Duration TRIED_AGAIN_BY_THEN = Duration.ofSeconds(5);

    /** Changes that met, the one of the side that has to try again first before the other. */
    private record Crossed(Transaction first, Transaction second) {}

    private static final Search<Crossed> GIVEN_UP = new Search<>(
            "two changes met and were both refused with 491, and no side tried again though the call went on for 5 s",
            GlareRules::givenUp);

    private GlareRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/glare")
                        .title("Both sides changed the session at once")
                        .cites("RFC 3261 14.1")
                        .cites("RFC 3261 14.2")
                        .cites("RFC 3311 5.2")
                        .on(method(Method.INVITE)
                                .and(responded(491))
                                .and(timed(
                                        "after a 491 the change was not tried again as it should, or the call ended",
                                        call -> badGlare(call).isPresent())))
                        .needs(Trait.CHANGE)
                        .check(GlareRules::glare),
                Rule.named("rfc3261/glare-given-up")
                        .title("Both sides changed the session at once, and neither tried again")
                        .cites("RFC 3261 14.1")
                        .on(method(Method.INVITE).and(responded(491)).and(GIVEN_UP.foundInTime()))
                        .needs(Trait.CHANGE)
                        .check(GIVEN_UP.then(GlareRules::tellGivenUp)));
    }

    private record Glare(Transaction refused, Optional<Transaction> retry, boolean ended) {}

    private static Optional<Glare> badGlare(Call call) {
        List<Transaction> changes = Sessions.changes(call);
        Optional<TrackedMessage> bye = call.bye();
        for (Transaction change : changes) {
            if (change.finalStatus() != 491) {
                continue;
            }
            TrackedMessage refusal = change.finalResponse().orElseThrow();
            Optional<Transaction> retry = changes.stream()
                    .filter(later -> later.fromTag().equals(change.fromTag()))
                    .filter(later -> later.request()
                            .filter(request -> request.index() > refusal.index())
                            .isPresent())
                    .findFirst();
            boolean early = isOfOwner(call, change)
                    && retry.flatMap(Transaction::request)
                            .filter(request -> Traffic.within(refusal, request, OWNER_WAITS_AT_LEAST.minusMillis(100)))
                            .isPresent();
            boolean left = retry.isEmpty()
                    && bye.filter(end -> Traffic.within(refusal, end, SessionChangeRules.AT_ONCE))
                            .isPresent();
            if (early || left) {
                return Optional.of(new Glare(change, retry, left));
            }
        }
        return Optional.empty();
    }

    private static void glare(Call call, Findings findings) {
        Glare glare = badGlare(call).orElseThrow();
        TrackedMessage refusal = glare.refused().finalResponse().orElseThrow();
        Finding finding = glare.ended() ? findings.diagnose(Cause.GLARE, LIKELY) : findings.violation();
        finding.because("both sides had a change under way, so one was refused with 491, which is in order once")
                .evidence(glare.refused().request())
                .evidence(refusal);
        if (glare.ended()) {
            TrackedMessage bye = call.bye().orElseThrow();
            finding.origin(Sides.senderOf(call, bye))
                    .because("instead of trying again after a moment, the call was ended "
                            + Traffic.between(refusal, bye).map(Sentences::time).orElse("soon") + " later")
                    .evidence(bye);
        } else {
            TrackedMessage retry = glare.retry().flatMap(Transaction::request).orElseThrow();
            finding.origin(Sides.senderOf(call, retry))
                    .because("the side that made the call tried again after "
                            + Traffic.between(refusal, retry)
                                    .map(Sentences::time)
                                    .orElse("an unknown time")
                            + "; it has to wait from 2.1 to 4 s, so that the other side, which waits less than 2 s,"
                            + " goes first")
                    .evidence(retry);
        }
        finding.remedy(
                        ADMIN,
                        "Update the device that does not keep to the waiting times, or switch off changes of the"
                                + " session right after the answer (direct media, early session refresh)")
                .confirm("The log of the device that tried again shows its waiting time");
    }

    private static Optional<Crossed> givenUp(Call call) {
        List<Transaction> refused = Sessions.changes(call).stream()
                .filter(change ->
                        change.finalStatus() == 491 && change.request().isPresent())
                .toList();
        return refused.stream()
                .flatMap(one -> refused.stream()
                        .filter(other -> !isOfOwner(call, one) && isOfOwner(call, other))
                        .filter(other -> leftBefore(one, other) && leftBefore(other, one))
                        .map(other -> new Crossed(one, other)))
                .filter(crossed -> asksForMore(call, crossed.first()) || asksForMore(call, crossed.second()))
                .filter(crossed -> wentOnWithout(call, crossed))
                .findFirst();
    }

    private static boolean isOfOwner(Call call, Transaction change) {
        return call.decisiveAttempt()
                .filter(attempt -> attempt.isFromSameSideAs(change))
                .isPresent();
    }

    private static boolean leftBefore(Transaction one, Transaction other) {
        return one.request().orElseThrow().index()
                < other.finalResponse().orElseThrow().index();
    }

    /** A mere refresh that met another is missed by nobody until the session expires, of which other rules tell. */
    private static boolean asksForMore(Call call, Transaction change) {
        TrackedMessage request = change.request().orElseThrow();
        Optional<Described> before = Sessions.of(call).exchanges().stream()
                .flatMap(exchange -> Stream.of(exchange.offer(), exchange.answer()))
                .filter(described -> described.message().index() < request.index())
                .filter(described -> Sides.same(call, described.message(), request))
                .reduce((earlier, later) -> later);
        Optional<Sdp> wanted = request.message().sdp();
        return before.isPresent()
                && wanted.filter(sdp -> differ(before.get().sdp().media(), sdp.media()))
                        .isPresent();
    }

    private static boolean differ(List<Media> before, List<Media> wanted) {
        if (before.size() != wanted.size()) {
            return true;
        }
        for (int i = 0; i < wanted.size(); i++) {
            Media old = before.get(i);
            Media next = wanted.get(i);
            if (!old.type().equals(next.type())
                    || old.port() != next.port()
                    || !old.direction().equals(next.direction())
                    || !old.connectionAddress().equals(next.connectionAddress())) {
                return true;
            }
        }
        return false;
    }

    private static boolean wentOnWithout(Call call, Crossed crossed) {
        TrackedMessage one = crossed.first().finalResponse().orElseThrow();
        TrackedMessage other = crossed.second().finalResponse().orElseThrow();
        TrackedMessage last = one.index() > other.index() ? one : other;
        boolean untouched = Sessions.changes(call).stream()
                .flatMap(change -> change.request().stream())
                .noneMatch(request -> request.index() > last.index());
        return untouched
                && call.bye()
                        .map(bye -> Traffic.apart(last, bye, TRIED_AGAIN_BY_THEN))
                        .orElse(Traffic.observedAfter(call, last, SipTimers.TRANSACTION_LIFETIME));
    }

    private static void tellGivenUp(Call call, Findings findings, Crossed crossed) {
        TrackedMessage first = crossed.first().request().orElseThrow();
        TrackedMessage second = crossed.second().request().orElseThrow();
        TrackedMessage refusal = crossed.first().finalResponse().orElseThrow();
        Finding finding = findings.diagnose(Cause.GLARE, LIKELY)
                .origin(Sides.likelySender(call, first, "which had to go first, and the other side as well"))
                .because("both sides sent a change of the session at once, and both refused the other's with 491, which"
                        + " is in order once: the side that made the call tries again after 2.1 to 4 s, the other"
                        + " within 2 s")
                .because("neither did, so what they asked for (hold, another codec, another address) never happened"
                        + call.bye()
                                .flatMap(bye -> Traffic.between(refusal, bye))
                                .map(rest -> ", and the call went on as before for " + Sentences.time(rest))
                                .orElse(""));
        finding.evidence(first)
                .evidenceInBody(first, "a=send")
                .evidenceInBody(first, "a=recvonly")
                .evidenceInBody(first, "a=inactive")
                .evidence(second)
                .evidence(refusal)
                .evidence(crossed.second().finalResponse())
                .remedy(ADMIN, "Update the devices: a change that got 491 has to be tried again, or its user told")
                .remedy(USER, "Press the button again: a second later the two no longer meet")
                .confirm("The log of either device shows what it did with the 491");
    }
}

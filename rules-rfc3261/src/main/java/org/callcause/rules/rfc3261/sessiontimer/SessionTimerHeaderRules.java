package org.callcause.rules.rfc3261.sessiontimer;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.CERTAIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.SessionExpires;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** How session timers are negotiated (RFC 4028). */
final class SessionTimerHeaderRules {

    /** RFC 4028 4 and 5: no interval may be shorter. */
    private static final long SHORTEST = 90;

    private SessionTimerHeaderRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/session-timer-without-refresher")
                        .title("An answer sets a session timer and does not say who refreshes")
                        .cites("RFC 4028 9")
                        .on(carries("Session-Expires")
                                .and(where(
                                        "a 2xx has Session-Expires without refresher",
                                        call -> withoutRefresher(call).isPresent())))
                        .needs(Trait.UNUSUAL_SESSION_TIMER)
                        .check(SessionTimerHeaderRules::tellWithoutRefresher),
                Rule.named("rfc3261/session-timer-not-required")
                        .title("An answer lets the caller's side refresh and does not require the timer")
                        .cites("RFC 4028 9")
                        .on(carries("Session-Expires")
                                .and(where(
                                        "a 2xx has refresher=uac without Require: timer",
                                        call -> notRequired(call).isPresent())))
                        .needs(Trait.UNUSUAL_SESSION_TIMER)
                        .check(SessionTimerHeaderRules::tellNotRequired),
                Rule.named("rfc3261/session-timer-below-90")
                        .title("A session timer is shorter than 90 s")
                        .cites("RFC 4028 4")
                        .cites("RFC 4028 5")
                        .on(carries("Session-Expires")
                                .or(carries("Min-SE"))
                                .and(where(
                                        "a Session-Expires or Min-SE is below 90",
                                        call -> tooShort(call).isPresent())))
                        .needs(Trait.UNUSUAL_SESSION_TIMER)
                        .check(SessionTimerHeaderRules::tellTooShort),
                Rule.named("rfc3261/422-interval-too-small")
                        .title("The session timer was too short, and the caller did not try again with a longer one")
                        .cites("RFC 4028 6")
                        .cites("RFC 4028 7.4")
                        .on(Refusals.callRefusedWith(422))
                        .check(SessionTimerHeaderRules::tellIntervalTooSmall),
                Rule.named("rfc3261/session-timer-raised")
                        .title("An answer sets a longer session timer than was asked for")
                        .cites("RFC 4028 9")
                        .on(carries("Session-Expires")
                                .and(where(
                                        "a 2xx has a larger Session-Expires than its request",
                                        call -> raised(call).isPresent())))
                        .needs(Trait.UNUSUAL_SESSION_TIMER)
                        .check(SessionTimerHeaderRules::tellRaised));
    }

    private static Stream<TrackedMessage> answers(Call call) {
        return SessionTimer.exchanges(call)
                .flatMap(one -> one.finalResponse().stream())
                .filter(answer -> answer.status() / 100 == 2)
                .filter(answer -> answer.message().sessionExpires().isPresent());
    }

    private static Optional<TrackedMessage> withoutRefresher(Call call) {
        return answers(call)
                .filter(answer -> answer.message()
                        .sessionExpires()
                        .flatMap(SessionExpires::refresher)
                        .isEmpty())
                .findFirst();
    }

    private static Finding broken(Call call, Findings findings, TrackedMessage by) {
        return findings.violation().origin(Sides.senderOrWay(call, by));
    }

    private static void tellWithoutRefresher(Call call, Findings findings) {
        TrackedMessage answer = withoutRefresher(call).orElseThrow();
        broken(call, findings, answer)
                .because("the " + answer.status() + " of " + answer.from() + " sets a session timer without a refresher"
                        + " parameter, so each side may leave the refresh to the other")
                .evidence(answer)
                .evidence(answer, "Session-Expires")
                .remedy(ADMIN, "Let " + answer.from() + " write refresher=uac or refresher=uas into its 2xx");
    }

    private static Optional<TrackedMessage> notRequired(Call call) {
        return answers(call)
                .filter(answer -> answer.message()
                        .sessionExpires()
                        .flatMap(SessionExpires::refresher)
                        .filter("uac"::equalsIgnoreCase)
                        .isPresent())
                .filter(answer -> answer.message().headerValues(HeaderName.REQUIRE).stream()
                        .noneMatch(
                                value -> value.strip().toLowerCase(Locale.ROOT).equals("timer")))
                .findFirst();
    }

    private static void tellNotRequired(Call call, Findings findings) {
        TrackedMessage answer = notRequired(call).orElseThrow();
        broken(call, findings, answer)
                .because("the " + answer.status() + " of " + answer.from()
                        + " leaves the refresh to the side that asked,"
                        + " and lacks Require: timer, which tells that side that it has to")
                .evidence(answer)
                .evidence(answer, "Session-Expires")
                .remedy(ADMIN, "Let " + answer.from() + " add Require: timer wherever it answers refresher=uac");
    }

    private static Optional<TrackedMessage> tooShort(Call call) {
        return call.messages().stream()
                .filter(message -> shortest(message).orElse(SHORTEST) < SHORTEST)
                .findFirst();
    }

    private static OptionalLong shortest(TrackedMessage message) {
        return Stream.of(HeaderName.SESSION_EXPIRES, HeaderName.MIN_SE)
                .flatMap(name -> message.message().header(name).stream())
                .flatMap(value -> SessionExpires.parse(value).stream())
                .mapToLong(SessionExpires::seconds)
                .min();
    }

    private static void tellTooShort(Call call, Findings findings) {
        TrackedMessage message = tooShort(call).orElseThrow();
        broken(call, findings, message)
                .because("the message asks for " + shortest(message).orElseThrow()
                        + " s, and no session timer may be shorter than 90 s")
                .evidence(message, "Session-Expires")
                .evidence(message, "Min-SE")
                .remedy(ADMIN, "Set the session timer of " + message.from() + " to 90 s or more; 1800 s is usual");
    }

    private static void tellIntervalTooSmall(Call call, Findings findings) {
        TrackedMessage response = call.finalResponse().orElseThrow();
        List<Transaction> refused = call.attempts().stream()
                .filter(attempt -> attempt.finalStatus() == 422)
                .toList();
        Optional<TrackedMessage> request = refused.get(refused.size() - 1).request();
        Optional<String> least = response.message().header(HeaderName.MIN_SE);
        Finding finding = findings.diagnose(Cause.SESSION_INTERVAL_TOO_SMALL, request.isPresent() ? CERTAIN : LIKELY)
                .because("the called side answered " + Telling.answerAndTime(call)
                        + least.map(value -> " and wants a session timer of at least " + value + " s")
                                .orElse(", without the Min-SE that would say how long the timer must be"));
        Optional<SessionExpires> asked = request.flatMap(one -> one.message().sessionExpires());
        asked.ifPresent(timer -> finding.because("the INVITE had asked for " + timer.seconds() + " s"));
        // Whoever writes the timer is to take over what the answer asks for (RFC 4028 7.4).
        if (asked.isPresent()
                && least.flatMap(SessionExpires::parse)
                        .filter(wanted -> wanted.seconds() > asked.get().seconds())
                        .isPresent()) {
            finding.origin(Refusals.callerRefusedBy(call));
        }
        if (refused.size() > 1) {
            finding.because("the caller tried " + refused.size() + " times and did not take over the value");
        } else {
            finding.because("the caller is to try again with that value, and did not");
        }
        finding.evidence(request, "Session-Expires")
                .evidence(request, "Min-SE")
                .evidence(response)
                .evidence(response, "Min-SE")
                .ratherThan(
                        Cause.SESSION_TIMER_EXPIRED,
                        "A session timer ran out",
                        "nothing had been answered yet: the timer was refused before it could start")
                .remedy(ADMIN, "Set the session timer of the caller's side to the Min-SE of the answer or more")
                .remedy(CALLER, "Nothing helps until the setting is changed")
                .confirm("Call once more with Session-Expires at the value of Min-SE");
    }

    private static Optional<Hop> raised(Call call) {
        return SessionTimer.exchanges(call)
                .flatMap(one -> one.hops().stream())
                .filter(hop -> seconds(hop.finalResponse().filter(response -> response.status() / 100 == 2)) > 0)
                .filter(hop -> seconds(hop.request()) > 0 && seconds(hop.finalResponse()) > seconds(hop.request()))
                .findFirst();
    }

    private static long seconds(Optional<TrackedMessage> message) {
        return message.flatMap(one -> one.message().sessionExpires())
                .map(SessionExpires::seconds)
                .orElse(0L);
    }

    private static void tellRaised(Call call, Findings findings) {
        Hop hop = raised(call).orElseThrow();
        TrackedMessage answer = hop.finalResponse().orElseThrow();
        broken(call, findings, answer)
                .because(hop.to() + " answers with a session timer of " + seconds(hop.finalResponse()) + " s where "
                        + seconds(hop.request()) + " s had been asked for; it may only make it shorter")
                .evidence(hop.request(), "Session-Expires")
                .evidence(answer, "Session-Expires")
                .remedy(ADMIN, "Let " + hop.to() + " answer with the asked time or a shorter one");
    }
}

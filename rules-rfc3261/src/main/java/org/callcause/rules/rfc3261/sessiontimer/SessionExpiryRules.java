package org.callcause.rules.rfc3261.sessiontimer;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.USER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.timed;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.SipTimers;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.dialog.Transport;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rule.Trigger;
import org.callcause.rules.rfc3261.reading.Telling;

/** Answered calls that a session timer ended: who had to refresh, when, and who hung up. */
final class SessionExpiryRules {

    /** Timers run late or early by this much, and no more. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private static final Pattern NAMES_TIMER = Pattern.compile(
            "(?i)(?<!rtp |media )\\bsession[ _-]?(timer|time[ -]?out|timed out|expire|interval|refresh)");

    private static final Trigger AGREED =
            ended(Disposition.Kind.ANSWERED).and(method(Method.INVITE)).and(carries("Session-Expires"));

    private SessionExpiryRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/session-expired")
                        .title("The session timer ran out, because no refresh came")
                        .cites("RFC 4028 10")
                        .cites("RFC 4028 7.2")
                        .on(AGREED.and(timed(
                                "the side that waits for the refresh hangs up when the timer makes it, or a side says that"
                                        + " the timer ran out",
                                SessionExpiryRules::expired)))
                        .needs(Trait.UNUSUAL_SESSION_TIMER)
                        .check(SessionExpiryRules::tellExpired),
                Rule.named("rfc3261/session-refresh-failed")
                        .title("A refresh of the session got no good answer, and the call was ended for it")
                        .cites("RFC 4028 10")
                        .cites("RFC 3261 12.2.1.2")
                        .on(AGREED.and(timed(
                                "a refresh got 408, 481 or nothing, and its sender hung up",
                                call -> brokenRefresh(call).isPresent())))
                        .needs(Trait.CHANGE)
                        .check(SessionExpiryRules::tellBroken),
                Rule.named("rfc3261/session-refresh-refused")
                        .title("The refresh of the session was refused until its time ran out")
                        .cites("RFC 4028 10")
                        .on(AGREED.and(timed(
                                "a refresh was refused, and the call ended when the timer ran out",
                                call -> refusedRefresh(call).isPresent())))
                        .needs(Trait.CHANGE)
                        .check(SessionExpiryRules::tellRefused),
                Rule.named("rfc3261/session-not-refreshed")
                        .title("The side that had to refresh the session did not")
                        .cites("RFC 4028 7.2")
                        .cites("RFC 4028 10")
                        .on(AGREED.and(timed(
                                "the session went on past its expiry without a refresh", SessionExpiryRules::overdue)))
                        .needs(Trait.UNUSUAL_SESSION_TIMER)
                        .check(SessionExpiryRules::tellOverdue));
    }

    private static boolean expired(Call call) {
        Optional<SessionTimer> timer = SessionTimer.of(call);
        Optional<TrackedMessage> bye = SessionTimer.bye(call);
        if (timer.isEmpty() || bye.isEmpty() || timer.get().refresherTag().isEmpty()) {
            return false;
        }
        SessionTimer running = timer.get();
        Duration age = running.sinceRefresh(bye.get());
        return running.failedRefreshes(call).isEmpty()
                && (saysSo(bye.get())
                        ? age.compareTo(running.givingUp().minus(SLACK)) >= 0
                        : !running.isByRefresher(bye.get()) && isAtExpiry(running, age));
    }

    /** Whether the BYE names the session timer as its reason. */
    private static boolean saysSo(TrackedMessage bye) {
        return bye.message().reasons().stream()
                .flatMap(reason -> reason.text().stream())
                .anyMatch(text -> NAMES_TIMER.matcher(text).find());
    }

    private static boolean isAtExpiry(SessionTimer timer, Duration age) {
        return age.compareTo(timer.givingUp().minus(SLACK)) >= 0
                && age.compareTo(timer.interval().plus(SLACK)) <= 0;
    }

    private static void tellExpired(Call call, Findings findings) {
        SessionTimer timer = SessionTimer.of(call).orElseThrow();
        TrackedMessage bye = SessionTimer.bye(call).orElseThrow();
        Duration age = timer.sinceRefresh(bye);
        boolean onTheDot = isNear(age, timer.givingUp()) || isNear(age, timer.interval());
        String refresher = timer.whoRefreshes(call);
        boolean said = saysSo(bye);
        boolean byRefresher = timer.isByRefresher(bye);
        Finding finding = findings.diagnose(Cause.SESSION_TIMER_EXPIRED, said || onTheDot ? LIKELY : POSSIBLE)
                .origin(new Origin(
                        refresher.equals("the caller") ? Origin.CALLER : Origin.CALLED_SIDE,
                        byRefresher ? bye.from() : bye.to(),
                        Origin.Basis.INFERRED,
                        "its refresh did not get as far as this capture"))
                .because("both sides agreed on a session of " + Sentences.time(timer.interval()) + " that " + refresher
                        + " had to refresh, which was due " + Sentences.time(timer.refreshDue())
                        + " after the last 2xx")
                .because("no refresh was captured, and " + (byRefresher ? "the same side" : "the other side")
                        + " hung up " + Sentences.time(age) + " after that 2xx"
                        + (byRefresher
                                ? ""
                                : "; a side that waits in vain is to give up at " + Sentences.time(timer.givingUp())
                                        + ", before the time is over"))
                .because("a refresh that was sent and lost on the way looks the same here")
                .evidence(timer.answer())
                .evidence(timer.answer(), "Session-Expires")
                .evidence(bye)
                .evidence(bye, "Reason");
        if (said) {
            finding.because("its BYE says that the session timer ended the call");
        }
        if (timer.refreshDue().compareTo(Duration.ofSeconds(45)) > 0) {
            finding.ratherThan(
                    Cause.NAT_SIGNALLING,
                    "A NAT or firewall forgot the connection",
                    "the BYE came through, at the very time that the session timer sets");
        }
        finding.remedy(
                        ADMIN,
                        "Find out why " + refresher + " sends no refresh: session timer switched off after the"
                                + " negotiation, or a border element or NAT binding that swallows"
                                + " the re-INVITE or UPDATE")
                .remedy(USER, "If calls always end after the same time, tell the administrator that time")
                .confirm("Capture at " + refresher + ": does it send a re-INVITE or UPDATE at half the time")
                .confirm("Whether other calls end at the same age");
    }

    private static boolean isNear(Duration age, Duration moment) {
        return age.minus(moment).abs().compareTo(SLACK) <= 0;
    }

    private static Optional<Transaction> brokenRefresh(Call call) {
        return lastRefresh(call).filter(one -> {
            int status = one.finalStatus();
            return status == 408 || status == 481 || (status == 0 && wasGivenUp(one, call));
        });
    }

    /** Repeated without an answer until 64·T1, then ended; a capture that lost one answer shows neither. */
    private static boolean wasGivenUp(Transaction refresh, Call call) {
        boolean repeated = refresh.sendings() > 1 || refresh.firstHop().transport() != Transport.UDP;
        TrackedMessage request = refresh.request().orElseThrow();
        Duration untilBye = SessionTimer.bye(call)
                .map(bye -> Duration.ofNanos(bye.nanos() - request.nanos()))
                .orElse(Duration.ZERO);
        return repeated && isNear(untilBye, SipTimers.TRANSACTION_LIFETIME);
    }

    /** The last refresh that failed, where the side that tried it hung up after it. */
    private static Optional<Transaction> lastRefresh(Call call) {
        Optional<TrackedMessage> bye = SessionTimer.bye(call);
        return SessionTimer.of(call)
                .flatMap(timer -> timer.failedRefreshes(call).stream().reduce((earlier, later) -> later))
                .filter(one ->
                        one.request().orElseThrow().message().sessionExpires().isPresent())
                .filter(one -> bye.filter(end -> end.message().fromTag().equals(Optional.of(one.fromTag()))
                                && end.nanos() > one.request().orElseThrow().nanos())
                        .isPresent());
    }

    private static void tellBroken(Call call, Findings findings) {
        Transaction refresh = brokenRefresh(call).orElseThrow();
        TrackedMessage request = refresh.request().orElseThrow();
        TrackedMessage bye = SessionTimer.bye(call).orElseThrow();
        String outcome = refresh.finalStatus() == 0
                ? "no final answer, though it was sent " + refresh.sendings() + " times"
                : "the answer " + refresh.finalStatus();
        Finding finding = findings.diagnose(Cause.SESSION_TIMER_EXPIRED, LIKELY)
                .origin(new Origin(
                        Origin.NETWORK, request.to(), Origin.Basis.INFERRED, "or the way from " + request.from()))
                .because(request.from() + " refreshed the session with "
                        + refresh.method().name() + " and got " + outcome)
                .because("after that the sender has to end the call, and did so "
                        + Sentences.time(Duration.ofNanos(bye.nanos() - request.nanos())) + " later")
                .because("the signalling path, or the far side's memory of the call, broke while people talked")
                .evidence(request)
                .evidence(request, "Session-Expires");
        refresh.finalResponse().ifPresent(finding::evidence);
        finding.evidence(bye)
                .ratherThan(
                        Cause.LOST_BYE,
                        "The other side had hung up and its BYE was lost",
                        "nothing was captured of a BYE from there; only a capture at that side could show one")
                .remedy(
                        ADMIN,
                        "Check the path of in-dialog requests: Contact and Record-Route, NAT bindings and connection"
                                + " time-outs, and whether an element on the way restarted or dropped the call")
                .confirm("Capture at " + request.to() + " at the time of the refresh");
    }

    private static Optional<Transaction> refusedRefresh(Call call) {
        Optional<SessionTimer> timer = SessionTimer.of(call);
        Optional<TrackedMessage> bye = SessionTimer.bye(call);
        if (timer.isEmpty()
                || bye.isEmpty()
                || !isAtExpiry(timer.get(), timer.get().sinceRefresh(bye.get()))) {
            return Optional.empty();
        }
        return timer.get().failedRefreshes(call).stream()
                .filter(one -> one.finalStatus() >= 300 && one.finalStatus() != 408 && one.finalStatus() != 481)
                .filter(one ->
                        one.request().orElseThrow().message().sessionExpires().isPresent())
                .reduce((earlier, later) -> later);
    }

    private static void tellRefused(Call call, Findings findings) {
        Transaction refresh = refusedRefresh(call).orElseThrow();
        SessionTimer timer = SessionTimer.of(call).orElseThrow();
        TrackedMessage bye = SessionTimer.bye(call).orElseThrow();
        TrackedMessage answer = refresh.finalResponse().orElseThrow();
        findings.diagnose(Cause.SESSION_TIMER_EXPIRED, LIKELY)
                .origin(new Origin(Origin.NETWORK, answer.from(), Origin.Basis.INFERRED, "it refused the refresh"))
                .because("the " + refresh.method().name() + " that was to refresh the session was answered "
                        + Telling.answer(answer) + ", and only a 2xx prolongs it")
                .because("the call was ended " + Sentences.time(timer.sinceRefresh(bye))
                        + " after the last 2xx, when its " + Sentences.time(timer.interval()) + " ran out")
                .evidence(refresh.request())
                .evidence(answer)
                .evidence(timer.answer(), "Session-Expires")
                .evidence(bye)
                .remedy(
                        ADMIN,
                        "Let " + answer.from()
                                + " accept a re-INVITE or UPDATE within the call, and the sender act on the"
                                + " code that it got: credentials for 401 and 407, a later try after 491 or 500")
                .confirm("The log of " + answer.from() + " for that request");
    }

    private static boolean overdue(Call call) {
        Optional<SessionTimer> timer = SessionTimer.of(call);
        Optional<TrackedMessage> last =
                call.messages().stream().filter(TrackedMessage::hasTime).reduce((earlier, later) -> later);
        return timer.isPresent()
                && timer.get().refresherTag().isPresent()
                && last.isPresent()
                && timer.get()
                                .sinceRefresh(last.get())
                                .compareTo(timer.get().interval().plus(SLACK))
                        > 0
                && timer.get().failedRefreshes(call).isEmpty();
    }

    private static void tellOverdue(Call call, Findings findings) {
        SessionTimer timer = SessionTimer.of(call).orElseThrow();
        TrackedMessage last = call.messages().get(call.messages().size() - 1);
        String refresher = timer.whoRefreshes(call);
        findings.violation()
                .origin(new Origin(
                        refresher.equals("the caller") ? Origin.CALLER : Origin.CALLED_SIDE,
                        refresher.equals("the caller")
                                ? call.caller()
                                : timer.answer().from(),
                        Origin.Basis.INFERRED,
                        "a refresh that took another way was not captured"))
                .because("the session of " + Sentences.time(timer.interval()) + " was to be refreshed by " + refresher
                        + ", and the dialog was still in use " + Sentences.time(timer.sinceRefresh(last))
                        + " after the last 2xx without a refresh in this capture")
                .evidence(timer.answer())
                .evidence(timer.answer(), "Session-Expires")
                .evidence(last)
                .remedy(ADMIN, "Switch the session timer on at " + refresher + ", or off in the negotiation")
                .confirm("Capture at " + refresher + ": does a re-INVITE or UPDATE leave it at half the time");
    }
}

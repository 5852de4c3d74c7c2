package org.callcause.rules.rfc3261.transfer;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.method;
import static org.callcause.rule.Trigger.sent;
import static org.callcause.rule.Trigger.where;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Sides;

/** How REFER, its subscription and its notifications are written (RFC 3515, RFC 6665). */
final class ReferFormRules {

    /** RFC 6665 4.1.3: reasons that end a subscription which nobody asked to end. */
    private static final Set<String> LOST = Set.of("deactivated", "probation", "rejected", "timeout", "giveup");

    private ReferFormRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/refer-to-count")
                        .title("A REFER does not name exactly one target")
                        .cites("RFC 3515 2.4.2")
                        .on(sent(Method.REFER)
                                .and(where(
                                        "a REFER has no Refer-To, or several",
                                        call -> miscounted(call).isPresent())))
                        .check(ReferFormRules::tellMiscounted),
                Rule.named("rfc3261/refer-notify-id")
                        .title("A notification does not say which of several transfers it is about")
                        .cites("RFC 3515 2.4.6")
                        .on(sent(Method.REFER)
                                .and(where(
                                        "a second REFER of the dialog gets a NOTIFY without an id",
                                        call -> unnamed(call).isPresent())))
                        .check(ReferFormRules::tellUnnamed),
                Rule.named("rfc3261/refer-final-notify")
                        .title("The last notification of a transfer does not end its subscription")
                        .cites("RFC 3515 2.4.7")
                        .on(sent(Method.REFER)
                                .and(where(
                                        "a final outcome was notified, and never terminated;reason=noresource",
                                        call -> unended(call).isPresent())))
                        .check(ReferFormRules::tellUnended),
                Rule.named("rfc3261/notify-refused")
                        .title("A notification met a side that had forgotten the subscription")
                        .cites("RFC 6665 4.1.3")
                        .cites("RFC 6665 4.2.2")
                        .on(sent(Method.NOTIFY)
                                .and(where(
                                        "a NOTIFY was answered 481",
                                        call -> !forgotten(call).isEmpty())))
                        .check(ReferFormRules::tellForgotten),
                Rule.named("rfc3261/subscription-lost")
                        .title("The subscription ended though nobody had asked to end it")
                        .cites("RFC 6665 4.1.3")
                        .on(method(Method.SUBSCRIBE)
                                .and(where(
                                        "a NOTIFY ends the subscription for a reason of the notifier's",
                                        call -> lost(call).isPresent())))
                        .check(ReferFormRules::tellLost),
                Rule.named("rfc3261/accepted-202")
                        .title("202 says no more than that a REFER or SUBSCRIBE was taken")
                        .cites("RFC 6665 8.3.1")
                        .cites("RFC 7647 5")
                        .on(sent(Method.REFER, Method.SUBSCRIBE)
                                .and(where(
                                        "a REFER or SUBSCRIBE was answered 202, and no notification tells more",
                                        call -> accepted202(call).isPresent())))
                        .check(ReferFormRules::tellAccepted202));
    }

    private static Finding broken(Call call, Findings findings, TrackedMessage by) {
        return findings.violation().origin(Sides.senderOf(call, by));
    }

    private static Optional<TrackedMessage> miscounted(Call call) {
        return call.transactions(Method.REFER).stream()
                .flatMap(one -> one.request().stream())
                .filter(refer -> targets(refer) != 1)
                .findFirst();
    }

    private static int targets(TrackedMessage refer) {
        return refer.message().nameAddresses(HeaderName.REFER_TO).size();
    }

    private static void tellMiscounted(Call call, Findings findings) {
        TrackedMessage refer = miscounted(call).orElseThrow();
        broken(call, findings, refer)
                .because("the REFER names " + (targets(refer) == 0 ? "no target" : targets(refer) + " targets")
                        + ", and one is asked for; the right answer to it is 400")
                .evidence(refer)
                .evidence(refer, "Refer-To")
                .remedy(ADMIN, "Let " + refer.from() + " send one Refer-To with each REFER");
    }

    private static Optional<TrackedMessage> unnamed(Call call) {
        List<Referral> all = Referral.of(call);
        if (all.size() < 2) {
            return Optional.empty();
        }
        return all.stream()
                .skip(1)
                .flatMap(referral -> referral.notifications().stream())
                .filter(notification -> Referral.eventId(notification).isEmpty())
                .findFirst();
    }

    private static void tellUnnamed(Call call, Findings findings) {
        TrackedMessage notification = unnamed(call).orElseThrow();
        broken(call, findings, notification)
                .because("this dialog had a transfer before, so the notification must carry the CSeq number of its"
                        + " REFER as the id of its Event header; without it the outcomes can be mistaken for each"
                        + " other")
                .evidence(notification)
                .evidence(notification, "Event")
                .remedy(
                        ADMIN,
                        "Let " + notification.from() + " write Event: refer;id= with the CSeq number of the REFER");
    }

    private static Optional<Referral> unended(Call call) {
        return Referral.of(call).stream()
                .filter(referral -> referral.outcome().isPresent())
                .filter(referral -> referral.lastState()
                        .filter(state -> !state.startsWith("terminated;reason=noresource"))
                        .isPresent())
                .findFirst();
    }

    private static void tellUnended(Call call, Findings findings) {
        TrackedMessage notification = unended(call).flatMap(Referral::outcome).orElseThrow();
        broken(call, findings, notification)
                .because("the notification reports the final outcome " + Referral.reported(notification)
                        + " and leaves the subscription open; it is to say terminated;reason=noresource")
                .evidence(notification, "Subscription-State")
                .remedy(ADMIN, "Let " + notification.from() + " end the subscription with the final outcome");
    }

    private static List<Transaction> forgotten(Call call) {
        return call.transactions(Method.NOTIFY).stream()
                .filter(one -> one.finalStatus() == 481)
                .toList();
    }

    private static void tellForgotten(Call call, Findings findings) {
        Transaction refused = forgotten(call).get(0);
        TrackedMessage answer = refused.finalResponse().orElseThrow();
        Optional<TrackedMessage> next = call.transactions(Method.NOTIFY).stream()
                .flatMap(one -> one.request().stream())
                .filter(one -> one.index() > answer.index() && one.from().equals(answer.to()))
                .findFirst();
        if (next.isEmpty()) {
            findings.notChecked("the NOTIFY in message #" + answer.index()
                    + " was answered 481, so what it reported did not count there; a capture at " + answer.from()
                    + " would show when the subscription ended");
            return;
        }
        broken(call, findings, next.get())
                .because(answer.from() + " had answered 481, which ends the subscription, and another NOTIFY followed")
                .evidence(answer)
                .evidence(next)
                .remedy(ADMIN, "Let " + next.get().from() + " drop a subscription when its NOTIFY is answered 481");
    }

    private static Optional<TrackedMessage> lost(Call call) {
        // A SUBSCRIBE that was not captured may have been the one that unsubscribed.
        boolean mayHaveUnsubscribed = call.transactions(Method.SUBSCRIBE).stream()
                .anyMatch(one -> one.request()
                        .map(request -> request.message().expires().orElse(-1) == 0)
                        .orElse(true));
        if (mayHaveUnsubscribed) {
            return Optional.empty();
        }
        return call.transactions(Method.NOTIFY).stream()
                .flatMap(one -> one.request().stream())
                .filter(notification -> LOST.contains(reason(notification)))
                .findFirst();
    }

    private static String reason(TrackedMessage notification) {
        String state = notification
                .message()
                .header(HeaderName.SUBSCRIPTION_STATE)
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        int at = state.indexOf("reason=");
        return state.startsWith("terminated") && at > 0
                ? state.substring(at + 7).replaceFirst("[;,].*", "")
                : "";
    }

    private static void tellLost(Call call, Findings findings) {
        TrackedMessage notification = lost(call).orElseThrow();
        String reason = reason(notification);
        boolean refused = reason.equals("rejected");
        Finding finding = findings.diagnose(
                        refused ? Cause.AUTHORIZATION_REFUSED : new Cause("subscription-lost"), Likelihood.CERTAIN)
                .origin(new Origin(
                        Sides.senderOf(call, notification).party(),
                        notification.from(),
                        Origin.Basis.INFERRED,
                        "it keeps the subscription"))
                .because("the notifier ended the subscription with the reason " + reason + ", which means that "
                        + meaning(reason))
                .evidence(notification)
                .evidence(notification, "Event")
                .evidence(notification, "Subscription-State");
        if (reason.equals("timeout")) {
            finding.because("a refresh that was lost on its way looks the same here");
        }
        finding.remedy(
                        ADMIN,
                        refused
                                ? "Allow the subscriber to watch this resource"
                                : "Let the subscriber refresh in time and subscribe again when the notifier ends it")
                .confirm("The subscriber's log: does it subscribe again, and when");
    }

    private static String meaning(String reason) {
        return switch (reason) {
            case "deactivated" -> "the subscriber is to subscribe again at once";
            case "probation" -> "the subscriber is to try again later";
            case "rejected" -> "the subscriber may not watch this";
            case "timeout" -> "it was not refreshed before it ran out";
            default -> "the notifier could not get leave for it in time";
        };
    }

    private static Optional<Transaction> accepted202(Call call) {
        return call.transactions().stream()
                .filter(one -> one.method().equals(Method.REFER) || one.method().equals(Method.SUBSCRIBE))
                .filter(one -> one.finalStatus() == 202 && !isTold(call, one))
                .findFirst();
    }

    /** Whether a notification says what became of it. */
    private static boolean isTold(Call call, Transaction exchange) {
        if (exchange.method().equals(Method.REFER)) {
            return Referral.of(call).stream()
                    .anyMatch(referral -> referral.refer().equals(exchange)
                            && referral.outcome().isPresent());
        }
        long asked = exchange.request().map(TrackedMessage::index).orElse(0L);
        return call.transactions(Method.NOTIFY).stream()
                .flatMap(notify -> notify.request().stream())
                .anyMatch(notify -> notify.index() > asked
                        && !notify.message()
                                .header(HeaderName.SUBSCRIPTION_STATE)
                                .orElse("")
                                .toLowerCase(Locale.ROOT)
                                .startsWith("pending"));
    }

    private static boolean isUntold(Call call, Transaction refer) {
        return Referral.of(call).stream()
                .anyMatch(referral -> referral.refer().equals(refer) && referral.wantsNoNotifications());
    }

    private static void tellAccepted202(Call call, Findings findings) {
        Transaction exchange = accepted202(call).orElseThrow();
        TrackedMessage answer = exchange.finalResponse().orElseThrow();
        findings.notChecked(
                "the 202 in message #" + answer.index() + " means no more than 200 (RFC 6665 8.3.1): that the "
                        + exchange.method().name() + " was taken, not what became of it; "
                        + (isUntold(call, exchange)
                                ? "no notification tells that, as none was asked for (RFC 4488, RFC 7614)"
                                : "the notifications tell that"));
    }
}

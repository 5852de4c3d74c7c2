package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.call.Trait;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.SipRequest;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Targets;

/** The remote target: the last Contact of the other side, where requests inside a dialog go. */
final class RemoteTargetRules {

    private record Missed(TrackedMessage contact, TrackedMessage request) {}

    private static final Search<Missed> MISSED = new Search<>(
            "a request of the caller inside the dialog goes elsewhere than the called side's last Contact",
            RemoteTargetRules::missed);

    private RemoteTargetRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/wrong-remote-target")
                .title("A request inside the dialog does not go to the Contact of the other side")
                .cites("RFC 3261 12.2.1.1")
                .cites("RFC 3261 12.2.2")
                .on(ended(Disposition.Kind.ANSWERED).and(method(Method.INVITE)).and(MISSED.found()))
                .needs(has(Trait.UNUSUAL_TARGET).or(has(Trait.CHANGE)))
                .check(MISSED.then(RemoteTargetRules::tell)));
    }

    /** Judged at the caller, which is known by the one Via of its INVITE: only there nothing on the way has changed it. */
    private static Optional<Missed> missed(Call call) {
        Optional<Transaction> attempt = call.decisiveAttempt();
        Optional<Hop> hop = attempt.map(Transaction::firstHop);
        Optional<TrackedMessage> success =
                hop.flatMap(Hop::finalResponse).filter(response -> response.status() / 100 == 2);
        boolean atCaller = hop.flatMap(Hop::request)
                .filter(invite -> invite.message().viaCount() == 1)
                .isPresent();
        if (success.isEmpty() || !atCaller || attempt.get().isInferred()) {
            return Optional.empty();
        }
        TrackedMessage contact = success.get();
        for (TrackedMessage message : call.messages()) {
            if (message.index() <= success.get().index() || !message.isFirst()) {
                continue;
            }
            if (refreshesTarget(message, success.get())) {
                contact = message;
            } else if (isInDialog(message, success.get()) && misses(message, contact)) {
                return Optional.of(new Missed(contact, message));
            }
        }
        return Optional.empty();
    }

    private static boolean refreshesTarget(TrackedMessage message, TrackedMessage success) {
        Method method = message.message() instanceof SipRequest request
                ? request.method()
                : message.message().sequenceMethod();
        boolean refreshes = method.equals(Method.INVITE) || method.equals(Method.UPDATE);
        boolean accepted = message.isRequest() || message.status() / 100 == 2;
        return refreshes
                && accepted
                && message.to().equals(success.to())
                && message.from().equals(success.from())
                && message.message().has(HeaderName.CONTACT)
                && isFromDeviceOf(success, message);
    }

    /** Another device may have answered as well, and its dialog has a target of its own. */
    private static boolean isFromDeviceOf(TrackedMessage success, TrackedMessage message) {
        return message.isRequest()
                ? message.message().isFromTagToTagOf(success.message())
                : message.message().hasSameToTag(success.message());
    }

    private static boolean isInDialog(TrackedMessage message, TrackedMessage success) {
        return message.message() instanceof SipRequest request
                && !request.method().equals(Method.ACK)
                && !request.method().equals(Method.CANCEL)
                && message.from().equals(success.to())
                && request.hasSameFromTag(success.message())
                && request.hasSameToTag(success.message());
    }

    private static boolean misses(TrackedMessage message, TrackedMessage contact) {
        SipRequest request = (SipRequest) message.message();
        if (Targets.isAimedAtContact(request, contact.message()) || Targets.isAimedAt(request, contact.from())) {
            return false;
        }
        return Targets.isLoose(request.routes());
    }

    private static void tell(Call call, Findings findings, Missed missed) {
        SipRequest request = (SipRequest) missed.request().message();
        findings.violation()
                .origin(Sides.senderOf(call, missed.request()))
                .because("the " + request.method().name() + " goes to " + request.requestUri()
                        + ", and the last Contact of the other side is another")
                .because("it may reach another host than the one that has the call, or none")
                .evidence(missed.contact(), "Contact")
                .evidence(missed.request())
                .remedy(
                        ADMIN,
                        "Update or report " + missed.request().from()
                                + "; look for an SBC or ALG on the way that rewrites Contact")
                .confirm("How the request was answered");
    }
}

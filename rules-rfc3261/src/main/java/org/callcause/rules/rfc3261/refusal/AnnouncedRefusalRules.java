package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.carries;
import static org.callcause.rule.Trigger.ended;
import static org.callcause.rule.Trigger.method;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipRequest;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Targets;
import org.callcause.rules.rfc3261.reading.Telling;

/** A refused caller who was connected to the announcement that explains the refusal, and to nobody else. */
final class AnnouncedRefusalRules {

    private record Announced(TrackedMessage refusal, TrackedMessage request) {}

    private static final Search<Announced> ANNOUNCED = new Search<>(
            "the answered INVITE goes to the Error-Info of the refusal before it", AnnouncedRefusalRules::announced);

    private AnnouncedRefusalRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/refusal-announced")
                .title("The call was refused, and only an announcement answered")
                .cites("RFC 3261 20.18")
                .on(carries("Error-Info")
                        .and(ended(Disposition.Kind.ANSWERED))
                        .and(method(Method.INVITE))
                        .and(ANNOUNCED.found()))
                .check(ANNOUNCED.then(AnnouncedRefusalRules::tell)));
    }

    private static Optional<Announced> announced(Call call) {
        Optional<TrackedMessage> answered = call.decisiveAttempt().flatMap(Transaction::request);
        return answered.flatMap(request -> call.attempts().stream()
                .flatMap(attempt -> attempt.finalResponse().stream())
                .filter(response -> response.status() >= 300 && response.index() < request.index())
                .filter(response -> isPointedTo(request, response))
                .reduce((earlier, later) -> later)
                .map(refusal -> new Announced(refusal, request)));
    }

    private static boolean isPointedTo(TrackedMessage request, TrackedMessage refusal) {
        SipRequest invite = (SipRequest) request.message();
        return refusal.message().nameAddresses(HeaderName.ERROR_INFO).stream()
                .map(NameAddress::uri)
                .anyMatch(uri -> !uri.host().isEmpty()
                        && Targets.same(uri, invite.uri())
                        && uri.user().equals(invite.uri().user()));
    }

    private static void tell(Call call, Findings findings, Announced announced) {
        String refusal = Telling.answer(announced.refusal());
        findings.diagnose(cause(announced.refusal().status()), LIKELY)
                .origin(new Origin(
                        Origin.CALLED_SIDE,
                        announced.refusal().from(),
                        Origin.Basis.INFERRED,
                        "refused at or beyond " + announced.refusal().from()))
                .because("the call itself was refused with " + refusal
                        + "; its Error-Info names an announcement, which the caller's phone then called, and that is"
                        + " what answered")
                .because("a record that counts this call as answered counts the announcement")
                .evidence(announced.refusal())
                .evidence(announced.refusal(), "Error-Info")
                .evidence(announced.request())
                .remedy(CALLER, "What the announcement said holds: nobody was reached")
                .remedy(ADMIN, "Look at the element that refused for its rule; the announcement is only its voice")
                .confirm("The log of the element that answered "
                        + announced.refusal().status());
    }

    private static Cause cause(int status) {
        return switch (status) {
            case 403, 433, 606 -> Cause.BLOCKED_BY_POLICY;
            case 404, 604 -> Cause.UNALLOCATED_NUMBER;
            case 410, 301 -> Cause.NUMBER_CHANGED;
            case 484, 485 -> Cause.INVALID_NUMBER_FORMAT;
            case 486, 600 -> Cause.BUSY;
            case 480 -> Cause.NOT_REGISTERED;
            case 408 -> Cause.NO_ANSWER;
            case 603 -> Cause.DECLINED;
            case 607 -> Cause.UNWANTED_CALL;
            case 608 -> Cause.NETWORK_BLOCKED_ANALYTICS;
            case 401, 407 -> Cause.AUTHENTICATION_FAILED;
            case 503 -> Cause.UNAVAILABLE_UNDETERMINED;
            default -> status / 100 == 5 ? Cause.SERVER_ERROR : Cause.BLOCKED_BY_POLICY;
        };
    }
}

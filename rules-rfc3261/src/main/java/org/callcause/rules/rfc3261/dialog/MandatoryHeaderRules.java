package org.callcause.rules.rfc3261.dialog;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.has;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Headers without which a request is malformed, or a dialog has no address. */
final class MandatoryHeaderRules {

    private static final List<String> MANDATORY = List.of("Via", "From", "To", "Call-ID", "CSeq", "Max-Forwards");

    private record Lack(TrackedMessage request, List<String> headers) {}

    private static final Search<Lack> LACKING =
            new Search<>("one of its six mandatory headers", MandatoryHeaderRules::lacking);
    private static final Search<TrackedMessage> NO_CONTACT =
            new Search<>("the other side then has no address", MandatoryHeaderRules::withoutContact);

    private MandatoryHeaderRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/mandatory-header-missing")
                        .title("A request lacks a mandatory header")
                        .cites("RFC 3261 8.1.1")
                        .cites("RFC 4475 3.3.1")
                        .on(has(Trait.INCOMPLETE_REQUEST)
                                .or(has(Trait.UNUSUAL_SEQUENCE))
                                .and(LACKING.found()))
                        .check(LACKING.then(MandatoryHeaderRules::tellLacking)),
                Rule.named("rfc3261/contact-missing")
                        .title("A message that makes a dialog has no Contact")
                        .cites("RFC 3261 8.1.1.8")
                        .cites("RFC 3261 12.1.1")
                        .on(has(Trait.NO_CONTACT).and(NO_CONTACT.found()))
                        .check(NO_CONTACT.then(MandatoryHeaderRules::tellNoContact)));
    }

    private static Optional<Lack> lacking(Call call) {
        return Traffic.requests(call)
                .filter(request -> request.message().hasIntactStructure())
                .map(request -> new Lack(request, lacking(request.message())))
                .filter(lack -> !lack.headers().isEmpty())
                .findFirst();
    }

    private static List<String> lacking(SipMessage request) {
        List<String> lacking = new ArrayList<>();
        for (String name : MANDATORY) {
            if (!request.has(name)) {
                lacking.add(name);
            }
        }
        return lacking;
    }

    private static void tellLacking(Call call, Findings findings, Lack lack) {
        SipRequest request = (SipRequest) lack.request().message();
        boolean refused = call.finalStatus() == 400
                && call.decisiveAttempt()
                        .filter(attempt -> attempt.isOf(request))
                        .isPresent();
        String what = "the " + request.method().name() + " has no " + Sentences.all(lack.headers());
        Finding finding = refused
                ? findings.diagnose(Cause.MALFORMED_MESSAGE, LIKELY)
                        .because(what)
                        .because("the called side answered " + Telling.answer(call)
                                + ", as it may do with a malformed request")
                : findings.violation()
                        .because(what)
                        .because(
                                lack.headers().equals(List.of("Max-Forwards"))
                                        ? "without it nothing stops the request in a loop; servers add it themselves"
                                                + " and take the request"
                                        : "servers may drop such a request or refuse it with 400");
        finding.origin(Sides.senderOf(call, lack.request()))
                .evidence(lack.request())
                .evidence(lack.request(), "Via")
                .evidence(call.furthestFinalResponse().filter(response -> refused))
                .remedy(ADMIN, "Update or report " + lack.request().from())
                .confirm("Whether the header is missing at the sender already, or was lost at an element on the way");
    }

    /**
     * While it only rings, nothing is sent to the Contact of a provisional response, and many phones leave it out: there
     * it matters only to a reliable one, which asks for a PRACK, or to one that describes a session.
     */
    private static Optional<TrackedMessage> withoutContact(Call call) {
        return call.messages().stream()
                .filter(TrackedMessage::isFirst)
                .filter(message -> message.message().lacks(HeaderName.CONTACT))
                .filter(MandatoryHeaderRules::makesDialog)
                .filter(message -> message.message().hasIntactStructure())
                .findFirst();
    }

    private static boolean makesDialog(TrackedMessage tracked) {
        SipMessage message = tracked.message();
        if (message instanceof SipRequest request) {
            return request.method().equals(Method.INVITE);
        }
        int status = tracked.status();
        boolean usable = status >= 200 || message.has("RSeq") || message.bodyLength() > 0;
        return message.sequenceMethod().equals(Method.INVITE)
                && message.hasToTag()
                && status > 100
                && status < 300
                && usable;
    }

    private static boolean isInside(Call call, TrackedMessage message) {
        return message.isRequest()
                ? message.message().hasToTag()
                : call.transactions().stream()
                        .filter(transaction -> !transaction.isInitial())
                        .anyMatch(transaction -> transaction.responses().contains(message));
    }

    private static void tellNoContact(Call call, Findings findings, TrackedMessage message) {
        if (isInside(call, message)) {
            findings.violation()
                    .title("A message that renews the address of a side has no Contact")
                    .origin(Sides.senderOf(call, message))
                    .because("the " + (message.isRequest() ? "INVITE" : Telling.answer(message))
                            + " inside the call has no Contact, which every INVITE and its 2xx carry; the other side"
                            + " goes on with the address that it has")
                    .evidence(message)
                    .evidence(message, "CSeq")
                    .remedy(ADMIN, "Update or report " + message.from())
                    .confirm("Where the next request of the other side goes");
            return;
        }
        boolean provisional = message.status() > 100 && message.status() < 200;
        findings.violation()
                .origin(Sides.senderOf(call, message))
                .because("the "
                        + (message.isRequest() ? "INVITE" : Telling.answer(message))
                        + " makes a dialog and has no Contact, so the other side does not know where to send "
                        + (message.isRequest() ? "its BYE" : provisional ? "a PRACK or UPDATE" : "ACK and BYE"))
                .evidence(message)
                .evidence(message, "CSeq")
                .remedy(ADMIN, "Update or report " + message.from())
                .confirm("Where the next request of the other side goes");
    }
}

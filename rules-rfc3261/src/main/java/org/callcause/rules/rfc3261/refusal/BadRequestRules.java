package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.diagnosis.Likelihood.POSSIBLE;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.Defect;
import org.callcause.message.DefectKind;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.RefusalWords;
import org.callcause.rules.rfc3261.reading.Refusals;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/** 400 Bad Request held against the request: what is wrong with it, or that nothing is. */
final class BadRequestRules {

    /** An element that asks another one first needs longer to answer. */
    private static final Duration BY_ITSELF = Duration.ofMillis(50);

    /** What logs and cut captures do to messages that were in order on the wire. */
    private static final Set<DefectKind> OF_THE_CAPTURE = Set.of(
            DefectKind.BARE_LINE_FEED,
            DefectKind.TRUNCATED_BODY,
            DefectKind.NO_END_OF_HEADERS,
            DefectKind.LIMIT_EXCEEDED);

    /** A fault that the receiver may have meant, and the request that has it. */
    private record Faulty(TrackedMessage request, Defect defect) {}

    /** A phrase that says what the server missed; others only say "bad request" in more words or another language. */
    private static final Pattern FAULT_NAMED = Pattern.compile(
            "invalid|missing|malformed|unsupported|parse|syntax" + "|required|header|metadata|\\bsdp\\b|\\bbody\\b");

    private static final Search<Faulty> FAULT =
            new Search<>("the refused INVITE breaks the grammar", BadRequestRules::fault);
    private static final Search<TrackedMessage> NO_FAULT =
            new Search<>("the caller's own server refused a flawless INVITE at once", BadRequestRules::flawless);

    private BadRequestRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/400-fault-found")
                        .title("The server found a fault in the INVITE, and it has one")
                        .cites("RFC 3261 21.4.1")
                        .on(Refusals.callRefusedWith(400).and(FAULT.found()))
                        .check(FAULT.then(BadRequestRules::tellFault)),
                Rule.named("rfc3261/400-without-fault")
                        .title("A server refused a flawless INVITE as bad")
                        .cites("RFC 3261 21.4.1")
                        .cites("RFC 3261 21.4.18")
                        .on(Refusals.callRefusedWith(400).and(NO_FAULT.foundInTime()))
                        .check(NO_FAULT.then(BadRequestRules::tellNoFault)));
    }

    private static Optional<TrackedMessage> request(Call call) {
        return call.decisiveAttempt().flatMap(Transaction::request);
    }

    private static Optional<Faulty> fault(Call call) {
        return request(call)
                .flatMap(request -> request.message().defects().stream()
                        .filter(defect -> !OF_THE_CAPTURE.contains(defect.kind()))
                        .findFirst()
                        .map(defect -> new Faulty(request, defect)));
    }

    /** The server of the domain that both the caller and the callee belong to, which knows its own users. */
    private static Optional<TrackedMessage> flawless(Call call) {
        boolean byItself = call.responseTime()
                .filter(time -> time.compareTo(BY_ITSELF) < 0)
                .isPresent();
        boolean vague = call.finalResponse()
                .map(TrackedMessage::message)
                .filter(response ->
                        response.warnings().isEmpty() && response.reasons().isEmpty() && !response.has("Unsupported"))
                .filter(response -> !FAULT_NAMED.matcher(RefusalWords.of(call)).find())
                .isPresent();
        return request(call)
                .filter(request ->
                        byItself && vague && !Refusals.rang(call) && fault(call).isEmpty())
                .filter(request -> request.message().credentials().isEmpty())
                .filter(request -> isWithinOneDomain(request.message()));
    }

    private static boolean isWithinOneDomain(SipMessage request) {
        String asked = ((SipRequest) request).uri().host();
        return !asked.isEmpty()
                && request.from()
                        .map(NameAddress::uri)
                        .filter(from -> from.host().equalsIgnoreCase(asked))
                        .isPresent();
    }

    private static void tellFault(Call call, Findings findings, Faulty faulty) {
        findings.diagnose(Cause.MALFORMED_MESSAGE, LIKELY)
                .origin(Refusals.callerRefusedBy(call))
                .because("the called side answered " + Telling.answerAndTime(call)
                        + ", and the INVITE does break the grammar: "
                        + faulty.defect().detail())
                .evidence(faulty.request())
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Warning")
                .remedy(ADMIN, "Have the software of the caller, or what rewrites its messages, mended")
                .confirm("The log of the element that answered says which part it could not read");
    }

    private static void tellNoFault(Call call, Findings findings, TrackedMessage request) {
        String domain = ((SipRequest) request.message()).uri().host();
        findings.diagnose(Cause.NOT_REGISTERED, POSSIBLE)
                .title("A server refused a flawless INVITE as bad: it may not know the caller or the callee")
                .because("the server of " + domain + " answered " + Telling.answerAndTime(call)
                        + ", by itself and without asking for credentials, and nothing in the INVITE breaks"
                        + " the grammar")
                .because("so the 400 stands for a rule of that server; small servers answer so where the caller or the"
                        + " callee is not registered with them, for which 403, 404 or 480 would be the words")
                .ratherThan(
                        Cause.MALFORMED_MESSAGE,
                        "The INVITE is malformed",
                        "nothing in it breaks the grammar, though a server may want more than the grammar does")
                .evidence(request)
                .evidence(request, "From")
                .evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Server")
                .remedy(CALLER, "See that your phone is registered, and ask whether the callee's is")
                .remedy(ADMIN, "Look at that server for what it holds against this INVITE, and let it say so")
                .confirm("Whether both addresses were registered with " + domain
                        + " at that moment: a capture that begins before the REGISTERs shows it");
    }
}

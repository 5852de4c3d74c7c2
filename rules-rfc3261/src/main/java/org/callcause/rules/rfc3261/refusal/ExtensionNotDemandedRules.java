package org.callcause.rules.rfc3261.refusal;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.status;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.SipMessage;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** 420 Bad Extension to a request that demands no such extension. */
final class ExtensionNotDemandedRules {

    /** The request that was refused, and the refusal as its author wrote it. */
    private record Refused(TrackedMessage request, TrackedMessage refusal) {}

    private static final Search<Refused> NOT_DEMANDED = new Search<>(
            "neither Require nor Proxy-Require of the request names what its refusal does not support",
            ExtensionNotDemandedRules::notDemanded);

    private ExtensionNotDemandedRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/420-not-demanded")
                .title("The request was refused for an extension that it, as captured, does not demand")
                .cites("RFC 3261 21.4.15")
                .cites("RFC 3261 8.2.2.3")
                .cites("RFC 3261 16.3")
                .on(status(420).and(Traffic.CALL_OR_REGISTRATION).and(NOT_DEMANDED.found()))
                .check(NOT_DEMANDED.then(ExtensionNotDemandedRules::tell)));
    }

    private static Optional<Refused> notDemanded(Call call) {
        Optional<TrackedMessage> request = call.decisiveAttempt().flatMap(Transaction::request);
        Optional<TrackedMessage> refusal = call.furthestFinalResponse();
        if (request.isEmpty() || refusal.isEmpty()) {
            return Optional.empty();
        }
        Set<String> refused = tags(Stream.of(refusal.get().message()), HeaderName.UNSUPPORTED);
        Set<String> demanded = tags(
                call.decisiveAttempt().stream()
                        .flatMap(attempt -> attempt.hops().stream())
                        .flatMap(hop -> hop.request().stream())
                        .map(TrackedMessage::message),
                HeaderName.REQUIRE,
                HeaderName.PROXY_REQUIRE);
        boolean named =
                refused.isEmpty() ? !demanded.isEmpty() : refused.stream().anyMatch(demanded::contains);
        return named ? Optional.empty() : Optional.of(new Refused(request.get(), refusal.get()));
    }

    /** Option tags are compared without regard to case (RFC 3261 7.3.1). */
    private static Set<String> tags(Stream<SipMessage> messages, HeaderName... headers) {
        Set<String> tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        messages.forEach(message -> Stream.of(headers)
                .flatMap(header -> message.headerValues(header).stream())
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .forEach(tags::add));
        return tags;
    }

    private static void tell(Call call, Findings findings, Refused refused) {
        TrackedMessage refusal = refused.refusal();
        String method = call.method().name();
        List<String> tags = List.copyOf(tags(Stream.of(refusal.message()), HeaderName.UNSUPPORTED));
        boolean offered =
                tags.stream().anyMatch(tags(Stream.of(refused.request().message()), HeaderName.SUPPORTED)::contains);
        findings.diagnose(Cause.EXTENSION_REQUIRED, LIKELY)
                .origin(Sides.likelySender(
                        call, refusal, "or an element before it, which added the demand to the " + method))
                .because(Telling.answeringSide(call) + " answered " + Telling.answerAndTime(call)
                        + ": an extension is demanded that it lacks"
                        + (tags.isEmpty() ? "" : ", by its Unsupported " + Sentences.all(tags)))
                .because("the " + method + " as captured demands "
                        + (tags.isEmpty() ? "none" : "no such extension")
                        + ", neither in Require nor in Proxy-Require")
                .because("so a proxy or a B2BUA behind this place put the demand in"
                        + (offered
                                ? ", or whoever answered refused what was only offered in Supported, which it may not"
                                : ""))
                .evidence(refused.request())
                .evidence(refused.request(), "Require")
                .evidence(refused.request(), "Proxy-Require")
                .evidence(refused.request(), "Supported")
                .evidence(refusal)
                .evidence(refusal, "Unsupported")
                .remedy(
                        ADMIN,
                        "Find the element between " + refused.request().to() + " and whoever answered that adds Require"
                                + " or Proxy-Require, and switch that demand off there")
                .confirm("Capture the " + method + " at the element that answered: what does its Require name");
    }
}

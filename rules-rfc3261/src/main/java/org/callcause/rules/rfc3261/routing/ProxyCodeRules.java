package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.diagnosis.Audience.CALLER;
import static org.callcause.diagnosis.Likelihood.LIKELY;
import static org.callcause.rule.Trigger.not;
import static org.callcause.rule.Trigger.status;
import static org.callcause.rule.Trigger.statusClass;
import static org.callcause.rule.Trigger.where;
import static org.callcause.rules.rfc3261.reading.Traffic.CALL_OR_REGISTRATION;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.callcause.call.Call;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.SipRequest;
import org.callcause.message.SipUri;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.RefusalWords;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Telling;

/**
 * Codes that no standard has and that proxies of the family of SER (Kamailio, OpenSIPS) answer with when they fail to send
 * a request on. Code and phrase are read together: either alone may be another product's.
 */
final class ProxyCodeRules {

    /** What went wrong in the proxy. */
    @SuppressWarnings("ImmutableEnumChecker") // a cause is a record of one word
    private enum Failure {
        FILTERED(
                Cause.BLOCKED_BY_POLICY,
                "the address of the next hop is on its own list of blocked ones",
                "Look at the lists of blocked destinations of that proxy: it may put an address there by itself for some"
                        + " minutes after it failed"),
        UNREADABLE(
                Cause.MALFORMED_MESSAGE,
                "it could not read the address that the request was to go to",
                "Compare the Request-URI and the Route headers of the request with the grammar, and look at what the"
                        + " script of the proxy makes of them"),
        UNRESOLVED(
                Cause.DNS_FAILED,
                "it found no address for the name of the next hop",
                "Look up the SRV and A records of that name from the proxy itself, and check its resolver"),
        UNSENT(
                Cause.TRANSPORT_FAILED,
                "sending the request to the next hop failed: there was no connection, and none could be made",
                "Check on the proxy that the next hop listens, by which transport, and from which address the proxy"
                        + " sends; where it is a phone or a browser, its connection is gone, and it has to register"
                        + " again");

        private final Cause cause;
        private final String meaning;
        private final String remedy;

        Failure(Cause cause, String meaning, String remedy) {
            this.cause = cause;
            this.meaning = meaning;
            this.remedy = remedy;
        }
    }

    /** A code with the beginning of its phrase; behind it stands the number again, with the part of the proxy. */
    private record Own(int code, String phrase, Failure failure) {}

    private static final List<Own> CODES = List.of(
            new Own(473, "filtered destination", Failure.FILTERED),
            new Own(475, "bad uri", Failure.UNREADABLE),
            new Own(476, "unresolvable destination", Failure.UNRESOLVED),
            new Own(477, "send failed", Failure.UNSENT),
            new Own(477, "unfortunately error on sending to next hop occurred", Failure.UNSENT),
            new Own(478, "unresolvable destination", Failure.UNRESOLVED),
            new Own(479, "regretfully, we were not able to process the uri", Failure.UNREADABLE));

    /** What SIP over WebSocket writes where it has no address of its own: nothing can ever resolve it (RFC 6761 6.4). */
    private static final String NEVER_RESOLVED = ".invalid";

    /** Where Microsoft's servers of Lync and Skype for Business explain themselves. */
    private static final String DIAGNOSTICS = "ms-diagnostics";

    private static final Pattern SAYS_UNRESOLVED = Pattern.compile(
            "\\b(?:unable to|cannot|can't|could not|couldn't|failed to) resolve\\b|\\bnxdomain\\b|\\bdns (?:lookup |query"
                    + " )?(?:failed|failure|error)|\\bunresolvable\\b");

    private static final Search<Failure> OWN =
            new Search<>("the phrase is the one that such a proxy gives this code", ProxyCodeRules::own);

    private ProxyCodeRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/name-not-resolved")
                        .title("A server on the way found no address for a name")
                        .cites("RFC 3263 4")
                        .cites("RFC 3261 21.5.5")
                        .on(statusClass(5)
                                .and(not(status(503)))
                                .and(CALL_OR_REGISTRATION)
                                .and(where(
                                        "its own words say that a name was not resolved",
                                        ProxyCodeRules::saysUnresolved)))
                        .check(ProxyCodeRules::tellUnresolved),
                Rule.named("rfc3261/proxy-could-not-send")
                        .title("A proxy could not send the request on")
                        .cites("RFC 3261 16.9")
                        .cites("RFC 3263 4")
                        .on(status(CODES.stream().mapToInt(Own::code).distinct().toArray())
                                .and(CALL_OR_REGISTRATION)
                                .and(OWN.found()))
                        .check(OWN.then(ProxyCodeRules::tell)));
    }

    private static boolean saysUnresolved(Call call) {
        return SAYS_UNRESOLVED.matcher(RefusalWords.of(call)).find()
                || diagnostics(call)
                        .filter(text -> SAYS_UNRESOLVED.matcher(text).find())
                        .isPresent();
    }

    private static Optional<String> diagnostics(Call call) {
        return call.furthestFinalResponse()
                .flatMap(refusal -> refusal.message().header(DIAGNOSTICS))
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    private static void tellUnresolved(Call call, Findings findings) {
        Endpoint place = call.furthestFinalResponse().map(TrackedMessage::from).orElse(Endpoint.UNKNOWN);
        Finding finding = findings.diagnose(Cause.DNS_FAILED, LIKELY)
                .origin(new Origin(
                        Origin.NETWORK,
                        place,
                        Origin.Basis.INFERRED,
                        "answered by " + place
                                + "; a name that it, or a server behind it, asked for has no address there"))
                .because(Telling.answeringSide(call) + " answered " + Telling.answerAndTime(call)
                        + ", and its own words say that a name could not be resolved")
                .because("so the request, or the answer to who sent it, had nowhere to go, and nobody was called");
        RefusalWords.quote(call, finding);
        finding.evidence(call.furthestFinalResponse(), DIAGNOSTICS)
                .remedy(
                        ADMIN,
                        "Look up the SRV and A records of the domains of both sides from that server: between companies"
                                + " it asks for the domain of the caller as well")
                .confirm("The log of the server that answered: which name it asked for, and what it was told");
    }

    private static Optional<Failure> own(Call call) {
        String phrase = call.finalPhrase().toLowerCase(Locale.ROOT);
        return CODES.stream()
                .filter(own -> own.code() == call.finalStatus() && phrase.startsWith(own.phrase()))
                .map(Own::failure)
                .findFirst();
    }

    private static Optional<String> targetThatNeverResolves(Call call) {
        return call.decisiveAttempt()
                .flatMap(Transaction::requestMessage)
                .map(SipRequest::uri)
                .map(SipUri::host)
                .filter(host -> host.toLowerCase(Locale.ROOT).endsWith(NEVER_RESOLVED));
    }

    private static void tell(Call call, Findings findings, Failure failure) {
        Endpoint place = call.furthestFinalResponse().map(TrackedMessage::from).orElse(Endpoint.UNKNOWN);
        Optional<String> browser =
                failure.cause.equals(Cause.DNS_FAILED) ? targetThatNeverResolves(call) : Optional.empty();
        Finding finding = findings.diagnose(browser.isPresent() ? Cause.TRANSPORT_FAILED : failure.cause, LIKELY)
                .title("A proxy could not send the request on: " + failure.meaning)
                .origin(new Origin(
                        Origin.NETWORK,
                        place,
                        Origin.Basis.INFERRED,
                        "answered by a proxy at or beyond " + place + " for itself"))
                .because(Telling.answeringSide(call) + " answered " + Telling.answerAndTime(call)
                        + ": no standard gives that code a meaning, and with that phrase it is the one by which Kamailio,"
                        + " OpenSIPS and their relatives say that " + failure.meaning)
                .because("whoever was called never saw the request");
        browser.ifPresent(host -> finding.because("the name " + host + " is one that browsers write for want of an"
                        + " address (RFC 7118): it is reached over the connection that it registered by, which is gone or"
                        + " was not looked for")
                .remedy(
                        ADMIN,
                        "Let the proxy find the connection of such a Contact by the registration, and let the browser"
                                + " register again after it lost it"));
        call.decisiveAttempt().ifPresent(attempt -> finding.evidence(attempt.request()));
        finding.evidence(call.furthestFinalResponse())
                .evidence(call.furthestFinalResponse(), "Warning")
                .evidence(call.furthestFinalResponse(), "Server");
        if (browser.isEmpty()) {
            finding.remedy(ADMIN, failure.remedy);
        }
        finding.remedy(CALLER, "Try again later: the proxy has to be mended, or the callee has to come back")
                .confirm("The log of the proxy at that second: which destination it tried, by which transport");
    }
}

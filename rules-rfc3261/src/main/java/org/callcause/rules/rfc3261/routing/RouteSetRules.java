package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.method;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.diagnosis.Sentences;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.HeaderName;
import org.callcause.message.Method;
import org.callcause.message.NameAddress;
import org.callcause.message.SipMessage;
import org.callcause.message.SipRequest;
import org.callcause.rule.Finding;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Edited;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Targets;
import org.callcause.rules.rfc3261.reading.Traffic;

/** The route set that Record-Route makes, and requests that do not follow it. */
final class RouteSetRules {

    private record NotCopied(TrackedMessage request, TrackedMessage response) {}

    private record OffRoute(TrackedMessage source, TrackedMessage request, List<String> routeSet) {}

    private static final Search<NotCopied> NOT_COPIED =
            new Search<>("the called side did not repeat it in its 18x or 2xx", RouteSetRules::notCopied);
    private static final Search<OffRoute> OFF_ROUTE =
            new Search<>("a later request does not follow it", RouteSetRules::offRoute);
    private static final Search<TrackedMessage> STRICT =
            new Search<>("a value has no lr parameter", RouteSetRules::strict);

    private RouteSetRules() {}

    static List<Rule> rules() {
        return List.of(
                Rule.named("rfc3261/record-route-not-copied")
                        .title("The called side did not repeat the Record-Route")
                        .cites("RFC 3261 12.1.1")
                        .on(has(Trait.RECORD_ROUTE).and(method(Method.INVITE)).and(NOT_COPIED.found()))
                        .check(NOT_COPIED.then(RouteSetRules::tellNotCopied)),
                Rule.named("rfc3261/route-set-lost")
                        .title("A request inside the dialog does not follow the route set")
                        .cites("RFC 3261 12.2.1.1")
                        .cites("RFC 3261 12.1.2")
                        .on(has(Trait.RECORD_ROUTE).and(method(Method.INVITE)).and(OFF_ROUTE.found()))
                        .check(OFF_ROUTE.then(RouteSetRules::tellOffRoute)),
                Rule.named("rfc3261/strict-route")
                        .title("A route asks for strict routing")
                        .cites("RFC 3261 16.6")
                        .cites("RFC 3261 12.2.1.1")
                        .on(has(Trait.RECORD_ROUTE).and(STRICT.found()))
                        .check(STRICT.then(RouteSetRules::tellStrict)));
    }

    /** Judged where the INVITE arrived at the end, which is the last hop; proxies before may rewrite what is theirs. */
    private static Optional<NotCopied> notCopied(Call call) {
        return call.attempts().stream()
                .flatMap(attempt -> attempt.hops().stream()
                        .filter(hop -> Traffic.isLast(hop, attempt))
                        .flatMap(hop -> notCopied(hop).stream()))
                .findFirst();
    }

    private static Optional<NotCopied> notCopied(Hop hop) {
        Optional<TrackedMessage> request =
                hop.request().filter(sent -> sent.message().has(HeaderName.RECORD_ROUTE));
        if (request.isEmpty()) {
            return Optional.empty();
        }
        List<String> recorded = Targets.places(request.get().message().recordRoutes());
        return hop.responses().stream()
                .filter(response -> response.status() / 100 == 2
                        || (response.status() > 100
                                && response.status() < 200
                                && response.message().has(HeaderName.RECORD_ROUTE)))
                .filter(response -> !endsWith(Targets.places(response.message().recordRoutes()), recorded))
                .findFirst()
                .map(response -> new NotCopied(request.get(), response));
    }

    /** Proxies between here and the end put theirs in front. */
    private static boolean endsWith(List<String> all, List<String> end) {
        return all.size() >= end.size()
                && all.subList(all.size() - end.size(), all.size()).equals(end);
    }

    private static void tellNotCopied(Call call, Findings findings, NotCopied found) {
        boolean none = !found.response().message().has(HeaderName.RECORD_ROUTE);
        findings.violation()
                .origin(Sides.senderOf(call, found.response()))
                .because("the INVITE came to " + found.request().to() + " with Record-Route, and its "
                        + found.response().status() + (none ? " has none" : " has others, or in another order")
                        + "; it has to repeat them all, in their order")
                .because("what the caller sends later then passes by these proxies, and firewalls or billing may lose"
                        + " it")
                .evidence(found.request(), "Record-Route")
                .evidence(found.response())
                .evidence(found.response(), "Record-Route")
                .remedy(
                        ADMIN,
                        "Update or report " + found.response().from()
                                + "; look for an SBC on the way that takes the header out")
                .confirm("Which way ACK and BYE of the caller take");
    }

    private static Optional<OffRoute> offRoute(Call call) {
        Optional<Transaction> attempt = call.decisiveAttempt();
        Optional<Hop> first = attempt.map(Transaction::firstHop);
        Optional<TrackedMessage> success =
                first.flatMap(Hop::finalResponse).filter(response -> response.status() / 100 == 2);
        if (attempt.isEmpty() || success.isEmpty() || attempt.get().isInferred()) {
            return Optional.empty();
        }
        Optional<OffRoute> ofCaller = first.flatMap(Hop::request)
                .filter(invite -> invite.message().viaCount() == 1)
                .filter(invite -> success.get().message().has(HeaderName.RECORD_ROUTE))
                .filter(invite -> Targets.isLoose(success.get().message().recordRoutes()))
                .flatMap(invite -> offRoute(
                        call, success.get(), success.get().to().host(), Targets.callersRouteSet(success.get())));
        return ofCaller.or(() -> ofCallee(call, attempt.get()));
    }

    /** The callee is known where the request of the dialog comes from the very endpoint that gave the final answer. */
    private static Optional<OffRoute> ofCallee(Call call, Transaction attempt) {
        List<Hop> hops = attempt.hops();
        Hop last = hops.get(hops.size() - 1);
        return last.request()
                .filter(invite -> last.finalResponse()
                        .filter(response -> response.status() / 100 == 2)
                        .isPresent())
                .filter(invite -> invite.message().has(HeaderName.RECORD_ROUTE))
                .filter(invite -> Targets.isLoose(invite.message().recordRoutes()))
                .flatMap(invite -> offRoute(
                        call,
                        invite,
                        last.to().host(),
                        Targets.places(invite.message().recordRoutes())));
    }

    private static Optional<OffRoute> offRoute(Call call, TrackedMessage source, String host, List<String> routeSet) {
        SipMessage dialog = source.message();
        return inDialog(call, source)
                .filter(request -> request.from().host().equals(host))
                .filter(request -> request.message().viaCount() == 1)
                .filter(request -> request.message().hasSameFromTag(dialog)
                        || request.message().isFromTagToTagOf(dialog)
                        || !dialog.hasToTag())
                .filter(request ->
                        !Targets.follows(Targets.places(request.message().routes()), routeSet))
                .findFirst()
                .map(request -> new OffRoute(source, request, routeSet));
    }

    private static Stream<TrackedMessage> inDialog(Call call, TrackedMessage source) {
        return Traffic.requests(call)
                .filter(request ->
                        request.index() > source.index() && request.message().hasToTag())
                .filter(request -> request.message() instanceof SipRequest sent
                        && !sent.method().equals(Method.ACK)
                        && !sent.method().equals(Method.CANCEL));
    }

    private static void tellOffRoute(Call call, Findings findings, OffRoute found) {
        SipRequest request = (SipRequest) found.request().message();
        boolean none = !request.has(HeaderName.ROUTE);
        Optional<Transaction> transaction = call.transactions(request.method()).stream()
                .filter(sent -> sent.request().filter(found.request()::equals).isPresent())
                .findFirst();
        Finding finding = findings.violation()
                .origin(Sides.senderOf(call, found.request()))
                .because("the " + request.method().name() + " of "
                        + found.request().from()
                        + (none ? " has no Route" : " has other Routes")
                        + "; by the Record-Route of the dialog it has to go"
                        + " through " + Sentences.all(found.routeSet()));
        transaction
                .filter(sent -> sent.responses().isEmpty())
                .ifPresent(sent -> finding.because("nothing answered it, so it was probably lost for that reason"));
        finding.evidence(found.source(), "Record-Route")
                .evidence(found.request())
                .evidence(found.request(), "Route")
                .remedy(
                        ADMIN,
                        "Update or report " + found.request().from()
                                + "; look for an element on the way that changes Record-Route")
                .confirm("Whether the request reached the other side all the same");
    }

    private static Optional<TrackedMessage> strict(Call call) {
        return call.messages().stream()
                .filter(message -> hasStrict(message.message().recordRoutes())
                        || hasStrict(message.message().routes()))
                .filter(message -> !Edited.is(message.message()))
                .findFirst();
    }

    private static boolean hasStrict(List<NameAddress> routes) {
        return routes.stream()
                .anyMatch(route -> !route.uri().host().isEmpty()
                        && !route.uri().parameters().has("lr")
                        && !route.parameters().has("lr"));
    }

    private static void tellStrict(Call call, Findings findings, TrackedMessage message) {
        findings.violation()
                .origin(Sides.likelySender(call, message, "the proxy that the value names put it there"))
                .because("a Record-Route or Route names a proxy without the lr parameter, which a proxy of RFC 3261 has"
                        + " to add; without it the Request-URI and the Routes change places at each hop")
                .because("strict and loose routers on one way often lose a request between them")
                .evidence(message)
                .evidence(message, "Record-Route")
                .evidence(message, "Route")
                .remedy(ADMIN, "Let that proxy add ;lr inside the angle brackets of its Record-Route")
                .confirm("Whether ACK and BYE arrive at the other side");
    }
}

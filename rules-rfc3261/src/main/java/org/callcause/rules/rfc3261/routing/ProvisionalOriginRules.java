package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.has;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.dialog.Hop;
import org.callcause.dialog.TrackedMessage;
import org.callcause.dialog.Transaction;
import org.callcause.message.NameAddress;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.HostKind;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;

/** Provisional responses that an element on the way makes itself. */
final class ProvisionalOriginRules {

    private record Own(TrackedMessage provisional, TrackedMessage answer) {}

    private static final Search<Own> OWN = new Search<>(
            "a provisional response came from nobody behind the element that sent it", ProvisionalOriginRules::own);

    private ProvisionalOriginRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/provisional-of-a-proxy")
                .title("An element on the way made the ringing itself")
                .cites("RFC 3261 16.7")
                .on(has(Trait.SEVERAL_HOPS).and(has(Trait.TO_TAGS)).and(OWN.found()))
                .check(OWN.then(ProvisionalOriginRules::tell)));
    }

    /** Judged of a proxy, which keeps the Vias: a B2BUA answers for itself as it likes. */
    private static Optional<Own> own(Call call) {
        for (Transaction attempt : call.attempts()) {
            List<Hop> hops = attempt.hops();
            for (Hop hop : hops) {
                List<Hop> behind = hops.stream()
                        .filter(next -> next.from().host().equals(hop.to().host()) && next.depth() == hop.depth() + 1)
                        .toList();
                if (!behind.isEmpty()) {
                    Optional<Own> found = own(hop, behind);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Own> own(Hop hop, List<Hop> behind) {
        Optional<TrackedMessage> answer = hop.finalResponse().filter(response -> isFromBehind(response, behind));
        return answer.flatMap(last -> hop.responses().stream()
                .filter(response -> isOfTheCallee(response.status()))
                .filter(response -> response.message().hasToTag()
                        && !response.message().hasSameToTag(last.message())
                        && !isFromBehind(response, behind)
                        && !namesOther(response))
                .findFirst()
                .map(response -> new Own(response, last)));
    }

    /** 181 and 182 are said by whoever forwards or queues the call (21.1.3, 21.1.4), 199 by a proxy (RFC 6228 6). */
    private static boolean isOfTheCallee(int status) {
        return status == 180 || status == 183;
    }

    /** A Contact of another place is that of a branch that the capture does not show. */
    private static boolean namesOther(TrackedMessage response) {
        return response.message().contacts().stream()
                .map(NameAddress::uri)
                .anyMatch(uri -> !HostKind.isSame(uri.host(), response.from().host()));
    }

    private static boolean isFromBehind(TrackedMessage response, List<Hop> behind) {
        return behind.stream()
                .flatMap(hop -> hop.responses().stream())
                .anyMatch(other -> other.message().hasSameToTag(response.message()));
    }

    private static void tell(Call call, Findings findings, Own own) {
        findings.violation()
                .origin(Sides.senderOf(call, own.provisional()))
                .because(own.provisional().from() + " sent "
                        + Telling.answer(own.provisional()) + " with a To tag that nobody behind it"
                        + " used, and passed on the " + own.answer().status() + " with another")
                .because("for the caller these are two dialogs; what it does in the first, such as PRACK or UPDATE, is"
                        + " lost, and its ringing says nothing of the callee's phone")
                .evidence(own.provisional())
                .evidence(own.provisional(), "To")
                .evidence(own.answer())
                .evidence(own.answer(), "To")
                .remedy(
                        ADMIN,
                        "Let " + own.provisional().from() + " pass on what the called side sends, or act as a B2BUA"
                                + " throughout")
                .confirm("Capture behind " + own.provisional().from() + ": which device sent the ringing");
    }
}

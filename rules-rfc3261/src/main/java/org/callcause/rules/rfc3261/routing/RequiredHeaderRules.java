package org.callcause.rules.rfc3261.routing;

import static org.callcause.diagnosis.Audience.ADMIN;
import static org.callcause.rule.Trigger.has;
import static org.callcause.rule.Trigger.responded;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.call.Trait;
import org.callcause.dialog.TrackedMessage;
import org.callcause.rule.Findings;
import org.callcause.rule.Rule;
import org.callcause.rules.rfc3261.reading.Search;
import org.callcause.rules.rfc3261.reading.Sides;
import org.callcause.rules.rfc3261.reading.Telling;
import org.callcause.rules.rfc3261.reading.Traffic;

/** Refusals that have to say in a header what the client could do about them; challenges have a rule of their own. */
final class RequiredHeaderRules {

    private record Need(List<String> headers, String tells, String reference) {}

    private static final Map<Integer, Need> NEEDS = Map.of(
            405, new Need(List.of("Allow"), "which methods are allowed", "RFC 3261 21.4.6"),
            415,
                    new Need(
                            List.of("Accept", "Accept-Encoding", "Accept-Language"),
                            "which bodies are accepted",
                            "RFC 3261 21.4.13"),
            420, new Need(List.of("Unsupported"), "which extension is not supported", "RFC 3261 21.4.15"),
            421, new Need(List.of("Require"), "which extension is required", "RFC 3261 21.4.16"),
            422, new Need(List.of("Min-SE"), "which session interval is long enough", "RFC 4028 6"),
            423, new Need(List.of("Min-Expires"), "which expiry is long enough", "RFC 3261 10.3"),
            489, new Need(List.of("Allow-Events"), "which event packages are supported", "RFC 6665 8.3.2"));

    private static final Search<TrackedMessage> LACKING =
            new Search<>("its response lacks the header that would say how to go on", RequiredHeaderRules::lacking);

    private RequiredHeaderRules() {}

    static List<Rule> rules() {
        return List.of(Rule.named("rfc3261/required-header-missing")
                .title("A refusal does not say what the client could do about it")
                .cites("RFC 3261 21.4")
                .on(has(Trait.REFUSAL).and(LACKING.found()))
                .needs(responded(405, 415, 420, 421, 422, 423, 489))
                .check(LACKING.then(RequiredHeaderRules::tell)));
    }

    private static Optional<TrackedMessage> lacking(Call call) {
        return Traffic.responses(call)
                .filter(response -> response.message().hasIntactStructure())
                .filter(RequiredHeaderRules::lacks)
                .findFirst();
    }

    private static boolean lacks(TrackedMessage response) {
        Need need = NEEDS.get(response.status());
        return need != null && need.headers().stream().noneMatch(response.message()::has);
    }

    private static void tell(Call call, Findings findings, TrackedMessage response) {
        Need need = Objects.requireNonNull(NEEDS.get(response.status()));
        String header = need.headers().get(0);
        findings.violation()
                .origin(Sides.senderOf(call, response))
                .because("the " + Telling.answer(response) + " has no " + header
                        + ", which would tell the client " + need.tells()
                        + "; so the client cannot repair its request by"
                        + " itself")
                .evidence(response)
                .evidence(response, "CSeq")
                .cites(need.reference())
                .remedy(
                        ADMIN,
                        "Update or report " + response.from()
                                + ", or look for an element on the way that takes the header out")
                .confirm("Whether the client tried again all the same");
    }
}

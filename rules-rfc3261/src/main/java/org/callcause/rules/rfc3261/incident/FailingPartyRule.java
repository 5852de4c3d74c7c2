package org.callcause.rules.rfc3261.incident;

import org.callcause.incident.CallEvent;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;

/** The calls of one party fail, and those of others do not. */
final class FailingPartyRule {

    private FailingPartyRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/failing-party", IncidentKind.FAILING_PARTY)
                .title("The calls of one party fail, and those of others do not")
                .when("of one caller, one called address, one range of numbers, one peer or one site 6 calls or more,"
                        + " and six in ten or more, fail, of the others' calls in the same time at most a third of"
                        + " that share, which is by chance less than once in 100 million; the party that explains"
                        + " the most of the failures is named, of several that explain as many the narrowest. Phones"
                        + " that are away (480) count for the called address and its range alone, and an unknown"
                        + " number for no peer unless it was reached before. All is said only when three callers or"
                        + " more tried several numbers and eight in ten calls failed from the start")
                .cites("ITU-T E.425 (network effectiveness ratio)")
                .cites("RFC 3261 21")
                .supersedes("rfc3261/failure-signature")
                .hears(CallEvent.ANSWERED, CallEvent.UNANSWERED_CALL_OVER)
                .watch(FailingPartyWatch::new);
    }
}

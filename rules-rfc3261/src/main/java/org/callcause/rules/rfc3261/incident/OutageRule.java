package org.callcause.rules.rfc3261.incident;

import org.callcause.incident.CallEvent;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;

/** Calls got through, and from one moment on none does. */
final class OutageRule {

    private OutageRule() {}

    static IncidentRule rule() {
        return IncidentRule.named("rfc3261/sudden-outage", IncidentKind.OUTAGE)
                .title("Calls got through, and from one moment on none does")
                .when("after ten calls or more of which at most three in ten failed, so many in a row fail, of several"
                        + " callers or to several numbers, that the share before would give it by chance less than"
                        + " once in 100 million; it is over when three in a row get through. Policy refusals count"
                        + " only of callers who got through before, so that a scanner is no outage, an unknown number"
                        + " only where it was reached before, and phones that are away (480) not at all")
                .cites("RFC 3261 21.5.4")
                .cites("RFC 3261 8.1.3.1")
                .cites("ITU-T E.425 (network effectiveness ratio)")
                .supersedes("rfc3261/failing-party")
                .supersedes("rfc3261/failure-signature")
                .supersedes("rfc3261/failover-between-routes")
                .hears(CallEvent.ANSWERED, CallEvent.UNANSWERED_CALL_OVER)
                .watch(OutageWatch::new);
    }
}

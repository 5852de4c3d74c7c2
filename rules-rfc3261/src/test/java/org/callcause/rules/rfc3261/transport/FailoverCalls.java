package org.callcause.rules.rfc3261.transport;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** What is done after a server could not serve. */
final class FailoverCalls {

    private FailoverCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/no-failover", "The only server that is tried is down", """
                    0.000 caller -> proxy INVITE
                    0.020 proxy -> caller 503
                    0.022 caller -> proxy ACK
                    """),
                silent("rfc3261/no-failover", "The caller tries a second server, which is down too", """
                    0.000 caller -> one INVITE
                    0.020 one -> caller 503
                    0.022 caller -> one ACK
                    0.030 caller -> two INVITE
                    0.050 two -> caller 503
                    0.052 caller -> two ACK
                    """),
                fires("rfc3261/retry-after-ignored", "The server is asked again after a second", """
                    0.000 caller -> proxy INVITE
                    0.020 proxy -> caller 503 | Retry-After: 30
                    0.022 caller -> proxy ACK
                    1.000 caller -> proxy INVITE
                    1.020 proxy -> caller 503 | Retry-After: 30
                    1.022 caller -> proxy ACK
                    """),
                silent("rfc3261/retry-after-ignored", "Another server is asked meanwhile", """
                    0.000 caller -> one INVITE
                    0.020 one -> caller 503 | Retry-After: 30
                    0.022 caller -> one ACK
                    1.000 caller -> two INVITE
                    1.020 two -> caller 486
                    1.022 caller -> two ACK
                    """),
                fires("rfc3261/overload-control", "The next server throttles", """
                    0.000 caller -> proxy INVITE
                    0.020 proxy -> caller 503 | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa;oc=40;oc-validity=500
                    0.022 caller -> proxy ACK
                    """),
                silent("rfc3261/overload-control", "The next server could throttle and does not", """
                    0.000 caller -> proxy INVITE
                    0.020 proxy -> caller 503 | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa;oc=0;oc-validity=500
                    0.022 caller -> proxy ACK
                    """),
                fires("rfc3261/503-cascade", "Both servers are unavailable", """
                    0.000 caller -> one INVITE
                    0.020 one -> caller 503
                    0.022 caller -> one ACK
                    0.030 caller -> two INVITE
                    0.050 two -> caller 503
                    0.052 caller -> two ACK
                    """),
                silent("rfc3261/503-cascade", "The second server takes the call", """
                    0.000 caller -> one INVITE
                    0.020 one -> caller 503
                    0.022 caller -> one ACK
                    0.030 caller -> two INVITE
                    0.300 two -> caller 180
                    2.000 two -> caller 200
                    2.010 caller -> two ACK
                    60.000 caller -> two BYE
                    60.010 two -> caller 200
                    """));
    }
}

package org.callcause.rules.rfc3261.transport;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Servers that could not connect to where they would have sent a request on, and connections that failed beside a refusal. */
final class NextHopCalls {

    private NextHopCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/next-hop-connection-failed",
                        "The SBC does not accept the certificate of the carrier",
                        """
                        0.000 caller -> sbc    INVITE
                        0.002 sbc    -> caller 100
                        connection 0.010 to 0.140 sbc -> carrier tls-alert 45 by sbc
                        0.150 sbc    -> caller 503
                        0.160 caller -> sbc    ACK
                        """),
                fires("rfc3261/next-hop-connection-failed", "Nothing listens at the gateway, by TCP", """
                        0.000 caller -> proxy  INVITE
                        connection 0.003 to 0.004 proxy -> gateway refused
                        0.006 proxy  -> caller 477 Send failed (477/TM)
                        0.010 caller -> proxy  ACK
                        """),
                fires("rfc3261/next-hop-connection-failed", "Two addresses of the carrier, and both are silent", """
                        0.000 caller -> sbc    INVITE
                        0.002 sbc    -> caller 100
                        connection 0.010 to 3.010 sbc -> first unanswered
                        connection 3.900 to 7.000 sbc -> second unanswered
                        8.000 sbc    -> caller 503 | Reason: Q.850;cause=38
                        8.010 caller -> sbc    ACK
                        """),
                silent(
                        "rfc3261/next-hop-connection-failed",
                        "The SBC is overloaded, and looks after a dead trunk all the time",
                        """
                        connection 0.001 to 0.002 sbc -> trunk refused
                        0.000 caller -> sbc    INVITE
                        0.003 sbc    -> caller 503 | Retry-After: 30 | Warning: 399 sbc.example.com "CPU load 92%"
                        0.010 caller -> sbc    ACK
                        """),
                silent(
                        "rfc3261/next-hop-connection-failed",
                        "The second address of the carrier takes the call, and is busy",
                        """
                        0.000 caller -> sbc     INVITE
                        0.002 sbc    -> caller  100
                        connection 0.010 to 0.020 sbc -> first refused
                        0.030 sbc    -> second  INVITE
                        0.060 second -> sbc     503
                        0.070 sbc    -> caller  503
                        0.080 caller -> sbc     ACK
                        0.080 sbc    -> second  ACK
                        """),
                silent("rfc3261/next-hop-connection-failed", "Somebody else could not connect in that time", """
                        0.000 caller -> sbc    INVITE
                        connection 0.010 to 0.020 phone -> sbc refused
                        0.150 sbc    -> caller 503
                        0.160 caller -> sbc    ACK
                        """),
                silent("rfc3261/next-hop-connection-failed", "The dead trunk is tried long before the refusal", """
                        0.000  caller -> sbc    INVITE
                        0.002  sbc    -> caller 100
                        connection 0.300 to 0.310 sbc -> trunk refused
                        20.000 sbc    -> caller 503
                        20.010 caller -> sbc    ACK
                        """),
                silent("rfc3261/next-hop-connection-failed", "The phone rang, and is gone", """
                        0.000 caller -> sbc    INVITE
                        connection 0.300 to 0.310 sbc -> trunk refused
                        0.400 sbc    -> caller 180
                        1.000 sbc    -> caller 480
                        1.010 caller -> sbc    ACK
                        """));
    }
}

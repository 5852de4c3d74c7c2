package org.callcause.rules.rfc3261.routing;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls whose requests run out of hops, or go in circles. */
final class LoopCalls {

    private LoopCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/483-too-many-hops", "The proxy finds no hop left", """
                    0.000 caller -> proxy  INVITE
                    0.010 proxy  -> caller 100
                    0.400 proxy  -> caller 483
                    0.410 caller -> proxy  ACK
                    """),
                silent("rfc3261/483-too-many-hops", "The proxy finds the user busy", """
                    0.000 caller -> proxy  INVITE
                    0.010 proxy  -> caller 100
                    0.400 proxy  -> caller 486
                    0.410 caller -> proxy  ACK
                    """),
                fires("rfc3261/max-forwards-not-counted", "The proxy leaves Max-Forwards as it was", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE | Max-Forwards: 70
                    0.250 callee -> proxy  486
                    0.251 proxy  -> callee ACK
                    0.252 proxy  -> caller 486
                    0.260 caller -> proxy  ACK
                    """),
                silent("rfc3261/max-forwards-not-counted", "The proxy counts down", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  486
                    0.251 proxy  -> callee ACK
                    0.252 proxy  -> caller 486
                    0.260 caller -> proxy  ACK
                    """),
                fires("rfc3261/max-forwards-zero-sent-on", "The proxy sends on what has no hop left", """
                    0.000 caller -> proxy  INVITE | Max-Forwards: 0
                    0.005 proxy  -> callee INVITE | Max-Forwards: 0
                    0.250 callee -> proxy  486
                    0.251 proxy  -> callee ACK
                    0.252 proxy  -> caller 486
                    0.260 caller -> proxy  ACK
                    """),
                silent("rfc3261/max-forwards-zero-sent-on", "One hop is left, and the callee is the last", """
                    0.000 caller -> proxy  INVITE | Max-Forwards: 1
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  486
                    0.251 proxy  -> callee ACK
                    0.252 proxy  -> caller 486
                    0.260 caller -> proxy  ACK
                    """),
                fires("rfc3261/loop", "Two proxies send the request to each other", """
                    party one = 192.0.2.1:5060
                    party two = 192.0.2.2:5060
                    0.000 one -> two INVITE | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-a
                    0.010 two -> one INVITE | Via: SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bK-b | +Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-a
                    0.020 one -> two INVITE | new | CSeq: 1 INVITE | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-c | +Via: SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bK-b | +Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-a
                    0.400 two -> one 482 to INVITE
                    """),
                silent("rfc3261/loop", "A request passes two proxies once", """
                    0.000 caller -> edge   INVITE
                    0.004 edge   -> proxy  INVITE
                    0.008 proxy  -> callee INVITE
                    0.300 callee -> proxy  486
                    0.301 proxy  -> callee ACK
                    0.302 proxy  -> edge   486
                    0.303 edge   -> proxy  ACK
                    0.304 edge   -> caller 486
                    0.310 caller -> edge   ACK
                    """),
                fires("rfc3261/482-loop-detected", "The proxy says that the request came back", """
                    0.000 caller -> proxy  INVITE
                    0.400 proxy  -> caller 482
                    0.410 caller -> proxy  ACK
                    """),
                silent("rfc3261/482-loop-detected", "The proxy says that the user is busy", """
                    0.000 caller -> proxy  INVITE
                    0.400 proxy  -> caller 486
                    0.410 caller -> proxy  ACK
                    """),
                fires("rfc3261/482-merged-request", "Both branches of a fork lead to one phone", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-left | +Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-first
                    0.006 proxy  -> callee INVITE | new | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-right | +Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-first
                    0.010 callee -> proxy  482 to INVITE
                    0.020 proxy  -> caller 482
                    0.030 caller -> proxy  ACK
                    """),
                silent("rfc3261/482-merged-request", "The request came once", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.010 callee -> proxy  482
                    0.011 proxy  -> callee ACK
                    0.020 proxy  -> caller 482
                    0.030 caller -> proxy  ACK
                    """),
                silent("rfc3261/483-too-many-hops", "A ping that is to go no further than its peer", """
                    0.000 proxy   -> gateway OPTIONS | Max-Forwards: 0
                    0.010 gateway -> proxy   483
                    """),
                fires("rfc3261/483-too-many-hops", "The caller allows one hop only", """
                    0.000 caller -> callee INVITE | Max-Forwards: 1
                    0.030 callee -> caller 483
                    0.031 caller -> callee ACK
                    """));
    }
}

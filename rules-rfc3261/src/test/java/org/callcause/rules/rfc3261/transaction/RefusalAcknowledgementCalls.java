package org.callcause.rules.rfc3261.transaction;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Refused calls with and without their ACK. */
final class RefusalAcknowledgementCalls {

    private RefusalAcknowledgementCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/missing-ack-of-refusal", "The 486 is repeated and never acknowledged", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 486
                    3.500 callee -> caller 486
                    4.500 callee -> caller 486
                    6.500 callee -> caller 486
                    10.50 callee -> caller 486
                    """),
                silent("rfc3261/missing-ack-of-refusal", "The first ACK is lost and the second arrives", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 486
                    3.500 callee -> caller 486
                    4.500 callee -> caller 486
                    4.510 caller -> callee ACK
                    """),
                fires("rfc3261/bad-ack-of-refusal", "The ACK has a branch of its own", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 486
                    3.010 caller -> callee ACK | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-other
                    """),
                fires("rfc3261/bad-ack-of-refusal", "The ACK carries a tag that no response had", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 486
                    3.010 caller -> callee ACK | To: <sip:bob@example.com>;tag=made-up
                    """),
                silent("rfc3261/bad-ack-of-refusal", "The ACK repeats branch, Request-URI and tags", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 486
                    3.010 caller -> callee ACK
                    """));
    }
}

package org.callcause.rules.rfc3261.transaction;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls whose requests are sent again where they should not be. */
final class RetransmissionCalls {

    private RetransmissionCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/retransmit-after-response",
                        "The responses do not find their way to the caller, who gives up",
                        """
                        0.000 caller -> proxy  INVITE
                        0.010 proxy  -> caller 100
                        0.500 caller -> proxy  INVITE
                        0.510 proxy  -> caller 100
                        1.500 caller -> proxy  INVITE
                        1.510 proxy  -> caller 100
                        3.500 caller -> proxy  INVITE
                        3.510 proxy  -> caller 100
                        7.500 caller -> proxy  INVITE
                        15.50 caller -> proxy  INVITE
                        31.50 caller -> proxy  INVITE
                        until 70
                        """),
                fires(
                        "rfc3261/retransmit-after-response",
                        "A client does not stop repeating after 180, and is answered all the same",
                        """
                        0.000 caller -> callee INVITE
                        0.100 callee -> caller 180
                        0.500 caller -> callee INVITE
                        0.510 callee -> caller 180
                        1.500 caller -> callee INVITE
                        1.510 callee -> caller 180
                        5.000 callee -> caller 200
                        5.010 caller -> callee ACK
                        9.000 caller -> callee BYE
                        9.010 callee -> caller 200
                        """),
                silent("rfc3261/retransmit-after-response", "The repeat crosses the 100", """
                    0.000 caller -> callee INVITE
                    0.490 callee -> caller 100
                    0.500 caller -> callee INVITE
                    2.000 callee -> caller 180
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK
                    9.000 caller -> callee BYE
                    9.010 callee -> caller 200
                    """),
                silent("rfc3261/retransmit-after-response", "The caller holds its NAT binding open every 20 s", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 100
                    1.000 callee -> caller 180
                    20.00 caller -> callee INVITE
                    20.01 callee -> caller 180
                    40.00 caller -> callee INVITE
                    40.01 callee -> caller 180
                    45.00 callee -> caller 200
                    45.01 caller -> callee ACK
                    90.00 caller -> callee BYE
                    90.01 callee -> caller 200
                    """),
                fires("rfc3261/retransmission-storm", "Eight INVITEs leave within four seconds", """
                    0.000 caller -> proxy  INVITE
                    0.200 caller -> proxy  INVITE
                    0.400 caller -> proxy  INVITE
                    0.600 caller -> proxy  INVITE
                    0.800 caller -> proxy  INVITE
                    1.000 caller -> proxy  INVITE
                    1.200 caller -> proxy  INVITE
                    1.400 caller -> proxy  INVITE
                    1.500 proxy  -> caller 486
                    1.510 caller -> proxy  ACK
                    """),
                fires("rfc3261/retransmission-storm", "A BYE is repeated over TCP", """
                    transport TCP
                    0.000 caller -> callee INVITE
                    0.020 callee -> caller 180
                    3.300 callee -> caller 200
                    3.320 caller -> callee ACK
                    9.000 caller -> callee BYE
                    9.500 caller -> callee BYE
                    9.600 callee -> caller 200
                    """),
                silent("rfc3261/retransmission-storm", "Seven INVITEs leave as the timers say", """
                    0.000 caller -> proxy  INVITE
                    0.500 caller -> proxy  INVITE
                    1.500 caller -> proxy  INVITE
                    3.500 caller -> proxy  INVITE
                    7.500 caller -> proxy  INVITE
                    15.500 caller -> proxy  INVITE
                    31.500 caller -> proxy  INVITE
                    until 40
                    """),
                silent("rfc3261/retransmission-storm", "A mirrored port shows every message twice", """
                    0.000 caller -> callee INVITE x2
                    0.020 callee -> caller 180 x2
                    3.300 callee -> caller 200 x2
                    3.320 caller -> callee ACK x2
                    9.000 caller -> callee BYE x2
                    9.010 callee -> caller 200 x2
                    """));
    }
}

package org.callcause.rules.rfc3261.transport;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls of which the network or a log says what was not delivered. */
final class UndeliveredCalls {

    private UndeliveredCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/request-undeliverable", "Nothing listens where the INVITE goes", """
                    0.000 caller -> callee INVITE | fails: refused, says callee
                    """),
                fires("rfc3261/request-undeliverable", "A firewall forbids the proxy to reach the gateway", """
                    0.000 caller -> proxy   INVITE
                    0.004 proxy  -> caller  100
                    0.005 proxy  -> gateway INVITE | fails: prohibited, says firewall
                    0.010 proxy  -> caller  503
                    0.020 caller -> proxy   ACK
                    """),
                fires(
                        "rfc3261/request-undeliverable",
                        "A proxy says itself that it could not send, and the network why",
                        """
                        0.000 caller -> proxy   INVITE
                        0.005 proxy  -> gateway INVITE | fails: refused, says gateway
                        0.010 proxy  -> caller  477 Send failed (477/TM)
                        0.020 caller -> proxy   ACK
                        """),
                fires(
                        "rfc3261/request-undeliverable",
                        "The phone does not accept the certificate of its registrar",
                        """
                    transport TLS
                    0.000 phone -> registrar REGISTER | fails: certificate refused
                    """),
                fires("rfc3261/request-undeliverable", "The caller sends in clear to a port that speaks TLS", """
                    transport TCP
                    0.000 caller -> callee INVITE | fails: tls expected, says callee
                    """),
                fires("rfc3261/request-undeliverable", "The INVITE is too big for a tunnel on the way", """
                    0.000 caller -> callee INVITE | size: 1600 | fails: too big, says router
                    0.500 caller -> callee INVITE | size: 1600
                    1.500 caller -> callee INVITE | size: 1600
                    """),
                fires(
                        "rfc3261/request-undeliverable",
                        "The log of the caller does not know the name of its proxy",
                        """
                    caller -> proxy INVITE | fails: name not resolved
                    """),
                silent("rfc3261/request-undeliverable", "The first server is down, and the second one is busy", """
                        0.000 caller -> first  INVITE | fails: refused, says first
                        0.020 caller -> second INVITE | new
                        0.040 second -> caller 100
                        0.300 second -> caller 486
                        0.310 caller -> second ACK
                        """),
                silent("rfc3261/request-undeliverable", "One phone is off, and the other answers", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    0.005 proxy  -> desk   INVITE | fails: unreachable, says router
                    0.006 proxy  -> mobile INVITE
                    0.200 mobile -> proxy  180
                    0.202 proxy  -> caller 180
                    5.000 mobile -> proxy  200
                    5.002 proxy  -> caller 200
                    5.030 caller -> proxy  ACK
                    5.032 proxy  -> mobile ACK
                    44.00 caller -> proxy  BYE
                    44.01 proxy  -> mobile BYE
                    44.03 mobile -> proxy  200
                    44.04 proxy  -> caller 200
                    """),
                silent("rfc3261/request-undeliverable", "The server starts while the INVITE is sent again", """
                    0.000 caller -> callee INVITE | fails: refused, says callee
                    0.500 caller -> callee INVITE
                    0.510 callee -> caller 180
                    4.000 callee -> caller 603
                    4.010 caller -> callee ACK
                    """),
                fires(
                        "rfc3261/request-undeliverable",
                        "The caller gives up, and the gateway behind the proxy was down",
                        """
                    0.000 caller -> proxy   INVITE
                    0.004 proxy  -> caller  100
                    0.005 proxy  -> gateway INVITE | fails: unreachable, says router
                    12.00 caller -> proxy   CANCEL
                    12.01 proxy  -> caller  200
                    12.02 proxy  -> caller  487
                    12.03 caller -> proxy   ACK
                    """),
                silent("rfc3261/request-undeliverable", "The caller gives up on a phone, and another one was off", """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        0.005 proxy  -> desk   INVITE | fails: refused, says desk
                        0.006 proxy  -> mobile INVITE
                        0.020 mobile -> proxy  100
                        3.000 caller -> proxy  CANCEL
                        3.010 proxy  -> caller 200
                        3.020 proxy  -> mobile CANCEL
                        3.030 mobile -> proxy  200
                        3.040 mobile -> proxy  487
                        3.050 proxy  -> mobile ACK
                        3.060 proxy  -> caller 487
                        3.070 caller -> proxy  ACK
                        """),
                silent(
                        "rfc3261/request-undeliverable",
                        "The capture has one direction, and the call was answered all the same",
                        """
                        0.000 caller -> callee INVITE | fails: refused, says callee
                        0.500 caller -> callee INVITE
                        3.900 callee -> caller 200 | not captured
                        4.000 caller -> callee ACK
                        34.00 caller -> callee BYE
                        """),
                fires("rfc3261/answer-undeliverable", "The way back to the caller is forbidden", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    2.000 callee -> caller 200 | fails: prohibited, says firewall
                    2.500 callee -> caller 200
                    3.500 callee -> caller 200
                    5.500 callee -> caller 200
                    34.00 callee -> caller BYE
                    34.50 callee -> caller BYE
                    """),
                fires("rfc3261/answer-undeliverable", "Nothing listens at the Contact that the ACK goes to", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK | fails: refused, says callee
                    2.500 callee -> caller 200
                    2.510 caller -> callee ACK
                    3.500 callee -> caller 200
                    3.510 caller -> callee ACK
                    34.00 callee -> caller BYE
                    34.01 caller -> callee 200
                    """),
                silent("rfc3261/answer-undeliverable", "The ACK fails once and the call goes on", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK | fails: unreachable, says router
                    64.00 caller -> callee BYE
                    64.01 callee -> caller 200
                    """),
                fires("rfc3261/bye-undeliverable", "The phone was unplugged during the call", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    64.00 caller -> callee BYE | fails: unreachable, says router
                    64.50 caller -> callee BYE
                    65.50 caller -> callee BYE
                    """),
                silent("rfc3261/bye-undeliverable", "Both hang up at once, and one is gone already", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    64.00 caller -> callee BYE
                    64.01 callee -> caller BYE | fails: refused, says caller
                    64.02 callee -> caller 200
                    """),
                silent("rfc3261/bye-undeliverable", "The second sending of the BYE arrives", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    64.00 caller -> callee BYE | fails: unreachable, says router
                    64.50 caller -> callee BYE
                    64.51 callee -> caller 200
                    """));
    }
}

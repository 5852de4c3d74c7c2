package org.callcause.rules.rfc3261.nat;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls whose answers take another way than the requests. */
final class ReturnPathCalls {

    private ReturnPathCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/response-to-closed-port",
                        "The answers go to the port that the Via names, which the NAT does not pass",
                        """
                        party caller = 203.0.113.7:40123
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE | Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bKa
                        0.010 callee -> caller 100
                        0.500 caller -> callee INVITE | Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bKa
                        1.500 caller -> callee INVITE | Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bKa
                        3.500 caller -> callee INVITE | Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bKa
                        7.500 caller -> callee INVITE | Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bKa
                        9.000 callee -> caller 480
                        9.010 caller -> callee ACK
                        """),
                silent("rfc3261/response-to-closed-port", "The caller asks for rport, and the answers arrive", """
                    party caller = 203.0.113.7:40123
                    party callee = 198.51.100.20:5060
                    0.000 caller -> callee INVITE | Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bKa;rport
                    0.010 callee -> caller 100 | Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bKa;rport=40123;received=203.0.113.7
                    9.000 callee -> caller 480
                    9.010 caller -> callee ACK
                    """),
                fires(
                        "rfc3261/response-from-other-socket",
                        "The server answers from another port, and the NAT drops that",
                        """
                        0.000 caller -> callee INVITE | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa;rport
                        0.010 callee -> caller 100 | port: 5080
                        0.500 caller -> callee INVITE | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa;rport
                        1.500 caller -> callee INVITE | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa;rport
                        3.500 caller -> callee INVITE | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa;rport
                        7.500 caller -> callee INVITE | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKa;rport
                        9.000 callee -> caller 480 | port: 5080
                        9.010 caller -> callee ACK
                        """),
                silent("rfc3261/response-from-other-socket", "The server answers from where it was asked", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/via-return-address",
                        "The callee does not note the address that the request came from",
                        """
                        party caller = 203.0.113.7:5060
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE | Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bKa
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        60.000 caller -> callee BYE
                        60.010 callee -> caller 200
                        """),
                silent("rfc3261/via-return-address", "The callee notes it", """
                    party caller = 203.0.113.7:5060
                    party callee = 198.51.100.20:5060
                    0.000 caller -> callee INVITE | Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bKa;rport
                    0.300 callee -> caller 180 | Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bKa;rport=5060;received=203.0.113.7
                    2.000 callee -> caller 200 | Via: SIP/2.0/UDP 192.168.1.5:5060;branch=z9hG4bKa;rport=5060;received=203.0.113.7
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """));
    }
}

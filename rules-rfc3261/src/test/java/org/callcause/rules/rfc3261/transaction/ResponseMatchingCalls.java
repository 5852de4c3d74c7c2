package org.callcause.rules.rfc3261.transaction;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with responses that fit no request, or come to the wrong place. */
final class ResponseMatchingCalls {

    private ResponseMatchingCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/stray-response", "A 200 answers an OPTIONS that nobody sent", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    5.000 callee -> caller 200 (INVITE) | CSeq: 7 INFO | new
                    9.000 caller -> callee BYE
                    9.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/stray-response",
                        "The capture lost the INFO, whose number the 200 shows to be missing",
                        """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    5.000 caller -> callee INFO not captured
                    5.010 callee -> caller 200
                    9.000 caller -> callee BYE
                    9.010 callee -> caller 200
                    """),
                silent("rfc3261/stray-response", "The capture begins while it rings", """
                    2.000 caller -> callee INVITE not captured
                    2.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.000 caller -> callee BYE
                    9.010 callee -> caller 200
                    """),
                fires("rfc3261/response-misrouted", "The 486 goes to a host that never sent the INVITE", """
                    party other = 192.0.2.77:5060
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> other  486 to INVITE
                    """),
                silent("rfc3261/response-misrouted", "Behind a NAT the response goes to the address in received", """
                    0.000 caller -> callee INVITE | Via: SIP/2.0/UDP 10.0.0.5:5060;branch=z9hG4bK-nat;rport
                    0.100 callee -> caller 180 | Via: SIP/2.0/UDP 10.0.0.5:5060;branch=z9hG4bK-nat;rport=5060;received=192.0.2.10
                    3.000 callee -> caller 486 | Via: SIP/2.0/UDP 10.0.0.5:5060;branch=z9hG4bK-nat;rport=5060;received=192.0.2.10
                    3.010 caller -> callee ACK | Via: SIP/2.0/UDP 10.0.0.5:5060;branch=z9hG4bK-nat;rport
                    """),
                fires("rfc3261/extra-via", "The 200 still carries the Via of a proxy", """
                    0.000 caller -> callee INVITE | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-one
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200 | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-one | +Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bK-two
                    3.010 caller -> callee ACK
                    9.000 caller -> callee BYE
                    9.010 callee -> caller 200
                    """),
                silent("rfc3261/extra-via", "Behind the proxy two Vias come back as they went", """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    3.000 callee -> proxy  486
                    3.001 proxy  -> callee ACK
                    3.002 proxy  -> caller 486
                    3.010 caller -> proxy  ACK
                    """),
                fires("rfc3261/response-echo-broken", "The response has another From tag than the request", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 486 | From: <sip:alice@example.com>;tag=changed
                    3.010 caller -> callee ACK
                    """),
                fires("rfc3261/response-echo-broken", "The response has another branch than the request", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 486 | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-changed
                    """),
                silent("rfc3261/response-echo-broken", "The server adds received and rport to the Via", """
                    0.000 caller -> callee INVITE | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-one;rport
                    0.100 callee -> caller 180 | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-one;rport=5060;received=192.0.2.10
                    3.000 callee -> caller 486 | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-one;rport=5060;received=192.0.2.10
                    3.010 caller -> callee ACK
                    """));
    }
}

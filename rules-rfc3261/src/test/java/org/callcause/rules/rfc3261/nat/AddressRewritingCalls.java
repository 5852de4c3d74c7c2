package org.callcause.rules.rfc3261.nat;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Messages that a router has rewritten. */
final class AddressRewritingCalls {

    private AddressRewritingCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/sip-alg", "The router put the public address into the body and left the length", """
                    party caller = 203.0.113.7:5060
                    party callee = 198.51.100.20:5060
                    0.000 caller -> callee INVITE | Contact: <sip:alice@192.168.100.100> | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 203.0.113.7\\ns=-\\nc=IN IP4 203.0.113.7\\nt=0 0\\nm=audio 40000 RTP/AVP 0\\n | Content-Length: 100
                    0.010 callee -> caller 400
                    0.020 caller -> callee ACK
                    """),
                silent("rfc3261/sip-alg", "The length is wrong by another number", """
                    party caller = 203.0.113.7:5060
                    party callee = 198.51.100.20:5060
                    0.000 caller -> callee INVITE | Contact: <sip:alice@192.168.100.100> | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 203.0.113.7\\ns=-\\nc=IN IP4 203.0.113.7\\nt=0 0\\nm=audio 40000 RTP/AVP 0\\n | Content-Length: 99
                    0.010 callee -> caller 400
                    0.020 caller -> callee ACK
                    """));
    }
}

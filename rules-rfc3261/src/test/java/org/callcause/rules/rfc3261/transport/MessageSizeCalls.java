package org.callcause.rules.rfc3261.transport;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Messages too large for their way. */
final class MessageSizeCalls {

    private MessageSizeCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/udp-request-too-large",
                        "The INVITE with credentials is cut into fragments, and lost",
                        """
                        0.000 caller -> proxy INVITE | size: 1400
                        0.010 proxy -> caller 407
                        0.012 caller -> proxy ACK
                        1.000 caller -> proxy INVITE | size: 1700
                        1.500 caller -> proxy INVITE | size: 1700
                        2.500 caller -> proxy INVITE | size: 1700
                        4.500 caller -> proxy INVITE | size: 1700
                        8.500 caller -> proxy INVITE | size: 1700
                        16.500 caller -> proxy INVITE | size: 1700
                        32.500 caller -> proxy INVITE | size: 1700
                        until 80
                        """),
                silent("rfc3261/udp-request-too-large", "A small INVITE is not answered either", """
                    0.000 caller -> proxy INVITE
                    0.500 caller -> proxy INVITE
                    1.500 caller -> proxy INVITE
                    3.500 caller -> proxy INVITE
                    7.500 caller -> proxy INVITE
                    15.500 caller -> proxy INVITE
                    31.500 caller -> proxy INVITE
                    until 80
                    """),
                fires(
                        "rfc3261/udp-response-too-large",
                        "The ringing does not reach the caller, as its datagram is cut",
                        """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 183 | size: 1800
                        0.500 caller -> callee INVITE
                        1.500 caller -> callee INVITE
                        3.500 caller -> callee INVITE
                        7.500 caller -> callee INVITE
                        9.000 callee -> caller 480
                        9.010 caller -> callee ACK
                        """),
                silent("rfc3261/udp-response-too-large", "The large ringing arrives", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183 | size: 1800
                    9.000 callee -> caller 480
                    9.010 caller -> callee ACK
                    """));
    }
}

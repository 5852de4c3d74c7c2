package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with provisional responses that ask for a PRACK. */
final class ReliableResponseCalls {

    private ReliableResponseCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/missing-prack", "No PRACK comes, and the callee refuses after 32 s", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183 | reliable
                    0.800 callee -> caller 183 | reliable
                    1.800 callee -> caller 183 | reliable
                    3.800 callee -> caller 183 | reliable
                    7.800 callee -> caller 183 | reliable
                    15.800 callee -> caller 183 | reliable
                    31.800 callee -> caller 183 | reliable
                    32.300 callee -> caller 504
                    32.310 caller -> callee ACK
                    """),
                fires("rfc3261/missing-prack", "No PRACK comes, and the callee answers all the same", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183 | reliable | no sdp
                    0.800 callee -> caller 183 | reliable | no sdp
                    1.800 callee -> caller 183 | reliable | no sdp
                    3.800 callee -> caller 183 | reliable | no sdp
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/missing-prack", "The first response is lost and the second acknowledged", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183 | reliable
                    0.800 callee -> caller 183 | reliable
                    0.810 caller -> callee PRACK
                    0.820 callee -> caller 200 (PRACK)
                    5.000 callee -> caller 200 (INVITE)
                    5.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/prack-refused", "The callee does not know the response that is acknowledged", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183 | reliable
                    0.310 caller -> callee PRACK
                    0.320 callee -> caller 481 (PRACK)
                    5.000 callee -> caller 500 (INVITE)
                    5.010 caller -> callee ACK
                    """),
                silent("rfc3261/prack-refused", "The PRACK comes too late, after the CANCEL", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183 | reliable
                    0.310 caller -> callee CANCEL
                    0.320 caller -> callee PRACK
                    0.330 callee -> caller 200 (CANCEL)
                    0.340 callee -> caller 487 (INVITE)
                    0.350 callee -> caller 481 (PRACK)
                    0.360 caller -> callee ACK
                    """),
                fires("rfc3261/rseq-gap", "The second response has number 5 after number 1", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183 | reliable | RSeq: 1
                    0.310 caller -> callee PRACK
                    0.320 callee -> caller 200 (PRACK)
                    0.400 callee -> caller 180 | reliable | RSeq: 5
                    5.000 callee -> caller 200 (INVITE)
                    5.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/rseq-gap", "The second response has the next number", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183 | reliable | RSeq: 1
                    0.310 caller -> callee PRACK
                    0.320 callee -> caller 200 (PRACK)
                    0.400 callee -> caller 180 | reliable | RSeq: 2
                    0.410 caller -> callee PRACK
                    0.420 callee -> caller 200 (PRACK)
                    5.000 callee -> caller 200 (INVITE)
                    5.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/100rel-misused", "The caller does not know 100rel", """
                    0.000 caller -> callee INVITE | Supported: timer
                    0.300 callee -> caller 183 | reliable
                    0.310 caller -> callee PRACK
                    0.320 callee -> caller 200 (PRACK)
                    5.000 callee -> caller 200 (INVITE)
                    5.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/100rel-misused", "The 200 does not wait for the PRACK", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183 | reliable
                    0.310 callee -> caller 200 (INVITE)
                    0.320 caller -> callee PRACK
                    0.330 callee -> caller 200 (PRACK)
                    0.340 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/100rel-misused", "The capture shows only what the called side sends", """
                    0.000 caller -> callee INVITE not captured
                    0.250 callee -> caller 183 | reliable
                    0.270 caller -> callee PRACK not captured
                    0.290 callee -> caller 200 (PRACK)
                    4.000 callee -> caller 200 (INVITE) | no sdp
                    """),
                silent("rfc3261/100rel-misused", "The caller supports 100rel, and the 200 waits", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183 | reliable
                    0.310 caller -> callee PRACK
                    0.320 callee -> caller 200 (PRACK)
                    5.000 callee -> caller 200 (INVITE)
                    5.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/prack-refused", "The PRACK crosses the refusal of the call", """
                    0.000 caller -> callee INVITE | Supported: 100rel
                    2.000 callee -> caller 180 | reliable
                    2.005 callee -> caller 486
                    2.010 caller -> callee PRACK
                    2.015 callee -> caller 481 (PRACK)
                    2.020 caller -> callee ACK
                    """),
                silent("rfc3261/prack-refused", "The PRACK crosses the decline of one phone of two", """
                    0.000 caller -> callee INVITE | Supported: 100rel
                    0.200 callee -> caller 180 | reliable | To: <sip:bob@example.com>;tag=kitchen
                    0.400 callee -> caller 180 | To: <sip:bob@example.com>;tag=office
                    0.415 caller -> callee PRACK | To: <sip:bob@example.com>;tag=kitchen
                    0.420 callee -> caller 481 (PRACK)
                    3.000 callee -> caller 200 (INVITE) | To: <sip:bob@example.com>;tag=office
                    3.010 caller -> callee ACK
                    20.000 caller -> callee BYE
                    20.010 callee -> caller 200
                    """),
                silent(
                        "rfc3261/prack-refused",
                        "The PRACK crosses the decline of one phone of two, and the other rings on",
                        """
                    0.000 caller -> callee INVITE | Supported: 100rel
                    0.200 callee -> caller 180 | reliable | To: <sip:bob@example.com>;tag=kitchen
                    0.400 callee -> caller 180 | To: <sip:bob@example.com>;tag=office
                    0.415 caller -> callee PRACK | To: <sip:bob@example.com>;tag=kitchen
                    0.420 callee -> caller 481 (PRACK)
                    30.000 callee -> caller 480 (INVITE) | To: <sip:bob@example.com>;tag=office
                    30.010 caller -> callee ACK
                    """));
    }
}

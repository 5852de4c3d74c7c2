package org.callcause.rules.rfc3261.forking;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that several devices answer. */
final class SeveralAnswersCalls {

    private SeveralAnswersCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/second-answer-left-open", "The second answer gets no ACK", """
                    0.000 caller -> proxy INVITE
                    0.300 proxy -> caller 180 | To: <sip:bob@example.com>;tag=one
                    0.310 proxy -> caller 180 | To: <sip:bob@example.com>;tag=two
                    2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
                    2.010 caller -> proxy ACK
                    2.020 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    60.000 caller -> proxy BYE | To: <sip:bob@example.com>;tag=one
                    60.010 proxy -> caller 200
                    until 130
                    """),
                fires("rfc3261/second-answer-left-open", "The second dialog gets no BYE", """
                    0.000 caller -> proxy INVITE
                    2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
                    2.010 caller -> proxy ACK | To: <sip:bob@example.com>;tag=one
                    2.020 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two | sdp: PCMU; at 192.0.2.22
                    2.030 caller -> proxy ACK | To: <sip:bob@example.com>;tag=two
                    60.000 caller -> proxy BYE | To: <sip:bob@example.com>;tag=one
                    60.010 proxy -> caller 200
                    until 130
                    """),
                silent("rfc3261/second-answer-left-open", "The capture shows only what the caller gets", """
                    0.000 caller -> proxy INVITE not captured
                    2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
                    2.010 caller -> proxy ACK not captured
                    2.020 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    2.030 caller -> proxy ACK | To: <sip:bob@example.com>;tag=two | not captured
                    60.00 proxy -> caller BYE | From: <sip:bob@example.com>;tag=one
                    until 130
                    """),
                silent("rfc3261/second-answer-left-open", "The second dialog is ended, and the call goes on", """
                    0.000 caller -> proxy INVITE
                    2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
                    2.010 caller -> proxy ACK | To: <sip:bob@example.com>;tag=one
                    2.020 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two | sdp: PCMU; at 192.0.2.22
                    2.030 caller -> proxy ACK | To: <sip:bob@example.com>;tag=two
                    2.040 caller -> proxy BYE | To: <sip:bob@example.com>;tag=two
                    2.050 proxy -> caller 200
                    until 130
                    """),
                silent("rfc3261/second-answer-left-open", "The second dialog is ended, and the call later", """
                    0.000 caller -> proxy INVITE
                    2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
                    2.010 caller -> proxy ACK | To: <sip:bob@example.com>;tag=one
                    2.020 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two | sdp: PCMU; at 192.0.2.22
                    2.030 caller -> proxy ACK | To: <sip:bob@example.com>;tag=two
                    2.040 caller -> proxy BYE | To: <sip:bob@example.com>;tag=two
                    2.050 proxy -> caller 200
                    602.000 proxy -> caller BYE | From: <sip:bob@example.com>;tag=one
                    602.010 caller -> proxy 200
                    until 700
                    """),
                silent("rfc3261/second-answer-left-open", "Two places ring, and one answers", """
                    0.000 caller -> proxy INVITE
                    0.300 proxy -> caller 180 | To: <sip:bob@example.com>;tag=one
                    0.310 proxy -> caller 180 | To: <sip:bob@example.com>;tag=two
                    2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
                    2.010 caller -> proxy ACK
                    60.000 caller -> proxy BYE
                    60.010 proxy -> caller 200
                    until 130
                    """),
                fires("rfc3261/late-second-answer", "Another device answers after 40 seconds", """
                    0.000 caller -> proxy INVITE
                    0.300 proxy -> caller 180 | To: <sip:bob@example.com>;tag=one
                    2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
                    2.010 caller -> proxy ACK
                    42.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=two
                    60.000 caller -> proxy BYE | To: <sip:bob@example.com>;tag=one
                    60.010 proxy -> caller 200
                    until 130
                    """),
                silent("rfc3261/late-second-answer", "The same answer is repeated", """
                    0.000 caller -> proxy INVITE
                    0.300 proxy -> caller 180 | To: <sip:bob@example.com>;tag=one
                    2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
                    2.500 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
                    2.510 caller -> proxy ACK
                    60.000 caller -> proxy BYE
                    60.010 proxy -> caller 200
                    """));
    }
}

package org.callcause.rules.rfc3261.dialog;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls in which a request is refused because its CSeq number does not count on. */
final class RefusedSequenceCalls {

    private RefusedSequenceCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/cseq-refused", "The BYE carries the number of the challenged INVITE", """
                    0.000 caller -> callee INVITE | CSeq: 1 INVITE
                    0.010 callee -> caller 401
                    0.012 caller -> callee ACK
                    0.020 caller -> callee INVITE | CSeq: 2 INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.000 caller -> callee BYE | CSeq: 1 BYE
                    9.030 callee -> caller 500 Bad CSeq
                    """),
                fires("rfc3261/cseq-refused", "A source without times shows that the INVITE was answered before", """
                    caller -> callee INVITE | CSeq: 7 INVITE
                    callee -> caller 200
                    caller -> callee ACK
                    caller -> callee BYE | CSeq: 6 BYE
                    callee -> caller 500
                    """),
                fires("rfc3261/cseq-refused", "The resume has the number that the hold had", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    20.00 caller -> callee UPDATE | CSeq: 2 UPDATE | sdp: PCMU; sendonly
                    20.05 callee -> caller 200 | sdp: PCMU; recvonly
                    40.00 caller -> callee INVITE | CSeq: 2 INVITE
                    40.05 callee -> caller 500
                    40.06 caller -> callee ACK
                    50.00 caller -> callee BYE | CSeq: 3 BYE
                    50.05 callee -> caller 200
                    """),
                fires(
                        "rfc3261/cseq-refused",
                        "The PRACK repeats the number of the INVITE, and the call is never answered",
                        """
                    0.000 caller -> callee INVITE | CSeq: 4 INVITE
                    0.300 callee -> caller 183 | reliable
                    0.310 caller -> callee PRACK | CSeq: 4 PRACK
                    0.330 callee -> caller 500
                    32.30 callee -> caller 504
                    32.31 caller -> callee ACK
                    """),
                silent("rfc3261/cseq-refused", "The BYE is sent again with the next number", """
                    0.000 caller -> callee INVITE | CSeq: 2 INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.000 caller -> callee BYE | CSeq: 1 BYE
                    9.030 callee -> caller 500
                    9.040 caller -> callee BYE | CSeq: 3 BYE
                    9.060 callee -> caller 200
                    """),
                silent("rfc3261/cseq-refused", "The number counts on, and the BYE is refused all the same", """
                    0.000 caller -> callee INVITE | CSeq: 2 INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    9.000 caller -> callee BYE | CSeq: 3 BYE
                    9.030 callee -> caller 500
                    """),
                silent("rfc3261/cseq-refused", "The refused change is repeated with a higher number and accepted", """
                    0.000 caller -> callee INVITE | CSeq: 2 INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    20.00 caller -> callee INVITE | CSeq: 1 INVITE | sdp: PCMU; sendonly
                    20.05 callee -> caller 500
                    20.06 caller -> callee ACK
                    20.20 caller -> callee INVITE | CSeq: 3 INVITE | sdp: PCMU; sendonly
                    20.25 callee -> caller 200 | sdp: PCMU; recvonly
                    20.26 caller -> callee ACK
                    50.00 caller -> callee BYE | CSeq: 4 BYE
                    50.05 callee -> caller 200
                    """),
                silent("rfc3261/cseq-refused", "An INFO is refused, which ends nothing and is missed by nobody", """
                    0.000 caller -> callee INVITE | CSeq: 3 INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    20.00 caller -> callee INFO | CSeq: 2 INFO
                    20.05 callee -> caller 500
                    50.00 caller -> callee BYE | CSeq: 4 BYE
                    50.05 callee -> caller 200
                    """));
    }
}

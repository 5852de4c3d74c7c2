package org.callcause.rules.rfc3261.dialog;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with numbers in CSeq that do not count on. */
final class SequenceCalls {

    private SequenceCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/cseq-too-low", "A node with an old state counts backwards", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    20.00 caller -> callee INFO | CSeq: 5 INFO
                    20.01 callee -> caller 200
                    40.00 caller -> callee INFO | CSeq: 3 INFO
                    40.01 callee -> caller 500
                    60.00 caller -> callee BYE | CSeq: 6 BYE
                    60.01 callee -> caller 200
                    """),
                silent(
                        "rfc3261/cseq-too-low",
                        "The caller counts on with a gap, as after a challenge that went another way",
                        """
                        0.000 caller -> callee INVITE
                        0.100 callee -> caller 180
                        3.000 callee -> caller 200
                        3.010 caller -> callee ACK
                        20.00 caller -> callee INFO | CSeq: 5 INFO
                        20.01 callee -> caller 200
                        60.00 caller -> callee BYE | CSeq: 9 BYE
                        60.01 callee -> caller 200
                        """),
                silent("rfc3261/cseq-too-low", "Two requests change places on the way", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    20.00 caller -> callee INFO | CSeq: 3 INFO
                    20.02 caller -> callee UPDATE | CSeq: 2 UPDATE
                    20.03 callee -> caller 200 (INFO)
                    20.04 callee -> caller 200 (UPDATE)
                    60.00 caller -> callee BYE | CSeq: 9 BYE
                    60.01 callee -> caller 200
                    """),
                fires("rfc3261/cseq-not-increased", "An INFO and the BYE have one number", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    20.00 caller -> callee INFO | CSeq: 2 INFO
                    20.01 callee -> caller 200
                    60.00 caller -> callee BYE | CSeq: 2 BYE
                    60.01 callee -> caller 200
                    """),
                silent("rfc3261/cseq-not-increased", "Each side counts by itself", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    20.00 caller -> callee INFO | CSeq: 2 INFO
                    20.01 callee -> caller 200
                    60.00 callee -> caller BYE | CSeq: 2 BYE
                    60.01 caller -> callee 200
                    """),
                fires(
                        "rfc3261/cseq-not-increased-after-challenge",
                        "The answer to the challenge keeps the number and is challenged again",
                        """
                        0.000 phone -> registrar REGISTER | CSeq: 1 REGISTER
                        0.010 registrar -> phone 401
                        0.030 phone -> registrar REGISTER | CSeq: 1 REGISTER | Authorization: Digest username="phone", realm="example.com", nonce="n1", uri="sip:example.com", response="00000000000000000000000000000000"
                        0.040 registrar -> phone 401
                        until 10
                        """),
                silent("rfc3261/cseq-not-increased-after-challenge", "The answer to the challenge counts on", """
                    0.000 phone -> registrar REGISTER
                    0.010 registrar -> phone 401
                    0.030 phone -> registrar REGISTER
                    0.040 registrar -> phone 200
                    """),
                fires("rfc3261/cseq-out-of-range", "The caller begins at 2^31", """
                    0.000 caller -> callee INVITE | CSeq: 2147483648 INVITE
                    0.100 callee -> caller 486
                    0.110 caller -> callee ACK
                    """),
                fires("rfc3261/cseq-out-of-range", "The number has more than 32 bits", """
                    0.000 caller -> callee INVITE | CSeq: 36893488147419103232 INVITE
                    0.100 callee -> caller 400
                    """),
                silent("rfc3261/cseq-out-of-range", "The caller begins just below 2^31", """
                    0.000 caller -> callee INVITE | CSeq: 2147483600 INVITE
                    0.100 callee -> caller 486
                    0.110 caller -> callee ACK
                    """),
                fires("rfc3261/cseq-method-mismatch", "The CSeq of an OPTIONS says INVITE", """
                    0.000 caller -> callee OPTIONS | CSeq: 8 INVITE
                    0.100 callee -> caller 400
                    """),
                silent("rfc3261/cseq-method-mismatch", "The ACK says ACK, not INVITE", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee BYE
                    60.01 callee -> caller 200
                    """));
    }
}

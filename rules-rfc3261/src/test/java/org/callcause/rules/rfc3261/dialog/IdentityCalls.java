package org.callcause.rules.rfc3261.dialog;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with branches and tags that tell too little, or too much. */
final class IdentityCalls {

    private IdentityCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/branch-without-cookie", "An old phone makes branches of its own kind", """
                    0.000 caller -> callee INVITE | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=1234
                    0.100 callee -> caller 486
                    0.110 caller -> callee ACK
                    """),
                fires("rfc3261/branch-without-cookie", "The branch is the cookie alone", """
                    0.000 caller -> callee OPTIONS | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK
                    0.100 callee -> caller 200
                    """),
                silent("rfc3261/branch-without-cookie", "Somebody took the Via away before he showed the message", """
                    0.000 caller -> callee OPTIONS | Via: SIP/2.0/UDP <<REMOVED>>
                    0.100 callee -> caller 200
                    """),
                silent("rfc3261/branch-without-cookie", "The branch is the cookie and a little more", """
                    0.000 caller -> callee OPTIONS | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1
                    0.100 callee -> caller 200
                    """),
                fires("rfc3261/branch-reused", "The BYE has the branch of the INVITE", """
                    0.000 caller -> callee INVITE | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-same
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee BYE | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-same
                    60.01 callee -> caller 200
                    """),
                silent("rfc3261/branch-reused", "CANCEL and the ACK of the 487 have the branch of the INVITE", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 caller -> callee CANCEL
                    3.010 callee -> caller 200 (CANCEL)
                    3.020 callee -> caller 487
                    3.030 caller -> callee ACK
                    """),
                fires(
                        "rfc3261/to-tag-changes",
                        "The phone plays its ringing tone with one tag and answers with another",
                        """
                        party callee = 198.51.100.20:5060
                        0.000 caller -> callee INVITE
                        0.100 callee -> caller 183 | To: <sip:bob@example.com>;tag=one
                        3.000 callee -> caller 200 | To: <sip:bob@example.com>;tag=two
                        3.010 caller -> callee ACK
                        60.00 caller -> callee BYE
                        60.01 callee -> caller 200
                        """),
                silent("rfc3261/to-tag-changes", "Two phones ring behind a PBX that names itself in Contact", """
                    party pbx = 192.0.2.1:5060
                    0.000 caller -> pbx    INVITE
                    0.100 pbx    -> caller 180 | To: <sip:bob@example.com>;tag=desk | Contact: <sip:bob@192.0.2.1:5060>
                    0.200 pbx    -> caller 180 | To: <sip:bob@example.com>;tag=mobile | Contact: <sip:bob@192.0.2.1:5060>
                    3.000 pbx    -> caller 200 | To: <sip:bob@example.com>;tag=mobile | Contact: <sip:bob@192.0.2.1:5060>
                    3.010 caller -> pbx    ACK
                    60.00 caller -> pbx    BYE
                    60.01 pbx    -> caller 200
                    """),
                silent("rfc3261/to-tag-changes", "Two phones ring, each with its own tag", """
                    party proxy = 192.0.2.1:5060
                    0.000 caller -> proxy  INVITE
                    0.100 proxy  -> caller 180 | To: <sip:bob@example.com>;tag=desk | Contact: <sip:bob@198.51.100.20:5060>
                    0.200 proxy  -> caller 180 | To: <sip:bob@example.com>;tag=mobile | Contact: <sip:bob@198.51.100.21:5060>
                    3.000 proxy  -> caller 200 | To: <sip:bob@example.com>;tag=mobile | Contact: <sip:bob@198.51.100.21:5060>
                    3.010 caller -> proxy  ACK
                    60.00 caller -> proxy  BYE
                    60.01 proxy  -> caller 200
                    """),
                fires("rfc3261/missing-to-tag", "A 404 comes without To tag", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 404 | To: <sip:bob@example.com>
                    0.110 caller -> callee ACK
                    """),
                silent("rfc3261/missing-to-tag", "A 100 comes without To tag", """
                    0.000 caller -> callee INVITE
                    0.050 callee -> caller 100
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee BYE
                    60.01 callee -> caller 200
                    """),
                fires("rfc3261/missing-from-tag", "An old client sends no tag", """
                    0.000 caller -> callee OPTIONS | start: OPTIONS sip:bob@example.com SIP/2.0 | -From | +From: <sip:alice@example.com>
                    0.100 callee -> caller 200
                    """),
                silent("rfc3261/missing-from-tag", "The INVITE has a From tag and no To tag", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee BYE
                    60.01 callee -> caller 200
                    """),
                fires("rfc3261/bye-without-tags", "The BYE lacks its To tag", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee BYE | To: <sip:bob@example.com>
                    60.01 callee -> caller 481
                    """),
                silent("rfc3261/bye-without-tags", "The BYE has both tags", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee BYE
                    60.01 callee -> caller 200
                    """));
    }
}

package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Refused calls whose caller heard the announcement of it. */
final class AnnouncedRefusalCalls {

    private AnnouncedRefusalCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/refusal-announced", "The callee screens calls, and an announcement says so", """
                    0.000 caller -> proxy  INVITE
                    0.020 proxy  -> caller 403 Screening Failure | Error-Info: <sip:screened@ms.example.com>
                    0.030 caller -> proxy  ACK
                    0.050 caller -> media  INVITE | start: INVITE sip:screened@ms.example.com SIP/2.0 | CSeq: 2 INVITE
                    0.080 media  -> caller 200
                    0.090 caller -> media  ACK
                    6.000 media  -> caller BYE
                    6.010 caller -> media  200
                    """),
                silent("rfc3261/refusal-announced", "The caller tries another address of the callee", """
                    0.000 caller -> proxy  INVITE
                    0.020 proxy  -> caller 403 | Error-Info: <sip:screened@ms.example.com>
                    0.030 caller -> proxy  ACK
                    0.050 caller -> mobile INVITE | start: INVITE sip:bob@mobile.example.com SIP/2.0 | CSeq: 2 INVITE
                    2.080 mobile -> caller 200
                    2.090 caller -> mobile ACK
                    60.00 caller -> mobile BYE
                    60.01 mobile -> caller 200
                    """));
    }
}

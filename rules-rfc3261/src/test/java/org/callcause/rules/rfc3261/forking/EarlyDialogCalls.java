package org.callcause.rules.rfc3261.forking;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that ring in several places, seen from the caller. */
final class EarlyDialogCalls {

    private EarlyDialogCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/forked-behind", "Two places ring, and the caller gets one refusal", """
                    0.000 caller -> proxy INVITE
                    0.300 proxy -> caller 180 | To: <sip:bob@example.com>;tag=one
                    0.310 proxy -> caller 180 | To: <sip:bob@example.com>;tag=two
                    9.000 proxy -> caller 480 | To: <sip:bob@example.com>;tag=two
                    9.010 caller -> proxy ACK
                    """),
                silent("rfc3261/forked-behind", "Two places ring, and one answers", """
                    0.000 caller -> proxy INVITE
                    0.300 proxy -> caller 180 | To: <sip:bob@example.com>;tag=one
                    0.310 proxy -> caller 180 | To: <sip:bob@example.com>;tag=two
                    2.000 proxy -> caller 200 | To: <sip:bob@example.com>;tag=one
                    2.010 caller -> proxy ACK
                    60.000 caller -> proxy BYE
                    60.010 proxy -> caller 200
                    """),
                fires("rfc3261/199-misused", "The caller does not know 199", """
                    0.000 caller -> proxy INVITE
                    0.300 proxy -> caller 180 | To: <sip:bob@example.com>;tag=one
                    0.310 proxy -> caller 199 Early Dialog Terminated | To: <sip:bob@example.com>;tag=two
                    9.000 proxy -> caller 480 | To: <sip:bob@example.com>;tag=one
                    9.010 caller -> proxy ACK
                    """),
                silent("rfc3261/199-misused", "The caller supports 199", """
                    0.000 caller -> proxy INVITE | Supported: 199
                    0.300 proxy -> caller 180 | To: <sip:bob@example.com>;tag=one
                    0.310 proxy -> caller 199 Early Dialog Terminated | To: <sip:bob@example.com>;tag=two
                    9.000 proxy -> caller 480 | To: <sip:bob@example.com>;tag=one
                    9.010 caller -> proxy ACK
                    """));
    }
}

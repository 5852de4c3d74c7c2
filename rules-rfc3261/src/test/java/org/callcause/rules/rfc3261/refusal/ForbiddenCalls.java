package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls and registrations that ended with 403. */
final class ForbiddenCalls {

    private ForbiddenCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/403-forbidden", "The destination is barred for this caller", """
                        0.000 caller -> proxy  INVITE
                        0.020 proxy  -> caller 403
                        0.022 caller -> proxy  ACK
                        """),
                silent("rfc3261/403-forbidden", "The phrase blames the password", """
                        0.000 caller -> proxy  INVITE
                        0.020 proxy  -> caller 403 Wrong password or domain
                        0.022 caller -> proxy  ACK
                        """),
                fires("rfc3261/403-not-registered", "A PBX calls after its registration ran out", """
                        0.000 caller -> proxy  INVITE
                        0.020 proxy  -> caller 403 | Warning: 399 proxy.example.com "User not registered"
                        0.022 caller -> proxy  ACK
                        """),
                silent("rfc3261/403-not-registered", "The number that is shown lacks another registration", """
                        0.000 caller -> proxy  INVITE
                        0.020 proxy  -> caller 403 Caller ID number not registered
                        0.022 caller -> proxy  ACK
                        """),
                fires("rfc3261/403-not-registered", "The words do not say whose extension it is", """
                        0.000 caller -> proxy  INVITE
                        0.020 proxy  -> caller 403 Extension not registered
                        0.022 caller -> proxy  ACK
                        """),
                fires("rfc3261/403-not-registered", "The words name the one who was called", """
                        0.000 caller -> proxy  INVITE sip:2001@example.com | To: <sip:2001@example.com>
                        0.020 proxy  -> caller 403 User 2001 is not registered
                        0.022 caller -> proxy  ACK
                        """),
                fires(
                        "rfc3261/403-wrong-password",
                        "The credentials are refused with 403 instead of a new challenge",
                        """
                        0.000 caller -> proxy  INVITE
                        0.003 proxy  -> caller 407
                        0.005 caller -> proxy  ACK
                        0.010 caller -> proxy  INVITE
                        0.014 proxy  -> caller 403 Wrong password or domain
                        0.016 caller -> proxy  ACK
                        """),
                silent("rfc3261/403-wrong-password", "A plain 403 by policy", """
                        0.000 caller -> proxy  INVITE
                        0.020 proxy  -> caller 403
                        0.022 caller -> proxy  ACK
                        """));
    }
}

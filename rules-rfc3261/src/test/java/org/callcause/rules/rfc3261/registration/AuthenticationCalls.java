package org.callcause.rules.rfc3261.registration;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls and registrations that end with a challenge. */
final class AuthenticationCalls {

    private AuthenticationCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/auth-not-answered", "The caller takes the challenge for a refusal", """
                        0.000 caller -> proxy  INVITE
                        0.003 proxy  -> caller 407
                        0.005 caller -> proxy  ACK
                        until 40
                        """),
                silent("rfc3261/auth-not-answered", "The caller answers the challenge, and the call goes on", """
                        0.000 caller -> proxy  INVITE
                        0.003 proxy  -> caller 407
                        0.005 caller -> proxy  ACK
                        0.010 caller -> proxy  INVITE
                        0.300 proxy  -> caller 180
                        2.000 proxy  -> caller 200
                        2.010 caller -> proxy  ACK
                        8.000 caller -> proxy  BYE
                        8.010 proxy  -> caller 200
                        """),
                fires(
                        "rfc3261/auth-not-answered",
                        "The trace ends where the caller has acknowledged the challenge",
                        """
                        0.000 caller -> proxy  INVITE
                        0.003 proxy  -> caller 407
                        0.005 caller -> proxy  ACK
                        """),
                silent("rfc3261/auth-not-answered", "The capture ends right after the challenge", """
                        0.000 caller -> proxy  INVITE
                        0.003 proxy  -> caller 407
                        """),
                fires("rfc3261/auth-refused", "The password is wrong, and the registrar asks again", """
                        0.000 phone -> registrar REGISTER
                        0.004 registrar -> phone 401
                        0.010 phone -> registrar REGISTER
                        0.014 registrar -> phone 401
                        until 40
                        """),
                fires("rfc3261/auth-refused", "The password was right before", """
                        0.000 phone -> registrar REGISTER
                        0.004 registrar -> phone 401
                        0.010 phone -> registrar REGISTER
                        0.014 registrar -> phone 200
                        60.000 phone -> registrar REGISTER
                        60.004 registrar -> phone 401
                        60.010 phone -> registrar REGISTER
                        60.014 registrar -> phone 401
                        until 100
                        """),
                silent("rfc3261/auth-refused", "The nonce had expired, and the second try is taken", """
                        0.000 phone -> registrar REGISTER
                        0.004 registrar -> phone 401
                        0.010 phone -> registrar REGISTER
                        0.014 registrar -> phone 401 | stale
                        0.020 phone -> registrar REGISTER
                        0.024 registrar -> phone 200
                        """));
    }
}

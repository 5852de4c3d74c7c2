package org.callcause.rules.rfc3261.transaction;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with provisional responses that are missing, lead nowhere or must not be. */
final class ProvisionalCalls {

    private ProvisionalCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/missing-100", "The first sign of the server is a 180 after three INVITEs", """
                    0.000 caller -> proxy  INVITE
                    0.500 caller -> proxy  INVITE
                    1.500 caller -> proxy  INVITE
                    2.000 proxy  -> caller 180
                    5.000 proxy  -> caller 200
                    5.010 caller -> proxy  ACK
                    9.000 caller -> proxy  BYE
                    9.010 proxy  -> caller 200
                    """),
                silent("rfc3261/missing-100", "Two INVITEs were lost, and the third is answered within 200 ms", """
                    0.000 caller -> proxy  INVITE
                    0.500 caller -> proxy  INVITE
                    1.500 caller -> proxy  INVITE
                    1.650 proxy  -> caller 180
                    5.000 proxy  -> caller 200
                    5.010 caller -> proxy  ACK
                    9.000 caller -> proxy  BYE
                    9.010 proxy  -> caller 200
                    """),
                silent("rfc3261/missing-100", "The server answers 100 at once and rings later", """
                    0.000 caller -> proxy  INVITE
                    0.500 caller -> proxy  INVITE
                    0.520 proxy  -> caller 100
                    2.000 proxy  -> caller 180
                    5.000 proxy  -> caller 200
                    5.010 caller -> proxy  ACK
                    9.000 caller -> proxy  BYE
                    9.010 proxy  -> caller 200
                    """),
                fires("rfc3261/stuck-until-cancelled", "The caller waits 18 s behind a 100 and gives up", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    18.00 caller -> proxy  CANCEL
                    18.01 proxy  -> caller 200 (CANCEL)
                    18.02 proxy  -> caller 487
                    18.03 caller -> proxy  ACK
                    """),
                fires(
                        "rfc3261/stuck-until-cancelled",
                        "No times are known, and the INVITE that was sent on got no response",
                        """
                        caller -> proxy  INVITE
                        proxy  -> callee INVITE
                        proxy  -> caller 100
                        caller -> proxy  CANCEL
                        proxy  -> caller 200 (CANCEL)
                        """),
                silent(
                        "rfc3261/stuck-until-cancelled",
                        "The callee has the INVITE, and the caller changes their mind",
                        """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> callee INVITE
                        0.005 proxy  -> caller 100
                        0.020 callee -> proxy  100
                        2.000 caller -> proxy  CANCEL
                        2.010 proxy  -> caller 200 (CANCEL)
                        """),
                silent("rfc3261/stuck-until-cancelled", "The caller changes their mind after two seconds", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    2.000 caller -> proxy  CANCEL
                    2.010 proxy  -> caller 200 (CANCEL)
                    2.020 proxy  -> caller 487
                    2.030 caller -> proxy  ACK
                    """),
                silent("rfc3261/stuck-until-cancelled", "The capture has no CANCEL that would explain the 487", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> callee INVITE
                    0.005 proxy  -> caller 100
                    20.00 proxy  -> caller 487
                    20.01 caller -> proxy  ACK
                    """),
                silent("rfc3261/stuck-until-cancelled", "It rang before the caller gave up", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    1.000 proxy  -> caller 180
                    18.00 caller -> proxy  CANCEL
                    18.01 proxy  -> caller 200 (CANCEL)
                    18.02 proxy  -> caller 487
                    18.03 caller -> proxy  ACK
                    """),
                fires("rfc3261/rang-until-timer-c", "The proxy cancels three minutes after the last 180", """
                    0.000 proxy  -> callee INVITE
                    0.020 callee -> proxy  100
                    0.300 callee -> proxy  180
                    181.0 proxy  -> callee CANCEL
                    181.1 callee -> proxy  200 (CANCEL)
                    181.2 callee -> proxy  487
                    181.3 proxy  -> callee ACK
                    """),
                fires("rfc3261/rang-until-timer-c", "It rings, and nothing ever comes after it", """
                    0.000 caller -> proxy  INVITE
                    0.020 proxy  -> caller 100
                    0.300 proxy  -> caller 180
                    until 400
                    """),
                silent(
                        "rfc3261/rang-until-timer-c",
                        "The phone renews its 180 every minute, and the caller gives up after four",
                        """
                        0.000 caller -> callee INVITE
                        0.020 callee -> caller 100
                        0.300 callee -> caller 180
                        60.30 callee -> caller 180
                        120.3 callee -> caller 180
                        180.3 callee -> caller 180
                        240.0 caller -> callee CANCEL
                        240.1 callee -> caller 200 (CANCEL)
                        240.2 callee -> caller 487
                        240.3 caller -> callee ACK
                        """),
                fires("rfc3261/non-invite-provisional", "A REGISTER is answered 183", """
                    0.000 phone -> registrar REGISTER
                    0.100 registrar -> phone 183
                    0.200 registrar -> phone 200
                    """),
                silent("rfc3261/non-invite-provisional", "A REGISTER is answered 100 after 3.6 s", """
                    0.000 phone -> registrar REGISTER
                    0.500 phone -> registrar REGISTER
                    1.500 phone -> registrar REGISTER
                    3.500 phone -> registrar REGISTER
                    3.600 registrar -> phone 100
                    4.000 registrar -> phone 200
                    """),
                fires("rfc3261/non-invite-early-100", "A BYE is answered 100 at once", """
                    0.000 caller -> callee INVITE
                    0.020 callee -> caller 100
                    0.210 callee -> caller 180
                    3.300 callee -> caller 200
                    3.320 caller -> callee ACK
                    9.000 caller -> callee BYE
                    9.005 callee -> caller 100 (BYE)
                    9.200 callee -> caller 200
                    """),
                silent("rfc3261/non-invite-early-100", "The 100 comes over TCP", """
                    transport TCP
                    0.000 caller -> callee INVITE
                    0.020 callee -> caller 100
                    0.210 callee -> caller 180
                    3.300 callee -> caller 200
                    3.320 caller -> callee ACK
                    9.000 caller -> callee BYE
                    9.005 callee -> caller 100 (BYE)
                    9.200 callee -> caller 200
                    """));
    }
}

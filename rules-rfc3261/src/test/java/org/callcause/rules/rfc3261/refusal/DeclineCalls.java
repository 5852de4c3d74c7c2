package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that ended with 603. */
final class DeclineCalls {

    private DeclineCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/603-declined", "The callee presses decline after four seconds of ringing", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    4.100 callee -> proxy  603 Decline
                    4.101 proxy  -> callee ACK
                    4.102 proxy  -> caller 603 Decline
                    4.103 caller -> proxy  ACK
                    """),
                fires("rfc3261/603-declined", "The phone sends no 180, and 603 comes after six seconds", """
                    0.000 caller -> callee INVITE
                    0.020 callee -> caller 100
                    6.300 callee -> caller 603
                    6.310 caller -> callee ACK
                    """),
                silent("rfc3261/603-declined", "The phone rings for a minute, and its timer sends 603", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    60.400 callee -> proxy  603 Decline
                    60.401 proxy  -> callee ACK
                    60.402 proxy  -> caller 603 Decline
                    60.403 caller -> proxy  ACK
                    """),
                fires("rfc3261/603-rang-out", "The phone rings for a minute, and its timer sends 603", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    60.400 callee -> proxy  603 Decline
                    60.401 proxy  -> callee ACK
                    60.402 proxy  -> caller 603 Decline
                    60.403 caller -> proxy  ACK
                    """),
                silent("rfc3261/603-rang-out", "The callee presses decline after four seconds", """
                    0.000 caller -> proxy  INVITE
                    0.004 proxy  -> caller 100
                    0.005 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    0.252 proxy  -> caller 180
                    4.100 callee -> proxy  603 Decline
                    4.101 proxy  -> callee ACK
                    4.102 proxy  -> caller 603 Decline
                    4.103 caller -> proxy  ACK
                    """),
                fires("rfc3261/603-without-ringing", "A call filter refuses 16 ms after the INVITE", """
                    0.000 caller -> proxy  INVITE
                    0.016 proxy  -> caller 603 Declined
                    0.018 caller -> proxy  ACK
                    """),
                fires("rfc3261/603-without-ringing", "A filter that asks elsewhere first refuses after 1.5 s", """
                    0.000 caller -> proxy  INVITE
                    0.020 proxy  -> caller 100
                    1.500 proxy  -> caller 603
                    1.510 caller -> proxy  ACK
                    """),
                silent("rfc3261/603-declined", "A filter that asks elsewhere first refuses after 1.5 s", """
                    0.000 caller -> proxy  INVITE
                    0.020 proxy  -> caller 100
                    1.500 proxy  -> caller 603
                    1.510 caller -> proxy  ACK
                    """),
                silent("rfc3261/603-without-ringing", "The callee presses decline after two quick seconds", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 180
                    2.300 callee -> caller 603
                    2.310 caller -> callee ACK
                    """),
                fires(
                        "rfc3261/603-network-blocked",
                        "The analytics of a carrier block the call and say so in the form of 603+",
                        """
                        0.000 caller -> trunk  INVITE
                        0.030 trunk  -> caller 100
                        0.420 trunk  -> caller 603 Network Blocked | Reason: SIP;cause=603;text="v=analytics1;url=https://redress.example.net;tel=+15550100;id=42";location=RLN
                        0.425 caller -> trunk  ACK
                        """),
                silent(
                        "rfc3261/603-network-blocked",
                        "A plain 603 comes as fast, without phrase or Reason of 603+",
                        """
                        0.000 caller -> trunk  INVITE
                        0.030 trunk  -> caller 100
                        0.420 trunk  -> caller 603 Decline | Reason: Q.850;cause=21;text="Call rejected"
                        0.425 caller -> trunk  ACK
                        """),
                silent(
                        "rfc3261/603-without-ringing",
                        "A gateway sends a 183 only with the refusal, twelve seconds after the INVITE",
                        """
                        0.000 caller -> callee INVITE
                        12.000 callee -> caller 183
                        12.200 callee -> caller 603
                        12.210 caller -> callee ACK
                        """));
    }
}

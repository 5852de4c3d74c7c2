package org.callcause.rules.rfc3261.transaction;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that the caller gave up. */
final class CancelCalls {

    private CancelCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/cancel-before-provisional", "The caller hangs up before the proxy said anything", """
                    0.000 caller -> proxy  INVITE
                    0.100 caller -> proxy  CANCEL
                    0.110 proxy  -> caller 481 (CANCEL)
                    0.300 proxy  -> caller 180
                    9.000 proxy  -> caller 480
                    9.010 caller -> proxy  ACK
                    """),
                silent("rfc3261/cancel-before-provisional", "The caller waits for the 100", """
                    0.000 caller -> proxy  INVITE
                    0.090 proxy  -> caller 100
                    0.100 caller -> proxy  CANCEL
                    0.110 proxy  -> caller 200 (CANCEL)
                    0.300 proxy  -> caller 487
                    0.310 caller -> proxy  ACK
                    """),
                silent("rfc3261/cancel-before-provisional", "The capture lost the 180", """
                    0.000 caller -> callee INVITE
                    0.090 callee -> caller 180 not captured
                    6.000 caller -> callee CANCEL
                    6.010 callee -> caller 200 (CANCEL)
                    6.020 callee -> caller 487
                    6.030 caller -> callee ACK
                    """),
                fires("rfc3261/bad-cancel", "The CANCEL has a branch of its own", """
                    0.000 caller -> proxy  INVITE
                    0.090 proxy  -> caller 180
                    3.000 caller -> proxy  CANCEL | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-other
                    3.010 proxy  -> caller 481 (CANCEL)
                    9.000 proxy  -> caller 480
                    9.010 caller -> proxy  ACK
                    """),
                fires("rfc3261/bad-cancel", "The CANCEL carries the tag of the ringing phone", """
                    0.000 caller -> proxy  INVITE
                    0.090 proxy  -> caller 180
                    3.000 caller -> proxy  CANCEL | To: <sip:bob@example.com>;tag=ringing
                    3.010 proxy  -> caller 200 (CANCEL)
                    3.020 proxy  -> caller 487
                    3.030 caller -> proxy  ACK
                    """),
                silent("rfc3261/bad-cancel", "The CANCEL repeats what the INVITE had", """
                    0.000 caller -> proxy  INVITE
                    0.090 proxy  -> caller 180
                    3.000 caller -> proxy  CANCEL
                    3.010 proxy  -> caller 200 (CANCEL)
                    3.020 proxy  -> caller 487
                    3.030 caller -> proxy  ACK
                    """),
                fires("rfc3261/cancel-of-non-invite", "A BYE is cancelled", """
                    0.000 caller -> callee INVITE
                    0.210 callee -> caller 180
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK
                    20.00 caller -> callee BYE | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-bye
                    20.40 caller -> callee CANCEL | CSeq: 2 CANCEL | Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK-bye
                    20.41 callee -> caller 200 (CANCEL)
                    20.42 callee -> caller 200 (BYE)
                    """),
                silent("rfc3261/cancel-of-non-invite", "An INVITE is cancelled", """
                    0.000 caller -> proxy  INVITE
                    0.090 proxy  -> caller 180
                    3.000 caller -> proxy  CANCEL
                    3.010 proxy  -> caller 200 (CANCEL)
                    3.020 proxy  -> caller 487
                    3.030 caller -> proxy  ACK
                    """),
                fires("rfc3261/cancel-lost-race", "The 200 crosses the CANCEL, and the caller never hangs up", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 caller -> callee CANCEL
                    3.005 callee -> caller 200 to INVITE
                    3.020 callee -> caller 200 (CANCEL)
                    3.030 caller -> callee ACK
                    20.00 callee -> caller BYE
                    20.01 caller -> callee 200
                    """),
                silent("rfc3261/cancel-lost-race", "The 200 crosses the CANCEL, and the caller hangs up", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 caller -> callee CANCEL
                    3.005 callee -> caller 200 to INVITE
                    3.020 callee -> caller 200 (CANCEL)
                    3.030 caller -> callee ACK
                    3.040 caller -> callee BYE
                    3.050 callee -> caller 200
                    """),
                fires(
                        "rfc3261/cancel-not-matched",
                        "The server does not find the call to cancel, and it rings on",
                        """
                        0.000 caller -> proxy  INVITE
                        0.090 proxy  -> caller 100
                        0.200 proxy  -> caller 180
                        3.000 caller -> proxy  CANCEL
                        3.010 proxy  -> caller 481 (CANCEL)
                        40.00 proxy  -> caller 480
                        40.01 caller -> proxy  ACK
                        """),
                silent("rfc3261/cancel-not-matched", "A repeated CANCEL finds the call gone", """
                    0.000 caller -> proxy  INVITE
                    0.090 proxy  -> caller 180
                    3.000 caller -> proxy  CANCEL
                    3.010 proxy  -> caller 200 (CANCEL)
                    3.020 proxy  -> caller 487
                    3.030 caller -> proxy  ACK
                    3.500 caller -> proxy  CANCEL | again
                    3.510 proxy  -> caller 481 (CANCEL)
                    """),
                fires(
                        "rfc3261/cancelled-without-487",
                        "The CANCEL is accepted, and the INVITE stays without an end",
                        """
                        0.000 caller -> proxy  INVITE
                        0.090 proxy  -> caller 180
                        3.000 caller -> proxy  CANCEL
                        3.010 proxy  -> caller 200 (CANCEL)
                        until 40
                        """),
                silent("rfc3261/cancelled-without-487", "The capture ends a second after the CANCEL", """
                    0.000 caller -> proxy  INVITE
                    0.090 proxy  -> caller 180
                    3.000 caller -> proxy  CANCEL
                    3.010 proxy  -> caller 200 (CANCEL)
                    until 4
                    """),
                silent("rfc3261/cancelled-without-487", "The ACK shows the 487 that the capture lost", """
                    0.000 caller -> proxy  INVITE
                    0.090 proxy  -> caller 180
                    3.000 caller -> proxy  CANCEL
                    3.010 proxy  -> caller 200 (CANCEL)
                    3.020 proxy  -> caller 487 not captured
                    3.030 caller -> proxy  ACK
                    until 40
                    """),
                fires("rfc3261/cancel-unanswered", "Nobody hears the CANCEL", """
                    0.000 caller -> proxy  INVITE
                    0.020 proxy  -> caller 100
                    0.300 proxy  -> caller 180
                    5.000 caller -> proxy  CANCEL
                    5.500 caller -> proxy  CANCEL
                    6.500 caller -> proxy  CANCEL
                    8.500 caller -> proxy  CANCEL
                    12.500 caller -> proxy  CANCEL
                    16.500 caller -> proxy  CANCEL
                    until 300
                    """),
                fires("rfc3261/cancel-unanswered", "Nobody hears the CANCEL, and the phone is picked up", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    5.000 caller -> callee CANCEL
                    5.500 caller -> callee CANCEL
                    6.500 caller -> callee CANCEL
                    8.500 caller -> callee CANCEL
                    12.500 caller -> callee CANCEL
                    60.000 callee -> caller 200 (INVITE)
                    60.020 caller -> callee ACK
                    60.050 caller -> callee BYE
                    60.070 callee -> caller 200
                    """),
                fires("rfc3261/cancel-unanswered", "Over TCP nothing is repeated, and nothing comes", """
                    transport TCP
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    5.000 caller -> callee CANCEL
                    until 60
                    """),
                fires("rfc3261/cancel-unanswered", "The proxy takes the CANCEL, and the phone behind it does not", """
                    0.000 caller -> proxy  INVITE
                    0.010 proxy  -> callee INVITE
                    0.300 callee -> proxy  180
                    0.310 proxy  -> caller 180
                    5.000 caller -> proxy  CANCEL
                    5.010 proxy  -> caller 200 (CANCEL)
                    5.020 proxy  -> callee CANCEL
                    5.520 proxy  -> callee CANCEL
                    6.520 proxy  -> callee CANCEL
                    8.520 proxy  -> callee CANCEL
                    12.520 proxy  -> callee CANCEL
                    16.520 proxy  -> callee CANCEL
                    until 300
                    """),
                silent("rfc3261/cancel-unanswered", "The capture ends soon after the CANCEL", """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    5.000 caller -> proxy  CANCEL
                    5.500 caller -> proxy  CANCEL
                    until 6
                    """),
                silent("rfc3261/cancel-unanswered", "The capture shows one direction only", """
                    0.000 caller -> proxy  INVITE
                    5.000 caller -> proxy  CANCEL
                    5.500 caller -> proxy  CANCEL
                    6.500 caller -> proxy  CANCEL
                    8.500 caller -> proxy  CANCEL
                    12.500 caller -> proxy  CANCEL
                    16.500 caller -> proxy  CANCEL
                    until 300
                    """),
                silent("rfc3261/cancel-unanswered", "The 200 went unseen, and the 487 came", """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    5.000 caller -> proxy  CANCEL
                    5.030 proxy  -> caller 487 (INVITE)
                    5.040 caller -> proxy  ACK
                    until 300
                    """),
                silent("rfc3261/cancel-unanswered", "The refusal crosses the CANCEL, which is not answered", """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    5.000 caller -> proxy  CANCEL
                    5.005 proxy  -> caller 486 (INVITE)
                    5.010 caller -> proxy  ACK
                    5.500 caller -> proxy  CANCEL
                    6.500 caller -> proxy  CANCEL
                    8.500 caller -> proxy  CANCEL
                    12.500 caller -> proxy  CANCEL
                    16.500 caller -> proxy  CANCEL
                    until 300
                    """),
                fires("rfc3261/answered-elsewhere", "Another device of the fork took the call", """
                    0.000 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    6.000 proxy  -> callee CANCEL | Reason: SIP;cause=200;text="Call completed elsewhere"
                    6.020 callee -> proxy  200 (CANCEL)
                    6.022 callee -> proxy  487
                    6.024 proxy  -> callee ACK
                    """),
                silent("rfc3261/answered-elsewhere", "The caller gave up", """
                    0.000 proxy  -> callee INVITE
                    0.250 callee -> proxy  180
                    6.000 proxy  -> callee CANCEL
                    6.020 callee -> proxy  200 (CANCEL)
                    6.022 callee -> proxy  487
                    6.024 proxy  -> callee ACK
                    """));
    }
}

package org.callcause.rules.rfc3261.dialog;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that end otherwise than by an answered BYE. */
final class DialogEndCalls {

    private DialogEndCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/dialog-unknown", "The re-INVITE finds that the other side has lost the call", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    30.00 caller -> callee INVITE
                    30.01 callee -> caller 481
                    30.02 caller -> callee ACK
                    30.03 caller -> callee BYE
                    30.04 callee -> caller 481
                    """),
                fires("rfc3261/dialog-unknown", "The BYE finds no call any more", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    30.00 caller -> callee BYE
                    30.01 callee -> caller 481
                    """),
                silent("rfc3261/dialog-unknown", "Both hang up at once, and one BYE gets 481", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    30.00 caller -> callee BYE
                    30.01 callee -> caller BYE
                    30.02 callee -> caller 200 (BYE)
                    30.03 caller -> callee 481 (BYE)
                    """),
                silent("rfc3261/dialog-unknown", "A re-INVITE crosses the BYE of the other side", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    30.00 callee -> caller BYE
                    30.01 caller -> callee INVITE
                    30.02 caller -> callee 200 (BYE)
                    30.03 callee -> caller 481 to INVITE
                    30.04 caller -> callee ACK
                    """),
                silent("rfc3261/dialog-unknown", "A repeated CANCEL finds the call gone", """
                    0.000 caller -> proxy  INVITE
                    0.090 proxy  -> caller 180
                    3.000 caller -> proxy  CANCEL
                    3.010 proxy  -> caller 200 (CANCEL)
                    3.020 proxy  -> caller 487
                    3.030 caller -> proxy  ACK
                    3.500 caller -> proxy  CANCEL | again
                    3.510 proxy  -> caller 481 (CANCEL)
                    """),
                fires("rfc3261/dialog-destroyed", "A re-INVITE is answered 404, and the call ends", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    30.00 caller -> callee INVITE
                    30.01 callee -> caller 404
                    30.02 caller -> callee ACK
                    30.03 caller -> callee BYE
                    30.04 callee -> caller 200
                    """),
                silent("rfc3261/dialog-destroyed", "An INFO is answered 405, and the two talk on", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    30.00 caller -> callee INFO
                    30.01 callee -> caller 405
                    60.00 caller -> callee BYE
                    60.01 callee -> caller 200
                    """),
                silent("rfc3261/dialog-destroyed", "A re-INVITE is answered 488, which changes nothing", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    30.00 caller -> callee INVITE
                    30.01 callee -> caller 488
                    30.02 caller -> callee ACK
                    30.03 caller -> callee BYE
                    30.04 callee -> caller 200
                    """),
                fires("rfc3261/callee-bye-too-early", "The callee hangs up before the ACK", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.200 callee -> caller BYE
                    3.210 caller -> callee 200
                    """),
                fires("rfc3261/callee-bye-too-early", "The callee sends BYE while it rings", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller BYE
                    3.010 caller -> callee 200
                    """),
                silent(
                        "rfc3261/callee-bye-too-early",
                        "The capture lost the ACK, after which no 200 was repeated",
                        """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK not captured
                    20.00 callee -> caller BYE
                    20.01 caller -> callee 200
                    """),
                silent("rfc3261/callee-bye-too-early", "The capture lost the 200, which the ACK shows", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200 not captured
                    3.010 caller -> callee ACK
                    20.00 callee -> caller BYE
                    20.01 caller -> callee 200
                    """),
                silent("rfc3261/callee-bye-too-early", "The callee hangs up after the ACK", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    3.200 callee -> caller BYE
                    3.210 caller -> callee 200
                    """),
                fires("rfc3261/bye-unanswered", "The BYE is repeated to the end", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee BYE
                    60.50 caller -> callee BYE
                    61.50 caller -> callee BYE
                    63.50 caller -> callee BYE
                    67.50 caller -> callee BYE
                    71.50 caller -> callee BYE
                    75.50 caller -> callee BYE
                    until 100
                    """),
                fires("rfc3261/bye-unanswered", "The BYE with the credentials gets no answer", """
                    0.000 caller -> proxy  INVITE
                    0.300 proxy  -> caller 180
                    2.000 proxy  -> caller 200
                    2.010 caller -> proxy  ACK
                    20.000 caller -> proxy  BYE
                    20.010 proxy  -> caller 407
                    20.020 caller -> proxy  BYE
                    20.520 caller -> proxy  BYE
                    21.520 caller -> proxy  BYE
                    23.520 caller -> proxy  BYE
                    27.520 caller -> proxy  BYE
                    31.520 caller -> proxy  BYE
                    """),
                silent("rfc3261/bye-unanswered", "The third BYE is answered", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee BYE
                    60.50 caller -> callee BYE
                    61.50 caller -> callee BYE
                    61.51 callee -> caller 200
                    """),
                silent("rfc3261/bye-unanswered", "The capture ends with the BYE", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    3.000 callee -> caller 200
                    3.010 caller -> callee ACK
                    60.00 caller -> callee BYE
                    until 60.1
                    """),
                silent("rfc3261/dialog-unknown", "The PRACK crosses the end of a cancelled call", """
                    0.000 caller -> callee INVITE | Supported: 100rel
                    2.000 callee -> caller 180 | reliable
                    2.001 caller -> callee CANCEL
                    2.003 callee -> caller 200 (CANCEL)
                    2.005 callee -> caller 487 (INVITE)
                    2.010 caller -> callee PRACK
                    2.015 callee -> caller 481 (PRACK)
                    2.020 caller -> callee ACK
                    """),
                silent(
                        "rfc3261/dialog-unknown",
                        "An INFO is answered 481, and minutes later the same side hangs up",
                        """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        10.000 caller -> callee INFO
                        10.020 callee -> caller 481
                        300.000 callee -> caller BYE
                        300.010 caller -> callee 200
                        """),
                silent(
                        "rfc3261/dialog-unknown",
                        "The PRACK crosses the decline of one phone of two, and the other answers",
                        """
                    0.000 caller -> callee INVITE | Supported: 100rel
                    0.200 callee -> caller 180 | reliable | To: <sip:bob@example.com>;tag=kitchen
                    0.400 callee -> caller 180 | To: <sip:bob@example.com>;tag=office
                    0.415 caller -> callee PRACK | To: <sip:bob@example.com>;tag=kitchen
                    0.420 callee -> caller 481 (PRACK)
                    3.000 callee -> caller 200 (INVITE) | To: <sip:bob@example.com>;tag=office
                    3.010 caller -> callee ACK
                    20.000 caller -> callee BYE
                    20.010 callee -> caller 200
                    """),
                silent("rfc3261/dialog-unknown", "An INFO before the answer finds no dialog yet", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 183
                    0.300 caller -> callee INFO
                    0.320 callee -> caller 481 (INFO)
                    3.000 callee -> caller 200 (INVITE)
                    3.010 caller -> callee ACK
                    20.000 caller -> callee BYE
                    20.010 callee -> caller 200
                    """),
                fires("rfc3261/dialog-unknown", "A CANCEL came too late, and minutes later the BYE finds no call", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.001 caller -> callee CANCEL
                    2.010 caller -> callee ACK
                    2.015 callee -> caller 481 (CANCEL)
                    300.000 caller -> callee BYE
                    300.020 callee -> caller 481 (BYE)
                    """),
                silent(
                        "rfc3261/dialog-unknown",
                        "The PRACK crosses the decline of one phone of two, and the other rings on",
                        """
                    0.000 caller -> callee INVITE | Supported: 100rel
                    0.200 callee -> caller 180 | reliable | To: <sip:bob@example.com>;tag=kitchen
                    0.400 callee -> caller 180 | To: <sip:bob@example.com>;tag=office
                    0.415 caller -> callee PRACK | To: <sip:bob@example.com>;tag=kitchen
                    0.420 callee -> caller 481 (PRACK)
                    30.000 callee -> caller 480 (INVITE) | To: <sip:bob@example.com>;tag=office
                    30.010 caller -> callee ACK
                    """));
    }
}

package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls whose session is changed. */
final class SessionChangeCalls {

    private SessionChangeCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/session-version", "The caller moves its media port and keeps the version", """
                    0.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 192.0.2.1\\ns=-\\nc=IN IP4 192.0.2.1\\nt=0 0\\nm=audio 40000 RTP/AVP 0\\n
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 192.0.2.1\\ns=-\\nc=IN IP4 192.0.2.1\\nt=0 0\\nm=audio 50000 RTP/AVP 0\\n
                    10.020 callee -> caller 200 | sdp: PCMU
                    10.030 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/session-version", "The caller moves its media port and raises the version", """
                    0.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 192.0.2.1\\ns=-\\nc=IN IP4 192.0.2.1\\nt=0 0\\nm=audio 40000 RTP/AVP 0\\n
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 1 2 IN IP4 192.0.2.1\\ns=-\\nc=IN IP4 192.0.2.1\\nt=0 0\\nm=audio 50000 RTP/AVP 0\\n
                    10.020 callee -> caller 200 | sdp: PCMU
                    10.030 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/change-refused", "The caller hangs up because its re-INVITE is refused", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: G722
                    10.020 callee -> caller 488
                    10.030 caller -> callee ACK
                    10.050 caller -> callee BYE
                    10.060 callee -> caller 200
                    """),
                silent("rfc3261/change-refused", "The call goes on as it was", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: G722
                    10.020 callee -> caller 488
                    10.030 caller -> callee ACK
                    40.000 caller -> callee BYE
                    40.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/change-refused",
                        "The capture begins within the call, whose re-INVITE names no format",
                        """
                    0.000 caller -> callee INVITE not captured
                    2.000 callee -> caller 200 not captured
                    2.010 caller -> callee ACK not captured
                    10.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 1 2 IN IP4 192.0.2.1\\ns=-\\nc=IN IP4 192.0.2.1\\nt=0 0\\nm=audio 40000 RTP/AVP \\n
                    10.030 callee -> caller 400 | Warning: 399 callee "no format"
                    10.050 caller -> callee ACK
                    10.500 caller -> callee BYE
                    10.530 callee -> caller 200
                    """),
                silent(
                        "rfc3261/change-refused",
                        "The capture begins within a call that goes on after the refusal",
                        """
                    0.000 caller -> callee INVITE not captured
                    2.000 callee -> caller 200 not captured
                    2.010 caller -> callee ACK not captured
                    10.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 1 2 IN IP4 192.0.2.1\\ns=-\\nc=IN IP4 192.0.2.1\\nt=0 0\\nm=audio 40000 RTP/AVP \\n
                    10.030 callee -> caller 400 | Warning: 399 callee "no format"
                    10.050 caller -> callee ACK
                    40.500 caller -> callee BYE
                    40.530 callee -> caller 200
                    """),
                fires("rfc3261/change-unknown-dialog", "The callee was restarted in the middle of the call", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee INVITE | sdp: G722
                    10.020 callee -> caller 481
                    10.030 caller -> callee ACK
                    10.050 caller -> callee BYE
                    10.060 callee -> caller 200
                    """),
                fires(
                        "rfc3261/change-unknown-dialog",
                        "The phone behind the proxy is gone when the call is refreshed",
                        """
                    0.000 caller -> proxy  INVITE
                    0.005 proxy  -> callee INVITE
                    2.000 callee -> proxy  200
                    2.005 proxy  -> caller 200
                    2.010 caller -> proxy  ACK
                    2.015 proxy  -> callee ACK
                    60.000 caller -> proxy  INVITE
                    60.005 proxy  -> callee INVITE
                    60.505 proxy  -> callee INVITE
                    61.505 proxy  -> callee INVITE
                    92.000 proxy  -> caller 408
                    92.010 caller -> proxy  ACK
                    92.050 caller -> proxy  BYE
                    92.055 proxy  -> callee BYE
                    92.060 proxy  -> caller 408 (BYE)
                    """),
                silent("rfc3261/change-unknown-dialog", "The re-INVITE crosses the BYE", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 callee -> caller BYE
                    10.005 caller -> callee INVITE
                    10.010 caller -> callee 200 (BYE)
                    10.020 callee -> caller 481 (INVITE)
                    10.030 caller -> callee ACK
                    """),
                fires("rfc3261/change-unanswered", "The re-INVITE gets no response", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    900.000 caller -> callee INVITE
                    900.500 caller -> callee INVITE
                    901.500 caller -> callee INVITE
                    903.500 caller -> callee INVITE
                    907.500 caller -> callee INVITE
                    915.500 caller -> callee INVITE
                    931.500 caller -> callee INVITE
                    932.000 caller -> callee BYE
                    until 970
                    """),
                silent(
                        "rfc3261/change-unanswered",
                        "The BYE comes right after a re-INVITE, as of a server that takes itself out of the media",
                        """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        30.000 caller -> callee INVITE
                        30.010 caller -> callee BYE
                        30.020 callee -> caller 200 (INVITE)
                        30.030 callee -> caller 200 (BYE)
                        30.040 caller -> callee ACK
                        """),
                silent("rfc3261/change-unknown-dialog", "The call goes on for minutes after a 481 to its UPDATE", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 caller -> callee UPDATE | sdp: PCMU
                    10.020 callee -> caller 481
                    40.000 caller -> callee INVITE | sdp: PCMU
                    40.020 callee -> caller 200 | sdp: PCMU
                    40.030 caller -> callee ACK
                    600.000 caller -> callee BYE
                    600.010 callee -> caller 200
                    """),
                silent("rfc3261/change-unanswered", "A second re-INVITE is answered, and the call goes on", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    100.000 caller -> callee INVITE
                    100.500 caller -> callee INVITE
                    101.500 caller -> callee INVITE
                    103.500 caller -> callee INVITE
                    107.500 caller -> callee INVITE
                    115.500 caller -> callee INVITE
                    131.500 caller -> callee INVITE
                    300.000 caller -> callee INVITE | new
                    300.020 callee -> caller 200
                    300.030 caller -> callee ACK
                    900.000 caller -> callee BYE
                    900.020 callee -> caller 200
                    """),
                silent("rfc3261/change-unknown-dialog", "An UPDATE before the answer finds no dialog yet", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 183
                    0.300 caller -> callee UPDATE | sdp: PCMU
                    0.320 callee -> caller 481 (UPDATE)
                    3.000 callee -> caller 200 (INVITE)
                    3.010 caller -> callee ACK
                    20.000 caller -> callee BYE
                    20.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/change-unanswered",
                        "Digits go through while the caller waits in vain for its change",
                        """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    100.000 caller -> callee INVITE
                    100.500 caller -> callee INVITE
                    101.500 caller -> callee INVITE
                    103.500 caller -> callee INVITE
                    107.500 caller -> callee INVITE
                    110.000 callee -> caller INFO
                    110.010 caller -> callee 200 (INFO)
                    115.500 caller -> callee INVITE
                    131.500 caller -> callee INVITE
                    132.100 caller -> callee BYE
                    132.120 callee -> caller 200 (BYE)
                    """),
                silent(
                        "rfc3261/change-unanswered",
                        "A minute after a change in vain the other side is still there",
                        """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    100.000 caller -> callee UPDATE | sdp: PCMU
                    100.500 caller -> callee UPDATE | sdp: PCMU
                    101.500 caller -> callee UPDATE | sdp: PCMU
                    103.500 caller -> callee UPDATE | sdp: PCMU
                    107.500 caller -> callee UPDATE | sdp: PCMU
                    150.000 callee -> caller INFO
                    150.010 caller -> callee 200 (INFO)
                    155.000 caller -> callee BYE
                    155.020 callee -> caller 200 (BYE)
                    """));
    }
}

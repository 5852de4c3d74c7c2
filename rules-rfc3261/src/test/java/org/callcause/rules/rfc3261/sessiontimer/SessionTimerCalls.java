package org.callcause.rules.rfc3261.sessiontimer;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with session timers. */
public final class SessionTimerCalls {

    private SessionTimerCalls() {}

    /** All of this package. */
    public static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/session-expired",
                        "The caller was to refresh and did not, and the callee gives up at 148 s",
                        """
                        0.000 caller -> callee INVITE | Session-Expires: 180 | Supported: timer
                        0.200 callee -> caller 180
                        2.000 callee -> caller 200 | Session-Expires: 180;refresher=uac | Require: timer
                        2.010 caller -> callee ACK
                        150.000 callee -> caller BYE
                        150.010 caller -> callee 200
                        """),
                silent("rfc3261/session-expired", "The caller refreshes, and the callee hangs up at its leisure", """
                    0.000 caller -> callee INVITE | Session-Expires: 180 | Supported: timer
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 180;refresher=uac | Require: timer
                    2.010 caller -> callee ACK
                    92.000 caller -> callee UPDATE | Session-Expires: 180;refresher=uac
                    92.010 callee -> caller 200 | Session-Expires: 180;refresher=uac | Require: timer
                    150.000 callee -> caller BYE
                    150.010 caller -> callee 200
                    """),
                silent("rfc3261/session-expired", "The side that had to refresh hangs up itself", """
                    0.000 caller -> callee INVITE | Session-Expires: 180 | Supported: timer
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 180;refresher=uac | Require: timer
                    2.010 caller -> callee ACK
                    150.000 caller -> callee BYE
                    150.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/session-expired",
                        "The caller's switch to fax is refused early, and it never refreshes",
                        """
                    0.000 caller -> callee INVITE | Session-Expires: 90 | Supported: timer
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 90;refresher=uac | Require: timer
                    2.010 caller -> callee ACK
                    7.000 caller -> callee INVITE | sdp: image t38
                    7.010 callee -> caller 488
                    7.020 caller -> callee ACK
                    92.000 callee -> caller BYE | Reason: SIP;cause=200;text="Session timer expired"
                    92.010 caller -> callee 200
                    """),
                fires(
                        "rfc3261/session-expired",
                        "The callee wanted to refresh, does not, and hangs up when the time is over",
                        """
                    0.000 caller -> callee INVITE | Supported: timer
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 1800;refresher=uas | Require: timer
                    2.010 caller -> callee ACK
                    1802.100 callee -> caller BYE | Reason: SIP;cause=408;text="Session timeout"
                    1802.130 caller -> callee 200
                    """),
                silent("rfc3261/session-expired", "A session of another kind times out after a minute", """
                    0.000 caller -> callee INVITE | Supported: timer
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 1800;refresher=uas | Require: timer
                    2.010 caller -> callee ACK
                    62.000 callee -> caller BYE | Reason: SIP;cause=408;text="Session timeout"
                    62.030 caller -> callee 200
                    """),
                silent(
                        "rfc3261/session-expired",
                        "The media stop when half the time is over, and the BYE says so",
                        """
                    0.000 caller -> callee INVITE | Supported: timer
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 1800;refresher=uas | Require: timer
                    2.010 caller -> callee ACK
                    1790.000 callee -> caller BYE | Reason: SIP;cause=408;text="RTP session timeout"
                    1790.030 caller -> callee 200
                    """),
                fires("rfc3261/session-refresh-failed", "The refresh is answered 481, and its sender hangs up", """
                    0.000 caller -> callee INVITE | Session-Expires: 180 | Supported: timer
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 180;refresher=uac | Require: timer
                    2.010 caller -> callee ACK
                    92.000 caller -> callee UPDATE | Session-Expires: 180;refresher=uac
                    92.010 callee -> caller 481
                    92.100 caller -> callee BYE
                    92.110 callee -> caller 481
                    """),
                silent("rfc3261/session-refresh-failed", "The refresh is answered 200, and the caller hangs up", """
                    0.000 caller -> callee INVITE | Session-Expires: 180 | Supported: timer
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 180;refresher=uac | Require: timer
                    2.010 caller -> callee ACK
                    92.000 caller -> callee UPDATE | Session-Expires: 180;refresher=uac
                    92.010 callee -> caller 200 | Session-Expires: 180;refresher=uac | Require: timer
                    95.000 caller -> callee BYE
                    95.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/session-refresh-refused",
                        "The refresh is answered 500, and the call ends with its time",
                        """
                        0.000 caller -> callee INVITE | Session-Expires: 180 | Supported: timer
                        0.200 callee -> caller 180
                        2.000 callee -> caller 200 | Session-Expires: 180;refresher=uac | Require: timer
                        2.010 caller -> callee ACK
                        92.000 caller -> callee UPDATE | Session-Expires: 180;refresher=uac
                        92.010 callee -> caller 500
                        150.000 callee -> caller BYE
                        150.010 caller -> callee 200
                        """),
                silent("rfc3261/session-refresh-refused", "The refresh is answered 491 and then succeeds", """
                    0.000 caller -> callee INVITE | Session-Expires: 180 | Supported: timer
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 180;refresher=uac | Require: timer
                    2.010 caller -> callee ACK
                    92.000 caller -> callee UPDATE | Session-Expires: 180;refresher=uac
                    92.010 callee -> caller 491
                    94.000 caller -> callee UPDATE | Session-Expires: 180;refresher=uac | new
                    94.010 callee -> caller 200 | Session-Expires: 180;refresher=uac | Require: timer
                    150.000 callee -> caller BYE
                    150.010 caller -> callee 200
                    """),
                fires(
                        "rfc3261/session-not-refreshed",
                        "Five minutes into a session of three nobody has refreshed it",
                        """
                        0.000 caller -> callee INVITE | Session-Expires: 180 | Supported: timer
                        0.200 callee -> caller 180
                        2.000 callee -> caller 200 | Session-Expires: 180;refresher=uac | Require: timer
                        2.010 caller -> callee ACK
                        302.000 caller -> callee BYE
                        302.010 callee -> caller 200
                        """),
                silent("rfc3261/session-not-refreshed", "The call is over before the time is", """
                    0.000 caller -> callee INVITE | Session-Expires: 180 | Supported: timer
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 180;refresher=uac | Require: timer
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/drop-at-round-age", "The call is cut after exactly half an hour", """
                    0.000 caller -> callee INVITE | Supported: timer
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Supported: timer
                    2.010 caller -> callee ACK
                    1802.000 callee -> caller BYE
                    1802.010 caller -> callee 200
                    """),
                silent("rfc3261/drop-at-round-age", "The call is hung up after 31 minutes", """
                    0.000 caller -> callee INVITE | Supported: timer
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Supported: timer
                    2.010 caller -> callee ACK
                    1862.000 callee -> caller BYE
                    1862.010 caller -> callee 200
                    """),
                fires("rfc3261/session-timer-without-refresher", "The answer has Session-Expires alone", """
                    0.000 caller -> callee INVITE | Session-Expires: 1800
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 1800
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/session-timer-without-refresher", "The answer names the refresher", """
                    0.000 caller -> callee INVITE | Session-Expires: 1800
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 1800;refresher=uas
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/session-timer-not-required",
                        "The caller is to refresh and is not told that it has to",
                        """
                        0.000 caller -> callee INVITE | Session-Expires: 1800
                        0.200 callee -> caller 180
                        2.000 callee -> caller 200 | Session-Expires: 1800;refresher=uac
                        2.010 caller -> callee ACK
                        60.000 caller -> callee BYE
                        60.010 callee -> caller 200
                        """),
                silent("rfc3261/session-timer-not-required", "The answering side refreshes itself", """
                    0.000 caller -> callee INVITE | Session-Expires: 1800
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 1800;refresher=uas
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/session-timer-below-90", "The caller asks for a minute", """
                    0.000 caller -> callee INVITE | Session-Expires: 60
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 60;refresher=uas
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/session-timer-below-90", "The caller asks for exactly 90 s", """
                    0.000 caller -> callee INVITE | Session-Expires: 90
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 90;refresher=uas
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/422-interval-too-small", "The caller asks again for what was refused", """
                    0.000 caller -> proxy  INVITE | Session-Expires: 90
                    0.010 proxy  -> caller 422 | Min-SE: 1800
                    0.012 caller -> proxy  ACK
                    0.100 caller -> proxy  INVITE | Session-Expires: 90 | new
                    0.110 proxy  -> caller 422 | Min-SE: 1800
                    0.112 caller -> proxy  ACK
                    """),
                silent("rfc3261/422-interval-too-small", "The caller takes the longer time over", """
                    0.000 caller -> proxy  INVITE | Session-Expires: 90
                    0.010 proxy  -> caller 422 | Min-SE: 1800
                    0.012 caller -> proxy  ACK
                    0.100 caller -> proxy  INVITE | Session-Expires: 1800 | Min-SE: 1800 | new
                    0.300 proxy  -> caller 180
                    2.000 proxy  -> caller 200 | Session-Expires: 1800;refresher=uas
                    2.010 caller -> proxy  ACK
                    8.000 caller -> proxy  BYE
                    8.010 proxy  -> caller 200
                    """),
                fires("rfc3261/session-timer-raised", "Half an hour is asked for, and an hour answered", """
                    0.000 caller -> callee INVITE | Session-Expires: 1800
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 3600;refresher=uas
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/session-timer-raised", "An hour is asked for, and half an hour answered", """
                    0.000 caller -> callee INVITE | Session-Expires: 3600
                    0.200 callee -> caller 180
                    2.000 callee -> caller 200 | Session-Expires: 1800;refresher=uas
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """));
    }
}

package org.callcause.rules.rfc3261.network;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that an Asterisk refused with the cause of the leg behind it. */
final class AsteriskCauseCalls {

    private AsteriskCauseCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/asterisk-cause-hang-up", "Asterisk finds no way to join its two legs", """
                    0.000 pbx    -> callee INVITE
                    0.020 callee -> pbx    180
                    0.050 callee -> pbx    200
                    0.060 pbx    -> callee ACK
                    0.110 pbx    -> callee BYE | X-Asterisk-HangupCause: Bearer capability not available | X-Asterisk-HangupCauseCode: 58
                    0.120 callee -> pbx    200
                    """),
                fires("rfc3261/asterisk-cause-hang-up", "No media reached the Asterisk for half a minute", """
                    0.000 caller -> pbx    INVITE
                    1.000 pbx    -> caller 200
                    1.010 caller -> pbx    ACK
                    31.100 pbx   -> caller BYE | X-Asterisk-HangupCause: Requested channel not available | X-Asterisk-HangupCauseCode: 44
                    31.110 caller -> pbx   200
                    """),
                silent("rfc3261/asterisk-cause-hang-up", "The leg behind was cleared normally", """
                    0.000 caller -> pbx    INVITE
                    1.000 pbx    -> caller 200
                    1.010 caller -> pbx    ACK
                    31.100 pbx   -> caller BYE | X-Asterisk-HangupCause: Normal Clearing | X-Asterisk-HangupCauseCode: 16
                    31.110 caller -> pbx   200
                    """),
                silent("rfc3261/asterisk-cause-hang-up", "A Reason says it already", """
                    0.000 caller -> pbx    INVITE
                    1.000 pbx    -> caller 200
                    1.010 caller -> pbx    ACK
                    31.100 pbx   -> caller BYE | Reason: Q.850;cause=38 | X-Asterisk-HangupCauseCode: 38
                    31.110 caller -> pbx   200
                    """),
                fires("rfc3261/asterisk-cause", "The callee declined, and Asterisk makes 403 of it", """
                    pbx runs Asterisk PBX 18.15.1
                    0.000 caller -> pbx    INVITE
                    0.004 pbx    -> caller 100
                    0.300 pbx    -> caller 180
                    6.200 pbx    -> caller 403 | X-Asterisk-HangupCause: Call Rejected | X-Asterisk-HangupCauseCode: 21
                    6.210 caller -> pbx    ACK
                    """),
                fires("rfc3261/asterisk-cause", "The line behind the Asterisk is out of order", """
                    0.000 caller -> pbx    INVITE
                    0.004 pbx    -> caller 100
                    0.900 pbx    -> caller 503 | X-Asterisk-HangupCause: Destination out of order | X-Asterisk-HangupCauseCode: 27
                    0.910 caller -> pbx    ACK
                    """),
                fires("rfc3261/asterisk-hung-up", "The leg behind fails, and the dial plan hangs up", """
                    pbx runs Asterisk PBX 18.15.1
                    0.000 caller -> pbx    INVITE
                    0.004 pbx    -> caller 100
                    0.900 pbx    -> caller 603 Declined | Reason: Q.850;cause=16
                    0.910 caller -> pbx    ACK
                    """),
                fires("rfc3261/asterisk-hung-up", "The phone rings, and the dial plan hangs up after a while", """
                    pbx runs Asterisk PBX 18.15.1
                    0.000 caller -> pbx    INVITE
                    0.300 pbx    -> caller 180
                    9.900 pbx    -> caller 603 | X-Asterisk-HangupCause: Normal Clearing | X-Asterisk-HangupCauseCode: 16
                    9.910 caller -> pbx    ACK
                    """),
                silent("rfc3261/asterisk-hung-up", "A phone answers 603 itself, as its user declines", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    4.900 callee -> caller 603 | Reason: Q.850;cause=16
                    4.910 caller -> callee ACK
                    """),
                silent("rfc3261/asterisk-hung-up", "The dial plan rejects the call on purpose", """
                    pbx runs Asterisk PBX 18.15.1
                    0.000 caller -> pbx    INVITE
                    0.004 pbx    -> caller 603 | Reason: Q.850;cause=21
                    0.910 caller -> pbx    ACK
                    """),
                fires("rfc3261/asterisk-congestion", "The trunk behind the Asterisk cannot be reached", """
                    pbx runs Asterisk PBX 20.9.2
                    0.000 caller -> pbx    INVITE
                    0.004 pbx    -> caller 100
                    0.050 pbx    -> caller 503 | Reason: Q.850;cause=34
                    0.060 caller -> pbx    ACK
                    """),
                fires("rfc3261/asterisk-congestion", "The trunk behind the Asterisk answered 503", """
                    0.000 caller -> pbx    INVITE
                    0.004 pbx    -> caller 100
                    0.900 pbx    -> caller 503 | X-Asterisk-HangupCause: Circuit/channel congestion | X-Asterisk-HangupCauseCode: 34
                    0.910 caller -> pbx    ACK
                    """),
                silent("rfc3261/asterisk-congestion", "A gateway to the telephone network has no circuit", """
                    gateway runs Cisco-SIPGateway/IOS-16.12
                    0.000 caller  -> gateway INVITE
                    0.004 gateway -> caller  100
                    0.900 gateway -> caller  503 | Reason: Q.850;cause=34
                    0.910 caller  -> gateway ACK
                    """),
                silent("rfc3261/asterisk-cause", "The extension does not exist, and both say so", """
                    0.000 caller -> pbx    INVITE
                    0.004 pbx    -> caller 404 | X-Asterisk-HangupCause: Unallocated (unassigned) number | X-Asterisk-HangupCauseCode: 1
                    0.010 caller -> pbx    ACK
                    """),
                silent("rfc3261/asterisk-cause", "A Reason says it already", """
                    0.000 caller -> pbx    INVITE
                    0.004 pbx    -> caller 100
                    0.900 pbx    -> caller 503 | Reason: Q.850;cause=34 | X-Asterisk-HangupCauseCode: 34
                    0.910 caller -> pbx    ACK
                    """));
    }
}

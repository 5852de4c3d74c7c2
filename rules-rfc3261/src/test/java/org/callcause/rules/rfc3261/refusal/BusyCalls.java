package org.callcause.rules.rfc3261.refusal;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that ended with busy, or with what a phone takes for it. */
final class BusyCalls {

    private BusyCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/busy", "The callee is in another call", """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        0.005 proxy  -> callee INVITE
                        0.060 callee -> proxy  486
                        0.061 proxy  -> callee ACK
                        0.062 proxy  -> caller 486
                        0.064 caller -> proxy  ACK
                        """),
                fires("rfc3261/busy", "A gateway says 500, and its Q.850 cause says busy", """
                        0.000 caller -> trunk  INVITE
                        0.030 trunk  -> caller 100
                        1.900 trunk  -> caller 500 | Reason: Q.850;cause=17;text="User busy"
                        1.910 caller -> trunk  ACK
                        """),
                silent("rfc3261/busy", "One branch of a fork is busy, and the other answers", """
                        0.000 caller -> proxy  INVITE
                        0.004 proxy  -> caller 100
                        0.005 proxy  -> desk   INVITE
                        0.006 proxy  -> mobile INVITE
                        0.050 desk   -> proxy  486
                        0.051 proxy  -> desk   ACK
                        0.400 mobile -> proxy  180
                        0.401 proxy  -> caller 180
                        3.000 mobile -> proxy  200
                        3.001 proxy  -> caller 200
                        3.010 caller -> mobile ACK
                        9.000 caller -> mobile BYE
                        9.020 mobile -> caller 200
                        """),
                fires("rfc3261/486-declined", "The callee of a mobile network presses decline after some seconds", """
                        0.000 caller -> trunk  INVITE
                        1.900 trunk  -> caller 183 sdp
                        2.100 trunk  -> caller 180
                        8.400 trunk  -> caller 486 | Reason: Q.850;cause=21;text="call rejected"
                        8.410 caller -> trunk  ACK
                        """),
                silent("rfc3261/busy", "The callee of a mobile network presses decline after some seconds", """
                        0.000 caller -> trunk  INVITE
                        1.900 trunk  -> caller 183 sdp
                        2.100 trunk  -> caller 180
                        8.400 trunk  -> caller 486 | Reason: Q.850;cause=21;text="call rejected"
                        8.410 caller -> trunk  ACK
                        """),
                silent("rfc3261/486-declined", "A network rejects the call before any phone rings", """
                        0.000 caller -> trunk  INVITE
                        1.900 trunk  -> caller 183 sdp
                        8.400 trunk  -> caller 486 | Reason: Q.850;cause=21;text="call rejected"
                        8.410 caller -> trunk  ACK
                        """),
                fires("rfc3261/q850-release", "A gateway without a free circuit says busy", """
                        0.000 caller -> gateway INVITE
                        0.160 gateway -> caller 486 | Reason: Q.850;cause=34;text="no circuit available"
                        0.170 caller -> gateway ACK
                        """),
                fires("rfc3261/486-ring-timer", "Nobody answers, and the softphone gives up after 45 s", """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        45.800 callee -> caller 486
                        45.810 caller -> callee ACK
                        """),
                fires(
                        "rfc3261/486-declined",
                        "The callee of a mobile network presses decline after thirty seconds",
                        """
                        0.000 caller -> trunk  INVITE
                        2.100 trunk  -> caller 180
                        32.400 trunk  -> caller 486 | Reason: Q.850;cause=21;text="call rejected"
                        32.410 caller -> trunk  ACK
                        """),
                silent("rfc3261/486-ring-timer", "The callee presses decline just when a ring timer would end", """
                        0.000 caller -> trunk  INVITE
                        2.100 trunk  -> caller 180
                        32.400 trunk  -> caller 486 | Reason: Q.850;cause=21;text="call rejected"
                        32.410 caller -> trunk  ACK
                        """),
                fires("rfc3261/486-ring-timer", "A back-to-back user agent adds cause 17 to a phone's own 486", """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        30.400 callee -> caller 486 | Reason: Q.850;cause=17;text="USER_BUSY"
                        30.410 caller -> callee ACK
                        """),
                silent("rfc3261/486-ring-timer", "The callee rejects the call as busy after five seconds", """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        5.800 callee -> caller 486
                        5.810 caller -> callee ACK
                        """),
                fires("rfc3261/do-not-disturb", "The phone says that it is not to be disturbed", """
                        0.000 caller -> callee INVITE
                        0.040 callee -> caller 480 Do Not Disturb
                        0.050 caller -> callee ACK
                        """),
                silent("rfc3261/do-not-disturb", "The callee is just busy", """
                        0.000 caller -> callee INVITE
                        0.040 callee -> caller 486
                        0.050 caller -> callee ACK
                        """));
    }
}

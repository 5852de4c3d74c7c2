package org.callcause.rules.rfc3261.network;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that the caller's side ends before the answer, and says why. */
final class EarlyReleaseCalls {

    private EarlyReleaseCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires(
                        "rfc3261/q850-early-release",
                        "The 183 answers with a codec that was not offered, and the gateway gives up",
                        """
                        0.000 gateway -> carrier INVITE | sdp: G729 telephone-event
                        0.050 carrier -> gateway 100
                        1.300 carrier -> gateway 183 | sdp: PCMA telephone-event
                        1.340 gateway -> carrier BYE | Reason: Q.850;cause=65
                        1.410 carrier -> gateway 200 (BYE)
                        1.440 carrier -> gateway 487 to INVITE
                        1.450 gateway -> carrier ACK
                        """),
                fires(
                        "rfc3261/q850-early-release",
                        "The network behind the caller's gateway fails while it rings",
                        """
                    0.000 gateway -> carrier INVITE
                    0.050 carrier -> gateway 100
                    1.300 carrier -> gateway 180
                    3.000 gateway -> carrier CANCEL | Reason: Q.850;cause=38
                    3.010 carrier -> gateway 200 (CANCEL)
                    3.020 carrier -> gateway 487 to INVITE
                    3.030 gateway -> carrier ACK
                    """),
                silent("rfc3261/q850-early-release", "Another phone answers", """
                    0.000 proxy -> callee INVITE
                    0.300 callee -> proxy 180
                    3.000 proxy -> callee CANCEL | Reason: SIP;cause=200;text="Call completed elsewhere"
                    3.010 callee -> proxy 200 (CANCEL)
                    3.020 callee -> proxy 487 to INVITE
                    3.030 proxy -> callee ACK
                    """),
                silent(
                        "rfc3261/q850-early-release",
                        "The caller hangs up, though the codec of the 183 was not offered",
                        """
                        0.000 gateway -> carrier INVITE | sdp: G729 telephone-event
                        1.300 carrier -> gateway 183 | sdp: PCMA telephone-event
                        4.000 gateway -> carrier CANCEL | Reason: Q.850;cause=16
                        4.010 carrier -> gateway 200 (CANCEL)
                        4.020 carrier -> gateway 487 to INVITE
                        4.030 gateway -> carrier ACK
                        """),
                silent("rfc3261/q850-early-release", "It rings for a minute, and a timer ends it", """
                    0.000 gateway -> carrier INVITE
                    0.300 carrier -> gateway 180
                    60.300 gateway -> carrier CANCEL | Reason: Q.850;cause=102
                    60.310 carrier -> gateway 200 (CANCEL)
                    60.320 carrier -> gateway 487 to INVITE
                    60.330 gateway -> carrier ACK
                    """));
    }
}

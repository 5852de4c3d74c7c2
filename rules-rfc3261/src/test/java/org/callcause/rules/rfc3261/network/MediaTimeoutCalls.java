package org.callcause.rules.rfc3261.network;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that ended because nothing was heard. */
final class MediaTimeoutCalls {

    private MediaTimeoutCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/media-timeout", "The switch hears nothing for 30 s and hangs up", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK
                    35.00 callee -> caller BYE | Reason: Q.850;cause=16;text="RTP Timeout"
                    35.01 caller -> callee 200
                    """),
                fires(
                        "rfc3261/media-timeout",
                        "The border element gives a code of its own, and says in a Warning what it means",
                        """
                    0.000 caller -> border INVITE
                    0.300 border -> caller 180
                    3.000 border -> caller 200
                    3.020 caller -> border ACK
                    33.00 border -> caller BYE | Reason: X.int;reasoncode=0x00000307 | Warning: 399 border.example.com "RTP timeout"
                    33.02 caller -> border 200
                    """),
                fires(
                        "rfc3261/media-timeout",
                        "Of the call only the end is captured, at which the switch says why",
                        """
                    0.000 caller -> callee INVITE not captured
                    5.000 callee -> caller 200 not captured
                    5.010 caller -> callee ACK not captured
                    35.00 callee -> caller BYE | Reason: SIP;cause=200;text="RTP Timeout"
                    35.01 caller -> callee 200
                    """),
                fires("rfc3261/media-timeout", "A mobile network says in its own words that no media came", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK
                    35.00 callee -> caller BYE | Reason: RELEASE_CAUSE;cause=2;text="RTP/RTCP time-out"
                    35.01 caller -> callee 200
                    """),
                silent("rfc3261/media-timeout", "A person hangs up after 30 s", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    5.000 callee -> caller 200
                    5.010 caller -> callee ACK
                    35.00 callee -> caller BYE | Reason: Q.850;cause=16;text="Normal call clearing"
                    35.01 caller -> callee 200
                    """));
    }
}

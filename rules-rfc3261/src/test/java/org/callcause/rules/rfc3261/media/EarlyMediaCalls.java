package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with early media. */
final class EarlyMediaCalls {

    private EarlyMediaCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/answer-changed", "The 200 names another port than the 183 of the same dialog", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183 | sdp: PCMU; at 192.0.2.77
                    2.000 callee -> caller 200 | sdp: PCMU; at 192.0.2.20
                    2.010 caller -> callee ACK
                    9.000 caller -> callee BYE
                    9.010 callee -> caller 200
                    """),
                silent("rfc3261/answer-changed", "The 200 repeats the session of the 183", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    9.000 caller -> callee BYE
                    9.010 callee -> caller 200
                    """),
                fires("rfc3261/early-media-unheard", "The network plays something and then refuses", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183
                    0.400 callee -> caller 180
                    9.000 callee -> caller 480
                    9.010 caller -> callee ACK
                    """),
                silent("rfc3261/early-media-unheard", "The phone rings without early media", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    9.000 callee -> caller 486
                    9.010 caller -> callee ACK
                    """));
    }
}

package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Answered calls whose offer was answered badly, or not at all. */
final class AnswerCalls {

    private AnswerCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/late-offer-broken", "The 200 makes the late offer, and the ACK does not answer it", """
                    0.000 caller -> callee INVITE | no sdp
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK | no sdp
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/late-offer-broken", "Neither the INVITE nor the 200 describes a session", """
                    0.000 caller -> callee INVITE | no sdp
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | no sdp
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                silent("rfc3261/late-offer-broken", "The 200 makes the late offer, and the ACK answers it", """
                    0.000 caller -> callee INVITE | no sdp
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK | sdp: PCMU
                    40.000 caller -> callee BYE
                    40.010 callee -> caller 200
                    """),
                fires("rfc3261/answer-without-session", "The 200 is empty", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | no sdp
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/answer-without-session", "Only the unreliable 183 describes a session", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183
                    2.000 callee -> caller 200 | no sdp
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent(
                        "rfc3261/answer-without-session",
                        "The capture lost the reliable 183 that has answered already",
                        """
                    0.000 caller -> callee INVITE
                    0.250 callee -> caller 183 | reliable | not captured
                    0.270 caller -> callee PRACK
                    0.290 callee -> caller 200 (PRACK)
                    4.000 callee -> caller 200 (INVITE) | no sdp
                    4.020 caller -> callee ACK
                    30.00 caller -> callee BYE
                    30.02 callee -> caller 200
                    """),
                silent("rfc3261/answer-without-session", "A reliable 183 has answered already", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 183 | reliable
                    0.310 caller -> callee PRACK
                    0.320 callee -> caller 200 (PRACK)
                    2.000 callee -> caller 200 (INVITE)
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires("rfc3261/answer-media-count", "The answer leaves the video out", """
                    0.000 caller -> callee INVITE | sdp: PCMU; video H264
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                silent("rfc3261/answer-media-count", "The answer refuses the video with port 0", """
                    0.000 caller -> callee INVITE | sdp: PCMU; video H264
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; video H264; port 0
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/all-media-refused", "The only stream is answered with port 0", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; port 0
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                silent("rfc3261/all-media-refused", "Only the video is refused", """
                    0.000 caller -> callee INVITE | sdp: PCMU; video H264
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; video H264; port 0
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/answer-media-transport", "RTP/SAVP is offered and RTP/AVP answered", """
                    0.000 caller -> callee INVITE | sdp: PCMU; RTP/SAVP
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; RTP/AVP
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/answer-media-transport",
                        "RTP/AVPF is offered and RTP/AVP answered, which breaks a rule and no call",
                        """
                        0.000 caller -> callee INVITE | sdp: PCMU; RTP/AVPF
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200 | sdp: PCMU; RTP/AVP
                        2.010 caller -> callee ACK
                        8.000 caller -> callee BYE
                        8.010 callee -> caller 200
                        """),
                fires("rfc3261/answer-media-transport", "The caller refuses the unencrypted answer with its BYE", """
                    0.000 caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVPF
                    0.300 callee -> caller 183
                    2.000 callee -> caller 200 | sdp: PCMU; RTP/AVP
                    2.010 caller -> callee ACK
                    2.060 caller -> callee BYE | Reason: SIP;cause=488
                    2.200 callee -> caller 200
                    """),
                silent("rfc3261/answer-media-transport", "Both sides encrypt", """
                    0.000 caller -> callee INVITE | sdp: PCMU; RTP/SAVP
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; RTP/SAVP
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/offer-without-port", "The first offer has port 0", """
                    0.000 caller -> callee INVITE | sdp: PCMU; port 0
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; port 0
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                silent("rfc3261/offer-without-port", "The first offer switches only the video off", """
                    0.000 caller -> callee INVITE | sdp: PCMU; video H264; port 0
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; video H264; port 0
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                silent("rfc3261/all-media-refused", "A later offer opens what the first answer left shut", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; port 0
                    2.010 caller -> callee ACK
                    3.000 callee -> caller INVITE | sdp: PCMU
                    3.020 caller -> callee 200 | sdp: PCMU
                    3.030 callee -> caller ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """));
    }
}

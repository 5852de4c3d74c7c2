package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with preconditions and with fax. */
final class ExtensionCalls {

    private ExtensionCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/precondition-failed", "The access network grants no bearer", """
                    0.000 caller -> callee INVITE | Require: precondition
                    0.300 callee -> caller 580
                    0.310 caller -> callee ACK
                    """),
                silent("rfc3261/precondition-failed", "The called side fails for another reason", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 500
                    0.310 caller -> callee ACK
                    """),
                fires("rfc3261/fax-refused", "The gateway does not do T.38, and the fax hangs up", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 callee -> caller INVITE | sdp: image t38
                    10.020 caller -> callee 488
                    10.030 callee -> caller ACK
                    14.000 callee -> caller BYE
                    14.010 caller -> callee 200
                    """),
                fires("rfc3261/fax-refused", "The fax falls back to audio", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 callee -> caller INVITE | sdp: image t38
                    10.020 caller -> callee 488
                    10.030 callee -> caller ACK
                    11.000 callee -> caller INVITE | sdp: PCMA
                    11.020 caller -> callee 200 | sdp: PCMA
                    11.030 callee -> caller ACK
                    90.000 callee -> caller BYE
                    90.010 caller -> callee 200
                    """),
                silent("rfc3261/fax-refused", "T.38 is accepted", """
                    0.000 caller -> callee INVITE
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200
                    2.010 caller -> callee ACK
                    10.000 callee -> caller INVITE | sdp: image t38
                    10.020 caller -> callee 200 | sdp: image t38
                    10.030 callee -> caller ACK
                    90.000 callee -> caller BYE
                    90.010 caller -> callee 200
                    """),
                silent(
                        "rfc3261/fax-refused",
                        "An offer of audio and fax is refused, and the same call with audio alone is answered",
                        """
                        0.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 7 7 IN IP4 192.0.2.20\\ns=-\\nc=IN IP4 192.0.2.20\\nt=0 0\\nm=audio 4000 RTP/AVP 0\\nm=image 4002 udptl t38\\n
                        0.030 callee -> caller 488
                        0.032 caller -> callee ACK
                        0.100 caller -> callee INVITE | sdp: PCMU
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200 | sdp: PCMU
                        2.010 caller -> callee ACK
                        30.000 caller -> callee BYE
                        30.010 callee -> caller 200
                        """),
                silent("rfc3261/fax-refused", "What is refused of an offer of audio and fax, nobody says", """
                    0.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 7 7 IN IP4 192.0.2.20\\ns=-\\nc=IN IP4 192.0.2.20\\nt=0 0\\nm=audio 4000 RTP/AVP 0\\nm=image 4002 udptl t38\\n
                    0.030 callee -> caller 488
                    0.032 caller -> callee ACK
                    """),
                fires("rfc3261/fax-refused", "A call for fax alone is refused", """
                    0.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 7 7 IN IP4 192.0.2.20\\ns=-\\nc=IN IP4 192.0.2.20\\nt=0 0\\nm=image 4002 udptl t38\\n
                    0.030 callee -> caller 488
                    0.032 caller -> callee ACK
                    """),
                fires("rfc3261/fax-beside-audio-refused", "Audio and fax are offered together and refused", """
                    0.000 caller -> callee INVITE | sdp: PCMU PCMA; image t38
                    0.030 callee -> caller 488
                    0.032 caller -> callee ACK
                    """),
                silent("rfc3261/fax-beside-audio-refused", "Of audio and fax the fax is refused with port 0", """
                    0.000 caller -> callee INVITE | sdp: PCMU; image t38
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; image t38; port 0
                    2.010 caller -> callee ACK
                    30.000 caller -> callee BYE
                    30.010 callee -> caller 200
                    """),
                silent("rfc3261/fax-beside-audio-refused", "The refusal of audio and fax names the codecs", """
                    0.000 caller -> callee INVITE | sdp: G729; image t38
                    0.030 callee -> caller 488 No common codec
                    0.032 caller -> callee ACK
                    """),
                silent("rfc3261/fax-beside-audio-refused", "A call for fax alone is refused", """
                    0.000 caller -> callee INVITE | sdp: image t38
                    0.030 callee -> caller 488
                    0.032 caller -> callee ACK
                    """),
                silent(
                        "rfc3261/fax-beside-audio-refused",
                        "An offer of audio and fax is refused, and the same call with audio alone is answered",
                        """
                        0.000 caller -> callee INVITE | sdp: PCMU; image t38
                        0.030 callee -> caller 488
                        0.032 caller -> callee ACK
                        0.100 caller -> callee INVITE | sdp: PCMU
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200 | sdp: PCMU
                        2.010 caller -> callee ACK
                        30.000 caller -> callee BYE
                        30.010 callee -> caller 200
                        """));
    }
}

package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls whose two sides name different formats. */
final class CodecCalls {

    private CodecCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/payload-type-twice", "Number 103 stands for a codec and for key tones", """
                    0.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 192.0.2.1\\ns=-\\nc=IN IP4 192.0.2.1\\nt=0 0\\nm=audio 40000 RTP/AVP 8 103\\na=rtpmap:103 SILK/16000\\na=rtpmap:103 telephone-event/8000\\n
                    0.030 callee -> caller 488
                    0.032 caller -> callee ACK
                    """),
                silent("rfc3261/payload-type-twice", "Each number has one meaning", """
                    0.000 caller -> callee INVITE | sdp: PCMA telephone-event
                    0.030 callee -> caller 488
                    0.032 caller -> callee ACK
                    """),
                fires("rfc3261/answer-codec-not-offered", "PCMU is offered and G722 answered", """
                    0.000 caller -> callee INVITE | sdp: PCMU
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: G722
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/answer-codec-not-offered", "Offer and answer have only the key tones in common", """
                    0.000 caller -> callee INVITE | sdp: G729 telephone-event
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMA telephone-event
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                silent("rfc3261/answer-codec-not-offered", "The answer lists one format more than the offer", """
                    0.000 caller -> callee INVITE | sdp: PCMU
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: G722 PCMU
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/rtpmap-missing", "The answer names payload type 97 and does not say what it is", """
                    0.000 caller -> callee INVITE | sdp: PCMU
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 192.0.2.20\\ns=-\\nc=IN IP4 192.0.2.20\\nt=0 0\\nm=audio 40000 RTP/AVP 0 97\\n
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                silent("rfc3261/rtpmap-missing", "The static payload types need no rtpmap", """
                    0.000 caller -> callee INVITE | sdp: PCMU
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 192.0.2.20\\ns=-\\nc=IN IP4 192.0.2.20\\nt=0 0\\nm=audio 40000 RTP/AVP 0\\n
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/dtmf-not-agreed", "Only the offer has telephone-event", """
                    0.000 caller -> callee INVITE | sdp: PCMU telephone-event
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/dtmf-not-agreed",
                        "The callee has no telephone-event, and the caller sends it all the same",
                        """
                    0.000 caller -> callee INVITE | sdp: PCMU telephone-event
                    2.000 callee -> caller 200 | sdp: PCMU
                    2.010 caller -> callee ACK
                    rtp 2.1 to 60.0 caller -> callee
                    rtp 2.1 to 60.0 callee -> caller
                    rtp 9.0 to 9.2 caller -> callee type 101
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """),
                silent("rfc3261/dtmf-not-agreed", "Both have telephone-event", """
                    0.000 caller -> callee INVITE | sdp: PCMU telephone-event
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU telephone-event
                    2.010 caller -> callee ACK
                    60.000 caller -> callee BYE
                    60.010 callee -> caller 200
                    """));
    }
}

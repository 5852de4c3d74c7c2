package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that encryption of the media breaks. */
final class EncryptionCalls {

    private EncryptionCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/srtp-refused", "The caller insists on encryption", """
                    0.000 caller -> callee INVITE | sdp: PCMA; RTP/SAVP
                    0.030 callee -> caller 488
                    0.032 caller -> callee ACK
                    """),
                fires("rfc3261/srtp-refused", "The callee insists on encryption", """
                    0.000 caller -> callee INVITE
                    0.030 callee -> caller 488 SRTP required
                    0.032 caller -> callee ACK
                    """),
                silent("rfc3261/srtp-refused", "The refusal blames the codec of the encrypted offer", """
                    0.000 caller -> callee INVITE | sdp: PCMA; RTP/SAVP
                    0.030 callee -> caller 488 | Warning: 305 callee "Incompatible media format"
                    0.032 caller -> callee ACK
                    """),
                silent("rfc3261/srtp-refused", "The refusal blames the bandwidth, and the offer is encrypted", """
                    0.000 caller -> callee INVITE | sdp: PCMA; RTP/SAVP
                    0.030 callee -> caller 488 | Warning: 370 callee "Insufficient bandwidth"
                    0.032 caller -> callee ACK
                    """),
                fires("rfc3261/srtp-keys", "The answer to a DTLS offer has no fingerprint", """
                    0.000 caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVPF
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 192.0.2.20\\ns=-\\nc=IN IP4 192.0.2.20\\nt=0 0\\nm=audio 40000 UDP/TLS/RTP/SAVPF 0\\n
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires("rfc3261/srtp-keys", "The answer takes the suite of tag 2 under tag 1", """
                    0.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 192.0.2.1\\ns=-\\nc=IN IP4 192.0.2.1\\nt=0 0\\nm=audio 40000 RTP/SAVP 0\\na=crypto:1 AES_256_CM_HMAC_SHA1_80 inline:AA\\na=crypto:2 AES_CM_128_HMAC_SHA1_80 inline:BB\\n
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; RTP/SAVP
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                fires(
                        "rfc3261/srtp-keys",
                        "An older browser offers a handshake, and the answer has no fingerprint",
                        """
                    0.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 192.0.2.10\\ns=-\\nc=IN IP4 192.0.2.10\\nt=0 0\\nm=audio 40000 RTP/SAVPF 0\\na=setup:actpass\\na=fingerprint:sha-256 AA:BB\\n
                    2.000 callee -> caller 200 | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 192.0.2.20\\ns=-\\nc=IN IP4 192.0.2.20\\nt=0 0\\nm=audio 40000 RTP/SAVPF 0\\n
                    2.010 caller -> callee ACK
                    2.040 caller -> callee BYE | Reason: SIP;cause=488;text="Not Acceptable Here"
                    2.050 callee -> caller 200
                    """),
                silent(
                        "rfc3261/srtp-keys",
                        "The offer has a key beside its fingerprint, and the answer takes the key",
                        """
                    0.000 caller -> callee INVITE | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 192.0.2.10\\ns=-\\nc=IN IP4 192.0.2.10\\nt=0 0\\nm=audio 40000 RTP/SAVPF 0\\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:AA\\na=setup:actpass\\na=fingerprint:sha-256 AA:BB\\n
                    2.000 callee -> caller 200 | Content-Type: application/sdp | body: v=0\\no=- 1 1 IN IP4 192.0.2.20\\ns=-\\nc=IN IP4 192.0.2.20\\nt=0 0\\nm=audio 40000 RTP/SAVPF 0\\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:BB\\n
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """),
                silent("rfc3261/srtp-keys", "Both have a fingerprint, and the callee begins the handshake", """
                    0.000 caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVPF
                    0.300 callee -> caller 180
                    2.000 callee -> caller 200 | sdp: PCMU; UDP/TLS/RTP/SAVPF
                    2.010 caller -> callee ACK
                    8.000 caller -> callee BYE
                    8.010 callee -> caller 200
                    """));
    }
}

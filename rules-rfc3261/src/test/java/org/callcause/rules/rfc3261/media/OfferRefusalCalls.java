package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that ended over the media that were offered. */
final class OfferRefusalCalls {

    private OfferRefusalCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/offer-not-acceptable", "The callee accepts neither of the common codecs", """
                        0.000 caller -> callee INVITE | sdp: PCMA PCMU
                        0.030 callee -> caller 488
                        0.032 caller -> callee ACK
                        """),
                fires("rfc3261/offer-not-acceptable", "The caller insists on encryption", """
                        0.000 caller -> callee INVITE | sdp: PCMA; RTP/SAVP
                        0.030 callee -> caller 488
                        0.032 caller -> callee ACK
                        """),
                silent(
                        "rfc3261/offer-not-acceptable",
                        "A re-INVITE is refused with 488, and the call goes on as it was",
                        """
                        0.000 caller -> callee INVITE
                        0.300 callee -> caller 180
                        2.000 callee -> caller 200
                        2.010 caller -> callee ACK
                        5.000 caller -> callee INVITE
                        5.020 callee -> caller 488
                        5.030 caller -> callee ACK
                        9.000 caller -> callee BYE
                        9.010 callee -> caller 200
                        """),
                fires(
                        "rfc3261/415-unsupported-body",
                        "The gateway attaches an ISUP body that the callee does not know",
                        """
                        0.000 caller -> callee INVITE | Content-Type: multipart/mixed;boundary=x
                        0.030 callee -> caller 415 | Accept: application/sdp
                        0.032 caller -> callee ACK
                        """),
                silent("rfc3261/415-unsupported-body", "The codecs, not the type of the body, are refused", """
                        0.000 caller -> callee INVITE | sdp: PCMA PCMU
                        0.030 callee -> caller 488
                        0.032 caller -> callee ACK
                        """));
    }
}

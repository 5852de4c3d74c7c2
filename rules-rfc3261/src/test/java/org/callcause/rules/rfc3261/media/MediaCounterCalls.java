package org.callcause.rules.rfc3261.media;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls at whose end a device says what it counted of the media. */
final class MediaCounterCalls {

    private MediaCounterCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("rfc3261/nothing-received", "The caller's phone sent for 20 s and heard nothing", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    24.00 caller -> callee BYE | RTP-RxStat: Dur=20,Pkt=0,Oct=0,LatePkt=0,LostPkt=0,AvgJit=0 | RTP-TxStat: Dur=20,Pkt=998,Oct=159680
                    24.02 callee -> caller 200
                    """),
                fires(
                        "rfc3261/nothing-received",
                        "The gateway that is hung up on says in its 200 that it heard nothing",
                        """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    34.00 caller -> callee BYE
                    34.02 callee -> caller 200 | P-RTP-Stat: PS=1490, OS=238400, PR=0, OR=0, PL=0, JI=0, LA=0, DU=30
                    """),
                fires("rfc3261/nothing-received", "Both sides sent, and neither heard the other", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    16.00 caller -> callee BYE | X-RTP-Stat: PS=590;OS=94400;PR=0;OR=0;PL=0;JI=0
                    16.02 callee -> caller 200 | X-RTP-Stat: PS=588;OS=94080;PR=0;OR=0;PL=0;JI=0
                    """),
                silent("rfc3261/nothing-received", "The call lasted a second", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    5.000 caller -> callee BYE | X-RTP-Stat: PS=41;OS=6560;PR=0;OR=0;PL=0;JI=0
                    5.020 callee -> caller 200
                    """),
                silent("rfc3261/nothing-received", "The device does not count: both numbers are zero", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    64.00 caller -> callee BYE | X-RTP-Stat: PS=0;OS=0;PR=0;OR=0;PL=0;JI=0
                    64.02 callee -> caller 200
                    """),
                silent("rfc3261/nothing-received", "What was received is not told", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    64.00 caller -> callee BYE | RTP-TxStat: Dur=60,Pkt=2998,Oct=479680
                    64.02 callee -> caller 200
                    """),
                silent("rfc3261/nothing-received", "The callee only listens, as a recorder does", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200 | sdp: PCMU; recvonly
                    4.050 caller -> callee ACK
                    64.00 caller -> callee BYE | X-RTP-Stat: PS=2990;OS=478400;PR=0;OR=0;PL=0;JI=0
                    64.02 callee -> caller 200
                    """),
                silent(
                        "rfc3261/nothing-received",
                        "The callee held the call, and the counters began anew with that",
                        """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    30.00 callee -> caller INVITE | sdp: PCMU; inactive
                    30.05 caller -> callee 200 | sdp: PCMU; inactive
                    30.07 callee -> caller ACK
                    64.00 caller -> callee BYE | X-RTP-Stat: PS=1600;OS=256000;PR=0;OR=0;PL=0;JI=0
                    64.02 callee -> caller 200
                    """),
                silent("rfc3261/nothing-received", "A muted listener sends nothing and hears all", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    64.00 caller -> callee BYE | X-RTP-Stat: PS=0;OS=0;PR=2996;OR=479360;PL=0;JI=2
                    64.02 callee -> caller 200
                    """),
                fires("rfc3261/packets-lost", "A quarter of the packets to the caller's phone is lost", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    64.00 caller -> callee BYE | X-RTP-Stat: CS=0;CD=60;PR=2240;PS=2996;PL=748,31;PD=0,0;JI=52.0,8.0
                    64.02 callee -> caller 200
                    """),
                fires("rfc3261/packets-lost", "A gateway lost six packets of a hundred", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    64.00 callee -> caller BYE | P-RTP-Stat: PS=2994, OS=479040, PR=2812, OR=449920, PL=180, JI=3, LA=40, DU=60
                    64.02 caller -> callee 200
                    """),
                silent("rfc3261/packets-lost", "One packet of a hundred is lost", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    64.00 caller -> callee BYE | X-RTP-Stat: PR=2966;PS=2996;PL=30;JI=4
                    64.02 callee -> caller 200
                    """),
                silent("rfc3261/packets-lost", "Packets come late, but none is lost", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    64.00 caller -> callee BYE | RTP-RxStat: Dur=60,Pkt=2996,Oct=479360,LatePkt=412,LostPkt=0,AvgJit=38 | RTP-TxStat: Dur=60,Pkt=2998,Oct=479680
                    64.02 callee -> caller 200
                    """),
                silent(
                        "rfc3261/packets-lost",
                        "The sender began anew with another number: a gap, and nothing is missing",
                        """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180
                    4.000 callee -> caller 200
                    4.050 caller -> callee ACK
                    64.00 caller -> callee BYE | X-RTP-Stat: PR=2994;PS=2996;PL=21544;JI=4
                    64.02 callee -> caller 200
                    """));
    }
}

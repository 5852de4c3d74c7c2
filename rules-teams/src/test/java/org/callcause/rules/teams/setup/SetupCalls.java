package org.callcause.rules.teams.setup;

import static org.callcause.rules.teams.Scenes.CARRIER;
import static org.callcause.rules.teams.Scenes.EDGE;
import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that failed or suffered on the way between Microsoft, the SBC and the carrier. */
public final class SetupCalls {

    private SetupCalls() {}

    /** The calls. */
    public static List<RuleExample> examples() {
        return List.of(
                fires(
                        "teams/silent-ringback",
                        "The SBC passes 180 and then 183 with SDP to the carrier",
                        EDGE + CARRIER + """
                            0.000 carrier -> sbc INVITE
                            0.010 sbc   -> teams INVITE
                            0.900 teams -> sbc   180
                            0.910 sbc   -> carrier 180
                            1.500 teams -> sbc   183
                            1.510 sbc   -> carrier 183
                            9.000 teams -> sbc   200
                            9.010 sbc   -> carrier 200
                            9.020 carrier -> sbc ACK
                            9.030 sbc   -> teams ACK
                            29.000 carrier -> sbc BYE
                            29.010 sbc  -> teams BYE
                            29.050 teams -> sbc  200
                            29.060 sbc -> carrier 200
                            """),
                silent("teams/silent-ringback", "The SBC keeps the 183 to itself", EDGE + CARRIER + """
                    0.000 carrier -> sbc INVITE
                    0.010 sbc   -> teams INVITE
                    0.900 teams -> sbc   180
                    0.910 sbc   -> carrier 180
                    1.500 teams -> sbc   183
                    9.000 teams -> sbc   200
                    9.010 sbc   -> carrier 200
                    9.020 carrier -> sbc ACK
                    9.030 sbc   -> teams ACK
                    29.000 carrier -> sbc BYE
                    29.010 sbc  -> teams BYE
                    29.050 teams -> sbc  200
                    29.060 sbc -> carrier 200
                    """),
                fires("teams/ice-changed", "The SBC's 200 has another user fragment than its 183", EDGE + """
                    0.000 teams -> sbc   INVITE
                    1.000 sbc   -> teams 183 | sdp: PCMA; RTP/SAVP; a=ice-ufrag:aaaa; a=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa
                    4.000 sbc   -> teams 200 | sdp: PCMA; RTP/SAVP; a=ice-ufrag:bbbb; a=ice-pwd:bbbbbbbbbbbbbbbbbbbbbbbb
                    4.050 teams -> sbc   ACK
                    24.000 teams -> sbc  BYE
                    24.050 sbc  -> teams 200
                    """),
                silent("teams/ice-changed", "The SBC keeps its credentials", EDGE + """
                    0.000 teams -> sbc   INVITE
                    1.000 sbc   -> teams 183 | sdp: PCMA; RTP/SAVP; a=ice-ufrag:aaaa; a=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa
                    4.000 sbc   -> teams 200 | sdp: PCMA; RTP/SAVP; a=ice-ufrag:aaaa; a=ice-pwd:aaaaaaaaaaaaaaaaaaaaaaaa
                    4.050 teams -> sbc   ACK
                    24.000 teams -> sbc  BYE
                    24.050 sbc  -> teams 200
                    """),
                fires("teams/drop-without-ack", "The SBC never acknowledges the answer", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   200
                    8.100 teams -> sbc   BYE
                    8.150 sbc   -> teams 200
                    """),
                silent("teams/drop-without-ack", "The Teams user hangs up after four seconds", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   200
                    4.050 sbc   -> teams ACK
                    8.100 teams -> sbc   BYE
                    8.150 sbc   -> teams 200
                    """),
                fires("teams/drop-without-media", "Microsoft hangs up after 15 s with cause 47", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   200
                    4.050 sbc   -> teams ACK
                    19.000 teams -> sbc  BYE | Reason: Q.850;cause=47;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab;"
                    19.050 sbc  -> teams 200
                    """),
                silent("teams/drop-without-media", "The Teams user hangs up after 15 s", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   200
                    4.050 sbc   -> teams ACK
                    19.000 teams -> sbc  BYE | Reason: Q.850 ;cause=16 ;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab;CallEndRe"
                    19.050 sbc  -> teams 200
                    """),
                silent("teams/drop-without-media", "Microsoft takes its session down by mistake", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   200
                    4.050 sbc   -> teams ACK
                    19.000 teams -> sbc  BYE | Reason: Q.850;cause=22;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab;BackToBackSessionDeleted"
                    19.050 sbc  -> teams 200
                    """),
                silent("teams/drop-without-media", "Of two devices that answered, Microsoft gives one up", EDGE + """
                    0.000 teams -> sbc   INVITE
                    0.900 sbc   -> teams 180 | To: <sip:bob@example.com>;tag=one
                    4.000 sbc   -> teams 200 | To: <sip:bob@example.com>;tag=one
                    4.050 teams -> sbc   ACK | To: <sip:bob@example.com>;tag=one
                    4.100 sbc   -> teams 200 | To: <sip:bob@example.com>;tag=two | sdp: PCMU; at 198.51.100.22
                    4.150 teams -> sbc   ACK | To: <sip:bob@example.com>;tag=two
                    4.200 teams -> sbc   BYE | To: <sip:bob@example.com>;tag=two | Reason: Q.850;cause=31
                    4.250 sbc   -> teams 200
                    19.000 sbc  -> teams BYE | From: <sip:bob@example.com>;tag=one
                    19.050 teams -> sbc  200
                    """),
                silent("teams/drop-without-media", "Microsoft hangs up with cause 47 after a minute", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   200
                    4.050 sbc   -> teams ACK
                    64.000 teams -> sbc  BYE | Reason: Q.850;cause=47;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab;"
                    64.050 sbc  -> teams 200
                    """),
                fires("teams/session-not-refreshed", "Nobody refreshes a session of 600 s", EDGE + """
                    0.000 sbc   -> teams INVITE | Session-Expires: 600
                    4.000 teams -> sbc   200 | Session-Expires: 600;refresher=uac
                    4.050 sbc   -> teams ACK
                    572.000 teams -> sbc BYE
                    572.050 sbc -> teams 200
                    """),
                silent("teams/session-not-refreshed", "The SBC refreshes the session in time", EDGE + """
                    0.000 sbc   -> teams INVITE | Session-Expires: 600
                    4.000 teams -> sbc   200 | Session-Expires: 600;refresher=uac
                    4.050 sbc   -> teams ACK
                    304.000 sbc -> teams INVITE
                    304.080 teams -> sbc 200
                    304.100 sbc -> teams ACK
                    572.000 teams -> sbc BYE
                    572.050 sbc -> teams 200
                    """),
                silent("teams/session-not-refreshed", "The call is over long before", EDGE + """
                    0.000 sbc   -> teams INVITE | Session-Expires: 600
                    4.000 teams -> sbc   200 | Session-Expires: 600;refresher=uac
                    4.050 sbc   -> teams ACK
                    204.000 teams -> sbc BYE
                    204.050 sbc -> teams 200
                    """));
    }
}

package org.callcause.rules.teams.decline;

import static org.callcause.rules.teams.Scenes.EDGE;
import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with Teams that ended with 603. */
public final class DeclineCalls {

    private DeclineCalls() {}

    /** The calls. */
    public static List<RuleExample> examples() {
        return List.of(
                fires("teams/603-voice", "The Teams user declines after three seconds", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   603 Decline
                    4.020 sbc   -> teams ACK
                    """),
                fires("teams/603-voice", "The Teams user does not answer for a minute", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.900 teams -> sbc   180
                    61.000 teams -> sbc   603 Decline
                    61.020 sbc   -> teams ACK
                    """),
                fires("teams/603-voice", "The person whom a Teams user calls declines", EDGE + """
                    0.000 teams -> sbc   INVITE
                    0.080 sbc   -> teams 100
                    1.900 sbc   -> teams 180
                    6.000 sbc   -> teams 603 Decline
                    6.020 teams -> sbc   ACK
                    """),
                silent("teams/603-voice", "Neither side is Teams", """
                    0.000 sbc -> carrier INVITE
                    0.080 carrier -> sbc 100
                    0.900 carrier -> sbc 180
                    4.000 carrier -> sbc 603
                    4.020 sbc -> carrier ACK
                    """),
                silent("teams/603-voice", "The operator's trunk of Operator Connect carries the call", EDGE + """
                    0.000 teams -> sbc   INVITE | X-MS-TenantID: 11111111-2222-3333-4444-555555555555
                    0.080 sbc   -> teams 100
                    1.900 sbc   -> teams 180
                    6.000 sbc   -> teams 603 Decline
                    6.020 teams -> sbc   ACK
                    """),
                fires("teams/603-several-devices", "Desktop and mobile ring, and the user declines on one", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.900 teams -> sbc   180 | To: <sip:+15550100@sip.pstnhub.microsoft.com>;tag=desktop
                    1.100 teams -> sbc   180 | To: <sip:+15550100@sip.pstnhub.microsoft.com>;tag=mobile | new
                    4.000 teams -> sbc   603 Decline
                    4.020 sbc   -> teams ACK
                    """),
                silent("teams/603-several-devices", "One device repeats its 180", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.900 teams -> sbc   180
                    2.900 teams -> sbc   180
                    4.000 teams -> sbc   603 Decline
                    4.020 sbc   -> teams ACK
                    """),
                fires("teams/603-transfer", "The target of a transfer refuses the new leg", EDGE + """
                    0.000 sbc   -> teams INVITE | Referred-By: <sip:+15550102@sip.pstnhub.microsoft.com>
                    0.080 teams -> sbc   100
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   603 Decline
                    4.020 sbc   -> teams ACK
                    """),
                silent("teams/603-transfer", "An ordinary call is declined", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   603 Decline
                    4.020 sbc   -> teams ACK
                    """),
                fires(
                        "teams/transfer-refused-603",
                        "The SBC reports that the target of the transfer declined",
                        EDGE + """
                            0.000 teams -> sbc   INVITE
                            0.080 sbc   -> teams 100
                            1.000 sbc   -> teams 200
                            1.050 teams -> sbc   ACK
                            20.000 teams -> sbc   REFER
                            20.050 sbc   -> teams 202
                            20.060 sbc   -> teams NOTIFY | sipfrag: 100 Trying
                            20.110 teams -> sbc   200
                            24.000 sbc   -> teams NOTIFY | sipfrag: 603 Decline
                            24.050 teams -> sbc   200
                            40.000 teams -> sbc   BYE
                            40.050 sbc   -> teams 200
                            """),
                silent(
                        "teams/transfer-refused-603",
                        "The SBC reports that the target of the transfer answered",
                        EDGE + """
                            0.000 teams -> sbc   INVITE
                            0.080 sbc   -> teams 100
                            1.000 sbc   -> teams 200
                            1.050 teams -> sbc   ACK
                            20.000 teams -> sbc   REFER
                            20.050 sbc   -> teams 202
                            24.000 sbc   -> teams NOTIFY | sipfrag: 200 OK
                            24.050 teams -> sbc   200
                            24.100 teams -> sbc   BYE
                            24.150 sbc   -> teams 200
                            """),
                fires("teams/603-invitation", "An invitation to a conference is declined", EDGE + """
                    0.000 sbc   -> teams INVITE | Contact: <sip:conf@sbc1.example.com:5061;transport=tls>;isfocus
                    0.080 teams -> sbc   100
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   603 Decline
                    4.020 sbc   -> teams ACK
                    """),
                silent("teams/603-invitation", "An ordinary call is declined", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   603 Decline
                    4.020 sbc   -> teams ACK
                    """),
                fires("teams/603-carrier-block", "The carrier refuses a call from Teams without ringing", EDGE + """
                    0.000 teams -> sbc   INVITE
                    0.080 sbc   -> teams 100
                    0.400 sbc   -> teams 603 Decline
                    0.420 teams -> sbc   ACK
                    """),
                silent("teams/603-carrier-block", "A network says in Reason that its analytics blocked", EDGE + """
                    0.000 teams -> sbc   INVITE
                    0.080 sbc   -> teams 100
                    0.400 sbc   -> teams 603 Decline | Reason: Q.850;cause=21;text="v=analytics1;url=https://redress.example.net"
                    0.420 teams -> sbc   ACK
                    """),
                silent("teams/603-carrier-block", "The called person declines after it rang", EDGE + """
                    0.000 teams -> sbc   INVITE
                    0.080 sbc   -> teams 100
                    1.000 sbc   -> teams 180
                    5.000 sbc   -> teams 603 Decline
                    5.020 teams -> sbc   ACK
                    """),
                fires("teams/603-lync", "A Lync client ignores the call", """
                    0.000 caller -> callee INVITE
                    0.100 callee -> caller 180 | User-Agent: UCCAPI/16.0.4266.1001 OC/16.0.4266.1001
                    8.000 callee -> caller 603 | User-Agent: UCCAPI/16.0.4266.1001 OC/16.0.4266.1001
                    8.020 caller -> callee ACK
                    """),
                silent("teams/603-lync", "A Teams user declines", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   603 Decline
                    4.020 sbc   -> teams ACK
                    """));
    }
}

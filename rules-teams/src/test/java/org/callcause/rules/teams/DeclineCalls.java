package org.callcause.rules.teams;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls with Teams that ended with 603. */
final class DeclineCalls {

    private DeclineCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("teams/603-voice", "The Teams user declines after three seconds", """
                        party sbc = 198.51.100.7:5061
                        party teams = 52.114.76.76:5061
                        transport TLS
                        0.000 sbc   -> teams INVITE
                        0.080 teams -> sbc   100 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        0.900 teams -> sbc   180 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.000 teams -> sbc   603 Decline | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.020 sbc   -> teams ACK
                        """),
                fires("teams/603-voice", "The Teams user does not answer for a minute", """
                        party sbc = 198.51.100.7:5061
                        party teams = 52.114.76.76:5061
                        transport TLS
                        0.000 sbc   -> teams INVITE
                        0.080 teams -> sbc   100 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        0.900 teams -> sbc   180 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        61.000 teams -> sbc   603 Decline | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        61.020 sbc   -> teams ACK
                        """),
                fires("teams/603-voice", "The carrier refuses a call from Teams without ringing", """
                        party sbc = 198.51.100.7:5061
                        party teams = 52.114.76.76:5061
                        transport TLS
                        0.000 sbc   -> teams INVITE
                        0.080 teams -> sbc   100 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        1.200 teams -> sbc   603 Decline | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        1.220 sbc   -> teams ACK
                        """),
                silent("teams/603-voice", "Neither side is Teams", """
                        0.000 sbc -> carrier INVITE
                        0.080 carrier -> sbc 100
                        0.900 carrier -> sbc 180
                        4.000 carrier -> sbc 603
                        4.020 sbc -> carrier ACK
                        """),
                fires("teams/603-transfer", "The target of a transfer refuses the new leg", """
                        party sbc = 198.51.100.7:5061
                        party teams = 52.114.76.76:5061
                        transport TLS
                        0.000 sbc   -> teams INVITE | Referred-By: <sip:+15550101@example.com>
                        0.080 teams -> sbc   100 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        0.900 teams -> sbc   180 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.000 teams -> sbc   603 Decline | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.020 sbc   -> teams ACK
                        """),
                silent("teams/603-transfer", "An ordinary call is declined", """
                        party sbc = 198.51.100.7:5061
                        party teams = 52.114.76.76:5061
                        transport TLS
                        0.000 sbc   -> teams INVITE
                        0.080 teams -> sbc   100 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        0.900 teams -> sbc   180 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.000 teams -> sbc   603 Decline | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.020 sbc   -> teams ACK
                        """),
                fires("teams/603-invitation", "An invitation to a conference is declined", """
                        party sbc = 198.51.100.7:5061
                        party teams = 52.114.76.76:5061
                        transport TLS
                        0.000 sbc   -> teams INVITE | Contact: <sip:conf@198.51.100.7:5061;transport=tls>;isfocus
                        0.080 teams -> sbc   100 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        0.900 teams -> sbc   180 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.000 teams -> sbc   603 Decline | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.020 sbc   -> teams ACK
                        """),
                silent("teams/603-invitation", "An ordinary call is declined", """
                        party sbc = 198.51.100.7:5061
                        party teams = 52.114.76.76:5061
                        transport TLS
                        0.000 sbc   -> teams INVITE
                        0.080 teams -> sbc   100 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        0.900 teams -> sbc   180 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.000 teams -> sbc   603 Decline | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.020 sbc   -> teams ACK
                        """));
    }
}

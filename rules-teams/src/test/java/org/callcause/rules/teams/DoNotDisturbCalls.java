package org.callcause.rules.teams;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that ended with 606. */
final class DoNotDisturbCalls {

    private DoNotDisturbCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("teams/606-do-not-disturb", "A Lync client in Do Not Disturb answers 606", """
                        0.000 caller -> callee INVITE
                        0.200 callee -> caller 606 | User-Agent: UCCAPI/16.0.4266.1001 OC/16.0.4266.1001
                        0.220 caller -> callee ACK
                        """),
                fires("teams/606-do-not-disturb", "606 comes from Teams", """
                        party sbc = 198.51.100.7:5061
                        party teams = 52.114.76.76:5061
                        transport TLS
                        0.000 sbc   -> teams INVITE
                        0.080 teams -> sbc   100 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        1.500 teams -> sbc   606 Not Acceptable | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        1.520 sbc   -> teams ACK
                        """),
                silent(
                        "teams/606-do-not-disturb",
                        "606 comes from a telephone that has nothing to do with Microsoft",
                        """
                        0.000 caller -> callee INVITE
                        0.200 callee -> caller 606
                        0.220 caller -> callee ACK
                        """),
                silent("teams/606-do-not-disturb", "606 comes from Teams with a Warning about the media", """
                        party sbc = 198.51.100.7:5061
                        party teams = 52.114.76.76:5061
                        transport TLS
                        0.000 sbc   -> teams INVITE
                        0.080 teams -> sbc   100 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        1.500 teams -> sbc   606 Not Acceptable | Warning: 305 teams "Incompatible media format" | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        1.520 sbc   -> teams ACK
                        """));
    }
}

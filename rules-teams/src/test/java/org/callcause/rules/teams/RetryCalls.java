package org.callcause.rules.teams;

import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that were tried again after a refusal. */
final class RetryCalls {

    private RetryCalls() {}

    static List<RuleExample> examples() {
        return List.of(
                fires("teams/retry-after-603", "The SBC offers the declined call again after 300 ms", """
                        party sbc = 198.51.100.7:5061
                        party teams = 52.114.76.76:5061
                        transport TLS
                        call first
                        0.000 sbc   -> teams INVITE
                        0.900 teams -> sbc   180 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.000 teams -> sbc   603 Decline | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.020 sbc   -> teams ACK
                        call second
                        4.300 sbc   -> teams INVITE
                        5.100 teams -> sbc   180 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        8.300 teams -> sbc   603 Decline | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        8.320 sbc   -> teams ACK
                        """),
                silent("teams/retry-after-603", "The caller dials again half a minute later", """
                        party sbc = 198.51.100.7:5061
                        party teams = 52.114.76.76:5061
                        transport TLS
                        call first
                        0.000 sbc   -> teams INVITE
                        0.900 teams -> sbc   180 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.000 teams -> sbc   603 Decline | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.020 sbc   -> teams ACK
                        call second
                        34.000 sbc   -> teams INVITE
                        34.800 teams -> sbc   180 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        38.000 teams -> sbc   603 Decline | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        38.020 sbc   -> teams ACK
                        """),
                silent(
                        "teams/retry-after-603",
                        "The first attempt had failed with 503, which may be tried again",
                        """
                        party sbc = 198.51.100.7:5061
                        party teams = 52.114.76.76:5061
                        transport TLS
                        call first
                        0.000 sbc   -> teams INVITE
                        0.900 teams -> sbc   180 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.000 teams -> sbc   503 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        4.020 sbc   -> teams ACK
                        call second
                        4.300 sbc   -> teams INVITE
                        5.100 teams -> sbc   180 | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        8.300 teams -> sbc   603 Decline | Server: Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
                        8.320 sbc   -> teams ACK
                        """));
    }
}

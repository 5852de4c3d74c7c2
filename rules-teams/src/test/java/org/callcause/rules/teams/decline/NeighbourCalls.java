package org.callcause.rules.teams.decline;

import static org.callcause.rules.teams.Scenes.EDGE;
import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls that ended with 486 or 606, and calls that were tried again after a refusal. */
public final class NeighbourCalls {

    private NeighbourCalls() {}

    /** The calls. */
    public static List<RuleExample> examples() {
        return List.of(
                fires("teams/606-do-not-disturb", "A Lync client in Do Not Disturb answers 606", """
                    0.000 caller -> callee INVITE
                    0.200 callee -> caller 606 | User-Agent: UCCAPI/16.0.4266.1001 OC/16.0.4266.1001
                    0.220 caller -> callee ACK
                    """),
                fires("teams/606-do-not-disturb", "606 comes from Teams", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    1.500 teams -> sbc   606 Not Acceptable
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
                silent("teams/606-do-not-disturb", "606 comes from Teams with a Warning about the media", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    1.500 teams -> sbc   606 Not Acceptable | Warning: 305 teams "Incompatible media format"
                    1.520 sbc   -> teams ACK
                    """),
                fires("teams/busy-as-congestion", "A busy Teams user is told with cause 34", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.700 teams -> sbc   486 Busy Here | Reason: Q.850;cause=34;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab;User is busy and currently active on another call."
                    0.720 sbc   -> teams ACK
                    """),
                silent("teams/busy-as-congestion", "The called carrier's own 486 says user busy", EDGE + """
                    0.000 teams -> sbc   INVITE
                    0.080 sbc   -> teams 100
                    0.900 sbc   -> teams 486 Busy Here | Reason: Q.850;cause=17
                    0.920 teams -> sbc   ACK
                    """),
                fires("teams/retry-after-603", "The SBC offers the declined call again after 300 ms", EDGE + """
                    call first
                    0.000 sbc   -> teams INVITE
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   603 Decline
                    4.020 sbc   -> teams ACK
                    call second
                    4.300 sbc   -> teams INVITE
                    5.100 teams -> sbc   180
                    8.300 teams -> sbc   603 Decline
                    8.320 sbc   -> teams ACK
                    """),
                silent("teams/retry-after-603", "The caller dials again half a minute later", EDGE + """
                    call first
                    0.000 sbc   -> teams INVITE
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   603 Decline
                    4.020 sbc   -> teams ACK
                    call second
                    34.000 sbc   -> teams INVITE
                    34.800 teams -> sbc   180
                    38.000 teams -> sbc   603 Decline
                    38.020 sbc   -> teams ACK
                    """),
                silent("teams/retry-after-603", "The second try is answered, and the call is healthy", EDGE + """
                    call first
                    0.000 sbc   -> teams INVITE
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   603 Decline
                    4.020 sbc   -> teams ACK
                    call second
                    7.500 sbc   -> teams INVITE
                    8.300 teams -> sbc   180
                    11.00 teams -> sbc   200
                    11.02 sbc   -> teams ACK
                    60.00 sbc   -> teams BYE
                    60.02 teams -> sbc   200
                    """),
                silent(
                        "teams/retry-after-603",
                        "The first attempt had failed with 503, which may be tried again",
                        EDGE + """
                            call first
                            0.000 sbc   -> teams INVITE
                            0.900 teams -> sbc   180
                            4.000 teams -> sbc   503
                            4.020 sbc   -> teams ACK
                            call second
                            4.300 sbc   -> teams INVITE
                            5.100 teams -> sbc   180
                            8.300 teams -> sbc   603 Decline
                            8.320 sbc   -> teams ACK
                            """),
                silent("teams/retry-after-603", "Microsoft tries the next SBC, as it may", EDGE + """
                    party sbc2 = 198.51.100.8:5061
                    call first
                    0.000 teams -> sbc   INVITE
                    0.900 sbc   -> teams 603 Decline
                    0.920 teams -> sbc   ACK
                    call second
                    1.300 teams -> sbc2  INVITE
                    2.100 sbc2  -> teams 603 Decline
                    2.120 teams -> sbc2  ACK
                    """),
                fires(
                        "teams/retry-after-busy",
                        "A carrier takes cause 34 for congestion and offers the call again",
                        EDGE + """
                            call first
                            0.000 sbc   -> teams INVITE
                            0.700 teams -> sbc   486 Busy Here | Reason: Q.850;cause=34;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab;User is busy and currently active on another call."
                            0.720 sbc   -> teams ACK
                            call second
                            1.100 sbc   -> teams INVITE
                            1.800 teams -> sbc   486 Busy Here | Reason: Q.850;cause=34;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ac;User is busy and currently active on another call."
                            1.820 sbc   -> teams ACK
                            """),
                silent("teams/retry-after-busy", "The caller dials again after ten seconds", EDGE + """
                    call first
                    0.000 sbc   -> teams INVITE
                    0.700 teams -> sbc   486 Busy Here
                    0.720 sbc   -> teams ACK
                    call second
                    10.100 sbc   -> teams INVITE
                    10.800 teams -> sbc   486 Busy Here
                    10.820 sbc   -> teams ACK
                    """));
    }
}

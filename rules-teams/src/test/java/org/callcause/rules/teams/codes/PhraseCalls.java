package org.callcause.rules.teams.codes;

import static org.callcause.rules.teams.Scenes.EDGE;
import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls in which Microsoft gives its reason in words. */
public final class PhraseCalls {

    private PhraseCalls() {}

    /** The calls. */
    public static List<RuleExample> examples() {
        return List.of(
                fires("teams/result-phrase", "The Teams user is signed in nowhere", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.600 teams -> sbc   480 Temporarily Unavailable | Reason: Q.850;cause=31;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab;No callee endpoints were found."
                    0.620 sbc   -> teams ACK
                    """),
                fires("teams/result-phrase", "Location-based routing keeps the call from the user", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.600 teams -> sbc   403 Forbidden | Reason: Q.850 ;cause=63 ;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab;Current call site state prevents fork to this entity."
                    0.620 sbc   -> teams ACK
                    """),
                silent("teams/result-phrase", "The SBC's carrier has a phrase of its own", EDGE + """
                    0.000 teams -> sbc   INVITE
                    0.080 sbc   -> teams 100
                    0.600 sbc   -> teams 480 Temporarily Unavailable | Reason: Q.850;cause=31;text="No callee endpoints were found."
                    0.620 teams -> sbc   ACK
                    """),
                silent(
                        "teams/result-phrase",
                        "The end of a fork that the user declined says nothing by its phrase",
                        EDGE + """
                            0.000 sbc   -> teams INVITE
                            0.080 teams -> sbc   100
                            0.600 teams -> sbc   480 Temporarily Unavailable | Reason: Q.850;cause=31;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab;CallEndReasonLocalUserInitiated"
                            0.620 sbc   -> teams ACK
                            """),
                fires("teams/media-failure", "Microsoft finds no way for the media and hangs up", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.900 teams -> sbc   180
                    3.000 teams -> sbc   200
                    3.050 sbc   -> teams ACK
                    15.000 teams -> sbc  BYE | Reason: Q.850;cause=31;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab;IceConnectivityChecksFailed"
                    15.050 sbc   -> teams 200
                    """),
                silent("teams/media-failure", "The Teams user hangs up", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.900 teams -> sbc   180
                    3.000 teams -> sbc   200
                    3.050 sbc   -> teams ACK
                    15.000 teams -> sbc  BYE | Reason: Q.850;cause=16;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab;CallEndReasonLocalUserInitiated"
                    15.050 sbc   -> teams 200
                    """));
    }
}

package org.callcause.rules.teams.health;

import static org.callcause.testkit.IncidentExample.fires;
import static org.callcause.testkit.IncidentExample.silent;

import java.util.List;
import org.callcause.testkit.IncidentExample;

/** Traffic between an SBC and Microsoft in which OPTIONS come, stay away and come back. */
public final class TrunkTraffic {

    private static final String TO_MICROSOFT = "from sbc to sip at 198.51.100.7 over 52.114.76.76";
    private static final String FROM_MICROSOFT = "from +15550101 to +13125550177*40 at 52.114.76.76 over 198.51.100.7";

    private TrunkTraffic() {}

    /** The traffic. */
    public static List<IncidentExample> examples() {
        return List.of(
                fires("teams/sbc-unhealthy", "No OPTIONS for eight minutes, and calls fail meanwhile", """
                    0    3 probes every 60 %s: 200
                    300  4 calls every 30 %s: 503
                    600  3 probes every 60 %s: 200
                    """.formatted(
                                TO_MICROSOFT, FROM_MICROSOFT, TO_MICROSOFT)),
                fires("teams/sbc-unhealthy", "OPTIONS are sent each minute, and Microsoft refuses them", """
                    0    3 probes every 60 %s: 200
                    180  8 probes every 60 %s: 403
                    660  3 probes every 60 %s: 200
                    """.formatted(
                                TO_MICROSOFT, TO_MICROSOFT, TO_MICROSOFT)),
                fires("teams/sbc-unhealthy", "OPTIONS come every four minutes only", """
                    0    4 probes every 240 %s: 200
                    """.formatted(TO_MICROSOFT)),
                silent("teams/sbc-unhealthy", "OPTIONS come each minute, and one is lost", """
                    0    3 probes every 60 %s: 200
                    180  1 probe %s: nothing
                    240  3 probes every 60 %s: 200
                    """.formatted(
                                TO_MICROSOFT, TO_MICROSOFT, TO_MICROSOFT)),
                silent("teams/sbc-unhealthy", "The capture shows calls for ten minutes and no OPTIONS", """
                    0    20 calls every 30 %s: 503
                    """.formatted(
                                FROM_MICROSOFT)),
                silent("teams/sbc-unhealthy", "Another trunk is asked every four minutes", """
                    0    4 probes every 240 from pbx to trunk over 192.0.2.1: 200
                    """),
                fires("teams/603-spread", "Twelve callees of four callers refuse at once", """
                    0    12 calls every 10 from +1555010*4 to +1312555017*12 at 52.114.76.76 over 198.51.100.7: 603
                    """),
                fires("teams/603-spread", "One callee refuses six calls at once", """
                    0    6 calls every 10 from +1555010*4 to +13125550177 at 52.114.76.76 over 198.51.100.7: 603
                    """),
                fires("teams/603-spread", "One caller is refused by eight callees", """
                    0    8 calls every 10 from +15550101 to +1312555017*8 at 52.114.76.76 over 198.51.100.7: 603
                    """),
                silent("teams/603-spread", "People decline after some seconds of ringing", """
                    0    12 calls every 10 from +1555010*4 to +1312555017*12 at 52.114.76.76 over 198.51.100.7: rings 5 then 603
                    """),
                silent("teams/603-spread", "Five callees among two hundred refuse at once", """
                    0    200 calls every 1 from +1555010*40 to +1312555100*200 at 52.114.76.76 over 198.51.100.7: answered 30
                    5    5 calls every 30 from +1555010*4 to +1312555017*5 at 52.114.76.76 over 198.51.100.7: 603
                    """),
                silent("teams/603-spread", "Calls that do not come from Teams are refused at once", """
                    0    12 calls every 10 from phone*4 to +1312555017*12 over 192.0.2.1: 603
                    """));
    }
}

package org.callcause.rules.teams.setup;

import static org.callcause.rules.teams.Scenes.CARRIER;
import static org.callcause.rules.teams.Scenes.EDGE;
import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls for the rules on refusals, the next datacenter, and transfers that come back. */
public final class FailoverCalls {

    private static final String CANCELLED = """
        10.010 teams -> sbc  CANCEL
        10.050 sbc  -> teams 200 (CANCEL)
        10.060 sbc  -> teams 487
        10.080 teams -> sbc  ACK
        """;

    private static final String ASKED_TO_WAIT = """
        0.000 sbc   -> teams INVITE
        0.080 teams -> sbc   503 Service Unavailable | Retry-After: 1
        0.100 sbc   -> teams ACK
        """;

    private FailoverCalls() {}

    /** The calls. */
    public static List<RuleExample> examples() {
        return List.of(
                fires(
                        "teams/failover-timer",
                        "The SBC gets no further than 100 in ten seconds",
                        EDGE + """
                            0.000 teams -> sbc   INVITE
                            0.050 sbc   -> teams 100
                            """ + CANCELLED),
                silent("teams/failover-timer", "The caller hangs up while it rings", EDGE + """
                    0.000 teams -> sbc   INVITE
                    0.050 sbc   -> teams 100
                    1.050 sbc   -> teams 180
                    """ + CANCELLED),
                silent("teams/failover-timer", "The caller changes its mind after three seconds", EDGE + """
                    0.000 teams -> sbc   INVITE
                    0.050 sbc   -> teams 100
                    3.010 teams -> sbc   CANCEL
                    3.050 sbc   -> teams 200 (CANCEL)
                    3.060 sbc   -> teams 487
                    3.080 teams -> sbc   ACK
                    """),
                fires("teams/503-datacenter-busy", "Microsoft asks to wait a second", EDGE + ASKED_TO_WAIT),
                silent("teams/503-datacenter-busy", "503 comes from the SBC's side", EDGE + """
                    0.000 teams -> sbc   INVITE
                    0.080 sbc   -> teams 503 Service Unavailable | Retry-After: 30
                    0.100 teams -> sbc   ACK
                    """),
                fires(
                        "teams/503-same-datacenter",
                        "The SBC tries the busy datacenter again",
                        EDGE + ASKED_TO_WAIT + """
                            1.200 sbc   -> teams INVITE
                            1.280 teams -> sbc   503 Service Unavailable | Retry-After: 1
                            1.300 sbc   -> teams ACK
                            """),
                silent("teams/503-same-datacenter", "The SBC goes to the next datacenter", EDGE + """
                    party next = 52.112.5.5:5061
                    next runs Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.USEA.0
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   503 Service Unavailable | Retry-After: 1
                    0.100 sbc   -> teams ACK
                    0.200 sbc   -> next  INVITE
                    0.900 next  -> sbc   180
                    4.280 next  -> sbc   200
                    4.300 sbc   -> next  ACK
                    24.300 sbc  -> next  BYE
                    24.350 next -> sbc   200
                    """),
                fires(
                        "teams/503-same-datacenter-redialled",
                        "The SBC begins a new call to the busy datacenter",
                        EDGE + """
                            call first
                            0.000 sbc   -> teams INVITE
                            0.080 teams -> sbc   503 Service Unavailable | Retry-After: 1
                            0.100 sbc   -> teams ACK
                            call second
                            1.200 sbc   -> teams INVITE
                            1.900 teams -> sbc   180
                            4.000 teams -> sbc   200
                            4.050 sbc   -> teams ACK
                            24.000 sbc  -> teams BYE
                            24.050 teams -> sbc  200
                            """),
                silent("teams/503-same-datacenter-redialled", "A person calls again half a minute later", EDGE + """
                    call first
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   503 Service Unavailable | Retry-After: 1
                    0.100 sbc   -> teams ACK
                    call second
                    31.200 sbc   -> teams INVITE
                    31.900 teams -> sbc   180
                    34.000 teams -> sbc   200
                    34.050 sbc   -> teams ACK
                    54.000 sbc  -> teams BYE
                    54.050 teams -> sbc  200
                    """),
                silent(
                        "teams/503-same-datacenter-redialled",
                        "The SBC begins a new call to the next datacenter",
                        EDGE + """
                            party next = 52.112.5.5:5061
                            next runs Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.USEA.0
                            next is sip:+15550100@sip.pstnhub.microsoft.com
                            call first
                            0.000 sbc   -> teams INVITE
                            0.080 teams -> sbc   503 Service Unavailable | Retry-After: 1
                            0.100 sbc   -> teams ACK
                            call second
                            1.200 sbc   -> next  INVITE
                            1.900 next  -> sbc   180
                            4.000 next  -> sbc   200
                            4.050 sbc   -> next  ACK
                            24.000 sbc  -> next  BYE
                            24.050 next -> sbc   200
                            """),
                fires("teams/transfer-target-altered", "An SBC writes the replacing URI in lower case", EDGE + """
                    0.000 sbc   -> teams INVITE | Referred-By: <sip:sip.pstnhub.microsoft.com:5061;x-m=8:orgid:1;x-tt=ahr0chm6ly9hcgktzhutys1ldx>
                    0.080 teams -> sbc   404 Not Found
                    0.100 sbc   -> teams ACK
                    """),
                fires("teams/transfer-target-altered", "An SBC cuts the replacing URI off", EDGE + """
                    0.000 sbc   -> teams INVITE | Referred-By: <sip:sip.pstnhub.microsoft.com:5061;x-m=8:orgid:1;x-tt=aHR0cHM6Ly9hcGktZHUtY>
                    0.080 teams -> sbc   400 Bad Request
                    0.100 sbc   -> teams ACK
                    """),
                fires("teams/transfer-target-altered", "An SBC replaces the id of the transferring call", EDGE + """
                    0.000 sbc   -> teams INVITE | Referred-By: <sip:sip.pstnhub.microsoft.com:5061;x-m=8:orgid:1;x-ti=hidden>
                    0.080 teams -> sbc   404 Not Found
                    0.100 sbc   -> teams ACK
                    """),
                silent("teams/transfer-target-altered", "The replacing URI comes back as it was", EDGE + """
                    0.000 sbc   -> teams INVITE | Referred-By: <sip:sip.pstnhub.microsoft.com:5061;x-m=8:orgid:1;x-t=2d88cb42-0000-417a-a0fc-80244a7fdd61;x-tt=aHR0cHM6Ly9hcGktZHUtYS1ldW5vLnBzdG5odWIubWljcm9zb2Z0LmNvbS92MS9uZ2MvcmVwbGFjZQ%3D%3D>
                    0.080 teams -> sbc   404 Not Found
                    0.100 sbc   -> teams ACK
                    """),
                fires("teams/transfer-repeated", "The SBC sends the refused INVITE of a transfer again", EDGE + """
                    call first
                    0.000 sbc   -> teams INVITE | Referred-By: <sip:sip.pstnhub.microsoft.com:5061;x-m=8:orgid:1>
                    0.080 teams -> sbc   404 Not Found
                    0.100 sbc   -> teams ACK
                    call second
                    0.600 sbc   -> teams INVITE | Referred-By: <sip:sip.pstnhub.microsoft.com:5061;x-m=8:orgid:1>
                    0.680 teams -> sbc   500 Internal Server Error
                    0.700 sbc   -> teams ACK
                    """),
                silent("teams/transfer-repeated", "The first INVITE of a transfer fails with 500", EDGE + """
                    0.000 sbc   -> teams INVITE | Referred-By: <sip:sip.pstnhub.microsoft.com:5061;x-m=8:orgid:1>
                    0.080 teams -> sbc   500 Internal Server Error
                    0.100 sbc   -> teams ACK
                    """),
                fires("teams/refused-by-sbc", "The SBC answers 402", EDGE + """
                    0.000 teams -> sbc   INVITE
                    0.080 sbc   -> teams 402 Payment Required
                    0.100 teams -> sbc   ACK
                    """),
                silent("teams/refused-by-sbc", "Microsoft answers 402", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   402 Payment Required
                    0.100 sbc   -> teams ACK
                    """),
                fires("teams/422-session-interval", "The SBC offers 60 s and leaves it at that", EDGE + """
                    0.000 sbc   -> teams INVITE | Session-Expires: 60
                    0.080 teams -> sbc   422 Session Interval Too Small | Min-SE: 300
                    0.100 sbc   -> teams ACK
                    """),
                silent("teams/422-session-interval", "The SBC asks again with a longer interval", EDGE + """
                    0.000 sbc   -> teams INVITE | Session-Expires: 60
                    0.080 teams -> sbc   422 Session Interval Too Small | Min-SE: 300
                    0.100 sbc   -> teams ACK
                    0.200 sbc   -> teams INVITE | Session-Expires: 1800
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   200
                    4.050 sbc   -> teams ACK
                    24.000 sbc  -> teams BYE
                    24.050 teams -> sbc  200
                    """),
                fires(
                        "teams/too-large-for-udp",
                        "The SBC sends 1600 bytes over UDP, and nothing comes back",
                        EDGE + CARRIER + """
                            0.000 teams -> sbc   INVITE
                            0.050 sbc   -> teams 100
                            transport UDP
                            0.060 sbc -> carrier INVITE | X-Long: %s
                            transport TLS
                            32.000 sbc  -> teams 408
                            32.050 teams -> sbc  ACK
                            """.formatted("x".repeat(1500))),
                silent("teams/too-large-for-udp", "A small INVITE over UDP is not answered", EDGE + CARRIER + """
                    0.000 teams -> sbc   INVITE
                    0.050 sbc   -> teams 100
                    transport UDP
                    0.060 sbc -> carrier INVITE
                    transport TLS
                    32.000 sbc  -> teams 408
                    32.050 teams -> sbc  ACK
                    """));
    }
}

package org.callcause.rules.teams.readiness;

import static org.callcause.rules.teams.Scenes.EDGE;
import static org.callcause.testkit.RuleExample.fires;
import static org.callcause.testkit.RuleExample.silent;

import java.util.List;
import org.callcause.testkit.RuleExample;

/** Calls of SBCs that do not write or offer what Direct Routing asks for. */
public final class ReadinessCalls {

    private ReadinessCalls() {}

    /** The calls. */
    public static List<RuleExample> examples() {
        return List.of(
                fires("teams/403-contact-address", "The SBC's Contact is an IP address", EDGE + """
                    0.000 sbc   -> teams INVITE | Contact: <sip:+15550101@198.51.100.7:5061;transport=tls>
                    0.080 teams -> sbc   403 Forbidden
                    0.100 sbc   -> teams ACK
                    """),
                fires(
                        "teams/403-contact-address",
                        "Microsoft finds no trunk for the IP address in the Contact",
                        EDGE + """
                    0.000 sbc   -> teams INVITE | Contact: <sip:+15550101@198.51.100.7:5061;transport=tls>
                    0.080 teams -> sbc   403 Forbidden | Reason: Q.850;cause=63;text="0e3f7a1c-52d4-4b6e-8f90-0123456789ab;Get Inbound Direct routing - RuntimeApi trunk config not found for customer"
                    0.100 sbc   -> teams ACK
                    """),
                silent("teams/403-contact-address", "403 has another reason, for the Contact is a name", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   403 Forbidden
                    0.100 sbc   -> teams ACK
                    """),
                silent("teams/403-contact-address", "Microsoft took an address and the user declined", EDGE + """
                    0.000 sbc   -> teams INVITE | Contact: <sip:+15550101@198.51.100.7:5061;transport=tls>
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   603 Decline
                    4.100 sbc   -> teams ACK
                    """),
                fires(
                        "teams/403-trunk-name",
                        "The Contact has the name of the second SBC, the certificate that of the first",
                        EDGE + """
                            0.000 sbc   -> teams INVITE | Contact: <sip:+15550101@sbc9.example.com:5061;transport=tls>
                            0.080 teams -> sbc   100
                            0.320 teams -> sbc   403 Forbidden | Reason: Q.850;cause=63;text="0e3f7a1c-52d4-4b6e-8f90-0123456789ab;Provided Trunk FQDN 'sbc9.example.com' is not allowed. Connection allows following fqdns: sbc1.example.com, sbc1.example.com."
                            0.340 sbc   -> teams ACK
                            """),
                silent("teams/403-trunk-name", "The tenant has no trunk of that name", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.320 teams -> sbc   403 Forbidden | Reason: Q.850;cause=63;text="0e3f7a1c-52d4-4b6e-8f90-0123456789ab;No trunk config was found."
                    0.340 sbc   -> teams ACK
                    """),
                silent(
                        "teams/403-trunk-name",
                        "What is not allowed is an address, which is no name at all",
                        EDGE + """
                    0.000 sbc   -> teams INVITE | Contact: <sip:+15550101@198.51.100.7:5061;transport=tls>
                    0.080 teams -> sbc   100
                    0.320 teams -> sbc   403 Forbidden | Reason: Q.850;cause=63;text="0e3f7a1c-52d4-4b6e-8f90-0123456789ab;Provided Trunk FQDN '198.51.100.7' is not allowed. Connection allows following fqdns: sbc1.example.com."
                    0.340 sbc   -> teams ACK
                    """),
                silent("teams/403-trunk-name", "The SBC refuses Microsoft in such words", EDGE + """
                    0.000 teams -> sbc   INVITE
                    0.080 sbc   -> teams 100
                    0.320 sbc   -> teams 403 Forbidden | Reason: Q.850;cause=63;text="Provided Trunk FQDN 'sbc9.example.com' is not allowed. Connection allows following fqdns: sbc1.example.com."
                    0.340 teams -> sbc   ACK
                    """),
                fires("teams/404-number-format", "The SBC calls a number without a plus", EDGE + """
                    teams is sip:15550100@sip.pstnhub.microsoft.com
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.400 teams -> sbc   404 Not Found
                    0.420 sbc   -> teams ACK
                    """),
                silent("teams/404-number-format", "A number in E.164 form belongs to nobody", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   100
                    0.400 teams -> sbc   404 Not Found
                    0.420 sbc   -> teams ACK
                    """),
                fires("teams/signalling-port", "The SBC sends to port 5060", """
                    party sbc = 198.51.100.7:5061
                    party teams = 52.114.76.76:5060
                    teams is sip:+15550100@sip.pstnhub.microsoft.com
                    transport TLS
                    0.000 sbc   -> teams INVITE
                    until 120
                    """),
                silent("teams/signalling-port", "Nobody answers at the right port", EDGE + """
                    0.000 sbc   -> teams INVITE
                    until 120
                    """),
                fires("teams/offer-missing", "The SBC leaves the offer to Teams", EDGE + """
                    0.000 sbc   -> teams INVITE | no sdp
                    0.080 teams -> sbc   415 Unsupported Media Type
                    0.100 sbc   -> teams ACK
                    """),
                silent("teams/offer-missing", "Teams refuses a body that is there", EDGE + """
                    0.000 sbc   -> teams INVITE
                    0.080 teams -> sbc   415 Unsupported Media Type
                    0.100 sbc   -> teams ACK
                    """),
                fires("teams/488-srtp", "The SBC offers plain RTP", EDGE + """
                    0.000 sbc   -> teams INVITE | sdp: PCMU PCMA; RTP/AVP
                    0.080 teams -> sbc   488 Not Acceptable Here
                    0.100 sbc   -> teams ACK
                    """),
                silent("teams/488-srtp", "The SBC offers SRTP with a codec that Teams lacks", EDGE + """
                    0.000 sbc   -> teams INVITE | sdp: GSM; RTP/SAVP
                    0.080 teams -> sbc   488 Not Acceptable Here
                    0.100 sbc   -> teams ACK
                    """),
                fires("teams/488-codec", "The SBC offers GSM alone", EDGE + """
                    0.000 sbc   -> teams INVITE | sdp: GSM; RTP/SAVP
                    0.080 teams -> sbc   488 Not Acceptable Here
                    0.100 sbc   -> teams ACK
                    """),
                silent("teams/488-codec", "The SBC offers G.711 and is refused for something else", EDGE + """
                    0.000 sbc   -> teams INVITE | sdp: PCMA; RTP/SAVP
                    0.080 teams -> sbc   488 Not Acceptable Here
                    0.100 sbc   -> teams ACK
                    """),
                fires("teams/488-payload-type", "The SBC adds SILK with the number of telephone-event", EDGE + """
                    0.000 sbc   -> teams INVITE | sdp: PCMA; RTP/SAVP; a=rtpmap:103 SILK/16000; a=rtpmap:103 telephone-event/8000
                    0.080 teams -> sbc   488 Not Acceptable Here
                    0.100 sbc   -> teams ACK
                    """),
                silent("teams/488-payload-type", "The SBC tells the same mapping twice", EDGE + """
                    0.000 sbc   -> teams INVITE | sdp: PCMA; RTP/SAVP; a=rtpmap:101 telephone-event/8000; a=rtpmap:101 Telephone-Event/8000/1
                    0.080 teams -> sbc   488 Not Acceptable Here
                    0.100 sbc   -> teams ACK
                    """),
                silent("teams/488-payload-type", "SILK and telephone-event have numbers of their own", EDGE + """
                    0.000 sbc   -> teams INVITE | sdp: PCMA; RTP/SAVP; a=rtpmap:103 SILK/16000; a=rtpmap:101 telephone-event/8000
                    0.080 teams -> sbc   488 Not Acceptable Here
                    0.100 sbc   -> teams ACK
                    """),
                fires("teams/488-ice", "An offer without candidates is refused", EDGE + """
                    0.000 sbc   -> teams INVITE | sdp: PCMA; RTP/SAVP
                    0.080 teams -> sbc   488 Not Acceptable Here
                    0.100 sbc   -> teams ACK
                    """),
                silent(
                        "teams/488-ice",
                        "An offer without candidates is taken, as on a trunk without bypass",
                        EDGE + """
                            0.000 sbc   -> teams INVITE | sdp: PCMA; RTP/SAVP
                            0.900 teams -> sbc   180
                            4.000 teams -> sbc   200
                            4.050 sbc   -> teams ACK
                            24.000 sbc  -> teams BYE
                            24.050 teams -> sbc  200
                            """),
                fires("teams/hold-blackhole", "The SBC holds with 0.0.0.0", EDGE + """
                    0.000 sbc   -> teams INVITE | sdp: PCMA; RTP/SAVP
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   200
                    4.050 sbc   -> teams ACK
                    14.000 sbc  -> teams INVITE | sdp: PCMA; RTP/SAVP; at 0.0.0.0
                    14.080 teams -> sbc  488 Not Acceptable Here
                    14.100 sbc  -> teams ACK
                    24.000 sbc  -> teams BYE
                    24.050 teams -> sbc  200
                    """),
                silent("teams/hold-blackhole", "The SBC holds with a=inactive", EDGE + """
                    0.000 sbc   -> teams INVITE | sdp: PCMA; RTP/SAVP
                    0.900 teams -> sbc   180
                    4.000 teams -> sbc   200
                    4.050 sbc   -> teams ACK
                    14.000 sbc  -> teams INVITE | sdp: PCMA; RTP/SAVP; inactive
                    14.080 teams -> sbc  200
                    14.100 sbc  -> teams ACK
                    24.000 sbc  -> teams BYE
                    24.050 teams -> sbc  200
                    """));
    }
}

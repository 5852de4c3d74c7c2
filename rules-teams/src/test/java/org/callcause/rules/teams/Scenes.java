package org.callcause.rules.teams;

/** Who takes part in the calls of the examples. */
public final class Scenes {

    /** An SBC and Microsoft's proxy, between which the capture was made. */
    public static final String EDGE = """
        party sbc = 198.51.100.7:5061
        party teams = 52.114.76.76:5061
        sbc writes itself as sbc1.example.com
        sbc is sip:+15550101@sbc1.example.com
        teams writes itself as sip.pstnhub.microsoft.com
        teams is sip:+15550100@sip.pstnhub.microsoft.com
        teams runs Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
        teams writes header names in capitals
        transport TLS
        """;

    /** A carrier behind the SBC, beside {@link #EDGE}. */
    public static final String CARRIER = """
        party carrier = 203.0.113.9:5060
        carrier is sip:+15550101@203.0.113.9
        """;

    private Scenes() {}
}

package org.callcause.rules.teams.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.rules.teams.Scenes.EDGE;

import java.util.List;
import java.util.Optional;
import org.callcause.call.Call;
import org.callcause.diagnosis.Origin;
import org.callcause.dialog.Endpoint;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallAssertions;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

class TeamsCallTests {

    private static final Endpoint TEAMS = new Endpoint("52.114.76.76", 5061);
    private static final Endpoint SBC = new Endpoint("198.51.100.7", 5061);

    private static Call call(String script) {
        return CallAssertions.assertThat(CallScript.of(script))
                .examinedBy(RuleSet.builder().build())
                .call(1)
                .report()
                .call();
    }

    private static Optional<TeamsCall> teams(String script) {
        return TeamsCall.of(call(script));
    }

    @Test
    void proxyAndSbcAreKnownByWhatTheProxySaysOfItself() {
        TeamsCall teams = teams(EDGE + """
            0.000 sbc   -> teams INVITE
            0.080 teams -> sbc   100
            4.000 teams -> sbc   603
            4.020 sbc   -> teams ACK
            """).orElseThrow();

        assertThat(teams.role(TEAMS)).isEqualTo(Role.MICROSOFT);
        assertThat(teams.role(SBC)).isEqualTo(Role.SBC);
        assertThat(teams.region()).contains("EUNO");
        assertThat(teams.requestToMicrosoft()).isPresent();
        assertThat(teams.requestFromMicrosoft()).isEmpty();
        assertThat(teams.answerer().party()).isEqualTo("Microsoft's side");
    }

    @Test
    void carrierAndPhoneBehindTheSbcAreToldApart() {
        String behind = """
            party carrier = 203.0.113.9:5060
            0.000 carrier -> sbc INVITE %s
            0.010 sbc   -> teams INVITE
            0.080 teams -> sbc   100
            4.000 teams -> sbc   603
            4.010 sbc   -> teams ACK
            4.020 sbc -> carrier 603
            4.030 carrier -> sbc ACK
            """;
        Endpoint carrier = new Endpoint("203.0.113.9", 5060);

        assertThat(teams(EDGE + behind.formatted("")).orElseThrow().role(carrier))
                .isEqualTo(Role.CARRIER);
        assertThat(teams(EDGE + behind.formatted("| User-Agent: Yealink SIP-T46U 108.86.0.20"))
                        .orElseThrow()
                        .role(carrier))
                .isEqualTo(Role.PHONE);
    }

    @Test
    void logThatHidesAddressesIsKnownByCapitalsAndAllow() {
        Optional<TeamsCall> teams = teams("""
            hidden writes header names in capitals
            0.000 sbc -> hidden INVITE
            0.080 hidden -> sbc 486 | Allow: INVITE,ACK,OPTIONS,CANCEL,BYE,NOTIFY
            0.100 sbc -> hidden ACK
            """);
        assertThat(teams).isPresent();

        assertThat(teams("""
            hidden writes header names in capitals
            0.000 sbc -> hidden INVITE
            0.080 hidden -> sbc 486 | Allow: INVITE, ACK, BYE
            0.100 sbc -> hidden ACK
            """)).isEmpty();
    }

    @Test
    void headersForMediaOptimizationAreMicrosofts() {
        TeamsCall teams = teams("""
            0.000 hidden -> sbc INVITE | X-MS-UserLocation: internal | X-MS-MediaPath: sbc1.example.com
            0.080 sbc -> hidden 486
            0.100 hidden -> sbc ACK
            """).orElseThrow();
        assertThat(teams.requestFromMicrosoft()).isPresent();
        assertThat(teams.isRefusedToMicrosoft()).isTrue();
        assertThat(teams.answerer().party()).isEqualTo("your SBC");
        assertThat(teams.answerer().basis()).isEqualTo(Origin.Basis.INFERRED);
    }

    @Test
    void addressInMicrosoftsRangesAloneIsNoTeamsCall() {
        assertThat(teams("""
            party other = 52.114.76.76:5060
            0.000 caller -> other INVITE
            0.080 other -> caller 486
            0.100 caller -> other ACK
            """)).isEmpty();
    }

    @Test
    void rangesHoldTheirEdgesAndNothingBeside() {
        assertThat(List.of("52.112.0.0", "52.115.255.255", "52.120.0.1", "52.122.7.7", "52.127.88.59"))
                .allMatch(AddressRanges::hold);
        assertThat(List.of(
                        "52.111.255.255", "52.116.0.0", "52.124.0.0", "192.0.2.1", "", "sip.example.com", "52.112.0"))
                .noneMatch(AddressRanges::hold);
    }

    @Test
    void operatorsAreKnownByTheirHeaders() {
        assertThat(teams(EDGE + """
            0.000 teams -> sbc INVITE | X-MS-TenantID: 11111111-2222-3333-4444-555555555555
            0.080 sbc -> teams 486
            0.100 teams -> sbc ACK
            """).map(TeamsCall::connection)).contains(Connection.OPERATOR_CONNECT);
        assertThat(teams(EDGE + """
            0.000 sbc -> teams INVITE | X-MS-FMC: MO
            0.080 teams -> sbc 486
            0.100 sbc -> teams ACK
            """).map(TeamsCall::connection)).contains(Connection.TEAMS_PHONE_MOBILE);
    }

    @Test
    void guidOfTheCallIsReadFromReasonAndContact() {
        assertThat(teams(EDGE + """
            0.000 sbc -> teams INVITE
            0.080 teams -> sbc 480 | Reason: Q.850;cause=31;text="5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab;No callee endpoints were found."
            0.100 sbc -> teams ACK
            """).flatMap(TeamsCall::correlationId))
                .contains("5b3f0c7e-1d2a-4c3b-9a4d-0123456789ab");
        assertThat(teams(EDGE + """
            0.000 teams -> sbc INVITE | Contact: <sip:api-du-a-euno.pstnhub.microsoft.com:443;x-i=5b3f0c7e-1d2a-4c3b-9a4d-0123456789ac;x-c=ab/d/8/c>
            0.080 sbc -> teams 486
            0.100 teams -> sbc ACK
            """).flatMap(TeamsCall::correlationId))
                .contains("5b3f0c7e-1d2a-4c3b-9a4d-0123456789ac");
    }
}

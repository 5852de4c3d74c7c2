package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.acceptance.JoinedLegs.CARRIER_CONGESTED;
import static org.callcause.acceptance.JoinedLegs.SESSION;
import static org.callcause.acceptance.JoinedLegs.areApart;
import static org.callcause.acceptance.JoinedLegs.joined;
import static org.callcause.acceptance.JoinedLegs.onlyLink;
import static org.callcause.acceptance.JoinedLegs.reports;

import java.util.List;
import org.callcause.CallReport;
import org.callcause.call.Call;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.leg.JoinedCall;
import org.callcause.leg.LegLink;
import org.callcause.leg.LegProof;
import org.callcause.leg.LegRelation;
import org.callcause.leg.LegSettings;
import org.junit.jupiter.api.Test;

/** What proves calls with several Call-IDs to be legs of one, and what does not. */
class LegTests {

    private static final String BLIND_TRANSFER = """
        call one
        0.000 bob -> alice INVITE | To: <sip:alice@example.com>
        1.000 alice -> bob 200
        1.010 bob -> alice ACK
        5.000 bob -> alice REFER | To: <sip:alice@example.com>;tag=a | Refer-To: <sip:carol@example.com>
        5.010 alice -> bob 202
        call two
        %1$s alice -> proxy INVITE sip:carol@example.com | To: <sip:carol@example.com> | From: <sip:%2$s@example.com>;tag=x | no sdp
        %1$s proxy -> alice 404
        %1$s alice -> proxy ACK
        call one
        80.000 bob -> alice BYE
        80.010 alice -> bob 200
        until 200
        """;

    @Test
    void aHeaderThatNamesTheOtherCallIdJoinsOnlyWhereItIsConfigured() {
        String callId = reports("""
            call one
            0.000 teams -> sbc INVITE
            """).get(0).call().callIds().get(0);
        String script = CARRIER_CONGESTED.formatted("no sdp", "X-Acme-Leg: " + callId + " | no sdp");

        assertThat(areApart(reports(script))).isTrue();
        LegLink link = onlyLink(reports(script, LegSettings.DEFAULT.withCorrelationHeader("X-Acme-Leg")));
        assertThat(link.proof()).isEqualTo(LegProof.CORRELATION_HEADER);
        assertThat(link.detail()).contains(callId);
    }

    @Test
    void aSharedValueOfAUsualHeaderJoins() {
        String header = "X-CID: 7f3a-1";

        assertThat(onlyLink(reports(CARRIER_CONGESTED.formatted(header, header)))
                        .proof())
                .isEqualTo(LegProof.CORRELATION_HEADER);
    }

    @Test
    void theSameChargingIdJoins() {
        assertThat(onlyLink(reports(CARRIER_CONGESTED.formatted(
                                "P-Charging-Vector: icid-value=\"as-17c\";orig-ioi=home.example | no sdp",
                                "P-Charging-Vector: icid-value=as-17c;orig-ioi=home.example | no sdp")))
                        .proof())
                .isEqualTo(LegProof.CHARGING_ID);
    }

    @Test
    void theSameSessionOriginJoinsAlongTheWay() {
        LegLink link = onlyLink(reports(CARRIER_CONGESTED.formatted(
                "body: v=0\\r\\no=teams 4711 1 IN IP4 192.0.2.77\\r\\ns=-\\r\\n",
                "body: v=0\\r\\no=teams 4711 1 IN IP4 192.0.2.77\\r\\ns=-\\r\\n")));

        assertThat(link.proof()).isEqualTo(LegProof.SESSION_ORIGIN);
    }

    @Test
    void aBranchCarriedOverJoins() {
        LegLink link = onlyLink(reports("""
            call one
            0.000 caller -> sbc INVITE | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKfirst | no sdp
            call two
            0.010 sbc -> callee INVITE | +Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bKfirst | no sdp
            0.100 callee -> sbc 486
            call one
            0.110 sbc -> caller 486
            """));

        assertThat(link.proof()).isEqualTo(LegProof.VIA_BRANCH);
    }

    @Test
    void identifiersAreFollowedFromLegToLeg() {
        List<CallReport> reports = reports("""
            call one
            0.000 caller -> sbc INVITE | %1$s | no sdp
            call two
            0.010 sbc -> core INVITE | %1$s | X-CID: abcd | no sdp
            call three
            0.020 core -> carrier INVITE | X-CID: abcd | no sdp
            0.100 carrier -> core 404 | Reason: Q.850;cause=1
            call two
            0.110 core -> sbc 480
            call one
            0.120 sbc -> caller 503
            until 60
            """.formatted(SESSION));

        JoinedCall joined = joined(reports);
        assertThat(joined.legs()).hasSize(3);
        assertThat(joined.links())
                .extracting(LegLink::proof)
                .containsExactly(LegProof.SESSION_ID, LegProof.CORRELATION_HEADER);
        assertThat(joined.failurePath(joined.origin()))
                .extracting(Call::finalStatus)
                .containsExactly(503, 480, 404);
        assertThat(reports.get(0).diagnosis())
                .map(Diagnosis::rule)
                .isEqualTo(reports.get(2).diagnosis().map(Diagnosis::rule));
    }

    @Test
    void anOriginLineThatAClientUsesAgainJoinsNothing() {
        String again = "body: v=0\\r\\no=user1 53655765 2353687637 IN IP4 192.0.2.9\\r\\ns=-\\r\\n";

        assertThat(areApart(reports("""
            call one
            0.000 caller -> sbc INVITE | %1$s
            call two
            0.001 caller -> sbc INVITE | %1$s
            call three
            0.010 sbc -> callee INVITE | %1$s
            0.100 callee -> sbc 486
            """.formatted(again)))).isTrue();
    }

    @Test
    void aNilSessionIdJoinsNothing() {
        String nil = "Session-ID: 00000000000000000000000000000000 | no sdp";

        assertThat(areApart(reports(CARRIER_CONGESTED.formatted(nil, nil)))).isTrue();
    }

    @Test
    void numbersAndTimeAloneAreAGuessThatNothingFollowsFrom() {
        List<CallReport> reports = reports("""
            call one
            0.000 caller -> sbc INVITE | From: <sip:+4930111222@a.example>;tag=a | To: <sip:+4940333444@b.example> | no sdp
            call two
            0.012 sbc -> callee INVITE | From: <sip:030111222@sbc.example>;tag=b | To: <sip:040333444@c.example> | no sdp
            0.310 callee -> sbc 486
            call one
            0.322 sbc -> caller 500
            until 60
            """);

        JoinedCall joined = joined(reports);
        assertThat(joined.legs()).hasSize(1);
        assertThat(joined.links()).isEmpty();
        assertThat(joined.guesses()).hasSize(1);
        assertThat(joined.guesses().get(0).guess().proof().isGuess()).isTrue();
        assertThat(reports.stream().filter(report -> report.call().finalStatus() == 500))
                .allSatisfy(
                        report -> assertThat(report.diagnosis().orElseThrow().explanation())
                                .doesNotContain("486"));
    }

    @Test
    void aBlindTransferWithoutReferredByIsJoinedWhereThePartyThatAgreedCallsAtOnce() {
        LegLink link = onlyLink(reports(BLIND_TRANSFER.formatted("5.050", "alice")));

        assertThat(link.relation()).isEqualTo(LegRelation.REFERRED);
        assertThat(link.proof()).isEqualTo(LegProof.DIALOG_REFERENCE);
    }

    @Test
    void aCallToTheSameAddressByAnotherPartyOrLaterIsNoTransfer() {
        assertThat(areApart(reports(BLIND_TRANSFER.formatted("5.050", "dave")))).isTrue();
        assertThat(areApart(reports(BLIND_TRANSFER.formatted("25.050", "alice"))))
                .isTrue();
    }
}

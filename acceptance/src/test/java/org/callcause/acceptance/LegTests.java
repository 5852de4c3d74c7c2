package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.incident.Circumstance;
import org.callcause.incident.CircumstanceWatch;
import org.callcause.incident.EndedCall;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.leg.JoinedCall;
import org.callcause.leg.LegChange;
import org.callcause.leg.LegLink;
import org.callcause.leg.LegProof;
import org.callcause.leg.LegRelation;
import org.callcause.leg.LegSettings;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** Legs of one call under several Call-IDs. */
class LegTests {

    private static final String SESSION =
            "Session-ID: ab30317f1a784dc48ff824d0d3715d86;remote=00000000000000000000000000000000";

    private static final String CARRIER_CONGESTED = """
        call one
        0.000 teams -> sbc INVITE | %1$s
        0.003 sbc -> teams 100
        call two
        0.012 sbc -> carrier INVITE | %2$s
        0.040 carrier -> sbc 100
        0.310 carrier -> sbc 503 Service Unavailable | Reason: Q.850;cause=34;text="No circuit available"
        0.312 sbc -> carrier ACK
        call one
        0.322 sbc -> teams 500 Server Internal Error
        0.350 teams -> sbc ACK
        until 60
        """;

    private static List<CallReport> reports(String script, LegSettings settings) {
        List<CallReport> reports = new ArrayList<>();
        CallScript trace = CallScript.of(script);
        try (CallStream stream = Callcause.with(RuleSet.discovered()).joiningLegs(settings).stream(reports::add)) {
            trace.messages().forEach(stream::add);
            trace.observedUntil().ifPresent(stream::advanceTo);
        }
        return reports;
    }

    private static List<CallReport> reports(String script) {
        return reports(script, LegSettings.DEFAULT);
    }

    private static JoinedCall joined(List<CallReport> reports) {
        return reports.get(0).joined().orElseThrow();
    }

    private static LegLink onlyLink(List<CallReport> reports) {
        assertThat(joined(reports).links()).hasSize(1);
        return joined(reports).links().get(0);
    }

    private static boolean areApart(List<CallReport> reports) {
        return reports.stream().map(CallReport::joined).allMatch(Optional::isEmpty);
    }

    @Test
    void theOriginatingLegCarriesTheCauseOfTheLegBehindTheBorderElement() {
        List<CallReport> reports = reports(CARRIER_CONGESTED.formatted(SESSION, SESSION));

        assertThat(reports).hasSize(2);
        LegLink link = onlyLink(reports);
        assertThat(link.proof()).isEqualTo(LegProof.SESSION_ID);
        assertThat(link.relation()).isEqualTo(LegRelation.FORWARDED);
        assertThat(link.score()).isEqualTo(100);
        Diagnosis carried = reports.get(0).diagnosis().orElseThrow();
        Diagnosis own = reports.get(1).diagnosis().orElseThrow();
        assertThat(reports.get(0).call().finalStatus()).isEqualTo(500);
        assertThat(carried.rule()).isEqualTo(own.rule());
        assertThat(carried.origin().address()).isEqualTo(own.origin().address());
        assertThat(carried.origin().explanation()).contains("leg 2");
        assertThat(carried.explanation())
                .contains("answered 500 Server Internal Error 12 ms after")
                .contains("503 Service Unavailable (Q.850 cause 34)");
    }

    private record Answered503() implements CircumstanceWatch {

        @Override
        public Optional<String> circumstance(EndedCall call) {
            return call.status() == 503 ? Optional.of("the carrier's trunk was not seen") : Optional.empty();
        }

        @Override
        public void ended(EndedCall call) {}

        @Override
        public void review(Instant now, IncidentFindings findings) {}
    }

    @Test
    void whatSurroundedTheLegWhereAFailureBeganIsToldOfTheOriginatingLegToo() {
        Callcause callcause = Callcause.with(RuleSet.builder()
                .discover()
                .add(IncidentRule.named("test/trunk", IncidentKind.OPTIONS_LOST).watch(Answered503::new))
                .build());
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = callcause.stream(reports::add, callcause.incidents(incident -> {}))) {
            CallScript.of(CARRIER_CONGESTED.formatted(SESSION, SESSION))
                    .messages()
                    .forEach(stream::add);
        }

        assertThat(reports)
                .extracting(CallReport::circumstances)
                .containsOnly(List.of(new Circumstance("test/trunk", "the carrier's trunk was not seen")));
    }

    @Test
    void aCloserReadingOfTheOriginatingLegStaysFirstWithWhatTheLegBehindShows() {
        List<CallReport> reports = reports("""
            party teams = 52.114.76.76:5061
            sbc writes itself as sbc1.example.com
            teams writes itself as sip.pstnhub.microsoft.com
            teams runs Microsoft.PSTNHub.SIPProxy v.2026.1.5.2 i.EUNO.0
            teams writes header names in capitals
            call one
            0.000 teams -> sbc INVITE | %1$s
            call two
            0.012 sbc -> carrier INVITE | %1$s
            0.310 carrier -> sbc 603 Decline
            0.312 sbc -> carrier ACK
            call one
            0.322 sbc -> teams 603 Decline
            0.350 teams -> sbc ACK
            until 60
            """.formatted(SESSION));

        Diagnosis behind = reports.get(1).diagnosis().orElseThrow();
        Diagnosis first = reports.get(0).diagnosis().orElseThrow();
        assertThat(behind.rule()).isEqualTo("rfc3261/603-without-ringing");
        assertThat(first.rule()).isEqualTo("teams/603-carrier-block");
        assertThat(first.origin().address()).isEqualTo(behind.origin().address());
        assertThat(first.origin().party()).isEqualTo("the side behind your SBC");
        assertThat(first.explanation()).contains("answered 603 Decline 12 ms after", "on leg 2", "560603");
        assertThat(first.evidence()).doesNotHaveDuplicates();
    }

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
    void aFailedCarrierIsNoAlarmWhereTheNextOneAnswered() {
        List<CallReport> reports = reports("""
            call one
            0.000 caller -> sbc INVITE | %1$s
            call two
            0.010 sbc -> first INVITE | %1$s
            0.100 first -> sbc 503
            0.110 sbc -> first ACK
            call three
            0.120 sbc -> second INVITE | %1$s
            0.500 second -> sbc 180
            2.000 second -> sbc 200
            2.010 sbc -> second ACK
            call one
            2.020 sbc -> caller 200
            2.030 caller -> sbc ACK
            30.000 caller -> sbc BYE
            30.010 sbc -> caller 200
            call three
            30.020 sbc -> second BYE
            30.030 second -> sbc 200
            until 90
            """.formatted(SESSION));

        assertThat(reports).hasSize(3);
        assertThat(reports).allSatisfy(report -> assertThat(report.diagnoses()).isEmpty());
        CallReport failover = reports.get(1);
        assertThat(failover.call().finalStatus()).isEqualTo(503);
        assertThat(failover.isOvercome()).isTrue();
        assertThat(failover.verdict().suppressed()).isNotEmpty();
    }

    @Test
    void aFailedCarrierIsAnAlarmWhereNoOtherAnswered() {
        List<CallReport> reports = reports(CARRIER_CONGESTED.formatted(SESSION, SESSION));

        assertThat(reports.get(1).isOvercome()).isFalse();
        assertThat(reports.get(1).diagnoses()).isNotEmpty();
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
    void whatTheBorderElementChangedIsTold() {
        List<CallReport> reports = reports("""
            call one
            0.000 caller -> sbc INVITE | %1$s | +Identity: abc;info=<https://c.example/x>;alg=ES256 | sdp: PCMA G722; RTP/SAVP
            call two
            0.010 sbc -> carrier INVITE | %1$s | sdp: PCMA
            0.100 carrier -> sbc 488
            call one
            0.110 sbc -> caller 488
            """.formatted(SESSION));

        assertThat(joined(reports).changes()).extracting(LegChange::what).contains("Identity", "m=audio");
        assertThat(joined(reports).changes())
                .extracting(LegChange::explanation)
                .anyMatch(text -> text.contains("g722"))
                .anyMatch(text -> text.contains("encrypted"));
    }

    @Test
    void theFailureOfABlindTransferIsToldOnTheTransferorsCall() {
        List<CallReport> reports = reports("""
            call one
            0.000 bob -> alice INVITE
            1.000 alice -> bob 200
            1.010 bob -> alice ACK
            5.000 bob -> alice REFER | Refer-To: <sip:carol@example.com> | Referred-By: <sip:bob@example.com>
            5.010 alice -> bob 202
            call two
            5.050 alice -> proxy INVITE sip:carol@example.com | To: <sip:carol@example.com> | Referred-By: <sip:bob@example.com>
            5.200 proxy -> alice 404
            5.210 alice -> proxy ACK
            call one
            6.000 bob -> alice BYE
            6.010 alice -> bob 200
            until 60
            """);

        assertThat(onlyLink(reports).relation()).isEqualTo(LegRelation.REFERRED);
        CallReport transferor = reports.get(0);
        assertThat(transferor.call().disposition().kind()).isEqualTo(Disposition.Kind.ANSWERED);
        assertThat(transferor.diagnosis().orElseThrow().explanation()).contains("The call that the transfer asked for");
    }

    @Test
    void parametersThatATransferDidNotBringBackAreTold() {
        List<CallReport> reports = reports("""
            call one
            0.000 bob -> alice INVITE
            1.000 alice -> bob 200
            1.010 bob -> alice ACK
            5.000 bob -> alice REFER | Refer-To: <sip:carol@example.com;x-m=8:orgid:1;transport=tls> | Referred-By: <sip:bob@example.com;x-tt=aHR0cHM6>
            5.010 alice -> bob 202
            call two
            5.050 alice -> proxy INVITE sip:carol@example.com | To: <sip:carol@example.com> | Referred-By: <sip:bob@example.com;x-tt=ahr0chm6>
            5.200 proxy -> alice 404
            5.210 alice -> proxy ACK
            call one
            6.000 bob -> alice BYE
            6.010 alice -> bob 200
            until 60
            """);

        assertThat(joined(reports).changes())
                .extracting(LegChange::explanation)
                .containsExactly(
                        "x-m=8:orgid:1 in the Refer-To of the REFER is not in the invitation: who gets the call may not"
                                + " find by it what the transfer is about",
                        "x-tt in the Referred-By of the REFER was aHR0cHM6, and is ahr0chm6 in the invitation: who gets"
                                + " the call may not find by it what the transfer is about");
    }

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

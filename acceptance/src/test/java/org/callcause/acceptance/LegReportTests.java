package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.acceptance.JoinedLegs.CARRIER_CONGESTED;
import static org.callcause.acceptance.JoinedLegs.SESSION;
import static org.callcause.acceptance.JoinedLegs.joined;
import static org.callcause.acceptance.JoinedLegs.onlyLink;
import static org.callcause.acceptance.JoinedLegs.reports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Audience;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Origin;
import org.callcause.diagnosis.Remedy;
import org.callcause.incident.Circumstance;
import org.callcause.incident.CircumstanceWatch;
import org.callcause.incident.EndedCall;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.leg.LegChange;
import org.callcause.leg.LegLink;
import org.callcause.leg.LegProof;
import org.callcause.leg.LegRelation;
import org.callcause.rule.RuleSet;
import org.callcause.rule.Verdict;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** What the report of one leg tells of the others. */
class LegReportTests {

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

    @Test
    void whatIsSuppressedWhereAFailureBeganBringsUpNoMoreGeneralReadingOfTheLegThatPassedItOn() {
        Callcause callcause = Callcause.with(RuleSet.builder()
                .discover()
                .suppress("rfc3261/q850-release", "known")
                .build());
        List<CallReport> reports = reports(CARRIER_CONGESTED.formatted(SESSION, SESSION), callcause);

        assertThat(reports).allSatisfy(report -> assertThat(report.diagnoses()).isEmpty());
        assertThat(reports.get(0).verdict().suppressed())
                .extracting(Verdict.Suppressed::rule)
                .containsExactly("rfc3261/q850-release");
    }

    @Test
    void whatIsSuppressedOfALegThatPassedAFailureOnHidesNotWhereItBegan() {
        Callcause callcause = Callcause.with(RuleSet.builder()
                .discover()
                .suppress("rfc3261/refused", "known")
                .build());
        List<CallReport> reports = reports(CARRIER_CONGESTED.formatted(SESSION, SESSION), callcause);

        assertThat(reports.get(0).diagnosis().orElseThrow().rule()).isEqualTo("rfc3261/q850-release");
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
        Diagnosis transfer = transferor.diagnosis().orElseThrow();
        assertThat(transfer.explanation()).contains("The call that the transfer asked for");
        assertThat(transfer.title()).isEqualTo("The transfer failed: 404 Not Found");
        assertThat(transfer.cause()).isEqualTo(Cause.TRANSFER_TARGET_UNAVAILABLE);
        assertThat(reports.get(1).diagnosis().orElseThrow().cause()).isEqualTo(Cause.UNALLOCATED_NUMBER);
    }

    @Test
    void aBusyTransferTargetMakesNobodyOfTheTransferorsCallBusy() {
        List<CallReport> reports = reports("""
            call one
            0.000 alice -> bob INVITE
            1.000 bob -> alice 200
            1.010 alice -> bob ACK
            5.000 bob -> alice REFER | Refer-To: <sip:carol@example.com> | Referred-By: <sip:bob@example.com>
            5.010 alice -> bob 202
            5.020 alice -> bob NOTIFY | Event: refer | sipfrag: 100 Trying
            5.030 bob -> alice 200
            call two
            5.050 alice -> carol INVITE sip:carol@example.com | To: <sip:carol@example.com> | Referred-By: <sip:bob@example.com>
            5.300 carol -> alice 180
            9.000 carol -> alice 486
            9.010 alice -> carol ACK
            call one
            9.050 alice -> bob NOTIFY | Event: refer | sipfrag: 486 Busy Here
            9.060 bob -> alice 200
            40.000 bob -> alice BYE
            40.010 alice -> bob 200
            until 90
            """);

        assertThat(onlyLink(reports).relation()).isEqualTo(LegRelation.REFERRED);
        List<Diagnosis> transferors = reports.get(0).verdict().diagnoses();
        assertThat(transferors).extracting(Diagnosis::rule).containsExactly("rfc3261/transfer-failed");
        Diagnosis transfer = transferors.get(0);
        assertThat(transfer.cause()).isEqualTo(Cause.TRANSFER_TARGET_UNAVAILABLE);
        assertThat(transfer.explanation())
                .contains("The call that the transfer asked for (leg 2, ", "answered 486 Busy Here");
        assertThat(transfer.evidence()).extracting(Evidence::quote).contains("SIP/2.0 486 Busy Here");
        assertThat(transfer.remedies()).extracting(Remedy::audience).doesNotContain(Audience.CALLER);
        assertThat(transfer.confirm())
                .containsExactly("The report of leg 2, which is the call that the transfer asked for.");
        assertThat(reports.get(1).diagnosis().orElseThrow().cause()).isEqualTo(Cause.BUSY);
        assertThat(transfer.origin().party()).isEqualTo("transfer target");
        assertThat(transfer.origin().address())
                .isEqualTo(reports.get(1).call().nextHop())
                .isNotEqualTo(reports.get(0).call().caller());
    }

    private static Diagnosis refusedReplacement(String toTag, String fromTag) {
        List<CallReport> reports = reports("""
            call one
            0.000 alice -> bob INVITE | Call-ID: one@192.0.2.1 | From: <sip:alice@example.com>;tag=a
            1.000 bob -> alice 200 | Call-ID: one@192.0.2.1 | From: <sip:alice@example.com>;tag=a | To: <sip:bob@example.com>;tag=b
            1.010 alice -> bob ACK | Call-ID: one@192.0.2.1 | From: <sip:alice@example.com>;tag=a | To: <sip:bob@example.com>;tag=b
            call two
            5.000 carol -> bob INVITE | Replaces: one@192.0.2.1;to-tag=%s;from-tag=%s
            5.020 bob -> carol 481
            5.030 carol -> bob ACK
            until 60
            """.formatted(toTag, fromTag));
        assertThat(onlyLink(reports).relation()).isEqualTo(LegRelation.REPLACED);
        return reports.get(1).diagnosis().orElseThrow();
    }

    @Test
    void whoNamesTheCallToBeReplacedWithItsTagsSwappedIsToBlame() {
        Diagnosis swapped = refusedReplacement("a", "b");

        assertThat(swapped.cause()).isEqualTo(Cause.REPLACES_NO_MATCH);
        assertThat(swapped.title()).contains("tags swapped");
        assertThat(swapped.origin().party()).isEqualTo(Origin.CALLER);
        assertThat(swapped.origin().basis()).isEqualTo(Origin.Basis.INFERRED);
        assertThat(swapped.origin().explanation()).isEqualTo("or whoever asked for the transfer");
    }

    private static Origin swappedInTransfer(String asked, String toTag) {
        List<CallReport> reports = reports("""
            call one
            0.000 alice -> bob INVITE | Call-ID: one@192.0.2.1 | From: <sip:alice@example.com>;tag=%2$s
            1.000 bob -> alice 200 | Call-ID: one@192.0.2.1 | From: <sip:alice@example.com>;tag=%2$s | To: <sip:bob@example.com>;tag=b
            1.010 alice -> bob ACK | Call-ID: one@192.0.2.1 | From: <sip:alice@example.com>;tag=%2$s | To: <sip:bob@example.com>;tag=b
            call two
            2.000 alice -> carol INVITE
            3.000 carol -> alice 200
            3.010 alice -> carol ACK
            4.000 alice -> carol REFER | Refer-To: <sip:bob@example.com?Replaces=one%%40192.0.2.1%%3B%1$s>
            4.010 carol -> alice 202
            call three
            5.000 carol -> bob INVITE sip:bob@example.com | To: <sip:bob@example.com> | Replaces: one@192.0.2.1;to-tag=%2$s;from-tag=b
            5.020 bob -> carol 481
            5.030 carol -> bob ACK
            until 60
            """.formatted(asked, toTag));
        Diagnosis swapped = reports.get(2).diagnosis().orElseThrow();
        assertThat(swapped.title()).contains("tags swapped");
        return swapped.origin();
    }

    @Test
    void aTransfereeThatCopiedSwappedTagsFromTheReferIsNotToBlame() {
        assertThat(swappedInTransfer("to-tag%3Da%3Bfrom-tag%3Db", "a").party()).isEqualTo("transferor");
        assertThat(swappedInTransfer("to-tag%3D%61%3Bfrom-tag%3Db", "a").party())
                .as("a character of the tag in escapes")
                .isEqualTo("transferor");
    }

    @Test
    void aTransfereeThatSwappedTheTagsOfTheReferIsToBlame() {
        Origin transferee = swappedInTransfer("to-tag%3Db%3Bfrom-tag%3Da", "a");

        assertThat(transferee.party()).isEqualTo(Origin.CALLER);
        assertThat(transferee.basis()).isEqualTo(Origin.Basis.SEEN);
    }

    @Test
    void aLongerTagInTheReferIsAnotherTag() {
        assertThat(swappedInTransfer("to-tag%3Dabcd%3Bfrom-tag%3Db", "abc").party())
                .isEqualTo(Origin.CALLER);
    }

    @Test
    void whoNamesTheCallToBeReplacedRightlyIsNot() {
        Diagnosis right = refusedReplacement("b", "a");

        assertThat(right.cause()).isEqualTo(Cause.REPLACES_NO_MATCH);
        assertThat(right.title()).doesNotContain("swapped");
        assertThat(right.origin().party()).isEqualTo(Origin.CALLED_SIDE);
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
}

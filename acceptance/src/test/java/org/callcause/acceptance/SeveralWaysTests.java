package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.acceptance.JoinedLegs.SESSION;
import static org.callcause.acceptance.JoinedLegs.joined;
import static org.callcause.acceptance.JoinedLegs.reports;

import java.util.List;
import org.callcause.CallReport;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Origin;
import org.callcause.leg.LegLink;
import org.junit.jupiter.api.Test;

/** A call that its element tried to get through by several ways, of which one only made it fail, or none. */
class SeveralWaysTests {

    /** Leg 1 of a call that rings at a second phone, or over a second trunk, until the element gives up. */
    private static final String UNTIL_NOBODY_PICKED_UP = """
            call three
            %2$s pbx -> second INVITE | %1$s
            1.000 second -> pbx 180
            call one
            1.010 pbx -> caller 180
            call three
            31.000 pbx -> second CANCEL
            31.010 second -> pbx 200 (CANCEL)
            31.015 second -> pbx 487 to INVITE
            31.020 pbx -> second ACK
            call one
            31.030 pbx -> caller 480
            31.040 caller -> pbx ACK
            until 90
            """;

    private static List<CallReport> untilNobodyPickedUp(String firstWay, String second) {
        return reports("""
                call one
                0.000 caller -> pbx INVITE | %1$s
                0.005 pbx -> caller 100
                call two
                """.formatted(SESSION)
                + firstWay.formatted(SESSION)
                + UNTIL_NOBODY_PICKED_UP.formatted(SESSION, second));
    }

    @Test
    void aPhoneThatWasBusyIsNotWhyNobodyPickedUpTheOtherThatRang() {
        List<CallReport> reports = untilNobodyPickedUp("""
                0.020 pbx -> first INVITE | %1$s
                0.050 first -> pbx 486
                0.055 pbx -> first ACK
                """, "0.021");

        assertRangOut(reports);
    }

    @Test
    void aTrunkThatRefusedIsNotWhyNobodyPickedUpThePhoneThatRangOverTheNextOne() {
        List<CallReport> reports = untilNobodyPickedUp("""
                0.020 pbx -> first INVITE | %1$s
                0.050 first -> pbx 503 | Retry-After: 60
                0.055 pbx -> first ACK
                """, "0.060");

        assertRangOut(reports);
    }

    private static void assertRangOut(List<CallReport> reports) {
        assertThat(reports).hasSize(3);
        CallReport caller = reports.get(0);
        assertThat(caller.diagnoses()).extracting(one -> one.rule()).containsExactly("rfc3261/480-rang-out");
        assertThat(joined(reports).failurePath(caller.call())).containsExactly(caller.call());
        assertThat(reports.get(1).isOvercome()).isTrue();
        assertThat(reports.get(1).diagnoses()).isEmpty();
    }

    @Test
    void aPhoneThatAnswersTheCancelWithBusyIsNotWhyNobodyPickedUp() {
        List<CallReport> reports = reports("""
                call one
                0.000 caller -> pbx INVITE | %1$s
                call two
                0.020 pbx -> first INVITE | %1$s
                1.000 first -> pbx 180
                call one
                1.010 pbx -> caller 180
                call two
                31.000 pbx -> first CANCEL
                31.010 first -> pbx 200 (CANCEL)
                31.015 first -> pbx 486 to INVITE
                31.020 pbx -> first ACK
                call one
                31.030 pbx -> caller 480
                31.040 caller -> pbx ACK
                until 90
                """.formatted(SESSION));

        assertThat(reports.get(0).diagnosis().orElseThrow().rule()).isEqualTo("rfc3261/480-rang-out");
    }

    @Test
    void aPhoneThatWasBusyIsNotTheCauseWhereTheOtherAnswersTheCancelWithARefusal() {
        List<CallReport> reports = reports("""
                call one
                0.000 caller -> pbx INVITE | %1$s
                call two
                0.020 pbx -> first INVITE | %1$s
                0.050 first -> pbx 486
                0.055 pbx -> first ACK
                call three
                0.021 pbx -> second INVITE | %1$s
                1.000 second -> pbx 180
                call one
                1.010 pbx -> caller 180
                call three
                31.000 pbx -> second CANCEL
                31.010 second -> pbx 200 (CANCEL)
                31.015 second -> pbx 480 to INVITE
                31.020 pbx -> second ACK
                call one
                31.030 pbx -> caller 480
                31.040 caller -> pbx ACK
                until 90
                """.formatted(SESSION));

        assertRangOut(reports);
    }

    @Test
    void aRefusalThatMadeTheElementGiveUpTheOtherPhoneIsTheCause() {
        List<CallReport> reports = reports("""
                call one
                0.000 caller -> pbx INVITE | %1$s
                call two
                0.020 pbx -> first INVITE | %1$s
                0.300 first -> pbx 180
                call three
                0.022 pbx -> second INVITE | %1$s
                0.500 second -> pbx 180
                call one
                0.310 pbx -> caller 180
                call two
                6.000 first -> pbx 603
                6.010 pbx -> first ACK
                call three
                6.020 pbx -> second CANCEL
                6.030 second -> pbx 200 (CANCEL)
                6.035 second -> pbx 487 to INVITE
                6.040 pbx -> second ACK
                call one
                6.050 pbx -> caller 603
                6.060 caller -> pbx ACK
                until 60
                """.formatted(SESSION));

        assertThat(reports.get(0).diagnosis().orElseThrow().origin().address())
                .isEqualTo(reports.get(1).call().nextHop());
        assertThat(reports.get(1).isOvercome()).isFalse();
    }

    @Test
    void aBusyPhoneIsNoProblemOfACallThatWentOnAtAnotherUntilTheCallerGaveUp() {
        List<CallReport> reports = reports("""
                call one
                0.000 caller -> pbx INVITE | %1$s
                call two
                0.020 pbx -> first INVITE | %1$s
                0.050 first -> pbx 486
                0.055 pbx -> first ACK
                call three
                0.060 pbx -> second INVITE | %1$s
                0.200 second -> pbx 180
                call one
                0.210 pbx -> caller 180
                10.000 caller -> pbx CANCEL
                10.010 pbx -> caller 200 (CANCEL)
                10.015 pbx -> caller 487 to INVITE
                10.020 caller -> pbx ACK
                call three
                10.022 pbx -> second CANCEL
                10.030 second -> pbx 200 (CANCEL)
                10.035 second -> pbx 487 to INVITE
                10.040 pbx -> second ACK
                until 60
                """.formatted(SESSION));

        assertThat(reports).allSatisfy(report -> assertThat(report.diagnoses()).isEmpty());
        assertThat(reports.get(0).disposition().kind()).isEqualTo(Disposition.Kind.CANCELLED);
    }

    @Test
    void aTrunkThatRefusedIsToldWhereTheNextOneReachedNobody() {
        List<CallReport> reports = reports("""
                call one
                0.000 caller -> pbx INVITE | %1$s
                call two
                0.020 pbx -> first INVITE | %1$s
                0.050 first -> pbx 503
                0.055 pbx -> first ACK
                call three
                0.060 pbx -> second INVITE | %1$s
                0.080 second -> pbx 100
                call one
                10.000 caller -> pbx CANCEL
                10.010 pbx -> caller 200 (CANCEL)
                10.015 pbx -> caller 487 to INVITE
                10.020 caller -> pbx ACK
                call three
                10.022 pbx -> second CANCEL
                10.030 second -> pbx 200 (CANCEL)
                10.035 second -> pbx 487 to INVITE
                10.040 pbx -> second ACK
                until 60
                """.formatted(SESSION));

        assertThat(reports.get(1).isOvercome()).isFalse();
        assertThat(reports.get(1).diagnoses()).isNotEmpty();
    }

    /** Both legs of a border element, the outer one captured by a clock that is ahead by the given seconds. */
    private static List<CallReport> withTheOuterClockAhead(double ahead) {
        return reports("""
                call one
                5.000 caller -> pbx INVITE | %1$s
                call two
                5.010 pbx -> sbc INVITE | %1$s
                call three
                %2$.3f sbc -> carrier INVITE | %1$s
                %3$.3f carrier -> sbc 404 | Reason: Q.850;cause=1
                %4$.3f sbc -> carrier ACK
                call two
                6.010 sbc -> pbx 404
                6.015 pbx -> sbc ACK
                call one
                6.020 pbx -> caller 404
                6.025 caller -> pbx ACK
                until 60
                """.formatted(SESSION, 5.020 + ahead, 6.000 + ahead, 6.005 + ahead));
    }

    @Test
    void theLegWhereAFailureBeganIsFoundThoughItsClockIsAhead() {
        assertBeganAtTheCarrier(withTheOuterClockAhead(0.050));
        assertBeganAtTheCarrier(withTheOuterClockAhead(1.500));
    }

    @Test
    void theLegThatWasSentOnIsFoundThoughItsClockIsBehind() {
        assertBeganAtTheCarrier(withTheOuterClockAhead(-0.015));
        assertBeganAtTheCarrier(withTheOuterClockAhead(-0.500));
    }

    private static void assertBeganAtTheCarrier(List<CallReport> reports) {
        assertThat(joined(reports).links())
                .extracting(LegLink::earlierCall)
                .containsExactly(
                        joined(reports).legs().get(0).id(),
                        joined(reports).legs().get(1).id());
        CallReport caller = reports.stream()
                .filter(report -> !report.isFurtherLeg())
                .findFirst()
                .orElseThrow();
        assertThat(caller.diagnosis().orElseThrow().rule()).isEqualTo("rfc3261/q850-release");
        assertThat(joined(reports).failurePath(caller.call())).hasSize(3);
    }

    @Test
    void aRefusalWhileTheLegBehindRangIsLaidToTheElementBetween() {
        List<CallReport> reports = reports("""
                call one
                0.000 caller -> sbc INVITE | %1$s
                call two
                0.020 sbc -> carrier INVITE | %1$s
                1.000 carrier -> sbc 180
                call one
                1.010 sbc -> caller 180
                16.000 sbc -> caller 503
                16.010 caller -> sbc ACK
                call two
                16.040 sbc -> carrier CANCEL
                16.050 carrier -> sbc 200 (CANCEL)
                16.060 carrier -> sbc 487 to INVITE
                16.070 sbc -> carrier ACK
                until 90
                """.formatted(SESSION));

        Diagnosis diagnosis = reports.get(0).diagnosis().orElseThrow();
        assertThat(diagnosis.explanation()).endsWith("had sent the call on: leg 2 rang until it was given up.");
        assertThat(diagnosis.origin().explanation()).contains("no leg behind had failed, which speaks for ");
    }

    @Test
    void credentialsThatAreRefusedBehindABorderElementAreNotTheCallers() {
        List<CallReport> reports = reports("""
                call one
                0.000 caller -> sbc INVITE | %1$s
                call two
                0.020 sbc -> carrier INVITE | %1$s
                0.040 carrier -> sbc 407
                0.045 sbc -> carrier ACK
                0.050 sbc -> carrier INVITE | %1$s
                0.080 carrier -> sbc 407
                0.090 sbc -> carrier ACK
                call one
                0.100 sbc -> caller 503
                0.120 caller -> sbc ACK
                until 60
                """.formatted(SESSION));

        assertThat(reports.get(0).diagnosis().orElseThrow().origin().party()).isEqualTo("the side that made leg 2");
        assertThat(reports.get(1).diagnosis().orElseThrow().origin().party()).isEqualTo(Origin.CALLER);
    }
}

package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.callcause.call.Call;
import org.callcause.call.Disposition.Kind;
import org.callcause.call.Party;
import org.callcause.message.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of outcomes, row by row. */
class DispositionTests {

    private static String refusedAtOnce(String response) {
        return """
                0.000 caller -> callee INVITE
                0.030 callee -> caller %s
                0.040 caller -> callee ACK
                until 60
                """.formatted(response);
    }

    private static String refusedAfterRinging(String seconds, String response) {
        return """
                0.000 caller -> callee INVITE
                0.000 callee -> caller 180
                %s callee -> caller %s
                %s1 caller -> callee ACK
                """.formatted(seconds, response, seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "486, BUSY",
        "600, BUSY",
        "603, DECLINED",
        "404, NOT_FOUND",
        "410, NOT_FOUND",
        "484, NOT_FOUND",
        "485, NOT_FOUND",
        "604, NOT_FOUND",
        "480, UNAVAILABLE",
        "430, UNAVAILABLE",
        "401, REJECTED",
        "407, REJECTED",
        "403, REJECTED",
        "415, REJECTED",
        "428, REJECTED",
        "438, REJECTED",
        "488, REJECTED",
        "606, REJECTED",
        "607, REJECTED",
        "608, REJECTED",
        "302, REDIRECTED",
        "408, UNREACHABLE",
        "500, FAILED",
        "503, FAILED",
        "420, FAILED",
        "483, FAILED",
        "499, FAILED",
        "599, FAILED",
        "487, CANCELLED"
    })
    void aRefusalWithoutRingingIsReadByItsCode(int status, Kind kind) {
        Call call = Calls.one(refusedAtOnce(String.valueOf(status)));

        assertThat(call.disposition().kind()).isEqualTo(kind);
        assertThat(call.disposition().finalStatus()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "4.1, 603, DECLINED",
        "60.1, 603, NO_ANSWER",
        "4.1, 486, BUSY",
        "30.3, 486, NO_ANSWER",
        "45.8, 486, NO_ANSWER",
        "38.0, 486, BUSY",
        "30.3, 486 | Reason: Q.850;cause=21, BUSY",
        "30.3, 486 | Reason: SIP;cause=603, BUSY",
        "30.3, 486 | Reason: Q.850;cause=17, NO_ANSWER",
        "30.3, 486 | Reason: Q.850;cause=19, NO_ANSWER",
        "4.1, 480, UNAVAILABLE",
        "30.1, 480, NO_ANSWER",
        "30.1, 408, NO_ANSWER",
        "60.1, 487, NO_ANSWER",
        "4.1, 487, CANCELLED",
        "4.1, 403, REJECTED"
    })
    void aRefusalAfterRingingIsReadByHowLongItRangAndItsReason(String seconds, String response, Kind kind) {
        assertThat(Calls.one(refusedAfterRinging(seconds, response))
                        .disposition()
                        .kind())
                .isEqualTo(kind);
    }

    static Stream<Arguments> saidInWords() {
        return Stream.of(
                Arguments.of("480 | Reason: Q.850;cause=17", Kind.BUSY),
                Arguments.of("500 | Reason: Q.850;cause=19", Kind.NO_ANSWER),
                Arguments.of("480 | Reason: Q.850;cause=18", Kind.NO_ANSWER),
                Arguments.of("480 | Reason: SIP;cause=603;text=\"Decline\"", Kind.DECLINED),
                Arguments.of("404 | Reason: Q.850;cause=17", Kind.NOT_FOUND),
                Arguments.of("480 Do Not Disturb", Kind.DO_NOT_DISTURB),
                Arguments.of("486 DND", Kind.DO_NOT_DISTURB),
                Arguments.of("603 Network Blocked", Kind.REJECTED),
                Arguments.of(
                        "603 Decline | Reason: Q.850;cause=21;text=\"v=analytics1;url=https://redress.example.net\"",
                        Kind.REJECTED));
    }

    @ParameterizedTest
    @MethodSource("saidInWords")
    void whatTheReasonSaysCountsWhereTheCodeLeavesItOpen(String response, Kind kind) {
        assertThat(Calls.one(refusedAtOnce(response)).disposition().kind()).isEqualTo(kind);
    }

    @Test
    void aCancelThatSaysAnsweredElsewhereIsNoLostCall() {
        Call call = Calls.one("""
                0.000 proxy  -> callee INVITE
                0.200 callee -> proxy  180
                3.000 proxy  -> callee CANCEL | Reason: SIP;cause=200;text="Call completed elsewhere"
                3.010 callee -> proxy  200 to CANCEL
                3.011 callee -> proxy  487 to INVITE
                3.020 proxy  -> callee ACK
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.ANSWERED_ELSEWHERE);
    }

    @Test
    void theCallersCancelIsTheCallersEnd() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                0.200 callee -> caller 180
                40.00 caller -> callee CANCEL
                40.01 callee -> caller 200 to CANCEL
                40.02 callee -> caller 487 to INVITE
                40.03 caller -> callee ACK
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(call.disposition().endedBy()).isEqualTo(Party.CALLER);
    }

    @Test
    void aCancelThatCrossesTheAnswerLosesTheRace() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                0.200 callee -> caller 180
                3.000 caller -> callee CANCEL
                3.001 callee -> caller 200 to INVITE
                3.002 callee -> caller 481 to CANCEL
                3.010 caller -> callee ACK
                3.020 caller -> callee BYE
                3.030 callee -> caller 200
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.ANSWERED);
    }

    @Test
    void sevenInvitesWithoutAnAnswerMeanThatNobodyIsThere() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                0.500 caller -> callee INVITE
                1.500 caller -> callee INVITE
                3.500 caller -> callee INVITE
                7.500 caller -> callee INVITE
                15.50 caller -> callee INVITE
                31.50 caller -> callee INVITE
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aRequestThatIsNeverRepeatedOverUdpWasAnsweredOutOfSight() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                until 60
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.INCOMPLETE);
    }

    @Test
    void registrationsThatBeginAnewInsteadOfRepeatingCountTogether() {
        Call call = Calls.one("""
                0.000 phone -> registrar REGISTER | new
                10.00 phone -> registrar REGISTER | new
                20.00 phone -> registrar REGISTER | new
                until 60
                """);

        assertThat(call.attempts()).hasSize(3);
        assertThat(call.disposition().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aProxyThatStopsWaitingForThePhoneIsNotTheCallerGivingUp() {
        Call call = Calls.one("""
                0.000 caller -> proxy  INVITE
                0.005 proxy  -> callee INVITE
                0.300 callee -> proxy  180
                0.301 proxy  -> caller 180
                15.00 proxy  -> callee CANCEL
                15.01 callee -> proxy  200 to CANCEL
                15.02 callee -> proxy  487 to INVITE
                15.03 proxy  -> caller 487 to INVITE
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.NO_ANSWER);
    }

    @Test
    void theLastRetransmissionIsTheEndAlsoInALogWithoutFractionsOfSeconds() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                1.000 caller -> callee INVITE
                3.000 caller -> callee INVITE
                7.000 caller -> callee INVITE
                15.00 caller -> callee INVITE
                31.00 caller -> callee INVITE
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aCaptureThatBeginsWithATransferShowsACall() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE not captured
                0.200 callee -> caller 200 not captured
                0.210 caller -> callee ACK not captured
                9.000 caller -> callee REFER | Refer-To: <sip:carol@example.com>
                9.010 callee -> caller 202
                9.500 caller -> callee BYE
                9.510 callee -> caller 200
                """);

        assertThat(call.method()).isEqualTo(Method.INVITE);
        assertThat(call.transactions(Method.REFER)).hasSize(1);
    }

    @Test
    void aCancelWithoutItsInviteIsStillACancelledCall() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE not captured
                0.200 callee -> caller 180 not captured
                3.000 caller -> callee CANCEL
                3.010 callee -> caller 200 to CANCEL
                3.011 callee -> caller 487 to INVITE
                3.020 caller -> callee ACK
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.CANCELLED);
    }

    @Test
    void aCaptureThatEndsWhileItRingsProvesNothing() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                0.200 callee -> caller 180
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.INCOMPLETE);
    }

    @Test
    void aChallengeJustBeforeTheCaptureEndsProvesNothing() {
        Call call = Calls.one("""
                0.000 caller -> proxy  INVITE
                0.003 proxy  -> caller 407
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.INCOMPLETE);
    }

    @Test
    void aTraceThatEndsWithTheAckOfAChallengeShowsThatTheCallerTookItForARefusal() {
        Call call = Calls.one("""
                0.000 caller -> proxy  INVITE
                0.003 proxy  -> caller 407
                0.005 caller -> proxy  ACK
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.REJECTED);
    }

    @Test
    void aProxyAcknowledgesAChallengeBeforeTheCallerHasHeardOfIt() {
        Call call = Calls.one("""
                0.000 proxy -> trunk INVITE | +Via: SIP/2.0/UDP 192.0.2.99:5060;branch=z9hG4bKfirst
                0.020 trunk -> proxy 407
                0.021 proxy -> trunk ACK
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.INCOMPLETE);
    }

    @Test
    void aCaptureThatEndsAmongOtherCallsMayHaveCutTheAnswerToAChallenge() {
        List<Call> calls = Calls.of("""
                0.000 caller -> proxy  INVITE
                0.050 proxy  -> caller 180
                2.000 proxy  -> caller 200
                2.010 caller -> proxy  ACK
                call two
                6.000 caller -> proxy  INVITE
                6.003 proxy  -> caller 407
                6.005 caller -> proxy  ACK
                """);

        assertThat(calls).extracting(call -> call.disposition().kind()).containsExactly(Kind.ANSWERED, Kind.INCOMPLETE);
    }

    @Test
    void theChallengeOfTheNextProxyIsNoRefusalOfTheCredentialsForTheFirst() {
        Call call = Calls.one("""
                0.000 caller -> proxy  INVITE
                0.003 proxy  -> caller 407 | Proxy-Authenticate: Digest realm="edge", nonce="1"
                0.010 caller -> proxy  ACK
                0.020 caller -> proxy  INVITE | Proxy-Authorization: Digest username="alice", realm="edge", nonce="1"
                0.023 proxy  -> caller 407 | Proxy-Authenticate: Digest realm="core", nonce="2"
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.INCOMPLETE);
    }

    @Test
    void aCaptureThatEndsWhileTheNextGatewayIsTriedShowsNoRefusalOfTheCall() {
        String begin = """
                0.000 caller -> proxy INVITE
                0.010 proxy  -> one   INVITE
                0.050 one    -> proxy 503
                0.060 proxy  -> one   ACK
                """;
        String tried = begin + "0.070 proxy -> two INVITE\n";
        String rings = tried + "0.300 two -> proxy 180\n0.310 proxy -> caller 180\n";

        assertThat(Calls.one(begin + "until 60\n").disposition().kind()).isEqualTo(Kind.FAILED);
        assertThat(Calls.one(tried).disposition().kind()).isEqualTo(Kind.INCOMPLETE);
        assertThat(Calls.one(rings).disposition().kind()).isEqualTo(Kind.INCOMPLETE);
        assertThat(Calls.one(rings).finalStatus()).isZero();
    }

    @Test
    void aCaptureThatEndsBeforeTheSecondPhoneOfAForkSaidAnythingShowsNoRefusalOfTheCall() {
        Call call = Calls.one("""
                0.000 caller -> proxy  INVITE
                0.010 proxy  -> desk   INVITE
                0.011 proxy  -> mobile INVITE
                0.100 desk   -> proxy  486
                0.110 proxy  -> desk   ACK
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.INCOMPLETE);
    }

    @Test
    void aRequestThatWasSeenAtTwoPlacesOfItsHopHasNoOtherWay() {
        Call call = Calls.one("""
                party inside = 10.0.0.1:5060
                0.000 caller -> inside OPTIONS | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-same
                0.001 caller -> nat    OPTIONS | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-same | CSeq: 1 OPTIONS
                0.002 caller -> callee OPTIONS | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-same | CSeq: 1 OPTIONS
                0.100 callee -> caller 405 | Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK-same | CSeq: 1 OPTIONS
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.FAILED);
    }

    @Test
    void aRefusalThatWasCapturedOnlyOnTheWayBackStandsForTheCallers() {
        Call call = Calls.one("""
                0.000 caller -> edge   INVITE
                0.010 edge   -> proxy  INVITE
                0.020 proxy  -> callee INVITE
                0.100 callee -> proxy  486 not captured
                0.110 proxy  -> edge   486
                0.120 edge   -> caller 486 not captured
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.BUSY);
    }

    @Test
    void theCallerMayGiveUpWithAByeInTheEarlyDialog() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                0.200 callee -> caller 180
                30.20 caller -> callee BYE
                30.21 callee -> caller 200 to BYE
                30.25 callee -> caller 487 to INVITE
                30.26 caller -> callee ACK
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(call.disposition().endedBy()).isEqualTo(Party.CALLER);
        assertThat(call.ringTime()).contains(Duration.ofSeconds(30));
    }

    @Test
    void anAnswerThatWasNotCapturedIsProvedByItsAck() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                0.200 callee -> caller 180
                3.000 callee -> caller 200 not captured
                3.010 caller -> callee ACK
                9.000 caller -> callee BYE
                9.010 callee -> caller 200
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.ANSWERED);
    }

    @Test
    void aCallCapturedFromItsMiddleIsIncomplete() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE not captured
                0.200 callee -> caller 200 not captured
                0.300 caller -> callee ACK not captured
                9.000 caller -> callee BYE
                9.010 callee -> caller 200
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.INCOMPLETE);
    }

    @Test
    void whoChangedTheSessionOfACallCapturedFromItsMiddleNeedNotHaveCalled() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE not captured
                0.200 callee -> caller 200 not captured
                0.300 caller -> callee ACK not captured
                5.000 callee -> caller INVITE
                5.010 caller -> callee 200
                5.020 callee -> caller ACK
                9.000 callee -> caller BYE
                9.010 caller -> callee 200
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.INCOMPLETE);
        assertThat(call.disposition().endedBy()).isEqualTo(Party.UNKNOWN);
    }

    @Test
    void aRegistrationSucceedsOrIsRefusedLikeACall() {
        assertThat(Calls.one("""
                        0.000 phone     -> registrar REGISTER
                        0.004 registrar -> phone     200
                        """).disposition().kind()).isEqualTo(Kind.SUCCEEDED);
        assertThat(Calls.one("""
                        0.000 phone     -> registrar REGISTER
                        0.004 registrar -> phone     403
                        """).disposition().kind()).isEqualTo(Kind.REJECTED);
    }

    @Test
    void everyKindHasItsWordElsewhere() {
        assertThat(Kind.BUSY.asteriskDialStatus()).isEqualTo("BUSY");
        assertThat(Kind.NO_ANSWER.freeSwitchHangupCause()).isEqualTo("NO_ANSWER");
        assertThat(Kind.NOT_FOUND.q850Cause()).isEqualTo(1);
        assertThat(Kind.DECLINED.sipStatus()).isEqualTo(603);
    }

    @Test
    void whoGivesUpWhileTheCalleeAnswersBehindAnElementHasCancelled() {
        Call call = Calls.one("""
            0.000 caller -> sbc    INVITE
            0.010 sbc    -> callee INVITE
            0.200 callee -> sbc    180
            0.210 sbc    -> caller 180
            5.000 callee -> sbc    200
            5.001 caller -> sbc    CANCEL
            5.002 sbc    -> caller 200 (CANCEL)
            5.003 sbc    -> caller 487
            5.010 caller -> sbc    ACK
            5.015 sbc    -> callee BYE
            5.020 callee -> sbc    200
            """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.CANCELLED);
        assertThat(call.disposition().endedBy()).isEqualTo(Party.CALLER);
        assertThat(call.talkTime()).isEmpty();
    }

    @Test
    void elementThatFailsAfterTheCalleeAnsweredHasRefusedTheCaller() {
        Call call = Calls.one("""
            0.000 caller -> proxy  INVITE
            0.010 proxy  -> callee INVITE
            2.000 callee -> proxy  200
            2.010 proxy  -> caller 500
            2.020 caller -> proxy  ACK
            34.00 callee -> proxy  BYE
            34.01 proxy  -> callee 200
            """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.FAILED);
        assertThat(call.finalStatus()).isEqualTo(500);
    }

    @Test
    void deviceThatRefusesBesideOneThatAnswersRefusesNobody() {
        Call call = Calls.one("""
            0.000 proxy -> desk   INVITE
            0.010 proxy -> mobile INVITE
            0.300 desk  -> proxy  486
            0.310 proxy -> desk   ACK
            4.000 mobile -> proxy 200
            4.030 proxy -> mobile ACK
            """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.ANSWERED);
    }

    @Test
    void aWarningMayNameDoNotDisturb() {
        Call call = Calls.one("""
                0.000 caller -> callee INVITE
                0.030 callee -> caller 480 | Warning: 399 192.0.2.20 "DND"
                0.040 caller -> callee ACK
                """);

        assertThat(call.disposition().kind()).isEqualTo(Kind.DO_NOT_DISTURB);
    }
}

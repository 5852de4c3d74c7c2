package org.callcause.rules.rfc3261.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Origin;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which side is blamed for a session that did not come about, and when none is. */
class SessionBlameTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static CallReport report(String script) {
        return STANDARD.analyze(CallScript.of(script).messages()).get(0);
    }

    private static Diagnosis first(String script) {
        return report(script).diagnosis().orElseThrow();
    }

    @Test
    void theSideThatAnswersTheEndOfAHoldWithOneDirectionIsBlamed() {
        Diagnosis first = first("""
            0.000 caller -> callee INVITE
            0.300 callee -> caller 180
            2.000 callee -> caller 200
            2.010 caller -> callee ACK
            10.000 caller -> callee INVITE | sdp: PCMU; sendonly
            10.020 callee -> caller 200 | sdp: PCMU; recvonly
            10.030 caller -> callee ACK
            20.000 caller -> callee INVITE | sdp: PCMU; sendrecv
            20.020 callee -> caller 200 | sdp: PCMU; recvonly
            20.030 caller -> callee ACK
            37.000 caller -> callee BYE
            37.050 callee -> caller 200
            """);

        assertThat(first.cause()).isEqualTo(Cause.ONE_WAY_MEDIA);
        assertThat(first.likelihood()).isEqualTo(Likelihood.LIKELY);
        assertThat(first.origin().party()).isEqualTo(Origin.CALLED_SIDE);
        assertThat(first.explanation()).contains("so the called side sends nothing");
    }

    @Test
    void aLongTalkAfterTheEndOfAHoldIsNotSaidToBeSilent() {
        CallReport report = report("""
            0.000 caller -> callee INVITE
            2.000 callee -> caller 200
            2.010 caller -> callee ACK
            10.000 caller -> callee INVITE | sdp: PCMU; sendonly
            10.020 callee -> caller 200 | sdp: PCMU; recvonly
            10.030 caller -> callee ACK
            20.000 caller -> callee INVITE | sdp: PCMU; sendrecv
            20.020 callee -> caller 200 | sdp: PCMU; recvonly
            20.030 caller -> callee ACK
            320.000 caller -> callee BYE
            320.050 callee -> caller 200
            """);

        assertThat(report.diagnoses()).isEmpty();
        assertThat(report.notChecked()).extracting("rule").contains("rfc3261/resume-answered-one-way");
    }

    @ParameterizedTest
    @ValueSource(ints = {415, 488, 606})
    void aByeThatRefusesAnUnencryptedAnswerIsTheAnswerersFaultEvenWithoutTimes(int status) {
        Diagnosis first = first("""
            caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVPF
            callee -> caller 200 | sdp: PCMU; RTP/AVP
            caller -> callee ACK
            caller -> callee BYE | Reason: SIP;cause=%d
            callee -> caller 200
            """.formatted(status));

        assertThat(first.cause()).isEqualTo(Cause.SRTP_MISMATCH);
        assertThat(first.origin().party()).isEqualTo(Origin.CALLED_SIDE);
        assertThat(first.explanation()).contains("The BYE says that the session could not be used");
    }

    @Test
    void anUnencryptedAnswerToACallThatLastedBreaksARuleAndNoCall() {
        CallReport report = report("""
            0.000 caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVPF
            2.000 callee -> caller 200 | sdp: PCMU; RTP/AVP
            2.010 caller -> callee ACK
            90.000 caller -> callee BYE
            90.010 callee -> caller 200
            """);

        assertThat(report.diagnoses()).isEmpty();
        assertThat(report.violations()).extracting("rule").contains("rfc3261/answer-media-transport");
    }

    @Test
    void theSideWhoseChangeNamesNoFormatIsBlamedAndNotTheOneThatRefusesIt() {
        Diagnosis first = first("""
            0.000 caller -> callee INVITE not captured
            2.000 callee -> caller 200 not captured
            2.010 caller -> callee ACK not captured
            10.000 callee -> caller INVITE | Content-Type: application/sdp | body: v=0\\no=- 1 2 IN IP4 192.0.2.20\\ns=-\\nc=IN IP4 192.0.2.20\\nt=0 0\\nm=audio 40000 RTP/AVP \\n
            10.030 caller -> callee 400
            10.050 callee -> caller ACK
            10.500 caller -> callee BYE
            10.530 callee -> caller 200
            """);

        assertThat(first.cause()).isEqualTo(Cause.MALFORMED_MESSAGE);
        assertThat(first.origin().address().host()).isEqualTo("192.0.2.20");
        assertThat(first.explanation()).contains("The side that refused it ended the call");
    }

    @Test
    void aSecondChangeBeforeTheAckOfTheFirstIsTheFaultOfItsSender() {
        Diagnosis first = first("""
            0.000 caller -> callee INVITE
            2.000 callee -> caller 200
            2.010 caller -> callee ACK
            12.000 caller -> callee INVITE | sdp: PCMU; sendonly
            12.020 callee -> caller 200 | sdp: PCMU; recvonly
            12.028 caller -> callee INVITE | sdp: PCMU; sendrecv
            12.029 caller -> callee ACK
            12.030 callee -> caller 500 | Retry-After: 3
            12.040 caller -> callee ACK
            12.050 callee -> caller BYE
            12.080 caller -> callee 200
            """);

        assertThat(first.rule()).isEqualTo("rfc3261/overlapping-change");
        assertThat(first.cause()).isEqualTo(Cause.CONFORMANCE);
        assertThat(first.origin().party()).isEqualTo(Origin.CALLER);
    }

    @Test
    void aResumeThatHadToBeRefusedIsNotLaidOnTheSideThatRefusedIt() {
        Diagnosis first = first("""
            0.000 caller -> callee INVITE
            2.000 callee -> caller 200
            2.010 caller -> callee ACK
            12.000 caller -> callee INVITE | sdp: PCMU; sendonly
            12.020 callee -> caller 200 | sdp: PCMU; recvonly
            12.028 caller -> callee INVITE | sdp: PCMU; sendrecv
            12.029 caller -> callee ACK
            12.030 callee -> caller 500 | Retry-After: 3
            12.040 caller -> callee ACK
            72.050 caller -> callee BYE
            72.080 callee -> caller 200
            """);

        assertThat(first.rule()).isEqualTo("rfc3261/hold-not-released");
        assertThat(first.origin().party()).isEqualTo(Origin.CALLER);
    }

    @Test
    void aPublicContactBesideAPrivateMediaAddressIsToldWithoutTimes() {
        Diagnosis first = first("""
            party caller = 198.51.100.60:5060
            party callee = 203.0.113.120:5060
            caller -> callee INVITE
            callee -> caller 200 | sdp: PCMU; at 172.17.0.3 | Contact: <sip:8000@203.0.113.120:5060>
            caller -> callee ACK
            caller -> callee BYE
            callee -> caller 200
            """);

        assertThat(first.cause()).isEqualTo(Cause.PRIVATE_MEDIA_ADDRESS);
        assertThat(first.origin().party()).isEqualTo(Origin.CALLED_SIDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "party caller = 10.20.0.60:5060\nparty callee = 203.0.113.120:5060\n%s 203.0.113.120:5060>",
                "party caller = 198.51.100.60:5060\nparty callee = 203.0.113.120:5060\n%s 172.17.0.3:5060>"
            })
    void aFarEndThatIsPrivateTooOrAPlainNatIsNotBlamedWithoutTimes(String parties) {
        String call = parties.substring(0, parties.indexOf("%s"))
                + """
                caller -> callee INVITE
                callee -> caller 200 | sdp: PCMU; at 172.17.0.3 | Contact: <sip:8000@%s
                caller -> callee ACK
                caller -> callee BYE
                callee -> caller 200
                """.formatted(parties.substring(parties.indexOf("%s") + 3));

        CallReport report = report(call);

        assertThat(report.diagnoses()).isEmpty();
        assertThat(report.notChecked()).extracting("rule").contains("rfc3261/private-media-address");
    }
}

package org.callcause.rules.rfc3261.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.diagnosis.Alternative;
import org.callcause.diagnosis.Cause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.rule.RuleSet;
import org.callcause.rules.rfc3261.StandardRules;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of calls that ended over their media, and what is left unsaid. */
class MediaWordsTests {

    private static final Callcause STANDARD =
            Callcause.with(RuleSet.builder().add(new StandardRules()).build());

    private static CallReport report(String script) {
        return STANDARD.analyze(CallScript.of(script).messages()).get(0);
    }

    @Test
    void aRefusalThatNamesTheCodecIsNotSaidToCarryAWarning() {
        CallReport report = report("""
            0.000 caller -> callee INVITE | sdp: G729
            0.030 callee -> caller 488 Codec Not Supported
            0.032 caller -> callee ACK
            """);

        assertThat(report.diagnosis().orElseThrow().explanation())
                .contains("Its own words name the codecs")
                .doesNotContain("305");
    }

    @Test
    void ordinaryCodecsThatAreRefusedAreNotTheOnlySuspects() {
        Diagnosis first = report("""
            0.000 caller -> callee INVITE | sdp: PCMA PCMU
            0.030 callee -> caller 488
            0.032 caller -> callee ACK
            """).diagnosis().orElseThrow();

        assertThat(first.likelihood()).isEqualTo(Likelihood.POSSIBLE);
        assertThat(first.alternatives())
                .extracting(Alternative::cause)
                .contains(Cause.SRTP_MISMATCH, Cause.INTERWORKING, Cause.MEDIA_TYPE_UNSUPPORTED);
    }

    @ParameterizedTest
    @CsvSource({
        "300, interworking",
        "302, srtp-mismatch",
        "304, media-type-unsupported",
        "305, codec-mismatch",
        "370, capacity-exceeded"
    })
    void aWarningSaysWhichPartOfTheOfferIsRefused(int code, String cause) {
        Diagnosis first = report("""
            0.000 caller -> callee INVITE | sdp: PCMA PCMU
            0.030 callee -> caller 488 | Warning: %d callee.example.com "No"
            0.032 caller -> callee ACK
            """.formatted(code)).diagnosis().orElseThrow();

        assertThat(first.cause()).hasToString(cause);
        assertThat(first.likelihood()).isNotEqualTo(Likelihood.POSSIBLE);
        assertThat(first.explanation()).contains("Its Warning is " + code);
    }

    @Test
    void aShortCallIsNotExplainedByMissingFeedback() {
        CallReport report = report("""
            0.000 caller -> callee INVITE | sdp: PCMU; RTP/AVPF
            0.300 callee -> caller 180
            2.000 callee -> caller 200 | sdp: PCMU; RTP/AVP
            2.010 caller -> callee ACK
            8.000 caller -> callee BYE
            8.010 callee -> caller 200
            """);

        assertThat(report.diagnoses()).isEmpty();
        assertThat(report.violations()).extracting("rule").containsExactly("rfc3261/answer-media-transport");
    }
}

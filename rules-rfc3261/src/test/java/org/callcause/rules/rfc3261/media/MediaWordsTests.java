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
import org.junit.jupiter.params.provider.ValueSource;

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
    void whoTakesNoAudioOfARareCodecLacksTheCodec() {
        assertThat(report("""
            0.000 caller -> callee INVITE | sdp: G729
            0.030 callee -> caller 488 | Warning: 304 callee.example.com "Media type not available"
            0.032 caller -> callee ACK
            """).diagnosis().orElseThrow().cause()).isEqualTo(Cause.CODEC_MISMATCH);
    }

    @Test
    void aWarningThatNamesTheEncryptionIsNotOfTheKindOfAddress() {
        Diagnosis first = report("""
            0.000 caller -> callee INVITE | sdp: PCMU; UDP/TLS/RTP/SAVPF
            0.030 callee -> caller 488 | Warning: 301 callee.example.com "Incompatible transport protocol UDP/TLS/RTP/SAVPF"
            0.032 caller -> callee ACK
            """).diagnosis().orElseThrow();

        assertThat(first.rule()).isEqualTo("rfc3261/srtp-refused");
        assertThat(first.likelihood()).isEqualTo(Likelihood.LIKELY);
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

    @Test
    void aLateOfferIsNarrowedByTheCaller() {
        assertThat(report("""
            0.000 caller -> callee INVITE | no sdp
            0.300 callee -> caller 180
            2.000 callee -> caller 200 | sdp: PCMU
            2.010 caller -> callee ACK | sdp: PCMU; recvonly
            8.000 caller -> callee BYE
            8.010 callee -> caller 200
            """).diagnosis().orElseThrow().explanation())
                .startsWith("The called side offered audio in both directions,")
                .contains("so the caller's side sends nothing");
    }

    @Test
    void anInviteWithoutAnOfferIsNotRefusedForItsCodecs() {
        Diagnosis first = report("""
            0.000 caller -> callee INVITE | no sdp
            0.030 callee -> caller 488
            0.032 caller -> callee ACK
            """).diagnosis().orElseThrow();

        assertThat(first.likelihood()).isEqualTo(Likelihood.POSSIBLE);
        assertThat(first.title()).isEqualTo("An INVITE without an offer of media was not acceptable");
        assertThat(first.explanation())
                .contains("The INVITE carries no offer at all")
                .doesNotContain("what the INVITE offered");
        assertThat(first.remedies()).extracting("text").anyMatch(text -> ((String) text).contains("early offer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "Content-Encoding: gzip"})
    void aPlainDescriptionThatIsNotUnderstoodMayMeanItsCodecs(String encoding) {
        boolean plain = encoding.equals("no");
        Diagnosis first =
                report("""
                    0.000 caller -> callee INVITE%s
                    0.020 callee -> caller 415
                    0.022 caller -> callee ACK
                    """.formatted(plain ? "" : " | " + encoding)).diagnosis().orElseThrow();

        assertThat(first.likelihood()).isEqualTo(plain ? Likelihood.POSSIBLE : Likelihood.LIKELY);
        assertThat(first.explanation().contains("a codec that they lack")).isEqualTo(plain);
    }

    @Test
    void aRefusedAddressFormatIsToldOnce() {
        assertThat(report("""
            0.000 caller -> callee INVITE
            0.030 callee -> caller 488 | Warning: 301 callee.example.com "Incompatible network address formats"
            0.032 caller -> callee ACK
            """).diagnoses()).extracting(Diagnosis::rule).containsExactly("rfc3261/media-address-family");
    }

    @Test
    void aMissingPrackDoesNotExplainADecline() {
        CallReport report = report("""
            0.000 caller -> callee INVITE | Supported: 100rel
            0.300 callee -> caller 180 | reliable
            0.800 callee -> caller 180 | reliable
            1.800 callee -> caller 180 | reliable
            3.800 callee -> caller 180 | reliable
            6.000 callee -> caller 603
            6.010 caller -> callee ACK
            """);

        assertThat(report.diagnoses()).extracting(Diagnosis::rule).containsExactly("rfc3261/603-declined");
        assertThat(report.violations()).extracting("rule").containsExactly("rfc3261/missing-prack");
    }

    @Test
    void aServerThatFailsBeforeThePrackIsDueIsNotSaidToHaveWaitedForIt() {
        Diagnosis prack = report("""
            0.000 caller -> callee INVITE | Supported: 100rel
            0.300 callee -> caller 180 | reliable
            0.800 callee -> caller 180 | reliable
            1.800 callee -> caller 180 | reliable
            3.800 callee -> caller 180 | reliable
            6.000 callee -> caller 503
            6.010 caller -> callee ACK
            """).diagnoses().stream()
                .filter(diagnosis -> diagnosis.rule().equals("rfc3261/missing-prack"))
                .findFirst()
                .orElseThrow();

        assertThat(prack.likelihood()).isEqualTo(Likelihood.POSSIBLE);
        assertThat(prack.explanation()).doesNotContain("32 s");
    }

    @Test
    void aFaxThatHadTimeForAPageIsNotSaidToHaveFailed() {
        CallReport report = report("""
            0.000 caller -> callee INVITE | sdp: PCMU
            0.300 callee -> caller 180
            2.000 callee -> caller 200 | sdp: PCMU
            2.010 caller -> callee ACK
            6.000 callee -> caller INVITE | Content-Type: application/sdp | body: v=0\\no=- 7 7 IN IP4 192.0.2.20\\ns=-\\nc=IN IP4 192.0.2.20\\nt=0 0\\nm=image 4002 udptl t38\\n
            6.020 caller -> callee 488
            6.030 callee -> caller ACK
            52.000 caller -> callee BYE
            52.010 callee -> caller 200
            """);

        assertThat(report.diagnoses()).isEmpty();
        assertThat(report.notChecked()).extracting("rule").contains("rfc3261/fax-refused");
    }

    @Test
    void whatWasRefusedOfAudioAndFaxIsLeftOpen() {
        CallReport report = report("""
            0.000 caller -> callee INVITE | sdp: PCMU; image t38
            0.030 callee -> caller 488
            0.032 caller -> callee ACK
            """);

        assertThat(report.diagnoses())
                .extracting(Diagnosis::rule)
                .containsExactly("rfc3261/fax-beside-audio-refused", "rfc3261/offer-not-acceptable");
        assertThat(report.diagnoses()).extracting(Diagnosis::likelihood).containsOnly(Likelihood.POSSIBLE);
        assertThat(report.diagnosis().orElseThrow().explanation())
                .contains("together with audio")
                .contains("It does not say which of them it refused");
    }

    @ParameterizedTest
    @CsvSource({
        "488 | Warning: 304 callee.example.com \"Media type not available\", LIKELY",
        "488 T.38 not supported, LIKELY",
        "415, POSSIBLE",
        "606, POSSIBLE",
        "488 | Warning: 305 callee.example.com \"Incompatible media format\", POSSIBLE"
    })
    void aWordAboutTheFaxMakesItLikely(String refusal, Likelihood likelihood) {
        assertThat(report("""
            0.000 caller -> callee INVITE | sdp: PCMU; image t38
            0.030 callee -> caller %s
            0.032 caller -> callee ACK
            """.formatted(refusal)).diagnoses())
                .filteredOn(diagnosis -> diagnosis.rule().equals("rfc3261/fax-beside-audio-refused"))
                .extracting(Diagnosis::likelihood)
                .containsExactly(likelihood);
    }

    @Test
    void aFormatOfAnOfferWithFaxIsNotSurelyACodec() {
        assertThat(report("""
            0.000 caller -> callee INVITE | sdp: PCMU; image t38
            0.030 callee -> caller 488 | Warning: 305 callee.example.com "Incompatible media format"
            0.032 caller -> callee ACK
            """).diagnosis().orElseThrow().likelihood()).isEqualTo(Likelihood.LIKELY);
    }

    @ParameterizedTest
    @ValueSource(ints = {488, 415, 606})
    void aRefusedCallForFaxAloneIsToldOnceAndSurely(int status) {
        CallReport report = report("""
            0.000 caller -> callee INVITE | sdp: image t38
            0.030 callee -> caller %d
            0.032 caller -> callee ACK
            """.formatted(status));

        assertThat(report.diagnoses()).extracting(Diagnosis::rule).containsExactly("rfc3261/fax-refused");
        assertThat(report.diagnosis().orElseThrow().likelihood()).isEqualTo(Likelihood.CERTAIN);
        assertThat(report.diagnosis().orElseThrow().title()).isEqualTo("The call for fax (T.38) was refused");
    }

    @Test
    void anEncryptedOfferWithFaxBesideIsStillEncryptedOnly() {
        assertThat(report("""
            0.000 caller -> callee INVITE | sdp: PCMU; RTP/SAVP; image t38
            0.030 callee -> caller 488
            0.032 caller -> callee ACK
            """).diagnoses()).extracting(Diagnosis::cause).contains(Cause.SRTP_MISMATCH);
    }

    @Test
    void aRefusalLongAfterThePrackWasDueHasAnotherTimer() {
        assertThat(report("""
            0.000 caller -> callee INVITE | Supported: 100rel
            0.300 callee -> caller 183 | reliable
            0.800 callee -> caller 183 | reliable
            1.800 callee -> caller 183 | reliable
            3.800 callee -> caller 183 | reliable
            90.000 callee -> caller 504
            90.010 caller -> callee ACK
            """).diagnoses())
                .filteredOn(diagnosis -> diagnosis.rule().equals("rfc3261/missing-prack"))
                .extracting(Diagnosis::likelihood)
                .containsExactly(Likelihood.POSSIBLE);
    }

    @Test
    void anAnnouncementThatHangsUpWhenItIsOverIsHealthy() {
        CallReport report = report("""
            0.000 caller -> callee INVITE
            0.100 callee -> caller 200 | sdp: PCMU; sendonly
            0.120 caller -> callee ACK
            9.000 callee -> caller BYE
            9.020 caller -> callee 200
            """);

        assertThat(report.diagnoses()).isEmpty();
        assertThat(report.notChecked()).extracting("rule").contains("rfc3261/one-way-answer");
    }
}

package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.acceptance.CapturesOfOneCall.HEALTHY;
import static org.callcause.acceptance.CapturesOfOneCall.REFUSED;
import static org.callcause.acceptance.CapturesOfOneCall.SILENT;
import static org.callcause.acceptance.CapturesOfOneCall.WAY;
import static org.callcause.acceptance.CapturesOfOneCall.atThePhone;
import static org.callcause.acceptance.CapturesOfOneCall.atTheServer;
import static org.callcause.acceptance.CapturesOfOneCall.capture;
import static org.callcause.acceptance.CapturesOfOneCall.comparison;
import static org.callcause.acceptance.CapturesOfOneCall.isOf;
import static org.callcause.acceptance.CapturesOfOneCall.joined;
import static org.callcause.acceptance.CapturesOfOneCall.reports;
import static org.callcause.acceptance.CapturesOfOneCall.told;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.callcause.CallReport;
import org.callcause.CaptureComparison;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.Violation;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.message.SipRequest;
import org.callcause.rule.RuleSet;
import org.callcause.rule.Verdict;
import org.callcause.testkit.CallScript;
import org.callcause.vantage.JoinedCaptures;
import org.junit.jupiter.api.Test;

/** What two captures of the same calls tell that neither tells alone. */
class CaptureComparisonTests {

    @Test
    void anInvitationThatNeverArrivedWasLostOnTheWay() {
        JoinedCaptures captures = comparison(HEALTHY + SILENT, message -> !isOf(message, "silent"), text -> text);
        Diagnosis best = told(captures, "silent").diagnosis().orElseThrow();

        assertThat(best.rule()).isEqualTo(CaptureComparison.LOST);
        assertThat(best.explanation()).contains("7 times");
    }

    @Test
    void anInvitationThatArrivedAndFoundSilenceWasNeverAnswered() {
        String script = HEALTHY + SILENT;
        CallReport report = told(comparison(script, message -> true, text -> text), "silent");
        Diagnosis best = report.diagnosis().orElseThrow();

        assertThat(best.rule()).isEqualTo(CaptureComparison.UNANSWERED);
        assertThat(best.origin().address()).isEqualTo(CallScript.of(script).endpoint("server"));
        assertThat(report.call().messages()).hasSize(7);
    }

    @Test
    void answersThatTheServerSentAndThePhoneNeverGotAreInTheOneReport() {
        String script = HEALTHY + """
            call refused
            20.000 phone -> server INVITE
            20.500 phone -> server INVITE
            20.060 server -> phone 404
            20.560 server -> phone 404
            21.560 server -> phone 404
            """;
        Predicate<CapturedMessage> atThePhone =
                message -> !isOf(message, "refused") || message.message() instanceof SipRequest;
        JoinedCaptures captures = joined(
                        capture(
                                "phone",
                                atThePhone(script).stream().filter(atThePhone).toList()),
                        capture("server", atTheServer(script, message -> true, text -> text)))
                .get(0);
        CallReport report = told(captures, "refused");

        assertThat(report.diagnosis().orElseThrow().title()).isEqualTo("The 404 to the INVITE was lost on the way");
        assertThat(report.call().messages()).hasSize(5);
        assertThat(report.call().finalStatus()).isEqualTo(404);
    }

    private static JoinedCaptures withALostInvitation() {
        return comparison(HEALTHY + SILENT, message -> !isOf(message, "silent"), text -> text);
    }

    @Test
    void aFindingOfTwoCapturesIsRankedByLikelihoodAndOnlyTheFirstReadingHasAlternatives() {
        RuleSet rules = RuleSet.builder()
                .discover()
                .weigh(CaptureComparison.LOST, Likelihood.POSSIBLE)
                .build();
        List<Diagnosis> behind = told(withALostInvitation(), "silent", rules).diagnoses();
        List<Diagnosis> first = told(withALostInvitation(), "silent").diagnoses();

        assertThat(behind.get(0).rule()).isNotEqualTo(CaptureComparison.LOST);
        assertThat(behind).extracting(Diagnosis::rule).contains(CaptureComparison.LOST);
        assertThat(behind.get(0).alternatives()).isNotEmpty();
        assertThat(first.get(0).rule()).isEqualTo(CaptureComparison.LOST);
        assertThat(first.subList(1, first.size()))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.alternatives()).isEmpty());
    }

    @Test
    void aFindingOfTwoCapturesCanBeSuppressedAndDropped() {
        RuleSet suppressing = RuleSet.builder()
                .discover()
                .suppress(CaptureComparison.LOST, "a drill")
                .build();
        RuleSet dropping = RuleSet.builder().discover().without("captures/*").build();
        CallReport suppressed = told(withALostInvitation(), "silent", suppressing);
        CallReport dropped = told(withALostInvitation(), "silent", dropping);

        assertThat(suppressed.diagnoses()).extracting(Diagnosis::rule).doesNotContain(CaptureComparison.LOST);
        assertThat(suppressed.verdict().suppressed())
                .extracting(Verdict.Suppressed::rule)
                .contains(CaptureComparison.LOST);
        assertThat(dropped.diagnoses()).extracting(Diagnosis::rule).doesNotContain(CaptureComparison.LOST);
        assertThat(dropped.verdict().suppressed()).isEmpty();
    }

    @Test
    void aLostCopyOfAMessageThatArrivedLaterIsNoFinding() {
        String script = HEALTHY + """
            call refused
            20.000 phone -> server INVITE
            20.500 phone -> server INVITE
            20.560 server -> phone 404
            20.565 phone -> server ACK
            """;
        Instant first = CallScript.BEGIN.plusSeconds(20);
        CallReport report = told(comparison(script, message -> !message.time().equals(first), text -> text), "refused");

        assertThat(report.diagnoses())
                .extracting(Diagnosis::rule)
                .doesNotContain(CaptureComparison.LOST, CaptureComparison.UNANSWERED);
        assertThat(report.call().messages()).hasSize(4);
    }

    @Test
    void whatACaptureHasCutOffAMessageWasNotTakenOffOnTheWay() {
        JoinedCaptures captures =
                comparison(HEALTHY + REFUSED, message -> true, text -> text.substring(0, text.indexOf("Content-")));

        assertThat(reports(captures))
                .flatExtracting(CallReport::violations)
                .extracting(Violation::rule)
                .doesNotContain(CaptureComparison.ALTERED);
    }

    @Test
    void aRequestThatIsMissingAtOnePlaceAndGotAnAnswerWasNotLost() {
        JoinedCaptures captures = comparison(
                HEALTHY + REFUSED,
                message -> !isOf(message, "refused") || !(message.message() instanceof SipRequest),
                text -> text);

        assertThat(told(captures, "refused").diagnoses())
                .extracting(Diagnosis::rule)
                .doesNotContain(CaptureComparison.LOST);
    }

    @Test
    void aChangedAddressWasAlteredOnTheWayAndIsQuotedFromBothSides() {
        JoinedCaptures captures = comparison(
                HEALTHY + REFUSED, message -> true, text -> text.replaceFirst("Contact: <sip:", "Contact: <sip:alg-"));
        Violation altered = told(captures, "refused").violations().stream()
                .filter(violation -> violation.rule().equals(CaptureComparison.ALTERED))
                .findFirst()
                .orElseThrow();

        assertThat(altered.title()).contains("Contact");
        assertThat(altered.evidence())
                .extracting(Evidence::quote)
                .anyMatch(quote -> quote.contains("<sip:alg-"))
                .anyMatch(quote -> quote.startsWith("Contact: <sip:") && !quote.contains("alg-"));
    }

    @Test
    void threePlacesTellTheStretchWhereAMessageWasLost() {
        String script = HEALTHY + SILENT;
        List<CapturedMessage> between = atTheServer(script, message -> true, text -> text);
        Endpoint phone = CallScript.of(script).endpoint("phone");
        List<CapturedMessage> server = between.stream()
                .filter(message -> !isOf(message, "silent"))
                .map(message -> CapturedMessage.of(
                        1_000 + message.index(),
                        message.nanos() + (message.from().equals(phone) ? WAY : WAY.negated()).toNanos(),
                        message.from(),
                        message.to(),
                        message.transport(),
                        message.message()))
                .toList();
        JoinedCaptures captures = joined(
                        capture("phone", atThePhone(script)), capture("between", between), capture("server", server))
                .get(0);

        assertThat(reports(captures)).hasSize(2);
        assertThat(told(captures, "healthy").places()).hasSize(3);
        assertThat(told(captures, "silent").diagnosis().orElseThrow().explanation())
                .contains("between and server show the same traffic");
    }
}

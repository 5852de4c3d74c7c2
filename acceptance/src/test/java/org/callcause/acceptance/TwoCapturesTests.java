package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.CaptureComparison;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Evidence;
import org.callcause.diagnosis.Violation;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.junit.jupiter.api.Test;

/** The same calls captured at the phone's side and at the server's, 20 ms apart, with clocks that differ by two seconds. */
class TwoCapturesTests {

    private static final Duration WAY = Duration.ofMillis(20);
    private static final Duration AHEAD = Duration.ofSeconds(2);

    /** What happened, by the clock and at the place of the phone. */
    private static final String HEALTHY = """
        call healthy
        0.000 phone -> server INVITE
        0.060 server -> phone 100
        0.500 server -> phone 180
        1.000 server -> phone 200
        1.010 phone -> server ACK
        60.000 phone -> server BYE
        60.060 server -> phone 200
        """;

    private static final String SILENT = """
        call silent
        10.000 phone -> server INVITE
        10.500 phone -> server INVITE
        11.500 phone -> server INVITE
        13.500 phone -> server INVITE
        17.500 phone -> server INVITE
        25.500 phone -> server INVITE
        41.500 phone -> server INVITE
        """;

    private static final String REFUSED = """
        call refused
        20.000 phone -> server INVITE
        20.060 server -> phone 404
        20.065 phone -> server ACK
        """;

    private final SipParser parser = new SipParser();

    private static List<CapturedMessage> atThePhone(String script) {
        return CallScript.of(script + "until 120\n").messages();
    }

    /** The same messages as the server's capture has them: earlier or later by the way, and by another clock. */
    private List<CapturedMessage> atTheServer(
            String script, Predicate<CapturedMessage> arrives, UnaryOperator<String> change) {
        Endpoint phone = CallScript.of(script).endpoint("phone");
        List<CapturedMessage> seen = new ArrayList<>();
        for (CapturedMessage message : atThePhone(script)) {
            Duration way = message.from().equals(phone) ? WAY : WAY.negated();
            if (arrives.test(message)) {
                Instant time = message.time().plus(AHEAD).plus(way);
                byte[] bytes = change.apply(message.message().text()).getBytes(StandardCharsets.UTF_8);
                SipMessage arrived = parser.parseCopy(bytes, 0, bytes.length).orElseThrow();
                seen.add(CapturedMessage.of(
                        1_000 + message.index(), time, message.from(), message.to(), message.transport(), arrived));
            }
        }
        return seen;
    }

    private static List<CallReport> reports(List<CapturedMessage> messages) {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = Callcause.with(RuleSet.discovered()).stream(reports::add)) {
            messages.forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(200));
        }
        return reports;
    }

    private static CallReport told(CaptureComparison comparison, List<CallReport> reports, String call) {
        return reports.stream()
                .filter(report -> report.call().callIds().get(0).contains(call))
                .map(comparison::ofFirst)
                .findFirst()
                .orElseThrow();
    }

    private Optional<CaptureComparison> comparison(
            String script, Predicate<CapturedMessage> arrives, UnaryOperator<String> change) {
        return CaptureComparison.of(reports(atThePhone(script)), reports(atTheServer(script, arrives, change)));
    }

    private static boolean isOf(CapturedMessage message, String call) {
        return message.message().callId().orElse("").contains(call);
    }

    @Test
    void theClocksAreSolvedFromBothDirections() {
        CaptureComparison comparison =
                comparison(HEALTHY, message -> true, text -> text).orElseThrow();

        assertThat(comparison.summary()).contains("20.00 ms apart").contains("2.000 s ahead");
    }

    @Test
    void whatBothSawAlikeIsHealthy() {
        CaptureComparison comparison =
                comparison(HEALTHY, message -> true, text -> text).orElseThrow();
        CallReport report = told(comparison, reports(atThePhone(HEALTHY)), "healthy");

        assertThat(report.diagnoses()).isEmpty();
        assertThat(report.violations()).extracting(Violation::rule).doesNotContain(CaptureComparison.ALTERED);
    }

    @Test
    void anInvitationThatNeverArrivedWasLostOnTheWay() {
        String script = HEALTHY + SILENT;
        CaptureComparison comparison = comparison(script, message -> !isOf(message, "silent"), text -> text)
                .orElseThrow();
        Diagnosis best = told(comparison, reports(atThePhone(script)), "silent")
                .diagnosis()
                .orElseThrow();

        assertThat(best.rule()).isEqualTo(CaptureComparison.LOST);
        assertThat(best.explanation()).contains("7 times");
    }

    @Test
    void anInvitationThatArrivedAndFoundSilenceWasNeverAnswered() {
        String script = HEALTHY + SILENT;
        CaptureComparison comparison =
                comparison(script, message -> true, text -> text).orElseThrow();
        Diagnosis best = told(comparison, reports(atThePhone(script)), "silent")
                .diagnosis()
                .orElseThrow();

        assertThat(best.rule()).isEqualTo(CaptureComparison.UNANSWERED);
        assertThat(best.origin().address()).isEqualTo(CallScript.of(script).endpoint("server"));
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
        CaptureComparison comparison = comparison(
                        script, message -> !message.time().equals(first), text -> text)
                .orElseThrow();

        assertThat(told(comparison, reports(atThePhone(script)), "refused").diagnoses())
                .extracting(Diagnosis::rule)
                .doesNotContain(CaptureComparison.LOST, CaptureComparison.UNANSWERED);
    }

    @Test
    void aChangedAddressWasAlteredOnTheWayAndIsQuotedFromBothSides() {
        String script = HEALTHY + REFUSED;
        CaptureComparison comparison = comparison(
                        script, message -> true, text -> text.replaceFirst("Contact: <sip:", "Contact: <sip:alg-"))
                .orElseThrow();
        Violation altered = told(comparison, reports(atThePhone(script)), "refused").violations().stream()
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
    void aCopyOfOneCaptureIsNoSecondPlace() {
        List<CallReport> one = reports(atThePhone(HEALTHY + SILENT));

        assertThat(CaptureComparison.of(one, reports(atThePhone(HEALTHY + SILENT))))
                .isEmpty();
    }

    @Test
    void capturesOfDifferentCallsAreNotCompared() {
        assertThat(CaptureComparison.of(reports(atThePhone(HEALTHY)), reports(atThePhone(REFUSED))))
                .isEmpty();
    }
}

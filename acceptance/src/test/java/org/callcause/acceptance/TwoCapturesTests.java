package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import org.callcause.message.SipRequest;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.callcause.vantage.JoinedCaptures;
import org.callcause.vantage.NamedCapture;
import org.callcause.vantage.PlaceOfCapture;
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

    private static NamedCapture capture(String name, List<CapturedMessage> messages) {
        return new NamedCapture(name, messages);
    }

    private static List<JoinedCaptures> joined(NamedCapture... captures) {
        return JoinedCaptures.of(List.of(captures));
    }

    private static List<CallReport> reports(JoinedCaptures captures) {
        CaptureComparison comparison = new CaptureComparison(captures);
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream =
                Callcause.with(RuleSet.discovered()).stream(report -> reports.add(comparison.told(report)))) {
            captures.messages().forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(200));
        }
        return reports;
    }

    private static CallReport told(JoinedCaptures captures, String call) {
        List<CallReport> found = reports(captures).stream()
                .filter(report -> report.call().callIds().get(0).contains(call))
                .toList();
        assertThat(found).as("reports of the call " + call).hasSize(1);
        return found.get(0);
    }

    /** The phone's capture and the server's, which must be found to show the same calls. */
    private JoinedCaptures comparison(String script, Predicate<CapturedMessage> arrives, UnaryOperator<String> change) {
        List<JoinedCaptures> groups =
                joined(capture("phone", atThePhone(script)), capture("server", atTheServer(script, arrives, change)));
        assertThat(groups).hasSize(1);
        return groups.get(0);
    }

    private static boolean isOf(CapturedMessage message, String call) {
        return message.message().callId().orElse("").contains(call);
    }

    /** The same with other addresses, as behind a NAT. */
    private static List<CapturedMessage> translated(List<CapturedMessage> messages, Endpoint inside, Endpoint outside) {
        return messages.stream()
                .map(message -> message.seenAs(
                        message.nanos(),
                        message.from().equals(inside) ? outside : message.from(),
                        message.to().equals(inside) ? outside : message.to()))
                .toList();
    }

    @Test
    void theClocksAreSolvedFromBothDirections() {
        JoinedCaptures captures = comparison(HEALTHY, message -> true, text -> text);

        assertThat(captures.sentences())
                .singleElement(STRING)
                .contains("20.00 ms apart")
                .contains("2.000 s ahead");
    }

    @Test
    void whatBothSawAlikeIsOneHealthyCallWithEachMessageOnce() {
        CallReport report = told(comparison(HEALTHY, message -> true, text -> text), "healthy");

        assertThat(report.diagnoses()).isEmpty();
        assertThat(report.violations()).extracting(Violation::rule).doesNotContain(CaptureComparison.ALTERED);
        assertThat(report.call().messages()).hasSize(7);
        assertThat(report.call().start()).contains(CallScript.BEGIN);
        assertThat(report.places())
                .extracting(PlaceOfCapture::capture, place -> place.messages().size(), PlaceOfCapture::clock)
                .containsExactly(tuple("phone", 7, Duration.ZERO), tuple("server", 7, AHEAD));
    }

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
    void behindANatTheCallHasTheAddressesOfTheFirstCapture() {
        Endpoint phone = CallScript.of(HEALTHY).endpoint("phone");
        Endpoint outside = new Endpoint("203.0.113.77", 40_123);
        List<CapturedMessage> server = atTheServer(HEALTHY, message -> true, text -> text);
        JoinedCaptures captures = joined(
                        capture("phone", atThePhone(HEALTHY)), capture("server", translated(server, phone, outside)))
                .get(0);
        CallReport report = told(captures, "healthy");

        assertThat(report.call().messages()).hasSize(7);
        assertThat(report.call().messages()).noneMatch(message -> message.from().equals(outside));
        assertThat(captures.sentences()).singleElement(STRING).contains("20.00 ms apart");
    }

    @Test
    void capturesOfEitherSideOfAProxyAreOneCallOverTwoHops() {
        List<CapturedMessage> all = CallScript.of("""
            call proxied
            0.000 phone -> proxy INVITE
            0.004 proxy -> server INVITE
            0.500 server -> proxy 486
            0.501 proxy -> server ACK
            0.503 proxy -> phone 486
            0.510 phone -> proxy ACK
            until 60
            """).messages();
        Endpoint phone = all.get(0).from();
        List<CapturedMessage> inside = all.stream()
                .filter(message -> message.from().equals(phone) || message.to().equals(phone))
                .toList();
        List<CapturedMessage> outside = all.stream()
                .filter(message -> !inside.contains(message))
                .map(message -> message.seenAs(message.nanos() + AHEAD.toNanos(), message.from(), message.to()))
                .toList();
        JoinedCaptures captures =
                joined(capture("inside", inside), capture("outside", outside)).get(0);
        CallReport report = told(captures, "proxied");

        assertThat(report.call().messages()).hasSize(6);
        assertThat(report.call().attempts()).hasSize(1);
        assertThat(report.call().attempts().get(0).hops()).hasSize(2);
        assertThat(report.diagnosis().orElseThrow().rule()).isNotEqualTo(CaptureComparison.LOST);
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

    @Test
    void capturesThatOverlapInPartShareTheCallsOfThatPart() {
        String script = HEALTHY + REFUSED;
        List<CapturedMessage> phone = atThePhone(script).stream()
                .filter(message -> !isOf(message, "refused"))
                .toList();
        JoinedCaptures captures = joined(
                        capture("phone", phone), capture("server", atTheServer(script, message -> true, text -> text)))
                .get(0);

        assertThat(reports(captures)).hasSize(2);
        assertThat(told(captures, "healthy").places()).hasSize(2);
        assertThat(told(captures, "refused").places()).isEmpty();
    }

    @Test
    void aCopyOfACaptureAddsNothing() {
        String script = HEALTHY + SILENT;
        List<CapturedMessage> copy = atThePhone(script).stream()
                .map(message -> CapturedMessage.of(
                        1_000 + message.index(),
                        message.nanos(),
                        message.from(),
                        message.to(),
                        message.transport(),
                        message.message()))
                .toList();
        JoinedCaptures captures = joined(capture("one", atThePhone(script)), capture("copy", copy))
                .get(0);

        assertThat(reports(captures)).hasSize(2);
        assertThat(told(captures, "silent").call().messages()).hasSize(7);
        assertThat(told(captures, "silent").diagnoses())
                .extracting(Diagnosis::rule)
                .doesNotContain(CaptureComparison.LOST, CaptureComparison.UNANSWERED);
    }

    @Test
    void capturesOfDifferentCallsStayApart() {
        assertThat(joined(capture("one", atThePhone(HEALTHY)), capture("other", atThePhone(REFUSED))))
                .hasSize(2)
                .noneMatch(JoinedCaptures::areSeveral);
    }

    @Test
    void aClockThatIsFarAheadDoesNotMakeACaptureThePartThatFollows() {
        List<CapturedMessage> phone = atThePhone(HEALTHY);
        List<CapturedMessage> anHourLater = atTheServer(HEALTHY, message -> true, text -> text).stream()
                .map(message ->
                        message.seenAs(message.nanos() + Duration.ofHours(1).toNanos(), message.from(), message.to()))
                .toList();
        List<CapturedMessage> goesOn = atThePhone("call next\n100.000 phone -> server INVITE\n");

        assertThat(JoinedCaptures.isSameTrafficLater(phone, anHourLater)).isTrue();
        assertThat(JoinedCaptures.isSameTrafficLater(phone, goesOn)).isFalse();
    }
}

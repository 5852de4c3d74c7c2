package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.callcause.acceptance.CapturesOfOneCall.AHEAD;
import static org.callcause.acceptance.CapturesOfOneCall.HEALTHY;
import static org.callcause.acceptance.CapturesOfOneCall.REFUSED;
import static org.callcause.acceptance.CapturesOfOneCall.SILENT;
import static org.callcause.acceptance.CapturesOfOneCall.atThePhone;
import static org.callcause.acceptance.CapturesOfOneCall.atTheServer;
import static org.callcause.acceptance.CapturesOfOneCall.capture;
import static org.callcause.acceptance.CapturesOfOneCall.comparison;
import static org.callcause.acceptance.CapturesOfOneCall.isOf;
import static org.callcause.acceptance.CapturesOfOneCall.joined;
import static org.callcause.acceptance.CapturesOfOneCall.reports;
import static org.callcause.acceptance.CapturesOfOneCall.told;
import static org.callcause.acceptance.CapturesOfOneCall.translated;

import java.time.Duration;
import java.util.List;
import org.callcause.CallReport;
import org.callcause.CaptureComparison;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Violation;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.testkit.CallScript;
import org.callcause.vantage.JoinedCaptures;
import org.callcause.vantage.PlaceOfCapture;
import org.junit.jupiter.api.Test;

/** Which captures show the same calls, and what these calls are then. */
class JoinedCapturesTests {

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
                .map(message -> message.numbered(1_000 + message.index()))
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

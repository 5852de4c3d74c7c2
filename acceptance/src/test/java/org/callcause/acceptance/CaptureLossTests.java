package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.call.Call;
import org.callcause.call.CallLimits;
import org.callcause.call.Disposition;
import org.callcause.diagnosis.Violation;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TrackedMessage;
import org.callcause.message.Method;
import org.callcause.message.SipResponse;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.HealthyCall;
import org.callcause.testkit.HealthyCalls;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Captures lose, repeat and reorder packets; that is no fault of the call. */
class CaptureLossTests {

    private static final Callcause CALLCAUSE = Callcause.create();
    private static final int ROUNDS = 200;

    static Stream<HealthyCall> healthyCalls() {
        return HealthyCalls.all().stream();
    }

    @ParameterizedTest
    @MethodSource("healthyCalls")
    void aHealthyCallStaysSilentWhicheverMessageTheCaptureLost(HealthyCall call) {
        for (CapturedMessage lost : call.script().messages()) {
            List<CapturedMessage> rest = call.script().messages().stream()
                    .filter(message -> message != lost)
                    .toList();

            assertThat(Calls.reports(call.script(), rest, CALLCAUSE))
                    .as("without %s", lost)
                    .flatExtracting(CallReport::diagnoses)
                    .isEmpty();
        }
    }

    /** But for a 100 Trying: whether one was lost or never sent, nothing else in a call tells. */
    @ParameterizedTest
    @MethodSource("healthyCalls")
    void nobodyIsBlamedForAMessageThatTheCaptureLost(HealthyCall call) {
        for (CapturedMessage lost : call.script().messages()) {
            List<CapturedMessage> rest = call.script().messages().stream()
                    .filter(message -> message != lost)
                    .toList();

            assertThat(Calls.reports(call.script(), rest, CALLCAUSE))
                    .as("without %s", lost)
                    .flatExtracting(CallReport::violations)
                    .extracting(Violation::rule)
                    .isSubsetOf("rfc3261/missing-100");
        }
    }

    @ParameterizedTest
    @MethodSource("healthyCalls")
    void nobodyIsBlamedForTheDirectionThatTheCaptureDoesNotShow(HealthyCall call) {
        List<CapturedMessage> all = call.script().messages();
        Set<Endpoint> places = all.stream().map(CapturedMessage::from).collect(Collectors.toSet());
        for (Endpoint place : places) {
            for (Predicate<CapturedMessage> shown : List.<Predicate<CapturedMessage>>of(
                    message -> message.from().equals(place),
                    message -> message.to().equals(place))) {
                List<CapturedMessage> rest = all.stream().filter(shown).toList();

                assertThat(Calls.reports(call.script(), rest, CALLCAUSE))
                        .as("of %s", rest)
                        .flatExtracting(CallReport::violations)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("healthyCalls")
    void nobodyIsBlamedForWhatWasBeforeOrAfterTheCapture(HealthyCall call) {
        List<CapturedMessage> all = call.script().messages();
        for (int cut = 1; cut < all.size(); cut++) {
            for (List<CapturedMessage> rest : List.of(all.subList(0, cut), all.subList(cut, all.size()))) {
                assertThat(Calls.reports(call.script(), rest, CALLCAUSE))
                        .as("of %s", rest)
                        .flatExtracting(CallReport::violations)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("healthyCalls")
    void nobodyIsBlamedForWhatTheLimitsLeftOut(HealthyCall call) {
        List<CallReport> whole = Calls.reports(call.script(), call.script().messages(), CALLCAUSE);
        for (int most = 1; most < call.script().messages().size(); most++) {
            Callcause limited = Callcause.with(RuleSet.discovered(), CallLimits.DEFAULT.withMessagesPerCall(most));

            List<CallReport> reports =
                    Calls.reports(call.script(), call.script().messages(), limited);
            assertThat(reports)
                    .as("with %d messages", most)
                    .allMatch(report ->
                            report.diagnoses().isEmpty() && report.violations().isEmpty());
            assertThat(reports)
                    .as("with %d messages", most)
                    .extracting(CaptureLossTests::isAnswered)
                    .containsExactlyElementsOf(
                            whole.stream().map(CaptureLossTests::isAnswered).toList());
        }
    }

    private static boolean isAnswered(CallReport report) {
        Disposition.Kind kind = report.disposition().kind();
        return kind == Disposition.Kind.ANSWERED || kind == Disposition.Kind.SUCCEEDED;
    }

    @ParameterizedTest
    @MethodSource("healthyCalls")
    void aCallThatShowsItsSuccessStaysSilentHoweverMuchTheCaptureLost(HealthyCall call) {
        Random random = new Random(3261);
        for (int round = 0; round < ROUNDS; round++) {
            double share = random.nextDouble();
            List<CapturedMessage> rest = call.script().messages().stream()
                    .filter(message -> random.nextDouble() >= share)
                    .toList();

            assertThat(Calls.reports(call.script(), rest, CALLCAUSE))
                    .filteredOn(report -> showsSuccess(report.call()))
                    .as("of %s", rest)
                    .flatExtracting(CallReport::diagnoses)
                    .isEmpty();
        }
    }

    /** A 2xx of the call's own method is left, or something that only an answered call has. */
    private static boolean showsSuccess(Call call) {
        return call.messages().stream()
                .map(TrackedMessage::captured)
                .map(CapturedMessage::message)
                .anyMatch(message -> message instanceof SipResponse response
                        ? response.status() / 100 == 2
                                && message.sequenceMethod().equals(call.method())
                        : message.hasToTag() && message.sequenceMethod().equals(Method.INVITE));
    }
}

package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.dialog.CapturedMessage;
import org.callcause.report.AnalysisLimits;
import org.callcause.report.AnalysisSummary;
import org.callcause.report.JsonReport;
import org.callcause.testkit.CallScript;
import org.callcause.testkit.HealthyCall;
import org.callcause.testkit.HealthyCalls;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A capture of two interfaces delivers packets late or twice; the report is the same. */
class CaptureOrderTests {

    private static final Callcause CALLCAUSE = Callcause.create();
    private static final int ROUNDS = 20;

    /** Messages may come within 64·T1 of their time, 32 s. */
    private static final Duration LATEST = Duration.ofSeconds(31);

    static Stream<CallScript> calls() {
        Stream<CallScript> failed = Stream.of("""
            0.000 caller -> proxy  INVITE
            0.003 proxy  -> callee INVITE
            0.250 callee -> proxy  180
            0.252 proxy  -> caller 180
            4.100 callee -> proxy  603
            4.101 proxy  -> callee ACK
            4.102 proxy  -> caller 603
            4.103 caller -> proxy  ACK
            until 60
            """, """
            0.000 caller -> proxy  INVITE
            0.500 caller -> proxy  INVITE
            1.500 caller -> proxy  INVITE
            3.500 caller -> proxy  INVITE
            7.500 caller -> proxy  INVITE
            15.50 caller -> proxy  INVITE
            31.50 caller -> proxy  INVITE
            until 60
            """, """
            0.000 caller -> proxy  INVITE
            0.010 proxy  -> caller 407
            0.020 caller -> proxy  ACK
            0.030 caller -> proxy  INVITE
            0.040 proxy  -> caller 407
            0.050 caller -> proxy  ACK
            until 60
            """, """
            0.000 caller -> proxy  INVITE
            0.020 proxy  -> caller 100
            0.100 proxy  -> caller 503 | Retry-After: 20
            0.120 caller -> proxy  ACK
            until 60
            """).map(CallScript::of);
        return Stream.concat(HealthyCalls.all().stream().map(HealthyCall::script), failed)
                .filter(script -> script.messages().stream().allMatch(CapturedMessage::hasTime));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void messagesThatComeLateChangeNothing(CallScript call) {
        String inOrder = json(reports(call, call.messages()));
        Random random = new Random(3261);
        for (int round = 0; round < ROUNDS; round++) {
            assertThat(json(reports(call, shuffled(call.messages(), random)))).isEqualTo(inOrder);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void messagesThatTheCaptureShowsTwiceChangeNoVerdict(CallScript call) {
        List<CapturedMessage> twice = new ArrayList<>();
        for (CapturedMessage message : call.messages()) {
            twice.add(message);
            twice.add(mirrored(message));
        }

        assertThat(verdicts(reports(call, twice))).isEqualTo(verdicts(reports(call, call.messages())));
    }

    private static List<CapturedMessage> shuffled(List<CapturedMessage> messages, Random random) {
        Map<CapturedMessage, Long> arrival = new HashMap<>();
        for (CapturedMessage message : messages) {
            arrival.put(message, message.nanos() + random.nextLong(LATEST.toNanos()));
        }
        return messages.stream().sorted(Comparator.comparing(arrival::get)).toList();
    }

    private static CapturedMessage mirrored(CapturedMessage message) {
        Duration delay = Duration.ofNanos(40_000);
        return message.hasTime()
                ? CapturedMessage.of(
                        message.index(),
                        message.time().plus(delay),
                        message.from(),
                        message.to(),
                        message.transport(),
                        message.message())
                : message;
    }

    private static List<CallReport> reports(CallScript script, List<CapturedMessage> messages) {
        List<CallReport> reports = new ArrayList<>(Calls.reports(script, messages, CALLCAUSE));
        reports.sort(Comparator.comparing(report -> report.call().id()));
        return reports;
    }

    private static List<List<Object>> verdicts(List<CallReport> reports) {
        return reports.stream()
                .map(report -> List.<Object>of(
                        report.disposition().kind(),
                        report.diagnoses().stream().map(Diagnosis::rule).toList(),
                        report.violations().stream()
                                .map(violation -> violation.rule())
                                .toList()))
                .toList();
    }

    private static String json(List<CallReport> reports) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        JsonReport document = new JsonReport(output);
        reports.forEach(document::add);
        try {
            document.finish(new AnalysisSummary(List.of(), AnalysisLimits.NONE, List.of()));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}

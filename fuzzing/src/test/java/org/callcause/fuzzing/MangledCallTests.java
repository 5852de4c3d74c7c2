package org.callcause.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.callcause.CallReport;
import org.callcause.Callcause;
import org.callcause.Incidents;
import org.callcause.dialog.CapturedMessage;
import org.callcause.leg.LegSettings;
import org.callcause.message.Method;
import org.callcause.report.JsonReport;
import org.callcause.testkit.HealthyCalls;
import org.callcause.testkit.mangled.MangledCalls;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whole calls of which a few parts are wrong: they come further than bytes at random. That no rule throws on them is part of
 * the contract of each rule module; here they go all the way to the report, with incidents and joined legs.
 */
class MangledCallTests {

    private static final JsonMapper JSON = new JsonMapper();

    private static final MangledCalls CALLS = MangledCalls.of(
            HealthyCalls.all().stream().map(call -> call.script().messages()).toList());

    private static final long NUMBERS = (long) CALLS.size() * Integer.getInteger("callcause.mangled", 15);

    /** What belongs to a call under its Call-ID whenever it comes. */
    private static final Set<Method> OF_A_CALL =
            Set.of(Method.INVITE, Method.ACK, Method.BYE, Method.CANCEL, Method.PRACK, Method.UPDATE, Method.INFO);

    /** Shorter than 64·T1, within which a message may come late. */
    private static final long LATEST = 31_000_000_000L;

    private final Callcause callcause =
            Callcause.create().joiningLegs(LegSettings.DEFAULT.withCorrelationHeader("Subject"));

    @Test
    void aMangledCallGivesTheSameWholeReportTwiceAndNoRuleFails() {
        for (long number = 0; number < NUMBERS; number++) {
            List<CapturedMessage> messages = CALLS.get(number);
            List<CallReport> reports = analyze(messages);
            String json = WrittenReport.json(reports);

            assertThat(reports)
                    .as("mangled call %d", number)
                    .allSatisfy(
                            report -> assertThat(report.verdict().failures()).isEmpty());
            assertThat(JSON.readTree(json).get("schema").asString()).isEqualTo(JsonReport.SCHEMA);
            assertThat(WrittenReport.text(reports)).isNotEmpty();
            assertThat(WrittenReport.json(analyze(messages)))
                    .as("mangled call %d", number)
                    .isEqualTo(json);
        }
    }

    @Test
    void messagesOfAMangledCallThatComeLateChangeNothing() {
        for (long number = 0; number < NUMBERS; number++) {
            List<CapturedMessage> messages = CALLS.get(number);
            if (isToldByItsTimes(messages)) {
                assertThat(WrittenReport.json(analyze(late(messages, new SplittableRandom(number)))))
                        .as("mangled call %d", number)
                        .isEqualTo(WrittenReport.json(analyze(messages)));
            }
        }
    }

    private List<CallReport> analyze(List<CapturedMessage> messages) {
        Incidents incidents = callcause.incidents(incident -> {});
        List<CallReport> reports = FollowedCalls.reports(messages, listener -> callcause.stream(listener, incidents));
        incidents.finish();
        assertThat(incidents.failures()).isEmpty();
        return reports;
    }

    /** Whether the messages are of one call, which lasts no longer than one may be late, and none at the time of another. */
    private static boolean isToldByItsTimes(List<CapturedMessage> messages) {
        List<Long> times = messages.stream()
                .map(CapturedMessage::nanos)
                .distinct()
                .sorted()
                .toList();
        return !messages.isEmpty()
                && messages.stream().allMatch(CapturedMessage::hasTime)
                && messages.stream()
                        .allMatch(
                                message -> OF_A_CALL.contains(message.message().sequenceMethod()))
                && messages.stream()
                                .map(message -> message.message().callId())
                                .distinct()
                                .count()
                        == 1
                && times.size() == messages.size()
                && times.get(times.size() - 1) - times.get(0) < LATEST;
    }

    private static List<CapturedMessage> late(List<CapturedMessage> messages, SplittableRandom random) {
        Map<CapturedMessage, Long> arrival = new HashMap<>();
        messages.forEach(message -> arrival.put(message, message.nanos() + random.nextLong(LATEST)));
        return messages.stream().sorted(Comparator.comparing(arrival::get)).toList();
    }
}

package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.rule.RuleSet;
import org.callcause.testkit.CallScript;
import org.callcause.vantage.JoinedCaptures;
import org.callcause.vantage.NamedCapture;

/** What happened, captured at the phone's side and at the server's, 20 ms apart, with clocks that differ by two seconds. */
final class CapturesOfOneCall {

    static final Duration WAY = Duration.ofMillis(20);

    static final Duration AHEAD = Duration.ofSeconds(2);

    /** What happened, by the clock and at the place of the phone. */
    static final String HEALTHY = """
        call healthy
        0.000 phone -> server INVITE
        0.060 server -> phone 100
        0.500 server -> phone 180
        1.000 server -> phone 200
        1.010 phone -> server ACK
        60.000 phone -> server BYE
        60.060 server -> phone 200
        """;

    static final String SILENT = """
        call silent
        10.000 phone -> server INVITE
        10.500 phone -> server INVITE
        11.500 phone -> server INVITE
        13.500 phone -> server INVITE
        17.500 phone -> server INVITE
        25.500 phone -> server INVITE
        41.500 phone -> server INVITE
        """;

    static final String REFUSED = """
        call refused
        20.000 phone -> server INVITE
        20.060 server -> phone 404
        20.065 phone -> server ACK
        """;

    private CapturesOfOneCall() {}

    static List<CapturedMessage> atThePhone(String script) {
        return CallScript.of(script + "until 120\n").messages();
    }

    /** The same messages as the server's capture has them: earlier or later by the way, and by another clock. */
    static List<CapturedMessage> atTheServer(
            String script, Predicate<CapturedMessage> arrives, UnaryOperator<String> change) {
        Endpoint phone = CallScript.of(script).endpoint("phone");
        List<CapturedMessage> seen = new ArrayList<>();
        for (CapturedMessage message : atThePhone(script)) {
            Duration way = message.from().equals(phone) ? WAY : WAY.negated();
            if (arrives.test(message)) {
                Instant time = message.time().plus(AHEAD).plus(way);
                byte[] bytes = change.apply(message.message().text()).getBytes(StandardCharsets.UTF_8);
                SipMessage arrived =
                        new SipParser().parseCopy(bytes, 0, bytes.length).orElseThrow();
                seen.add(CapturedMessage.of(
                        1_000 + message.index(), time, message.from(), message.to(), message.transport(), arrived));
            }
        }
        return seen;
    }

    static NamedCapture capture(String name, List<CapturedMessage> messages) {
        return new NamedCapture(name, messages, List.of());
    }

    static List<JoinedCaptures> joined(NamedCapture... captures) {
        return JoinedCaptures.of(List.of(captures));
    }

    static List<CallReport> reports(JoinedCaptures captures) {
        return reports(captures, RuleSet.discovered());
    }

    static List<CallReport> reports(JoinedCaptures captures, RuleSet rules) {
        CaptureComparison comparison = new CaptureComparison(captures, rules);
        List<CallReport> reports = new ArrayList<>();
        try (CallStream stream = Callcause.with(rules).stream(report -> reports.add(comparison.told(report)))) {
            captures.messages().forEach(stream::add);
            stream.advanceTo(CallScript.BEGIN.plusSeconds(200));
        }
        return reports;
    }

    static CallReport told(JoinedCaptures captures, String call) {
        return told(captures, call, RuleSet.discovered());
    }

    static CallReport told(JoinedCaptures captures, String call, RuleSet rules) {
        List<CallReport> found = reports(captures, rules).stream()
                .filter(report -> report.call().callIds().get(0).contains(call))
                .toList();
        assertThat(found).as("reports of the call " + call).hasSize(1);
        return found.get(0);
    }

    /** The phone's capture and the server's, which must be found to show the same calls. */
    static JoinedCaptures comparison(String script, Predicate<CapturedMessage> arrives, UnaryOperator<String> change) {
        List<JoinedCaptures> groups =
                joined(capture("phone", atThePhone(script)), capture("server", atTheServer(script, arrives, change)));
        assertThat(groups).hasSize(1);
        return groups.get(0);
    }

    static boolean isOf(CapturedMessage message, String call) {
        return message.message().callId().orElse("").contains(call);
    }

    /** The same with other addresses, as behind a NAT. */
    static List<CapturedMessage> translated(List<CapturedMessage> messages, Endpoint inside, Endpoint outside) {
        return messages.stream()
                .map(message -> message.seenAs(
                        message.nanos(),
                        message.from().equals(inside) ? outside : message.from(),
                        message.to().equals(inside) ? outside : message.to()))
                .toList();
    }
}

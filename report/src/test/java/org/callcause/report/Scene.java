package org.callcause.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure;
import org.callcause.incident.CircumstanceWatch;
import org.callcause.incident.EndedCall;
import org.callcause.incident.IncidentFindings;
import org.callcause.incident.IncidentKind;
import org.callcause.incident.IncidentRule;
import org.callcause.message.SipMessage;
import org.callcause.message.SipParser;
import org.callcause.rule.Rule;
import org.callcause.rule.RuleSet;

/** Messages written in a test, between a phone and a server, and the reports of them. */
final class Scene {

    static final Endpoint PHONE = new Endpoint("192.0.2.1", 5060);
    static final Endpoint SERVER = new Endpoint("192.0.2.2", 5060);

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final SipParser parser = new SipParser();
    private final List<CapturedMessage> messages = new ArrayList<>();
    private final Map<CapturedMessage, TransportFailure> failures = new HashMap<>();
    private final List<RtpStream> media = new ArrayList<>();
    private final RuleSet.Builder rules = RuleSet.builder();
    private String callId = "call-1";
    private boolean timed = true;
    private Instant start = START;
    private Endpoint phone = PHONE;
    private Endpoint server = SERVER;

    static Scene begin() {
        return new Scene();
    }

    Scene call(String id) {
        callId = id;
        return this;
    }

    Scene beginning(Instant time) {
        start = time;
        return this;
    }

    Scene withoutTimes() {
        timed = false;
        return this;
    }

    Scene withoutAddresses() {
        phone = Endpoint.UNKNOWN;
        server = Endpoint.UNKNOWN;
        return this;
    }

    Scene rule(Rule rule) {
        rules.add(rule);
        return this;
    }

    Scene suppress(String pattern, String reason) {
        rules.suppress(pattern, reason);
        return this;
    }

    /** The phone sends a request; further lines are headers, and after an empty one the body. */
    Scene request(double seconds, String method, String... lines) {
        return request(seconds, method, 1, lines);
    }

    Scene request(double seconds, String method, int sequence, String... lines) {
        boolean inDialog = method.equals("ACK") || method.equals("BYE");
        String text = method + " sip:2000@example.com SIP/2.0\r\n"
                + common(sequence, method.equals("ACK") ? "INVITE" : method, inDialog)
                + "CSeq: " + sequence + " " + method + "\r\n"
                + rest(lines);
        return add(seconds, phone, server, text);
    }

    /** The server answers the request of this method and number. */
    Scene response(double seconds, String status, String method, int sequence, String... lines) {
        String text = "SIP/2.0 " + status + "\r\n"
                + common(sequence, method, !status.startsWith("100"))
                + "CSeq: " + sequence + " " + method + "\r\n"
                + rest(lines);
        return add(seconds, server, phone, text);
    }

    Scene response(double seconds, String status, String... lines) {
        return response(seconds, status, "INVITE", 1, lines);
    }

    private String common(int sequence, String method, boolean toTag) {
        return "Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK" + callId + method + sequence + "\r\n"
                + "From: \"Alice\" <sip:1000@example.com>;tag=a1\r\n"
                + "To: <sip:2000@example.com>" + (toTag ? ";tag=b1" : "") + "\r\n"
                + "Call-ID: " + callId + "\r\n";
    }

    private static String rest(String... lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(line).append("\r\n");
        }
        return String.join("", lines).isEmpty() || !List.of(lines).contains("") ? text + "\r\n" : text.toString();
    }

    Scene add(double seconds, Endpoint from, Endpoint to, String text) {
        SipMessage message = parser.parse(text).orElseThrow().detach();
        long index = messages.size() + 1L;
        messages.add(
                timed
                        ? CapturedMessage.of(index, at(seconds), from, to, Transport.UDP, message)
                        : CapturedMessage.untimed(index, from, to, Transport.UDP, message));
        return this;
    }

    /** The transport says that the message before was not delivered. */
    Scene undelivered(TransportFailure.Kind kind, Optional<Endpoint> reporter, String words) {
        CapturedMessage last = messages.get(messages.size() - 1);
        failures.put(last, new TransportFailure(last.message(), kind, reporter, words));
        return this;
    }

    /** Media were seen. */
    Scene rtp(RtpStream seen) {
        media.add(seen);
        return this;
    }

    Instant at(double seconds) {
        return start.plusNanos(Math.round(seconds * 1e9));
    }

    /** What an incident rule knows of the moment of every call that was not answered. */
    Scene circumstance(String rule, String text) {
        rules.add(IncidentRule.named(rule, IncidentKind.SIGNATURE)
                .title("Something went on")
                .watch(() -> new Knowing(text)));
        return this;
    }

    private record Knowing(String text) implements CircumstanceWatch {

        @Override
        public Optional<String> circumstance(EndedCall call) {
            return Optional.of(text);
        }

        @Override
        public void ended(EndedCall call) {}

        @Override
        public void review(Instant now, IncidentFindings findings) {}
    }

    List<CallReport> reports() {
        Callcause callcause = Callcause.with(rules.build());
        List<CallReport> reports = new ArrayList<>();
        try (CallStream calls = callcause.stream(reports::add, callcause.incidents(incident -> {}))) {
            media.forEach(calls::rtp);
            for (CapturedMessage message : messages) {
                calls.add(message);
                Optional.ofNullable(failures.get(message)).ifPresent(calls::undelivered);
            }
        }
        return reports;
    }

    CallReport report() {
        return reports().get(0);
    }

    String text() {
        return written(output -> new TextReport(output, TextOptions.PLAIN));
    }

    String json() {
        return written(JsonReport::new);
    }

    String written(Function<ByteArrayOutputStream, ReportWriter> writers) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ReportWriter writer = writers.apply(output);
        reports().forEach(writer::add);
        try {
            writer.finish(new AnalysisSummary(List.of(), AnalysisLimits.NONE, List.of()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return output.toString(StandardCharsets.UTF_8);
    }
}

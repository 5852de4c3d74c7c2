package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callcause.capture.LogSamples.Ends;
import org.callcause.capture.SampleCall.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs that a container or a server of logs keeps entry by entry. */
class WrappedLogTests {

    private static final String NANOSECONDS = "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'";

    /** How a log keeps a call. */
    record Wrapping(String name, Ends ends, String text) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wrapping> wrappings() {
        return Stream.concat(linesApart(), messagesWhole());
    }

    private static Stream<Wrapping> linesApart() {
        return Stream.of(
                new Wrapping(
                        "docker, json-file",
                        Ends.FAR,
                        lines(step -> asterisk(step)
                                .lines()
                                .flatMap(line -> Stream.of(line + "\n,stdout", "another line\n,stderr"))
                                .map(line -> line.split(",(?=std)"))
                                .map(line -> "{\"log\":" + json(line[0]) + ",\"stream\":\"" + line[1] + "\",\"time\":\""
                                        + step.at(NANOSECONDS) + "\"}\n"))),
                new Wrapping(
                        "docker around a program that logs JSON",
                        Ends.FAR,
                        lines(step -> Stream.of("{\"log\":"
                                + json("{\"level\":20,\"time\":" + step.time().toEpochMilli() + ",\"msg\":"
                                        + json(asterisk(step)) + "}\n")
                                + ",\"stream\":\"stdout\",\"time\":\"" + step.at(NANOSECONDS) + "\"}\n"))),
                new Wrapping(
                        "containerd, long lines in parts",
                        Ends.FAR,
                        lines(step -> asterisk(step).lines().flatMap(line -> parts(step, line)))),
                new Wrapping(
                        "journalctl -o json, a line an entry",
                        Ends.FAR,
                        lines(step -> asterisk(step)
                                .lines()
                                .map(line -> "{\"_HOSTNAME\":\"pbx\",\"__REALTIME_TIMESTAMP\":\"" + micros(step)
                                        + "\",\"MESSAGE\":" + json(line) + "}\n"))),
                new Wrapping(
                        "logcli -o jsonl, newest first",
                        Ends.FAR,
                        newestFirst(SampleCall.CALL.stream()
                                .flatMap(step -> asterisk(step)
                                        .lines()
                                        .map(line -> "{\"labels\":{\"app\":\"pbx\"},\"line\":" + json(line)
                                                + ",\"timestamp\":\"" + step.at(NANOSECONDS) + "\"}\n"))
                                .toList())));
    }

    private static Stream<Wrapping> messagesWhole() {
        return Stream.of(
                new Wrapping(
                        "journalctl -o json, the bytes of a message",
                        Ends.FAR,
                        lines(step -> Stream.of("{\"__REALTIME_TIMESTAMP\":\"" + micros(step) + "\",\"MESSAGE\":"
                                + numbers(asterisk(step)) + ",\"PRIORITY\":\"6\"}\n"))),
                new Wrapping(
                        "aws logs get-log-events",
                        Ends.FAR,
                        "{\n    \"events\": [\n"
                                + joined(
                                        ",\n",
                                        step -> "        {\n            \"timestamp\": "
                                                + step.time().toEpochMilli() + ",\n            \"message\": "
                                                + json(asterisk(step))
                                                + ",\n            \"ingestionTime\": 1772442999999\n        }")
                                + "\n    ],\n    \"nextForwardToken\": \"f/1\"\n}\n"),
                new Wrapping(
                        "Loki query_range",
                        Ends.FAR,
                        "{\"status\":\"success\",\"data\":{\"resultType\":\"streams\",\"result\":[{\"stream\":{\"app\":\"pbx\"},"
                                + "\"values\":["
                                + joined(",", step -> "[\"" + micros(step) + "000\"," + json(asterisk(step)) + "]")
                                + "]}]}}"),
                new Wrapping(
                        "a Go program",
                        Ends.BOTH,
                        lines(step -> Stream.of("{\"time\":\"" + step.at("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
                                + "\",\"level\":\"DEBUG\",\"msg\":"
                                + json("UDP read " + step.from() + " -> " + step.to() + ":\n" + step.message())
                                + "}\n"))),
                new Wrapping(
                        "a program that logs the message beside its line",
                        Ends.BOTH,
                        lines(step -> Stream.of("{\"ts\":" + micros(step).replaceAll("(\\d{6})$", ".$1")
                                + ",\"msg\":\"SIP message\",\"path\":\"" + step.from() + " -> " + step.to()
                                + "\",\"sip\":" + json(step.message()) + "}\n"))),
                new Wrapping(
                        "Elasticsearch, the ends as objects",
                        Ends.BOTH,
                        lines(step -> Stream.of("{\"_source\":{\"@timestamp\":\"" + step.at(NANOSECONDS) + "\","
                                + object("source", step.from()) + object("destination", step.to()) + "\"message\":"
                                + json(step.message()) + "}}\n"))),
                new Wrapping(
                        "heplify-server, a line a message",
                        Ends.BOTH,
                        lines(step -> Stream.of("{\"ts\":\"" + step.at(NANOSECONDS) + "\",\"hep\":{\"SrcIP\":\""
                                + step.from().replace(":5060", "\",\"SrcPort\":5060,\"DstIP\":\"")
                                + step.to().replace(":5060", "\",\"DstPort\":5060") + "},\"payload\":"
                                + json(step.message()) + "}\n"))),
                new Wrapping(
                        "Kibana, CSV",
                        Ends.BOTH,
                        "\"@timestamp\",\"source.ip\",\"source.port\",\"destination.ip\",\"destination.port\",message\n"
                                + lines(step -> Stream.of("\"" + step.at("MMM d, yyyy '@' HH:mm:ss.SSS") + "\",\""
                                        + step.from().replace(":5060", "\",\"5,060") + "\",\""
                                        + step.to().replace(":5060", "\",\"5,060") + "\",\""
                                        + escaped(step.message()).replace("\"", "\"\"") + "\"\n"))),
                new Wrapping(
                        "CSV with semicolons, messages over several lines",
                        Ends.BOTH,
                        "Timestamp;Source;Destination;Message\r\n"
                                + lines(step -> Stream.of(step.at("dd.MM.yyyy HH:mm:ss,SSS") + ";" + step.from() + ";"
                                        + step.to() + ";\"" + step.message().replace("\"", "\"\"") + "\"\r\n"))),
                new Wrapping(
                        "tshark -T fields",
                        Ends.BOTH,
                        "frame.time_epoch\tip.src\tudp.srcport\tip.dst\tudp.dstport\tudp.payload\n"
                                + lines(step -> Stream.of(micros(step).replaceAll("(\\d{6})$", ".$1") + "000\t"
                                        + step.from().replace(':', '\t') + "\t"
                                        + step.to().replace(':', '\t') + "\t"
                                        + HexFormat.of().formatHex(Octets.text(step.message())) + "\n"))));
    }

    @ParameterizedTest
    @MethodSource("wrappings")
    void whatIsWrappedIsReadAsTheLogItWas(Wrapping wrapping) {
        Reading reading = Reading.of(wrapping.text());

        assertThat(reading.messages())
                .extracting(message -> message.message().startLine() + ", " + message.from() + " > " + message.to()
                        + ", " + message.time())
                .containsExactlyElementsOf(SampleCall.CALL.stream()
                        .map(step -> step.firstLine() + ", " + step.from() + " > " + step.to() + ", " + step.time())
                        .toList());
        assertThat(reading.messages())
                .allSatisfy(message -> assertThat(message.message().defects()).isEmpty())
                .allSatisfy(message -> assertThat(message.isFromInferred() && message.isToInferred())
                        .isFalse())
                .allMatch(message ->
                        wrapping.ends() == Ends.FAR || !(message.isFromInferred() || message.isToInferred()));
    }

    @Test
    void theTimeOfALineOfTheLogIsBetterThanThatOfItsEntry() {
        String log = lines(
                step -> ("[" + step.at("yyyy-MM-dd HH:mm:ss.SSS") + "] DEBUG[7] res_pjsip_logger.c: " + asterisk(step))
                        .lines()
                        .map(line -> "{\"log\":" + json(line + "\n") + ",\"time\":\"2026-03-02T11:00:00.5Z\"}\n"));

        assertThat(Reading.of(log).messages())
                .extracting(message -> message.time())
                .containsExactlyElementsOf(
                        SampleCall.CALL.stream().map(Step::time).toList());
    }

    @Test
    void anEntryThatIsBrokenCostsNoOther() {
        List<String> entries = SampleCall.CALL.stream()
                .map(step -> "{\"time\":\"" + step.at(NANOSECONDS) + "\",\"msg\":" + json(asterisk(step)) + "}\n")
                .collect(Collectors.toCollection(ArrayList::new));
        entries.set(1, entries.get(1).substring(0, 60) + "\n");

        assertThat(Reading.of(String.join("", entries)).messages())
                .extracting(message -> message.message().startLine())
                .containsExactly(
                        "INVITE sip:bob@192.0.2.1 SIP/2.0", "SIP/2.0 486 Busy Here", "ACK sip:bob@192.0.2.1 SIP/2.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"lat\":[1.5,2]",
                "\"lat\":[1e5,-1,300,999999999999999999999]",
                "\"time\":1E2147483647",
                "\"time\":1E-2147483647",
                "\"time\":0E2147483647",
                "\"time\":1e400",
                "\"time\":-1E2147483647",
                "\"time\":99999999999",
                "\"time\":9999999999999999999999",
            })
    void noNumberCostsAnEntry(String number) {
        String log = "{\"log\":\"hello\"," + number + "}\n"
                + Sip.invite("numbers")
                        .lines()
                        .map(line -> "{\"log\":" + json(line + "\n") + "," + number + "}\n")
                        .collect(Collectors.joining());

        assertThat(Reading.of(log).callIds()).containsExactly("numbers");
    }

    @Test
    void whatStandsBehindAnEntryDoesNotRepeatIt() {
        String entry = "{\"log\":" + json(Sip.invite("once")) + ",\"time\":\"2026-03-02T09:14:05.120Z\"}";
        String next = "{\"log\":" + json(Sip.invite("next")) + ",\"time\":\"2026-03-02T09:14:06.120Z\"}\n";

        assertThat(Reading.of(entry + "}\n" + next).callIds()).containsExactly("once", "next");
        assertThat(Reading.of(entry + " and more\n" + next).callIds()).containsExactly("once", "next");
        assertThat(Reading.of("[" + entry + "," + entry.replace("once", "twice") + "}\n" + next)
                        .callIds())
                .containsExactly("once", "twice", "next");
    }

    @Test
    void aBracketTooManyBreaksNoMessageThatStandsInSeveralEntries() {
        String log = Sip.invite("lines")
                .lines()
                .map(line -> "{\"log\":" + json(line + "\n") + ",\"time\":\"2026-03-02T09:14:05.120Z\"}}\n")
                .collect(Collectors.joining());

        assertThat(Reading.of(log).texts()).containsExactly(Sip.invite("lines"));
    }

    @Test
    void linesBetweenEntriesAreReadAsTheyAre() {
        Step invite = SampleCall.CALL.get(0);
        Step refusal = SampleCall.CALL.get(2);
        String log = "{\"time\":\"" + invite.at(NANOSECONDS) + "\",\"msg\":\"listening\"}\n"
                + invite.at("yyyy-MM-dd HH:mm:ss.SSS") + " 192.0.2.10:5060 -> 192.0.2.1:5060\n" + invite.message()
                + "{\"time\":\"" + refusal.at(NANOSECONDS) + "\",\"msg\":" + json(asterisk(refusal)) + "}\n";

        assertThat(Reading.of(log).messages())
                .extracting(message -> message.message().startLine() + ", " + message.time())
                .containsExactly(
                        invite.firstLine() + ", " + invite.time(), refusal.firstLine() + ", " + refusal.time());
    }

    @Test
    void aLineThatHasADateTellsNothingOfMessagesThatHaveNone() {
        String log = "{\"log\":\"[2026-03-02 09:14:05] NOTICE[1] loader.c: 300 modules will be loaded.\\n\","
                + "\"time\":\"2026-03-02T09:14:05Z\"}\n"
                + lines(step -> asterisk(step)
                        .lines()
                        .map(line ->
                                "{\"log\":" + json(line + "\n") + ",\"time\":\"" + step.at(NANOSECONDS) + "\"}\n"));

        assertThat(Reading.of(log).messages())
                .extracting(message -> message.time())
                .containsExactlyElementsOf(
                        SampleCall.CALL.stream().map(Step::time).toList());
    }

    @Test
    void aLineOfJsonBeforeALogChangesNothingOfIt() {
        String log = "{\"message\":\"started\"}\r\n\r\n"
                + SampleCall.CALL.stream()
                        .map(step -> step.at("yyyy/MM/dd HH:mm:ss.SSSSSS") + " " + step.from() + " -> " + step.to()
                                + "\r\n" + step.message())
                        .collect(Collectors.joining());

        assertThat(Reading.of(log).texts())
                .containsExactlyElementsOf(
                        SampleCall.CALL.stream().map(Step::message).toList());
    }

    @Test
    void aTableWithoutAColumnForMessagesIsReadAsText() {
        Step invite = SampleCall.CALL.get(0);
        String table = "name,number\nAlice,4711\n" + invite.message();

        assertThat(Reading.of(table).only().message().startLine()).isEqualTo(invite.firstLine());
    }

    @Test
    void aRowOfAnotherTableIsReadAsText() {
        Step invite = SampleCall.CALL.get(0);
        String table = "time,message\n" + invite.at(NANOSECONDS) + ",started\n" + invite.message();

        assertThat(Reading.of(table).only().message().text()).isEqualTo(invite.message());
    }

    @Test
    void entriesOfALongLogStayInTheirOrder() {
        List<String> log = IntStream.range(0, 3_000)
                .mapToObj(i -> "{\"time\":\"" + Instant.ofEpochSecond(1_772_442_845L + i) + "\",\"msg\":"
                        + json("Received from 192.0.2.10:5060:\n"
                                + SampleCall.CALL.get(0).message().replace("busy-1", "call-" + i))
                        + "}\n")
                .toList();
        List<String> calls = IntStream.range(0, 3_000)
                .mapToObj(i -> "call-" + i + "@192.0.2.10")
                .toList();

        assertThat(Reading.of(String.join("", log)).callIds()).isEqualTo(calls);
        assertThat(Reading.of(newestFirst(log)).callIds()).isEqualTo(calls);
    }

    private static String lines(Function<Step, Stream<String>> entries) {
        return SampleCall.CALL.stream().flatMap(entries).collect(Collectors.joining());
    }

    private static String joined(String separator, Function<Step, String> entry) {
        return SampleCall.CALL.stream().map(entry).collect(Collectors.joining(separator));
    }

    private static String newestFirst(List<String> entries) {
        List<String> turned = new ArrayList<>(entries);
        Collections.reverse(turned);
        return String.join("", turned);
    }

    private static String asterisk(Step step) {
        return step.way("<--- Received SIP message (", "<--- Transmitting SIP message (")
                + step.message().length() + " bytes) " + step.way("from", "to") + " UDP:" + SampleCall.PHONE
                + " --->\n" + step.lines() + "\n";
    }

    private static Stream<String> parts(Step step, String line) {
        String before = step.at(NANOSECONDS) + " stdout ";
        return line.length() < 50
                ? Stream.of(before + "F " + line + "\n")
                : Stream.of(
                        before + "P " + line.substring(0, 20) + "\n",
                        step.at(NANOSECONDS) + " stderr F another line\n",
                        before + "P " + line.substring(20, 40) + "\n",
                        before + "F " + line.substring(40) + "\n");
    }

    private static String micros(Step step) {
        return step.time().toEpochMilli() + "000";
    }

    private static String numbers(String text) {
        return text.chars().mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }

    private static String object(String name, String endpoint) {
        return "\"" + name + "\":{\"ip\":\"" + SampleCall.host(endpoint) + "\",\"port\":5060},";
    }

    private static String escaped(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }

    private static String json(String text) {
        return '"' + escaped(text.replace("\\", "\\\\").replace("\"", "\\\"")) + '"';
    }
}

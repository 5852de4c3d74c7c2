package org.callcause.rules.teams.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.callcause.rules.teams.records.StreamQuality.Classification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTests {

    private static final String EXPORT = """
        CorrelationId,UPN,Invite time,Start time,Failure time,End time,Duration (seconds),Success,Caller Number,\
        Callee Number,Call type,Final SIP code,Final Microsoft subcode,Final SIP Phrase,SBC FQDN,Media bypass
        11111111-2222-3333-4444-555555555555,ann@example.com,2026-03-02 09:14:05,,2026-03-02 09:14:47,,42,No,\
        +12025550***,+13125550199,dr_in,603,560603,Decline,sbc.example.com,Yes
        """;

    static TeamsRecords read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static TeamsRecords read(byte[] bytes) {
        try {
            return RecordReader.read("records", new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @Test
    void aRowOfTheDirectRoutingExportIsACall() {
        TeamsRecords records = read(EXPORT);

        assertThat(records.problems()).isEmpty();
        CallRecord call = records.calls().get(0);
        assertThat(call.kind()).isEqualTo(CallRecord.Kind.DIRECT_ROUTING);
        assertThat(call.correlationId()).contains("11111111-2222-3333-4444-555555555555");
        assertThat(call.times().invite()).contains(Instant.parse("2026-03-02T09:14:05Z"));
        assertThat(call.times().failure()).contains(Instant.parse("2026-03-02T09:14:47Z"));
        assertThat(call.times().duration()).contains(Duration.ofSeconds(42));
        assertThat(call.successful()).contains(false);
        assertThat(call.result()).isEqualTo("603/560603");
        assertThat(call.caller().isMasked()).isTrue();
        assertThat(call.mediaBypass()).contains(true);
        assertThat(call.place()).hasToString("records:2");
    }

    @Test
    void aTableWhoseFirstColumnIsNamedInAnotherScriptIsNoJson() {
        TeamsRecords records = read("""
            \u540D{1},Invite time,Success,Caller Number,Callee Number,Call type,Final SIP code,Correlation ID
            x,2026-03-02 09:14:05,No,+12025550123,+13125550199,dr_in,603,11111111-2222-3333-4444-555555555555
            """);

        assertThat(records.problems()).noneMatch(problem -> problem.what().contains("JSON"));
        assertThat(records.calls()).hasSize(1);
    }

    @Test
    void aTableThatIsLargerThanMayBeIsNamed() throws IOException {
        Collected collected = new Collected();
        byte[] export = EXPORT.getBytes(StandardCharsets.UTF_8);

        RecordReader.readEntry(
                "large", new RecordReader.Entry(new ByteArrayInputStream(export), export.length - 1), collected);

        assertThat(collected.records().problems())
                .extracting(RecordProblem::what)
                .contains("larger than " + (export.length - 1) + " bytes: the rest is left out");
    }

    @Test
    void aTableThatIsJustAsLargeAsMayBeIsWhole() throws IOException {
        Collected collected = new Collected();
        byte[] export = EXPORT.getBytes(StandardCharsets.UTF_8);

        RecordReader.readEntry(
                "whole", new RecordReader.Entry(new ByteArrayInputStream(export), export.length), collected);

        assertThat(collected.records().problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invite time,Success\n", "{}", "PK\u0003\u0004"})
    void theInputIsLeftOpen(String records) throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream input = new ByteArrayInputStream(records.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        RecordReader.read("records", input);

        assertThat(closed).isFalse();
    }

    @Test
    void columnsAreFoundByNameInAnyOrderBehindAByteOrderMarkAndSemicolons() {
        TeamsRecords records = read("""
            \uFEFFFinal SIP code;New column;Success;Callee Number;Invite time;Caller Number
            486;x;No;100;2026-03-02T09:14:05Z;200
            """);

        assertThat(records.problems()).isEmpty();
        assertThat(records.calls().get(0).finalCode()).hasValue(486);
        assertThat(records.calls().get(0).callee().text()).isEqualTo("100");
    }

    @Test
    void aWrongCellIsNamedWithItsLineAndTheRestIsRead() {
        TeamsRecords records = read(EXPORT.replace(",603,", ",six,").replace(",42,No", ",42,Perhaps"));

        assertThat(records.problems())
                .extracting(RecordProblem::toString)
                .containsExactlyInAnyOrder(
                        "records:2: Final SIP code is to be a whole number, and is \"six\"",
                        "records:2: Success is to be yes or no, and is \"Perhaps\"");
        assertThat(records.calls().get(0).subcode()).hasValue(560603);
    }

    @Test
    void aCutRowIsNamedAndTheOthersAreRead() {
        TeamsRecords records = read(EXPORT.strip().replace(",sbc.example.com,Yes", "") + "\n"
                + EXPORT.lines().skip(1).findFirst().orElseThrow());

        assertThat(records.calls()).hasSize(2);
        assertThat(records.problems())
                .extracting(RecordProblem::toString)
                .singleElement()
                .asString()
                .startsWith("records:2: the row has 14 of 16 columns");
    }

    @Test
    void theExportsOfAZipAreRead() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("parameters.json"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("DirectRouting.calls.2026-03-02.csv"));
            zip.write(EXPORT.getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("PSTN.calls.2026-03-02.csv"));
            zip.write("""
                UsageId,Call ID,UPN,Caller ID,Call Type,Destination Number,Start Time,End Time,Duration Seconds
                1,a@b,bo@example.com,+1,user_out,+2,2026-03-02 09:00:00,2026-03-02 09:01:00,60
                """.getBytes(StandardCharsets.UTF_8));
        }

        TeamsRecords records = read(bytes.toByteArray());

        assertThat(records.problems()).isEmpty();
        assertThat(records.calls())
                .extracting(CallRecord::kind)
                .containsExactly(CallRecord.Kind.DIRECT_ROUTING, CallRecord.Kind.CALLING_PLAN);
        assertThat(records.calls().get(1).place()).hasToString("records!PSTN.calls.2026-03-02.csv:2");
    }

    @Test
    void aZipWithoutATableIsAProblem() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("parameters.json"));
            zip.write("{}".getBytes(StandardCharsets.UTF_8));
        }

        TeamsRecords records = read(bytes.toByteArray());

        assertThat(records.isEmpty()).isTrue();
        assertThat(records.problems()).extracting(RecordProblem::what).containsExactly("the zip holds no csv file");
    }

    @Test
    void rowsOfGraphAreReadAndAnAbsentTimeIsAbsent() {
        TeamsRecords records = read("""
            {"value": [{"correlationId": "c", "inviteDateTime": "2026-03-02T09:14:05.949Z",
              "failureDateTime": "0001-01-01T00:00:00Z", "duration": 5, "callType": "ByotOut", "successfulCall": true,
              "callerNumber": "+1202555****", "calleeNumber": "+13125550199", "finalSipCode": 0,
              "callEndSubReason": 540000, "finalSipCodePhrase": "BYE", "trunkFullyQualifiedDomainName": "sbc.example.com",
              "mediaBypassEnabled": false, "administrativeUnitInfos": [{"id": "x"}]}]}
            """);

        assertThat(records.problems()).isEmpty();
        CallRecord call = records.calls().get(0);
        assertThat(call.times().failure()).isEmpty();
        assertThat(call.isOutgoing()).isTrue();
        assertThat(RecordReading.isHealthy(call)).isTrue();
    }

    @Test
    void streamsOfACallRecordAreClassedByTheDashboardsRules() {
        TeamsRecords records = read("""
            {"id": "r", "type": "peerToPeer", "organizer": {}, "participants": [], "startDateTime": "2026-03-02T09:14:05Z",
             "sessions": [{"segments": [{"media": [{"streams": [
               {"streamId": "1", "averageRoundTripTime": "PT0.5S", "averageJitter": "PT0.030S", "averagePacketLossRate": 0.1,
                "averageAudioDegradation": 1.0, "averageRatioOfConcealedSamples": 0.07, "averageAudioNetworkJitter": "PT0.266S"},
               {"streamId": "2", "averageRoundTripTime": "PT0.064S", "averageAudioDegradation": 1.16},
               {"streamId": "3", "averageRoundTripTime": "PT0.064S", "averageAudioDegradation": 1.16, "audioCodec": "satinFullband"},
               {"streamId": "4", "averageJitter": null}]}]}]}]}
            """);

        assertThat(records.streams())
                .extracting(StreamQuality::classification)
                .containsExactly(
                        Classification.GOOD, Classification.POOR, Classification.GOOD, Classification.UNCLASSIFIED);
        assertThat(records.streams().get(1).reasons()).containsExactly("audio degradation 1.16, more than 1.0");
    }

    @Test
    void rowsOfTheDashboardAreStreams() {
        TeamsRecords records = read("""
            Conference Id,Round Trip,Jitter,Packet Loss Rate,Audio Degradation Avg,First Connectivity Ice
            c,501,10,0.01,0.2,DIRECT
            d,100,10,0.01,0.2,FAILED
            """);

        assertThat(records.streams())
                .extracting(StreamQuality::classification)
                .containsExactly(Classification.POOR, Classification.UNCLASSIFIED);
    }

    private static final String ASSESSMENT =
            "Timestamp-UTC,LossRate-%,AverageLatency-Ms,AverageJitter-Ms,Protocol,LocalIP,RemoteIP,ProxyUsed,ReflexiveIP\n";

    @Test
    void numbersThatACommaCutsAreReadFromTheRightAndNamed() {
        TeamsRecords records = read(
                ASSESSMENT
                        + "2026-06-07-08:54:26,0,75,69,95,32,UDP,192.0.2.52:50013,192.0.2.159:3478,False,198.51.100.124:50013\n");

        NetworkMeasurement row = records.measurements().get(0);
        assertThat(row.lossPercent()).isZero();
        assertThat(row.latency()).isEqualTo(Duration.ofMillis(75).plusNanos(690_000));
        assertThat(row.jitter()).isEqualTo(Duration.ofMillis(95).plusNanos(320_000));
        assertThat(records.problems()).singleElement().asString().contains("with a comma and without quotes");
    }

    @Test
    void aMeasurementIsHeldAgainstThePlanningTargetsAndNotTheThresholdsOfAPoorCall() {
        TeamsRecords records = read(ASSESSMENT
                + "2026-06-08-08:14:13,0,66.93,12.16,UDP,192.0.2.52:50019,192.0.2.107:3478,False,198.51.100.1:50019\n");

        assertThat(records.problems()).isEmpty();
        assertThat(records.measurements().get(0).missedTargets())
                .containsExactly("latency 66 ms, planned for less than 50 ms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1, 2]", "a,b\n1,2\n", "PK\u0003\u0004broken", "\"", "{\"x\": 1}"})
    void whatIsNoRecordIsNamedAndNeverFatal(String text) {
        TeamsRecords records = read(text);

        assertThat(records.calls()).isEmpty();
        assertThat(records.streams()).isEmpty();
    }

    @Test
    void failedSessionsOfACallRecordAreToldWithTheirStage() {
        TeamsRecords records = read("""
            {"id": "call", "type": "peerToPeer", "participants": [], "sessions": [
              {"id": "one", "failureInfo": {"stage": "midcall", "reason": "the path was lost"}, "segments": [
                {"id": "part", "failureInfo": {"stage": "callSetup", "reason": ""}, "media": []}]},
              {"id": "two", "failureInfo": null}]}
            """);

        assertThat(records.problems()).isEmpty();
        assertThat(records.failures())
                .extracting(SessionFailure::call, SessionFailure::part, SessionFailure::stage, SessionFailure::reason)
                .containsExactly(
                        tuple("call", "session one", SessionFailure.Stage.MIDCALL, "the path was lost"),
                        tuple("call", "segment part of session one", SessionFailure.Stage.CALL_SETUP, ""));
    }

    @Test
    void recordsOfGraphAreNamedWithTheirLineAndThoseBeforeABreakAreKept() {
        TeamsRecords records = read("""
            {"value": [
              {"finalSipCode": 603, "callEndSubReason": "many"},
              {"finalSipCode": {"code": 1}},
              {"finalSipCode":
            """);

        assertThat(records.calls()).extracting(CallRecord::place).hasToString("[records:2, records:3]");
        assertThat(records.problems())
                .extracting(RecordProblem::toString)
                .satisfiesExactly(
                        first -> assertThat(first)
                                .isEqualTo(
                                        "records:2: Final Microsoft subcode is to be a whole number, and is \"many\""),
                        second -> assertThat(second)
                                .isEqualTo("records:3: finalSipCode is to be one value, and is an object"),
                        last -> assertThat(last).contains(": not JSON:"));
    }

    @Test
    void aRowOfTheDashboardSaysWhetherThePathCanExplainTheEnd() {
        TeamsRecords records = read("""
            Round Trip,Jitter,Packet Loss Rate,PSTN Call End Reason,PSTN Call End Sub Reason,Media Failure Type
            600,1,0,603,560603,NotMediaFailure
            600,1,0,410,531000,
            600,1,0,0,540000,
            """);

        assertThat(records.streams())
                .extracting(stream -> stream.besideOutcome().orElse(""))
                .satisfiesExactly(
                        refusal -> assertThat(refusal).contains("cannot explain 603/560603"),
                        media -> assertThat(media).contains("may explain"),
                        normal -> assertThat(normal).contains("ended normally"));
    }
}

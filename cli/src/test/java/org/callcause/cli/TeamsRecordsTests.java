package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callcause.contract.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class TeamsRecordsTests {

    private static final String HEADER = "CorrelationId,Invite time,Failure time,Success,Caller Number,Callee Number,"
            + "Call type,Final SIP code,Final Microsoft subcode,Final SIP Phrase,SBC FQDN\n";

    @TempDir
    private Path folder;

    private Path export(String row) throws IOException {
        return Files.writeString(folder.resolve("DirectRouting.calls.csv"), HEADER + row + "\n");
    }

    private Path trace() throws IOException {
        return Files.writeString(folder.resolve("trace.txt"), Traces.declined("one"));
    }

    @Test
    void aRecordThatContradictsTheTraceStandsBesideIt() throws IOException {
        Path export = export(
                "g,2026-11-21 10:00:01,2026-11-21 10:00:05,No,1000,2000,dr_out,486,560486,Busy here,sbc.example.com");

        Run run = Run.of("analyze", trace(), "--teams-records", export);

        assertThat(run.status()).isZero();
        assertThat(run.output())
                .contains("Microsoft's records")
                .contains("1 call record, 1 joined")
                .contains("THE WITNESSES CONTRADICT EACH OTHER")
                .contains("Microsoft recorded 486/560486 \"Busy here\"");
    }

    @Test
    void jsonHoldsTheRecordsWithinTheContract() throws IOException {
        Path export = export(
                "g,2026-11-21 10:00:00,2026-11-21 10:00:04,No,1000,2000,dr_out,603,560603,Decline,sbc.example.com");

        JsonNode document = Contract.validated(Run.of("analyze", "--format", "json", trace(), "--teams-records", export)
                .output());

        JsonNode entry = document.get("teamsRecords").get("entries").get(0);
        assertThat(entry.get("heading").asString()).isEqualTo("1000 to 2000, 603/560603: the witnesses agree");
        assertThat(entry.get("facts").get("SBC").asString()).isEqualTo("sbc.example.com");
    }

    @Test
    void recordsAloneAreExplained() throws IOException {
        Path export =
                export("g,2026-11-21 10:00:01,2026-11-21 10:00:05,No,1000,2000,dr_out,403,510532,,sbc.example.com");

        Run run = Run.of("analyze", "--teams-records", export);

        assertThat(run.status()).isZero();
        assertThat(run.output())
                .startsWith(export + ": Microsoft's records, 1 call record\n")
                .contains("1 call record, and no captured call to set beside them")
                .contains("1000 to 2000, 403/510532\n", "means that")
                .doesNotContain("No calls.");
        assertThat(Contract.validated(Run.of("analyze", "--format", "json", "--teams-records", export)
                                .output())
                        .get("sources")
                        .get(0)
                        .get("kind")
                        .asString())
                .isEqualTo("records");
    }

    @Test
    void aMissingFileIsOneClearLine() {
        Run run = Run.of("analyze", "--teams-records", folder.resolve("none.csv"));

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.error()).contains("none.csv: no such file").hasLineCount(1);
    }

    @Test
    void aFileThatHoldsNoRecordsCannotBeRead() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear all, the phones are down.\n");
        Path empty = Files.writeString(folder.resolve("empty.json"), "{}");

        Run alone = Run.of("analyze", "--teams-records", letter);
        Run beside = Run.of("analyze", trace(), "--teams-records", empty);

        assertThat(alone.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(alone.error())
                .contains("letter.txt: no records of Microsoft's")
                .hasLineCount(1);
        assertThat(alone.output()).isEmpty();
        assertThat(beside.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(beside.error()).contains("empty.json: no records of Microsoft's: an empty object");
        assertThat(beside.output()).contains("empty.json: could not be read", "DECLINED");
    }

    @Test
    void anExportOfADayWithoutCallsIsRead() throws IOException {
        Path export = Files.writeString(folder.resolve("DirectRouting.calls.csv"), HEADER);

        Run run = Run.of("analyze", "--teams-records", export);

        assertThat(run.status()).isZero();
        assertThat(run.output()).contains("0 call records").doesNotContain("\n\n\n");
    }

    @Test
    void recordsGivenAsACaptureAreToldToBeRecords() throws IOException {
        Path export =
                export("g,2026-11-21 10:00:01,2026-11-21 10:00:05,No,1000,2000,dr_out,403,510532,,sbc.example.com");
        Path graph = Files.writeString(folder.resolve("calls.json"), """
            {"value": [{"correlationId": "g", "inviteDateTime": "2026-11-21T10:00:01Z", "callType": "dr_out",
              "successfulCall": false, "finalSipCode": 403, "callEndSubReason": 510532}]}
            """);
        Path other =
                Files.writeString(folder.resolve("other.json"), "{\"value\": [{\"name\": \"nothing of a call\"}]}");

        assertThat(Run.of("analyze", export).error()).contains("Microsoft's records", "--teams-records");
        assertThat(Run.of("analyze", graph).error()).contains("Microsoft's records", "--teams-records");
        assertThat(Run.of("analyze", other).error())
                .contains("no SIP message found")
                .doesNotContain("--teams-records");
    }

    @Test
    void withoutAnyInputThereIsNothingToRead() {
        Run run = Run.of("analyze");

        assertThat(run.status()).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(run.error()).contains("nothing to read");
    }
}

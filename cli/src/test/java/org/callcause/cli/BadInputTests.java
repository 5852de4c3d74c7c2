package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Random;
import org.callcause.contract.Contract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTests {

    private static final String PCAP_HEADER = "d4c3b2a1020004000000000000000000ffff000001000000";

    @TempDir
    private Path folder;

    private static void isOneLine(Run run, String beginning) {
        isOneLine(run, ExitStatus.BAD_INPUT, beginning);
    }

    private static void isOneLine(Run run, int status, String beginning) {
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.output()).isEmpty();
        assertThat(run.error()).startsWith(beginning).endsWith("\n");
        assertThat(run.error().lines()).hasSize(1);
    }

    @Test
    void aMissingFile() {
        Path missing = folder.resolve("missing.pcap");

        isOneLine(Run.of("analyze", missing), "callcause: " + missing + ": no such file");
    }

    @Test
    void aFolder() {
        isOneLine(Run.of("analyze", folder), "callcause: " + folder + ": is a folder");
    }

    @Test
    void anEmptyFile() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pcap"));

        isOneLine(Run.of("analyze", empty), "callcause: " + empty + ": the input is empty");
        isOneLine(Run.of("analyze", "-"), "callcause: standard input: the input is empty");
    }

    @Test
    void binaryJunk() throws IOException {
        byte[] junk = new byte[10_000];
        new Random(1).nextBytes(junk);
        Path file = Files.write(folder.resolve("junk.bin"), junk);

        isOneLine(Run.of("analyze", file), "callcause: " + file + ": ");
    }

    @Test
    void textThatIsNotSip() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "Nothing to see here.\n".repeat(100));

        isOneLine(
                Run.of("analyze", file),
                ExitStatus.NOT_THERE,
                "callcause: " + file + ": no SIP message found, tried as ");
    }

    @Test
    void aLogOfEventsWithoutTheirMessages() throws IOException {
        Path file = Files.writeString(
                folder.resolve("full.log"),
                "[Mar  2 09:14:05] VERBOSE[412][C-0000001a] pbx.c: -- Executing [100@in:1] Dial\n");

        isOneLine(
                Run.of("analyze", file),
                ExitStatus.NOT_THERE,
                "callcause: " + file
                        + ": a log of Asterisk that holds events and no SIP messages; pjsip set logger on");
    }

    @Test
    void textWithoutSipAmongOthersIsComplainedOfAndNoFailure() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "Nothing to see here.\n");
        Path trace = Files.writeString(folder.resolve("trace.txt"), Traces.declined("one"));

        Run run = Run.of("analyze", notes, trace);

        assertThat(run.status()).isZero();
        assertThat(run.error())
                .startsWith("callcause: " + notes + ": no SIP message found")
                .hasLineCount(1);
        assertThat(run.output())
                .contains("notes.txt: text, 0 SIP messages", "no SIP message found", "1 call: 1 declined.")
                .doesNotContain("could not be read");
    }

    @Test
    void textWithoutSipIsASourceWithAHintInTheJson() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "Nothing to see here.\n");
        Path trace = Files.writeString(folder.resolve("trace.txt"), Traces.declined("one"));

        Run run = Run.of("analyze", "--format", "json", notes, trace);

        assertThat(Contract.validated(run.output())
                        .get("sources")
                        .get(0)
                        .get("hint")
                        .asString())
                .startsWith("no SIP message found");
    }

    @Test
    void whatCannotBeReadGoesBeforeWhatHoldsNoSip() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "Nothing to see here.\n");

        assertThat(Run.of("analyze", folder.resolve("missing.pcap"), notes).status())
                .isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(Run.of("analyze", notes, folder.resolve("missing.pcap")).status())
                .isEqualTo(ExitStatus.BAD_INPUT);
    }

    @Test
    void noneOfSeveralInputsHoldsSip() throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "Nothing to see here.\n");
        Path none = Files.write(folder.resolve("none.pcap"), HexFormat.of().parseHex(PCAP_HEADER));

        assertThat(Run.of("analyze", notes, none).status()).isEqualTo(ExitStatus.NOT_THERE);
    }

    @Test
    void aPcapHeaderThatIsCutOff() throws IOException {
        Path file = Files.write(folder.resolve("cut.pcap"), HexFormat.of().parseHex(PCAP_HEADER.substring(0, 20)));

        isOneLine(Run.of("analyze", file), "callcause: " + file + ": ends inside the header of the capture file");
    }

    @Test
    void aPcapWithoutPacketsSaysSo() throws IOException {
        Path file = Files.write(folder.resolve("none.pcap"), HexFormat.of().parseHex(PCAP_HEADER));

        Run run = Run.of("analyze", file);

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_THERE);
        assertThat(run.error())
                .isEqualTo("callcause: no SIP message in what was read; the report says what is there\n");
        assertThat(run.output())
                .contains("none.pcap: pcap, 0 SIP messages", "The file holds no packets. Capture while a call is made")
                .contains("No calls.");
    }

    @Test
    void encryptedTrafficIsNamed() throws IOException {
        byte[] record = HexFormat.of().parseHex("160303000501000001ff");
        ByteBuffer file = ByteBuffer.allocate(24 + 16 + 54 + record.length);
        file.put(HexFormat.of().parseHex(PCAP_HEADER)).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(1_700_000_000).putInt(0).putInt(54 + record.length).putInt(54 + record.length);
        file.order(ByteOrder.BIG_ENDIAN).put(new byte[12]).putShort((short) 0x0800);
        file.put(HexFormat.of().parseHex("4500")).putShort((short) (40 + record.length));
        file.put(HexFormat.of().parseHex("000000004006" + "0000" + "c0000201" + "c0000202"));
        file.putShort((short) 40_000).putShort((short) 5061).putInt(1).putInt(1);
        file.put(HexFormat.of().parseHex("5018ffff00000000")).put(record);
        Path capture = Files.write(folder.resolve("tls.pcap"), file.array());

        Run run = Run.of("analyze", capture);

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_THERE);
        assertThat(run.output())
                .contains("Its one packet holds no SIP: 1 TCP (port 5061).")
                .contains("encrypted SIP on port 5061, 1 record: get it")
                .contains("No calls.");
    }

    private static String segment(String from, String to, String ports, String flags) {
        return "0000000000000000" + "28000000" + "28000000" + "4500002800000000" + "40060000" + from + to + ports
                + "0000000100000002" + "50" + flags + "ffff00000000";
    }

    @Test
    void connectionsThatFailedAreTheAnswerOfACaptureWithoutSip() throws IOException {
        String refused = PCAP_HEADER.substring(0, 40) + "65000000"
                + segment("c000020a", "c6336404", "9c4013c5", "02")
                + segment("c6336404", "c000020a", "13c59c40", "14");
        Path capture =
                Files.write(folder.resolve("refused.pcap"), HexFormat.of().parseHex(refused));

        Run run = Run.of("analyze", capture);

        assertThat(run.status()).isEqualTo(ExitStatus.NOT_THERE);
        assertThat(run.output())
                .contains("Failed connection: 192.0.2.10 could not open a TCP connection to 198.51.100.4:5061")
                .contains("What to do: Nothing listens at 198.51.100.4:5061");
        assertThat(run.error()).contains("no SIP message in what was read, but connections that failed");
    }

    @Test
    void aCaptureWithoutSipAmongOthersIsHintedAtAndNoFailure() throws IOException {
        Path none = Files.write(folder.resolve("none.pcap"), HexFormat.of().parseHex(PCAP_HEADER));
        Path trace = Files.writeString(folder.resolve("trace.txt"), Traces.declined("one"));

        Run run = Run.of("analyze", none, trace);

        assertThat(run.status()).isZero();
        assertThat(run.error()).isEmpty();
        assertThat(run.output()).contains("The file holds no packets.", "1 call: 1 declined.");
    }

    @Test
    void theHintIsInTheJsonToo() throws IOException {
        Path none = Files.write(folder.resolve("none.pcap"), HexFormat.of().parseHex(PCAP_HEADER));

        Run run = Run.of("analyze", "--format", "json", none);

        assertThat(Contract.validated(run.output())
                        .get("sources")
                        .get(0)
                        .get("hint")
                        .asString())
                .startsWith("The file holds no packets.");
        assertThat(run.status()).isEqualTo(ExitStatus.NOT_THERE);
    }

    @Test
    void theOtherFilesAreReported() throws IOException {
        Path missing = folder.resolve("missing.pcap");
        Path trace = Files.writeString(folder.resolve("trace.txt"), Traces.declined("one"));

        Run run = Run.of("analyze", missing, trace);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).isEqualTo("callcause: " + missing + ": no such file\n");
        assertThat(run.output())
                .contains("missing.pcap: could not be read: no such file")
                .contains("1 call: 1 declined.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "analyze",
                "analyse x",
                "analyze --format xml x",
                "analyze --only healthy x",
                "analyze --fail-on anything x",
                "analyze --unknown x",
                "analyze --suppress acme/* x",
                "analyze --rules /no/such/place x",
                "rules --format yaml",
                "rules surplus"
            })
    void badUsageIsOneLine(String arguments) {
        Run run = Run.of((Object[]) (arguments.isEmpty() ? new String[0] : arguments.split(" ")));

        isOneLine(run, "callcause: ");
    }

    @Test
    void helpAndVersionAreNoFailures() {
        assertThat(Run.of("--help").status()).isZero();
        assertThat(Run.of("--help").output()).contains("analyze").contains("rules");
        assertThat(Run.of("analyze", "--help").output()).contains("--only").contains("Exit status:");
        assertThat(Run.of("--version").output()).startsWith("callcause ");
    }
}

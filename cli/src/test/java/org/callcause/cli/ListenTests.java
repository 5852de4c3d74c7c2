package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.callcause.Callcause;
import org.callcause.contract.Contract;
import org.callcause.live.LiveCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ListenTests {

    private static final List<String> REFUSED = List.of(
            message("INVITE sip:bob@example.com SIP/2.0", "INVITE"),
            message("SIP/2.0 486 Busy Here", "INVITE"),
            message("ACK sip:bob@example.com SIP/2.0", "ACK"));

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private static String message(String startLine, String method) {
        return startLine + "\r\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK-1\r\nFrom: <sip:alice@example.com>;tag=a\r\n"
                + "To: <sip:bob@example.com>" + (startLine.startsWith("INVITE") ? "" : ";tag=b")
                + "\r\nCall-ID: CALL\r\nCSeq: 1 " + method
                + "\r\nContent-Length: 0\r\n\r\n";
    }

    private Console console(OutputStream output) {
        return new Console(
                new ByteArrayInputStream(new byte[0]),
                output,
                new PrintStream(said, true, StandardCharsets.UTF_8),
                false,
                false,
                Locale.ENGLISH);
    }

    private Path file() {
        return folder.resolve("calls.ndjson");
    }

    private Listening listening() throws IOException {
        Console console = console(OutputStream.nullOutputStream());
        return listening(
                console, ReportFile.open(file(), console), Optional.of(RunRecord.beside(file())), Optional.empty());
    }

    private static Listening listening(
            Console console, ReportOutput output, Optional<Path> record, Optional<String> key) throws IOException {
        FeedAddress feed = FeedAddress.of("--hep", "0", "udp", "127.0.0.1");
        return Listening.begin(
                LiveCalls.with(Callcause.create()),
                new Listening.Feeds(List.of(feed), key, Optional.empty()),
                output,
                record,
                false,
                Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)),
                console);
    }

    private static void send(Listening listening, List<String> messages, String callId) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            for (String message : messages) {
                byte[] sip = message.replace("CALL", callId).getBytes(StandardCharsets.ISO_8859_1);
                byte[] packet = new byte[12 + sip.length];
                System.arraycopy("HEP3".getBytes(StandardCharsets.ISO_8859_1), 0, packet, 0, 4);
                number(packet, 4, packet.length);
                number(packet, 8, 15);
                number(packet, 10, 6 + sip.length);
                System.arraycopy(sip, 0, packet, 12, sip.length);
                socket.send(new DatagramPacket(
                        packet, packet.length, listening.addresses().get(0)));
            }
        }
    }

    private static void number(byte[] packet, int at, int value) {
        packet[at] = (byte) (value >> 8);
        packet[at + 1] = (byte) value;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 1_000 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aCallThatEndsIsALineInTheShapeOfTheContract() throws IOException {
        try (Listening listening = listening()) {
            send(listening, REFUSED, "one");
        }

        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(1);
        JsonNode call = new ObjectMapper().readTree(lines.get(0));
        assertThat(call.get("callIds").get(0).asString()).isEqualTo("one");
        assertThat(call.get("disposition").asString()).isEqualTo("BUSY");
        assertThat(call.get("closedBecause").asString()).isEqualTo("END_OF_INPUT");
        Contract.validated(document(lines.get(0)));
        assertThat(said()).contains("ended: 3 messages, 1 calls and exchanges, 1 of them still open");
    }

    /** The line where the document of the contract has its calls. */
    private static String document(String call) {
        return "{\"schema\":\"callcause/1\",\"sources\":[],\"calls\":[" + call
                + "],\"registrations\":[],\"exchanges\":[],\"incidents\":[],\"limits\":{\"evictedCalls\":0,"
                + "\"droppedMessages\":0,\"undecodedFrames\":0},\"loadProblems\":[]}";
    }

    @Test
    void theFiguresAreThereForPrometheus() throws Exception {
        Listening listening = listening();
        try {
            send(listening, REFUSED, "one");
            await(() -> listening.prometheus().contains("callcause_processing_seconds_count 3\n"));

            assertThat(listening.prometheus())
                    .contains("# TYPE callcause_calls_open gauge\ncallcause_calls_open 1\n")
                    .contains("callcause_hep_packets_total{outcome=\"message\"} 3\n")
                    .contains("callcause_messages_dropped_total{reason=\"queue-full\"} 0\n")
                    .contains("callcause_messages_total 3\n");
        } finally {
            listening.close();
        }
        assertThat(listening.prometheus())
                .contains("# TYPE callcause_calls_total counter\ncallcause_calls_total{disposition=\"busy\"} 1\n")
                .contains("callcause_diagnoses_total{rule=\"rfc3261/");
    }

    @Test
    void aCallOfTwoLegsIsOneCallInTheFigures() throws Exception {
        String session = "Call-ID: CALL\r\nSession-ID: ab30317f1a784dc48ff824d0d3715d86";
        Listening listening = listening();
        try {
            send(listening, List.of(REFUSED.get(0).replace("Call-ID: CALL", session)), "in");
            for (String message : REFUSED) {
                send(listening, List.of(message.replace("Call-ID: CALL", session)), "out");
            }
            send(listening, REFUSED.subList(1, 3), "in");
            await(() -> listening.prometheus().contains("callcause_processing_seconds_count 6\n"));
        } finally {
            listening.close();
        }

        assertThat(listening.prometheus())
                .contains("callcause_calls_total{disposition=\"busy\"} 1\n")
                .contains("callcause_further_legs_total{disposition=\"busy\"} 1\n")
                .contains("callcause_diagnoses_total{rule=\"rfc3261/busy\",cause=\"busy\"} 1\n");
    }

    @Test
    void aRunThatWasKilledIsToldByTheNext() throws Exception {
        Files.writeString(file(), "{\"id\":\"whole\"}\n{\"id\":\"torn");
        Path record = RunRecord.beside(file());
        new RunRecord(record, Instant.EPOCH).alive(Instant.EPOCH.plusSeconds(60), 17, 4);

        try (Listening listening = listening()) {
            send(listening, REFUSED, "one");
        }

        assertThat(said())
                .contains("the last line had no end; its 11 bytes were removed")
                .contains("the run that began 1970-01-01T00:00:00Z did not end in order")
                .contains("last alive 1970-01-01T00:01:00Z, 4 calls were reported by then, and the 17 that were open");
        assertThat(Files.readAllLines(file())).hasSize(2).first().isEqualTo("{\"id\":\"whole\"}");

        said.reset();
        listening().close();
        assertThat(said()).doesNotContain("did not end in order");
    }

    @Test
    void aRotatedFileIsFollowed() throws Exception {
        Console console = console(OutputStream.nullOutputStream());
        try (ReportFile output = ReportFile.open(file(), console)) {
            output.write("1\n".getBytes(StandardCharsets.UTF_8));
            Files.move(file(), folder.resolve("calls.ndjson.1"));
            Thread.sleep(1_100);
            output.write("2\n".getBytes(StandardCharsets.UTF_8));

            assertThat(folder.resolve("calls.ndjson.1")).hasContent("1\n");
            assertThat(file()).hasContent("2\n");
            assertThat(output.unwritten()).isZero();
        }
    }

    @Test
    void whenNobodyReadsStandardOutputTheReportsCount() throws IOException {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        boolean[] gone = new boolean[1];
        ReportPipe pipe = new ReportPipe(closed, () -> gone[0] = true);
        try (Listening listening = listening(console(closed), pipe, Optional.empty(), Optional.empty())) {
            send(listening, REFUSED, "one");
        }

        assertThat(gone[0]).isTrue();
        assertThat(said()).contains("1 reports");
    }

    @Test
    void whatCannotBeListenedToIsOneLine() {
        assertThat(Run.of("listen"))
                .isEqualTo(complaint("say where to listen: --hep udp:9060" + " (see 'callcause listen --help')"));
        assertThat(Run.of("listen", "--hep", "udp:99999", "--metrics", "off"))
                .isEqualTo(complaint("--hep udp:99999: not of the form [HOST:]PORT with a port up to 65535"));
        assertThat(Run.of("listen", "--hep-tls", "127.0.0.1:0", "--metrics", "off"))
                .isEqualTo(complaint("TLS needs a key: --tls-keystore"));
        assertThat(Run.of("listen", "--hep", "0", "--hep-key-file", folder.resolve("none")))
                .isEqualTo(complaint("--hep-key-file " + folder.resolve("none") + ": cannot be read"));
        assertThat(Run.of("listen", "--hep", "0", "--tls-keystore", folder.resolve("none"))
                        .status())
                .isEqualTo(ExitStatus.BAD_INPUT);
    }

    private static Run complaint(String line) {
        return new Run(ExitStatus.BAD_INPUT, "", "callcause: " + line + "\n");
    }

    @Test
    void addressesAreReadInAllTheirForms() {
        assertThat(FeedAddress.of("--hep", "udp:9060", "udp", "0.0.0.0").address())
                .isEqualTo(new InetSocketAddress("0.0.0.0", 9060));
        assertThat(FeedAddress.of("--hep", "tcp:192.0.2.1:9060", "udp", "0.0.0.0"))
                .isEqualTo(new FeedAddress("tcp", new InetSocketAddress("192.0.2.1", 9060)));
        assertThat(FeedAddress.of("--hep", "[::1]:9060", "udp", "0.0.0.0").address())
                .hasToString("/[0:0:0:0:0:0:0:1]:9060");
        assertThat(FeedAddress.of("--hep", "*:9060", "udp", "0.0.0.0").address())
                .isEqualTo(new InetSocketAddress("0.0.0.0", 9060));
    }

    @Test
    void aWrongKeyIsSaidOnceWhilePacketsComeInAndCountedAtTheEnd() throws IOException, InterruptedException {
        Console console = console(OutputStream.nullOutputStream());
        try (Listening listening =
                listening(console, ReportFile.open(file(), console), Optional.empty(), Optional.of("the right one"))) {
            send(listening, REFUSED, "one");
            await(() -> said().contains("without the right authentication key are coming in"));
            send(listening, REFUSED, "two");
            await(() -> listening.prometheus().contains("{outcome=\"wrong-key\"} 6"));
        }

        assertThat(said())
                .containsOnlyOnce("without the right authentication key")
                .contains("6 packets had not the right key");
        assertThat(Files.readString(file())).isEmpty();
    }
}

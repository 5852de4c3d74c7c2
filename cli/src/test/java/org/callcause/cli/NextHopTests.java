package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A capture at a server that could not connect to where it would have sent a call on. */
class NextHopTests {

    private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");
    private static final String CALLER = "192.0.2.10:5060";
    private static final String SERVER = "198.51.100.4:5060";

    @TempDir
    private Path folder;

    private static String message(String start) {
        return start + """

                Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1
                Max-Forwards: 70
                From: <sip:alice@example.com>;tag=a
                To: <sip:bob@example.com>%s
                Call-ID: next-hop
                CSeq: 1 INVITE
                Contact: <sip:alice@192.0.2.10>
                Content-Length: 0

                """.formatted(start.startsWith("SIP") ? ";tag=b" : "");
    }

    @Test
    void theReportSaysOfTheCallWhichConnectionFailedForIt() throws IOException {
        Path capture = Files.write(
                folder.resolve("server.pcap"),
                new CaptureFile()
                        .add(BEGIN, CALLER, SERVER, message("INVITE sip:bob@example.com SIP/2.0"))
                        .refused(BEGIN.plusMillis(5), "198.51.100.4:40000", "203.0.113.9:5061")
                        .add(BEGIN.plusMillis(10), SERVER, CALLER, message("SIP/2.0 503 Service Unavailable"))
                        .bytes());

        assertThat(Run.of("analyze", capture.toString()).output())
                .contains("The server could not connect to the next hop (likely)")
                .contains("TCP 198.51.100.4 -> 203.0.113.9:5061, refused by 203.0.113.9 from 10:00:00.005");
    }

    @Test
    void soDoesTheLogOfTheServer() throws IOException {
        Path log = Files.writeString(
                folder.resolve("server.log"),
                "[2026-11-21 10:00:00.000] <--- Received SIP request (400 bytes) from UDP:192.0.2.10:5060 --->\n"
                        + message("INVITE sip:bob@198.51.100.4:5060 SIP/2.0")
                        + "[2026-11-21 10:00:00.005] ERROR[2211]: tcptls.c: Unable to connect SIP socket to"
                        + " 203.0.113.9:5061: Connection refused\n"
                        + "[2026-11-21 10:00:00.010] <--- Transmitting SIP response (300 bytes) to UDP:192.0.2.10:5060 --->\n"
                        + message("SIP/2.0 503 Service Unavailable"));

        assertThat(Run.of("analyze", log.toString()).output())
                .contains("Failed connection: 198.51.100.4 could not open a TCP connection to 203.0.113.9:5061")
                .contains("The server could not connect to the next hop (likely)");
    }
}

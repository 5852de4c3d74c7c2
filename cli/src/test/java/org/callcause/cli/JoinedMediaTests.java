package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two captures of one call with its media, given to the command together. */
class JoinedMediaTests {

    private static final Instant BEGIN = Instant.parse("2026-11-21T10:00:00Z");
    private static final String CALLER = "192.0.2.1";
    private static final String CALLEE = "198.51.100.2";

    @TempDir
    private Path folder;

    /** A call whose media are seen from one second of it to another, by a clock that is ahead. */
    private Path capture(String name, Duration ahead, int firstSecond, int lastSecond) throws IOException {
        Instant begin = BEGIN.plus(ahead);
        CaptureFile file = new CaptureFile()
                .add(
                        begin,
                        CALLER + ":5060",
                        CALLEE + ":5060",
                        message("INVITE sip:2000@example.com SIP/2.0", 1, CALLER))
                .add(begin.plusSeconds(1), CALLEE + ":5060", CALLER + ":5060", message("SIP/2.0 200 OK", 1, CALLEE))
                .add(
                        begin.plusMillis(1_010),
                        CALLER + ":5060",
                        CALLEE + ":5060",
                        message("ACK sip:b@198.51.100.2 SIP/2.0", 1, ""));
        for (int tenths = 10 * firstSecond; tenths < 10 * lastSecond; tenths++) {
            Instant time = begin.plusMillis(100L * tenths);
            file.add(time, CALLER + ":4000", CALLEE + ":4000", rtp());
            file.add(time.plusMillis(7), CALLEE + ":4000", CALLER + ":4000", rtp());
        }
        file.add(
                begin.plusSeconds(30),
                CALLER + ":5060",
                CALLEE + ":5060",
                message("BYE sip:b@198.51.100.2 SIP/2.0", 2, ""));
        return Files.write(folder.resolve(name), file.bytes());
    }

    private static byte[] rtp() {
        byte[] packet = new byte[172];
        packet[0] = (byte) 0x80;
        return packet;
    }

    private static String message(String start, int number, String mediaHost) {
        String method = start.startsWith("SIP") ? "INVITE" : start.substring(0, start.indexOf(' '));
        String body = mediaHost.isEmpty() ? "" : """
                v=0
                o=- 1 1 IN IP4 %1$s
                s=-
                c=IN IP4 %1$s
                t=0 0
                m=audio 4000 RTP/AVP 0
                """.formatted(mediaHost);
        return start + "\nVia: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK" + number + method
                + "\nFrom: <sip:a@example.com>;tag=a"
                + "\nTo: <sip:b@example.com>" + (method.equals("INVITE") && start.startsWith("INVITE") ? "" : ";tag=b")
                + "\nCall-ID: one\nContact: <sip:x@192.0.2.9>\nCSeq: " + number + " " + method
                + (body.isEmpty() ? "" : "\nContent-Type: application/sdp")
                + "\nContent-Length: " + body.replace("\n", "\r\n").length() + "\n\n" + body;
    }

    @Test
    void mediaThatBothShowCountOnce() throws IOException {
        Run run = Run.of(
                "analyze",
                "--full",
                capture("one.pcap", Duration.ZERO, 1, 29),
                capture("two.pcap", Duration.ofSeconds(3), 1, 29));

        assertThat(run.output())
                .contains("192.0.2.1:4000 -> 198.51.100.2:4000, PCMU, 280 packets, 1.000 to 28.900")
                .contains("198.51.100.2:4000 -> 192.0.2.1:4000, PCMU, 280 packets, 1.007 to 28.907");
    }

    @Test
    void theOneThatSawMoreTellsHowMuchThereWas() throws IOException {
        Run run = Run.of(
                "analyze",
                "--full",
                capture("one.pcap", Duration.ZERO, 11, 21),
                capture("two.pcap", Duration.ofSeconds(3), 1, 29));

        assertThat(run.output()).contains("192.0.2.1:4000 -> 198.51.100.2:4000, PCMU, 280 packets, 1.000 to 28.900");
    }
}

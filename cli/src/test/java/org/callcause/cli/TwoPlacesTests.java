package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two captures of the same calls given to the command together. */
class TwoPlacesTests {

    @TempDir
    private Path folder;

    private Path phone;
    private Path server;

    @BeforeEach
    void writeTraces() throws IOException {
        phone = Files.writeString(
                folder.resolve("phone.txt"),
                invite("00.000", "seen")
                        + busy("00.060", "seen")
                        + invite("05.000", "lost")
                        + invite("05.500", "lost")
                        + invite("20.000", "last")
                        + busy("20.060", "last"));
        server = Files.writeString(
                folder.resolve("server.txt"),
                invite("02.020", "seen") + busy("02.040", "seen") + invite("22.020", "last") + busy("22.040", "last"));
    }

    private static String invite(String time, String callId) {
        return message(time, "192.0.2.1:5060 -> 192.0.2.2:5060", "INVITE sip:2000@example.com SIP/2.0", "", callId);
    }

    private static String busy(String time, String callId) {
        return message(time, "192.0.2.2:5060 -> 192.0.2.1:5060", "SIP/2.0 486 Busy Here", ";tag=b", callId);
    }

    private static String message(String time, String path, String start, String toTag, String callId) {
        return "U 2026/11/21 10:00:" + time + "000 " + path + "\n" + start
                + "\nVia: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK"
                + callId + "\nFrom: <sip:1000@example.com>;tag=a\nTo: <sip:2000@example.com>" + toTag + "\nCall-ID: "
                + callId
                + "\nCSeq: 1 INVITE\nContent-Length: 0\n\n\n";
    }

    @Test
    void whatLeftThePhoneAndNeverReachedTheServerIsTold() {
        Run run = Run.of("analyze", "--call-id", "lost", phone, server);

        assertThat(run.output()).contains("The INVITE was lost on the way (certain)");
        assertThat(run.error()).contains("20.00 ms apart").contains("2.000 s ahead");
    }

    @Test
    void aCopyOfACaptureIsNoSecondPlace() throws IOException {
        Path copy = Files.copy(phone, folder.resolve("copy.txt"));
        Run run = Run.of("analyze", phone, copy);

        assertThat(run.error())
                .contains("hold the same messages at the same times")
                .doesNotContain("ahead");
        assertThat(run.output()).doesNotContain("captures/");
    }
}

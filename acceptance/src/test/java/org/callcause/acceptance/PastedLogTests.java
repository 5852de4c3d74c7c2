package org.callcause.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.callcause.CallReport;
import org.callcause.CallStream;
import org.callcause.Callcause;
import org.callcause.capture.CaptureReader;
import org.callcause.diagnosis.Diagnosis;
import org.callcause.diagnosis.Likelihood;
import org.callcause.diagnosis.NotChecked;
import org.junit.jupiter.api.Test;

/** What a report says of a call of which the log does not tell the ends or the times. */
class PastedLogTests {

    private static final String HEADERS = """
        Via: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK-a
        From: <sip:alice@example.com>;tag=a1
        To: <sip:bob@example.com>;tag=b1
        Call-ID: pasted
        CSeq: 1 INVITE
        Content-Length: 0

        """;
    private static final String INVITE = "INVITE sip:bob@192.0.2.1 SIP/2.0\n" + HEADERS.replace(";tag=b1", "");
    private static final String RINGING = "SIP/2.0 180 Ringing\n" + HEADERS;

    private static CallReport read(String text) throws IOException {
        List<CallReport> reports = new ArrayList<>();
        try (CallStream calls = Callcause.create().stream(reports::add)) {
            CaptureReader.create()
                    .read("log", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), calls::add);
        }
        assertThat(reports).hasSize(1);
        return reports.get(0);
    }

    private static Diagnosis first(CallReport report) {
        return report.diagnosis().orElseThrow();
    }

    @Test
    void aDiagnosisThatRestsOnInferredEndsIsAStepLessLikely() throws IOException {
        String there = "09:14:05.100 192.0.2.10:5060 -> 192.0.2.1:5060\n";
        String back = "09:14:05.900 192.0.2.1:5060 -> 192.0.2.10:5060\n";
        String busy = "SIP/2.0 486 Busy Here\nReason: Q.850;cause=17\n" + HEADERS;

        CallReport seen = read(there + INVITE + back + busy);
        CallReport inferred = read("09:14:05.100 received:\n" + INVITE + "09:14:05.900 sent:\n" + busy);

        assertThat(first(seen).likelihood()).isEqualTo(Likelihood.CERTAIN);
        assertThat(first(inferred).rule()).isEqualTo(first(seen).rule());
        assertThat(first(inferred).likelihood()).isEqualTo(Likelihood.LIKELY);
        assertThat(first(inferred).origin().address())
                .isEqualTo(first(seen).origin().address());
    }

    @Test
    void withoutTimesTheRulesThatNeedThemAreNotChecked() throws IOException {
        CallReport untimed = read(INVITE + RINGING + "SIP/2.0 603 Decline\n" + HEADERS);

        assertThat(untimed.verdict().notChecked())
                .extracting(NotChecked::rule)
                .contains("rfc3261/603-rang-out", "rfc3261/603-without-ringing");
        assertThat(untimed.verdict().notChecked()).extracting(NotChecked::why).contains("the source gives no times");
    }

    @Test
    void anOwnEndThatComesFromThePrivateContactDoesNotExcuseIt() throws IOException {
        String answer =
                "SIP/2.0 200 OK\n" + HEADERS.replace("Content-Length", "Contact: <sip:bob@10.0.0.5>\nContent-Length");
        StringBuilder log = new StringBuilder(
                "09:14:05.100 <--- Received SIP request (400 bytes) from UDP:FAR:5060 --->\n" + INVITE);
        for (String time : List.of("07.000", "07.500", "08.500", "10.500")) {
            log.append("09:14:" + time + " <--- Transmitting SIP response (400 bytes) to UDP:FAR:5060 --->\n" + answer);
        }

        CallReport toOutside = read(log.toString().replace("FAR", "203.0.113.50"));
        CallReport toInside = read(log.toString().replace("FAR", "10.0.0.9"));

        assertThat(toOutside.verdict().diagnoses()).extracting(Diagnosis::rule).contains("rfc3261/contact-unreachable");
        assertThat(toInside.verdict().diagnoses())
                .extracting(Diagnosis::rule)
                .doesNotContain("rfc3261/contact-unreachable");
    }
}

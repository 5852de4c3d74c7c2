package org.callcause.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.callcause.contract.Contract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the command shows of a call whose border element makes new Call-IDs. */
class JoinedLegsTests {

    @TempDir
    private Path folder;

    private Path trace;

    @BeforeEach
    void writeTrace() throws IOException {
        trace = Files.writeString(
                folder.resolve("trace.txt"),
                message("00.000", "192.0.2.9", "192.0.2.1", "INVITE sip:2000@example.com SIP/2.0", "in", "X-Acme: 4711")
                        + message(
                                "00.010",
                                "192.0.2.1",
                                "192.0.2.7",
                                "INVITE sip:2000@example.com SIP/2.0",
                                "out",
                                "X-Acme: 4711")
                        + message(
                                "00.300",
                                "192.0.2.7",
                                "192.0.2.1",
                                "SIP/2.0 404 Not Found",
                                "out",
                                "Reason: Q.850;cause=1")
                        + message("00.310", "192.0.2.1", "192.0.2.9", "SIP/2.0 500 Oops", "in", "Server: Border"));
    }

    private static String message(String time, String from, String to, String start, String callId, String header) {
        return "U 2026/11/21 10:00:" + time + "000 " + from + ":5060 -> " + to + ":5060\n" + start
                + "\nVia: SIP/2.0/UDP " + (start.startsWith("SIP") ? to : from) + ":5060;branch=z9hG4bK" + callId
                + "\nFrom: <sip:1000@example.com>;tag=a1\nTo: <sip:2000@example.com>\nCall-ID: " + callId
                + "\nCSeq: 1 INVITE\n" + header + "\nContent-Length: 0\n\n\n";
    }

    @Test
    void oneSectionTellsTheWholeCall() {
        String text = Run.of("analyze", "--correlation-header", "X-Acme", trace).output();

        assertThat(text)
                .contains("1 call: ")
                .contains("These calls have 1 further leg")
                .containsOnlyOnce("1000@example.com called")
                .contains("Legs of this call:")
                .contains("correlation header (score 95 of 100)")
                .contains("Way of the failure: 192.0.2.7:5060 404 Not Found (Q.850 cause 1) on leg 2")
                .contains("#4 0.310");
    }

    @Test
    void aCallOfWhichAFurtherLegHasAProblemIsNotAmongThoseWithoutOne() throws IOException {
        String session = "Session-ID: ab30317f1a784dc48ff824d0d3715d86";
        Path dropped = Files.writeString(
                folder.resolve("dropped.txt"),
                message("00.000", "192.0.2.9", "192.0.2.1", "INVITE sip:2000@example.com SIP/2.0", "in", session)
                        + message(
                                "00.010",
                                "192.0.2.1",
                                "192.0.2.7",
                                "INVITE sip:2000@example.com SIP/2.0",
                                "out",
                                session)
                        + message("01.000", "192.0.2.7", "192.0.2.1", "SIP/2.0 200 OK", "out", session)
                        + message("01.010", "192.0.2.1", "192.0.2.9", "SIP/2.0 200 OK", "in", session)
                        + bye("31.000", "192.0.2.7", "192.0.2.1", "out", "Reason: Q.850;cause=102;text=\"RTP timeout\"")
                        + bye("31.010", "192.0.2.1", "192.0.2.9", "in", session));

        String text = Run.of("analyze", dropped).output();

        assertThat(text)
                .contains("1 call: 1 answered.", "Calls with a problem", "rfc3261/media-timeout")
                .doesNotContain("Calls without a problem");
    }

    private static String bye(String time, String from, String to, String callId, String header) {
        return message(time, from, to, "BYE sip:1000@example.com SIP/2.0", callId, header)
                .replace("CSeq: 1 INVITE", "CSeq: 2 BYE");
    }

    @Test
    void jsonTellsTheLinksOnEachLeg() {
        JsonNode document = Contract.validated(Run.of("analyze", "--format=json", "--correlation-header=X-Acme", trace)
                .output());

        assertThat(document.get("calls")).hasSize(2);
        JsonNode joined = document.get("calls").get(0).get("joined");
        assertThat(joined.get("links").get(0).get("proof").asString()).isEqualTo("CORRELATION_HEADER");
        assertThat(joined.get("failurePath")).hasSize(2);
        assertThat(document.get("calls").get(1).get("joined").get("leg").asInt())
                .isEqualTo(2);
    }

    @Test
    void withoutTheHeaderTheOtherLegIsAGuess() {
        String text = Run.of("analyze", trace).output();

        assertThat(text).contains("2 calls: ").contains("A guess: Call-ID out may be this call sent on");
    }

    @Test
    void aHeaderThatIsNoNameIsBadUsage() {
        Run run = Run.of("analyze", "--correlation-header", "X Acme", trace);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.error()).contains("not the name of a header");
    }
}

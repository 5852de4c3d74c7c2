package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs in which other lines stand between those of a message, or a message is cut in two. */
class InterruptedLogTests {

    private static final String SDP = "v=0\r\no=a 1 1 IN IP4 192.0.2.1\r\ns=-\r\nc=IN IP4 192.0.2.1\r\nt=0 0\r\n";
    private static final String OFFER = Sip.request("INVITE", "offer", SDP).replace("text/plain", "application/sdp");
    private static final String ANSWER = Sip.response("200 OK", "offer");

    /** The offer with a line of another thread before each of its lines but the first. */
    private static String interrupted(String prefix, String other) {
        List<String> lines = new ArrayList<>();
        OFFER.lines().forEach(line -> {
            if (!lines.isEmpty()) {
                lines.add(other);
            }
            lines.add(prefix + line);
        });
        return String.join("\n", lines) + "\n";
    }

    @Test
    void linesOfOtherThreadsAreNotPartOfTheMessage() {
        String plain = interrupted("", "2026-03-02 09:14:05.121 [worker-3] cache: 12 entries");
        String prefixed = interrupted(
                "03-02 09:14:05.120  3103  3103 I phone: ", "03-02 09:14:05.121  3103  3110 D audio: underrun");

        assertThat(Reading.of(plain + "\n" + ANSWER).texts()).containsExactly(OFFER, ANSWER);
        assertThat(Reading.of(prefixed + "\n" + ANSWER).texts()).containsExactly(OFFER, ANSWER);
    }

    @Test
    void anAnnouncementAmongTheLinesOfAMessageIsThatOfTheNext() {
        int cut = OFFER.indexOf("To:");
        String text = OFFER.substring(0, cut) + "10:00:01.000 192.0.2.2:5060 -> 192.0.2.1:5060\n" + OFFER.substring(cut)
                + ANSWER;

        assertThat(Reading.of(text).texts()).containsExactly(OFFER, ANSWER);
        assertThat(Reading.of(text).messages().get(1).from()).hasToString("192.0.2.2:5060");
        assertThat(Reading.of(text).messages().get(1).isFromInferred()).isFalse();
    }

    @Test
    void aMessageThatSyslogCutIsPutTogetherAgain() {
        String head = "09:14:05.120  192.0.2.1  local0.notice  [S=1001] [SID=2ed1c8:96:5] (N  7001)  ";
        String next = "09:14:05.121  192.0.2.1  local0.notice  [S=1002] [SID=2ed1c8:96:5] ";
        String announcement =
                head + "---- Incoming SIP Message from 192.0.2.10:5060 to SIPInterface #0 (LAN) UDP ----\n";
        int inside = OFFER.indexOf("branch=") + 9;
        int between = OFFER.indexOf("Call-ID:");

        for (int cut : new int[] {inside, between}) {
            String text =
                    announcement + OFFER.substring(0, cut) + (cut == inside ? "\n" : "") + next + OFFER.substring(cut);
            assertThat(Reading.of(text + "\n" + ANSWER).texts()).containsExactly(OFFER, ANSWER);
        }
    }

    @Test
    void aHeaderThatGoesOnAndOnInFurtherPacketsEndsWhereAMessageIsTooLong() {
        String next = "09:14:05.121  192.0.2.1  local0.notice  [S=1002] [SID=2ed1c8:96:5] ";
        String endless =
                "INVITE sip:bob@example.com SIP/2.0\nX-Endless: \n" + (next + "a".repeat(100) + "\n").repeat(100_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(Reading.of(endless + "\n" + ANSWER).texts()).containsExactly(ANSWER));
    }

    @Test
    void someLineEndsThatWereDoubledAreUndone() {
        String pasted = """
                SIP/2.0 403 Forbidden
                Via: SIP/2.0/TLS 192.0.2.7:50347;branch=z9hG4bK5163

                From: <sip:2000@example.com>;tag=a

                To: <sip:2000@example.com>;tag=b

                Call-ID: doubled@192.0.2.7

                CSeq: 363 REGISTER
                Content-Length: 0
                """;

        assertThat(Reading.of(pasted).callIds()).containsExactly("doubled@192.0.2.7");
    }

    @Test
    void lineEndsThatWereDoubledAreUndone() {
        String doubled = OFFER.replace("\r\n", "\n\n");

        assertThat(Reading.of(doubled + "\n" + ANSWER).texts()).containsExactly(OFFER, ANSWER);
    }

    @Test
    void aStartLineAboveProseIsStillNoMessage() {
        assertThat(Reading.of("SIP/2.0 200 OK\n\nwas all that came back.\n" + ANSWER)
                        .texts())
                .containsExactly(ANSWER);
    }

    @Test
    void brokenJsonIsReadAsTextFromWhereItBreaks() {
        String record =
                "{\"srcIp\": \"192.0.2.1\", \"srcPort\": 5060, \"dstIp\": \"192.0.2.2\", \"dstPort\": 5060, \"raw\": \""
                        + ANSWER.replace("\r\n", "\\r\\n") + "\"}";

        Reading reading = Reading.of("[" + record + ",\n" + record + "\n}} no JSON\n" + OFFER);

        assertThat(reading.texts()).containsExactly(ANSWER, ANSWER, OFFER);
        assertThat(reading.messages().get(0).to()).hasToString("192.0.2.2:5060");
    }

    @Test
    void packetXmlFetchesNothingAndReadsWhatStandsBeforeTheDamage() {
        String xml = "<?xml version=\"1.0\"?>\n"
                + "<!DOCTYPE pdml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>\n"
                + "<pdml>\n"
                + "<packet><proto name=\"sip\"><field name=\"sip.Status-Line\""
                + " value=\"5349502f322e3020323030204f4b\"/><field name=\"sip.msg_hdr\""
                + " value=\"46726f6d3a20613b7461673d310d0a43616c6c2d49443a20780d0a\"/></proto></packet>"
                + "<packet>&x;</packet";

        assertThat(Reading.of(xml).callIds()).containsExactly("x");
    }

    @Test
    void aTagWithoutEndIsNotKept() {
        String xml = "<pdml><packet><proto name=\"sip\"><field name=\"sip.Status-Line\""
                + " value=\"5349502f322e3020323030204f4b\"/><field name=\"sip.msg_hdr\""
                + " value=\"46726f6d3a20613b7461673d310d0a43616c6c2d49443a20780d0a\"/><field name=\""
                + "x".repeat(5 << 20);

        assertThat(Reading.of(xml).callIds()).containsExactly("x");
    }
}

package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of which every byte that cannot be printed was printed as a dot. */
class PrintedMessageTests {

    private static final String BEGIN =
            "INVITE sip:bob@192.0.2.1 SIP/2.0..Via: SIP/2.0/UDP 192.0.2.10;branch=z9hG4bK-a1..";
    private static final String END =
            "From: <sip:alice@example.com>;tag=a1..To: <sip:bob@example.com>..CSeq: 1 INVITE..";

    private static Reading reading(String printed) {
        return Reading.of("U 192.0.2.10:5060 -> 192.0.2.1:5060\n  " + printed + "\n");
    }

    private static String only(String printed) {
        return reading(printed).only().message().text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q1w2e3nA..", "q1w2e3nA.", "..", "a..b", "x..y:z"})
    void dotsOfACallIdAreKept(String callId) {
        String text = BEGIN + "Call-ID: " + callId + ".." + END + "Content-Length: 0....";

        assertThat(reading(text).callIds()).containsExactly(callId);
        assertThat(only(text)).endsWith("CSeq: 1 INVITE\r\nContent-Length: 0\r\n\r\n");
    }

    @Test
    void dotsAtTheEndOfTheLastHeaderAreKept() {
        String text = BEGIN + END + "Content-Length: 0..Call-ID: q1w2e3nA......";

        assertThat(reading(text).callIds()).containsExactly("q1w2e3nA..");
    }

    @Test
    void aNameInAnotherScriptIsNoEndOfTheHeaders() {
        String text =
                BEGIN + "Content-Length: 0..From: \"............\" <sip:alice@example.com>;tag=a1..Call-ID: cyrillic.."
                        + END + "..";

        assertThat(only(text))
                .contains("From: \"............\" <sip:alice@example.com>;tag=a1\r\nCall-ID: cyrillic\r\n");
    }

    @Test
    void aBodyKeepsItsLength() {
        String sdp = "v=0..o=- 1 1 IN IP4 192.0.2.10..s=J..rg..c=IN IP4 192.0.2.10..t=0 0..m=audio 4000 RTP/AVP 0..";
        String text = BEGIN + END + "Call-ID: body..Content-Type: application/sdp..Content-Length: " + sdp.length()
                + "...." + sdp;

        assertThat(only(text)).endsWith("s=J..rg\r\nc=IN IP4 192.0.2.10\r\nt=0 0\r\nm=audio 4000 RTP/AVP 0\r\n");
        assertThat(reading(text).only().message().defects()).isEmpty();
    }

    @Test
    void sdpLinesMayEndInALineFeedAlone() {
        String sdp = "v=0.o=- 1 1 IN IP4 192.0.2.10.s=-.c=IN IP4 192.0.2.10.t=0 0.m=audio 4000 RTP/AVP 0.";
        String text = BEGIN + END + "Call-ID: body..Content-Type: application/sdp..Content-Length: " + sdp.length()
                + "...." + sdp;

        assertThat(only(text))
                .endsWith("v=0\no=- 1 1 IN IP4 192.0.2.10\ns=-\nc=IN IP4 192.0.2.10\nt=0 0\nm=audio 4000 RTP/AVP 0\n");
    }

    @Test
    void anotherBodyIsKeptAsItWasPrinted() {
        String body = "<?xml version=\"1.0\"?>.<presence><note>..........</note></presence>";
        String text = BEGIN.replace("INVITE", "PUBLISH") + END + "Call-ID: body..Content-Type: application/pidf+xml.."
                + "Content-Length: " + body.length() + "...." + body;

        assertThat(only(text)).endsWith("\r\n\r\n" + body);
    }

    @Test
    void whatIsNotCertainIsSaid() {
        String certain = BEGIN + "Call-ID: certain.." + END + "Content-Length: 0....";

        assertThat(reading(certain).losses()).isEmpty();
        assertThat(reading(certain.replace("certain", "q1w2e3nA..")).losses())
                .containsExactly(
                        "messages with dots that may stand for other characters, 1 message: print them by ngrep"
                                + " -W byline, or capture into a file");
    }

    @Test
    void rowsGoOnWhereTheRequestLineIsCut() {
        String uri = "sip:bob-" + "b".repeat(80) + "@192.0.2.1";
        String text = (BEGIN + "Call-ID: long.." + END + "Content-Length: 0....").replace("sip:bob@192.0.2.1", uri);

        Reading reading = Reading.of("U 192.0.2.10:5060 -> 192.0.2.1:5060\n" + LogSamples.rows(text, 75) + "\n");

        assertThat(reading.only().message().startLine()).isEqualTo("INVITE " + uri + " SIP/2.0");
        assertThat(reading.callIds()).containsExactly("long");
    }

    @Test
    void rowsMayHaveLostTheirIndentation() {
        String text = BEGIN + "Call-ID: bare.." + END + "Content-Length: 0....";
        String rows = LogSamples.rows(text, 60).replace("\n  ", "\n").stripLeading();

        assertThat(Reading.of("U 192.0.2.10:5060 -> 192.0.2.1:5060\n" + rows + "U 192.0.2.1:5060 -> 192.0.2.10:5060\n"
                                + rows)
                        .callIds())
                .containsExactly("bare", "bare");
    }

    @Test
    void rowsThatAreNoMessageAreReadAsTheyStand() {
        assertThat(Reading.of("INVITE sip:bob@192.0.2.1 SIP/2.0... is what I sent\n\n" + Sip.invite("after"))
                        .callIds())
                .containsExactly("after");
    }

    @Test
    void aMillionDotsTakeNoLongerThanTheirNumber() {
        String text = BEGIN + "Content-Type: text/plain..Call-ID: many..To: \"" + "....a".repeat(200_000);

        assertThat(Assertions.assertTimeout(
                        Duration.ofSeconds(20), () -> reading(text).callIds()))
                .containsExactly("many");
    }
}

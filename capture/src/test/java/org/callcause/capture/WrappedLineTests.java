package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines that a mail program or a terminal broke. */
class WrappedLineTests {

    private static final String CALL_ID = "Call-ID: 5c1e7a9b0d8f4e2a9c3b6d1f0a7e8b4c@sbc1.customer-voice.example.com\n";
    private static final String DIALOG =
            "Via: SIP/2.0/TLS sbc1.customer-voice.example.com:5061;branch=z9hG4bK-524287-1---3d4a;alias\n"
                    + "From: \"Reception of the Office\" <sip:+442079460100@sbc1.customer-voice.example.com>;tag=8f2a1c77\n"
                    + "To: <sip:+442079460155@sip.provider-trunking.example.net;user=phone>\n" + CALL_ID;

    private static final List<String> MESSAGES = List.of(
            "INVITE sip:+442079460155@sip.provider-trunking.example.net:5061;user=phone;transport=tls SIP/2.0\n"
                    + DIALOG
                    + "CSeq: 1 INVITE\n"
                    + "Allow: INVITE, ACK, CANCEL, OPTIONS, BYE, REFER, NOTIFY, INFO, UPDATE, PRACK, SUBSCRIBE, MESSAGE\n"
                    + "Contact: <sip:sbc1.customer-voice.example.com:5061;transport=tls;x-line-id=0a1b2c3d4e5f>\n"
                    + "Content-Type: application/sdp\n\nv=0\no=- 1 1 IN IP4 192.0.2.1\ns=-\nc=IN IP4 192.0.2.1\nt=0 0\n"
                    + "m=audio 20000 UDP/TLS/RTP/SAVPF 0\n"
                    + "a=fingerprint:sha-256 A1:B2:C3:D4:E5:F6:07:18:29:3A:4B:5C:6D:7E:8F:90:A1:B2:C3:D4:E5:F6:07:18\n"
                    + "a=sendrecv\n\n",
            "SIP/2.0 503 Service Unavailable, all lines of the trunk to this country are taken at the moment\n" + DIALOG
                    + "CSeq: 1 INVITE\nContent-Length: 0\n\n");

    /** As a mail does it: at blanks, which are lost. */
    private static String atBlanks(String line, int width) {
        StringBuilder broken = new StringBuilder();
        int used = 0;
        for (String word : line.split(" ", -1)) {
            boolean fits = used == 0 || used + 1 + word.length() <= width;
            broken.append(used == 0 ? "" : fits ? " " : "\n").append(word);
            used = fits && used > 0 ? used + 1 + word.length() : word.length();
        }
        return broken.toString();
    }

    /** As a terminal does it. */
    private static String atColumn(String line, int width) {
        List<String> rows = new ArrayList<>();
        for (int at = 0; at < Math.max(1, line.length()); at += width) {
            rows.add(line.substring(at, Math.min(line.length(), at + width)));
        }
        return String.join("\n", rows);
    }

    static Stream<Arguments> wraps() {
        return Stream.of(72, 76, 80)
                .flatMap(width -> Stream.of(
                        Arguments.of("blanks", width, (UnaryOperator<String>) line -> atBlanks(line, width)),
                        Arguments.of("columns", width, (UnaryOperator<String>) line -> atColumn(line, width)),
                        Arguments.of("blanks and quoted", width, (UnaryOperator<String>)
                                line -> "> " + atBlanks(line, width).replace("\n", "\n> ")),
                        Arguments.of("columns and indented", width, (UnaryOperator<String>)
                                line -> atColumn("   " + line, width))));
    }

    private static String wrapped(String text, UnaryOperator<String> wrap) {
        return text.lines()
                        .map(line -> line.isEmpty() ? line : wrap.apply(line))
                        .collect(Collectors.joining("\n")) + "\n";
    }

    @ParameterizedTest(name = "at {0}, {1} wide")
    @MethodSource("wraps")
    void aMessageIsPutTogetherAgain(String where, int width, UnaryOperator<String> wrap) {
        String text = String.join("", MESSAGES);

        List<String> read = Reading.of(wrapped(text, wrap)).texts();

        // A blank at the edge cannot be told from indentation.
        String blank = where.contains("indented") ? "" : " ";
        assertThat(read)
                .extracting(message -> message.replace("\r\n", "\n").strip().replace(" ", blank))
                .containsExactlyElementsOf(MESSAGES.stream()
                        .map(message -> message.strip().replace(" ", blank))
                        .toList());
    }

    @Test
    void whatFollowsTheLastHeaderIsNoRestOfIt() {
        String message = MESSAGES.get(1).stripTrailing() + "\n";

        List<String> texts = Reading.of(message + "{code}\n" + message
                        + "[RX] something else of the same device, which is as long as a line can be\n" + message)
                .texts();

        assertThat(texts).hasSize(3).allSatisfy(text -> assertThat(text).endsWith("Content-Length: 0\r\n\r\n"));
    }

    @Test
    void aFirstHeaderThatEndsInAMethodBeginsNoMessage() {
        String message = "SIP/2.0 403 Wrong password\nAllow: UPDATE,REFER\nCSeq: 2 INVITE\n" + DIALOG;

        assertThat(Reading.of(message + "\n").texts()).containsExactly((message + "\n").replace("\n", "\r\n"));
    }

    @Test
    void aListOfMethodsAtTheEndOfALineBeginsNoMessage() {
        assertThat(Reading.of("The phone allows INVITE, ACK, CANCEL, BYE and also OPTIONS and INFO\nor so it says\n"
                                + MESSAGES.get(1))
                        .texts())
                .hasSize(1);
    }
}

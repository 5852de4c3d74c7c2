package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes, nothing throws and nothing takes longer than its length allows. */
class TotalityTests {
    private static final String RICH = """
            INVITE sip:bob@example.com;transport=tcp?x=y SIP/2.0
            v: SIP/2.0/TCP [2001:db8::1]:5061;branch=z9hG4bK1;rport, SIP/2.0/UDP b (comment; x);branch=z9hG4bK2
            From: "A, \\"B\\" <C>" <sip:a:secret@example.com;x=y?z=w>;tag=1;x="<;>"
            t: sip:bob@example.com;tag=2
            Call-ID: 1@x
            CSeq: 1
             INVITE
            Contact: *, <sip:a@b>;q=0.1
            Reason: Q.850;cause=16;text="x, y", SIP;cause=200
            Retry-After: 5 (a (b) c);duration=9
            Warning: 399 host "text", 307 h "u"
            WWW-Authenticate: Digest realm="a,b", nonce="c"
            Authorization: Digest username="u", nc=1
            Session-Expires: 90;refresher=uac
            Max-Forwards: 70
            Refer-To: <sip:x@y?Replaces=a%3B>
            X-Other: a
            \tb
            Content-Type: multipart/mixed;boundary="b"

            --b
            Content-Type: application/sdp

            v=0
            o=- 1 1 IN IP4 192.0.2.1
            c=IN IP4 192.0.2.1/127
            m=audio 4000/2 RTP/SAVP 0 96
            a=rtpmap:96 opus/48000/2
            a=crypto:1 A_80 inline:x
            a=sendonly
            --b--
            """.replace("\n", "\r\n");

    @Test
    void everyPrefixIsRead() {
        byte[] bytes = RICH.getBytes(StandardCharsets.UTF_8);
        SipParser parser = new SipParser();
        for (int length = 0; length <= bytes.length; length++) {
            parser.parse(bytes, 0, length).ifPresent(ReadEverything::of);
            SipFraming.messageLength(bytes, 0, length);
            SipFraming.startOfMessage(bytes, length, bytes.length);
        }
    }

    @Test
    void anyDamageIsRead() {
        byte[] pieces = "\r\n \t:;,<>\"\\()=/@?[]*SIPv09\0\u00ff".getBytes(StandardCharsets.UTF_8);
        byte[] original = RICH.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(3261);
        SipParser parser = new SipParser();
        SipParser tight = new SipParser(new ParserLimits(300, 5, 30));
        int read = 0;
        for (int round = 0; round < 10_000; round++) {
            byte[] bytes = original.clone();
            for (int change = random.nextInt(12); change >= 0; change--) {
                int place = random.nextInt(bytes.length);
                switch (random.nextInt(3)) {
                    case 0 -> bytes[place] = pieces[random.nextInt(pieces.length)];
                    case 1 -> bytes[place] = (byte) random.nextInt(256);
                    default -> {
                        int from = random.nextInt(bytes.length);
                        int length = Math.min(random.nextInt(40), bytes.length - Math.max(from, place));
                        System.arraycopy(bytes, from, bytes, place, length);
                    }
                }
            }
            SipFraming.messageLength(bytes, 0, bytes.length);
            SipFraming.startOfMessage(bytes, 0, bytes.length);
            tight.parse(bytes).ifPresent(ReadEverything::of);
            if (parser.parse(bytes).isPresent()) {
                ReadEverything.of(parser.parse(bytes).orElseThrow());
                read++;
            }
        }
        assertThat(read).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "\\\"",
                "\",\\",
                "\"\\\",",
                "<",
                "<,",
                "<\"",
                ">",
                "(",
                "((,",
                "(\\)",
                ")(",
                ",",
                ", ",
                ";",
                "; ;",
                "a=b;",
                "a=\"b\",",
                "\r\n ",
                "\r\n\t,",
                "x\r\n :",
                ":",
                "a:b\r\n",
                "\r",
                "\0",
                "\u00ff",
                "@",
                "@;",
                "/",
                "[",
                "?&",
                " ",
                "1",
                "SIP/2.0",
                "\r\nv: a,",
                "\r\nTo: \"",
                "\r\nX",
                "\r\nl: 1",
                "\r\nm: <",
                "\r\nReason: (\"",
                "--b\r\n"
            })
    void repetitionTakesLinearTime(String piece) {
        int size = 300_000;
        SipParser parser = new SipParser(new ParserLimits(1 << 23, 1 << 22, 1 << 23));
        String many = piece.repeat(size / piece.length());
        List<String> names =
                List.of("From", "Via", "Contact", "Reason", "Retry-After", "Warning", "WWW-Authenticate", "CSeq", "X");
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (String name : names) {
                read(parser, "BYE sip:x SIP/2.0\r\n" + name + ": " + many + "\r\n\r\n");
            }
            read(parser, "BYE sip:" + many.replace("\r\n", " ") + " SIP/2.0\r\n\r\n");
            read(parser, many);
            read(parser, "BYE sip:x SIP/2.0\r\nc: application/sdp\r\n\r\nv=0\r\n" + many);
            read(parser, "BYE sip:x SIP/2.0\r\nc: multipart/x;boundary=b\r\n\r\n--b\r\n" + many);
        });
    }

    private static void read(SipParser parser, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        SipFraming.messageLength(bytes, 0, bytes.length);
        SipFraming.startOfMessage(bytes, 0, bytes.length);
        parser.parse(bytes).ifPresent(message -> {
            message.fromTag();
            message.topBranch();
            message.headers().forEach(Header::value);
            message.defects();
            message.from();
            message.vias();
            message.contacts();
            message.reasons();
            message.retryAfter();
            message.warnings();
            message.challenges();
            message.cseq();
            message.sdp().ifPresent(sdp -> sdp.media().forEach(Media::codecs));
        });
    }

    @Test
    void anyStringIsReadByTheValueReaders() {
        Random random = new Random(4475);
        String letters = "a1 ;:,<>\"\\()=/@?[]*.\t";
        for (int round = 0; round < 20_000; round++) {
            char[] text = new char[random.nextInt(30)];
            for (int i = 0; i < text.length; i++) {
                text[i] = letters.charAt(random.nextInt(letters.length()));
            }
            String value = new String(text);
            assertThat(Arrays.asList(
                            NameAddress.parse(value),
                            SipUri.parse("sip:" + value),
                            SipUri.parse(value),
                            Via.parse(value),
                            Reason.parse(value),
                            Warning.parse(value),
                            RetryAfter.parse(value),
                            SessionExpires.parse(value),
                            Parameters.parse(value),
                            Sdp.parse("m=" + value).media().get(0).codecs()))
                    .doesNotContainNull();
        }
    }
}

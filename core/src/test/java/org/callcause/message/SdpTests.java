package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.message.Messages.parseText;

import org.junit.jupiter.api.Test;

class SdpTests {
    private static final String OFFER = """
            v=0
            o=alice 2890844526 2890844527 IN IP4 host.atlanta.example.com
            s=-
            c=IN IP4 192.0.2.101
            t=0 0
            a=recvonly
            a=group:BUNDLE 0 1
            m=audio 49172 RTP/SAVP 8 0 97 101 77
            a=rtpmap:97 opus/48000/2
            a=rtpmap:101 telephone-event/8000
            a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:d0RmdmcmVCspeEc3QGZiNWpVLFJhQX1cfHAwJSoj|2^20
            a=crypto:2 AES_CM_128_HMAC_SHA1_32 inline:NzB4d1BINUAvLEw6UzF3WSJ+PSdFcGdUJShpX1Zj
            a=sendonly
            m=video 0 RTP/AVP 31
            c=IN IP6 2001:db8::7/3
            m=image 4000/2 udptl t38
            """;

    @Test
    void sessionIsRead() {
        Sdp sdp = Sdp.parse(OFFER);

        assertThat(sdp.origin()).contains("alice 2890844526 2890844527 IN IP4 host.atlanta.example.com");
        assertThat(sdp.connectionAddress()).contains("192.0.2.101");
        assertThat(sdp.attributes()).containsExactly("recvonly", "group:BUNDLE 0 1");
        assertThat(sdp.media()).extracting(Media::type).containsExactly("audio", "video", "image");
        assertThat(sdp.lines()).hasSize(16).startsWith("v=0");
    }

    @Test
    void streamIsRead() {
        Media audio = Sdp.parse(OFFER).media().get(0);

        assertThat(audio.port()).isEqualTo(49172);
        assertThat(audio.protocol()).isEqualTo("RTP/SAVP");
        assertThat(audio.formats()).containsExactly("8", "0", "97", "101", "77");
        assertThat(audio.codecs())
                .containsExactly(
                        new Codec("8", "PCMA", 8000),
                        new Codec("0", "PCMU", 8000),
                        new Codec("97", "opus", 48000),
                        new Codec("101", "telephone-event", 8000),
                        new Codec("77", "", 0));
        assertThat(audio.crypto()).containsExactly("AES_CM_128_HMAC_SHA1_80", "AES_CM_128_HMAC_SHA1_32");
        assertThat(audio.direction()).isEqualTo("sendonly");
        assertThat(audio.connectionAddress()).contains("192.0.2.101");
        assertThat(audio.attribute("rtpmap")).contains("97 opus/48000/2");
        assertThat(audio.attribute("sendonly")).contains("");
        assertThat(audio.attribute("ptime")).isEmpty();
        assertThat(audio.rejected()).isFalse();
    }

    @Test
    void streamFallsBackToTheSession() {
        Media video = Sdp.parse(OFFER).media().get(1);

        assertThat(video.rejected()).isTrue();
        assertThat(video.direction()).isEqualTo("recvonly");
        assertThat(video.connectionAddress()).contains("2001:db8::7");
        assertThat(Sdp.parse("v=0\r\nm=audio 1 RTP/AVP 0\r\n").media().get(0).direction())
                .isEqualTo("sendrecv");
    }

    @Test
    void formatsOutsideRtpNameThemselves() {
        Media image = Sdp.parse(OFFER).media().get(2);

        assertThat(image.port()).isEqualTo(4000);
        assertThat(image.codecs()).containsExactly(new Codec("t38", "t38", 0));
    }

    @Test
    void brokenLinesLoseNothingElse() {
        Sdp sdp = Sdp.parse("v\nm=\n=\nc=\nm=audio x\na=rtpmap:\nm=audio 70000 RTP/AVP 0\na=rtpmap:0\n");

        assertThat(sdp.media()).hasSize(3);
        assertThat(sdp.media().get(0).type()).isEmpty();
        assertThat(sdp.media().get(1).port()).isEqualTo(-1);
        assertThat(sdp.media().get(1).rejected()).isFalse();
        assertThat(sdp.media().get(2).port()).isEqualTo(-1);
        assertThat(sdp.media().get(2).codecs()).containsExactly(new Codec("0", "", 0));
    }

    @Test
    void bodyOfAnotherTypeIsNone() {
        assertThat(withBody("application/dtmf-relay", "v=0\r\n").sdp()).isEmpty();
        assertThat(withBody("Application/SDP; charset=utf-8", "v=0\r\n").sdp()).isPresent();
        assertThat(withBody("application/sdp", "").sdp()).isEmpty();
    }

    @Test
    void bodyWithoutATypeIsReadIfItLooksLikeSdp() {
        assertThat(parseText("INVITE sip:x@example.com SIP/2.0\r\n\r\nv=0\r\nm=audio 1 RTP/AVP 0\r\n")
                        .sdp())
                .isPresent();
        assertThat(parseText("INVITE sip:x@example.com SIP/2.0\r\n\r\nhello").sdp())
                .isEmpty();
    }

    @Test
    void partOfAMultipartBodyIsFound() {
        String body = """
                This is a preamble.
                --unique-1
                Content-Type: application/isup;version=x

                binary
                --unique-1
                c: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain

                v=1
                --inner
                Content-Type: application/sdp
                Content-Disposition: session

                v=0
                m=audio 7000 RTP/AVP 0
                --inner--

                --unique-1--
                """.replace("\n", "\r\n");

        Sdp sdp = withBody("multipart/mixed;boundary=\"unique-1\"", body).sdp().orElseThrow();

        assertThat(sdp.lines()).containsExactly("v=0", "m=audio 7000 RTP/AVP 0");
        assertThat(withBody("multipart/mixed", body).sdp()).isEmpty();
        assertThat(withBody("multipart/mixed;boundary=other", body).sdp()).isEmpty();
    }

    private static SipMessage withBody(String type, String body) {
        return parseText("INVITE sip:x@example.com SIP/2.0\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body);
    }
}

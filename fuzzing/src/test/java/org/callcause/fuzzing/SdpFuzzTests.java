package org.callcause.fuzzing;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.callcause.message.Sdp;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text as a session description. */
class SdpFuzzTests {

    static Stream<byte[]> seeds() {
        return Stream.of("""
            v=0
            o=- 1 2 IN IP6 2001:db8::1
            s=-
            c=IN IP4 192.0.2.1/127
            t=0 0
            m=audio 4000/2 RTP/SAVP 0 96 101
            c=IN IP4 192.0.2.2
            a=rtpmap:96 opus/48000/2
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-16
            a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:x|2^20|1:4
            a=candidate:1 1 UDP 2130706431 192.0.2.1 4000 typ host
            a=fingerprint:sha-256 00:11
            a=sendonly
            m=video 0 RTP/AVP 31
            """.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("seeds")
    @DictionaryEntries({"m=audio 1 RTP/AVP 0", "c=IN IP4 ", "a=rtpmap:", "a=crypto:", "a=inactive", "\\x0A"})
    @FuzzTest
    void anyTextIsASessionDescription(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Sdp sdp = Sdp.parse(text);

        assertThat(Everything.of(sdp)).isEqualTo(Everything.of(Sdp.parse(text)));
        assertThat(sdp.media()).hasSizeLessThanOrEqualTo((int) text.lines().count());
    }
}

package org.callcause.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SessionSketchTests {

    private static SessionSketch of(String... lines) {
        return Messages.parseText(String.join(
                        "\r\n",
                        "INVITE sip:bob@example.com SIP/2.0",
                        "Content-Type: application/sdp",
                        "",
                        "v=0",
                        "o=- 1 1 IN IP4 192.0.2.1",
                        "s=-",
                        String.join("\r\n", lines),
                        "t=0 0",
                        "m=audio 40000 RTP/AVP 0",
                        "a=sendrecv",
                        ""))
                .sessionSketch();
    }

    @Test
    void aSessionOfOneAddressIsPlain() {
        assertThat(of("c=IN IP4 192.0.2.1").isPlain()).isTrue();
        assertThat(of("c=IN IP4 192.0.2.1", "c=IN IP4 192.0.2.1").isPlain()).isTrue();
    }

    @Test
    void aSessionOfTwoAddressesIsNot() {
        assertThat(of("c=IN IP4 192.0.2.1", "c=IN IP4 192.0.2.2").isPlain()).isFalse();
    }

    @Test
    void aConnectionLineThatIsCutShortIsNotPlainWhateverFollows() {
        assertThat(of("c=I").isPlain()).isFalse();
        assertThat(of("c=IN IP4 ").isPlain()).isFalse();
        assertThat(of("c=I", "c=IN IP4 192.0.2.1").isPlain()).isFalse();
        assertThat(of("c=IN IP4 192.0.2.1", "c=I").isPlain()).isFalse();
    }

    @Test
    void whereTheOnlyAddressIsUnreadableItIsNoPlainOne() {
        assertThat(of("c=I").hasPlainAddress("192.0.2.1")).isFalse();
    }
}

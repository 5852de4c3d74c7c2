package org.callcause.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.message.Codec;
import org.callcause.message.Media;
import org.callcause.message.Sdp;
import org.junit.jupiter.api.Test;

class SessionTests {

    private static Sdp sdp(CallScript script, int number) {
        return script.messages().get(number - 1).message().sdp().orElseThrow();
    }

    @Test
    void inviteOffersAndTheAnswersAgree() {
        CallScript script = CallScript.of("""
                caller -> callee INVITE
                callee -> caller 183
                callee -> caller 200
                """);

        assertThat(sdp(script, 1).media().get(0).codecs())
                .extracting(Codec::name)
                .containsExactly("PCMU", "PCMA");
        assertThat(sdp(script, 3).media()).hasSize(1);
        assertThat(script.messages().get(2).message().bodyText())
                .isEqualTo(script.messages().get(1).message().bodyText());
    }

    @Test
    void lineTellsCodecsDirectionProtocolPortAndAddress() {
        CallScript script = CallScript.of("""
                caller -> callee INVITE | sdp: opus PCMU; sendonly; RTP/SAVP; video H264; port 0; at 10.0.0.5
                callee -> caller 200
                """);

        Media audio = sdp(script, 1).media().get(0);
        Media video = sdp(script, 1).media().get(1);
        assertThat(audio.codecs()).extracting(Codec::name).containsExactly("opus", "PCMU");
        assertThat(audio.protocol()).isEqualTo("RTP/SAVP");
        assertThat(audio.crypto()).hasSize(1);
        assertThat(audio.direction()).hasToString("sendonly");
        assertThat(video.rejected()).isTrue();
        assertThat(sdp(script, 1).connectionAddress()).contains("10.0.0.5");
        assertThat(sdp(script, 2).media().get(0).direction()).hasToString("recvonly");
        assertThat(sdp(script, 2).connectionAddress()).contains("192.0.2.20");
    }

    @Test
    void versionCountsUpWithEachChangeOnly() {
        CallScript script = CallScript.of("""
                caller -> callee INVITE
                callee -> caller 200
                caller -> callee ACK
                caller -> callee INVITE | sdp: PCMU; sendonly
                callee -> caller 200
                caller -> callee ACK
                caller -> callee INVITE
                """);

        assertThat(sdp(script, 1).origin())
                .hasValueSatisfying(origin -> assertThat(origin).contains("1000 1 "));
        assertThat(sdp(script, 4).origin())
                .hasValueSatisfying(origin -> assertThat(origin).contains("1000 2 "));
        assertThat(sdp(script, 7).origin()).isEqualTo(sdp(script, 4).origin());
    }

    @Test
    void withoutAnOfferTheAnswerMakesOneAndTheAckAgrees() {
        CallScript script = CallScript.of("""
                caller -> callee INVITE | no sdp
                callee -> caller 183
                callee -> caller 200
                caller -> callee ACK
                """);

        assertThat(script.messages())
                .extracting(captured -> captured.message().sdp().isPresent())
                .containsExactly(false, false, true, true);
    }

    @Test
    void imageSessionIsOfferedAsFax() {
        CallScript script = CallScript.of("caller -> callee INVITE | sdp: image t38");

        assertThat(sdp(script, 1).media().get(0).type()).isEqualTo("image");
        assertThat(sdp(script, 1).media().get(0).protocol()).isEqualTo("udptl");
    }
}

package org.callcause.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.callcause.contract.Contract;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TransportFailure;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MediaSeenTests {

    private static final Endpoint PHONE = new Endpoint("192.0.2.1", 40_000);
    private static final Endpoint SERVER = new Endpoint("192.0.2.2", 30_000);

    private static Scene call() {
        return invitation().response(30, "486 Busy Here");
    }

    private static Scene invitation() {
        return Scene.begin()
                .request(
                        0,
                        "INVITE",
                        "Content-Type: application/sdp",
                        "",
                        "v=0",
                        "o=- 1 1 IN IP4 192.0.2.1",
                        "s=-",
                        "c=IN IP4 192.0.2.1",
                        "t=0 0",
                        "m=audio 40000 RTP/AVP 0 111",
                        "a=rtpmap:111 opus/48000/2");
    }

    private static Scene callWithMedia() {
        Scene scene = call();
        return scene.rtp(RtpStream.of(SERVER, PHONE, 8, 101, scene.at(1), scene.at(1.5)))
                .rtp(RtpStream.of(PHONE, SERVER, 111, 1, scene.at(1.25), scene.at(1.25)))
                .rtp(RtpStream.refused(
                        SERVER,
                        PHONE,
                        1,
                        scene.at(1.75),
                        scene.at(1.75),
                        new RtpStream.Refusal(TransportFailure.Kind.REFUSED, new Endpoint("198.51.100.254", 0))));
    }

    @Test
    void mediaStandBelowTheLadderByItsSeconds() {
        assertThat(callWithMedia().text())
                .containsSubsequence(
                        "INVITE",
                        "Media seen, by the seconds of the ladder:",
                        "192.0.2.2:30000 -> 192.0.2.1:40000, PCMA, 101 packets, 1.000 to 1.500",
                        "192.0.2.1:40000 -> 192.0.2.2:30000, opus, 1 packet, 1.250",
                        "192.0.2.2:30000 -> 192.0.2.1:40000, 1 packet not delivered (refused), 1.750");
    }

    @Test
    void thePausesOfAStreamAreCounted() {
        Scene scene = call();
        for (int i = 0; i < 3; i++) {
            scene.rtp(RtpStream.of(SERVER, PHONE, 0, 50, scene.at(0.1 + i * 10), scene.at(1 + i * 10)));
        }

        assertThat(scene.text()).contains("PCMU, 150 packets, 0.100 to 21.000 with 2 pauses");
    }

    private static String inFull(Scene scene) {
        return scene.written(output -> TextReport.inFull(output, TextOptions.PLAIN))
                .replaceAll("\\s+", " ");
    }

    @Test
    void aSideThatBeginsLateWhileTheOtherSpeaksIsTold() {
        Scene scene = invitation().response(2, "200 OK").request(20, "BYE");
        scene.rtp(RtpStream.of(SERVER, PHONE, 0, 900, scene.at(2.1), scene.at(20)))
                .rtp(RtpStream.of(PHONE, SERVER, 0, 700, scene.at(6), scene.at(20)));

        assertThat(inFull(scene))
                .contains("PCMU, 700 packets, 6.000 to 20.000; first seen 4.0 s after the answer")
                .contains("PCMU, 900 packets, 2.100 to 20.000 192");
    }

    @Test
    void aCallInWhichBothBeginLateTogetherIsNot() {
        Scene scene = invitation().response(2, "200 OK").request(20, "BYE");
        scene.rtp(RtpStream.of(SERVER, PHONE, 0, 900, scene.at(6.1), scene.at(20)))
                .rtp(RtpStream.of(PHONE, SERVER, 0, 700, scene.at(6), scene.at(20)));

        assertThat(inFull(scene)).doesNotContain("after the answer");
    }

    @Test
    void aSideThatWasHeldAtFirstIsNot() {
        Scene scene = invitation().response(2, "200 OK").request(4, "UPDATE").request(20, "BYE");
        scene.rtp(RtpStream.of(SERVER, PHONE, 0, 900, scene.at(2.1), scene.at(20)))
                .rtp(RtpStream.of(PHONE, SERVER, 0, 700, scene.at(6), scene.at(20)));

        assertThat(inFull(scene)).doesNotContain("after the answer");
    }

    @Test
    void whereNoMediaWereSeenNothingStands() {
        assertThat(call().text()).doesNotContain("Media seen");
        assertThat(Contract.validated(call().json()).get("calls").get(0).has("rtp"))
                .isFalse();
    }

    @Test
    void ofVeryManyStreamsTheRestIsCounted() {
        Scene scene = call();
        for (int i = 0; i < 15; i++) {
            scene.rtp(RtpStream.of(SERVER, PHONE, i, 1, scene.at(1), scene.at(1)));
        }

        assertThat(scene.text())
                .contains("L16, 1 packet")
                .doesNotContain("payload type 12")
                .contains("and 3 more");
    }

    @Test
    void inJsonEachStreamIsAnEntry() {
        JsonNode rtp =
                Contract.validated(callWithMedia().json()).get("calls").get(0).get("rtp");

        assertThat(rtp).hasSize(3);
        assertThat(rtp.get(0).get("from").asString()).isEqualTo("192.0.2.2:30000");
        assertThat(rtp.get(0).get("to").asString()).isEqualTo("192.0.2.1:40000");
        assertThat(rtp.get(0).get("payloadType").asInt()).isEqualTo(8);
        assertThat(rtp.get(0).get("packets").asInt()).isEqualTo(101);
        assertThat(rtp.get(0).get("first").asString()).isEqualTo("2026-11-21T10:00:01Z");
        assertThat(rtp.get(0).get("last").asString()).startsWith("2026-11-21T10:00:01.5");
        assertThat(rtp.get(0).has("refused")).isFalse();
        assertThat(rtp.get(2).get("refused").asString()).isEqualTo("refused");
        assertThat(rtp.get(2).get("reporter").asString()).isEqualTo("198.51.100.254");
        assertThat(rtp.get(2).has("payloadType")).isFalse();
    }
}

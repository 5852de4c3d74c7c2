package org.callcause.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.callcause.capture.Frames.ACK;
import static org.callcause.capture.Frames.ALICE;
import static org.callcause.capture.Frames.BOB;
import static org.callcause.capture.Frames.TCP;
import static org.callcause.capture.Frames.ipv4;
import static org.callcause.capture.Frames.part;
import static org.callcause.capture.Frames.tcp;

import java.util.ArrayList;
import java.util.List;
import org.callcause.dialog.Transport;
import org.junit.jupiter.api.Test;

class WebSocketTests {

    private static final int RAW = 101;
    private static final int TEXT = 0x81;
    private static final byte[] HANDSHAKE = Octets.text("""
            GET /ws HTTP/1.1\r
            Host: sip.example.com\r
            Upgrade: websocket\r
            Connection: Upgrade\r
            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
            Sec-WebSocket-Protocol: sip\r
            \r
            """);

    private static byte[] frame(int first, boolean masked, byte[] payload) {
        Octets frame = Octets.of().octet(first);
        int mask = masked ? 0x80 : 0;
        if (payload.length < 126) {
            frame.octet(mask | payload.length);
        } else {
            frame.octet(mask | 126).word(payload.length);
        }
        if (!masked) {
            return frame.raw(payload).bytes();
        }
        byte[] key = {0x11, 0x22, 0x33, 0x44};
        byte[] hidden = payload.clone();
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] ^= key[i % 4];
        }
        return frame.raw(key, hidden).bytes();
    }

    private static byte[] segment(int sequence, byte[] payload) {
        return ipv4(ALICE, BOB, TCP, tcp(40_000, 8088, sequence, ACK, payload));
    }

    @Test
    void maskedFramesBehindTheHandshakeAreRead() {
        byte[] stream = Octets.of()
                .raw(HANDSHAKE, frame(TEXT, true, Octets.text(Sip.invite("one"))))
                .raw(frame(0x89, true, new byte[0]), frame(TEXT, true, Octets.text("\r\n\r\n")))
                .raw(frame(0x82, true, Octets.text(Sip.invite("two"))))
                .bytes();

        Reading reading = Reading.ofFrames(RAW, segment(1, stream));

        assertThat(reading.callIds()).containsExactly("one", "two");
        assertThat(reading.messages())
                .extracting(message -> message.transport())
                .containsOnly(Transport.WS);
        assertThat(reading.losses()).isEmpty();
    }

    @Test
    void framesMaySpanSegments() {
        byte[] stream = Octets.of()
                .raw(HANDSHAKE, frame(TEXT, true, Octets.text(Sip.longInvite("long"))))
                .bytes();
        List<byte[]> frames = new ArrayList<>();
        for (int from = 0; from < stream.length; from += 250) {
            frames.add(segment(1 + from, part(stream, from, Math.min(stream.length, from + 250))));
        }

        assertThat(Reading.ofFrames(RAW, frames.toArray(byte[][]::new)).texts())
                .containsExactly(Sip.longInvite("long"));
    }

    @Test
    void aMessageInSeveralFramesIsOneMessage() {
        byte[] sip = Octets.text(Sip.invite("parts"));
        byte[] stream = Octets.of()
                .raw(HANDSHAKE)
                .raw(frame(0x01, true, part(sip, 0, 50)))
                .raw(frame(0x00, true, part(sip, 50, 100)))
                .raw(frame(0x80, true, part(sip, 100, sip.length)))
                .bytes();

        assertThat(Reading.ofFrames(RAW, segment(1, stream)).texts()).containsExactly(Sip.invite("parts"));
    }

    @Test
    void aCaptureThatBeginsBehindTheHandshakeFindsTheFrames() {
        Reading reading = Reading.ofFrames(
                RAW,
                segment(1, frame(TEXT, true, Octets.text(Sip.invite("masked")))),
                ipv4(
                        BOB,
                        ALICE,
                        TCP,
                        tcp(8088, 40_000, 1, ACK, frame(TEXT, false, Octets.text(Sip.response("200 OK", "clear"))))));

        assertThat(reading.callIds()).containsExactly("masked", "clear");
        assertThat(reading.messages())
                .extracting(message -> message.transport())
                .containsOnly(Transport.WS);
    }

    @Test
    void compressedMessagesAreCounted() {
        byte[] stream =
                Octets.of().raw(HANDSHAKE, frame(0xC1, true, new byte[40])).bytes();

        assertThat(Reading.ofFrames(RAW, segment(1, stream)).losses())
                .containsExactly(
                        "compressed WebSocket messages on port 8088, 1 message: switch permessage-deflate off");
    }

    @Test
    void socketsOfOtherProtocolsAreLeftAlone() {
        byte[] handshake =
                Octets.text("GET /chat HTTP/1.1\r\nUpgrade: websocket\r\nSec-WebSocket-Protocol: chat\r\n\r\n");
        byte[] stream = Octets.of()
                .raw(handshake, frame(TEXT, true, Octets.text("hello")))
                .bytes();

        Reading reading = Reading.ofFrames(RAW, segment(1, stream));

        assertThat(reading.messages()).isEmpty();
        assertThat(reading.losses()).isEmpty();
    }
}

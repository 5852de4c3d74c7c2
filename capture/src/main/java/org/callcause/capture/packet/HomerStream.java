package org.callcause.capture.packet;

import org.callcause.capture.hep.HepFraming;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;

/** HEP packets one after another in a TCP stream. */
final class HomerStream implements StreamContent {

    private final Packet packet;
    private final Packet segment = new Packet();
    private final HomerDecoder decoder;
    private final Losses losses;
    private boolean over;

    HomerStream(Packet packet, HomerDecoder decoder, Losses losses) {
        this.packet = packet;
        this.decoder = decoder;
        this.losses = losses;
    }

    @Override
    public int consume(long nanos, byte[] bytes, int offset, int end) {
        // The messages bring addresses of their own; the segment that carried them is still being decoded.
        segment.set(packet);
        int at = offset;
        int length = HepFraming.packetLength(bytes, at, end);
        while (length > 0) {
            packet.nanos = nanos;
            decoder.decode(bytes, at, at + length);
            packet.set(segment);
            at += length;
            length = HepFraming.packetLength(bytes, at, end);
        }
        if (length == HepFraming.NOT_HEP) {
            losses.count(Loss.MALFORMED_FRAME);
            over = true;
            return end;
        }
        return at;
    }

    @Override
    public void interrupted(long nanos, byte[] bytes, int offset, int end) {
        losses.count(Loss.INCOMPLETE_MESSAGE);
        // Where the next packet begins cannot be told from the middle of one.
        over = true;
    }

    @Override
    public boolean isOver() {
        return over;
    }
}

package org.callcause.capture.packet;

import java.util.Optional;
import org.callcause.capture.hep.HepDecoder;
import org.callcause.capture.hep.HepOutcome;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;

/** HEP in captured packets: what a capture agent sent to its collector, with the addresses and the time in it. */
final class HomerDecoder {

    private final Packet packet;
    private final SipPayloads payloads;
    private final Losses losses;
    private final HepDecoder decoder = new HepDecoder(Optional.empty());

    HomerDecoder(Packet packet, SipPayloads payloads, Losses losses) {
        this.packet = packet;
        this.payloads = payloads;
        this.losses = losses;
    }

    /** Decodes one HEP packet; the current packet takes on the addresses and the time in it. */
    void decode(byte[] bytes, int offset, int end) {
        HepOutcome outcome = decoder.decode(bytes, offset, end);
        switch (outcome) {
            case PAYLOAD -> handOver();
            case OTHER -> {}
            case MALFORMED, WRONG_KEY, NOT_UNPACKED -> losses.count(Loss.MALFORMED_FRAME);
        }
    }

    private void handOver() {
        if (decoder.nanos() != HepDecoder.NO_TIME) {
            packet.nanos = decoder.nanos();
        }
        packet.sourceHigh = decoder.sourceHigh();
        packet.sourceLow = decoder.sourceLow();
        packet.destinationHigh = decoder.destinationHigh();
        packet.destinationLow = decoder.destinationLow();
        packet.sourcePort = decoder.sourcePort();
        packet.destinationPort = decoder.destinationPort();
        payloads.datagram(decoder.transport(), decoder.payloadBytes(), decoder.payloadStart(), decoder.payloadEnd());
    }
}

package org.callcause.capture.packet;

import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.Network;
import org.callcause.capture.source.PacketTally;
import org.callcause.dialog.Transport;

/** SIP over SCTP (RFC 4168): each message is one user message. Those that span several chunks are not put together. */
final class SctpDecoder {

    private static final int HEADER_LENGTH = 12;
    private static final int CHUNK_HEADER_LENGTH = 4;
    private static final int DATA = 0;
    private static final int DATA_HEADER_LENGTH = 16;
    private static final int FIRST_AND_LAST = 0x03;

    private final Packet packet;
    private final SipPayloads payloads;
    private final Losses losses;
    private final PacketTally tally;

    SctpDecoder(Packet packet, SipPayloads payloads, Losses losses, PacketTally tally) {
        this.packet = packet;
        this.payloads = payloads;
        this.losses = losses;
        this.tally = tally;
    }

    void decode(byte[] bytes, int offset, int end) {
        if (end - offset < HEADER_LENGTH) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        packet.sourcePort = Network.unsigned16(bytes, offset);
        packet.destinationPort = Network.unsigned16(bytes, offset + 2);
        tally.sctp().count(packet.serverPort());
        int at = offset + HEADER_LENGTH;
        while (end - at >= CHUNK_HEADER_LENGTH) {
            int length = Network.unsigned16(bytes, at + 2);
            if (length < CHUNK_HEADER_LENGTH) {
                return;
            }
            int payload = payload(bytes, at, Math.min(end, at + length));
            if (payload > 0) {
                payloads.datagram(Transport.SCTP, bytes, payload, Math.min(end, at + length));
            }
            at += length + 3 & ~3;
        }
    }

    /** Where the message in this chunk begins; 0 where it holds none. */
    private static int payload(byte[] bytes, int chunk, int end) {
        boolean whole = (bytes[chunk + 1] & FIRST_AND_LAST) == FIRST_AND_LAST;
        return bytes[chunk] == DATA && whole && end - chunk > DATA_HEADER_LENGTH ? chunk + DATA_HEADER_LENGTH : 0;
    }

    /** Where the message in the first chunk of a packet begins, of which there may be no more; 0 where there is none. */
    static int firstPayload(byte[] bytes, int offset, int end) {
        int chunk = offset + HEADER_LENGTH;
        return end - chunk < CHUNK_HEADER_LENGTH ? 0 : payload(bytes, chunk, end);
    }
}

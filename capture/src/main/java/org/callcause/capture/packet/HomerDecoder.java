package org.callcause.capture.packet;

import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.dialog.Transport;

/**
 * HEP version 3, in which capture agents send what they saw to a Homer server: a datagram of chunks that hold the
 * addresses, the time and the message itself.
 */
final class HomerDecoder {

    private static final int HEADER_LENGTH = 6;
    private static final int CHUNK_HEADER_LENGTH = 6;

    private static final int PROTOCOL = 2;
    private static final int IPV4_SOURCE = 3;
    private static final int IPV4_DESTINATION = 4;
    private static final int IPV6_SOURCE = 5;
    private static final int IPV6_DESTINATION = 6;
    private static final int SOURCE_PORT = 7;
    private static final int DESTINATION_PORT = 8;
    private static final int SECONDS = 9;
    private static final int MICROSECONDS = 10;
    private static final int PAYLOAD = 15;

    private static final long IPV4_PREFIX = 0xFFFFL << 32;

    private final Packet packet;
    private final SipPayloads payloads;
    private final Losses losses;

    HomerDecoder(Packet packet, SipPayloads payloads, Losses losses) {
        this.packet = packet;
        this.payloads = payloads;
        this.losses = losses;
    }

    static boolean recognises(byte[] bytes, int offset, int end) {
        return end - offset > HEADER_LENGTH
                && bytes[offset] == 'H'
                && bytes[offset + 1] == 'E'
                && bytes[offset + 2] == 'P'
                && bytes[offset + 3] == '3';
    }

    /** Decodes one HEP packet; the current packet takes on the addresses and the time in it. */
    void decode(byte[] bytes, int offset, int end) {
        int limit = Math.min(end, offset + Network.unsigned16(bytes, offset + 4));
        int payload = -1;
        int payloadEnd = -1;
        long seconds = -1;
        long microseconds = 0;
        Transport transport = Transport.UDP;
        int at = offset + HEADER_LENGTH;
        while (limit - at > CHUNK_HEADER_LENGTH) {
            int type = Network.unsigned16(bytes, at + 2);
            int length = Network.unsigned16(bytes, at + 4);
            int value = at + CHUNK_HEADER_LENGTH;
            if (length < CHUNK_HEADER_LENGTH || length > limit - at) {
                losses.count(Loss.MALFORMED_FRAME);
                break;
            }
            at += length;
            // Chunks of a vendor of its own have meanings of their own.
            if (Network.unsigned16(bytes, value - CHUNK_HEADER_LENGTH) != 0) {
                continue;
            }
            int valueLength = length - CHUNK_HEADER_LENGTH;
            if (type == PAYLOAD) {
                payload = value;
                payloadEnd = at;
            } else if (type == SECONDS && valueLength == 4) {
                seconds = Network.unsigned32(bytes, value);
            } else if (type == MICROSECONDS && valueLength == 4) {
                microseconds = Network.unsigned32(bytes, value);
            } else if (type == PROTOCOL && valueLength == 1) {
                transport = transport(bytes[value]);
            } else {
                readEnds(type, bytes, value, valueLength);
            }
        }
        if (seconds >= 0) {
            packet.nanos = seconds * 1_000_000_000L + microseconds * 1000;
        }
        if (payload >= 0) {
            payloads.datagram(transport, bytes, payload, payloadEnd);
        }
    }

    private static Transport transport(int protocol) {
        return switch (protocol) {
            case 6 -> Transport.TCP;
            case 17 -> Transport.UDP;
            case (byte) 132 -> Transport.SCTP;
            default -> Transport.UNKNOWN;
        };
    }

    private void readEnds(int type, byte[] bytes, int value, int length) {
        if (length == 4 && type == IPV4_SOURCE) {
            packet.sourceHigh = 0;
            packet.sourceLow = IPV4_PREFIX | Network.unsigned32(bytes, value);
        } else if (length == 4 && type == IPV4_DESTINATION) {
            packet.destinationHigh = 0;
            packet.destinationLow = IPV4_PREFIX | Network.unsigned32(bytes, value);
        } else if (length == 16 && type == IPV6_SOURCE) {
            packet.sourceHigh = Network.signed64(bytes, value);
            packet.sourceLow = Network.signed64(bytes, value + 8);
        } else if (length == 16 && type == IPV6_DESTINATION) {
            packet.destinationHigh = Network.signed64(bytes, value);
            packet.destinationLow = Network.signed64(bytes, value + 8);
        } else if (length == 2 && type == SOURCE_PORT) {
            packet.sourcePort = Network.unsigned16(bytes, value);
        } else if (length == 2 && type == DESTINATION_PORT) {
            packet.destinationPort = Network.unsigned16(bytes, value);
        }
    }
}

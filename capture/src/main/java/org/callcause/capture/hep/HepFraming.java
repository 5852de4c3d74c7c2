package org.callcause.capture.hep;

import org.callcause.capture.source.Network;
import org.callcause.message.ParserLimits;
import org.callcause.message.SipFraming;

/** Finds the HEP packets in a stream. Version 3 tells its length; before, the SIP message inside must. */
public final class HepFraming {

    /** The bytes cannot be the beginning of a packet. */
    public static final int NOT_HEP = -1;

    /** More bytes are needed to tell. */
    public static final int INCOMPLETE = 0;

    /** The longest packet: version 3 has 16 bits for it, the others carry one message behind a short header. */
    public static final int LONGEST = ParserLimits.DEFAULT.messageBytes() + 256;

    private static final byte[] MAGIC = {'H', 'E', 'P', '3'};

    private HepFraming() {}

    /** The length of the packet that begins here, {@link #INCOMPLETE} or {@link #NOT_HEP}. */
    public static int packetLength(byte[] bytes, int offset, int end) {
        int available = end - offset;
        if (available == 0) {
            return INCOMPLETE;
        }
        if (bytes[offset] == 1 || bytes[offset] == 2) {
            return lengthV2(bytes, offset, end);
        }
        for (int i = 0; i < Math.min(MAGIC.length, available); i++) {
            if (bytes[offset + i] != MAGIC[i]) {
                return NOT_HEP;
            }
        }
        if (available < HepDecoder.V3_HEADER) {
            return INCOMPLETE;
        }
        int length = Network.unsigned16(bytes, offset + 4);
        if (length < HepDecoder.V3_HEADER) {
            return NOT_HEP;
        }
        return length <= available ? length : INCOMPLETE;
    }

    private static int lengthV2(byte[] bytes, int offset, int end) {
        if (end - offset < HepDecoder.V2_HEADER) {
            return INCOMPLETE;
        }
        if (!HepDecoder.isV2(bytes, offset, end)) {
            return NOT_HEP;
        }
        int header = (bytes[offset + 1] & 0xFF) + HepDecoder.timeLength(bytes, offset);
        if (end - offset <= header) {
            return INCOMPLETE;
        }
        int message = SipFraming.messageLength(bytes, offset + header, end - offset - header);
        return message > 0 ? header + message : message;
    }
}

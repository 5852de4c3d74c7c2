package org.callcause.capture.hep;

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

    private HepFraming() {}

    /** The length of the packet that begins here, {@link #INCOMPLETE} or {@link #NOT_HEP}. */
    public static int packetLength(byte[] bytes, int offset, int end) {
        int available = end - offset;
        if (available == 0) {
            return INCOMPLETE;
        }
        if (HepVersion2.mayBeBegunBy(bytes[offset])) {
            return lengthV2(bytes, offset, end);
        }
        if (!HepVersion3.mayBeBegunBy(bytes, offset, end)) {
            return NOT_HEP;
        }
        if (available < HepVersion3.HEADER) {
            return INCOMPLETE;
        }
        int length = HepVersion3.length(bytes, offset);
        if (length < HepVersion3.HEADER) {
            return NOT_HEP;
        }
        return length <= available ? length : INCOMPLETE;
    }

    private static int lengthV2(byte[] bytes, int offset, int end) {
        if (end - offset < HepVersion2.HEADER) {
            return INCOMPLETE;
        }
        if (!HepVersion2.isBegunBy(bytes, offset, end)) {
            return NOT_HEP;
        }
        int header = HepVersion2.messageOffset(bytes, offset);
        if (end - offset <= header) {
            return INCOMPLETE;
        }
        int message = SipFraming.messageLength(bytes, offset + header, end - offset - header);
        return message > 0 ? header + message : message;
    }
}

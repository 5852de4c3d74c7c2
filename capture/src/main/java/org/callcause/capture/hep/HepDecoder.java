package org.callcause.capture.hep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.callcause.dialog.Transport;
import org.jspecify.annotations.Nullable;

/**
 * Reads HEP packets of versions 1, 2 and 3. What it says is about the last packet given, and its bytes are only lent: a
 * packet is looked at and forgotten. No bytes make it throw. For one thread at a time.
 *
 * <p>An IPv4 address is given in the IPv6 form {@code ::ffff:192.0.2.1}, as two halves.
 */
public final class HepDecoder {

    /** The time of a packet that tells none. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private static final int SIP = 1;

    private final byte @Nullable [] expectedKey;
    private final Unpacking unpacking = new Unpacking();
    private final HepPacket packet = new HepPacket();

    /**
     * Makes a decoder.
     *
     * @param key what a packet must carry to be read; without one every packet is read
     */
    public HepDecoder(Optional<String> key) {
        this.expectedKey =
                key.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElse(null);
    }

    /** Whether the bytes begin like a HEP packet of any version. */
    public static boolean recognises(byte[] bytes, int offset, int end) {
        return HepVersion3.isBegunBy(bytes, offset, end) || HepVersion2.isBegunBy(bytes, offset, end);
    }

    /** Reads one packet, which fills the range or ends before it does. */
    public HepOutcome decode(byte[] bytes, int offset, int end) {
        packet.clear(bytes);
        if (HepVersion3.isBegunBy(bytes, offset, end)) {
            return HepVersion3.read(bytes, offset, end, packet) ? judge() : HepOutcome.MALFORMED;
        }
        if (!HepVersion2.isBegunBy(bytes, offset, end)) {
            return HepOutcome.MALFORMED;
        }
        // Versions 1 and 2 carry no key, so where one is asked for they are not read.
        if (expectedKey != null) {
            return HepOutcome.WRONG_KEY;
        }
        return HepVersion2.read(bytes, offset, end, packet) ? payload() : HepOutcome.MALFORMED;
    }

    private HepOutcome judge() {
        if (expectedKey != null && !MessageDigest.isEqual(expectedKey, packet.key())) {
            return HepOutcome.WRONG_KEY;
        }
        if (packet.protocolType != SIP && packet.protocolType != HepPacket.NOT_SAID) {
            return HepOutcome.OTHER;
        }
        return packet.isOnlyPacked() ? unpack() : payload();
    }

    private HepOutcome unpack() {
        if (!unpacking.unpack(packet.payloadBytes, packet.packedStart, packet.packedEnd)) {
            return HepOutcome.NOT_UNPACKED;
        }
        packet.payload(unpacking.bytes(), 0, unpacking.length());
        return HepOutcome.PAYLOAD;
    }

    private HepOutcome payload() {
        return packet.hasPayload() ? HepOutcome.PAYLOAD : HepOutcome.OTHER;
    }

    /** Nanoseconds since 1970-01-01T00:00:00Z, or {@link #NO_TIME}. */
    public long nanos() {
        return packet.nanos();
    }

    /** The first half of the address of the sender. */
    public long sourceHigh() {
        return packet.sourceHigh;
    }

    /** The second half of the address of the sender. */
    public long sourceLow() {
        return packet.sourceLow;
    }

    /** The first half of the address of the receiver. */
    public long destinationHigh() {
        return packet.destinationHigh;
    }

    /** The second half of the address of the receiver. */
    public long destinationLow() {
        return packet.destinationLow;
    }

    /** The port of the sender; 0 if the packet does not tell. */
    public int sourcePort() {
        return packet.sourcePort;
    }

    /** The port of the receiver; 0 if the packet does not tell. */
    public int destinationPort() {
        return packet.destinationPort;
    }

    /** What carried the message, as far as the packet tells. */
    public Transport transport() {
        return packet.transport;
    }

    /** The number of the capture agent; 0 if the packet does not tell. */
    public long captureAgent() {
        return packet.captureAgent;
    }

    /** What the agent says that belongs together; often a Call-ID of another leg. */
    public Optional<String> correlationId() {
        return packet.correlationId();
    }

    /** The array that holds the payload. */
    public byte[] payloadBytes() {
        return packet.payloadBytes;
    }

    /** Where the payload starts. */
    public int payloadStart() {
        return packet.payloadStart;
    }

    /** Where the payload ends. */
    public int payloadEnd() {
        return packet.payloadEnd;
    }
}

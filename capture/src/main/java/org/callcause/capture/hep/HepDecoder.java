package org.callcause.capture.hep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.callcause.capture.source.Network;
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

    /** The length of the fixed beginning of version 3: the letters HEP3 and the length of the whole. */
    static final int V3_HEADER = 6;

    /** The length of the fixed beginning of versions 1 and 2, up to the addresses. */
    static final int V2_HEADER = 8;

    private static final int CHUNK_HEADER = 6;

    // The generic chunk types of version 3 that matter here.
    private static final int PROTOCOL = 2;
    private static final int IPV4_SOURCE = 3;
    private static final int IPV4_DESTINATION = 4;
    private static final int IPV6_SOURCE = 5;
    private static final int IPV6_DESTINATION = 6;
    private static final int SOURCE_PORT = 7;
    private static final int DESTINATION_PORT = 8;
    private static final int SECONDS = 9;
    private static final int MICROSECONDS = 10;
    private static final int PROTOCOL_TYPE = 11;
    private static final int CAPTURE_AGENT = 12;
    private static final int KEY = 14;
    private static final int PAYLOAD = 15;
    private static final int COMPRESSED_PAYLOAD = 16;
    private static final int CORRELATION_ID = 17;

    private static final int SIP = 1;
    private static final int NOT_SAID = -1;

    private static final long IPV4_PREFIX = 0xFFFFL << 32;
    private static final long MILLION = 1_000_000L;

    private final byte @Nullable [] expectedKey;
    private final Unpacking unpacking = new Unpacking();

    private long sourceHigh;
    private long sourceLow;
    private long destinationHigh;
    private long destinationLow;
    private int sourcePort;
    private int destinationPort;
    private Transport transport = Transport.UNKNOWN;
    private long seconds;
    private long microseconds;
    private long captureAgent;
    private int protocolType;
    private byte[] payloadBytes = {};
    private int payloadStart;
    private int payloadEnd;
    private int keyStart;
    private int keyEnd;
    private int correlationStart;
    private int correlationEnd;
    private byte[] packet = {};

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
        return isV3(bytes, offset, end) || isV2(bytes, offset, end);
    }

    static boolean isV3(byte[] bytes, int offset, int end) {
        return end - offset >= V3_HEADER
                && bytes[offset] == 'H'
                && bytes[offset + 1] == 'E'
                && bytes[offset + 2] == 'P'
                && bytes[offset + 3] == '3';
    }

    /** A version, the length of the header that fits the address family, and a family that is known. */
    static boolean isV2(byte[] bytes, int offset, int end) {
        if (end - offset < V2_HEADER || (bytes[offset] != 1 && bytes[offset] != 2)) {
            return false;
        }
        int length = bytes[offset + 1] & 0xFF;
        int addresses = 2 * addressLength(bytes[offset + 2]);
        return addresses > 0 && length == V2_HEADER + addresses;
    }

    /** The families as the systems number them: IPv4 is 2 everywhere, IPv6 is 10, 23, 24, 28 or 30. */
    private static int addressLength(int family) {
        return switch (family) {
            case 2 -> 4;
            case 10, 23, 24, 28, 30 -> 16;
            default -> 0;
        };
    }

    /** Reads one packet, which fills the range or ends before it does. */
    public HepOutcome decode(byte[] bytes, int offset, int end) {
        clear(bytes);
        if (isV3(bytes, offset, end)) {
            return decodeV3(bytes, offset, end);
        }
        return isV2(bytes, offset, end) ? decodeV2(bytes, offset, end) : HepOutcome.MALFORMED;
    }

    private void clear(byte[] bytes) {
        packet = bytes;
        payloadBytes = bytes;
        sourceHigh = 0;
        sourceLow = 0;
        destinationHigh = 0;
        destinationLow = 0;
        sourcePort = 0;
        destinationPort = 0;
        transport = Transport.UNKNOWN;
        seconds = NOT_SAID;
        microseconds = 0;
        captureAgent = 0;
        protocolType = NOT_SAID;
        payloadStart = NOT_SAID;
        payloadEnd = NOT_SAID;
        keyStart = NOT_SAID;
        keyEnd = NOT_SAID;
        correlationStart = NOT_SAID;
        correlationEnd = NOT_SAID;
    }

    private HepOutcome decodeV3(byte[] bytes, int offset, int end) {
        int length = Network.unsigned16(bytes, offset + 4);
        if (length < V3_HEADER || length > end - offset) {
            return HepOutcome.MALFORMED;
        }
        int limit = offset + length;
        int at = offset + V3_HEADER;
        int packed = NOT_SAID;
        int packedEnd = NOT_SAID;
        while (limit - at >= CHUNK_HEADER) {
            int chunkLength = Network.unsigned16(bytes, at + 4);
            if (chunkLength < CHUNK_HEADER || chunkLength > limit - at) {
                return HepOutcome.MALFORMED;
            }
            int value = at + CHUNK_HEADER;
            int next = at + chunkLength;
            // Chunks of a vendor of its own have meanings of their own.
            if (Network.unsigned16(bytes, at) == 0) {
                int type = Network.unsigned16(bytes, at + 2);
                if (type == COMPRESSED_PAYLOAD) {
                    packed = value;
                    packedEnd = next;
                } else {
                    chunk(type, bytes, value, next);
                }
            }
            at = next;
        }
        if (!isKeyRight()) {
            return HepOutcome.WRONG_KEY;
        }
        if (protocolType != SIP && protocolType != NOT_SAID) {
            return HepOutcome.OTHER;
        }
        return packed == NOT_SAID || payloadStart != NOT_SAID ? found() : unpack(bytes, packed, packedEnd);
    }

    private void chunk(int type, byte[] bytes, int value, int end) {
        int length = end - value;
        switch (type) {
            case PAYLOAD -> {
                payloadStart = value;
                payloadEnd = end;
            }
            case KEY -> {
                keyStart = value;
                keyEnd = end;
            }
            case CORRELATION_ID -> {
                correlationStart = value;
                correlationEnd = end;
            }
            default -> {
                switch (length) {
                    case 1 -> oneByte(type, bytes[value] & 0xFF);
                    case 2 -> port(type, Network.unsigned16(bytes, value));
                    case 4 -> fourBytes(type, Network.unsigned32(bytes, value));
                    case 16 -> ipv6(type, Network.signed64(bytes, value), Network.signed64(bytes, value + 8));
                    default -> {}
                }
            }
        }
    }

    private void oneByte(int type, int value) {
        if (type == PROTOCOL) {
            transport = transportOf(value);
        } else if (type == PROTOCOL_TYPE) {
            protocolType = value;
        }
    }

    private void port(int type, int value) {
        if (type == SOURCE_PORT) {
            sourcePort = value;
        } else if (type == DESTINATION_PORT) {
            destinationPort = value;
        }
    }

    private void fourBytes(int type, long value) {
        switch (type) {
            case IPV4_SOURCE -> sourceLow = IPV4_PREFIX | value;
            case IPV4_DESTINATION -> destinationLow = IPV4_PREFIX | value;
            case SECONDS -> seconds = value;
            case MICROSECONDS -> microseconds = value;
            case CAPTURE_AGENT -> captureAgent = value;
            default -> {}
        }
    }

    private void ipv6(int type, long high, long low) {
        if (type == IPV6_SOURCE) {
            sourceHigh = high;
            sourceLow = low;
        } else if (type == IPV6_DESTINATION) {
            destinationHigh = high;
            destinationLow = low;
        }
    }

    /** By the numbers of IP. Kamailio sends 22 for TLS and for WebSockets alike: then the message must tell. */
    private static Transport transportOf(int protocol) {
        return switch (protocol) {
            case 6 -> Transport.TCP;
            case 17 -> Transport.UDP;
            case 132 -> Transport.SCTP;
            default -> Transport.UNKNOWN;
        };
    }

    private boolean isKeyRight() {
        if (expectedKey == null) {
            return true;
        }
        byte[] given = keyStart == NOT_SAID ? new byte[0] : Arrays.copyOfRange(packet, keyStart, keyEnd);
        return MessageDigest.isEqual(expectedKey, given);
    }

    private HepOutcome unpack(byte[] bytes, int offset, int end) {
        if (!unpacking.unpack(bytes, offset, end)) {
            return HepOutcome.NOT_UNPACKED;
        }
        payloadBytes = unpacking.bytes();
        payloadStart = 0;
        payloadEnd = unpacking.length();
        return HepOutcome.PAYLOAD;
    }

    private HepOutcome found() {
        return payloadStart == NOT_SAID || payloadStart == payloadEnd ? HepOutcome.OTHER : HepOutcome.PAYLOAD;
    }

    /** Versions 1 and 2 carry no key, so where one is asked for they are not read. */
    private HepOutcome decodeV2(byte[] bytes, int offset, int end) {
        if (expectedKey != null) {
            return HepOutcome.WRONG_KEY;
        }
        int header = bytes[offset + 1] & 0xFF;
        int time = offset + header;
        int payload = time + timeLength(bytes, offset);
        if (payload > end) {
            return HepOutcome.MALFORMED;
        }
        transport = transportOf(bytes[offset + 3] & 0xFF);
        sourcePort = Network.unsigned16(bytes, offset + 4);
        destinationPort = Network.unsigned16(bytes, offset + 6);
        int addresses = offset + V2_HEADER;
        if (header == V2_HEADER + 8) {
            sourceLow = IPV4_PREFIX | Network.unsigned32(bytes, addresses);
            destinationLow = IPV4_PREFIX | Network.unsigned32(bytes, addresses + 4);
        } else {
            ipv6(IPV6_SOURCE, Network.signed64(bytes, addresses), Network.signed64(bytes, addresses + 8));
            ipv6(IPV6_DESTINATION, Network.signed64(bytes, addresses + 16), Network.signed64(bytes, addresses + 24));
        }
        if (payload > time) {
            timeV2(bytes, time);
        }
        payloadStart = payload;
        payloadEnd = end;
        return found();
    }

    /** Version 2 tells the time behind what its header length counts. */
    static int timeLength(byte[] bytes, int offset) {
        return bytes[offset] == 2 ? 12 : 0;
    }

    /** Agents write the time in the byte order of their machine, which is nearly always the little end first. */
    private void timeV2(byte[] bytes, int at) {
        long swappedMicroseconds = littleEnd(bytes, at + 4);
        if (swappedMicroseconds < MILLION) {
            seconds = littleEnd(bytes, at);
            microseconds = swappedMicroseconds;
            captureAgent = littleEnd(bytes, at + 8) & 0xFFFF;
        } else {
            seconds = Network.unsigned32(bytes, at);
            microseconds = Network.unsigned32(bytes, at + 4);
            captureAgent = Network.unsigned16(bytes, at + 8);
        }
    }

    private static long littleEnd(byte[] bytes, int at) {
        return Integer.reverseBytes(Network.signed32(bytes, at)) & 0xFFFF_FFFFL;
    }

    /** Nanoseconds since 1970-01-01T00:00:00Z, or {@link #NO_TIME}. */
    public long nanos() {
        return seconds < 0 ? NO_TIME : (seconds * MILLION + Math.min(microseconds, MILLION - 1)) * 1_000;
    }

    /** The first half of the address of the sender. */
    public long sourceHigh() {
        return sourceHigh;
    }

    /** The second half of the address of the sender. */
    public long sourceLow() {
        return sourceLow;
    }

    /** The first half of the address of the receiver. */
    public long destinationHigh() {
        return destinationHigh;
    }

    /** The second half of the address of the receiver. */
    public long destinationLow() {
        return destinationLow;
    }

    /** The port of the sender; 0 if the packet does not tell. */
    public int sourcePort() {
        return sourcePort;
    }

    /** The port of the receiver; 0 if the packet does not tell. */
    public int destinationPort() {
        return destinationPort;
    }

    /** What carried the message, as far as the packet tells. */
    public Transport transport() {
        return transport;
    }

    /** The number of the capture agent; 0 if the packet does not tell. */
    public long captureAgent() {
        return captureAgent;
    }

    /** What the agent says that belongs together; often a Call-ID of another leg. */
    public Optional<String> correlationId() {
        return correlationStart >= correlationEnd
                ? Optional.empty()
                : Optional.of(new String(
                        packet, correlationStart, correlationEnd - correlationStart, StandardCharsets.UTF_8));
    }

    /** The array that holds the payload. */
    public byte[] payloadBytes() {
        return payloadBytes;
    }

    /** Where the payload starts. */
    public int payloadStart() {
        return payloadStart;
    }

    /** Where the payload ends. */
    public int payloadEnd() {
        return payloadEnd;
    }
}

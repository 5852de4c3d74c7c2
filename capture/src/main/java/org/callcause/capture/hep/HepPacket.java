package org.callcause.capture.hep;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.callcause.dialog.Transport;

/** What one HEP packet says. Filled by the reader of its version, and used again for the next. */
final class HepPacket {

    static final int NOT_SAID = -1;

    private static final long IPV4_PREFIX = 0xFFFFL << 32;
    private static final long MILLION = 1_000_000L;

    long sourceHigh;
    long sourceLow;
    long destinationHigh;
    long destinationLow;
    int sourcePort;
    int destinationPort;
    Transport transport = Transport.UNKNOWN;
    long seconds;
    long microseconds;
    long captureAgent;
    int protocolType;
    byte[] payloadBytes = {};
    int payloadStart;
    int payloadEnd;
    int packedStart;
    int packedEnd;
    int keyStart;
    int keyEnd;
    int correlationStart;
    int correlationEnd;
    private byte[] bytes = {};

    void clear(byte[] next) {
        bytes = next;
        payloadBytes = next;
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
        packedStart = NOT_SAID;
        packedEnd = NOT_SAID;
        keyStart = NOT_SAID;
        keyEnd = NOT_SAID;
        correlationStart = NOT_SAID;
        correlationEnd = NOT_SAID;
    }

    void payload(byte[] holder, int start, int end) {
        payloadBytes = holder;
        payloadStart = start;
        payloadEnd = end;
    }

    boolean hasPayload() {
        return payloadStart != NOT_SAID && payloadStart != payloadEnd;
    }

    boolean isOnlyPacked() {
        return packedStart != NOT_SAID && payloadStart == NOT_SAID;
    }

    void ipv4Source(long address) {
        sourceLow = IPV4_PREFIX | address;
    }

    void ipv4Destination(long address) {
        destinationLow = IPV4_PREFIX | address;
    }

    void ipv6Source(long high, long low) {
        sourceHigh = high;
        sourceLow = low;
    }

    void ipv6Destination(long high, long low) {
        destinationHigh = high;
        destinationLow = low;
    }

    /** By the numbers of IP. Kamailio sends 22 for TLS and for WebSockets alike: then the message must tell. */
    void carriedBy(int protocol) {
        transport = switch (protocol) {
            case 6 -> Transport.TCP;
            case 17 -> Transport.UDP;
            case 132 -> Transport.SCTP;
            default -> Transport.UNKNOWN;
        };
    }

    /** Nanoseconds since 1970-01-01T00:00:00Z, or {@link HepDecoder#NO_TIME}. */
    long nanos() {
        return seconds < 0 ? HepDecoder.NO_TIME : (seconds * MILLION + Math.min(microseconds, MILLION - 1)) * 1_000;
    }

    /** The key it carries; no bytes without one. */
    byte[] key() {
        return keyStart == NOT_SAID ? new byte[0] : Arrays.copyOfRange(bytes, keyStart, keyEnd);
    }

    Optional<String> correlationId() {
        return correlationStart >= correlationEnd
                ? Optional.empty()
                : Optional.of(
                        new String(bytes, correlationStart, correlationEnd - correlationStart, StandardCharsets.UTF_8));
    }
}

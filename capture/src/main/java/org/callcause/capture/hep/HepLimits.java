package org.callcause.capture.hep;

import java.time.Duration;
import java.util.Objects;

/**
 * What senders may take of a receiver. A packet is at most 65,535 bytes by its format, so the memory of all streams is
 * bounded by their number.
 *
 * @param connections streams open at once, TCP and TLS each; beyond it the one that was silent longest is closed
 * @param packetTime how long the rest of a packet, or a TLS handshake, may take; a stream may be silent for ever
 *     between packets
 */
public record HepLimits(int connections, Duration packetTime) {

    /** 2,048 streams, and 30 seconds a packet. */
    public static final HepLimits DEFAULT = new HepLimits(2_048, Duration.ofSeconds(30));

    /**
     * Keeps the limits.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public HepLimits {
        Objects.requireNonNull(packetTime, "packetTime");
        if (connections < 1 || packetTime.isNegative() || packetTime.isZero()) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}

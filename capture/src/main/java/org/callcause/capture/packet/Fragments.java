package org.callcause.capture.packet;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.jspecify.annotations.Nullable;

/** Puts the fragments of IP packets together (RFC 791 section 3.2, RFC 8200 section 4.5), within bounds. */
final class Fragments {

    private static final int MAX_PACKETS = 1024;
    private static final int MAX_BYTES = 16 << 20;

    // The fragments of a packet leave their sender in one go. Waiting long would only delay what can be saved.
    private static final long MAX_WAIT_NANOS = 2_000_000_000L;

    private final Packet packet;
    private final Losses losses;
    private final Map<Key, FragmentedPacket> packets = new LinkedHashMap<>();
    private long heldBytes;

    private record Key(
            long sourceHigh,
            long sourceLow,
            long destinationHigh,
            long destinationLow,
            int identification,
            int protocol) {}

    Fragments(Packet packet, Losses losses) {
        this.packet = packet;
        this.losses = losses;
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    /** Whether the oldest packet must be given up, by time or for want of room. */
    boolean hasExpired(long nanos) {
        if (packets.isEmpty()) {
            return false;
        }
        long age = nanos - packets.values().iterator().next().nanos();
        return age > MAX_WAIT_NANOS || age < -MAX_WAIT_NANOS || packets.size() >= MAX_PACKETS || heldBytes > MAX_BYTES;
    }

    FragmentedPacket removeOldest() {
        Iterator<FragmentedPacket> oldest = packets.values().iterator();
        FragmentedPacket removed = oldest.next();
        oldest.remove();
        heldBytes -= removed.bytes().length;
        return removed;
    }

    /** Adds a fragment of the current packet; the whole packet when this was the last part of it. */
    @Nullable
    FragmentedPacket add(
            int protocol, int identification, int fragmentOffset, boolean more, byte[] bytes, int offset, int length) {
        boolean tooLong = fragmentOffset + length > FragmentedPacket.MAX_LENGTH;
        // A fragment that the capture cut loses its odd end, and the packet then stays incomplete.
        boolean odd = more && length % 8 != 0 && !packet.cut;
        if (length <= 0 || tooLong || odd) {
            losses.count(Loss.MALFORMED_FRAME);
            return null;
        }
        Key key = new Key(
                packet.sourceHigh,
                packet.sourceLow,
                packet.destinationHigh,
                packet.destinationLow,
                identification,
                protocol);
        FragmentedPacket known = packets.get(key);
        if (known == null || known.isComplete()) {
            if (known != null) {
                heldBytes -= known.bytes().length;
                packets.remove(key);
            }
            known = new FragmentedPacket(packet, protocol, known != null);
            packets.put(key, known);
            heldBytes += known.bytes().length;
        }
        int before = known.bytes().length;
        known.add(fragmentOffset, more || packet.cut, bytes, offset, length);
        heldBytes += known.bytes().length - before;
        return known.isComplete() ? known : null;
    }
}

package org.callcause.capture.packet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.RtpStream;
import org.callcause.dialog.TransportFailure;
import org.jspecify.annotations.Nullable;

/**
 * Counts the packets of RTP between each two sockets, and tells every two seconds of the capture what came since. Whose they
 * are is found later, by the session descriptions, which nothing here reads.
 */
final class RtpFlows {

    private static final long INTERVAL_NANOS = 2_000_000_000L;

    /** More at once are those of some thousands of calls, and the rest of that interval is passed over. */
    private static final int MOST_FLOWS = 65_536;

    private static final class Flow {
        private final Endpoint from;
        private final Endpoint to;
        private final int payloadType;
        private final long first;
        private long last;
        private long packets;

        /** That of another payload type between the same two sockets. */
        private @Nullable Flow other;

        private Flow(Endpoint from, Endpoint to, int payloadType, long nanos) {
            this.from = from;
            this.to = to;
            this.payloadType = payloadType;
            this.first = nanos;
            this.last = nanos;
        }

        private RtpStream seen() {
            return RtpStream.of(
                    from, to, payloadType, packets, EpochNanos.toInstant(first), EpochNanos.toInstant(last));
        }
    }

    private final SipPayloads payloads;
    private final Map<FlowKey, Flow> flows = new LinkedHashMap<>();
    private final FlowKey key = new FlowKey();
    private long begun;

    RtpFlows(SipPayloads payloads) {
        this.payloads = payloads;
    }

    /** Moves the clock of the capture on, with whatever packet. */
    void advance(long nanos) {
        if (!flows.isEmpty() && Math.abs(nanos - begun) >= INTERVAL_NANOS) {
            tell();
        }
    }

    /** Takes a packet of RTP, told by its header. */
    void count(Packet packet, int payloadType) {
        if (flows.isEmpty()) {
            begun = packet.nanos;
        }
        key.set(packet);
        Flow known = flows.get(key);
        Flow flow = known;
        while (flow != null && flow.payloadType != payloadType) {
            flow = flow.other;
        }
        if (flow == null) {
            if (flows.size() == MOST_FLOWS) {
                return;
            }
            flow = new Flow(payloads.source(), payloads.destination(), payloadType, packet.nanos);
            flow.other = known;
            flows.put(known == null ? key.copy() : key, flow);
        }
        flow.packets++;
        flow.last = Math.max(flow.last, packet.nanos);
    }

    /** Takes an ICMP error of this kind about a datagram that was no SIP. */
    void refused(Packet quoted, long nanos, TransportFailure.Kind kind) {
        payloads.rtp(RtpStream.refused(
                payloads.source(quoted), payloads.destination(quoted), EpochNanos.toInstant(nanos), kind));
    }

    /** Tells what was counted since the last time. */
    void tell() {
        for (Flow latest : flows.values()) {
            for (Flow flow = latest; flow != null; flow = flow.other) {
                payloads.rtp(flow.seen());
            }
        }
        flows.clear();
    }
}

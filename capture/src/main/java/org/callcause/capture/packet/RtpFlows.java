package org.callcause.capture.packet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.RtpStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the packets of RTP between each two sockets, and tells every two seconds of the capture what came since. Whose they
 * are is found later, by the session descriptions, which nothing here reads.
 */
final class RtpFlows {

    private static final long INTERVAL_NANOS = 2_000_000_000L;

    /** More at once are those of some thousands of calls, and are told before the interval is over. */
    private static final int MOST_FLOWS = 65_536;

    private static final int NOT_SEEN = -1;

    private static final class Flow {
        private final Endpoint from;
        private final Endpoint to;
        private final int payloadType;
        private final RtpStream.@Nullable Refusal refusal;
        private long first;
        private long last;
        private long packets;

        /** Another one between the same two sockets. */
        private @Nullable Flow other;

        private Flow(Endpoint from, Endpoint to, int payloadType, RtpStream.@Nullable Refusal refusal, long nanos) {
            this.from = from;
            this.to = to;
            this.payloadType = payloadType;
            this.refusal = refusal;
            this.first = nanos;
            this.last = nanos;
        }

        private boolean isOf(int type, RtpStream.@Nullable Refusal why) {
            return payloadType == type && (why == null ? refusal == null : why.equals(refusal));
        }

        private void count(long nanos) {
            packets++;
            first = Math.min(first, nanos);
            last = Math.max(last, nanos);
        }

        private RtpStream seen() {
            return refusal == null
                    ? RtpStream.of(
                            from, to, payloadType, packets, EpochNanos.toInstant(first), EpochNanos.toInstant(last))
                    : RtpStream.refused(
                            from, to, packets, EpochNanos.toInstant(first), EpochNanos.toInstant(last), refusal);
        }
    }

    private final SipPayloads payloads;
    private final Map<FlowKey, Flow> flows = new LinkedHashMap<>();
    private final FlowKey key = new FlowKey();
    private int count;
    private long begun;

    RtpFlows(SipPayloads payloads) {
        this.payloads = payloads;
    }

    /** Moves the clock of the capture on, with whatever packet. */
    void advance(long nanos) {
        if (count > 0 && Math.abs(nanos - begun) >= INTERVAL_NANOS) {
            tell();
        }
    }

    /** Takes a packet of RTP, told by its header. */
    void count(Packet packet, int payloadType) {
        count(packet, packet.nanos, payloadType, null);
    }

    /** Takes an ICMP error about a datagram that was no SIP. */
    void refuse(Packet quoted, long nanos, RtpStream.Refusal why) {
        count(quoted, nanos, NOT_SEEN, why);
    }

    private void count(Packet packet, long nanos, int payloadType, RtpStream.@Nullable Refusal why) {
        if (count >= MOST_FLOWS) {
            tell();
        }
        if (count == 0) {
            begun = nanos;
        }
        key.set(packet);
        Flow known = flows.get(key);
        Flow flow = known;
        while (flow != null && !flow.isOf(payloadType, why)) {
            flow = flow.other;
        }
        if (flow == null) {
            flow = new Flow(payloads.source(packet), payloads.destination(packet), payloadType, why, nanos);
            flow.other = known;
            flows.put(known == null ? key.copy() : key, flow);
            count++;
        }
        flow.count(nanos);
    }

    /** Tells what was counted since the last time. */
    void tell() {
        for (Flow latest : flows.values()) {
            for (Flow flow = latest; flow != null; flow = flow.other) {
                payloads.rtp(flow.seen());
            }
        }
        flows.clear();
        count = 0;
    }
}

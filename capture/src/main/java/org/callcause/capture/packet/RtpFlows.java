package org.callcause.capture.packet;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.EpochNanos;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.MediaSignal;
import org.callcause.dialog.RtpStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the packets of RTP between each two sockets, and those of the signals beside it, and tells every two seconds of the
 * capture what came since. Whose they are is found later, by the session descriptions, which nothing here reads.
 */
final class RtpFlows {

    private static final long INTERVAL_NANOS = 2_000_000_000L;

    /** More at once are those of some thousands of calls, and are told before the interval is over. */
    private static final int MOST_FLOWS = 65_536;

    private static final int NOT_SEEN = -1;

    private static final class Flow {
        private final Endpoint from;
        private final Endpoint to;
        private final @Nullable Object what;
        private int number;
        private long first;
        private long last;
        private long packets;

        /** Another one between the same two sockets. */
        private @Nullable Flow other;

        private Flow(Endpoint from, Endpoint to, int number, @Nullable Object what, long nanos) {
            this.from = from;
            this.to = to;
            this.number = number;
            this.what = what;
            this.first = nanos;
            this.last = nanos;
        }

        private boolean isOf(int otherNumber, @Nullable Object other) {
            return (number == otherNumber || (what instanceof MediaSignal.Kind kind && kind.isCount()))
                    && (other == null ? what == null : other.equals(what));
        }

        private void count(long nanos, int counted) {
            packets++;
            number = Math.max(number, counted);
            first = Math.min(first, nanos);
            last = Math.max(last, nanos);
        }

        private MediaSighting seen() {
            Instant begin = EpochNanos.toInstant(first);
            Instant end = EpochNanos.toInstant(last);
            if (what instanceof MediaSignal.Kind kind) {
                return new MediaSignal(from, to, kind, number, packets, begin, end);
            }
            return what instanceof RtpStream.Refusal refusal
                    ? RtpStream.refused(from, to, packets, begin, end, refusal)
                    : RtpStream.of(from, to, number, packets, begin, end);
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

    /** Takes what STUN, DTLS or RTCP says between the sockets of media. */
    void signal(Packet packet, MediaSignal.Kind kind, int number) {
        count(packet, packet.nanos, number, kind);
    }

    /** What it is: nothing more than RTP, how it was refused, or the kind of a signal. */
    private void count(Packet packet, long nanos, int number, @Nullable Object what) {
        if (count >= MOST_FLOWS) {
            tell();
        }
        if (count == 0) {
            begun = nanos;
        }
        key.set(packet);
        Flow known = flows.get(key);
        Flow flow = known;
        while (flow != null && !flow.isOf(number, what)) {
            flow = flow.other;
        }
        if (flow == null) {
            flow = new Flow(payloads.source(packet), payloads.destination(packet), number, what, nanos);
            flow.other = known;
            flows.put(known == null ? key.copy() : key, flow);
            count++;
        }
        flow.count(nanos, number);
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

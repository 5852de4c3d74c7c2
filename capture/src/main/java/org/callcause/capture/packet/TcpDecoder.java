package org.callcause.capture.packet;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.callcause.capture.hep.HepFraming;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.Network;
import org.callcause.capture.source.PacketTally;
import org.callcause.capture.source.SipPorts;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.TransportFailure;
import org.callcause.message.SipFraming;
import org.jspecify.annotations.Nullable;

/**
 * TCP segments. A stream is followed from its SYN, or from the first segment that begins like SIP or like a WebSocket
 * with SIP in it or like HEP; all others are judged by their first bytes and forgotten.
 */
final class TcpDecoder {

    private static final int MAX_STREAMS = 8192;
    private static final long MAX_HELD_BYTES = 32 << 20;

    private static final int FIN = 0x01;
    private static final int SYN = 0x02;
    private static final int RST = 0x04;
    private static final int ACK = 0x10;

    private final Packet packet;
    private final SipPayloads payloads;
    private final Losses losses;
    private final PacketTally tally;
    private final HomerDecoder homer;
    private final ConnectionAttempts attempts;
    private final Map<FlowKey, TcpStream> streams = new LinkedHashMap<>(16, 0.75f, true);
    private final FlowKey probe = new FlowKey();
    private long heldBytes;
    private int waitingStreams;

    TcpDecoder(Packet packet, SipPayloads payloads, Losses losses, PacketTally tally, HomerDecoder homer) {
        this.packet = packet;
        this.homer = homer;
        this.payloads = payloads;
        this.losses = losses;
        this.tally = tally;
        this.attempts = new ConnectionAttempts(packet, payloads);
    }

    /** Takes an ICMP error about a segment with this sequence number. */
    void refused(Packet quoted, int sequence, IcmpMeaning meaning) {
        attempts.refused(quoted, sequence, meaning);
    }

    void segment(byte[] bytes, int offset, int end) {
        int headerLength = end - offset < 20 ? 0 : (bytes[offset + 12] >> 4 & 0xF) * 4;
        if (headerLength < 20 || headerLength > end - offset) {
            losses.count(Loss.MALFORMED_FRAME);
            return;
        }
        packet.sourcePort = Network.unsigned16(bytes, offset);
        packet.destinationPort = Network.unsigned16(bytes, offset + 2);
        tally.tcp().count(packet.serverPort());
        int flags = bytes[offset + 13];
        int sequence = Network.signed32(bytes, offset + 4);
        int payload = offset + headerLength;
        if (waitingStreams > 0 && (flags & ACK) != 0) {
            acknowledge(Network.signed32(bytes, offset + 8));
        }
        if (!attempts.isEmpty()) {
            attempts.advance();
            if ((flags & (SYN | RST | ACK)) == ACK) {
                attempts.acknowledged(Network.signed32(bytes, offset + 8));
            }
        }
        if ((flags & SYN) != 0) {
            if ((flags & ACK) != 0) {
                attempts.accepted();
            } else {
                attempts.opening(sequence);
            }
            sequence++;
            open(sequence);
        }
        if (payload < end) {
            data(sequence, bytes, payload, end);
        }
        if ((flags & (FIN | RST)) != 0) {
            close(sequence + end - payload, (flags & RST) != 0);
        }
    }

    /** Reads what can still be read of the open streams. */
    void finish() {
        streams.values().forEach(TcpStream::finish);
        streams.clear();
        heldBytes = 0;
        waitingStreams = 0;
        attempts.finish();
    }

    private void acknowledge(int sequence) {
        probe.setReverse(packet);
        TcpStream reverse = streams.get(probe);
        if (reverse != null && reverse.isWaiting()) {
            release(reverse);
            reverse.acknowledged(sequence);
            hold(reverse);
        }
    }

    private void open(int sequence) {
        probe.set(packet);
        TcpStream old = streams.get(probe);
        if (old != null && old.hasReached(sequence) && !old.hasReached(sequence + 1)) {
            return;
        }
        if (old != null) {
            forget(old);
            old.finish();
        }
        add(new TcpStream(sequence, losses));
    }

    private void add(TcpStream stream) {
        streams.put(probe.copy(), stream);
        hold(stream);
    }

    private void data(int sequence, byte[] bytes, int offset, int end) {
        probe.set(packet);
        TcpStream stream = streams.get(probe);
        if (stream == null || !stream.isKnown()) {
            boolean first = stream != null && stream.expects(sequence);
            StreamContent content = contentOf(bytes, offset, end, first);
            if (stream == null || first) {
                content = attempts.begin(content, bytes, offset, end);
            }
            if (content == null) {
                countEncrypted(bytes, offset, end);
                if (stream == null) {
                    return;
                }
                if (first) {
                    forget(stream);
                    return;
                }
                if (!attempts.isEmpty()) {
                    attempts.unread();
                    probe.set(packet);
                }
            } else {
                if (stream == null) {
                    stream = new TcpStream(sequence, losses);
                    add(stream);
                }
                stream.carries(content);
            }
        }
        release(stream);
        stream.accept(packet.nanos, sequence, bytes, offset, end);
        hold(stream);
        if (stream.isOver()) {
            forget(stream);
        } else if (heldBytes > MAX_HELD_BYTES || streams.size() > MAX_STREAMS) {
            evict();
        }
    }

    private void close(int sequence, boolean reset) {
        if (reset) {
            reset();
        }
        probe.set(packet);
        TcpStream stream = streams.get(probe);
        boolean whole = stream == null || stream.hasReached(sequence);
        if (stream != null && (reset || whole)) {
            forget(stream);
            stream.finish();
        }
        if (!attempts.isEmpty()) {
            probe.setReverse(packet);
            TcpStream reverse = streams.get(probe);
            attempts.closing(reset, whole && (reverse == null || !reverse.isWaiting()));
        }
    }

    /** A peer that resets the connection has not answered what was sent on it, and will not (RFC 3261 18.4). */
    private void reset() {
        probe.setReverse(packet);
        TcpStream sent = streams.get(probe);
        if (sent != null && sent.isKnown() && sent.noteReset()) {
            Endpoint peer = payloads.source();
            payloads.undelivered(
                    new UnansweredRequest(packet.nanos, payloads.destination(), peer),
                    TransportFailure.Kind.CONNECTION_LOST,
                    peer,
                    "TCP connection reset");
        }
    }

    /** Removes the stream of the current packet. */
    private void forget(TcpStream stream) {
        streams.remove(probe);
        release(stream);
    }

    private void evict() {
        Iterator<TcpStream> oldest = streams.values().iterator();
        while (heldBytes > MAX_HELD_BYTES || streams.size() > MAX_STREAMS) {
            TcpStream stream = oldest.next();
            oldest.remove();
            release(stream);
            if (stream.heldBytes() > 0) {
                losses.count(Loss.TCP_EVICTED);
                stream.finish();
            }
        }
    }

    private void hold(TcpStream stream) {
        heldBytes += stream.heldBytes();
        waitingStreams += stream.isWaiting() ? 1 : 0;
    }

    private void release(TcpStream stream) {
        heldBytes -= stream.heldBytes();
        waitingStreams -= stream.isWaiting() ? 1 : 0;
    }

    /** What a stream carries, judged by its first bytes or by those of a segment in its middle. */
    private @Nullable StreamContent contentOf(byte[] bytes, int offset, int end, boolean fromTheStart) {
        int start = SipStart.skipLineEnds(bytes, offset, end);
        boolean expected = fromTheStart || SipPorts.isSip(packet.destinationPort) || SipPorts.isSip(packet.sourcePort);
        boolean sip = switch (SipStart.judge(bytes, start, end)) {
            case SIP -> true;
            case UNDECIDED -> expected;
            case NOT_SIP -> expected && SipFraming.startOfMessage(bytes, offset, end) >= 0;
        };
        if (sip) {
            return new SipStream(payloads, losses, payloads.source(), payloads.destination());
        }
        boolean handshake = WebSocketStream.isHandshake(bytes, offset, end);
        if (handshake || WebSocketStream.isSipFrame(bytes, offset, end)) {
            Endpoint from = payloads.source();
            Endpoint to = payloads.destination();
            return new WebSocketStream(payloads, losses, from, to, packet.serverPort(), handshake);
        }
        // Versions 1 and 2 begin with bytes that anything may begin with.
        boolean letters = end - offset >= 4 && HepFraming.packetLength(bytes, offset, end) != HepFraming.NOT_HEP;
        return letters && bytes[offset] == 'H' ? new HomerStream(packet, homer, losses) : null;
    }

    private void countEncrypted(byte[] bytes, int offset, int end) {
        int records = TlsRecords.count(bytes, offset, end);
        if (records > 0 && !attempts.isOfFailure()) {
            payloads.encrypted(packet.serverPort(), records);
        }
    }
}

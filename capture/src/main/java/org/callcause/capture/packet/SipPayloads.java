package org.callcause.capture.packet;

import org.callcause.capture.source.EndpointCache;
import org.callcause.capture.source.Loss;
import org.callcause.capture.source.Losses;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.capture.source.SipPorts;
import org.callcause.capture.source.UndeliveredMessage;
import org.callcause.dialog.Endpoint;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;
import org.callcause.dialog.Transport;
import org.callcause.dialog.TransportFailure;

/** Hands over what payloads hold: SIP, what was seen of media, and connections that failed. */
final class SipPayloads {

    private final Packet packet;
    private final RawMessageSink sink;
    private final Losses losses;
    private final EndpointCache endpoints = new EndpointCache();

    SipPayloads(Packet packet, RawMessageSink sink, Losses losses) {
        this.packet = packet;
        this.sink = sink;
        this.losses = losses;
    }

    /** Takes a payload of the current packet that holds one message, if it is one. */
    boolean datagram(Transport transport, byte[] bytes, int offset, int end) {
        int start = SipStart.skipLineEnds(bytes, offset, end);
        if (SipStart.judge(bytes, start, end) != SipStart.Verdict.SIP) {
            return false;
        }
        if (packet.cut && packet.snapped) {
            losses.count(Loss.CUT_MESSAGE);
        }
        message(packet.nanos, source(), destination(), transport, bytes, start, end);
        return true;
    }

    void message(long nanos, Endpoint from, Endpoint to, Transport transport, byte[] bytes, int offset, int end) {
        sink.message(nanos, from, to, transport, bytes, offset, end - offset);
    }

    /** Takes what a host says of a message that could not be delivered. */
    void undelivered(UndeliveredMessage which, TransportFailure.Kind kind, Endpoint reporter, String words) {
        sink.undelivered(which, kind, reporter, words);
    }

    /** Takes what was seen of RTP or beside it. */
    void rtp(MediaSighting seen) {
        sink.rtp(seen);
    }

    /** Takes a connection that failed. */
    void failed(FailedConnection failure) {
        sink.failed(failure);
    }

    /** Takes that a host reached a server, and whether a TLS session came about. */
    void connected(Endpoint clientHost, Endpoint server, boolean secured) {
        sink.connected(packet.nanos, clientHost, server, secured);
    }

    /** Counts records of TLS, in which SIP may be. */
    void encrypted(int port, int records) {
        if (records > 0) {
            losses.count(SipPorts.isSip(port) ? Loss.ENCRYPTED_SIP : Loss.ENCRYPTED, port, records);
        }
    }

    Endpoint source() {
        return source(packet);
    }

    Endpoint destination() {
        return destination(packet);
    }

    /** The host that sent the current packet, whose protocol has no ports. */
    Endpoint sourceHost() {
        return endpoints.of(packet.sourceHigh, packet.sourceLow, 0);
    }

    Endpoint source(Packet other) {
        return endpoints.of(other.sourceHigh, other.sourceLow, other.sourcePort);
    }

    Endpoint destination(Packet other) {
        return endpoints.of(other.destinationHigh, other.destinationLow, other.destinationPort);
    }
}

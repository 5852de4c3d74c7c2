package org.callcause.capture.packet;

import java.util.HashSet;
import java.util.Set;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.capture.source.SipPorts;
import org.callcause.capture.tls.RecordReader;
import org.callcause.dialog.Endpoint;

/** Knows at which sockets SIP is expected: at its own ports, and where it was spoken or is asked for. */
final class SipServers {

    private static final int MOST = 4096;

    private final Packet packet;
    private final SipPayloads payloads;
    /** Sockets on other ports at which a client spoke SIP. */
    private final Set<Endpoint> heard = new HashSet<>();

    SipServers(Packet packet, SipPayloads payloads) {
        this.packet = packet;
        this.payloads = payloads;
    }

    /** Whether the current packet goes to such a socket. */
    boolean isExpected() {
        return isTimed()
                && (SipPorts.isSip(packet.destinationPort)
                        || (!heard.isEmpty() && heard.contains(payloads.destination())));
    }

    /** Whether the current packet, which begins a TLS handshake, asks for SIP or goes to where it is at home. */
    boolean isExpected(byte[] bytes, int offset, int end) {
        RecordReader reader = new RecordReader();
        reader.accept(bytes, offset, end);
        return isTimed()
                && (SipPorts.isSip(packet.destinationPort) || reader.messages().isForSip());
    }

    /** In a capture without times nobody can say what came too late, nor when it was. */
    private boolean isTimed() {
        return packet.nanos != RawMessageSink.NO_TIME;
    }

    /**
     * Learns of SIP in the current packet. Whoever is sent a request takes connections there; the answers go to a port that
     * nobody will ever call.
     */
    void heard(byte[] bytes, int offset, int end) {
        int start = SipStart.skipLineEnds(bytes, offset, end);
        boolean request = !SipStart.isResponse(bytes, start, end);
        if (request && !SipPorts.isSip(packet.destinationPort) && heard.size() < MOST) {
            heard.add(payloads.destination());
        }
    }
}

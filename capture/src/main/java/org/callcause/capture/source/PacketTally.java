package org.callcause.capture.source;

/** Counts the packets of one input by protocol and port, to say what is in a capture that holds no SIP. */
public final class PacketTally {

    private final PortTally tcp = new PortTally();
    private final PortTally udp = new PortTally();
    private final PortTally sctp = new PortTally();
    private long packets;
    private long media;

    /** Counts a packet of the file, whatever is in it. */
    public void packet() {
        packets++;
    }

    /** Counts a datagram that looks like RTP or RTCP, which begin alike (RFC 3550 5.1, 6.4): with version 2. */
    public void media() {
        media++;
    }

    public PortTally tcp() {
        return tcp;
    }

    public PortTally udp() {
        return udp;
    }

    public PortTally sctp() {
        return sctp;
    }

    public long packets() {
        return packets;
    }

    public long mediaPackets() {
        return media;
    }
}

package org.callcause.capture.pcap;

/** Takes each link-layer frame of a capture file. The bytes are only lent for the call. */
public interface FrameSink {

    /**
     * Takes one frame.
     *
     * @param linkType the LINKTYPE_ value of its interface
     * @param nanos since 1970-01-01T00:00:00Z, or {@link org.callcause.capture.source.RawMessageSink#NO_TIME}
     * @param snapped whether the capture kept less of the frame than was on the wire
     */
    void frame(int linkType, long nanos, byte[] bytes, int offset, int length, boolean snapped);
}

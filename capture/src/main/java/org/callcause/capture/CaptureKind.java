package org.callcause.capture;

/** The kinds of input that {@link CaptureReader} tells apart. */
public enum CaptureKind {
    /** A capture file of tcpdump and many others. */
    PCAP,
    /** A capture file of Wireshark and others. */
    PCAPNG,
    /** Text with SIP messages in it. */
    TEXT
}

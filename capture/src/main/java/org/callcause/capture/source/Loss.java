package org.callcause.capture.source;

/** Why something in an input could not be turned into a message. */
public enum Loss {
    /** TLS on a port that SIP uses. */
    ENCRYPTED_SIP("encrypted-sip", "encrypted SIP on port ", "record", "get it in clear from the server"),
    /** TLS on another port; it need not be SIP. */
    ENCRYPTED("encrypted", "encrypted traffic on port ", "record", "if SIP is inside, get it in clear from the server"),
    /** A link type or a frame within it that is not known here. */
    UNKNOWN_LINK_TYPE(
            "unknown-link-type", "frames of link type ", "frame", "capture on an Ethernet or \"any\" interface"),
    /** A header that contradicts itself or ends too early. */
    MALFORMED_FRAME("malformed-frame", "malformed packets", "frame", "see whether the capture file is damaged"),
    /** A record of the capture file that is too long to be true. */
    DAMAGED_FILE("damaged-file", "damaged capture file", "record", "copy the file again"),
    /** IP fragments that never became whole. */
    INCOMPLETE_FRAGMENTS(
            "incomplete-fragments",
            "IP packets with missing fragments",
            "packet",
            "capture without a port filter, which drops all fragments but the first"),
    /** Bytes of a TCP stream that the capture does not have. */
    TCP_GAP("tcp-gap", "gaps in TCP streams", "gap", "capture closer to the server or with a larger buffer"),
    /** A TCP stream given up because too many were open. */
    TCP_EVICTED("tcp-evicted", "TCP streams given up, too many at once", "stream", "filter the capture by port"),
    /** SIP messages of which the capture kept only the beginning. */
    CUT_MESSAGE("cut-message", "SIP messages cut by the capture", "message", "capture with a larger snap length"),
    /** SIP messages in a TCP stream that ends or has a gap before their end. */
    INCOMPLETE_MESSAGE(
            "incomplete-message",
            "SIP messages of a TCP stream without their end",
            "message",
            "capture whole packets, and on until the calls are over"),
    /** WebSocket messages that are compressed. */
    COMPRESSED_WEBSOCKET(
            "compressed-websocket",
            "compressed WebSocket messages on port ",
            "message",
            "switch permessage-deflate off"),
    /** Messages printed with dots for what cannot be printed, of which some may have been dots and some not. */
    DOTTED_BYTES(
            "dotted-bytes",
            "messages with dots that may stand for other characters",
            "message",
            "print them by ngrep -W byline, or capture into a file"),
    /** Bytes that start like SIP but are not a message. */
    UNREADABLE_SIP(
            "unreadable-sip",
            "messages that start like SIP but cannot be read",
            "message",
            "open the capture in Wireshark to see what they are");

    private final String word;
    private final String phrase;
    private final String unit;
    private final String advice;

    Loss(String word, String phrase, String unit, String advice) {
        this.word = word;
        this.phrase = phrase;
        this.unit = unit;
        this.advice = advice;
    }

    /** The word for programs, in kebab case. */
    public String word() {
        return word;
    }

    /** What was lost; where it ends in a space, a number belongs behind it. */
    public String phrase() {
        return phrase;
    }

    /** What is counted, in the singular. */
    public String unit() {
        return unit;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}

package org.callcause.capture.packet;

/** What a TCP stream carries: takes its bytes in order and finds the messages in them. */
interface StreamContent {

    /** The most bytes that may be left unconsumed. */
    int MAX_UNCONSUMED = 1 << 18;

    /**
     * Takes the bytes that are there; returns where the first of them is that more bytes must follow to read it.
     *
     * @param nanos the time of the last of them
     */
    int consume(long nanos, byte[] bytes, int offset, int end);

    /** Takes what was left unconsumed when the bytes that should follow are missing for good. */
    void interrupted(long nanos, byte[] bytes, int offset, int end);

    /** Learns that bytes are missing for good after those that were consumed. */
    default void gap() {}

    /** Whether nothing more is to be expected of this stream. */
    boolean isOver();
}

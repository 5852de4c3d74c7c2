package org.callcause.call;

/**
 * What the tracker may hold. Reaching a limit loses detail, never correctness of what is still reported, and is counted: rules
 * judge a call before the first message that was left out.
 *
 * @param openCalls calls open at once; beyond it the oldest is reported as evicted
 * @param messagesPerCall messages kept of one call; later ones are dropped, but up to {@value #BEYOND} that tell how it was
 *     answered, refused or ended, or that belong to a registration or another exchange
 * @param bytesPerCall message bytes kept of one call, but its first message in any case; beyond it later messages are
 *     dropped, with the same exceptions
 * @param totalBytes about how much heap all open calls together may take: beyond it the messages of answered calls are
 *     kept compressed, and where that is not enough, the oldest call is reported as evicted
 */
public record CallLimits(int openCalls, int messagesPerCall, int bytesPerCall, long totalBytes) {

    /** The messages taken of a call beyond its limits: a BYE, sent again and answered, and those of a fork. */
    static final int BEYOND = 16;

    /** 1,000,000 open calls, 4,096 messages and 4 MiB a call, and half of the heap that this virtual machine may use. */
    public static final CallLimits DEFAULT =
            new CallLimits(1_000_000, 4_096, 4 << 20, Runtime.getRuntime().maxMemory() / 2);

    /**
     * Keeps the limits.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public CallLimits {
        if (openCalls < 1 || messagesPerCall < 1 || bytesPerCall < 1 || totalBytes < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    /** The same with another limit of open calls. */
    public CallLimits withOpenCalls(int most) {
        return new CallLimits(most, messagesPerCall, bytesPerCall, totalBytes);
    }

    /** The same with another limit of messages a call. */
    public CallLimits withMessagesPerCall(int most) {
        return new CallLimits(openCalls, most, bytesPerCall, totalBytes);
    }

    /** The same with another limit of message bytes a call. */
    public CallLimits withBytesPerCall(int most) {
        return new CallLimits(openCalls, messagesPerCall, most, totalBytes);
    }

    /** The same with another limit of heap for all calls. */
    public CallLimits withTotalBytes(long most) {
        return new CallLimits(openCalls, messagesPerCall, bytesPerCall, most);
    }
}

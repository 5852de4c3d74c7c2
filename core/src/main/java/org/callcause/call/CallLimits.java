package org.callcause.call;

/**
 * What the tracker may hold. Reaching a limit loses detail, never correctness of what is still reported, and is counted.
 *
 * @param openCalls calls open at once; beyond it the oldest is reported as evicted
 * @param messagesPerCall messages kept of one call; later ones are dropped
 * @param bytesPerCall message bytes kept of one call; beyond it later messages are dropped
 */
public record CallLimits(int openCalls, int messagesPerCall, int bytesPerCall) {

    /** 1,000,000 open calls, 4,096 messages and 4 MiB a call. */
    public static final CallLimits DEFAULT = new CallLimits(1_000_000, 4_096, 4 << 20);

    /**
     * Keeps the limits.
     *
     * @throws IllegalArgumentException if one is below 1
     */
    public CallLimits {
        if (openCalls < 1 || messagesPerCall < 1 || bytesPerCall < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}

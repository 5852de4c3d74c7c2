package org.callcause.report;

/**
 * What the analysis could not keep or read, as counts.
 *
 * @param evictedCalls calls reported early because too many were open
 * @param droppedMessages messages not kept because their call had too many
 * @param lateMessages messages that came after their call had been reported
 * @param undecodedFrames frames or pieces of the inputs that could not be decoded
 */
public record AnalysisLimits(long evictedCalls, long droppedMessages, long lateMessages, long undecodedFrames) {

    /** Nothing was lost. */
    public static final AnalysisLimits NONE = new AnalysisLimits(0, 0, 0, 0);
}

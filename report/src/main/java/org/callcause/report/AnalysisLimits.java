package org.callcause.report;

/**
 * What the analysis could not keep or read, as counts.
 *
 * @param evictedCalls calls reported early because too many were open
 * @param droppedMessages messages not kept because their call had too many, or because they were cut before they named one
 * @param lateMessages messages that came after their call had been reported
 * @param undecodedFrames frames or pieces of the inputs that could not be decoded
 * @param crowdedIdentifiers how often calls shared an identifier with more others than one call has legs, so that it was
 *     none
 * @param legsReleasedEarly legs reported before all legs of their call were over, because too many waited
 */
public record AnalysisLimits(
        long evictedCalls,
        long droppedMessages,
        long lateMessages,
        long undecodedFrames,
        long crowdedIdentifiers,
        long legsReleasedEarly) {

    /** Nothing was lost. */
    public static final AnalysisLimits NONE = new AnalysisLimits(0, 0, 0, 0, 0, 0);
}

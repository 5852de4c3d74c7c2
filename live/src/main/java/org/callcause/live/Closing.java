package org.callcause.live;

/**
 * How an analysis ended. Made by the library.
 *
 * @param open calls that were open and were reported so, with
 *     {@link org.callcause.call.CloseReason#END_OF_INPUT}
 * @param unread messages that were taken and could not be read in time, because a listener did not return
 * @param unreported calls that were open and could not be reported in time, for the same reason
 */
public record Closing(long open, long unread, long unreported) {

    /** Whether everything that was taken is in a report. */
    public boolean isComplete() {
        return unread == 0 && unreported == 0;
    }
}

package org.callcause.vantage;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.callcause.dialog.CapturedMessage;

/**
 * One of the places where a call was captured. Made by the library.
 *
 * @param capture the name of the capture
 * @param clock how far its clock is ahead of the one that the report goes by; negative where it is behind
 * @param messages what it has of the call, by its own clock and with the addresses that are seen there
 */
public record PlaceOfCapture(String capture, Duration clock, List<Copy> messages) {

    /**
     * A message as it was seen at this place.
     *
     * @param message as it was seen here
     * @param shownAs the number of the message that stands for it in the call: its own, or that of the same message at
     *     another place
     */
    public record Copy(CapturedMessage message, long shownAs) {}

    /** Copies the list. */
    public PlaceOfCapture {
        Objects.requireNonNull(capture, "capture");
        Objects.requireNonNull(clock, "clock");
        messages = List.copyOf(messages);
    }
}

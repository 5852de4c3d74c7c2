package org.callcause.vantage;

import java.util.List;
import java.util.Objects;
import org.callcause.dialog.CapturedMessage;

/**
 * What two captures show together and neither shows alone. Made by the library.
 *
 * @param kind what it is
 * @param sent the message where it was seen first on its way
 * @param arrived the same at the other place; empty where it was not seen there
 * @param times how often it was seen at the first place
 * @param differences of a changed message, what is different: a line as sent, and as it arrived
 */
public record Observation(
        Kind kind, CapturedMessage sent, List<CapturedMessage> arrived, int times, List<Difference> differences) {

    /** What two captures can show together. */
    public enum Kind {
        /** It passed one place and never reached the other, however often it was sent. */
        LOST,
        /** It is not the same at both places. */
        ALTERED,
        /** It passed both places on its way, and nothing answered it. */
        UNANSWERED
    }

    /**
     * A line that is not the same.
     *
     * @param what the header, or {@code body}
     * @param sent as it was sent; empty where it was added
     * @param arrived as it arrived; empty where it was taken off
     */
    public record Difference(String what, String sent, String arrived) {}

    /** Copies the lists. */
    public Observation {
        Objects.requireNonNull(kind, "kind");
        arrived = List.copyOf(arrived);
        differences = List.copyOf(differences);
    }
}

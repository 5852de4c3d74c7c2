package org.callcause.diagnosis;

import java.util.Objects;

/**
 * A line of a message that a statement rests on.
 *
 * @param message the number of the message within the input, from 1
 * @param header the name of the header, or {@code start line} or {@code body}
 * @param quote the line as it stands in the message
 */
public record Evidence(long message, String header, String quote) {

    /** What {@link #header()} says for the request line or the status line. */
    public static final String START_LINE = "start line";

    /** What {@link #header()} says for a line of the body. */
    public static final String BODY = "body";

    /** Keeps the parts as they are. */
    public Evidence {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(quote, "quote");
    }
}

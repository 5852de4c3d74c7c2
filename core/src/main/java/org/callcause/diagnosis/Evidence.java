package org.callcause.diagnosis;

import java.util.Objects;

/**
 * A line of a message that a statement rests on.
 *
 * @param message the number of the message within the input, from 1
 * @param header the name of the header, or {@code start line}, {@code body}, {@code transport}, {@code rtp} or
 *     {@code connection}
 * @param quote the line as it stands in the message, what the transport said of the message, what was seen of the media
 *     that it describes, or the connection that failed for it
 */
public record Evidence(long message, String header, String quote) {

    /** What {@link #header()} says for the request line or the status line. */
    public static final String START_LINE = "start line";

    /** What {@link #header()} says for a line of the body. */
    public static final String BODY = "body";

    /** What {@link #header()} says where the quote is what the network or a log says of the message's delivery. */
    public static final String TRANSPORT = "transport";

    /** What {@link #header()} says where the quote is what the capture shows of the media that the message describes. */
    public static final String RTP = "rtp";

    /** What {@link #header()} says where the quote is a connection that failed while the message waited for its answer. */
    public static final String CONNECTION = "connection";

    /** Keeps the parts as they are. */
    public Evidence {
        Objects.requireNonNull(header, "header");
        Objects.requireNonNull(quote, "quote");
    }
}

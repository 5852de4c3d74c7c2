package org.callcause.capture.text.wrapped;

import org.callcause.capture.source.RawMessageSink;

/**
 * What a log of another was kept as: a line of it, or several. Each char of its text is one byte.
 *
 * @param nanos when it was written, or {@link RawMessageSink#NO_TIME}
 * @param stream on which of several outputs it was written; empty where they are not told apart
 * @param told who sent it to whom, as a line that announces a message; empty when that stands in the text or nowhere
 */
record LogEntry(long nanos, String stream, String told, String text) {

    /** A line that stands between the entries. */
    static LogEntry unwrapped(String line) {
        return at(RawMessageSink.NO_TIME, line);
    }

    static LogEntry at(long nanos, String text) {
        return new LogEntry(nanos, "", "", text);
    }

    boolean hasTime() {
        return nanos != RawMessageSink.NO_TIME;
    }
}

package org.callcause.capture.text.wrapped;

import org.callcause.capture.source.RawMessageSink;
import org.callcause.capture.text.StartLines;

/** Whether the messages of a log that is kept entry by entry have dates and times of the log's own. */
final class OwnTimes {

    // Lines between the one that announces a message and the message.
    private static final int MOST_BETWEEN = 4;

    private final EntryTime time = new EntryTime();
    private boolean json;
    private boolean begun;
    private boolean seen;
    private int entriesSince;
    private int datedMessages;
    private int otherMessages;

    /** Takes the text of the next of the first entries that have a time. */
    void see(String text) {
        // A log in JSON has its times in the JSON.
        json |= !begun && JsonEntries.begins(text);
        begun = true;
        boolean dated = time.atStartOf(text) != RawMessageSink.NO_TIME;
        entriesSince = dated ? 0 : entriesSince + 1;
        seen |= dated;
        if (StartLines.find(firstLine(text), 0) >= 0) {
            boolean own = seen && entriesSince <= MOST_BETWEEN;
            datedMessages += own ? 1 : 0;
            otherMessages += own ? 0 : 1;
        }
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** A line of another program that has one, among messages that have none, tells nothing of them. */
    boolean areThere() {
        return json || (datedMessages + otherMessages == 0 ? seen : datedMessages > otherMessages);
    }
}

package org.callcause.capture.text.wrapped;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.callcause.capture.source.RawMessageSink;
import org.callcause.capture.text.StartLines;
import org.callcause.dialog.EpochNanos;

/**
 * Entries on their way to text. The first ones tell whether they come newest first, and then they are turned round; and
 * whether the messages in them have dates and times of their own. Where they have none, each entry is written behind the
 * time at which the server took it.
 */
final class EntryQueue {

    // As much of the text as tells its order and whether it has times.
    private static final int BEGINNING = 1 << 16;

    // Of entries that come newest first this much is turned round at once.
    private static final int LONGEST = 1 << 24;

    // What an entry without text takes.
    private static final int SHORTEST_ENTRY = 100;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.nnnnnnnnn'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Deque<LogEntry> waiting = new ArrayDeque<>();
    private int length;
    private long last = RawMessageSink.NO_TIME;
    private int steps;
    private final OwnTimes ownTimes = new OwnTimes();
    private boolean judged;
    private boolean ended;

    void add(LogEntry entry) {
        if (!judged) {
            judge(entry);
        }
        waiting.add(entry);
        length += entry.text().length() + SHORTEST_ENTRY;
    }

    private void judge(LogEntry entry) {
        if (entry.hasTime()) {
            ownTimes.see(entry.text());
            steps += last == RawMessageSink.NO_TIME ? 0 : Long.compare(entry.nanos(), last);
            last = entry.nanos();
        }
    }

    void finish() {
        ended = true;
    }

    /** The text of the entries of which the place is known. */
    String release() {
        judged |= length >= BEGINNING;
        boolean backwards = steps < 0;
        if (!ended && (!judged || (backwards && length < LONGEST))) {
            return "";
        }
        StringBuilder text = new StringBuilder(length);
        while (!waiting.isEmpty()) {
            write(backwards ? waiting.removeLast() : waiting.removeFirst(), text);
        }
        length = 0;
        return text.toString();
    }

    private void write(LogEntry entry, StringBuilder text) {
        if (entry.hasTime() && !ownTimes.areThere()) {
            TIME.formatTo(EpochNanos.toInstant(entry.nanos()), text);
            text.append(' ');
            if (!entry.stream().isEmpty()) {
                // Tells the lines of a message from those of others between them.
                text.append(entry.stream()).append(' ');
            }
        }
        if (!entry.told().isEmpty()) {
            text.append(entry.told()).append('\n');
        } else if (isMessage(entry.text())) {
            // What stands before a start line is taken for what stands before each line.
            text.append('\n');
        }
        text.append(entry.text());
        if (!entry.text().endsWith("\n")) {
            text.append('\n');
        }
    }

    private static boolean isMessage(String text) {
        int end = text.indexOf('\n');
        return end >= 0
                && end < text.length() - 1
                && StartLines.find(text.substring(0, end).strip(), 0) == 0;
    }
}

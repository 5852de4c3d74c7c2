package org.callcause.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.callcause.CallReport;
import org.callcause.CaptureComparison;

/**
 * Holds the calls of several captures until all are read, so that captures of the same calls at two places can be compared.
 * Parts of one long capture are one. Past a number of messages nothing is held any more, and each call is reported by itself.
 */
final class HeldCaptures implements Consumer<CallReport> {

    /** About 100 MB of calls. */
    private static final int MOST_MESSAGES = 60_000;

    private final Consumer<CallReport> receiver;
    private final List<List<CallReport>> captures = new ArrayList<>();
    private int messages;
    private boolean full;

    HeldCaptures(Consumer<CallReport> receiver) {
        this.receiver = receiver;
        captures.add(new ArrayList<>());
    }

    @Override
    public void accept(CallReport report) {
        if (full) {
            receiver.accept(report);
            return;
        }
        captures.get(captures.size() - 1).add(report);
        messages += report.call().messages().size();
        if (messages > MOST_MESSAGES) {
            full = true;
            captures.forEach(capture -> capture.forEach(receiver));
            captures.clear();
        }
    }

    /** What comes from here on is of another capture. */
    void next() {
        if (!full) {
            captures.add(new ArrayList<>());
        }
    }

    /** Hands everything on, and says which captures were compared. */
    List<String> finish() {
        List<String> notes = new ArrayList<>();
        for (int one = 0; one < captures.size(); one++) {
            for (int other = one + 1; other < captures.size(); other++) {
                compare(one, other)
                        .ifPresent(comparison ->
                                notes.add(comparison.summary() + " Calls seen at both are reported for each."));
            }
        }
        captures.forEach(capture -> capture.forEach(receiver));
        return notes;
    }

    private Optional<CaptureComparison> compare(int one, int other) {
        Optional<CaptureComparison> found = CaptureComparison.of(captures.get(one), captures.get(other));
        found.ifPresent(comparison -> {
            captures.get(one).replaceAll(comparison::ofFirst);
            captures.get(other).replaceAll(comparison::ofSecond);
        });
        return found;
    }

    /** Whether there were captures that could not be compared, because they are too large together. */
    boolean isFull() {
        return full;
    }
}

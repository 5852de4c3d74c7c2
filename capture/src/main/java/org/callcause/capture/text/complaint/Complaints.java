package org.callcause.capture.text.complaint;

import java.time.Duration;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.callcause.capture.text.line.Characters;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.TransportFailure.Kind;
import org.jspecify.annotations.Nullable;

/** Finds the lines of one log that say that a message could not be sent. */
public final class Complaints {

    private static final Duration OF_ONE_FAILURE = Duration.ofSeconds(1);

    private int linesBehindMessage;
    private String lineBefore = "";
    private long lastIndex;
    private Kind lastKind = Kind.REFUSED;
    private @Nullable FailedConnection lastConnection;

    /** Takes note that a message stands before the lines to come. */
    public void messageCame() {
        linesBehindMessage = 0;
        lineBefore = "";
    }

    /**
     * What a line complains of; empty where it is no complaint, or one about something else.
     *
     * @param clock tells the time of a line
     */
    public Optional<Complaint> in(String line, ToLongFunction<String> clock) {
        linesBehindMessage++;
        String before = lineBefore;
        lineBefore = line;
        Optional<FailureWords.Words> words = FailureWords.in(line);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        ComplaintLine read = new ComplaintLine(
                Characters.of(line).strip(), Characters.of(before).strip(), words.get());
        return read.isAboutOtherThings()
                ? Optional.empty()
                : Optional.of(new Complaint(read, clock.applyAsLong(line), linesBehindMessage, this));
    }

    /** Several layers of a program complain of the same, each in a line of its own. */
    boolean isNew(CapturedMessage message, Kind kind) {
        boolean told = message.index() == lastIndex && kind == lastKind;
        lastIndex = message.index();
        lastKind = kind;
        return !told;
    }

    /** The same of a connection that was no message's. */
    boolean isNew(FailedConnection failure) {
        boolean told = lastConnection != null
                && lastConnection.failsLike(failure)
                && Duration.between(lastConnection.last(), failure.last()).abs().compareTo(OF_ONE_FAILURE) < 0;
        lastConnection = failure;
        return !told;
    }
}

package org.callcause.capture.text.complaint;

import java.util.Optional;
import java.util.function.ToLongFunction;
import org.callcause.capture.text.line.Characters;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.TransportFailure.Kind;

/** Finds the lines of one log that say that a message could not be sent. */
public final class Complaints {

    private int linesBehindMessage;
    private long lastIndex;
    private Kind lastKind = Kind.REFUSED;

    /** Takes note that a message stands before the lines to come. */
    public void messageCame() {
        linesBehindMessage = 0;
    }

    /**
     * What a line complains of; empty where it is no complaint, or one about something else.
     *
     * @param clock tells the time of a line
     */
    public Optional<Complaint> in(String line, ToLongFunction<String> clock) {
        linesBehindMessage++;
        Optional<Kind> kind = FailureWords.in(line);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        ComplaintLine read = new ComplaintLine(Characters.of(line).strip(), kind.get());
        return read.isAboutOtherThings()
                ? Optional.empty()
                : Optional.of(new Complaint(read, clock.applyAsLong(line), linesBehindMessage, this::isNew));
    }

    /** Several layers of a program complain of the same, each in a line of its own. */
    private boolean isNew(CapturedMessage message, Kind kind) {
        boolean told = message.index() == lastIndex && kind == lastKind;
        lastIndex = message.index();
        lastKind = kind;
        return !told;
    }
}

package org.callcause.capture.text;

import java.util.Arrays;
import org.callcause.capture.source.LoggedMessageSink;
import org.callcause.capture.text.complaint.Complaints;
import org.callcause.capture.text.dialect.Announcement;
import org.callcause.dialog.Endpoint;
import org.jspecify.annotations.Nullable;

/** The latest message of a log. It is kept until the next line, which may tell its time. */
final class HeldMessage {

    private final LoggedMessageSink sink;
    private final Complaints complaints = new Complaints();
    private byte @Nullable [] held;
    private Announcement told = Announcement.NONE;
    private byte[] last = {};

    HeldMessage(LoggedMessageSink sink) {
        this.sink = sink;
    }

    /**
     * Keeps a message in place of the one before it. What is told nothing of and repeats that one is the same packet:
     * tcpdump -v -A shows it in two ways.
     */
    void replace(byte[] bytes, Announcement announced) {
        boolean shownTwice = announced.equals(Announcement.NONE) && told.isComplete() && Arrays.equals(bytes, last);
        if (shownTwice) {
            return;
        }
        handOver();
        last = bytes;
        held = bytes;
        told = announced;
        complaints.messageCame();
    }

    /** Takes the time of the message; says whether one is held. */
    boolean stamp(long nanos) {
        if (held == null) {
            return false;
        }
        told = told.refinedTo(nanos);
        return true;
    }

    /** Hands the message on, if one is held. */
    void handOver() {
        byte[] bytes = held;
        if (bytes != null) {
            held = null;
            sink.message(told.direction(), told.nanos(), told.from(), told.to(), told.transport(), bytes);
        }
    }

    /** Takes a line that is of no message, which may say that one could not be sent. */
    void hear(String line, LogClock clock) {
        complaints.in(line, clock::find).ifPresent(complaint -> {
            handOver();
            sink.undelivered(complaint, complaint.kind(), Endpoint.UNKNOWN, complaint.words());
        });
    }
}

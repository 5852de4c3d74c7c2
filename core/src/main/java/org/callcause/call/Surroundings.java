package org.callcause.call;

import java.util.List;
import org.callcause.dialog.CapturedMessage;
import org.callcause.dialog.FailedConnection;
import org.callcause.dialog.MediaSighting;

/** What the input shows beside the messages: media, and connections that failed. Whose they are is asked at a call's end. */
final class Surroundings {

    private final RtpSightings rtp = new RtpSightings();
    private final ConnectionSightings connections = new ConnectionSightings();

    void add(MediaSighting seen) {
        rtp.add(seen);
    }

    void add(FailedConnection failure) {
        connections.add(failure);
    }

    /** Notes what belongs to the call that these messages are. */
    void note(List<CapturedMessage> messages, MessageNotes notes) {
        notes.add(rtp.of(messages));
        notes.add(connections.of(messages));
    }
}
